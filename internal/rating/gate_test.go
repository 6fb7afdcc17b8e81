package rating_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sala.example/internal/rating"
)

// cell repeats each rating as often as it is given: cell("officers", 7, 7, 8).
func cell(t testing.TB, group string, ratings ...int) rating.Cell {
	t.Helper()
	return rating.Cell{Groups: []string{group}, Counts: counts(t, ratings...)}
}

func tallyOf(feasible, acceptable []rating.Cell) rating.Tally {
	return rating.Tally{Criteria: []rating.CriterionTally{
		{Criterion: rating.Feasible, Cells: feasible},
		{Criterion: rating.Acceptable, Cells: acceptable},
	}}
}

func TestGate(t *testing.T) {
	good := []rating.Cell{cell(t, "officers", 7, 7, 8, 8, 9), cell(t, "parents", 7, 8, 9)}
	tests := []struct {
		name       string
		cells      []rating.Cell // on both criteria
		objections int
		want       rating.Outcome
		failed     []rating.Code // on feasible, and objections
	}{
		{"all hold", good, 0, rating.Agreed, nil},
		{"only objections", good, 2, rating.AgreedWithDissent, []rating.Code{rating.Objections}},
		{"officers hesitate", []rating.Cell{cell(t, "officers", 6, 6, 7), cell(t, "parents", 7, 7, 8, 9)}, 0, rating.Revise, []rating.Code{rating.AcceptingMedian}},
		{"officers hesitate, and an objection", []rating.Cell{cell(t, "officers", 6, 6, 7), cell(t, "parents", 7, 7, 8, 9)}, 1, rating.Revise, []rating.Code{rating.AcceptingMedian, rating.Objections}},
		{"officers split", []rating.Cell{cell(t, "officers", 1, 1, 7, 8, 9), cell(t, "parents", 7, 7, 7, 7, 7, 8, 9, 9, 9)}, 0, rating.Revise, []rating.Code{rating.AcceptingDisagreement}},
		{"room under 70 %", []rating.Cell{cell(t, "officers", 7, 7, 8), cell(t, "parents", 5, 5, 6)}, 0, rating.Revise, []rating.Code{rating.RoomHigh}},
		{"15 % against", []rating.Cell{cell(t, "officers", 7, 7, 8, 8, 8), cell(t, "parents", 1, 2, 3, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 9, 9)}, 0, rating.Revise, []rating.Code{rating.RoomLow}},
		{"a group at the floor", []rating.Cell{cell(t, "officers", slices.Repeat([]int{8}, 20)...), cell(t, "parents", 3, 3, 3)}, 0, rating.Revise, []rating.Code{rating.GroupFloor}},
		{"too few officers", []rating.Cell{cell(t, "parents", 7, 8, 9)}, 0, rating.NoQuorum, []rating.Code{rating.QuorumReached, rating.AcceptingMedian, rating.AcceptingDisagreement}},
		{"nobody", nil, 0, rating.NoQuorum, []rating.Code{rating.QuorumReached, rating.AcceptingMedian, rating.AcceptingDisagreement, rating.RoomHigh, rating.RoomLow, rating.GroupFloor}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := rating.Default().Check(tallyOf(test.cells, test.cells), "officers", test.objections)
			if v.Suggested != test.want {
				t.Errorf("suggested %s, want %s", v.Suggested, test.want)
			}
			var failed []rating.Code
			for _, c := range v.Conditions {
				if !c.Held && c.Criterion != rating.Acceptable {
					failed = append(failed, c.Code)
				}
			}
			if !slices.Equal(failed, test.failed) {
				t.Errorf("failed %v, want %v", failed, test.failed)
			}
		})
	}
}

