package report

import (
	"fmt"
	"slices"
	"strconv"

	"sala.example/internal/condition"
	"sala.example/internal/document"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// rated shows how each recommendation was rated, and then all of them on one
// plane.
func (b *builder) rated() []document.Block {
	var blocks []document.Block
	for i := range b.s.Recommendations {
		r := &b.s.Recommendations[i]
		if round, result := b.result(r); result != nil {
			blocks = append(blocks, b.part(b.name(r), b.ratingOf(r, round, result)...)...)
		}
	}
	return b.section("rated", append(blocks, b.plane()...))
}

// ratingOf is the result in a sentence, as a picture if there is anything that
// may be shown, and held against its gate.
func (b *builder) ratingOf(r *workshop.Recommendation, round *workshop.Round, result *workshop.Result) []document.Block {
	explain := condition.Explain(b.s, round, result, b.lang)
	if explain == "" {
		explain = b.say("party-too-few", "party", b.s.AcceptingName(b.lang))
	}
	blocks := []document.Block{paragraph(document.Body, explain)}
	if table := b.countsTable(round, result); len(table.Rows) > 0 {
		blocks = append(blocks, b.resultFigure(round, result, table))
	}
	if notes := b.ratingNotes(r, round, result); len(notes) > 0 {
		blocks = append(blocks, document.Paragraph{Style: document.Small, Runs: notes})
	}
	return append(blocks, b.gateTable(round, result))
}

// resultFigure is the picture of a result, against the round before if there was
// one, with the figures as its table.
func (b *builder) resultFigure(round *workshop.Round, result *workshop.Result, table *document.Table) document.Figure {
	figure := document.Figure{Drawing: picture(b.s, round, result, b.lang, onPaper), Caption: b.caption(round, result), Table: table}
	earlier, was := b.s.ResultBefore(round, result.Recommendation)
	if was == nil || len(b.countsTable(earlier, was).Rows) == 0 {
		return figure
	}
	before, after := ratedIn{earlier, was}, ratedIn{round, result}
	figure.Drawing, figure.Table = roundsPicture(b.s, before, after, b.lang, onPaper), b.bothCounts(before, after)
	figure.Caption += " " + b.say("rounds-caption", "before", strconv.Itoa(earlier.Number), "after", strconv.Itoa(round.Number))
	return figure
}

func (b *builder) caption(round *workshop.Round, result *workshop.Result) string {
	return b.say("picture-caption", "round", strconv.Itoa(round.Number), "time", b.span(b.clock(round.Opened), b.clock(round.Closed)),
		"ballots", strconv.Itoa(result.Tally.Ballots), "entitled", strconv.Itoa(len(round.Entitled)))
}

// countsTable holds the figures of the picture: a row per criterion and group,
// with how many gave each rating, and the median.
func (b *builder) countsTable(round *workshop.Round, result *workshop.Result) *document.Table {
	t := &document.Table{Header: []string{b.say("col-group"), "n"}, Widths: []float64{25, 8}, Align: []document.Align{document.Start, document.End}, RowHeads: true}
	for value := rating.Lowest; value <= rating.Highest; value++ {
		t.Header, t.Widths, t.Align = append(t.Header, strconv.Itoa(value)), append(t.Widths, 6.2), append(t.Align, document.End)
	}
	t.Header, t.Widths, t.Align = append(t.Header, b.say("median")), append(t.Widths, 12), append(t.Align, document.End)
	for _, c := range result.Tally.Criteria {
		for _, row := range rowsOf(b.s, c, round.Gate.Convention, b.lang) {
			t.Rows = append(t.Rows, b.countsRow(c.Criterion, row))
		}
	}
	return t
}

func (b *builder) countsRow(criterion string, row shownRow) []document.Cell {
	name := plain(b.criterion(criterion) + ": " + row.Label)
	if row.Note != "" {
		name = lines(name, plain("◇ "+row.Note))
	}
	cells := []document.Cell{{Runs: name}, text(strconv.Itoa(row.summary.N))}
	for _, n := range row.Counts {
		cells = append(cells, text(strconv.Itoa(n)))
	}
	return append(cells, text(number(row.Median)))
}

// ratingNotes says what the picture cannot: who was merged, what is not shown,
// who abstained, other rounds, and whether the text has changed since.
func (b *builder) ratingNotes(r *workshop.Recommendation, round *workshop.Round, result *workshop.Result) []document.Run {
	var notes [][]document.Run
	for _, note := range b.tallyNotes(result.Tally) {
		notes = append(notes, plain(note))
	}
	for _, note := range b.otherRounds(r, round) {
		notes = append(notes, plain(note))
	}
	if !round.StillRated(r, b.s.Settings.Required) {
		notes = append(notes, plain(b.say("note-changed-since")))
	}
	return lines(notes...)
}

// tallyNotes says a thing once when it is so on both criteria.
func (b *builder) tallyNotes(tally rating.Tally) []string {
	var said []string
	criteria := map[string][]string{}
	for _, c := range tally.Criteria {
		for _, note := range b.criterionNotes(c) {
			if criteria[note] == nil {
				said = append(said, note)
			}
			criteria[note] = append(criteria[note], b.criterion(c.Criterion))
		}
	}
	for i, note := range said {
		said[i] = b.say("note", "criteria", b.list(criteria[note]), "note", note)
	}
	return said
}

func (b *builder) criterionNotes(c rating.CriterionTally) []string {
	var notes []string
	for _, cell := range c.Cells {
		if cell.Name() == rating.Others {
			notes = append(notes, b.say("note-merged", "groups", b.mergedNames(cell)))
		}
	}
	if c.NotShown > 0 {
		notes = append(notes, b.say("note-not-shown"))
	}
	if c.Abstained > 0 {
		notes = append(notes, b.say("note-abstained", "n", strconv.Itoa(c.Abstained)))
	}
	return notes
}

func (b *builder) mergedNames(cell rating.Cell) string {
	var names []string
	for _, g := range cell.Groups {
		names = append(names, b.groupName(g))
	}
	return b.list(names)
}

// otherRounds gives the room's medians in the rounds that are not pictured.
func (b *builder) otherRounds(r *workshop.Recommendation, pictured *workshop.Round) []string {
	var list []string
	for _, round := range b.s.Rounds {
		for _, result := range round.Results {
			if round.ID == pictured.ID || result.Recommendation != r.ID {
				continue
			}
			args := []string{"round", strconv.Itoa(round.Number)}
			for _, c := range result.Tally.Criteria {
				median := b.say("too-few")
				if room := c.Room(); room.N() > 0 {
					median = number(rating.Summarise(room, round.Gate.Convention).Median)
				}
				args = append(args, c.Criterion, median)
			}
			list = append(list, b.say("note-other-round", args...))
		}
	}
	return list
}

// plane is the picture of all, from two recommendations on.
func (b *builder) plane() []document.Block {
	points := planePoints(b.s)
	if len(points) < 2 {
		return nil
	}
	t := &document.Table{
		Header: []string{b.say("col-recommendation"), b.criterion(rating.Feasible), b.criterion(rating.Acceptable), b.say("col-gate")},
		Widths: []float64{55, 14, 14, 17}, RowHeads: true,
		Align: []document.Align{document.Start, document.End, document.End, document.Start},
	}
	for _, p := range points {
		gate := b.say("gate-not-held")
		if p.held {
			gate = b.say("gate-held")
		}
		t.Rows = append(t.Rows, []document.Cell{text(b.nameOf(p.number)), text(number(p.feasible)), text(number(p.acceptable)), text(gate)})
	}
	caption := b.say("plane-caption", "party", b.s.AcceptingName(b.lang))
	if slices.ContainsFunc(points, func(p planePoint) bool { return p.from != nil }) {
		caption += " " + b.say("plane-arrows")
	}
	return b.part(b.say("heading-plane"), document.Figure{Drawing: PlanePicture(b.s, b.lang), Caption: caption, Table: t})
}

func (b *builder) nameOf(n int) string {
	for i := range b.s.Recommendations {
		if b.s.Recommendations[i].Number == n {
			return b.name(&b.s.Recommendations[i])
		}
	}
	return fmt.Sprint(n)
}
