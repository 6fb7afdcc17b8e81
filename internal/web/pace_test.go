package web

import (
	"testing"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/workshop"
)

func TestPace(t *testing.T) {
	at := time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)
	p := newPace(func() time.Time { return at }, 3)
	words := &workshop.AskQuestion{Text: workshop.Say("Which form?")}
	send := func(role, id string, cmd workshop.Command, times int) (allowed int) {
		for range times {
			if p.allows(workshop.Actor{ID: id, Role: role}, cmd) {
				allowed++
			}
		}
		return allowed
	}
	for _, step := range []struct {
		what  string
		after time.Duration
		role  string
		id    string
		cmd   workshop.Command
		want  int // of 5
	}{
		{"at once", 0, access.Participant, "p1", words, 3},
		{"somebody else", 0, access.Participant, "p2", words, 3},
		{"a rating replaces the one before", 0, access.Participant, "p1", &workshop.CastBallot{}, 5},
		{"so does a vote", 0, access.Participant, "p1", &workshop.VoteStatement{}, 5},
		{"from one group to the other and back", 0, access.Participant, "p4", &workshop.JoinGroup{}, 3},
		{"the chair reads out what the room says", 0, access.Chair, "p3", words, 5},
		{"a second later", time.Second, access.Participant, "p1", words, 1},
		{"a long time later", time.Hour, access.Participant, "p1", words, 3},
		{"the clock was set back", -2 * time.Hour, access.Participant, "p1", words, 3},
	} {
		at = at.Add(step.after)
		if got := send(step.role, step.id, step.cmd, 5); got != step.want {
			t.Errorf("%s: %d of 5 are let through, want %d", step.what, got, step.want)
		}
	}
	if none := newPace(time.Now, 0); !none.allows(workshop.Actor{ID: "p1", Role: access.Participant}, words) {
		t.Error("no bound, and one was held up")
	}
}
