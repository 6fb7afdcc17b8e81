package rating

// FleissKappa is Fleiss' kappa, (P - Pe) / (1 - Pe) with P the mean agreement
// of pairs of raters and Pe that of chance (Fleiss, Psychological Bulletin
// 76:378, 1971). table[i][j] is how many raters put subject i into category j.
// It is undefined (false) unless each subject has the same number of raters, at
// least two, and more than one category was used.
func FleissKappa(table [][]int) (float64, bool) {
	raters, ok := ratersPerSubject(table)
	if !ok {
		return 0, false
	}
	agreeing := 0 // ordered pairs of raters who agree on a subject
	byCategory := make([]int, len(table[0]))
	for _, subject := range table {
		for j, n := range subject {
			agreeing += n * (n - 1)
			byCategory[j] += n
		}
	}
	all := len(table) * raters
	var chance float64
	for _, n := range byCategory {
		share := float64(n) / float64(all)
		if n == all {
			return 0, false
		}
		chance += share * share
	}
	observed := float64(agreeing) / float64(all*(raters-1))
	return (observed - chance) / (1 - chance), true
}

// ratersPerSubject is the common row sum of a table with rows of one length.
func ratersPerSubject(table [][]int) (int, bool) {
	if len(table) == 0 {
		return 0, false
	}
	raters := rowSum(table[0])
	for _, row := range table {
		if len(row) != len(table[0]) || rowSum(row) != raters {
			return 0, false
		}
	}
	return raters, raters >= 2
}

func rowSum(row []int) int {
	sum := 0
	for _, n := range row {
		sum += n
	}
	return sum
}
