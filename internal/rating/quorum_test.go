package rating_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sala.example/internal/rating"
)

func quorums(group string, quorum int) []rating.GroupQuorum {
	return []rating.GroupQuorum{{Group: group, Quorum: quorum}}
}

// gateWith is the usual gate with quorums of role groups.
func gateWith(asked ...rating.GroupQuorum) rating.Gate {
	g := rating.Default()
	g.GroupQuorums = asked
	return g
}

// drawQuorums asks a quorum of any of the groups of drawBallots that have a name.
func drawQuorums(t *rapid.T) []rating.GroupQuorum {
	var asked []rating.GroupQuorum
	for _, group := range []string{"employers", "ngo", "parents", "school"} {
		if n := rapid.IntRange(rating.MinCell-1, 7).Draw(t, "quorum of "+group); n >= rating.MinCell {
			asked = append(asked, rating.GroupQuorum{Group: group, Quorum: n})
		}
	}
	return asked
}

// A role group's quorum on one criterion: its own cell tells by how much it was
// missed; a merged one whether it was reached; a small one nothing.
func TestGroupQuorum(t *testing.T) {
	asks := func(value float64, held, unknown, atLeast bool) rating.Condition {
		return rating.Condition{
			Code: rating.GroupQuorumReached, Criterion: rating.Feasible, Group: "parents",
			Value: value, Bound: 4, Held: held, Unknown: unknown, AtLeast: atLeast,
		}
	}
	officers := ballots("officers", 7, 8, 9)
	tests := []struct {
		name  string
		rated [][]rating.Ballot
		want  rating.Condition
	}{
		{"more than enough", [][]rating.Ballot{ballots("parents", 7, 7, 8, 8, 9)}, asks(5, true, false, false)},
		{"just enough", [][]rating.Ballot{ballots("parents", 7, 7, 8, 8)}, asks(4, true, false, false)},
		{"one short", [][]rating.Ballot{ballots("parents", 7, 7, 8)}, asks(3, false, false, false)},
		{"abstentions do not count", [][]rating.Ballot{ballots("parents", 7, 7, 8, 0, 0)}, asks(3, false, false, false)},
		{"two are not shown", [][]rating.Ballot{ballots("parents", 9, 9)}, asks(0, false, true, false)},
		{"nobody came", nil, asks(0, false, true, false)},
		{"enough, shown with a small group", [][]rating.Ballot{ballots("parents", 7, 7, 8, 8, 9), ballots("ngo", 1)}, asks(4, true, false, true)},
		{"one short, shown with a small group", [][]rating.Ballot{ballots("parents", 7, 7, 8), ballots("ngo", 1)}, asks(0, false, true, false)},
		{"small, and with others a large cell", [][]rating.Ballot{ballots("parents", 7, 7), ballots("ngo", 1, 1)}, asks(0, false, true, false)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			gate := gateWith(quorums("parents", 4)...)
			tally, err := rating.NewTally(slices.Concat(officers, slices.Concat(test.rated...)), []string{rating.Feasible}, "officers", gate.GroupQuorums...)
			if err != nil {
				t.Fatal(err)
			}
			got := gate.Check(tally, "officers", 0).Conditions[2]
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Whatever else holds: one role group short of its quorum means no quorum.
func TestNoQuorumOfARoleGroup(t *testing.T) {
	all := []rating.Cell{cell(t, "officers", 8, 8, 8), cell(t, "parents", 8, 8, 8), cell(t, "schools", 8, 8, 8, 8)}
	tests := []struct {
		asked      []rating.GroupQuorum
		objections int
		want       rating.Outcome
	}{
		{nil, 0, rating.Agreed},
		{quorums("parents", 3), 0, rating.Agreed},
		{quorums("parents", 4), 0, rating.NoQuorum},
		{quorums("parents", 4), 1, rating.NoQuorum},
		{quorums("schools", 4), 1, rating.AgreedWithDissent},
		{append(quorums("parents", 3), quorums("schools", 5)...), 0, rating.NoQuorum},
		{quorums("employers", 3), 0, rating.NoQuorum},
	}
	for _, test := range tests {
		if got := gateWith(test.asked...).Check(tallyOf(all, all), "officers", test.objections).Suggested; got != test.want {
			t.Errorf("%v, %d objections: %s, want %s", test.asked, test.objections, got, test.want)
		}
	}
	one := tallyOf(all, all[:2])
	if got := gateWith(quorums("schools", 3)...).Check(one, "officers", 0).Suggested; got != rating.NoQuorum {
		t.Errorf("a quorum on one criterion alone: %s", got)
	}
}

// A quorum counts who rated, as the ballots do; the tally, and with it what is
// shown of anybody's ratings, is the same whatever quorums are asked.
func TestGroupQuorumsCountAndChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, asked := drawBallots(t), drawQuorums(t)
		tally := newTally(t, all, "officers", asked...)
		v := gateWith(asked...).Check(rating.Tally{Criteria: []rating.CriterionTally{tally}}, "officers", 0)
		missed := false
		for i, q := range asked {
			c := v.Conditions[2+2*i]
			n := groupCounts(all, q.Group).N()
			if c.Group != q.Group || c.Held != (n >= q.Quorum) {
				t.Fatalf("%d of %s rated, %d are asked: %+v", n, q.Group, q.Quorum, c)
			}
			if !c.Unknown && !c.AtLeast && c.Value != float64(n) || c.Value > 0 && c.Value < rating.MinCell {
				t.Fatalf("%d of %s rated: shown %v", n, q.Group, c.Value)
			}
			missed = missed || !c.Held
		}
		if missed && v.Suggested != rating.NoQuorum {
			t.Fatalf("a quorum was missed, and %s is suggested", v.Suggested)
		}
		tally.Reached = nil
		if diff := cmp.Diff(newTally(t, all, "officers"), tally); diff != "" {
			t.Fatalf("without quorums (-), with them (+):\n%s", diff)
		}
	})
}

