package workshop

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"sala.example/internal/rating"
)

func TestOpenRoundFreezesWhatDecides(t *testing.T) {
	r := newRoom(t)
	r.seat("officers", 7)
	p := r.seat("schools", 2)
	r.do(p[1], &EraseParticipant{Participant: p[1].ID})
	r.edit("g1", "th", "รับเด็กทุกคนทันที")
	r.edit("g1", "en", "Admit every child now.")
	round := r.s.Round(r.open())

	equal(t, "recommendations", round.Recommendations, []ID{"r1", "r2"})
	equal(t, "entitled", round.Entitled, map[ID]ID{
		"p1": "officers", "p2": "officers", "p3": "officers", "p4": "officers", "p5": "officers", "p6": "officers", "p7": "officers", "p8": "schools",
	})
	equal(t, "bound", round.Bound, []BoundWording{{"g1", "th", 2}, {"g1", "en", 2}, {"g2", "th", 1}, {"g2", "en", 1}, {"g3", "th", 1}, {"g3", "en", 1}})
	if round.Number != 1 || round.Gate.Quorum != 4 || round.Gate.Median != 7 {
		t.Errorf("number %d, gate %+v: the quorum is a majority of seven officers", round.Number, round.Gate)
	}
}

func TestQuorumIsNeverUnderTheSmallestGroupShown(t *testing.T) {
	r := newRoom(t)
	r.seat("officers", 2)
	r.seat("schools", 9)
	if round := r.s.Round(r.open("r1")); round.Gate.Quorum != rating.MinCell {
		t.Errorf("quorum %d", round.Gate.Quorum)
	}
}

func TestRoundTakesAGateOfItsOwn(t *testing.T) {
	r := newRoom(t)
	r.seat("officers", 3)
	gate := rating.Default()
	gate.Median, gate.Quorum = 8, 5
	r.do(chair, &OpenRound{Gate: &gate})
	if got := r.s.OpenRound().Gate; !got.Equal(gate) {
		t.Errorf("%+v", got)
	}
}

func TestOpenRoundRefusals(t *testing.T) {
	r := newRoom(t)
	r.refused(chair, &OpenRound{}, "round.nobody")
	r.seat("officers", 3)
	r.refused(chair, &OpenRound{Recommendations: []ID{"r1", "r9"}}, "recommendation.unknown")
	bad := rating.Default()
	bad.Median = 12
	r.refused(chair, &OpenRound{Gate: &bad}, "round.gate")
	r.edit("g3", "th", "จัดล่ามในทุกโรงเรียน")
	if args := r.refused(chair, &OpenRound{}, "text.outdated-language"); args["number"] != "2" || args["lang"] != "th" {
		t.Errorf("args %v", args)
	}
	r.do(rapporteur, &AddRecommendation{Segments: []Text{{"en": "Reduce fees."}}})
	if args := r.refused(chair, &OpenRound{Recommendations: []ID{"r3"}}, "text.missing-language"); args["lang"] != "th" {
		t.Errorf("args %v", args)
	}
	r.open("r1")
	r.refused(chair, &OpenRound{Recommendations: []ID{"r1"}}, "round.already-open")
}

func TestRoundLeavesFinalDecisionsOut(t *testing.T) {
	r := newRoom(t)
	r.agreed("r1")
	r.refused(chair, &OpenRound{Recommendations: []ID{"r1", "r2"}}, "text.decided")
	equal(t, "to rate", r.s.Round(r.open()).Recommendations, []ID{"r2"})
	r.do(chair, &CloseRound{Round: r.s.OpenRound().ID})
	r.do(chair, &RecordDecision{Recommendation: "r2", Outcome: RejectedOutcome})
	r.refused(chair, &OpenRound{}, "round.nothing-to-rate")
}

// A recommendation named twice is rated once.
func TestRoundOnARecommendationNamedTwice(t *testing.T) {
	r := newRoom(t)
	r.seat("officers", 3)
	r.open("r1", "r1")
	equal(t, "to rate", r.s.OpenRound().Recommendations, []ID{"r1"})
}

func code(criterion string) string { return "code-" + criterion }

func TestCastBallotLeavesNoTrace(t *testing.T) {
	r := newRoom(t)
	officers := r.seat("officers", 3)
	round := r.open("r1")
	before := r.json()
	r.vote(officers[0], round, "r1", 1, 9)
	r.vote(officers[0], round, "r1", 9, 1)
	r.nothing(officers[1], &CastBallot{Round: round, Recommendation: "r1"})
	if r.json() != before {
		t.Error("a ballot changed the state")
	}
	c := &CastBallot{Round: round, Recommendation: "r1", Ratings: map[string]int{rating.Feasible: 4}, DontKnow: []string{rating.Acceptable}, Reason: " It depends. "}
	equal(t, "ballot", c.Ballot(r.s, officers[0].ID, code), Ballot{
		Recommendation: "r1", RoleGroup: "officers", Lang: "th", Ratings: c.Ratings, DontKnow: c.DontKnow, Reason: "It depends.",
		Codes: map[string]string{rating.Feasible: "code-feasible"},
	})
}

