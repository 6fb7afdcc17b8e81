package rating_test

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sala.example/internal/rating"
)

// ballots makes n ballots of one group that rate feasible with value.
func ballots(group string, values ...int) []rating.Ballot {
	var out []rating.Ballot
	for _, v := range values {
		out = append(out, rating.Ballot{Group: group, Ratings: map[string]int{rating.Feasible: v}})
	}
	return out
}

func TestTallyMergesSmallGroups(t *testing.T) {
	tests := []struct {
		name     string
		ballots  [][]rating.Ballot
		cells    map[string]int // cell name to ratings
		others   []string
		notShown int
	}{
		{
			name:    "all large enough",
			ballots: [][]rating.Ballot{ballots("officers", 1, 2, 3), ballots("parents", 4, 5, 6)},
			cells:   map[string]int{"officers": 3, "parents": 3},
		},
		{
			name:    "two small groups make one cell",
			ballots: [][]rating.Ballot{ballots("officers", 1, 2, 3), ballots("ngo", 4, 5), ballots("school", 6)},
			cells:   map[string]int{"officers": 3, rating.Others: 3},
			others:  []string{"ngo", "school"},
		},
		{
			name:    "one small group joins the smallest other",
			ballots: [][]rating.Ballot{ballots("officers", 1, 2, 3), ballots("parents", 4, 5, 6, 7), ballots("school", 4, 5, 6, 7, 8), ballots("ngo", 9)},
			cells:   map[string]int{"officers": 3, "school": 5, rating.Others: 5},
			others:  []string{"ngo", "parents"},
		},
		{
			name:    "equal groups: the first by name",
			ballots: [][]rating.Ballot{ballots("school", 4, 5, 6), ballots("parents", 4, 5, 6), ballots("ngo", 9)},
			cells:   map[string]int{"school": 3, rating.Others: 4},
			others:  []string{"ngo", "parents"},
		},
		{
			name:     "never with the accepting party",
			ballots:  [][]rating.Ballot{ballots("officers", 1, 2, 3), ballots("ngo", 9, 9)},
			cells:    map[string]int{"officers": 3},
			notShown: 2,
		},
		{
			name:    "a small accepting party is not shown by itself",
			ballots: [][]rating.Ballot{ballots("officers", 1, 2), ballots("parents", 4, 5, 6)},
			cells:   map[string]int{rating.Others: 5},
			others:  []string{"officers", "parents"},
		},
		{
			name:     "two people",
			ballots:  [][]rating.Ballot{ballots("officers", 1), ballots("parents", 9)},
			cells:    map[string]int{},
			notShown: 2,
		},
		{
			name:    "abstentions do not make a cell",
			ballots: [][]rating.Ballot{ballots("officers", 1, 2, 3, 0), ballots("parents", 0, 0, 0)},
			cells:   map[string]int{"officers": 3},
		},
		{
			name:    "people without a role group are a group",
			ballots: [][]rating.Ballot{ballots("", 1, 2, 3), ballots("ngo", 9)},
			cells:   map[string]int{rating.Others: 4},
			others:  []string{"", "ngo"},
		},
		{name: "nobody", cells: map[string]int{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			all := slices.Concat(test.ballots...)
			tally := newTally(t, all, "officers")
			got := map[string]int{}
			for _, cell := range tally.Cells {
				got[cell.Name()] = cell.Counts.N()
				if cell.Name() == rating.Others && !slices.Equal(cell.Groups, test.others) {
					t.Errorf("merged %v, want %v", cell.Groups, test.others)
				}
			}
			if diff := cmp.Diff(test.cells, got); diff != "" {
				t.Errorf("cells (-want +got):\n%s", diff)
			}
			if tally.NotShown != test.notShown {
				t.Errorf("%d not shown, want %d", tally.NotShown, test.notShown)
			}
			if sum := tally.Room().N() + tally.NotShown + tally.Abstained; sum != len(all) {
				t.Errorf("%d ballots accounted for, want %d", sum, len(all))
			}
		})
	}
}

func newTally(t interface {
	Helper()
	Fatal(...any)
}, all []rating.Ballot, accepting string, asked ...rating.GroupQuorum,
) rating.CriterionTally {
	t.Helper()
	tally, err := rating.NewTally(all, []string{rating.Feasible}, accepting, asked...)
	if err != nil {
		t.Fatal(err)
	}
	return tally.Criteria[0]
}

