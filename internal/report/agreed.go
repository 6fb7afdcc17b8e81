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
		blocks = append(blocks, b.firstSteps(r)...)
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
	f.add(b.say("fact-evidence"), b.evidence(r))
	return f.table()
}

// firstSteps is the action plan of one recommendation in short; the whole of
// it stands in the section of the plan.
func (b *builder) firstSteps(r *workshop.Recommendation) []document.Block {
	rows := [][]document.Cell{}
	for _, a := range b.s.Actions {
		if a.Recommendation == r.ID && b.read(a.Row.Action) != "" {
			rows = append(rows, []document.Cell{
				{Runs: b.writtenIfAny(a.Row.Action)}, {Runs: b.writtenIfAny(a.Row.Lead)},
				{Runs: b.firstStep(a.Row)}, text(b.day(a.Row.Due)),
			})
		}
	}
	if len(rows) == 0 {
		return []document.Block{paragraph(document.Small, b.say("no-action"))}
	}
	return []document.Block{document.Table{
		Header: []string{b.say("col-action"), b.say("col-lead"), b.say("col-first-step"), b.say("col-due")},
		Widths: []float64{32, 24, 26, 18}, Rows: rows,
	}}
}

// firstStep is what is done first, and by when.
func (b *builder) firstStep(row workshop.ActionRow) []document.Run {
	runs := b.writtenIfAny(row.FirstStep)
	if row.FirstStepBy != "" {
		runs = lines(runs, []document.Run{{Text: b.say("by", "date", b.day(row.FirstStepBy)), Soft: true}})
	}
	return runs
}
