package report

import (
	"cmp"
	"slices"

	"sala.example/internal/document"
	"sala.example/internal/workshop"
)

// questions are those that were answered, with the answer, and those that were
// carried over; the most supported first.
func (b *builder) questions() []document.Block {
	var blocks []document.Block
	if answered := b.answered(); len(answered.Rows) > 0 {
		blocks = append(blocks, b.part(b.say("heading-answered"), answered)...)
	}
	if carried := b.carried(); len(carried.Items) > 0 {
		blocks = append(blocks, b.part(b.say("heading-carried"), paragraph(document.Small, b.say("carried-note")), carried)...)
	}
	return b.section("questions", blocks)
}

// asked lists the questions with one of the statuses that have words left.
func (b *builder) asked(statuses ...string) []workshop.Question {
	var list []workshop.Question
	for _, q := range b.s.Questions {
		if slices.Contains(statuses, q.Status) && b.read(q.Text) != "" {
			list = append(list, q)
		}
	}
	slices.SortStableFunc(list, func(x, y workshop.Question) int {
		return cmp.Compare(len(y.Supporters), len(x.Supporters))
	})
	return list
}

func (b *builder) answered() document.Table {
	t := document.Table{Header: []string{b.say("col-question"), b.say("col-answer")}, Widths: []float64{45, 55}}
	for _, q := range b.asked(workshop.IsAnswered) {
		answer := document.Run{Text: b.say("answered-in-room"), Soft: true}
		if !q.Answer.IsZero() {
			answer = b.written(q.Answer)
		}
		t.Rows = append(t.Rows, []document.Cell{{Runs: b.question(q)}, {Runs: []document.Run{answer}}})
	}
	return t
}

// carried holds the open questions too: before closing they are not yet
// carried over, and wait all the same.
func (b *builder) carried() document.List {
	var list document.List
	for _, q := range b.asked(workshop.IsCarried, workshop.IsOpen) {
		list.Items = append(list.Items, document.Cell{Runs: b.question(q)})
	}
	return list
}

func (b *builder) question(q workshop.Question) []document.Run {
	run := b.written(q.Text)
	if q.Lang != "" {
		run.Lang = q.Lang
	}
	if n := len(q.Supporters); n > 0 {
		return []document.Run{run, {Text: " " + b.count("supporters", n), Soft: true}}
	}
	return []document.Run{run}
}
