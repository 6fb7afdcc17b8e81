package workshop

import (
	"strings"
	"testing"

	"sala.example/internal/rating"
)

func TestAgreedBindsTheRevisions(t *testing.T) {
	r := newRoom(t)
	r.edit("g2", "en", "Within ten days.")
	r.edit("g2", "th", "ภายในสิบวัน")
	officers := r.seat("officers", 3)
	round := r.rate("r1", 8, officers...)
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: Agreed, Sentence: Say("Agreed by all.")})
	d := r.s.Recommendation("r1").Decision()
	if d.Outcome != Agreed || d.Round != round || d.Sentence.IsZero() || !d.At.Equal(r.now) {
		t.Errorf("%+v", d)
	}
	equal(t, "bound", d.Bound, []BoundWording{{"g1", "th", 1}, {"g1", "en", 1}, {"g2", "th", 2}, {"g2", "en", 2}})
}

func TestDecisionRefusals(t *testing.T) {
	r := newRoom(t)
	officers := r.seat("officers", 3)
	decide := func(outcome string) *RecordDecision {
		return &RecordDecision{Recommendation: "r1", Outcome: outcome}
	}
	r.refused(chair, &RecordDecision{Recommendation: "r9", Outcome: Agreed}, "recommendation.unknown")
	r.refused(chair, decide("maybe"), "decision.unknown-outcome")
	r.refused(chair, &RecordDecision{Recommendation: "r1", Outcome: Revise, Sentence: Say(longPassage)}, "text.too-long")
	r.refused(chair, decide(Agreed), "decision.not-rated")
	r.refused(chair, decide(AgreedWithDissent), "decision.not-rated")
	r.refused(chair, decide(NoQuorum), "decision.not-rated")
	round := r.open("r1")
	for _, outcome := range Outcomes() {
		r.refused(chair, decide(outcome), "text.being-rated")
	}
	r.do(chair, &RecordDecision{Recommendation: "r2", Outcome: Revise}) // r2 is not being rated
	for _, o := range officers {
		r.vote(o, round, "r1", 8, 8)
	}
	r.do(chair, &CloseRound{Round: round})
	r.refused(chair, decide(NoQuorum), "decision.quorum-was-there")
	r.refused(chair, decide(AgreedWithDissent), "decision.dissent-needs-sentence")
}

// Missing or outdated: no agreement and no rejection, but the text may go back.
func TestDecisionNeedsEveryLanguage(t *testing.T) {
	r := newRoom(t)
	r.rate("r1", 8, r.seat("officers", 3)...)
	r.edit("g1", "en", "Admit all children.")
	for _, outcome := range []string{Agreed, AgreedWithDissent, RejectedOutcome} {
		args := r.refused(chair, &RecordDecision{Recommendation: "r1", Outcome: outcome, Sentence: Say("So.")}, "text.outdated-language")
		if args["lang"] != "en" {
			t.Errorf("args %v", args)
		}
	}
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: Revise})

	r.do(rapporteur, &AddRecommendation{Segments: []Text{{"th": "ลดค่าธรรมเนียม"}}})
	r.refused(chair, &RecordDecision{Recommendation: "r3", Outcome: RejectedOutcome}, "text.missing-language")
	r.do(chair, &RecordDecision{Recommendation: "r3", Outcome: Revise})
	equal(t, "bound", r.s.Recommendation("r3").Decision().Bound, []BoundWording{{"g4", "th", 1}})
}

func TestDecisionOnATextThatChangedSince(t *testing.T) {
	r := newRoom(t)
	officers := r.seat("officers", 3)
	r.rate("r1", 8, officers...)
	r.edit("g1", "en", "Admit all children.")
	r.edit("g1", "th", "รับเด็กทั้งหมด")
	r.refused(chair, &RecordDecision{Recommendation: "r1", Outcome: Agreed}, "decision.text-changed-since")
	r.rate("r1", 8, officers...)
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: Agreed})
}

// The gate: agreed needs every condition; recorded dissent only those of the
// accepting party.
func TestDecisionAndTheGate(t *testing.T) {
	for _, c := range []struct {
		name             string
		officers, others []int
		objection        bool
		failed           string // conditions in the way of "agreed"; empty for none
		dissent          bool   // "agreed with dissent" is open
	}{
		{"all for it", []int{8, 8, 8}, []int{8, 8, 8}, false, "", true},
		{"officers lukewarm", []int{6, 6, 6}, []int{9, 9, 9, 9, 9, 9, 9, 9, 9, 9}, false, "accepting-median", false},
		{"officers split", []int{1, 1, 1, 9, 9, 9, 9}, []int{9, 9, 9, 9, 9, 9, 9}, false, "accepting-disagreement room-low", false},
		{"too few officers", []int{9, 9, 0}, []int{9, 9, 9}, false, "quorum accepting-median accepting-disagreement", false},
		{"room against", []int{8, 8, 8}, []int{4, 4, 4}, false, "room-high", true},
		{"a group at the floor", []int{8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8}, []int{3, 3, 3}, false, "group-floor", true},
		{"open objection", []int{8, 8, 8}, []int{8, 8, 8}, true, "objections", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRoom(t)
			officers, others := r.seat("officers", len(c.officers)), r.seat("schools", len(c.others))
			round := r.open("r1")
			r.votes(round, officers, c.officers)
			r.votes(round, others, c.others)
			r.do(chair, &CloseRound{Round: round})
			if c.objection {
				r.do(others[0], &RaiseObjection{Recommendation: "r1", Reason: Say("It costs too much.")})
			}
			agree := &RecordDecision{Recommendation: "r1", Outcome: Agreed}
			dissent := &RecordDecision{Recommendation: "r1", Outcome: AgreedWithDissent, Sentence: Say("Schools see it otherwise.")}
			if !c.dissent {
				r.refused(chair, dissent, "decision.gate")
			}
			if c.failed == "" {
				r.do(chair, agree)
				return
			}
			if got := r.refused(chair, agree, "decision.gate")["conditions"]; got != c.failed {
				t.Errorf("conditions %q, want %q", got, c.failed)
			}
			if c.dissent {
				r.do(chair, dissent)
			}
		})
	}
}

