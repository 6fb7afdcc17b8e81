package rating_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sala.example/internal/rating"
)

func cellOf(counts rating.Counts, groups ...string) rating.Cell {
	return rating.Cell{Groups: groups, Counts: counts}
}

func TestCompare(t *testing.T) {
	before := rating.CriterionTally{Criterion: rating.Feasible, Cells: []rating.Cell{
		cellOf(rating.Counts{3, 5, 2}, "officers"),
		cellOf(rating.Counts{0, 0, 0, 0, 3}, "parents"),
		cellOf(rating.Counts{0, 0, 0, 0, 0, 4}, "ngo", "school"),
	}}
	after := rating.CriterionTally{Criterion: rating.Feasible, Cells: []rating.Cell{
		cellOf(rating.Counts{6: 2, 7: 6, 8: 2}, "officers"),
		cellOf(rating.Counts{8: 4}, "employers"),
		cellOf(rating.Counts{0, 0, 0, 0, 0, 0, 3}, "parents"),
		cellOf(rating.Counts{6: 3}, "ngo"),
	}}
	got := rating.Compare(before, after, 0)
	if got.Convention != rating.DefaultConvention || got.Room.NBefore != 17 || got.Room.NAfter != 20 {
		t.Errorf("%+v", got)
	}
	if diff := cmp.Diff([]string{"employers", "ngo", "school"}, got.NotCompared); diff != "" {
		t.Error(diff)
	}
	officers := got.Groups[0]
	want := rating.Difference{Before: 2, After: 8, Change: 6, Finding: rating.Moved}
	if officers.Median != want || officers.ShareHigh.Finding != rating.Moved || officers.ShareLow.Change != -1 || officers.DI.Finding != "" {
		t.Errorf("officers: %+v", officers)
	}
	parents := got.Groups[1]
	if len(got.Groups) != 2 || parents.Median.Finding != rating.TooFew || parents.ShareHigh.Finding != rating.Chance {
		t.Errorf("parents: three people who all moved by two: %+v", parents)
	}
}

func TestCompareWithARoundThatNobodyRated(t *testing.T) {
	full := rating.CriterionTally{Cells: []rating.Cell{cellOf(rating.Counts{6: 9}, "officers")}}
	got := rating.Compare(rating.CriterionTally{}, full, 7)
	if got.Room.Median.Finding != rating.NoSide || got.Room.NAfter != 9 || got.Room.Median.Change != 0 {
		t.Errorf("%+v", got.Room)
	}
}

// Turning the two rounds round turns every difference round; a round compared
// with itself has not moved; and each group compared is one cell of both
// rounds, as it stands.
func TestCompareLooksAtWholeCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := newTally(t, drawBallots(t), "officers"), newTally(t, drawBallots(t), "officers")
		there, back := rating.Compare(before, after, 7), rating.Compare(after, before, 7)
		if there.Room.Median.Change != -back.Room.Median.Change || there.Room.Median.Finding != back.Room.Median.Finding {
			t.Fatalf("%+v, back %+v", there.Room, back.Room)
		}
		for _, s := range there.Groups {
			if !hasCell(before, s.Groups, s.NBefore) || !hasCell(after, s.Groups, s.NAfter) {
				t.Fatalf("%v is no cell of both rounds", s.Groups)
			}
		}
		same := rating.Compare(before, before, 7)
		if same.Room.Median.Finding == rating.Moved || len(same.Groups) != len(before.Cells) || len(same.NotCompared) != 0 {
			t.Fatalf("with itself: %+v", same)
		}
	})
}

func hasCell(t rating.CriterionTally, groups []string, n int) bool {
	return slices.ContainsFunc(t.Cells, func(c rating.Cell) bool {
		return slices.Equal(c.Groups, groups) && c.Counts.N() == n
	})
}

func TestBridging(t *testing.T) {
	// Worked by hand: (3+1)/(4+2) * (0+1)/(3+2).
	tally := rating.CriterionTally{Cells: []rating.Cell{
		cellOf(rating.Counts{1, 0, 0, 0, 0, 0, 1, 1, 1}, "officers"),
		cellOf(rating.Counts{0, 0, 0, 3}, "ngo", "parents"),
	}}
	got, ok := rating.Bridging(tally)
	if !ok || math.Abs(got.Score-4.0/6/5) > 1e-15 || got.Cells != 2 || math.Abs(got.PerGroup*got.PerGroup-got.Score) > 1e-15 {
		t.Errorf("%+v", got)
	}
	if _, ok := rating.Bridging(rating.CriterionTally{Cells: tally.Cells[:1]}); ok {
		t.Error("one group bridges")
	}
}

func TestBridgingOfARecommendationIsItsWeakerSide(t *testing.T) {
	high, low := rating.Counts{7: 4}, rating.Counts{0: 4}
	criterion := func(name string, counts ...rating.Counts) rating.CriterionTally {
		c := rating.CriterionTally{Criterion: name}
		for i, n := range counts {
			c.Cells = append(c.Cells, cellOf(n, string(rune('a'+i))))
		}
		return c
	}
	got, ok := rating.BridgingOf(rating.Tally{Criteria: []rating.CriterionTally{
		criterion(rating.Feasible, high, high), criterion(rating.Acceptable, high, low),
	}})
	if !ok || got.Criterion != rating.Acceptable || got.Lower != got.Acceptable || got.Lower.Score >= got.Feasible.Score {
		t.Errorf("%+v", got)
	}
	if _, ok := rating.BridgingOf(rating.Tally{Criteria: []rating.CriterionTally{criterion(rating.Feasible, high, high)}}); ok {
		t.Error("bridging without acceptability")
	}
}
