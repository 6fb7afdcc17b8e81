package room

import (
	"errors"
	"testing"
	"testing/synctest"

	"sala.example/internal/workshop"
)

// Rule 1: nothing is acknowledged or published before it is durable.
func TestACommandThatCannotBeSaved(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	state, head, topics := h.state(), h.head(), h.topics()
	watch := h.room.Subscribe("room", h.room.Place())
	defer watch.Close()
	watch.Take()
	h.flaky.set(func(f *flaky) { f.before = 1 })
	if _, err := h.try(participant(parents[0]), "key", ask("Will it last?")); !errors.Is(err, ErrUnavailable) {
		t.Fatalf("got %v, want ErrUnavailable", err)
	}
	if h.state() != state || h.head() != head {
		t.Error("the state is not as it was before")
	}
	if changed, _ := watch.Take(); len(changed) != 0 {
		t.Errorf("%d topics were published", len(changed))
	}
	for name, body := range h.topics() {
		if body != topics[name] {
			t.Errorf("the topic %s changed", name)
		}
	}
	if len(h.room.Passages()) != 0 {
		t.Error("the room remembers words that were not saved")
	}
	// The next command works, and so does the same one.
	h.do(participant(parents[1]), ask("And now?"))
	receipt, err := h.try(participant(parents[0]), "key", ask("Will it last?"))
	h.must(err)
	if receipt.Seq != head+2 || h.head() != head+2 {
		t.Errorf("receipt %d, head %d, want both %d", receipt.Seq, h.head(), head+2)
	}
	h.reopen()
	mustHold(t, h.topic("room", "questions"), "Will it last?", "And now?")
}

// inOneTurn has the room take on all the calls together, in their order. The
// calls are given from their own goroutines.
func inOneTurn(h *hall, calls ...func()) {
	h.t.Helper()
	release, busy := make(chan struct{}), make(chan struct{})
	go h.look(func(*workshop.State) { close(busy); <-release })
	<-busy
	for _, call := range calls {
		go call()
		synctest.Wait() // it waits for the room now
	}
	close(release)
	synctest.Wait()
}

// Everything that shares a write with what failed fails too, and can come back.
func TestATurnIsAllOrNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newFullHall(t)
		head, state := h.head(), h.state()
		h.flaky.set(func(f *flaky) { f.before = 1 })
		errs := make([]error, 3)
		inOneTurn(h,
			func() { _, errs[0] = h.try(participant(parents[0]), "a", ask("One?")) },
			func() { _, errs[1] = h.try(participant(parents[1]), "b", ask("Two?")) },
			func() { _, errs[2] = h.try(participant(parents[2]), "c", ask(" ")) },
		)
		if !errors.Is(errs[0], ErrUnavailable) || !errors.Is(errs[1], ErrUnavailable) {
			t.Errorf("got %v and %v, want ErrUnavailable twice", errs[0], errs[1])
		}
		var refusal *workshop.Refusal
		if !errors.As(errs[2], &refusal) || refusal.Code != "text.empty" {
			t.Errorf("got %v, want the refusal", errs[2])
		}
		if h.head() != head || h.state() != state {
			t.Error("something of the turn was kept")
		}
		appends := h.flaky.appends
		inOneTurn(h,
			func() { _, errs[0] = h.try(participant(parents[0]), "a", ask("One?")) },
			func() { _, errs[1] = h.try(participant(parents[1]), "b", ask("Two?")) },
		)
		if errs[0] != nil || errs[1] != nil || h.head() != head+2 || h.flaky.appends != appends+1 {
			t.Errorf("%v, %v; %d events in %d writes, want 2 in 1", errs[0], errs[1], h.head()-head, h.flaky.appends-appends)
		}
		h.close()
	})
}

// Who looks at the state while a command waits for its write must not see what
// is then never saved: a report, say, of a decision that was not recorded.
func TestNobodyReadsWhatIsNotSaved(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newFullHall(t)
		h.flaky.set(func(f *flaky) { f.before = 1 })
		seen, seq := -1, uint64(0)
		inOneTurn(h,
			func() { _, _ = h.try(participant(parents[0]), "a", ask("One?")) },
			func() { h.look(func(s *workshop.State) { seen, seq = len(s.Questions), s.Seq }) },
		)
		if seen != 0 || seq != h.head() {
			t.Errorf("a reader saw %d questions at event %d; the journal has none and ends at %d", seen, seq, h.head())
		}
		h.close()
	})
}

