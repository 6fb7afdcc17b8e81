package report

import (
	"sala.example/internal/document"
	"sala.example/internal/workshop"
)

// notAgreed is every text that does not stand, and why.
func (b *builder) notAgreed() []document.Block {
	var blocks []document.Block
	for _, o := range []string{workshop.Revise, workshop.RejectedOutcome, workshop.NoQuorum, undecided} {
		for _, r := range b.recommendations(o) {
			blocks = append(blocks, b.wording(r)...)
			if b.movedOn(r) {
				blocks = append(blocks, paragraph(document.Small, b.say("moved-on")))
			}
			blocks = append(blocks, b.reasons(r))
		}
	}
	return b.section("not-agreed", blocks)
}

// movedOn says that the wording was changed after the decision.
func (b *builder) movedOn(r *workshop.Recommendation) bool {
	for i := range r.Segments {
		g := &r.Segments[i]
		for _, lang := range b.languages() {
			if decidedText(r, g, lang) != g.Wordings[lang].Text {
				return true
			}
		}
	}
	return false
}

// reasons says why a text does not stand. The chair's sentence comes first;
// where there is nothing at all, that is said.
func (b *builder) reasons(r *workshop.Recommendation) document.Block {
	var f facts
	if d := r.Decision(); d != nil {
		f.add(b.say("fact-chair"), b.writtenIfAny(d.Sentence))
	} else {
		f.add(b.say("fact-reason"), plain(b.say(whyUndecided(r))))
	}
	f.add(b.say("fact-not-met"), b.notMet(r))
	f.add(b.say("fact-objections"), b.objections(r, workshop.ObjectionOpen, workshop.ObjectionDissent))
	if len(f.rows) == 0 {
		f.add(b.say("fact-reason"), plain(b.say("reason-none")))
	}
	b.addRatings(&f, r)
	f.add(b.stanceHead(), b.stances(r))
	return f.table()
}

func whyUndecided(r *workshop.Recommendation) string {
	if len(r.Decisions) > 0 {
		return "reason-reopened"
	}
	return "reason-undecided"
}