func TestTallyRefusesWhatShouldNotHaveComeIn(t *testing.T) {
	for _, value := range []int{-1, 10} {
		_, err := rating.NewTally(ballots("parents", value), []string{rating.Feasible}, "")
		if !errors.Is(err, rating.ErrRating) {
			t.Errorf("rating %d: %v", value, err)
		}
	}
	_, err := rating.NewTally(ballots("parents", 5), []string{rating.Acceptable}, "")
	if !errors.Is(err, rating.ErrCriterion) {
		t.Errorf("criterion that was not asked: %v", err)
	}
}

func TestTallySurvivesJSON(t *testing.T) {
	all := slices.Concat(ballots("officers", 8, 8, 9, 7), ballots("ngo", 1, 0), ballots("parents", 5, 5, 6))
	want := newTally(t, all, "officers")
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got rating.CriterionTally
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(rating.Summarise(want.Room(), 7), rating.Summarise(got.Room(), 7)); diff != "" {
		t.Error(diff)
	}
}

// drawBallots draws a room of up to six groups on one criterion.
func drawBallots(t *rapid.T) []rating.Ballot {
	group := rapid.SampledFrom([]string{"officers", "parents", "school", "ngo", "employers", ""})
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) rating.Ballot {
		return ballots(group.Draw(t, "group"), rapid.IntRange(0, 9).Draw(t, "rating"))[0]
	}), 0, 25).Draw(t, "ballots")
}

func TestTallyDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := drawBallots(t)
		shuffled := rapid.Permutation(all).Draw(t, "shuffled")
		if diff := cmp.Diff(newTally(t, all, "officers"), newTally(t, shuffled, "officers")); diff != "" {
			t.Fatal(diff)
		}
	})
}

// No sum or difference of what is shown leaves fewer than MinCell ratings:
// cells do not overlap, so any such set is a union of cells, or of none.
func TestTallyShowsNoSmallCell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := drawBallots(t)
		tally := newTally(t, all, "officers")
		shown := map[string]bool{}
		var room rating.Counts
		for _, cell := range tally.Cells {
			if cell.Counts.N() < rating.MinCell {
				t.Fatalf("cell %v holds %d ratings", cell.Groups, cell.Counts.N())
			}
			for _, group := range cell.Groups {
				if shown[group] {
					t.Fatalf("%q is in two cells", group)
				}
				shown[group] = true
			}
			room = room.Plus(cell.Counts)
		}
		if room != tally.Room() {
			t.Fatal("the room is not the sum of what is shown")
		}
		if tally.NotShown >= rating.MinCell {
			t.Fatalf("%d ratings dropped", tally.NotShown)
		}
		if officers, ok := tally.Cell("officers"); ok && officers.Counts != groupCounts(all, "officers") {
			t.Fatal("the accepting party's cell holds other ratings too")
		}
	})
}

func groupCounts(all []rating.Ballot, group string) rating.Counts {
	var c rating.Counts
	for _, b := range all {
		if v := b.Ratings[rating.Feasible]; b.Group == group && v > 0 {
			c[v-1]++
		}
	}
	return c
}

// The strongest form: dealing the ratings of one cell to other members of that
// cell, or changing ratings that are not shown, leaves the tally as it is. So
// nothing computed from it can tell who, or which merged group, rated what; not
// with quorums by role group either.
func TestTallyHidesWhoRatedWhatInACell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, asked := drawBallots(t), drawQuorums(t)
		before := newTally(t, all, "officers", asked...)
		after := newTally(t, redeal(t, all, before), "officers", asked...)
		if diff := cmp.Diff(before, after); diff != "" {
			t.Fatal(diff)
		}
	})
}

// redeal permutes the ratings within each cell and redraws those in none.
func redeal(t *rapid.T, all []rating.Ballot, tally rating.CriterionTally) []rating.Ballot {
	out := make([]rating.Ballot, len(all))
	members := map[int][]int{} // cell to its ballots; -1 for those not shown
	for i, b := range all {
		out[i] = rating.Ballot{Group: b.Group, Ratings: maps.Clone(b.Ratings)}
		if b.Ratings[rating.Feasible] > 0 {
			cell := slices.IndexFunc(tally.Cells, func(c rating.Cell) bool { return slices.Contains(c.Groups, b.Group) })
			members[cell] = append(members[cell], i)
		}
	}
	for _, cell := range slices.Sorted(maps.Keys(members)) {
		who := members[cell]
		for k, from := range rapid.Permutation(who).Draw(t, "dealt") {
			value := all[from].Ratings[rating.Feasible]
			if cell < 0 {
				value = rapid.IntRange(1, 9).Draw(t, "redrawn")
			}
			out[who[k]].Ratings[rating.Feasible] = value
		}
	}
	return out
}
