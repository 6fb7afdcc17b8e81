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
		o.add(f)
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
