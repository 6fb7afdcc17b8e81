package rating

import (
	"cmp"
	"maps"
	"slices"
)

// reliabilities looks at the same rows by criterion and round.
func reliabilities(rows []Row) []Reliability {
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b Row) int {
		return cmp.Or(compareNatural(a.Criterion, b.Criterion), cmp.Compare(a.Round, b.Round))
	})
	type key struct {
		criterion string
		round     int
	}
	out := []Reliability{}
	for _, run := range runs(sorted, func(r Row) key { return key{r.Criterion, r.Round} }) {
		out = append(out, reliability(run))
	}
	return out
}

// reliability takes the rows of one criterion and round, sorted by item.
func reliability(rows []Row) Reliability {
	items := runs(rows, func(r Row) string { return r.Item })
	units, table := unitsAndTable(items)
	complete := completeRaters(items)
	raters := countRaters(rated(rows))
	return Reliability{
		Criterion: rows[0].Criterion, Round: rows[0].Round, Items: len(items), Raters: raters,
		AlphaOrdinal:  pointer(Alpha(units, Ordinal)),
		AlphaNominal:  pointer(Alpha(units, Nominal)),
		AlphaInterval: pointer(Alpha(units, Interval)),
		FleissKappa:   pointer(FleissKappa(table)),
		KendallW:      pointer(KendallW(complete)),
		KendallRaters: len(complete),

		PercentExact:     pointer(PercentAgreement(units, raters, 0)),
		PercentWithinOne: pointer(PercentAgreement(units, raters, 1)),
		PercentPairs:     pointer(PercentPairs(units)),
	}
}

func rated(rows []Row) []Row {
	return slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return r.Value == 0 })
}

// unitsAndTable gives each item's values, and its histogram over 1..9.
func unitsAndTable(items [][]Row) (units, table [][]int) {
	for _, item := range items {
		var values []int
		histogram := make([]int, Highest)
		for _, r := range rated(item) {
			values = append(values, r.Value)
			histogram[r.Value-1]++
		}
		units = append(units, values)
		table = append(table, histogram)
	}
	return units, table
}

// completeRaters gives the values of each rater who rated every item, in the
// order of the items.
func completeRaters(items [][]Row) [][]int {
	byRater := map[string][]int{}
	for _, item := range items {
		for _, r := range rated(item) {
			byRater[r.Rater] = append(byRater[r.Rater], r.Value)
		}
	}
	var out [][]int
	for _, rater := range slices.Sorted(maps.Keys(byRater)) {
		if values := byRater[rater]; len(values) == len(items) {
			out = append(out, values)
		}
	}
	return out
}

func pointer[T any](value T, defined bool) *T {
	if !defined {
		return nil
	}
	return &value
}
