package rating

import "slices"

// PercentAgreement is the percentage (0..100) of units on which all raters
// agree within the tolerance: no two ratings differ by more. Only units that
// all of the raters rated count. It is undefined (false) without such a unit
// and with fewer than two raters. It is agree of R's package irr.
func PercentAgreement(units [][]int, raters, tolerance int) (float64, bool) {
	complete, agreeing := 0, 0
	for _, unit := range units {
		if len(unit) != raters || raters < 2 {
			continue
		}
		complete++
		if slices.Max(unit)-slices.Min(unit) <= tolerance {
			agreeing++
		}
	}
	if complete == 0 {
		return 0, false
	}
	return 100 * float64(agreeing) / float64(complete), true
}

// PercentPairs is the percentage (0..100) of pairs of ratings of the same unit
// that are equal, or false without a pair.
func PercentPairs(units [][]int) (float64, bool) {
	pairs, equal := 0, 0
	for _, unit := range units {
		times := map[int]int{}
		for _, value := range unit {
			equal += times[value]
			times[value]++
		}
		pairs += len(unit) * (len(unit) - 1) / 2
	}
	if pairs == 0 {
		return 0, false
	}
	return 100 * float64(equal) / float64(pairs), true
}
