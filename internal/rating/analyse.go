package rating

import (
	"cmp"
	"maps"
	"slices"
)

// Options of an analysis. The zero value shows every group by type 7.
type Options struct {
	Convention Convention // Hyndman-Fan type; 0 is the default
	MergeSmall bool       // groups under MinCell are merged as in a Tally, for publication
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
			for _, round := range runs(criterion, func(r Row) int { return r.Round }) {
				c.Rounds = append(c.Rounds, analyseRound(round, options))
			}
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

func analyseRound(rows []Row, options Options) RoundReport {
	report := RoundReport{Round: rows[0].Round, Groups: []GroupReport{}}
	byGroup := map[string]Counts{}
	for _, r := range rows {
		if r.Value == 0 {
			report.Abstained++
			continue
		}
		c := byGroup[r.Group]
		c[r.Value-1]++
		byGroup[r.Group] = c
	}
	cells := allCells(byGroup)
	if options.MergeSmall {
		cells, report.NotShown = mergeSmall(byGroup, "")
	}
	var room Counts
	for _, cell := range cells {
		room = room.Plus(cell.Counts)
		summary := Summarise(cell.Counts, options.Convention)
		report.Groups = append(report.Groups, GroupReport{cell.Groups, summary.N < MinCell, summary})
	}
	report.Room = Summarise(room, options.Convention)
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