// More ratings, from whomever, never lose a role group its quorum.
func TestGroupQuorumIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, asked := drawBallots(t), drawQuorums(t)
		more := append(slices.Clone(all), drawBallots(t)...)
		held := func(all []rating.Ballot) []bool {
			tally := newTally(t, all, "officers", asked...)
			var held []bool
			for _, c := range gateWith(asked...).Check(rating.Tally{Criteria: []rating.CriterionTally{tally}}, "officers", 0).Conditions {
				if c.Code == rating.GroupQuorumReached && c.Criterion == rating.Feasible {
					held = append(held, c.Held)
				}
			}
			return held
		}
		before, after := held(all), held(more)
		for i := range before {
			if before[i] && !after[i] {
				t.Fatalf("%+v was reached, and no longer with more ratings", asked[i])
			}
		}
	})
}

// A gate of before there were group quorums reads and writes as it did.
func TestGateWithoutGroupQuorumsIsWrittenAsBefore(t *testing.T) {
	const before = `{"quorum":3,"median":7,"room_high":0.7,"room_low":0.15,"floor":3,"percentile_type":7}`
	data, err := json.Marshal(rating.Default())
	if err != nil || string(data) != before {
		t.Errorf("%s, %v", data, err)
	}
	var read rating.Gate
	if err := json.Unmarshal([]byte(before), &read); err != nil || !read.Equal(rating.Default()) {
		t.Errorf("%+v, %v", read, err)
	}
	tally, err := json.Marshal(newTally(t, ballots("parents", 7, 8, 9), ""))
	if err != nil || strings.Contains(string(tally), "reached") {
		t.Errorf("%s, %v", tally, err)
	}
}

// Two gates are equal when every field is; no field is forgotten.
func TestGateEqual(t *testing.T) {
	if !gateWith(quorums("parents", 3)...).Equal(gateWith(quorums("parents", 3)...)) || !gateWith().Equal(rating.Default()) {
		t.Error("the same gate twice is not equal")
	}
	if !(rating.Gate{GroupQuorums: []rating.GroupQuorum{}}).IsZero() || rating.Default().IsZero() {
		t.Error("a gate that nobody chose is the zero one")
	}
	for i := range reflect.TypeFor[rating.Gate]().NumField() {
		g := gateWith(quorums("parents", 3)...)
		reflect.ValueOf(&g).Elem().Field(i).SetZero()
		if g.Equal(gateWith(quorums("parents", 3)...)) {
			t.Errorf("%s makes no difference", reflect.TypeFor[rating.Gate]().Field(i).Name)
		}
	}
	if gateWith(quorums("parents", 3)...).Equal(gateWith(quorums("parents", 4)...)) {
		t.Error("another quorum makes no difference")
	}
}

func TestSortQuorums(t *testing.T) {
	given := slices.Concat(quorums("schools", 3), quorums("ngo", 4), quorums("parents", 5))
	want := slices.Concat(quorums("ngo", 4), quorums("parents", 5), quorums("schools", 3))
	if got := rating.SortQuorums(given); !slices.Equal(got, want) || given[0].Group != "schools" {
		t.Errorf("%v of %v", got, given)
	}
	if rating.SortQuorums([]rating.GroupQuorum{}) != nil {
		t.Error("no quorums are nil")
	}
}
