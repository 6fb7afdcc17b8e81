package opinion

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// anyVotes draws votes with revisions, all at different times for one voter
// and statement or at the same.
func anyVotes(t *rapid.T) []Vote {
	voters, statements := rapid.IntRange(1, 30).Draw(t, "voters"), rapid.IntRange(1, 12).Draw(t, "statements")
	n := rapid.IntRange(1, 300).Draw(t, "number")
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Vote {
		return Vote{
			Voter:     fmt.Sprint(rapid.IntRange(1, voters).Draw(t, "voter")),
			Statement: fmt.Sprint(rapid.IntRange(1, statements).Draw(t, "statement")),
			Value:     int8(rapid.IntRange(-1, 1).Draw(t, "value")),
			Time:      int64(rapid.IntRange(0, 3).Draw(t, "time")),
		}
	}), n, n).Draw(t, "votes")
}

func TestNoResultDependsOnArrival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		votes := anyVotes(t)
		o := Options{Out: []string{"3"}, Meta: []string{"5"}, Resamples: 3, Seed: 7}
		want, err := json.Marshal(Analyse(votes, o))
		if err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(Analyse(rapid.Permutation(votes).Draw(t, "order"), o))
		if err != nil || string(got) != string(want) {
			t.Fatalf("another order gives another result: %v", err)
		}
	})
}

// The components are unit eigenvectors at right angles, and no direction that
// is drawn has more variance than the first.
func TestComponentsAreEigenvectors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := NewMatrix(anyVotes(t), nil)
		centre := m.Centre()
		d := m.deviations(centre)
		components := m.Components(centre)
		variance := func(v []float64) float64 {
			w := make([]float64, len(v))
			m.scatter(d, w, v)
			return dot(v, w)
		}
		for _, v := range components {
			w := make([]float64, len(v))
			m.scatter(d, w, v)
			subtract(w, v, dot(v, w))
			if length := norm(v); length != 0 && math.Abs(length-1) > 1e-12 || norm(w) > 1e-9 {
				t.Fatalf("%v is no unit eigenvector", v)
			}
		}
		if math.Abs(dot(components[0], components[1])) > 1e-12 || variance(components[1]) > variance(components[0])+1e-9 {
			t.Fatal("the second component is not below the first")
		}
		any := make([]float64, len(centre))
		for j := range any {
			any[j] = rapid.Float64Range(-1, 1).Draw(t, "direction")
		}
		if normalise(any) > 0.1 && variance(any) > variance(components[0])+1e-9 {
			t.Fatal("another direction has more variance than the first component")
		}
	})
}

// A repeated eigenvalue has two components, not one.
func TestEqualVariances(t *testing.T) {
	votes := []Vote{{"1", "a", 1, 0}, {"2", "a", -1, 0}, {"3", "b", 1, 0}, {"4", "b", -1, 0}}
	m := NewMatrix(votes, nil)
	c := m.Components(m.Centre())
	if math.Abs(norm(c[0])-1) > 1e-12 || math.Abs(norm(c[1])-1) > 1e-12 || math.Abs(dot(c[0], c[1])) > 1e-12 {
		t.Errorf("components %v", c)
	}
}

// The second difference matrix of size n has the eigenvalues
// 2 - 2 cos(k pi / (n+1)) with eigenvectors sin(i k pi / (n+1)).
func TestTopOfTridiagonal(t *testing.T) {
	for n := 1; n <= 60; n++ {
		diagonal, neighbour := slices.Repeat([]float64{2}, n), slices.Repeat([]float64{-1}, n-1)
		value, vector := topOfTridiagonal(diagonal, neighbour)
		want, angle := make([]float64, n), float64(n)*math.Pi/float64(n+1)
		for i := range want {
			want[i] = math.Sin(float64(i+1) * angle)
		}
		if math.Abs(value-(2-2*math.Cos(angle))) > 1e-12 || cosine(vector, want) < 1-1e-12 || math.Abs(norm(vector)-1) > 1e-12 {
			t.Errorf("size %d: %g, %v", n, value, vector)
		}
	}
}

