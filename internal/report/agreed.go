package report

import (
	"sala.example/internal/document"
	"sala.example/internal/workshop"
)

// agreed is the resolution itself: each text as it was bound, and beneath it
// what it rests on and who begins. That nothing was agreed is said.
func (b *builder) agreed() []document.Block {
	var blocks []document.Block
	for _, r := range b.recommendations(workshop.Agreed, workshop.AgreedWithDissent) {
		blocks = append(blocks, b.wording(r)...)
		blocks = append(blocks, b.agreedFacts(r))
	}
	if blocks == nil {
		blocks = append(blocks, paragraph(document.Body, b.say("none-agreed")))
	}
	return b.section("agreed", blocks)
}

func (b *builder) agreedFacts(r *workshop.Recommendation) document.Block {
	var f facts
	f.add(b.say("fact-chair"), b.writtenIfAny(r.Decision().Sentence))
	f.add(b.say("fact-dissent"), b.objections(r, workshop.ObjectionDissent))
	b.addRatings(&f, r)
	f.add(b.stanceHead(), b.stances(r))
	f.add(b.say("fact-owner"), b.owners(r))
	f.add(b.say("fact-evidence"), b.evidence(r))
	return f.table()
}

// owners is who begins, with what and when: the action plan of a text in
// short. The whole of it stands in the section of the plan.
func (b *builder) owners(r *workshop.Recommendation) []document.Run {
	var all [][]document.Run
	for _, a := range b.s.Actions {
		if a.Recommendation == r.ID && b.read(a.Row.Lead) != "" {
			all = append(all, b.owner(a.Row))
		}
	}
	if len(all) == 0 {
		return []document.Run{{Text: b.say("no-action"), Soft: true}}
	}
	return lines(all...)
}

func (b *builder) owner(row workshop.ActionRow) []document.Run {
	runs := []document.Run{b.written(row.Lead)}
	if step := b.read(row.FirstStep); step != "" {
		runs = append(runs, document.Run{Text: " · " + b.say("first-step") + " "}, document.Run{Text: step, Lang: b.script(step)})
	}
	if row.FirstStepBy != "" {
		runs = append(runs, document.Run{Text: " " + b.say("by", "date", b.day(row.FirstStepBy))})
	}
	if row.Due != "" {
		runs = append(runs, document.Run{Text: " · " + b.say("due", "date", b.day(row.Due))})
	}
	return runs
}

// firstStep is what is done first, and by when, as a cell of the plan.
func (b *builder) firstStep(row workshop.ActionRow) []document.Run {
	runs := b.writtenIfAny(row.FirstStep)
	if row.FirstStepBy != "" {
		runs = lines(runs, []document.Run{{Text: b.say("by", "date", b.day(row.FirstStepBy)), Soft: true}})
	}
	return runs
}
