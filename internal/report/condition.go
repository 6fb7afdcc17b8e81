package report

import (
	"slices"
	"strings"

	"sala.example/internal/condition"
	"sala.example/internal/document"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// found is what was found for a condition, in words.
func (b *builder) found(c rating.Condition) string {
	switch {
	case c.Unknown:
		return b.say("too-few")
	case c.Code == rating.GroupFloor && c.Group != "":
		return condition.Value(c) + " (" + b.groupName(c.Group) + ")"
	case c.Code == rating.AcceptingDisagreement && c.Classic:
		return condition.Value(c) + " (" + b.say("classic") + ")"
	}
	return condition.Value(c)
}

// notMet lists the conditions that a result failed, each with what was found.
func (b *builder) notMet(r *workshop.Recommendation) []document.Run {
	round, result := b.result(r)
	if result == nil {
		return nil
	}
	var all [][]document.Run
	for _, line := range b.s.Check(round, result).Lines() {
		if failed := slices.DeleteFunc(line, func(c rating.Condition) bool { return c.Held }); len(failed) > 0 {
			all = append(all, append(plain("✗ "), b.failure(failed)...))
		}
	}
	return lines(all...)
}

// failure tells one condition that failed on one criterion or on both.
func (b *builder) failure(conditions []rating.Condition) []document.Run {
	asked, found := condition.Text(b.s, conditions[0], b.lang), b.found(conditions[0])
	if len(conditions) > 1 {
		asked = b.conditionOfBoth(conditions[0])
		if second := b.found(conditions[1]); second != found {
			found = b.list([]string{b.criterion(conditions[0].Criterion) + " " + found, b.criterion(conditions[1].Criterion) + " " + second})
		}
	}
	return []document.Run{{Text: asked}, {Text: " – " + b.say("found", "value", found), Bold: true}}
}

// gateTable holds a result against its gate: a row per condition, a column per
// criterion.
func (b *builder) gateTable(round *workshop.Round, result *workshop.Result) document.Table {
	t := document.Table{
		Dense:  true,
		Header: []string{b.say("col-condition"), b.criterion(rating.Feasible), b.criterion(rating.Acceptable)},
		Widths: []float64{52, 24, 24},
	}
	for _, line := range b.s.Check(round, result).Lines() {
		row := []document.Cell{text(b.conditionAlone(line[0]))}
		for _, c := range line {
			row = append(row, b.verdictCell(c))
		}
		if len(row) == 2 { // objections are to the text, not to a criterion
			row = append(row, text(""))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (b *builder) conditionOfBoth(c rating.Condition) string {
	c.Criterion = ""
	return condition.Text(b.s, c, b.lang)
}

// conditionAlone leaves the criterion out, where the column's head names it.
func (b *builder) conditionAlone(c rating.Condition) string {
	return strings.TrimPrefix(b.conditionOfBoth(c), b.criterion("any")+": ")
}

// verdictCell says by sign and word whether a condition held.
func (b *builder) verdictCell(c rating.Condition) document.Cell {
	if c.Held {
		return text(b.say("held", "value", b.found(c)))
	}
	return document.Cell{Runs: []document.Run{{Text: b.say("not-held", "value", b.found(c)), Bold: true}}}
}
