package web

import (
	"slices"
	"testing"

	"sala.example/internal/room"
	"sala.example/internal/vault"
)

// An address has the rooms of the streams that are open there, until the last of
// them ends, however it ends.
func TestRoomsAtAnAddress(t *testing.T) {
	o, a, b := newStreams(), &room.Room{}, &room.Room{}
	feedOf := func(rm *room.Room, from, session string) *feed {
		f := &feed{room: rm, from: from, session: vault.Session{ID: session}, ended: make(chan struct{})}
		o.add(f, 0)
		return f
	}
	check := func(when, from string, want ...*room.Room) {
		t.Helper()
		got := o.roomsAt(from)
		if len(got) != len(want) || slices.ContainsFunc(want, func(rm *room.Room) bool { return !slices.Contains(got, rm) }) {
			t.Errorf("%s, at %s: %d rooms, want %d", when, from, len(got), len(want))
		}
	}
	first, second := feedOf(a, "hall", "s1"), feedOf(a, "hall", "s2")
	feedOf(b, "hall", "s3")
	feedOf(b, "home", "s4")
	check("all are open", "hall", a, b)
	check("all are open", "home", b)
	check("all are open", "street")
	o.remove(first)
	o.remove(first) // twice is once
	check("one of two has ended", "hall", a, b)
	o.end(func(v vault.Session) bool { return v.ID == "s2" || v.ID == "s4" })
	o.remove(second)
	check("sessions have ended", "hall", b)
	check("sessions have ended", "home")
	if len(o.rooms) != 1 {
		t.Errorf("%d addresses are remembered, want 1", len(o.rooms))
	}
}

// A session with too many streams loses its oldest ones, and nobody else's.
func TestStreamsOfOneSession(t *testing.T) {
	o, rm := newStreams(), &room.Room{}
	feedOf := func(session string) *feed {
		f := &feed{room: rm, from: "hall", session: vault.Session{ID: session}, ended: make(chan struct{})}
		o.add(f, 3)
		return f
	}
	other := feedOf("s2")
	var own []*feed
	for range 5 {
		own = append(own, feedOf("s1"))
	}
	for i, f := range own {
		if f.over() != (i < 2) {
			t.Errorf("of five streams number %d is over: %v", i+1, f.over())
		}
	}
	o.remove(own[0]) // as its end does
	o.remove(own[3])
	feedOf("s1")
	if own[2].over() || other.over() {
		t.Error("a stream ended though there was room")
	}
	if len(o.open) != 4 || len(o.of["s1"]) != 3 {
		t.Errorf("%d streams are open, %d of the session", len(o.open), len(o.of["s1"]))
	}
	o.end(func(vault.Session) bool { return true })
	if len(o.open)+len(o.of)+len(o.rooms) != 0 {
		t.Errorf("at the end %d streams, %d sessions, %d addresses", len(o.open), len(o.of), len(o.rooms))
	}
}
