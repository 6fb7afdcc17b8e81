package report

import (
	"strconv"

	"sala.example/internal/diff"
	"sala.example/internal/document"
	"sala.example/internal/workshop"
)

// changes shows what became of each text, word by word, and why; and what was
// proposed and not taken up, with the answer.
func (b *builder) changes() []document.Block {
	var blocks []document.Block
	for i := range b.s.Recommendations {
		r := &b.s.Recommendations[i]
		var of []document.Block
		for j := range r.Segments {
			of = append(of, b.segmentChanges(&r.Segments[j])...)
		}
		blocks = append(blocks, b.part(b.name(r), of...)...)
	}
	return b.section("changes", blocks)
}

func (b *builder) segmentChanges(g *workshop.Segment) []document.Block {
	var blocks []document.Block
	if b.changed(g) {
		blocks = append(blocks, b.sideBySide(func(lang workshop.Lang) []document.Run { return b.firstToLast(g, lang) })...)
		if reasons := b.changeReasons(g); len(reasons) > 0 {
			blocks = append(blocks, document.List{Items: reasons})
		}
	}
	return append(blocks, b.notTakenUp(g)...)
}

// changed says that a wording differs from the first one.
func (b *builder) changed(g *workshop.Segment) bool {
	for _, lang := range b.languages() {
		if first, _ := g.Revision(lang, 1); first.Text != g.Wordings[lang].Text {
			return true
		}
	}
	return false
}

// firstToLast marks the words that changed from the first wording to the
// present one. A language that came later has no first wording to compare.
func (b *builder) firstToLast(g *workshop.Segment, lang workshop.Lang) []document.Run {
	first, there := g.Revision(lang, 1)
	if !there {
		return b.wordingRuns(lang, "")
	}
	return diffRuns(first.Text, g.Wordings[lang].Text)
}

func diffRuns(before, after string) []document.Run {
	var runs []document.Run
	for _, op := range diff.Words(before, after) {
		runs = append(runs, document.Run{Text: op.Text, Ins: op.Kind == diff.Insert, Del: op.Kind == diff.Delete})
	}
	return runs
}

// changeReasons lists the revisions that came with a reason, oldest first in
// each language.
func (b *builder) changeReasons(g *workshop.Segment) []document.Cell {
	var items []document.Cell
	for _, lang := range b.languages() {
		for _, w := range g.Revisions(lang) {
			if w.Reason.IsZero() {
				continue
			}
			key := "change-edit"
			if w.Amendment != "" {
				key = "change-amendment"
			}
			head := b.say(key, "lang", b.language(lang), "n", strconv.Itoa(w.Rev))
			items = append(items, document.Cell{Runs: []document.Run{{Text: head + " "}, b.written(w.Reason)}})
		}
	}
	return items
}

// notTakenUp shows the amendments that were rejected, with the answer, and
// those that nobody settled. What its author withdrew is left out.
func (b *builder) notTakenUp(g *workshop.Segment) []document.Block {
	var blocks []document.Block
	for _, a := range b.s.Amendments {
		if a.Segment != g.ID || (a.Status != workshop.Rejected && a.Status != workshop.Proposed) {
			continue
		}
		blocks = append(blocks,
			document.Paragraph{Style: document.Small, Runs: []document.Run{{Text: b.say("amendment-"+a.Status, "lang", b.language(a.Lang)), Bold: true}}},
			document.Paragraph{Lang: a.Lang, Runs: b.amendmentRuns(g, a)},
			document.Paragraph{Style: document.Small, Runs: b.amendmentWhy(a)},
		)
	}
	return blocks
}

func (b *builder) amendmentRuns(g *workshop.Segment, a workshop.Amendment) []document.Run {
	proposed := b.read(a.Text)
	if proposed == "" {
		erased := b.written(a.Text)
		erased.Lang = b.lang
		return []document.Run{erased}
	}
	return diffRuns(revision(g, a.Lang, a.Rev), proposed)
}

func (b *builder) amendmentWhy(a workshop.Amendment) []document.Run {
	why := []document.Run{{Text: b.say("amendment-reason") + " "}, b.written(a.Reason)}
	if a.Answer.IsZero() {
		return why
	}
	return lines(why, []document.Run{{Text: b.say("amendment-answer") + " "}, b.written(a.Answer)})
}
