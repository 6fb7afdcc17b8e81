package cli

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

// A participant who floods the room is held up, keeps what they wrote, and holds
// up nobody else: not the others, and not their own rating.
func TestAFloodIsHeldUp(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.pace = 3
	s.restart()
	round := s.openRound()
	ask := func(who string, i int) *response {
		return s.browser[who].post(s.w("/do/question.ask"), fields{"text": fmt.Sprint("Question ", i)}, "Idempotency-Key", fmt.Sprint("flood-", i))
	}
	for i := range 3 {
		ask("migrant1", i).want(http.StatusOK)
	}
	held := ask("migrant1", 3).want(http.StatusTooManyRequests)
	if held.header.Get("Retry-After") == "" {
		t.Error("nothing says when to send it again")
	}
	ask("migrant2", 4).want(http.StatusOK)
	s.browser["migrant1"].post(s.w("/do/ballot.cast"), fields{"round": round, "recommendation": s.texts[0].ID, "ratings": fields{"feasible": 5}}).want(http.StatusOK)
	s.clock.move(time.Second)
	ask("migrant1", 3).want(http.StatusOK)
	s.holdsQuestions(t, "Question 0", "Question 1", "Question 2", "Question 3", "Question 4")
}

func TestAPaceBelowZeroIsRefused(t *testing.T) {
	err := (&serveCommand{Data: t.TempDir(), Pace: -1}).Run(t.Context(), streams{})
	if err == nil || !strings.Contains(err.Error(), "--pace -1") {
		t.Errorf("it starts, or says %v", err)
	}
}

// Who opens one stream after the other keeps the newest; nobody else's ends.
func TestStreamsByTheHundredAreTooMany(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.pace = 3
	s.restart()
	other, first := s.listen("migrant2", "?since=0"), s.listen("migrant1", "?since=0")
	for range 100 {
		s.listen("migrant1", "?since=0")
	}
	first.closes("the oldest of a hundred")
	within(t, 20*time.Second, "sixteen and another's are open", func() bool { return s.watching() == 17 })
	other.isOpen("another's stream")
}
