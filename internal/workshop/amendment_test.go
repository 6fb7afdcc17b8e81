package workshop

import "testing"

func propose(segment ID, lang Lang, rev int, text string) *ProposeAmendment {
	return &ProposeAmendment{Segment: segment, Lang: lang, Rev: rev, Text: Say(text), Reason: Say("It is clearer.")}
}

func TestProposeAndAccept(t *testing.T) {
	r := newRoom(t)
	p := r.seat("parents", 1)[0]
	r.do(p, propose("g1", "en", 1, "Admit each child."))
	if a := r.s.Amendment("a1"); a.Status != Proposed || a.Author != maskOf(p.ID, "a1") || r.s.MovedOn(*a) {
		t.Errorf("%+v", a)
	}
	r.do(chair, &AcceptAmendment{Amendment: "a1", Answer: Say("Thank you.")})
	a := r.s.Amendment("a1")
	_, g := r.s.Segment("g1")
	if w := g.Wordings["en"]; w.Text != "Admit each child." || w.Rev != 2 || w.Amendment != "a1" || w.Reason.Ref != a.Reason.Ref {
		t.Errorf("%+v", w)
	}
	if a.Status != Accepted || a.Answer.IsZero() || !g.Outdated("th") {
		t.Errorf("%s, Thai outdated: %v", a.Status, g.Outdated("th"))
	}
}

// Two proposals on one wording: the second has moved on once the first stands.
func TestSecondAmendmentHasMovedOn(t *testing.T) {
	r := newRoom(t)
	r.do(stranger, propose("g1", "en", 1, "Admit each child."))
	r.do(stranger, propose("g1", "en", 1, "Admit all children."))
	r.do(stranger, propose("g1", "th", 1, "รับเด็กทุกๆ คน"))
	r.do(chair, &AcceptAmendment{Amendment: "a1"})
	if args := r.refused(chair, &AcceptAmendment{Amendment: "a2"}, "text.moved-on"); args["rev"] != "2" {
		t.Errorf("args %v", args)
	}
	if !r.s.MovedOn(*r.s.Amendment("a2")) || r.s.MovedOn(*r.s.Amendment("a3")) {
		t.Error("an amendment is tied to its own language's revision")
	}
	r.do(chair, &RejectAmendment{Amendment: "a2", Answer: Say("The text has changed.")})
}

// The proposal was written for the old meaning: taking it in must not pass the
// Thai off as a translation of the new English (promise 3).
func TestAmendmentToAnOutdatedWordingDoesNotCatchUp(t *testing.T) {
	r := newRoom(t)
	r.do(stranger, propose("g1", "th", 1, "รับเด็กข้ามชาติทุกคน"))
	r.edit("g1", "en", "Admit every child, at no cost.")
	r.do(chair, &AcceptAmendment{Amendment: "a1"})
	_, g := r.s.Segment("g1")
	if !g.Outdated("th") || !g.Outdated("en") {
		t.Error("each language says something that the other does not, and one passes as current")
	}
	r.do(rapporteur, &ConfirmWording{Segment: "g1", Lang: "th", Rev: 2})
	if status, lang := g.Status(r.s.Settings.Required); status != Newer || lang != "th" {
		t.Errorf("after the Thai was confirmed: %s %s", status, lang)
	}
	r.edit("g1", "en", "Admit every migrant child, at no cost.")
	if status, _ := g.Status(r.s.Settings.Required); status != Same {
		t.Errorf("after the English was brought in line: %s", status)
	}
}

