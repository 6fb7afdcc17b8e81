package rating

import (
	"cmp"
	"maps"
	"slices"
)

// Options of an analysis. The zero value is safe to publish, by type 7.
type Options struct {
	Convention Convention // Hyndman-Fan type; 0 is the default
	ShowSmall  bool       // also groups under MinCell, which otherwise are merged as in a Tally
}

// Analyse computes the panel statistics of every item, criterion and round, and
// the reliability of every criterion and round. The order of rows does not
// matter.
func Analyse(rows []Row, options Options) Report {
	rows = slices.SortedFunc(slices.Values(rows), compareRows)
	report := Report{
		Convention: options.Convention.orDefault(), Raters: countRaters(rows), MinCell: MinCell,
		Items: []ItemReport{}, Reliability: reliabilities(rows),
	}
	for _, item := range runs(rows, func(r Row) string { return r.Item }) {
		i := ItemReport{Item: item[0].Item}
		for _, criterion := range runs(item, func(r Row) string { return r.Criterion }) {
			c := CriterionReport{Criterion: criterion[0].Criterion}
			c.Rounds, c.Changes = analyseRounds(criterion, options)
			i.Criteria = append(i.Criteria, c)
		}
		report.Items = append(report.Items, i)
	}
	return report
}

func compareRows(a, b Row) int {
	return cmp.Or(
		compareNatural(a.Item, b.Item), compareNatural(a.Criterion, b.Criterion),
		cmp.Compare(a.Round, b.Round), compareNatural(a.Rater, b.Rater),
	)
}

// runs cuts sorted rows wherever the key changes.
func runs[K comparable](rows []Row, key func(Row) K) [][]Row {
	var out [][]Row
	for start, i := 0, 1; i <= len(rows); i++ {
		if i == len(rows) || key(rows[i]) != key(rows[start]) {
			out = append(out, rows[start:i])
			start = i
		}
	}
	return out
}

// analyseRounds takes the rows of one item and criterion.
func analyseRounds(rows []Row, options Options) ([]RoundReport, []ChangeReport) {
	var reports []RoundReport
	changes := []ChangeReport{}
	var before CriterionTally
	var rowsBefore []Row
	for i, round := range runs(rows, func(r Row) int { return r.Round }) {
		tally := tallyRows(round, options)
		reports = append(reports, reportRound(round, tally, options))
		if i > 0 {
			changes = append(changes, reportChange(rowsBefore, round, Compare(before, tally, options.Convention)))
		}
		before, rowsBefore = tally, round
	}
	return reports, changes
}

// tallyRows counts one round as a Tally does, so that what is shown of a file
// is what would be shown of a room.
func tallyRows(rows []Row, options Options) CriterionTally {
	t := CriterionTally{Criterion: rows[0].Criterion}
	byGroup := map[string]Counts{}
	for _, r := range rows {
		switch {
		case r.DontKnow:
			t.DontKnow++
		case r.Value == 0:
			t.Abstained++
		default:
			c := byGroup[r.Group]
			c[r.Value-1]++
			byGroup[r.Group] = c
		}
	}
	if options.ShowSmall {
		t.Cells = allCells(byGroup)
	} else {
		t.Cells, t.NotShown = mergeSmall(byGroup, "")
	}
	return t
}

func reportRound(rows []Row, t CriterionTally, options Options) RoundReport {
	report := RoundReport{
		Round: rows[0].Round, Abstained: t.Abstained, DontKnow: t.DontKnow, NotShown: t.NotShown,
		Room: Summarise(t.Room(), options.Convention), Intervals: IntervalsOf(t.Room(), DefaultLevel),
		Bridging: pointer(Bridging(t)), Groups: []GroupReport{},
	}
	for _, cell := range t.Cells {
		summary, intervals := Summarise(cell.Counts, options.Convention), IntervalsOf(cell.Counts, DefaultLevel)
		report.Groups = append(report.Groups, GroupReport{
			Groups: cell.Groups, Suppressed: summary.N < MinCell, Summary: &summary, Intervals: &intervals,
		})
	}
	for _, group := range groupsOf(rows) {
		if _, alone := t.Cell(group); !alone {
			report.Groups = append(report.Groups, GroupReport{Groups: []string{group}, Suppressed: true, Note: NotShown})
		}
	}
	return report
}

// groupsOf are the role groups that gave ratings, in order.
func groupsOf(rows []Row) []string {
	var groups []string
	for _, r := range rated(rows) {
		groups = append(groups, r.Group)
	}
	slices.SortFunc(groups, compareNatural)
	return slices.Compact(groups)
}

func reportChange(before, after []Row, change Change) ChangeReport {
	first := map[string]int{}
	for _, r := range rated(before) {
		first[r.Rater] = r.Value
	}
	report := ChangeReport{From: before[0].Round, To: after[0].Round, Change: change}
	changed := 0
	for _, r := range rated(after) {
		if was, both := first[r.Rater]; both {
			report.SameRaters++
			if was != r.Value {
				changed++
			}
		}
	}
	if report.SameRaters >= MinCell {
		percent := 100 * float64(changed) / float64(report.SameRaters)
		report.PercentChanged = &percent
	}
	return report
}

// allCells makes one cell a group, however small.
func allCells(byGroup map[string]Counts) []Cell {
	var cells []Cell
	for _, group := range slices.SortedFunc(maps.Keys(byGroup), compareNatural) {
		cells = append(cells, Cell{[]string{group}, byGroup[group]})
	}
	return cells
}

func countRaters(rows []Row) int {
	raters := map[string]bool{}
	for _, r := range rows {
		raters[r.Rater] = true
	}
	return len(raters)
}
