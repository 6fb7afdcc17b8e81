package web

import (
	"context"
	"crypto/rand"
	"testing"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/room"
	"sala.example/internal/vault"
)

// remembered is a server with nothing but sessions, and a clock.
func remembered(t *testing.T) (s *Server, now *time.Time) {
	t.Helper()
	v, err := vault.Open(t.Context(), t.TempDir(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	at := time.Date(2014, 9, 23, 1, 40, 0, 0, time.UTC)
	s = &Server{Vault: v, Now: func() time.Time { return at }, streams: newStreams()}
	s.sessions = &sessions{vault: v, now: s.Now, known: map[string]knownSession{}, lasts: func(_ context.Context, _ string, now time.Time) time.Time { return now.Add(unusedLife) }}
	return s, &at
}

func (s *Server) put(t *testing.T, token, role string) {
	t.Helper()
	one := vault.Session{Workshop: "w", Person: "x", Role: role, Created: s.Now(), Expires: s.Now().Add(unusedLife)}
	if err := s.Vault.PutSession(t.Context(), room.HashToken(token), one); err != nil {
		t.Fatal(err)
	}
}

func (s *Server) in(t *testing.T, token string) (vault.Session, bool) {
	t.Helper()
	v, ok, err := s.sessions.find(t.Context(), token)
	if err != nil {
		t.Fatal(err)
	}
	return v, ok
}

// A session that is ended is gone with the next request, though it was
// remembered; its stream closes, another's does not.
func TestAnEndedSessionIsForgotten(t *testing.T) {
	s, _ := remembered(t)
	s.put(t, "chair", access.Chair)
	s.put(t, "desk", access.Desk)
	feeds := map[string]*feed{}
	for _, token := range []string{"chair", "desk"} {
		v, ok := s.in(t, token)
		if !ok {
			t.Fatalf("%s is not in", token)
		}
		feeds[token] = &feed{session: v, ended: make(chan struct{})}
		s.streams.add(feeds[token], 0)
	}
	if err := s.endSessions(t.Context(), "w", func(o vault.Session) bool { return o.Role == access.Chair }); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.in(t, "chair"); ok || !feeds["chair"].over() {
		t.Error("an ended session goes on")
	}
	if _, ok := s.in(t, "desk"); !ok || feeds["desk"].over() {
		t.Error("another's session ended too")
	}
}

// What was read before somebody was signed out is not remembered after it.
func TestALateAnswerIsNotRemembered(t *testing.T) {
	s, now := remembered(t)
	s.put(t, "chair", access.Chair)
	*now = now.Add(time.Hour) // so that the use is to be noted, between reading and remembering
	s.sessions.lasts = func(_ context.Context, _ string, now time.Time) time.Time {
		if err := s.endSessions(t.Context(), "w", func(vault.Session) bool { return true }); err != nil {
			t.Error(err)
		}
		return now.Add(unusedLife)
	}
	s.in(t, "chair")
	if _, ok := s.in(t, "chair"); ok {
		t.Error("a session that ended while it was being read is remembered")
	}
}

// The staff's use is noted to the hour, a participant's to the day; a session
// lasts from its last use.
func TestWhenASessionWasUsed(t *testing.T) {
	s, now := remembered(t)
	s.put(t, "chair", access.Chair)
	s.put(t, "phone", access.Participant)
	began := *now
	for _, step := range []struct {
		after        time.Duration
		chair, phone time.Time
	}{
		{10 * time.Minute, began, began},
		{95 * time.Minute, time.Date(2014, 9, 23, 3, 0, 0, 0, time.UTC), began},
		{23 * time.Hour, time.Date(2014, 9, 24, 0, 0, 0, 0, time.UTC), time.Date(2014, 9, 24, 0, 0, 0, 0, time.UTC)},
	} {
		*now = began.Add(step.after)
		chair, _ := s.in(t, "chair")
		phone, _ := s.in(t, "phone")
		if !chair.Used.Equal(step.chair) || !phone.Used.Equal(step.phone) {
			t.Errorf("after %v: the chair's use is noted at %v, the phone's at %v", step.after, chair.Used, phone.Used)
		}
		if day := phone.Expires.Truncate(24 * time.Hour); !phone.Used.Equal(began) && !phone.Expires.Equal(day) {
			t.Errorf("after %v: until when the phone's session lasts, %v, tells when on that day it came", step.after, phone.Expires)
		}
	}
	*now = began.Add(23*time.Hour + unusedLife - time.Second)
	if _, ok := s.in(t, "chair"); !ok {
		t.Error("a session ended before it was unused for its life")
	}
	*now = now.Add(unusedLife)
	if _, ok := s.in(t, "phone"); ok {
		t.Error("an unused session goes on")
	}
}