// The journal may fail after it has kept the events (see journal.Append). Then
// the room must carry on from what is kept, words and consequences included.
func TestACommandThatWasKeptAllTheSame(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.flaky.set(func(f *flaky) { f.behind = 1 })
	if _, err := h.try(participant(parents[0]), "key", ask("Kept?")); !errors.Is(err, ErrUnavailable) {
		t.Fatalf("got %v, want ErrUnavailable", err)
	}
	receipt, err := h.try(participant(parents[0]), "key", ask("Kept?"))
	h.must(err)
	if receipt.Seq != h.head() {
		t.Errorf("the second time was told %d, the question is event %d", receipt.Seq, h.head())
	}
	mustHold(t, h.topic("room", "questions"), "Kept?")
}

func TestARoundThatWasKeptAllTheSameTakesBallots(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.flaky.set(func(f *flaky) { f.behind = 1 })
	if _, err := h.try(chair, "open", &workshop.OpenRound{}); !errors.Is(err, ErrUnavailable) {
		t.Fatalf("got %v, want ErrUnavailable", err)
	}
	_, err := h.try(chair, "open", &workshop.OpenRound{})
	h.must(err)
	if _, err := h.try(participant(officers[0]), "", ballot(h.roundID(), h.texts[0].rec, 5, 5)); err != nil {
		t.Errorf("the round is open but takes no ballot: %v", err)
	}
}

func TestAnErasureThatWasKeptAllTheSame(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.do(participant(parents[0]), ask("Marker of a person?"))
	h.flaky.set(func(f *flaky) { f.behind = 1 })
	if _, err := h.try(participant(parents[0]), "", &workshop.EraseParticipant{Participant: parents[0]}); !errors.Is(err, ErrUnavailable) {
		t.Fatalf("got %v, want ErrUnavailable", err)
	}
	// The journal says that the person is forgotten, so they are.
	h.look(func(s *workshop.State) {
		if !s.Participants[parents[0]].Erased {
			t.Fatal("the event is not there")
		}
	})
	if n := h.stored(); n != 0 {
		t.Errorf("%d passages of an erased person are in the vault", n)
	}
	mustNotHold(t, "after the erasure", h.topics(), "Marker of a person?")
}

// When the journal can neither be written nor read, the room stops rather than
// decide on a state that may be wrong; it opens again when the journal is back.
func TestAJournalThatIsGone(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	head, state := h.head(), h.state()
	watch := h.room.Subscribe("room", h.room.Place())
	h.flaky.set(func(f *flaky) { f.before, f.blind = 1, true })
	if _, err := h.try(participant(parents[0]), "key", ask("Anybody?")); !errors.Is(err, ErrUnavailable) {
		t.Fatalf("got %v, want ErrUnavailable", err)
	}
	h.wait("closed for watchers", func() bool {
		_, open := watch.Take()
		return !open
	})
	if _, err := h.house.Room(t.Context(), h.id); err == nil {
		t.Error("the room opened without its journal")
	}
	h.flaky.set(func(f *flaky) { f.blind = false })
	h.come()
	if h.state() != state {
		t.Error("the state is not as it was before")
	}
	if receipt, err := h.try(participant(parents[0]), "key", ask("Anybody?")); err != nil || receipt.Seq != head+1 {
		t.Errorf("got %v %v", receipt, err)
	}
}

// A workshop whose first events cannot be saved does not exist: no code, no
// names of speakers.
func TestAWorkshopThatCannotBeSaved(t *testing.T) {
	t.Parallel()
	h := newHall(t)
	codes := len(h.house.Codes())
	h.flaky.set(func(f *flaky) { f.before = 1 })
	cmd := sampleCreate()
	if _, err := h.house.Create(t.Context(), organiser, cmd, nil); !errors.Is(err, ErrUnavailable) {
		t.Fatalf("got %v, want ErrUnavailable", err)
	}
	if got := len(h.house.Codes()); got != codes {
		t.Errorf("%d codes, want %d", got, codes)
	}
	if _, err := h.house.Room(t.Context(), cmd.ID); !errors.Is(err, ErrNoRoom) {
		t.Errorf("got %v, want ErrNoRoom", err)
	}
	h.reopen()
	if got := len(h.house.Codes()); got != codes {
		t.Errorf("after a restart %d codes, want %d", got, codes)
	}
}
