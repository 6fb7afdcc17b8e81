package cli

import (
	"fmt"
	"net/http"
	"path/filepath"
	"testing"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/journal"
	journalsqlite "sala.example/internal/journal/sqlite"
	"sala.example/internal/rating"
	"sala.example/internal/room/view"
)

// TestClockJumps sets the program's clock back by an hour and forward by a day
// while a room works, and over a restart. Everybody stays signed in and
// connected, the round stays open, a command that is sent again is known, and
// no time in the journal lies before the one above it.
func TestClockJumps(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	round := s.openRound()
	stream := s.listen("officer1", "?since=0")
	stream.topics()
	rate := func(who string) {
		s.browser[who].post(s.w("/do/ballot.cast"), fields{
			"round": round, "recommendation": s.texts[0].ID, "ratings": fields{rating.Feasible: 7, rating.Acceptable: 8},
		}).want(http.StatusOK)
	}
	first := s.askedAs("migrant1", "Before", "key-1")
	for i, jump := range []struct {
		name string
		by   time.Duration
		who  string
	}{
		{"an hour back", -time.Hour, "officer1"},
		{"a day on", 25 * time.Hour, "officer2"},
		{"a day back", -24 * time.Hour, "officer3"},
	} {
		s.clock.move(jump.by)
		if again := s.askedAs("migrant1", "Before", "key-1"); again != first {
			t.Errorf("%s: the command was event %d, sent again it is %d", jump.name, first, again)
		}
		seq := s.askedAs("migrant2", jump.name, jump.name)
		rate(jump.who)
		stream.until("questions", seq)
		within(t, 20*time.Second, fmt.Sprintf("%s: the turnout is of %s with %d ballots", jump.name, round, i+1), func() bool {
			var turnout view.Turnout
			s.topic(access.Chair, "turnout", &turnout)
			return turnout.Round == round && turnout.ByRecommendation[s.texts[0].ID] == i+1
		})
		for who, b := range s.browser {
			if got := b.get(s.w("/topic/texts")); got.status != http.StatusOK && got.status != http.StatusForbidden { // the desk has no texts
				t.Errorf("%s: %s is no longer signed in: %d", jump.name, who, got.status)
			}
		}
	}
	s.clock.move(-2 * time.Hour)
	s.restart()
	s.askedAs("migrant3", "After a restart", "key-2")
	s.as(access.Chair, "round.close", fields{"round": round})
	s.timesInOrder()
}

// askedAs puts a question under a key and gives its event.
func (s *site) askedAs(who, text, key string) uint64 {
	s.t.Helper()
	var receipt struct{ Seq uint64 }
	s.browser[who].post(s.w("/do/question.ask"), fields{"text": text}, "Idempotency-Key", key).want(http.StatusOK).json(&receipt)
	return receipt.Seq
}

// timesInOrder stops the program and reads the journal's times.
func (s *site) timesInOrder() {
	s.t.Helper()
	s.stop()
	j, err := journalsqlite.Open(s.t.Context(), filepath.Join(s.dir, "journal.db"))
	if err != nil {
		s.t.Fatal(err)
	}
	defer j.Close()
	var last time.Time
	for e, err := range journal.All(s.t.Context(), j, s.id, 0) {
		if err != nil {
			s.t.Fatal(err)
		}
		if e.At.Before(last) {
			s.t.Errorf("event %d is at %s, before the one above it at %s", e.Seq, e.At, last)
		}
		last = e.At
	}
}
