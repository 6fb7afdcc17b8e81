package room

import (
	"context"
	"errors"
	"sync"
	"testing"

	"sala.example/internal/workshop"
)

// Rule 9: a command that is sent again is answered, not carried out, again.
func TestTheSameKeyIsOneCommand(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	before := h.head()
	first, err := h.try(participant(parents[0]), "key", ask("Who pays for it?"))
	h.must(err)
	again, err := h.try(participant(parents[0]), "key", ask("Who pays for it?"))
	h.must(err)
	h.reopen()
	late, err := h.try(participant(parents[0]), "key", ask("Who pays for it?"))
	h.must(err)
	if again.Seq != first.Seq || late.Seq != first.Seq {
		t.Errorf("receipts %v, %v and, after a restart, %v", first, again, late)
	}
	if h.head() != before+1 {
		t.Errorf("%d events for one question", h.head()-before)
	}
	h.look(func(s *workshop.State) {
		if len(s.Questions) != 1 {
			t.Errorf("%d questions", len(s.Questions))
		}
	})
	if n := h.stored(); n != 1 {
		t.Errorf("%d passages in the vault for one question", n)
	}
}

// The second copy may overtake the answer to the first, or share its write.
func TestTheSameKeyAtOnce(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	before := h.head()
	receipts := make([]Receipt, 20)
	var all sync.WaitGroup
	for i := range receipts {
		all.Go(func() {
			receipt, err := h.try(participant(parents[0]), "key", ask("Who pays for it?"))
			if err != nil {
				t.Errorf("copy %d: %v", i, err)
			}
			receipts[i] = receipt
		})
	}
	all.Wait()
	for _, r := range receipts {
		if r.Seq != before+1 {
			t.Errorf("a copy was told %d, the question is event %d", r.Seq, before+1)
		}
	}
	if h.head() != before+1 {
		t.Errorf("%d events for one question", h.head()-before)
	}
}

// A command that changes nothing is remembered too.
func TestAKeyWithoutAnEvent(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.do(chair, &workshop.Show{Mode: workshop.ScreenQuestions})
	before := h.head()
	for range 2 {
		if got, err := h.try(chair, "again", &workshop.Show{Mode: workshop.ScreenQuestions}); err != nil || got.Seq != before {
			t.Errorf("got %v %v, want the newest event, %d", got, err, before)
		}
	}
	if h.head() != before {
		t.Error("showing what is shown led to an event")
	}
}

func TestARefusedCommandLeavesNothing(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	state, head, topics, stored, appends := h.state(), h.head(), h.topics(), h.stored(), h.flaky.appends
	watch := h.room.Subscribe("room", h.room.Place())
	defer watch.Close()
	watch.Take()
	parent := participant(parents[0])
	h.refused("text.moved-on", parent, &workshop.ProposeAmendment{Segment: h.texts[0].segment, Lang: "en", Rev: 7, Text: workshop.Say("Plan B."), Reason: workshop.Say("A reason that stays with its author.")})
	h.refused("access.denied", parent, &workshop.GiveStance{Recommendation: h.texts[0].rec, Stance: workshop.StanceReserve, Text: workshop.Say("Not mine to say.")})
	h.refused("access.denied", workshop.Actor{ID: "p_nobody", Role: "participant"}, ask("May I?"))
	h.refused("access.denied", workshop.Actor{ID: parents[0], Role: "king"}, ask("May I?"))
	h.refused("workshop.exists", organiser, sampleCreate())
	h.refused("round.unknown", parent, ballot("v_none", h.texts[0].rec, 5, 5))
	h.refused("role-group.unknown", participant("p_late"), &workshop.Join{Participant: "p_late", RoleGroup: "kings", Lang: "en"})
	if h.state() != state || h.head() != head {
		t.Error("a refused command changed the state or the journal")
	}
	for name, body := range h.topics() {
		if body != topics[name] {
			t.Errorf("a refused command changed the topic %s", name)
		}
	}
	if got := h.stored(); got != stored {
		t.Errorf("the vault kept %d passages of refused commands", got-stored)
	}
	if h.flaky.appends != appends {
		t.Error("a refused command wrote to the journal")
	}
	if changed, open := watch.Take(); len(changed) != 0 || !open {
		t.Errorf("a refused command was published: %d topics", len(changed))
	}
}

// A refusal is not remembered: what was too early once may be right later.
func TestARefusedCommandCanComeBack(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.openRound()
	edit := func() *workshop.EditWording {
		return &workshop.EditWording{Segment: h.texts[0].segment, Lang: "en", Rev: 1, Text: "Admit every child at once."}
	}
	if _, err := h.try(rapporteur, "edit", edit()); err == nil {
		t.Fatal("a text that is being rated was edited")
	}
	h.do(chair, &workshop.CloseRound{Round: h.roundID()})
	if _, err := h.try(rapporteur, "edit", edit()); err != nil {
		t.Errorf("the same key after the round: %v", err)
	}
}

func (h *hall) roundID() (id string) {
	h.t.Helper()
	h.look(func(s *workshop.State) { id = s.Rounds[len(s.Rounds)-1].ID })
	return id
}

func TestACommandForARoomThatClosed(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.room.Close()
	if _, err := h.try(chair, "", &workshop.Show{Mode: workshop.ScreenQuestions}); !errors.Is(err, ErrClosed) {
		t.Errorf("got %v, want ErrClosed", err)
	}
	h.come() // it opens again on demand
	h.do(chair, &workshop.Show{Mode: workshop.ScreenQuestions})
}

func TestACommandThatNobodyWaitsFor(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := h.room.Do(ctx, participant(parents[0]), "key", ask("Still there?"))
	if err != nil && !errors.Is(err, context.Canceled) && !errors.Is(err, ErrUnavailable) {
		t.Errorf("got %v", err)
	}
	// Whatever came of it, sending it again settles it, once.
	_, err = h.try(participant(parents[0]), "key", ask("Still there?"))
	h.must(err)
	h.look(func(s *workshop.State) {
		if len(s.Questions) != 1 {
			t.Errorf("%d questions", len(s.Questions))
		}
	})
}
