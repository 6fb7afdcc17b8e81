package report

import (
	"strconv"

	"sala.example/internal/document"
	"sala.example/internal/workshop"
)

// plan is who does what by when: first the actions of what was agreed, then
// the rest of the groups' work.
func (b *builder) plan() []document.Block {
	agreed, rest := b.actions()
	var blocks []document.Block
	if len(agreed) > 0 {
		blocks = append(blocks, b.actionTable(agreed))
	}
	if len(rest) > 0 {
		blocks = append(blocks, b.part(b.say("heading-plan-rest"), b.actionTable(rest))...)
	}
	return b.section("plan", blocks)
}

// actions are those of agreed recommendations, by number, and all others, in
// the order in which they were written. A row whose action was erased is left
// out: an owner of nothing says nothing.
func (b *builder) actions() (agreed, rest []workshop.Action) {
	byRecommendation := map[workshop.ID][]workshop.Action{}
	standing := b.recommendations(workshop.Agreed, workshop.AgreedWithDissent)
	for _, a := range b.s.Actions {
		r := b.s.Recommendation(a.Recommendation)
		switch {
		case b.read(a.Row.Action) == "":
		case r != nil && r.Decision() != nil && r.Decision().Agreed():
			byRecommendation[r.ID] = append(byRecommendation[r.ID], a)
		default:
			rest = append(rest, a)
		}
	}
	for _, r := range standing {
		agreed = append(agreed, byRecommendation[r.ID]...)
	}
	return agreed, rest
}

func (b *builder) actionTable(actions []workshop.Action) document.Table {
	t := document.Table{
		Header: []string{b.say("col-number"), b.say("col-action"), b.say("col-lead"), b.say("col-first-step"), b.say("col-due")},
		Widths: []float64{7, 34, 21, 22, 16},
	}
	for _, a := range actions {
		t.Rows = append(t.Rows, []document.Cell{
			b.numberCell(a), {Runs: b.actionRuns(a.Row)}, {Runs: b.leadRuns(a.Row)}, {Runs: b.firstStep(a.Row)}, {Runs: b.dueRuns(a)},
		})
	}
	return t
}

func (b *builder) numberCell(a workshop.Action) document.Cell {
	r := b.s.Recommendation(a.Recommendation)
	if r == nil {
		return text("–")
	}
	return document.Cell{Runs: []document.Run{{Text: strconv.Itoa(r.Number), Link: "#" + anchor(r)}}}
}

func (b *builder) actionRuns(row workshop.ActionRow) []document.Run {
	return lines([]document.Run{b.written(row.Action)}, b.named("indicator", row.Indicator), b.named("budget", row.Budget))
}

func (b *builder) leadRuns(row workshop.ActionRow) []document.Run {
	return lines(b.writtenIfAny(row.Lead), b.named("partners", row.Partners))
}

// named puts a name before words, and nothing where there are none.
func (b *builder) named(key string, w workshop.Words) []document.Run {
	said := b.read(w)
	if said == "" {
		return nil
	}
	return []document.Run{{Text: b.say(key) + " ", Soft: true}, {Text: said, Lang: b.script(said), Soft: true}}
}

// dueRuns is the date, and how it goes if somebody has reported.
func (b *builder) dueRuns(a workshop.Action) []document.Run {
	runs := plain(b.day(a.Row.Due))
	if a.Row.Due == "" {
		runs = nil
	}
	if len(a.Reports) == 0 {
		return runs
	}
	last := a.Reports[len(a.Reports)-1]
	status := b.say("status", "status", b.say("status-"+a.Status), "date", b.date(last.At))
	note := b.read(last.Note)
	if note == "" {
		return lines(runs, []document.Run{{Text: status, Bold: true}})
	}
	return lines(runs, []document.Run{{Text: status, Bold: true}}, []document.Run{{Text: note, Lang: b.script(note)}})
}
