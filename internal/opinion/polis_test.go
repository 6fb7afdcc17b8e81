package opinion

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"testing"
)

// polisMath is what Polis itself computed and stored. Its agree is -1, although
// its interface and its exports give agree as +1.
type polisMath struct {
	Priorities map[string]float64 `json:"comment-priorities"`
	VoteCounts map[string]int     `json:"user-vote-counts"`
	Meta       []int              `json:"meta-tids"`
	ModOut     []int              `json:"mod-out"`
	InConv     []int              `json:"in-conv"`
	Tids       []int              `json:"tids"`
	PCA        struct {
		Center     []float64    `json:"center"`
		Comps      [2][]float64 `json:"comps"`
		Projection [2][]float64 `json:"comment-projection"`
		Extremity  []float64    `json:"comment-extremity"`
	} `json:"pca"`
	Groups []struct {
		ID      int   `json:"id"`
		Members []int `json:"members"` // base clusters
	} `json:"group-clusters"`
	Base struct {
		ID      []int     `json:"id"`
		Members [][]int   `json:"members"`
		X       []float64 `json:"x"`
		Y       []float64 `json:"y"`
	} `json:"base-clusters"`
	GroupVotes map[string]struct {
		Votes map[string]struct{ A, D, S int } `json:"votes"`
	} `json:"group-votes"`
	Repness   map[string][]oracleStatement `json:"repness"`
	Consensus oracleConsensus              `json:"consensus"`
	GAC       map[string]float64           `json:"group-aware-consensus"`
}

// apiVote is a vote as Polis' programming interface gives it, in two dialects, agree +1.
type apiVote struct {
	Pid         *int        `json:"pid"`
	Tid         *int        `json:"tid"`
	Participant *int        `json:"participant_id"`
	Statement   *int        `json:"statement_id"`
	Vote        int8        `json:"vote"`
	Modified    json.Number `json:"modified"`
}

const vw = "r6vbnhffkxbd7ifmfbdrd-vw"

func polisSets() []string {
	return []string{"25ptpt-3gp-no-strict-with-meta", "above-100-ptpts", "below-100-ptpts", vw}
}

func readPolis(t testing.TB, set string) (polisMath, *Matrix) {
	t.Helper()
	var p polisMath
	if set == vw {
		readOracle(t, "polis/"+set+"/r6vbnhffkxbd7ifmfbdrd_math_blob.json", &p)
		votes := readVotesFile(t, "polis/"+set+"/2025-11-11-1704-r6vbnhffkxbd7ifmfbdrd-votes.csv")
		return p, p.matrix(votes)
	}
	readOracle(t, "polis/"+set+"/math-pca2.json", &p)
	var api []apiVote
	readOracle(t, "polis/"+set+"/votes.json", &api)
	votes := make([]Vote, len(api))
	for i, v := range api {
		votes[i] = v.vote(t)
	}
	return p, p.matrix(votes)
}

func (p polisMath) matrix(votes []Vote) *Matrix {
	return NewMatrix(votes, set(names(p.ModOut), names(p.Meta)))
}

func (v apiVote) vote(t testing.TB) Vote {
	t.Helper()
	pid, tid := v.Pid, v.Tid
	if pid == nil {
		pid, tid = v.Participant, v.Statement
	}
	when, err := v.Modified.Float64()
	if pid == nil || tid == nil || err != nil {
		t.Fatalf("vote %+v cannot be read: %v", v, err)
	}
	return Vote{strconv.Itoa(*pid), strconv.Itoa(*tid), v.Vote, int64(when)}
}

// centre and components of the oracle in our order of columns and our sign.
func (p polisMath) centre(t testing.TB, m *Matrix) (centre []float64, components [2][]float64) {
	t.Helper()
	if len(p.Tids) != len(m.Statements) {
		t.Fatalf("%d statements, want %d", len(m.Statements), len(p.Tids))
	}
	for _, s := range m.Statements {
		j := p.column(s)
		centre = append(centre, -p.PCA.Center[j])
		for c := range components {
			components[c] = append(components[c], p.PCA.Comps[c][j])
		}
	}
	return centre, components
}

func (p polisMath) column(statement string) int { return slices.Index(names(p.Tids), statement) }

// groupTallies counts from the members that the oracle gives each group.
func (p polisMath) groupTallies(m *Matrix) [][]Tally {
	var tallies [][]Tally
	for _, g := range p.Groups {
		var rows []int
		for _, b := range g.Members {
			rows = append(rows, rowsOf(m, p.Base.Members[slices.Index(p.Base.ID, b)])...)
		}
		tallies = append(tallies, m.TallyRows(rows))
	}
	return tallies
}

func rowsOf(m *Matrix, voters []int) []int {
	var rows []int
	for _, v := range voters {
		rows = append(rows, slices.Index(m.Voters, strconv.Itoa(v)))
	}
	return rows
}

func eachPolis(t *testing.T, test func(t *testing.T, p polisMath, m *Matrix)) {
	for _, set := range polisSets() {
		t.Run(set, func(t *testing.T) {
			p, m := readPolis(t, set)
			test(t, p, m)
		})
	}
}

func TestPolisVotes(t *testing.T) {
	eachPolis(t, func(t *testing.T, p polisMath, m *Matrix) {
		for i, v := range m.Voters {
			if m.Votes(i) != p.VoteCounts[v] {
				t.Errorf("voter %s has %d votes, want %d", v, m.Votes(i), p.VoteCounts[v])
			}
		}
		for g, tallies := range p.groupTallies(m) {
			for j, s := range m.Statements {
				if w := p.GroupVotes[strconv.Itoa(p.Groups[g].ID)].Votes[s]; tallies[j] != (Tally{w.A, w.D, w.S}) {
					t.Errorf("group %d, statement %s: %+v, want %+v", g, s, tallies[j], w)
				}
			}
		}
	})
}

