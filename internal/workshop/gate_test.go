package workshop

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"sala.example/internal/rating"
)

func quorum(group ID, n int) rating.GroupQuorum { return rating.GroupQuorum{Group: group, Quorum: n} }

// roomWith is newRoom with quorums of role groups.
func roomWith(t *testing.T, asked ...rating.GroupQuorum) *room {
	t.Helper()
	r := emptyRoom(t)
	r.created = sampleCreate()
	r.created.Settings.Gate = rating.Default()
	r.created.Settings.Gate.Quorum, r.created.Settings.Gate.GroupQuorums = 0, asked
	r.do(organiser, r.created)
	return r
}

func TestQuorumsOfRoleGroupsAreFixedWhenARoundOpens(t *testing.T) {
	r := roomWith(t, quorum("schools", 4), quorum("parents", 3))
	sorted := []rating.GroupQuorum{quorum("parents", 3), quorum("schools", 4)}
	equal(t, "quorums", r.s.Settings.Gate.GroupQuorums, sorted)

	r.seat("officers", 3)
	round := r.open("r1")
	equal(t, "of the round", r.s.Round(round).Gate.GroupQuorums, sorted)
	lower := r.s.Round(round).Gate
	lower.GroupQuorums = nil
	r.refused(chair, &OpenRound{Gate: &lower}, "round.already-open")
	r.do(chair, &CloseRound{Round: round})

	// A different gate is a new round, and the old one keeps its own.
	second := r.do(chair, &OpenRound{Recommendations: []ID{"r1"}, Gate: &lower})[0].(*RoundOpened).ID
	equal(t, "of the round before", r.s.Round(round).Gate.GroupQuorums, sorted)
	if got := r.s.Round(second).Gate; !got.Equal(lower) {
		t.Errorf("second round: %+v", got)
	}
	equal(t, "of the workshop", r.s.Settings.Gate.GroupQuorums, sorted)
}

func TestBadQuorumsAreRefused(t *testing.T) {
	r := newRoom(t)
	r.seat("officers", 3)
	gate := func(asked ...rating.GroupQuorum) *rating.Gate {
		g := rating.Default()
		g.GroupQuorums = asked
		return &g
	}
	for _, unknown := range []ID{"monks", "", rating.Others} {
		equal(t, "args", r.refused(chair, &OpenRound{Gate: gate(quorum(unknown, 3))}, "quorum.unknown-group"), map[string]string{"group": unknown})
	}
	officers := r.refused(chair, &OpenRound{Gate: gate(quorum("officers", 3))}, "quorum.of-accepting-party")
	equal(t, "args", officers, map[string]string{"group": "Officers", "group.en": "Officers"})
	twice := r.refused(chair, &OpenRound{Gate: gate(quorum("schools", 4), quorum("parents", 3), quorum("schools", 3))}, "quorum.twice")
	equal(t, "args", twice, map[string]string{"group": "Schools", "group.en": "Schools"})
	for _, n := range []int{-1, 0, 2} {
		args := r.refused(chair, &OpenRound{Gate: gate(quorum("schools", 4), quorum("parents", n))}, "quorum.too-small")
		equal(t, "args", args, map[string]string{"group": "Parents", "group.en": "Parents", "value": fmt.Sprint(n), "least": "3"})
	}
	r.refused(chair, &OpenRound{Gate: &rating.Gate{Quorum: -1, Median: 7}}, "quorum.too-small")

	c := sampleCreate()
	c.Settings.Gate = *gate(quorum("monks", 3))
	emptyRoom(t).refused(organiser, c, "quorum.unknown-group")
}

// A quorum of more than are in the room is for the chair to answer for.
func TestAQuorumOfMoreThanAreHereIsAllowedAndTold(t *testing.T) {
	r := roomWith(t, quorum("schools", 5), quorum("parents", 3))
	r.seat("officers", 2)
	r.seat("schools", 4)
	r.seat("parents", 3)
	round := r.s.Round(r.open("r1"))
	equal(t, "short", r.s.ShortOf(round.Gate, round.Entitled), []Short{{Group: "officers", Quorum: 3, Here: 2}, {Group: "schools", Quorum: 5, Here: 4}})
	r.do(chair, &CloseRound{Round: round.ID})
	if got := r.s.ShortOf(rating.Default(), map[ID]ID{"p1": "officers", "p2": "officers", "p3": "officers"}); len(got) != 0 {
		t.Errorf("short of %v", got)
	}
}

// Without the quorum of a role group nothing is agreed, not with dissent either,
// and the chair can record that there was none.
func TestNothingIsAgreedWithoutTheQuorumOfARoleGroup(t *testing.T) {
	for _, outcome := range []string{Agreed, AgreedWithDissent, NoQuorum} {
		r := roomWith(t, quorum("schools", 4))
		all := slices.Concat(r.seat("officers", 3), r.seat("schools", 4))
		r.rate("r1", 8, all[:6]...)
		round, result := r.s.LastResult("r1")
		if got := r.s.Check(round, result).Suggested; got != rating.NoQuorum {
			t.Fatalf("suggested %s", got)
		}
		decide := &RecordDecision{Recommendation: "r1", Outcome: outcome, Sentence: Say("A school was missing.")}
		if outcome == NoQuorum {
			r.do(chair, decide)
			continue
		}
		if args := r.refused(chair, decide, "decision.gate"); args["conditions"] != "group-quorum" {
			t.Errorf("%s: conditions %q", outcome, args["conditions"])
		}
		r.rate("r1", 8, all...)
		r.refused(chair, &RecordDecision{Recommendation: "r1", Outcome: NoQuorum}, "decision.quorum-was-there")
		r.do(chair, decide)
	}
}

// A group that reached its quorum is shown together with a smaller one: the
// journal keeps that it did, and neither how many nor what they rated.
func TestAMergedGroupKeepsItsQuorum(t *testing.T) {
	r := roomWith(t, quorum("schools", 3))
	all := slices.Concat(r.seat("officers", 5), r.seat("schools", 3), r.seat("parents", 1))
	r.rate("r1", 8, all...)
	round, result := r.s.LastResult("r1")
	if got := r.s.Check(round, result).Suggested; got != rating.Agreed {
		t.Errorf("suggested %s", got)
	}
	var closed struct {
		Results []struct {
			Tally struct {
				Criteria []map[string]json.RawMessage `json:"criteria"`
			} `json:"tally"`
		} `json:"results"`
	}
	if err := json.Unmarshal(r.journal[len(r.journal)-1].Data, &closed); err != nil {
		t.Fatal(err)
	}
	feasible := closed.Results[0].Tally.Criteria[0]
	equal(t, "cells", feasible["cells"], []rating.Cell{
		{Groups: []string{"officers"}, Counts: rating.Counts{7: 5}},
		{Groups: []string{"parents", "schools"}, Counts: rating.Counts{7: 4}},
	})
	equal(t, "reached", feasible["reached"], []string{"schools"})
}
