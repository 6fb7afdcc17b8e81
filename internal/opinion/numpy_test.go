package opinion

import (
	"slices"
	"strconv"
	"testing"
)

// numpyReference is an exact restatement of the whole chain in numpy
// (numpyref.*.json), agree +1.
type numpyReference struct {
	Pids        []int                        `json:"pids"`
	Tids        []int                        `json:"tids"`
	ModOut      []int                        `json:"mod_out"`
	Center      []float64                    `json:"center"`
	Comps       [2][]float64                 `json:"comps"`
	Proj        []Point                      `json:"proj"`
	InConv      []int                        `json:"in_conv"`
	BaseLabels  []int                        `json:"base_labels"`
	BaseCenters []Point                      `json:"base_centers"`
	K           int                          `json:"k"`
	Silhouette  map[string]float64           `json:"silhouette"`
	Labels      []int                        `json:"labels"`
	Repness     map[string][]oracleStatement `json:"repness"`
	Consensus   oracleConsensus              `json:"consensus"`
	GAC         []float64                    `json:"gac"`
	Extremity   []float64                    `json:"extremity"`
	Priorities  map[string]float64           `json:"priorities"`
}

func openData() []string {
	return []string{"london.youth.policing", "brexit-consensus", "vtaiwan.uberx"}
}

// analysed is the whole chain on one open data set.
func analysed(t testing.TB, set string) (*analysis, map[string]bool) {
	t.Helper()
	out := map[string]bool{}
	for _, id := range ModeratedOut(readCommentsFile(t, "opendata/"+set+"/comments.csv")) {
		out[id] = true
	}
	a := &analysis{matrix: NewMatrix(readVotesFile(t, "opendata/"+set+"/votes.csv"), out)}
	a.place()
	a.group()
	return a, out
}

func TestOpenDataMap(t *testing.T) {
	for _, set := range openData() {
		t.Run(set, func(t *testing.T) {
			var want numpyReference
			readOracle(t, "opendata/numpyref."+set+".json", &want)
			a, _ := analysed(t, set)
			if !slices.Equal(a.matrix.Voters, names(want.Pids)) || !slices.Equal(a.matrix.Statements, names(want.Tids)) {
				t.Fatal("other voters or statements")
			}
			for j := range want.Center {
				near(t, "centre", a.centre[j], want.Center[j], 1e-12)
				near(t, "extremity", Extremity(a.statements[j]), want.Extremity[j], 1e-9)
			}
			for c := range want.Comps {
				for j := range want.Center {
					near(t, "component "+strconv.Itoa(c), a.components[c][j], want.Comps[c][j], 1e-9)
				}
			}
			for i, p := range want.Proj {
				near(t, "x", a.positions[i][0], p[0], 1e-9)
				near(t, "y", a.positions[i][1], p[1], 1e-9)
			}
		})
	}
}

func TestOpenDataGroups(t *testing.T) {
	for _, set := range openData() {
		t.Run(set, func(t *testing.T) {
			var want numpyReference
			readOracle(t, "opendata/numpyref."+set+".json", &want)
			a, _ := analysed(t, set)
			if !slices.Equal(a.voters(a.in), names(want.InConv)) {
				t.Fatal("others are in the conversation")
			}
			if got := labels(a.base, len(a.in)); !slices.Equal(got, want.BaseLabels) {
				t.Errorf("base clusters\n%v, want\n%v", got, want.BaseLabels)
			}
			if len(a.grouping.Groups) != want.K {
				t.Errorf("%d groups, want %d", len(a.grouping.Groups), want.K)
			}
			for k, s := range want.Silhouette {
				n, _ := strconv.Atoi(k)
				near(t, "silhouette of "+k, a.grouping.Silhouettes[n], s, 1e-9)
			}
			got := slices.Repeat([]int{-1}, len(a.matrix.Voters))
			for i, row := range a.in {
				got[row] = a.label[i]
			}
			if !slices.Equal(got, want.Labels) {
				t.Errorf("groups\n%v, want\n%v", got, want.Labels)
			}
		})
	}
}

func TestOpenDataStatements(t *testing.T) {
	for _, set := range openData() {
		t.Run(set, func(t *testing.T) {
			var want numpyReference
			readOracle(t, "opendata/numpyref."+set+".json", &want)
			a, _ := analysed(t, set)
			r := a.report(nil)
			for group, list := range want.Repness {
				sameStatements(t, "repness of "+group, r.Repness[group], list, 1e-9)
			}
			sameStatements(t, "agreed", r.Consensus.Agree, want.Consensus.Agree, 1e-9)
			sameStatements(t, "disagreed", r.Consensus.Disagree, want.Consensus.Disagree, 1e-9)
			for j, tid := range names(want.Tids) {
				near(t, "group-informed consensus of "+tid, r.GroupInformedConsensus[tid], want.GAC[j], 1e-9)
				near(t, "priority of "+tid, r.Priorities[tid], want.Priorities[tid], 1e-9)
			}
		})
	}
}

// Both shapes of an export hold the same votes.
func TestWideIsLong(t *testing.T) {
	for _, set := range openData() {
		long := NewMatrix(readVotesFile(t, "opendata/"+set+"/votes.csv"), nil)
		wide := NewMatrix(readVotesFile(t, "opendata/"+set+"/participants-votes.csv"), nil)
		if !slices.Equal(long.Voters, wide.Voters) || !slices.Equal(long.Statements, wide.Statements) {
			t.Fatalf("%s: other voters or statements", set)
		}
		if !slices.Equal(long.start, wide.start) || !slices.Equal(long.column, wide.column) || !slices.Equal(long.value, wide.value) {
			t.Errorf("%s: other votes", set)
		}
	}
}
