package opinion

import "math"

// Map is an opinion map that goes on: what may be shown of it is its Outcome,
// the rest is for telling single voters their own place and what to vote on.
type Map struct {
	Outcome  Outcome
	analysis analysis
	groupOf  []int // by row: index in Outcome.Groups, or nobodys
	extreme  map[string]float64
}

// nobodys is the group of those who voted too little to be grouped, or whose
// group is too small to be told of.
const nobodys = -1

// Draw makes the map of a matrix. role gives the role group of a voter, "" for
// none, which counts as a group like any other; bridging goes over these.
// Stability is a matter of its own, see Steady.
func Draw(m *Matrix, role func(voter string) string) *Map {
	p := &Map{analysis: analysis{matrix: m}, groupOf: make([]int, len(m.Voters))}
	a := &p.analysis
	a.place()
	p.extreme = named(m.Statements, a.extremities())
	for i := range p.groupOf {
		p.groupOf[i] = nobodys
	}
	p.Outcome = Outcome{People: len(m.Voters), Votes: len(m.value), Groups: []OutcomeGroup{}, Statements: []OutcomeStatement{}}
	if len(m.Voters) >= MinPeople {
		a.group()
		p.group()
	}
	p.count(role)
	return p
}

// Steady draws the voters anew so often and says how far the groups stay the
// same. It does nothing when there are no groups.
func (p *Map) Steady(resamples int, seed uint64) {
	p.Outcome.Stability = p.analysis.matrix.Bootstrap(p.analysis.in, p.analysis.label, resamples, seed).rounded()
}

// Resamples is how many draws Steady should take for so many votes: fifty, and
// fewer from forty thousand votes on, so that it always ends within a second.
func Resamples(votes int) int { return min(50, max(8, 2_000_000/max(1, votes))) }

// Locate places somebody by their votes, as Project does; false when they have
// voted on too little to be placed.
func (p *Map) Locate(votes map[string]int8) (Point, bool) {
	a := &p.analysis
	at, n := Point{}, count(a.matrix.Zeroed)
	for j, s := range a.matrix.Statements {
		value, voted := votes[s]
		if !voted || a.matrix.Zeroed[j] {
			continue
		}
		n++
		d := float64(value) - a.centre[j]
		at[0] += d * a.components[0][j]
		at[1] += d * a.components[1][j]
	}
	scale := math.Sqrt(float64(len(a.centre)) / float64(max(1, n)))
	return Point{scale * at[0], scale * at[1]}, len(votes) > 0 && n >= min(inConversationVotes, len(a.centre))
}

// Nearest is the group whose centre is nearest to a point, false without any.
func (p *Map) Nearest(at Point) (int, bool) {
	best := nobodys
	for g, group := range p.Outcome.Groups {
		if best < 0 || squared(at, group.Centre) < squared(at, p.Outcome.Groups[best].Centre) {
			best = g
		}
	}
	return best, best >= 0
}

// Extremity is how far a statement lies from the middle; 0 for one that nobody
// has voted on.
func (p *Map) Extremity(statement string) float64 { return p.extreme[statement] }