func TestProposeRefusals(t *testing.T) {
	r := newRoom(t)
	r.refused(stranger, propose("g9", "en", 1, "x"), "segment.unknown")
	r.refused(stranger, propose("g1", "en", 1, " "), "text.empty")
	r.refused(stranger, propose("g1", "en", 1, longPassage), "text.too-long")
	r.refused(stranger, propose("g1", "my", 0, "x"), "language.unknown")
	r.refused(stranger, &ProposeAmendment{Segment: "g1", Lang: "en", Rev: 1, Text: Say("x")}, "amendment.no-reason")
	r.refused(stranger, &ProposeAmendment{Segment: "g1", Lang: "en", Rev: 1, Text: Say("x"), Reason: Say(longPassage)}, "text.too-long")
	r.refused(stranger, propose("g1", "en", 1, "Admit every child."), "text.unchanged")
	r.edit("g1", "en", "Admit all.")
	if args := r.refused(stranger, propose("g1", "en", 1, "x"), "text.moved-on"); args["rev"] != "2" {
		t.Errorf("args %v", args)
	}
}

func TestAmendmentsDuringARoundWait(t *testing.T) {
	r := newRoom(t)
	officers := r.seat("officers", 3)
	round := r.open("r1")
	r.do(officers[0], propose("g1", "en", 1, "Admit each child."))
	r.refused(chair, &AcceptAmendment{Amendment: "a1"}, "text.being-rated")
	for _, o := range officers {
		r.vote(o, round, "r1", 8, 8)
	}
	r.do(chair, &CloseRound{Round: round})
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: Agreed})
	r.refused(chair, &AcceptAmendment{Amendment: "a1"}, "text.decided")
	r.refused(officers[0], propose("g1", "en", 1, "Admit all."), "text.decided")
}

func TestSettleAmendments(t *testing.T) {
	r := newRoom(t)
	p := r.seat("parents", 2)
	for _, text := range []string{"Admit each child.", "Admit all.", "Admit them all."} {
		r.do(p[0], propose("g1", "en", 1, text))
	}
	r.refused(chair, &AcceptAmendment{Amendment: "a9"}, "amendment.unknown")
	r.refused(chair, &RejectAmendment{Amendment: "a9", Answer: Say("No.")}, "amendment.unknown")
	r.refused(p[0], &WithdrawAmendment{Amendment: "a9"}, "amendment.unknown")

	r.refused(chair, &RejectAmendment{Amendment: "a1"}, "amendment.no-answer")
	r.refused(chair, &RejectAmendment{Amendment: "a1", Answer: Say(longPassage)}, "text.too-long")
	r.refused(chair, &AcceptAmendment{Amendment: "a1", Answer: Say(longPassage)}, "text.too-long")
	r.do(chair, &RejectAmendment{Amendment: "a1", Answer: Say("The law says otherwise.")})
	r.refused(p[1], &WithdrawAmendment{Amendment: "a2"}, "amendment.not-yours")
	r.refused(chair, &WithdrawAmendment{Amendment: "a2"}, "amendment.not-yours")
	r.do(p[0], &WithdrawAmendment{Amendment: "a2"})
	r.do(chair, &AcceptAmendment{Amendment: "a3"})
	for id, status := range map[ID]string{"a1": Rejected, "a2": Withdrawn, "a3": Accepted} {
		if got := r.s.Amendment(id).Status; got != status {
			t.Errorf("%s is %s, want %s", id, got, status)
		}
		r.refused(chair, &AcceptAmendment{Amendment: id}, "amendment.settled")
		r.refused(chair, &RejectAmendment{Amendment: id, Answer: Say("No.")}, "amendment.settled")
		r.refused(p[0], &WithdrawAmendment{Amendment: id}, "amendment.settled")
	}
}

func TestErasedAmendmentCannotBeAccepted(t *testing.T) {
	r := newRoom(t)
	r.do(stranger, propose("g1", "en", 1, "Admit each child."))
	r.do(organiser, &RedactPassage{Ref: r.s.Amendment("a1").Text.Ref})
	r.refused(chair, &AcceptAmendment{Amendment: "a1"}, "amendment.erased")
	r.do(chair, &RejectAmendment{Amendment: "a1", Answer: Say("Its text is gone.")})
}