// votes gives each person's rating on both criteria; 0 abstains.
func (r *room) votes(round ID, people []Actor, values []int) {
	r.t.Helper()
	for i, a := range people {
		if values[i] > 0 {
			r.vote(a, round, "r1", values[i], values[i])
		}
	}
}

func TestEveryConditionIsTheRoomsOrTheAcceptingPartys(t *testing.T) {
	var accepting []string
	for _, code := range rating.Codes() {
		if OfAcceptingParty(code) {
			accepting = append(accepting, string(code))
		}
	}
	if got := strings.Join(accepting, " "); got != "quorum accepting-median accepting-disagreement" {
		t.Errorf("conditions of the accepting party: %s", got)
	}
}

func TestSettledObjectionsNoLongerStandInTheWay(t *testing.T) {
	for _, end := range []string{ObjectionIntegrated, ObjectionDissent} {
		r := newRoom(t)
		officers := r.seat("officers", 3)
		r.do(officers[0], &RaiseObjection{Recommendation: "r1", Reason: Say("It costs too much.")})
		r.rate("r1", 8, officers...)
		r.refused(chair, &RecordDecision{Recommendation: "r1", Outcome: Agreed}, "decision.gate")
		r.do(chair, &SettleObjection{Objection: "o1", As: end})
		r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: Agreed})
	}
}

func TestNoQuorum(t *testing.T) {
	r := newRoom(t)
	officers := r.seat("officers", 5)
	r.rate("r1", 8, officers[:2]...)
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: NoQuorum})
	if d := r.s.Recommendation("r1").Decision(); d.Agreed() || d.Final() {
		t.Error("no quorum is neither agreed nor final")
	}
	r.rate("r1", 8, officers...)
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: Agreed})
}

// The gate suggests "no quorum" when either criterion misses it; the chair
// must be able to record what the gate suggests.
func TestNoQuorumOnOneCriterion(t *testing.T) {
	r := newRoom(t)
	officers := r.seat("officers", 3)
	round := r.open("r1")
	for i, o := range officers {
		ratings := map[string]int{rating.Feasible: 8, rating.Acceptable: 8}
		if i == 0 {
			delete(ratings, rating.Acceptable)
		}
		r.nothing(o, &CastBallot{Round: round, Recommendation: "r1", Ratings: ratings})
	}
	r.do(chair, &CloseRound{Round: round})
	of, result := r.s.LastResult("r1")
	if got := r.s.Check(of, result).Suggested; got != rating.NoQuorum {
		t.Fatalf("suggested %s", got)
	}
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: NoQuorum})
}

func TestASecondDecision(t *testing.T) {
	r := newRoom(t)
	r.do(chair, &RecordDecision{Recommendation: "r2", Outcome: Revise})
	r.refused(chair, &RecordDecision{Recommendation: "r2", Outcome: Revise}, "decision.already")
	r.agreed("r1")
	for _, outcome := range Outcomes() {
		if args := r.refused(chair, &RecordDecision{Recommendation: "r1", Outcome: outcome}, "decision.already"); args["number"] != "1" {
			t.Errorf("args %v", args)
		}
	}
	if got := len(r.s.Recommendation("r1").Decisions); got != 1 {
		t.Errorf("%d decisions", got)
	}
}

func TestReopen(t *testing.T) {
	r := newRoom(t)
	r.refused(chair, &ReopenDecision{Recommendation: "r9", Reason: Say("So.")}, "recommendation.unknown")
	r.refused(chair, &ReopenDecision{Recommendation: "r1", Reason: Say("So.")}, "decision.none")
	r.agreed("r1")
	r.refused(chair, &ReopenDecision{Recommendation: "r1"}, "decision.reopen-needs-reason")
	r.refused(chair, &ReopenDecision{Recommendation: "r1", Reason: Say("  ")}, "decision.reopen-needs-reason")
	r.later(oneMinute).do(chair, &ReopenDecision{Recommendation: "r1", Reason: Say("A word is missing.")})
	rec := r.s.Recommendation("r1")
	if rec.Decision() != nil || !rec.Decisions[0].Reopened.Equal(r.now) || rec.Decisions[0].Reason.IsZero() {
		t.Errorf("%+v", rec.Decisions)
	}
	r.refused(chair, &ReopenDecision{Recommendation: "r1", Reason: Say("Again.")}, "decision.none")
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: Agreed})
	if len(rec.Decisions) != 2 || rec.Decision() == nil {
		t.Errorf("%+v: the reopened decision stays in the record", rec.Decisions)
	}
}

func TestReopenReasonHasALimit(t *testing.T) {
	r := newRoom(t)
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: Revise})
	r.refused(chair, &ReopenDecision{Recommendation: "r1", Reason: Say(longPassage)}, "text.too-long")
	r.refused(chair, &ReopenDecision{Recommendation: "r1", Reason: Say("a\x00b")}, "text.not-text")
}