func TestCastBallotRefusals(t *testing.T) {
	r := newRoom(t)
	p := r.seat("officers", 3)[0]
	round := r.open("r1")
	late := r.seat("officers", 1)[0]
	ballot := func(round, recommendation ID, ratings map[string]int) *CastBallot {
		return &CastBallot{Round: round, Recommendation: recommendation, Ratings: ratings}
	}
	r.refused(p, ballot("v9", "r1", nil), "round.unknown")
	r.refused(p, ballot(round, "r2", nil), "recommendation.not-in-round")
	r.refused(late, ballot(round, "r1", nil), "round.not-entitled")
	r.refused(stranger, ballot(round, "r1", nil), "round.not-entitled")
	r.refused(chair, ballot(round, "r1", nil), "round.not-entitled")
	r.refused(p, ballot(round, "r1", map[string]int{"nice": 5}), "ballot.unknown-criterion")
	for _, value := range []int{0, 10, -1} {
		r.refused(p, ballot(round, "r1", map[string]int{rating.Feasible: value}), "ballot.out-of-range")
	}
	r.do(chair, &CloseRound{Round: round})
	if args := r.refused(p, ballot(round, "r1", map[string]int{rating.Feasible: 5}), "round.closed"); args["number"] != "1" {
		t.Errorf("args %v", args)
	}
}

func TestCloseRoundTalliesByRoleGroup(t *testing.T) {
	r := newRoom(t)
	officers, schools, parents := r.seat("officers", 4), r.seat("schools", 3), r.seat("parents", 1)
	round := r.open("r1", "r2")
	for i, o := range officers {
		r.vote(o, round, "r1", 6+i, 7)
	}
	for _, p := range append(schools, parents...) {
		r.vote(p, round, "r1", 2, 3)
	}
	r.do(chair, &CloseRound{Round: round})

	if r.s.OpenRound() != nil {
		t.Error("the round is still open")
	}
	of, result := r.s.LastResult("r1")
	if of.ID != round || result.Tally.Ballots != 8 {
		t.Fatalf("round %s, %d ballots", of.ID, result.Tally.Ballots)
	}
	feasible, _ := result.Tally.Criterion(rating.Feasible)
	if cell, shown := feasible.Cell("officers"); !shown || cell.Counts != (rating.Counts{5: 1, 6: 1, 7: 1, 8: 1}) {
		t.Errorf("officers %v", cell.Counts)
	}
	if _, shown := feasible.Cell("parents"); shown {
		t.Error("one parent is shown alone")
	}
	if _, other := r.s.LastResult("r2"); other.Tally.Ballots != 0 {
		t.Errorf("ballots of r1 counted on r2: %d", other.Tally.Ballots)
	}
	r.refused(chair, &CloseRound{Round: round}, "round.closed")
	r.refused(chair, &CloseRound{Round: "v9"}, "round.unknown")
}

func TestCloseRoundPassesTheVaultsErrorOn(t *testing.T) {
	r := newRoom(t)
	r.seat("officers", 3)
	round := r.open("r1")
	broken := errors.New("vault is shut")
	env := r.env(chair)
	env.Ballots = func(ID) ([]Ballot, error) { return nil, broken }
	if _, err := Decide(r.s, &CloseRound{Round: round}, env); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	env.Ballots = func(ID) ([]Ballot, error) {
		return []Ballot{{Recommendation: "r1", RoleGroup: "officers", Ratings: map[string]int{rating.Feasible: 12}}}, nil
	}
	if _, err := Decide(r.s, &CloseRound{Round: round}, env); err == nil {
		t.Error("a rating of 12 was counted")
	}
}

func TestStillRated(t *testing.T) {
	r := newRoom(t)
	r.rate("r1", 8, r.seat("officers", 3)...)
	round, _ := r.s.LastResult("r1")
	if !round.StillRated(r.s.Recommendation("r1"), r.s.Settings.Required) {
		t.Error("nothing has changed since")
	}
	r.edit("g2", "th", "ภายในสิบวัน")
	if round.StillRated(r.s.Recommendation("r1"), r.s.Settings.Required) {
		t.Error("the second paragraph says something else now")
	}
}

// Who rates as what is fixed when the round opens: nobody becomes an officer
// while the officers are being counted.
func TestRoleGroupIsFixedWhileARoundIsOpen(t *testing.T) {
	r := newRoom(t)
	r.seat("officers", 3)
	p := r.seat("parents", 1)[0]
	round := r.open("r1")
	r.do(p, &Join{Participant: p.ID, RoleGroup: "officers", Lang: "th"})
	c := &CastBallot{Round: round, Recommendation: "r1", Ratings: map[string]int{rating.Feasible: 9}}
	if got := c.Ballot(r.s, p.ID, code).RoleGroup; got != "parents" {
		t.Errorf("a parent's ballot counts among %s", got)
	}
}

