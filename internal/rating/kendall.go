package rating

import "slices"

// KendallW is Kendall's coefficient of concordance, corrected for ties:
// 12 S / (m^2 (n^3 - n) - m T), with S the squared deviations of the items' rank
// sums and T the sum of t^3 - t over all runs of t tied ratings (Kendall and
// Gibbons, Rank Correlation Methods, chapter 6). It equals the tie-corrected
// Friedman statistic over m (n - 1). values[r][i] is what rater r gave item i;
// every rater must have rated every item. It is undefined (false) with fewer
// than two raters or items, with rows of unequal length, and when no rater made
// any difference between items.
func KendallW(values [][]int) (float64, bool) {
	m := len(values)
	if m < 2 || len(values[0]) < 2 {
		return 0, false
	}
	n := len(values[0])
	doubled := make([]int, n) // twice the rank sums: mean ranks are halves
	ties := 0
	for _, row := range values {
		if len(row) != n {
			return 0, false
		}
		ties += addRanks(doubled, row)
	}
	largest := m*m*(n*n*n-n) - m*ties
	if largest == 0 {
		return 0, false
	}
	return 3 * float64(squaredDeviations(doubled)) / float64(n*largest), true
}

// addRanks adds twice the mean rank of each item in row to doubled: one for the
// item itself, two for each smaller value, one for each other equal value. It
// returns the sum of t^3 - t over the runs of equal values, counted from each
// member of a run as t^2 - 1.
func addRanks(doubled, row []int) (ties int) {
	sorted := slices.Sorted(slices.Values(row))
	for i, v := range row {
		smaller, _ := slices.BinarySearch(sorted, v)
		upTo, _ := slices.BinarySearch(sorted, v+1)
		doubled[i] += smaller + upTo + 1
		t := upTo - smaller
		ties += t*t - 1
	}
	return ties
}

// squaredDeviations is the sum of squares about the mean, times len(x), which
// keeps it whole.
func squaredDeviations(x []int) int {
	sum, squares := 0, 0
	for _, v := range x {
		sum += v
		squares += v * v
	}
	return len(x)*squares - sum*sum
}
