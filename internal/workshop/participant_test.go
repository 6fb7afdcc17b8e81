package workshop

import "testing"

func TestJoin(t *testing.T) {
	r := newRoom(t)
	p := r.seat("schools", 1)[0]
	if got := r.s.Participants[p.ID]; got.RoleGroup != "schools" || got.CheckedIn || !got.Joined.Equal(morning) {
		t.Errorf("%+v", got)
	}
	r.later(oneMinute).do(p, &Join{Participant: p.ID, RoleGroup: "parents", Lang: "en"})
	if got := r.s.Participants[p.ID]; got.RoleGroup != "parents" || got.Lang != "en" || !got.Joined.Equal(morning) {
		t.Errorf("joining again: %+v", got)
	}
	r.do(desk, &Join{Participant: "walk-in", RoleGroup: "parents", Lang: "th", Desk: true})
	if !r.s.Participants["walk-in"].CheckedIn || r.s.Present() != 2 {
		t.Errorf("walk-in: %+v, present %d", r.s.Participants["walk-in"], r.s.Present())
	}
}

func TestJoinRefusals(t *testing.T) {
	r := newRoom(t)
	r.refused(stranger, &Join{Participant: "stranger", RoleGroup: "kings"}, "role-group.unknown")
	r.refused(stranger, &Join{Participant: "stranger"}, "role-group.unknown")
	r.refused(stranger, &Join{RoleGroup: "schools"}, "participant.unknown")
}

func TestCheckIn(t *testing.T) {
	r := newRoom(t)
	p := r.seat("schools", 2)
	r.refused(desk, &CheckIn{Participant: "stranger"}, "participant.unknown")
	r.do(desk, &CheckIn{Participant: p[0].ID})
	r.nothing(desk, &CheckIn{Participant: p[0].ID})
	if !r.s.Participants[p[0].ID].CheckedIn || r.s.Participants[p[1].ID].CheckedIn {
		t.Error("the desk checks in the person it names, nobody else")
	}
	r.do(p[1], &EraseParticipant{Participant: p[1].ID})
	r.refused(desk, &CheckIn{Participant: p[1].ID}, "participant.unknown")
}

func TestIntroduce(t *testing.T) {
	r := newRoom(t)
	p := r.seat("schools", 1)[0]
	r.refused(stranger, &Introduce{Line: Say("Hello")}, "participant.unknown")
	r.refused(p, &Introduce{Line: Say(longLine)}, "text.too-long")
	r.do(p, &Introduce{Line: Say("I teach in Mahachai")})
	if r.s.Participants[p.ID].Intro.IsZero() {
		t.Error("no card")
	}
	r.do(p, &Introduce{})
	if !r.s.Participants[p.ID].Intro.IsZero() {
		t.Error("an empty line does not take the card back")
	}
}

func TestErase(t *testing.T) {
	r := newRoom(t)
	p := r.seat("schools", 2)
	r.do(p[0], &Introduce{Line: Say("I teach in Mahachai")})
	r.refused(organiser, &EraseParticipant{Participant: "stranger"}, "participant.unknown")
	r.do(p[0], &EraseParticipant{Participant: p[0].ID})
	r.nothing(p[0], &EraseParticipant{Participant: p[0].ID})
	if got := r.s.Participants[p[0].ID]; !got.Erased || !got.Intro.IsZero() {
		t.Errorf("%+v", got)
	}
	if r.s.Present() != 1 {
		t.Errorf("present %d", r.s.Present())
	}
}

// An erased person is nobody: nothing more of them may enter the journal.
func TestErasedPeopleLeaveNothingMore(t *testing.T) {
	r := newRoom(t)
	p := r.seat("schools", 1)[0]
	r.do(p, &EraseParticipant{Participant: p.ID})
	for _, c := range []Command{
		&Join{Participant: p.ID, RoleGroup: "parents", Lang: "th"},
		&Introduce{Line: Say("Back again")},
		&JoinGroup{Group: "b1"},
	} {
		r.refused(p, c, "participant.unknown")
	}
}

func TestRedact(t *testing.T) {
	r := newRoom(t)
	p := r.seat("schools", 1)[0]
	r.do(p, &AskQuestion{Text: Say("Is it true what they say of Participant 7?")})
	ref := r.s.Question("q1").Text.Ref
	r.refused(organiser, &RedactPassage{Ref: "nowhere"}, "passage.unknown")
	r.do(organiser, &RedactPassage{Ref: ref})
	equal(t, "redacted", r.s.Redacted, []string{ref})
	r.refused(organiser, &RedactPassage{Ref: ref}, "passage.unknown")
}
