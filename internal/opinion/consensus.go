package opinion

import (
	"cmp"
	"math"
	"slices"
)

// Consensus is what everybody who voted agrees or disagrees with, at most five
// statements each, the strongest first.
type Consensus struct {
	Agree    []Representative `json:"agree"`
	Disagree []Representative `json:"disagree"`
}

// FindConsensus keeps the statements with a share over one half and a
// significant test, zeroed ones apart. tallies are those of all rows, by column.
func (m *Matrix) FindConsensus(tallies []Tally) Consensus {
	opposed := make([]Tally, len(tallies))
	for j, t := range tallies {
		opposed[j] = t.opposed()
	}
	return Consensus{Agree: m.agreed(tallies), Disagree: m.agreed(opposed)}
}

func (m *Matrix) agreed(tallies []Tally) []Representative {
	list := []Representative{}
	for j, t := range tallies {
		if !m.Zeroed[j] && t.share() > 0.5 && t.shareTest() > significant {
			list = append(list, Representative{
				Statement: m.Statements[j], Successes: t.Agree, Trials: t.Votes,
				Share: t.share(), ShareTest: t.shareTest(),
			})
		}
	}
	slices.SortStableFunc(list, func(a, b Representative) int {
		return cmp.Compare(b.Share*b.ShareTest, a.Share*a.ShareTest)
	})
	return list[:min(shown, len(list))]
}

// GroupInformedConsensus is, by statement, the product over groups of
// (A+1)/(S+2): high only if every group agrees. tallies are by group and column.
func GroupInformedConsensus(tallies [][]Tally) []float64 {
	if len(tallies) == 0 {
		return nil
	}
	scores := make([]float64, len(tallies[0]))
	for j := range scores {
		scores[j] = 1
		for _, group := range tallies {
			scores[j] *= group[j].share()
		}
	}
	return scores
}

// MinGroup is the smallest group of which anything is said.
const MinGroup = 3

// metaPriority is that of a meta statement.
const metaPriority = 49

// Priority is how much a statement deserves to be shown next: one that people
// agree with, do not pass on, that divides them, and that few have seen
// (Polis: conversation.clj, priority-metric). t is the tally of those in the
// conversation.
func Priority(t Tally, extremity float64, meta bool) float64 {
	if meta {
		return metaPriority
	}
	passes := float64(t.Votes-t.Agree-t.Disagree+1) / float64(t.Votes+2)
	fresh := 1 + 8*math.Exp2(-float64(t.Votes)/5)
	p := (1 - passes) * (1 + extremity) * t.share() * fresh
	return p * p
}
