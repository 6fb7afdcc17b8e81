package opinion

import (
	"math"
	"slices"
)

// Project places each voter on the map: the sum over the statements voted on
// of deviation times component, scaled by sqrt(m/n) against the pull to the
// middle of those who voted little (m statements, n of them voted on; a zeroed
// statement counts as voted on by everybody). Polis: sparsity-aware-project-ptpt.
func (m *Matrix) Project(centre []float64, components [2][]float64) []Point {
	d := m.deviations(centre)
	zeroed := count(m.Zeroed)
	points := make([]Point, len(m.Voters))
	for i := range points {
		p, n := Point{}, zeroed
		for c := m.start[i]; c < m.start[i+1]; c++ {
			j := m.column[c]
			if m.Zeroed[j] {
				continue
			}
			n++
			p[0] += d[c] * components[0][j]
			p[1] += d[c] * components[1][j]
		}
		scale := math.Sqrt(float64(len(centre)) / float64(max(1, n)))
		points[i] = Point{scale * p[0], scale * p[1]}
	}
	return points
}

// ProjectStatements places each statement where somebody would stand who only
// agreed with it.
func ProjectStatements(centre []float64, components [2][]float64) []Point {
	scale := math.Sqrt(float64(len(centre)))
	points := make([]Point, len(centre))
	for j, mu := range centre {
		f := scale * (Agree - mu)
		points[j] = Point{f * components[0][j], f * components[1][j]}
	}
	return points
}

// Extremity is the distance of a projected statement from the middle.
func Extremity(p Point) float64 { return math.Hypot(p[0], p[1]) }

// MinPeople is from how many people on an opinion map is offered.
const MinPeople = 15

// inConversationVotes is how many votes bring a voter into the conversation,
// if there are that many statements.
const inConversationVotes = 7

// InConversation returns, in order, the rows of those who voted enough to be
// grouped: on 7 statements, or on all if there are fewer. When they are fewer
// than 15, the most active others join them, those of lower row first.
func (m *Matrix) InConversation() []int {
	enough := min(inConversationVotes, len(m.Statements))
	var in, others []int
	for i := range m.Voters {
		if m.Votes(i) >= enough {
			in = append(in, i)
		} else {
			others = append(others, i)
		}
	}
	slices.SortStableFunc(others, func(a, b int) int { return m.Votes(b) - m.Votes(a) })
	missing := min(len(others), max(0, MinPeople-len(in)))
	in = append(in, others[:missing]...)
	slices.Sort(in)
	return in
}

func count(flags []bool) int {
	n := 0
	for _, f := range flags {
		if f {
			n++
		}
	}
	return n
}
