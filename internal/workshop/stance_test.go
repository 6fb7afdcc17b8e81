package workshop

import "testing"

func TestGiveStance(t *testing.T) {
	r := newRoom(t)
	o := r.seat("officers", 2)
	r.do(o[0], &GiveStance{Recommendation: "r1", Stance: StanceAgree})
	r.do(o[1], &GiveStance{Recommendation: "r1", Stance: StanceReserve, Text: Say("If the budget is there.")})
	r.do(o[0], &GiveStance{Recommendation: "r2", Stance: StanceCannot, Text: Say("No mandate.")})
	r.later(oneMinute).do(o[0], &GiveStance{Recommendation: "r1", Stance: StanceAsk, Until: "2014-10-07"})

	on := r.s.StancesOn("r1")
	if len(on) != 2 {
		t.Fatalf("%+v: a later stance replaces the earlier one", on)
	}
	if on[0].Stance != StanceAsk || on[0].Until != "2014-10-07" || !on[0].At.Equal(r.now) || on[1].Stance != StanceReserve {
		t.Errorf("%+v", on)
	}
	if other := r.s.StancesOn("r2")[0]; other.By == on[0].By {
		t.Error("one officer has the same mask on two recommendations")
	}
}

func TestStanceRefusals(t *testing.T) {
	r := newRoom(t)
	o, p := r.seat("officers", 1)[0], r.seat("parents", 1)[0]
	r.refused(o, &GiveStance{Recommendation: "r9", Stance: StanceAgree}, "recommendation.unknown")
	for _, a := range []Actor{p, stranger, chair} {
		r.refused(a, &GiveStance{Recommendation: "r1", Stance: StanceAgree}, "stance.not-accepting-party")
	}
	r.refused(o, &GiveStance{Recommendation: "r1", Stance: StanceReserve}, "stance.no-text")
	r.refused(o, &GiveStance{Recommendation: "r1", Stance: StanceCannot}, "stance.no-text")
	r.refused(o, &GiveStance{Recommendation: "r1", Stance: StanceAsk, Text: Say("The governor.")}, "stance.no-date")
	r.refused(o, &GiveStance{Recommendation: "r1", Stance: StanceAsk, Until: "next week"}, "date.not-a-date")
	r.refused(o, &GiveStance{Recommendation: "r1", Stance: StanceAgree, Text: Say(longPassage)}, "text.too-long")
	r.refused(o, &GiveStance{Recommendation: "r1", Stance: "perhaps"}, "stance.unknown")
	r.refused(o, &GiveStance{Recommendation: "r1"}, "stance.unknown")
}

// Whoever had to ask answers when the answer is there, also after closing;
// nobody else says anything new.
func TestTheSuperiorsAnswerComesLater(t *testing.T) {
	r := newRoom(t)
	o := r.seat("officers", 2)
	r.do(o[0], &GiveStance{Recommendation: "r1", Stance: StanceAsk, Until: "2014-10-07"})
	r.do(o[1], &GiveStance{Recommendation: "r1", Stance: StanceAgree})
	for _, rec := range []ID{"r1", "r2"} {
		r.do(chair, &RecordDecision{Recommendation: rec, Outcome: Revise})
	}
	r.do(chair, &CloseWorkshop{})
	r.refused(o[1], &GiveStance{Recommendation: "r1", Stance: StanceCannot, Text: Say("After all.")}, "workshop.closed")
	r.refused(o[0], &GiveStance{Recommendation: "r2", Stance: StanceAgree}, "workshop.closed")
	r.do(o[0], &GiveStance{Recommendation: "r1", Stance: StanceReserve, Text: Say("With a budget.")})
	r.refused(o[0], &GiveStance{Recommendation: "r1", Stance: StanceAgree}, "workshop.closed")
}
