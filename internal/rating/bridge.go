package rating

import "math"

// Bridge says how far support reaches across role groups, whatever their size.
type Bridge struct {
	// Score is the product of (A+1)/(S+2) over the cells, with A ratings of 7-9
	// among S: the chance that all groups support it, each estimated by Laplace's
	// rule. It is group-informed consensus (Small et al., "Polis", RECERCA
	// 26(2), 2021) with role groups in place of opinion groups. The more cells,
	// the lower it is.
	Score float64 `json:"score"`
	// PerGroup is the geometric mean of the factors: it compares results with
	// different numbers of cells.
	PerGroup float64 `json:"per_group"`
	Cells    int     `json:"cells"`
}

// Bridging is the bridging score of one criterion over the cells that are
// shown; a cell of several merged groups counts as one, and language cells do
// not count. One cell bridges nothing, so it needs two (else false).
func Bridging(t CriterionTally) (Bridge, bool) {
	b := Bridge{Score: 1, Cells: len(t.Cells)}
	if b.Cells < 2 {
		return Bridge{}, false
	}
	for _, cell := range t.Cells {
		b.Score *= float64(cell.Counts.High()+1) / float64(cell.Counts.N()+2)
	}
	b.PerGroup = math.Pow(b.Score, 1/float64(b.Cells))
	return b, true
}

// Bridges is the bridging of a recommendation. Lower is the smaller of the two
// scores and stands for the recommendation: one that all groups would accept
// and none can carry out bridges no more than one that can be carried out and
// nobody accepts.
type Bridges struct {
	Feasible   Bridge `json:"feasible"`
	Acceptable Bridge `json:"acceptable"`
	Lower      Bridge `json:"lower"`
	Criterion  string `json:"criterion"` // the one that Lower is of; feasible among equals
}

// BridgingOf computes both criteria of the gate, or false if one of them has
// fewer than two cells.
func BridgingOf(t Tally) (Bridges, bool) {
	f, _ := t.Criterion(Feasible)
	a, _ := t.Criterion(Acceptable)
	feasible, ok1 := Bridging(f)
	acceptable, ok2 := Bridging(a)
	if !ok1 || !ok2 {
		return Bridges{}, false
	}
	b := Bridges{Feasible: feasible, Acceptable: acceptable, Lower: feasible, Criterion: Feasible}
	if acceptable.PerGroup < feasible.PerGroup {
		b.Lower, b.Criterion = acceptable, Acceptable
	}
	return b, true
}
