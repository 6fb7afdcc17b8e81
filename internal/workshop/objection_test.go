package workshop

import "testing"

func TestRaiseObjection(t *testing.T) {
	r := newRoom(t)
	p := r.seat("parents", 1)[0]
	r.refused(p, &RaiseObjection{Recommendation: "r9", Reason: Say("x")}, "recommendation.unknown")
	r.refused(p, &RaiseObjection{Recommendation: "r1"}, "objection.no-reason")
	r.refused(p, &RaiseObjection{Recommendation: "r1", Reason: Say(longPassage)}, "text.too-long")
	r.refused(p, &RaiseObjection{Recommendation: "r1", Reason: Say("x"), Remedy: Say(longPassage)}, "text.too-long")
	r.do(p, &RaiseObjection{Recommendation: "r1", Reason: Say("It costs too much."), Remedy: Say("Fewer days.")})
	r.do(p, &RaiseObjection{Recommendation: "r2", Reason: Say("Who interprets?")})
	open := r.s.OpenObjections("r1")
	if len(open) != 1 || open[0].Author != maskOf(p.ID, "o1") || open[0].Remedy.IsZero() || open[0].Status != ObjectionOpen {
		t.Errorf("%+v", open)
	}
}

func TestNoObjectionAfterTheDecision(t *testing.T) {
	r := newRoom(t)
	r.agreed("r1")
	r.refused(stranger, &RaiseObjection{Recommendation: "r1", Reason: Say("Too late?")}, "text.decided")
}

func TestSettleObjection(t *testing.T) {
	r := newRoom(t)
	p := r.seat("parents", 2)
	for range 3 {
		r.do(p[0], &RaiseObjection{Recommendation: "r1", Reason: Say("It costs too much.")})
	}
	settle := func(id ID, as string) *SettleObjection { return &SettleObjection{Objection: id, As: as} }
	r.refused(chair, settle("o9", ObjectionDissent), "objection.unknown")
	r.refused(chair, settle("o1", "forgotten"), "objection.unknown-end")
	r.refused(chair, settle("o1", ObjectionOpen), "objection.unknown-end")
	r.refused(chair, settle("o1", ObjectionWithdrawn), "objection.not-yours")
	r.refused(p[1], settle("o1", ObjectionWithdrawn), "objection.not-yours")
	r.refused(p[0], settle("o1", ObjectionIntegrated), "access.denied")
	r.refused(p[0], settle("o1", ObjectionDissent), "access.denied")

	r.do(p[0], settle("o1", ObjectionWithdrawn))
	r.do(chair, settle("o2", ObjectionIntegrated))
	r.do(chair, settle("o3", ObjectionDissent))
	r.refused(chair, settle("o3", ObjectionIntegrated), "objection.settled")
	if len(r.s.OpenObjections("r1")) != 0 {
		t.Error("an objection is still open")
	}
	if o := r.s.Objection("o3"); o.Status != ObjectionDissent {
		t.Errorf("o3 is %+v", o)
	}
}
