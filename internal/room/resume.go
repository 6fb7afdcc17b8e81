package room

import (
	"context"
	"encoding/json"
	"fmt"

	"sala.example/internal/journal"
	"sala.example/internal/workshop"
)

// snapshotEvery is how many events may lie between two snapshots.
const snapshotEvery = 1000

// open brings a workshop back as its journal tells it.
func open(ctx context.Context, deps Deps, id, code string) (*Room, error) {
	r := &Room{
		id: id, code: code, deps: deps, log: deps.Log.With("workshop", id),
		requests: make(chan *request), done: make(chan struct{}),
		dirty: map[string]bool{}, rated: &turnout{}, live: newLive(), diffs: diffCache{},
	}
	var err error
	if r.state, r.saved, err = resume(ctx, deps.Journal, id); err != nil {
		return nil, err
	}
	if r.people, err = loadPeople(ctx, deps.Vault, id); err != nil {
		return nil, err
	}
	if err := r.tidy(ctx); err != nil {
		return nil, err
	}
	if err := r.loadTurnout(ctx); err != nil {
		return nil, err
	}
	r.touchAll()
	r.publish()
	running, stop := context.WithCancel(context.Background())
	r.stop = stop
	deps.Metrics.Rooms.Inc()
	go r.run(running)
	return r, nil
}

// resume builds the state from the newest snapshot and the events behind it.
func resume(ctx context.Context, j journal.Journal, id string) (s *workshop.State, saved uint64, err error) {
	s = workshop.New()
	saved, data, err := j.Snapshot(ctx, id)
	if err != nil {
		return nil, 0, fmt.Errorf("read snapshot: %w", err)
	}
	if saved > 0 {
		if err := json.Unmarshal(data, s); err != nil {
			s, saved = workshop.New(), 0
		}
	}
	for event, err := range journal.All(ctx, j, id, s.Seq) {
		if err != nil {
			return nil, 0, err
		}
		if err := Replay(s, event); err != nil {
			return nil, 0, err
		}
	}
	return s, saved, nil
}

// Replay applies one event of the journal to a state.
func Replay(s *workshop.State, event journal.Event) error {
	e, err := workshop.DecodeEvent(event.Kind, event.Data)
	if err != nil {
		return fmt.Errorf("event %d: %w", event.Seq, err)
	}
	return workshop.Apply(s, e, workshop.Meta{Seq: event.Seq, At: event.At, Role: event.Role})
}

// reload throws away what could not be saved.
func (r *Room) reload() {
	state, saved, err := resume(context.Background(), r.deps.Journal, r.id)
	if err != nil {
		// The journal cannot be read either. Nothing may be decided on a state
		// that is ahead of it, so the room stops; it opens again on demand.
		r.log.Error("room stopped", "error", err)
		r.state, r.saved = workshop.New(), 0
		r.stop()
		return
	}
	r.state, r.saved = state, saved
	r.touchAll()
}

// tidy does what a crash between an event and its consequence left undone.
func (r *Room) tidy(ctx context.Context) error {
	for id, p := range r.state.Participants {
		if p.Erased {
			if err := r.forget(ctx, id); err != nil {
				return fmt.Errorf("finish erasure: %w", err)
			}
		}
	}
	for _, ref := range r.state.Redacted {
		r.people.drop(ref)
		if err := r.deps.Vault.Redact(ctx, r.id, ref); err != nil {
			return fmt.Errorf("finish redaction: %w", err)
		}
	}
	for _, round := range r.state.Rounds {
		if !round.Closed.IsZero() {
			if err := r.deps.Vault.Burn(ctx, r.id, round.ID); err != nil {
				return fmt.Errorf("finish round: %w", err)
			}
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