func TestAcceptingSummary(t *testing.T) {
	r := newRoom(t)
	round := r.s.Round(r.rate("r1", 8, r.seat("officers", 3)...))
	if got, shown := r.s.AcceptingSummary(round, &round.Results[0], rating.Feasible); !shown || got.N != 3 || got.Median != 8 {
		t.Errorf("three officers who rated 8: %+v, shown %v", got, shown)
	}
	r.do(chair, &OpenRound{Recommendations: []ID{"r2"}})
	second := r.s.OpenRound()
	r.vote(Actor{ID: "p1", Role: "participant"}, second.ID, "r2", 5, 5)
	r.do(chair, &CloseRound{Round: second.ID})
	second = r.s.Round(second.ID)
	if got, shown := r.s.AcceptingSummary(second, &second.Results[0], rating.Feasible); shown {
		t.Errorf("a single officer is shown: %+v", got)
	}
	if r.s.AcceptingName("en") != "Officers" || r.s.GroupName("", "en") != "" {
		t.Error("names of role groups")
	}
}

// A round asks what it was opened with, in the usual order, and says until when.
func TestFurtherCriteria(t *testing.T) {
	r := newRoom(t)
	officers := r.seat("officers", 3)
	r.refused(chair, &OpenRound{Criteria: []string{"beauty"}}, "ballot.unknown-criterion")
	r.refused(chair, &OpenRound{Minutes: -1}, "round.minutes")
	r.refused(chair, &OpenRound{Minutes: longestRound + 1}, "round.minutes")
	e := r.do(chair, &OpenRound{Recommendations: []ID{"r1"}, Criteria: []string{rating.Equity, rating.Feasible, rating.Priority, rating.Equity}, Minutes: 5})[0].(*RoundOpened)
	equal(t, "criteria", e.Criteria, []string{rating.Feasible, rating.Acceptable, rating.Priority, rating.Equity})
	equal(t, "due", e.Due, r.now.Add(5*time.Minute))
	ballot := func(criterion string, value int) *CastBallot {
		return &CastBallot{Round: e.ID, Recommendation: "r1", Ratings: map[string]int{criterion: value}}
	}
	r.nothing(officers[0], ballot(rating.Equity, 3))
	r.refused(officers[0], ballot(rating.Effects, 3), "ballot.unknown-criterion")
	both := ballot(rating.Equity, 3)
	both.DontKnow = []string{rating.Equity}
	r.refused(officers[0], both, "ballot.both")
	wordy := ballot(rating.Equity, 3)
	wordy.Reason = strings.Repeat("ก", longestReason+1)
	r.refused(officers[0], wordy, "text.too-long")
	r.do(chair, &CloseRound{Round: e.ID})
	if c, ok := r.s.Round(e.ID).Results[0].Tally.Criterion(rating.Equity); !ok || c.NotShown != 1 {
		t.Errorf("equity came out as %+v", c)
	}
}

// The receipts of a criterion are the room's distribution again, and a ballot
// that could not be shown has none.
func TestReceipts(t *testing.T) {
	r := newRoom(t)
	officers, parents := r.seat("officers", 3), r.seat("parents", 2)
	round := r.open("r1")
	for i, a := range officers {
		r.vote(a, round, "r1", 6+i, 8)
	}
	for _, a := range parents {
		r.vote(a, round, "r1", 2, 2)
	}
	r.do(chair, &CloseRound{Round: round})
	result := r.s.Round(round).Results[0]
	var want []Receipt
	for i, a := range officers {
		want = append(want, Receipt{Code: shortHash(a.ID + "r1" + rating.Feasible), Rating: 6 + i})
	}
	slices.SortFunc(want, func(a, b Receipt) int { return strings.Compare(a.Code, b.Code) })
	equal(t, "receipts", result.Receipts[rating.Feasible], want)
	if result.Tally.Criteria[0].NotShown != 2 {
		t.Fatalf("the two parents should be too few to show: %+v", result.Tally)
	}
}

// Reasons come without their writers, and not at all from a room so small that
// everybody would know.
func TestReasons(t *testing.T) {
	r := newRoom(t)
	officers := r.seat("officers", 3)
	for want, people := range map[int][]Actor{0: officers[:2], 3: officers} {
		round := r.open("r1")
		for _, a := range people {
			r.nothing(a, &CastBallot{Round: round, Recommendation: "r1", Ratings: map[string]int{rating.Feasible: 5}, Reason: "Because of " + a.ID})
		}
		r.do(chair, &CloseRound{Round: round})
		reasons := r.s.Round(round).Results[0].Reasons
		if len(reasons) != want {
			t.Errorf("%d ballots: %d reasons", len(people), len(reasons))
		}
		for _, w := range reasons {
			if w.Ref == "" || w.Hash == "" || w.Plain() != "" {
				t.Errorf("a reason is not sealed: %+v", w)
			}
		}
	}
}
