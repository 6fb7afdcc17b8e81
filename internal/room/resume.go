package room

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"time"

	"sala.example/internal/journal"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// snapshotEvery is how many events may lie between two snapshots.
const snapshotEvery = 1000

// open brings a workshop back as its journal tells it.
func open(ctx context.Context, deps Deps, id, code string) (*Room, error) {
	r := &Room{
		id: id, code: code, deps: deps, log: deps.Log.With("workshop", id),
		requests: make(chan *request, maxBatch), done: make(chan struct{}),
		dirty: map[string]bool{}, rated: &turnout{}, poll: &poll{}, live: newLive(), diffs: diffCache{},
	}
	r.people = newPeople(deps.Vault.Derive("mask", id))
	useless, err := r.load(ctx)
	if err != nil {
		return nil, err
	}
	if useless != nil {
		r.log.Warn("the snapshot is of no use, all events were read instead", "error", useless)
		r.saveSnapshot()
	}
	r.publishAs(r.lastTouched(ctx))
	running, stop := context.WithCancel(context.Background())
	r.stop = stop
	deps.Metrics.Rooms.Inc()
	go r.run(running)
	if r.state.Seq > longPast {
		time.AfterFunc(time.Second, giveBack) // after the first pages
	}
	return r, nil
}

// longPast is the number of events whose reading leaves much behind.
const longPast = 10_000

// giveBack returns to the system the memory that reading a long past needed.
// It collects twice: what lies in a sync.Pool goes the second time only.
func giveBack() {
	runtime.GC()
	debug.FreeOSMemory()
}

// load takes everything from the journal and the vault, and finishes what a
// crash between the two left undone. It says why a snapshot was of no use.
func (r *Room) load(ctx context.Context) (useless, err error) {
	words := make(chan error, 1)
	go func() { words <- r.people.load(ctx, r.deps.Vault, r.id) }() // meanwhile
	state, saved, useless, err := resume(ctx, r.deps.Journal, r.id)
	if unread := <-words; err == nil {
		err = unread
	}
	if err != nil {
		return nil, err
	}
	r.state, r.saved, r.lastAt, r.zone = state, saved, state.At, state.Location()
	if err := r.loadTurnout(ctx); err != nil {
		return nil, err
	}
	if err := r.loadOpinion(ctx); err != nil {
		return nil, err
	}
	r.touchAll()
	err = r.tidy(ctx)
	if vault.Unwritable(err) { // a full disk is no reason not to show what there is
		r.log.Error("tidy", "error", err)
		r.owing = true
		err = nil
	}
	return useless, err
}

// resume builds the state from the newest snapshot and the events behind it.
// Without a snapshot, or with one that is of no use, all events are enough.
func resume(ctx context.Context, j journal.Journal, id string) (s *workshop.State, saved uint64, useless, err error) {
	s, saved, useless, err = restore(ctx, j, id)
	if err != nil {
		return nil, 0, nil, err
	}
	for event, err := range journal.All(ctx, j, id, s.Seq) {
		if err != nil {
			return nil, 0, nil, err
		}
		if err := Replay(s, event); err != nil {
			return nil, 0, nil, &unreadable{event.Seq, err}
		}
	}
	return s, saved, useless, nil
}

// restore is the state of the newest snapshot, a new one when there is none or
// when it is of no use: damaged, or saved by another version of Sala.
func restore(ctx context.Context, j journal.Journal, id string) (s *workshop.State, saved uint64, useless, err error) {
	saved, data, err := j.Snapshot(ctx, id)
	switch {
	case errors.Is(err, journal.ErrSnapshot):
		return workshop.New(), 0, err, nil
	case err != nil:
		return nil, 0, nil, fmt.Errorf("read snapshot: %w", err)
	case saved == 0:
		return workshop.New(), 0, nil, nil
	}
	if s, useless = workshop.Restore(data); useless != nil {
		return workshop.New(), 0, useless, nil
	}
	return s, saved, nil, nil
}

// Replay applies one event of the journal to a state.
func Replay(s *workshop.State, event journal.Event) error {
	e, err := workshop.DecodeEvent(event.Kind, event.Data)
	if err != nil {
		return fmt.Errorf("event %d: %w", event.Seq, err)
	}
	return workshop.Apply(s, e, workshop.Meta{Seq: event.Seq, At: event.At, Role: event.Role})
}

// reload throws away what could not be saved, and takes up again what the
// journal has: a write that failed may have been kept all the same.
func (r *Room) reload(t *turn) error {
	_, err := r.load(context.Background())
	if err != nil {
		// Nothing may be decided on a state that is ahead of the journal, so the
		// room stops; it opens again on demand.
		r.log.Error("room stopped", "error", err)
		r.state, r.saved = workshop.New(), 0
		r.stop()
		return err
	}
	r.dropOrphans(t.passages)
	return nil
}

// tidy does what a crash between an event and its consequence left undone.
func (r *Room) tidy(ctx context.Context) error {
	if !r.state.Closed.IsZero() {
		if _, err := r.forgetAbsent(ctx, r.state, ""); err != nil {
			return fmt.Errorf("forget the list: %w", err)
		}
	}
	if err := r.tidyErased(ctx); err != nil {
		return fmt.Errorf("finish erasure: %w", err)
	}
	if err := r.tidyRedacted(ctx); err != nil {
		return fmt.Errorf("finish redaction: %w", err)
	}
	if err := r.dropReasons(ctx); err != nil {
		return fmt.Errorf("forget reasons: %w", err)
	}
	if err := r.tidyBoxes(ctx); err != nil {
		return fmt.Errorf("finish round: %w", err)
	}
	return nil
}

func (r *Room) tidyRedacted(ctx context.Context) error {
	for _, ref := range r.state.Redacted {
		if _, there := r.people.read(workshop.Words{Ref: ref}); !there {
			continue
		}
		if err := r.redact(ctx, ref); err != nil {
			return err
		}
	}
	return nil
}

func (r *Room) tidyBoxes(ctx context.Context) error {
	boxes, err := r.deps.Vault.Boxes(ctx, r.id)
	if err != nil {
		return err
	}
	for _, box := range boxes {
		if !r.hasClosed(box) {
			continue
		}
		if err := r.deps.Vault.Burn(ctx, r.id, box); err != nil {
			return err
		}
	}
	return nil
}

// hasClosed says that what a box is for, a round or a collecting of opinions,
// has closed.
func (r *Room) hasClosed(box string) bool {
	round, o := r.state.Round(box), r.state.Opinion(box)
	return round != nil && !round.Closed.IsZero() || o != nil && !o.Closed.IsZero()
}

func (r *Room) tidyErased(ctx context.Context) error {
	for id, p := range r.state.Participants {
		if !p.Erased {
			continue
		}
		done, err := r.deps.Vault.Erased(ctx, r.id, id)
		if err != nil {
			return err
		}
		if done && len(r.rated.of(id)) == 0 && !r.poll.knows(id) {
			continue
		}
		if err := r.forget(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func (r *Room) saveSnapshot() {
	if r.state.Seq == r.saved {
		return
	}
	data, err := json.Marshal(r.state)
	if err == nil {
		err = r.deps.Journal.SaveSnapshot(context.Background(), r.id, r.state.Seq, data)
	}
	if err != nil {
		r.log.Error("snapshot not saved", "error", err)
		return
	}
	r.saved = r.state.Seq
}
