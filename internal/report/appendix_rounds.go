package report

import (
	"fmt"
	"strconv"
	"strings"

	"sala.example/internal/chart"
	"sala.example/internal/document"
	"sala.example/internal/locale"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// roundsCompared holds a round against the one before it: the picture of both,
// with the counts as its table, and what the difference amounts to.
func (b *builder) roundsCompared(before, after ratedIn) []document.Block {
	t := b.changeTable(before, after)
	if len(t.Rows) == 0 {
		return nil
	}
	return []document.Block{
		document.Figure{
			Drawing: roundsPicture(b.s, before, after, b.lang, wide, 2), Table: b.bothCounts(before, after),
			Caption: b.say("rounds-caption", "before", strconv.Itoa(before.round.Number), "after", strconv.Itoa(after.round.Number)),
		}, t,
	}
}

// bothCounts are the counts of two rounds under each other.
func (b *builder) bothCounts(before, after ratedIn) *document.Table {
	all := b.countsTable(before.round, before.result)
	all.Rows = nil
	for _, rated := range []ratedIn{before, after} {
		for _, row := range b.countsTable(rated.round, rated.result).Rows {
			name := b.say("round-name", "n", strconv.Itoa(rated.round.Number)) + ", "
			row[0].Runs = append(plain(name), row[0].Runs...)
			all.Rows = append(all.Rows, row)
		}
	}
	return all
}

func (b *builder) changeTable(before, after ratedIn) document.Table {
	t := document.Table{
		Header: []string{b.say("col-group"), "n", b.say("median"), b.say("col-high"), "DI"},
		Widths: []float64{29, 12, 21, 21, 17}, RowHeads: true,
		Align: []document.Align{document.Start, document.End, document.End, document.End, document.End},
	}
	for _, now := range after.result.Tally.Criteria {
		was, _ := before.result.Tally.Criterion(now.Criterion)
		change := compare(b.s, was, now, after.round)
		for _, shift := range append([]rating.Shift{change.Room}, change.Groups...) {
			if shift.NBefore > 0 && shift.NAfter > 0 {
				t.Rows = append(t.Rows, b.changeRow(now.Criterion, shift))
			}
		}
	}
	return t
}

// compare keeps the order of the workshop's role groups.
func compare(s *workshop.State, was, now rating.CriterionTally, round *workshop.Round) rating.Change {
	now.Cells = inOrder(s, now.Cells)
	return rating.Compare(was, now, round.Gate.Convention)
}

func (b *builder) changeRow(criterion string, s rating.Shift) []document.Cell {
	moved := func(d rating.Difference, show func(float64) string) document.Cell {
		if d.Change == 0 {
			return text(show(d.Before) + " → " + show(d.After))
		}
		return document.Cell{Runs: lines(plain(show(d.Before)+" → "+show(d.After)), plain(d.Finding.Words(b.lang)))}
	}
	return []document.Cell{
		text(b.criterion(criterion) + ": " + groupLabel(b.s, s.Groups, b.lang)),
		text(strconv.Itoa(s.NBefore) + " → " + strconv.Itoa(s.NAfter)),
		moved(s.Median, number), moved(s.ShareHigh, percent), text(decimal(s.DI.Before) + " → " + decimal(s.DI.After)),
	}
}

// groupLabel names a cell by its groups; none is the room.
func groupLabel(s *workshop.State, groups []string, lang string) string {
	switch name := (rating.Cell{Groups: groups}).Name(); {
	case len(groups) == 0:
		return locale.Say(lang, "common.room")
	case name == rating.Others:
		return others(lang)
	default:
		return s.GroupName(name, lang)
	}
}

// RoundsPicture draws the last two results on a recommendation against each
// other, by role group, or nothing (false) when it was rated once. narrowScreen
// is for a phone. It shows the cells of the tallies and their sums.
func RoundsPicture(s *workshop.State, recommendation workshop.ID, lang string, narrowScreen bool) (chart.Drawing, bool) {
	results := resultsOf(s, recommendation)
	if len(results) < 2 {
		return chart.Drawing{}, false
	}
	width, columns := float64(wide), 2
	if narrowScreen {
		width, columns = narrow, 1
	}
	return roundsPicture(s, results[len(results)-2], results[len(results)-1], lang, width, columns), true
}

func roundsPicture(s *workshop.State, before, after ratedIn, lang string, width float64, columns int) chart.Drawing {
	name := func(r ratedIn) string { return locale.Say(lang, "report.round-name", "n", fmt.Sprint(r.round.Number)) }
	in := chart.RoundPair{
		Title: pictureTitle(s, after.round, after.result, lang), Before: name(before), After: name(after),
		MedianWord: locale.Say(lang, "report.median"), Width: width, Columns: columns,
	}
	var desc []string
	for _, now := range after.result.Tally.Criteria {
		was, _ := before.result.Tally.Criterion(now.Criterion)
		pair := chart.CriterionPair{Label: locale.Say(lang, "gate.criterion-"+now.Criterion)}
		pair.Rows = pairRows(s, was, now, before, after, lang)
		for _, row := range pair.Rows {
			desc = append(desc, fmt.Sprintf("%s, %s: %s → %s", pair.Label, row.Label, number(row.MedianBefore), number(row.MedianAfter)))
		}
		in.Criteria = append(in.Criteria, pair)
	}
	in.Desc = strings.Join(desc, "; ")
	return chart.Rounds(in)
}

// pairRows are the room and the cells that hold the same groups in both rounds.
func pairRows(s *workshop.State, was, now rating.CriterionTally, before, after ratedIn, lang string) []chart.PairRow {
	earlier, later := rowsOf(s, was, before.round.Gate.Convention, lang), rowsOf(s, now, after.round.Gate.Convention, lang)
	if len(earlier) == 0 || len(later) == 0 {
		return nil
	}
	rows := []chart.PairRow{pairRow(earlier[0], later[0])}
	for _, shift := range compare(s, was, now, after.round).Groups {
		label := groupLabel(s, shift.Groups, lang)
		rows = append(rows, pairRow(rowNamed(earlier, label), rowNamed(later, label)))
	}
	return rows
}

func pairRow(before, after shownRow) chart.PairRow {
	return chart.PairRow{
		Label: after.Label, Before: before.Counts, After: after.Counts,
		MedianBefore: before.Median, MedianAfter: after.Median, Note: after.Note,
	}
}

func rowNamed(rows []shownRow, label string) shownRow {
	for _, row := range rows[1:] { // the first is the room
		if row.Label == label {
			return row
		}
	}
	return shownRow{}
}
