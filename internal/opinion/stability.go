package opinion

import (
	"math/rand/v2"
	"slices"
)

// Stability says how far the groups depend on who happened to vote: the
// adjusted Rand index between the groups found and those of a resample of the
// same people, 1 for the same groups, 0 for chance.
type Stability struct {
	Resamples int     `json:"resamples"`
	Mean      float64 `json:"mean_ari"`
	Low       float64 `json:"low_ari"`  // one resample in ten is lower
	High      float64 `json:"high_ari"` // one resample in ten is higher
}

// Bootstrap draws the rows of in anew with replacement, so often as asked,
// groups each draw from the start, and compares with label, the groups of in.
// One seed always gives the same draws. nil for no draws or nobody.
func (m *Matrix) Bootstrap(in, label []int, resamples int, seed uint64) *Stability {
	if resamples < 1 || len(in) == 0 {
		return nil
	}
	random := rand.New(rand.NewPCG(seed, seed))
	indices := make([]float64, resamples)
	sum := 0.0
	for i := range indices {
		indices[i] = m.resample(in, label, random)
		sum += indices[i]
	}
	slices.Sort(indices)
	tenth := resamples / 10
	return &Stability{
		Resamples: resamples, Mean: sum / float64(resamples),
		Low: indices[tenth], High: indices[resamples-1-tenth],
	}
}

// resample compares the groups of one draw with label, over those drawn.
func (m *Matrix) resample(in, label []int, random *rand.Rand) float64 {
	drawn := make([]int, len(in))
	for i := range drawn {
		drawn[i] = random.IntN(len(in))
	}
	slices.Sort(drawn)
	rows := make([]int, len(in))
	for i, d := range drawn {
		rows[i] = in[d]
	}
	s := m.sample(rows)
	centre := s.Centre()
	points := s.Project(centre, s.Components(centre))
	base := BaseClusters(points)
	found := personLabels(base, GroupClusters(base), len(points))
	var before, after []int
	for i, d := range drawn {
		if i == 0 || drawn[i-1] != d {
			before, after = append(before, label[d]), append(after, found[i])
		}
	}
	return AdjustedRandIndex(before, after)
}

// personLabels gives each of n points that base divides the index of its group.
func personLabels(base []Cluster, g Grouping, n int) []int {
	l := make([]int, n)
	for group, cluster := range g.Groups {
		for _, b := range cluster.Members {
			for _, i := range base[b].Members {
				l[i] = group
			}
		}
	}
	return l
}

// AdjustedRandIndex compares two divisions of the same things, given as labels
// (Hubert and Arabie 1985, equation 5); 1 when both are the same trivial one.
func AdjustedRandIndex(a, b []int) float64 {
	both, inA, inB := map[[2]int]int{}, map[int]int{}, map[int]int{}
	for i := range a {
		both[[2]int{a[i], b[i]}]++
		inA[a[i]]++
		inB[b[i]]++
	}
	together, pairsA, pairsB := pairs(both), pairs(inA), pairs(inB)
	all := float64(len(a)) * float64(len(a)-1) / 2
	if all == 0 {
		return 1
	}
	expected := pairsA * pairsB / all
	most := (pairsA + pairsB) / 2
	if most == expected {
		return 1
	}
	return (together - expected) / (most - expected)
}

// pairs counts the pairs within each class. The sum is of whole numbers, so
// that the order of the map does not matter.
func pairs[K comparable](sizes map[K]int) float64 {
	n := 0
	for _, size := range sizes {
		n += size * (size - 1) / 2
	}
	return float64(n)
}
