package room

import (
	"encoding/json"
	"testing"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/journal"
	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

// times are those of all events.
func (h *hall) times() (at []time.Time) {
	h.t.Helper()
	for e, err := range journal.All(h.t.Context(), h.store, h.id, 0) {
		h.must(err)
		at = append(at, e.At)
	}
	return at
}

func (h *hall) inOrder(when string) {
	h.t.Helper()
	at := h.times()
	for i := 1; i < len(at); i++ {
		if at[i].Before(at[i-1]) {
			h.t.Errorf("%s: event %d is at %s, before event %d at %s", when, i+1, at[i].Format(time.RFC3339), i, at[i-1].Format(time.RFC3339))
		}
	}
}

// Rule 10: one clock. When the machine's is set back, the workshop's stands
// still until the other has caught up.
func TestAClockThatIsSetBack(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.clock.move(time.Hour)
	h.do(participant(parents[0]), ask("Before?"))
	h.clock.move(-30 * time.Minute)
	h.do(participant(parents[0]), ask("After?"))
	h.inOrder("while running")
	h.clock.move(-10 * time.Minute)
	h.reopen()
	h.do(participant(parents[0]), ask("After a restart?"))
	h.inOrder("after a restart")
}

// The day is shown by the clock without a command, and goes on being shown
// when the clock was set back.
func TestTheDayFollowsTheClock(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	day := func() (d view.Day) {
		h.must(json.Unmarshal([]byte(h.topic(access.InRoom, "day")), &d))
		return d
	}
	var first string
	h.look(func(s *workshop.State) { first = s.Programme[0].ID })
	h.do(chair, &workshop.StartSession{Session: first})
	h.clock.move(90 * time.Minute) // planned: half an hour
	h.wait("shown that the first item overruns", func() bool { return day().Over >= 59 })
	h.clock.move(-60 * time.Minute)
	h.clock.move(2 * dayTick)
	h.wait("shown that it does not, by the clock that was put right", func() bool { return day().Over < 5 })
}

// Times are whole milliseconds in UTC, as the journal keeps them: what the room
// says before a restart is what it says after it.
func TestTimesAreWholeMilliseconds(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.clock.move(1234567 * time.Nanosecond)
	h.do(participant(parents[0]), ask("When?"))
	state := h.state()
	h.store = withoutSnapshot{h.store}
	h.reopen()
	if got := h.state(); got != state {
		t.Errorf("the state is another one: %s", difference(state, got))
	}
}