func TestPolisComponents(t *testing.T) {
	eachPolis(t, func(t *testing.T, p polisMath, m *Matrix) {
		wantCentre, want := p.centre(t, m)
		centre := m.Centre()
		for j, s := range m.Statements {
			near(t, "centre of "+s, centre[j], wantCentre[j], 1e-9)
		}
		got := m.Components(wantCentre)
		for c := range want {
			near(t, fmt.Sprintf("cosine of component %d", c), cosine(got[c], want[c]), 1, 1e-9)
		}
	})
}

func TestPolisPositions(t *testing.T) {
	eachPolis(t, func(t *testing.T, p polisMath, m *Matrix) {
		positions := m.Project(p.centre(t, m))
		for b, members := range p.Base.Members {
			var sum Point
			for _, row := range rowsOf(m, members) {
				sum[0] += positions[row][0]
				sum[1] += positions[row][1]
			}
			n := float64(len(members))
			near(t, fmt.Sprintf("x of base cluster %d", b), -sum[0]/n, p.Base.X[b], 1e-9)
			near(t, fmt.Sprintf("y of base cluster %d", b), -sum[1]/n, p.Base.Y[b], 1e-9)
		}
	})
}

func TestPolisStatementPositions(t *testing.T) {
	eachPolis(t, func(t *testing.T, p polisMath, m *Matrix) {
		for i, point := range ProjectStatements(p.centre(t, m)) {
			j := p.column(m.Statements[i])
			near(t, "x of "+m.Statements[i], -point[0], p.PCA.Projection[0][j], 1e-9)
			near(t, "y of "+m.Statements[i], -point[1], p.PCA.Projection[1][j], 1e-9)
			near(t, "extremity of "+m.Statements[i], Extremity(point), p.PCA.Extremity[j], 1e-9)
		}
	})
}

// Who is in the conversation depends on history: once in, a voter stays. So
// all that the rule takes in must be in.
func TestPolisInConversation(t *testing.T) {
	eachPolis(t, func(t *testing.T, p polisMath, m *Matrix) {
		for _, row := range m.InConversation() {
			if !slices.Contains(names(p.InConv), m.Voters[row]) {
				t.Errorf("voter %s is not in Polis' conversation", m.Voters[row])
			}
		}
	})
}

func TestPolisGroups(t *testing.T) {
	eachPolis(t, func(t *testing.T, p polisMath, m *Matrix) {
		var points []Point
		var weights []float64
		for b, members := range p.Base.Members {
			points = append(points, Point{p.Base.X[b], p.Base.Y[b]})
			weights = append(weights, float64(len(members)))
		}
		got := KMeans(points, weights, len(p.Groups), groupIterations)
		for g, want := range p.Groups {
			var members []int
			for _, b := range want.Members {
				members = append(members, slices.Index(p.Base.ID, b))
			}
			slices.Sort(members)
			if g >= len(got) || !slices.Equal(got[g].Members, members) {
				t.Errorf("group %d is not %v", g, members)
			}
		}
	})
}

func TestPolisStatements(t *testing.T) {
	eachPolis(t, func(t *testing.T, p polisMath, m *Matrix) {
		tallies := p.groupTallies(m)
		for g, list := range m.Representatives(tallies) {
			id := strconv.Itoa(p.Groups[g].ID)
			sameStatements(t, "repness of "+id, list, p.Repness[id], 1e-6)
		}
		consensus := m.FindConsensus(m.TallyRows(allRows(len(m.Voters))))
		sameStatements(t, "agreed", consensus.Agree, p.Consensus.Agree, 1e-9)
		sameStatements(t, "disagreed", consensus.Disagree, p.Consensus.Disagree, 1e-9)
		for j, score := range GroupInformedConsensus(tallies) {
			near(t, "group-informed consensus of "+m.Statements[j], score, p.GAC[m.Statements[j]], 1e-9)
		}
	})
}

func TestPolisPriorities(t *testing.T) {
	eachPolis(t, func(t *testing.T, p polisMath, m *Matrix) {
		var in []int
		for _, members := range p.Base.Members {
			in = append(in, rowsOf(m, members)...)
		}
		meta := set(names(p.Meta))
		for j, tally := range m.TallyRows(in) {
			s := m.Statements[j]
			got := Priority(tally, p.PCA.Extremity[p.column(s)], meta[s])
			near(t, "priority of "+s, got, p.Priorities[s], 1e-9)
		}
	})
}

// ratings/polis-unit.json holds the worked examples of Polis' own tests.
func TestPolisUnits(t *testing.T) {
	var unit struct {
		Silhouette struct {
			Dist    [][]float64 `json:"dist"`
			Member0 float64     `json:"member0"`
			Total   float64     `json:"total"`
		} `json:"silhouette"`
		TwoProp struct {
			Args [4]int  `json:"args"`
			Z    float64 `json:"z"`
			Tol  float64 `json:"tol"`
		} `json:"two_prop_test"`
	}
	readOracle(t, "ratings/polis-unit.json", &unit)
	label := []int{0, 0, 1, 1}
	near(t, "silhouette of member 0", pointSilhouette(unit.Silhouette.Dist[0], 0, label, 2), unit.Silhouette.Member0, 1e-5)
	near(t, "silhouette", silhouette(unit.Silhouette.Dist, label, 2), unit.Silhouette.Total, 1e-4)
	a := unit.TwoProp.Args // both successes, then both trials
	z := twoProportionTest(a[0], a[2], a[1], a[3])
	near(t, "z", z, unit.TwoProp.Z, unit.TwoProp.Tol)
}