func TestGateTellsByHowMuch(t *testing.T) {
	feasible := []rating.Cell{cell(t, "officers", 6, 6, 7), {Groups: []string{"ngo", "school"}, Counts: counts(t, 2, 8, 8, 8)}}
	acceptable := []rating.Cell{cell(t, "officers", 3, 3, 3, 7, 7, 7, 7, 7, 7)}
	got := rating.Default().Check(tallyOf(feasible, acceptable), "officers", 1).Conditions
	want := []rating.Condition{
		{Code: rating.QuorumReached, Criterion: rating.Feasible, Group: "officers", Value: 3, Bound: 3, Held: true},
		{Code: rating.QuorumReached, Criterion: rating.Acceptable, Group: "officers", Value: 9, Bound: 3, Held: true},
		{Code: rating.AcceptingMedian, Criterion: rating.Feasible, Group: "officers", Value: 6, Bound: 7},
		{Code: rating.AcceptingMedian, Criterion: rating.Acceptable, Group: "officers", Value: 7, Bound: 7, Held: true},
		{Code: rating.AcceptingDisagreement, Criterion: rating.Feasible, Group: "officers", Value: 0.4 / 4.15, Bound: 1, Held: true},
		{Code: rating.AcceptingDisagreement, Criterion: rating.Acceptable, Group: "officers", Value: 2.4 / 3.55, Bound: 1, Classic: true},
		{Code: rating.RoomHigh, Criterion: rating.Feasible, Value: 4.0 / 7, Bound: 0.7},
		{Code: rating.RoomHigh, Criterion: rating.Acceptable, Value: 6.0 / 9, Bound: 0.7},
		{Code: rating.RoomLow, Criterion: rating.Feasible, Value: 1.0 / 7, Bound: 0.15, Held: true},
		{Code: rating.RoomLow, Criterion: rating.Acceptable, Value: 3.0 / 9, Bound: 0.15},
		{Code: rating.GroupFloor, Criterion: rating.Feasible, Group: "officers", Value: 6, Bound: 3, Held: true},
		{Code: rating.GroupFloor, Criterion: rating.Acceptable, Group: "officers", Value: 7, Bound: 3, Held: true},
		{Code: rating.Objections, Value: 1},
	}
	if diff := cmp.Diff(want, got, closeTo(1e-12)); diff != "" {
		t.Errorf("conditions (-want +got):\n%s", diff)
	}
}

func TestGateWithoutAnAcceptingParty(t *testing.T) {
	merged := []rating.Cell{cell(t, "", 8, 8, 8), {Groups: []string{"ngo", "school"}, Counts: counts(t, 8, 8, 8)}}
	for _, party := range []string{"", rating.Others} {
		if v := rating.Default().Check(tallyOf(merged, merged), party, 0); v.Suggested != rating.NoQuorum {
			t.Errorf("party %q: %s", party, v.Suggested)
		}
	}
}

func TestGateAsksForBothCriteria(t *testing.T) {
	only := rating.Tally{Criteria: []rating.CriterionTally{
		{Criterion: rating.Feasible, Cells: []rating.Cell{cell(t, "officers", 9, 9, 9)}},
	}}
	if v := rating.Default().Check(only, "officers", 0); v.Suggested != rating.NoQuorum {
		t.Errorf("suggested %s", v.Suggested)
	}
}

// Raising ratings from 4-6 to 9 all round can only help.
func TestGateIsMonotoneInConsent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := rapid.SliceOfN(rapid.IntRange(1, 9), 3, 12)
		a := histogram(draw.Draw(t, "officers"))
		b := histogram(draw.Draw(t, "parents"))
		cells := []rating.Cell{{Groups: []string{"officers"}, Counts: a}, {Groups: []string{"parents"}, Counts: b}}
		before := rating.Default().Check(tallyOf(cells, cells), "officers", 0)
		all := []rating.Cell{
			{Groups: []string{"officers"}, Counts: rating.Counts{8: a.N()}},
			{Groups: []string{"parents"}, Counts: rating.Counts{8: b.N()}},
		}
		after := rating.Default().Check(tallyOf(all, all), "officers", 0)
		if after.Suggested != rating.Agreed || before.Suggested == rating.NoQuorum {
			t.Fatalf("before %s, after %s", before.Suggested, after.Suggested)
		}
	})
}

func TestGateValidate(t *testing.T) {
	if err := rating.Default().Validate(); err != nil {
		t.Error(err)
	}
	tests := map[string]func(*rating.Gate){
		"quorum of 2":        func(g *rating.Gate) { g.Quorum = 2 },
		"median of 10":       func(g *rating.Gate) { g.Median = 10 },
		"median NaN":         func(g *rating.Gate) { g.Median = math.NaN() },
		"floor above median": func(g *rating.Gate) { g.Floor = 7 },
		"share of 70":        func(g *rating.Gate) { g.RoomHigh = 70 },
		"nobody may be low":  func(g *rating.Gate) { g.RoomLow = 0 },
		"type 12":            func(g *rating.Gate) { g.Convention = 12 },
		"group of nobody":    func(g *rating.Gate) { g.GroupQuorums = quorums("", 3) },
		"the merged groups":  func(g *rating.Gate) { g.GroupQuorums = quorums(rating.Others, 3) },
		"group quorum of 2":  func(g *rating.Gate) { g.GroupQuorums = quorums("parents", 2) },
		"negative":           func(g *rating.Gate) { g.GroupQuorums = quorums("parents", -3) },
		"a group twice":      func(g *rating.Gate) { g.GroupQuorums = append(quorums("parents", 3), quorums("parents", 4)...) },
		"not sorted":         func(g *rating.Gate) { g.GroupQuorums = append(quorums("schools", 3), quorums("parents", 3)...) },
	}
	for name, spoil := range tests {
		g := rating.Default()
		spoil(&g)
		if g.Validate() == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