func TestMatrixKeepsTheLatest(t *testing.T) {
	m := NewMatrix([]Vote{
		{"10", "1", 1, 5}, {"9", "1", 1, 5}, {"10", "1", -1, 4}, // an older one that came later
		{"9", "1", 0, 6}, {"x", "2", 1, 1}, {"x", "2", -1, 1}, // a contradiction
	}, map[string]bool{"2": true})
	if !slices.Equal(m.Voters, []string{"9", "10", "x"}) || !slices.Equal(m.Statements, []string{"1", "2"}) {
		t.Errorf("%v, %v", m.Voters, m.Statements)
	}
	if !slices.Equal(m.value, []int8{0, 1, 0}) || !slices.Equal(m.Zeroed, []bool{false, true}) {
		t.Errorf("%v, %v", m.value, m.Zeroed)
	}
}

func TestKMeans(t *testing.T) {
	points := []Point{{0, 0}, {0, 0}, {4, 0}, {2, 0}, {5, 0}}
	got := KMeans(points, nil, 2, 20)
	// The point in the middle is as near to both and goes to the last, whose
	// centre then moves to 11/3, and so stays.
	if len(got) != 2 || !slices.Equal(got[0].Members, []int{0, 1}) || !slices.Equal(got[1].Members, []int{2, 3, 4}) {
		t.Errorf("%v", got)
	}
	if got := KMeans(points, nil, 9, 20); len(got) != 4 {
		t.Errorf("%d clusters of 4 distinct points", len(got))
	}
	if got := KMeans(points, []float64{1, 1, 1, 1, 1e6}, 1, 20); math.Abs(got[0].Centre[0]-5) > 1e-4 {
		t.Errorf("weights do not count: %v", got)
	}
	if got := KMeans(nil, nil, 3, 20); len(got) != 0 {
		t.Errorf("%v of nothing", got)
	}
}

func TestAdjustedRandIndex(t *testing.T) {
	for _, test := range []struct {
		a, b []int
		want float64
	}{
		{[]int{0, 0, 1, 1}, []int{1, 1, 0, 0}, 1},
		{[]int{0, 0, 1, 2}, []int{0, 0, 1, 1}, 4.0 / 7},
		{[]int{0, 0, 1, 1}, []int{0, 1, 0, 1}, -0.5},
		{[]int{0, 0}, []int{3, 3}, 1},
		{nil, nil, 1},
	} {
		if got := AdjustedRandIndex(test.a, test.b); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%v and %v: %g, want %g", test.a, test.b, got, test.want)
		}
	}
}

// camps are people who all vote like their camp on ten statements.
func camps(sizes ...int) []Vote {
	var votes []Vote
	person := 0
	for camp, size := range sizes {
		for range size {
			person++
			for s := range 10 {
				value := int8(Agree)
				if s%len(sizes) != camp {
					value = Disagree
				}
				votes = append(votes, Vote{fmt.Sprint(person), fmt.Sprint(s), value, 0})
			}
		}
	}
	return votes
}

func TestCampsAreFound(t *testing.T) {
	r := Analyse(camps(9, 8), Options{Resamples: 10, Seed: 1})
	if len(r.Groups) != 2 || r.Groups[0].Size != 9 || r.Groups[1].Size != 8 || len(r.Notes) != 0 {
		t.Errorf("groups %+v, notes %v", r.Groups, r.Notes)
	}
	if r.Silhouette != 0 || r.Stability.Mean != 1 { // two base clusters, each alone
		t.Errorf("silhouette %g, stability %+v", r.Silhouette, r.Stability)
	}
}

func TestSmallGroupsAreWithheld(t *testing.T) {
	r := Analyse(camps(12, 2), Options{})
	small := r.Groups[1]
	if small.Size != 2 || !small.Withheld || small.Members != nil || small.BaseClusters != nil || small.Center != nil || small.Votes != nil {
		t.Errorf("%+v", small)
	}
	if _, told := r.Repness["1"]; told || len(r.Repness["0"]) == 0 {
		t.Errorf("repness %v", r.Repness)
	}
	if len(r.Notes) != 2 || !strings.HasPrefix(r.Notes[0], "only 14 voted") || !strings.HasPrefix(r.Notes[1], "group 1 has fewer than 3 people") {
		t.Errorf("notes %q", r.Notes)
	}
}

func TestOneVote(t *testing.T) {
	r := Analyse([]Vote{{"1", "1", Agree, 0}}, Options{Resamples: 2})
	if r.Center["1"] != 1 || r.Positions["1"] != (Point{}) || len(r.Groups) != 1 {
		t.Errorf("%+v", r)
	}
}

func TestNoVote(t *testing.T) {
	if r := Analyse(nil, Options{Resamples: 2}); r.Voters != 0 || len(r.Groups) != 0 {
		t.Errorf("%+v", r)
	}
}
