package room

import (
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/workshop"
)

// A ballot changes the turnout, which is small, and not the results of the
// rounds before, which a room of phones would fetch anew with every ballot.
func TestABallotMovesTheTurnoutAlone(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	first := h.openRound()
	h.castAll(first)
	h.do(chair, &workshop.CloseRound{Round: first})
	second := h.openRound()
	results := h.topic(access.InRoom, "rounds")
	sub := h.room.Subscribe(access.InRoom, h.room.Place())
	defer sub.Close()
	sub.Take()
	h.do(participant(parents[0]), ballot(second, h.texts[0].rec, 5, 5))
	h.waitForBallots(h.texts[0].rec, 1)
	changed, _ := sub.Take()
	moved := false
	for _, topic := range changed {
		switch topic.Name {
		case "turnout":
			moved = true
			if size := len(topic.Frame); size > 1000 {
				t.Errorf("each phone gets %d bytes for a ballot", size)
			}
		case "day": // the clock
		default:
			t.Errorf("a ballot sends the topic %s", topic.Name)
		}
	}
	if !moved {
		t.Error("the turnout did not move")
	}
	if now := h.topic(access.InRoom, "rounds"); now != results {
		t.Error("the results changed with a ballot")
	}
}
