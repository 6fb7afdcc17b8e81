package opinion

import "math"

// Tally counts the votes of some people on one statement.
type Tally struct {
	Agree    int `json:"agree"`
	Disagree int `json:"disagree"`
	Votes    int `json:"votes"` // with passes
}

func (t Tally) plus(o Tally) Tally {
	return Tally{t.Agree + o.Agree, t.Disagree + o.Disagree, t.Votes + o.Votes}
}

// opposed is the tally of the opposite statement.
func (t Tally) opposed() Tally { return Tally{t.Disagree, t.Agree, t.Votes} }

// TallyRows counts, by column, the votes of the given rows as they were cast,
// those on zeroed statements too.
func (m *Matrix) TallyRows(rows []int) []Tally {
	tallies := make([]Tally, len(m.Statements))
	for _, i := range rows {
		columns, values := m.row(i)
		for c, j := range columns {
			t := &tallies[j]
			t.Votes++
			switch values[c] {
			case Agree:
				t.Agree++
			case Disagree:
				t.Disagree++
			}
		}
	}
	return tallies
}

// significant is the z of a one-sided test at 90 %.
const significant = 1.2816

// share is the probability of agreeing with the prior of one agree and one
// disagree: (A+1)/(S+2).
func (t Tally) share() float64 { return float64(t.Agree+1) / float64(t.Votes+2) }

// shareTest is the z of the share against one half: 2 sqrt(S+1) ((A+1)/(S+1) - 1/2).
func (t Tally) shareTest() float64 {
	n := float64(t.Votes + 1)
	return 2 * math.Sqrt(n) * (float64(t.Agree+1)/n - 0.5)
}

// twoProportionTest is the z of the difference between two proportions with 1
// added to all four counts (Polis: stats/two-prop-test).
func twoProportionTest(successes1, trials1, successes2, trials2 int) float64 {
	s1, n1 := float64(successes1+1), float64(trials1+1)
	s2, n2 := float64(successes2+1), float64(trials2+1)
	pooled := (s1 + s2) / (n1 + n2)
	if pooled == 1 {
		return 0
	}
	return (s1/n1 - s2/n2) / math.Sqrt(pooled*(1-pooled)*(1/n1+1/n2))
}
