package room

import (
	"context"
	"fmt"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/journal"
	"sala.example/internal/metrics"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// turn is what one pass over the waiting commands leads to. The state already
// has its events applied; it is thrown away when the turn cannot be saved.
type turn struct {
	after    uint64
	batches  []journal.Batch
	events   []workshop.Event
	passages []vault.Passage
	waiting  []settled
	votes    []vote
	keys     map[string]uint64 // keys used in this turn
	broken   error             // an event could not be applied: the state is of no use
}

type settled struct {
	q      *request
	answer answer
}

// receipt is the answer to a command whose last event is number seq.
func receipt(q *request, seq uint64) settled {
	return settled{q, answer{receipt: Receipt{Seq: seq}}}
}

// handle decides on the commands in the order in which they came, saves all
// that follows in one write, and returns the answers. A ballot on its way to
// the vault answers by itself.
func (r *Room) handle(batch []*request) []settled {
	t := &turn{after: r.state.Seq, keys: map[string]uint64{}}
	var answers, reads []settled
	for _, q := range batch {
		if q.read != nil {
			reads = append(reads, settled{q: q})
			continue
		}
		if err := r.decide(q, t); err != nil {
			answers = append(answers, settled{q, answer{err: err}})
			r.deps.Metrics.Commands.WithLabelValues(metrics.Refused).Inc()
		}
	}
	r.castAll(t)
	if err := r.save(t); err != nil {
		return append(append(answers, r.undo(t, err)...), r.look(reads, r.reload(t))...)
	}
	r.deps.Metrics.Commands.WithLabelValues(metrics.Done).Add(float64(len(t.waiting)))
	r.people.keep(t.passages)
	for _, e := range t.events {
		r.follow(e)
		r.touch(e)
	}
	if r.state.Seq-r.saved >= snapshotEvery {
		r.saveSnapshot()
	}
	return append(append(answers, t.waiting...), r.look(reads, nil)...)
}

// undo tells everybody in the turn that nothing of theirs was saved.
func (r *Room) undo(t *turn, err error) []settled {
	r.log.Error("turn not saved", "events", len(t.events), "error", err)
	r.deps.Metrics.Commands.WithLabelValues(metrics.Unsaved).Add(float64(len(t.waiting)))
	for i := range t.waiting {
		t.waiting[i].answer = answer{err: r.unsaved(err)}
	}
	return t.waiting
}

// look lets people read the state, now that all of it is durable.
func (r *Room) look(reads []settled, err error) []settled {
	for i := range reads {
		if err != nil {
			reads[i].answer.err = ErrUnavailable
			continue
		}
		reads[i].q.read(r.state)
	}
	return reads
}

// decide takes one command as far as the state; the turn is saved later.
func (r *Room) decide(q *request, t *turn) error {
	if seq, ok, err := r.seen(q, t); err != nil || ok {
		if ok {
			t.waiting = append(t.waiting, receipt(q, seq))
		}
		return err
	}
	if err := access.May(r.state, q.actor, q.cmd); err != nil {
		return err
	}
	passages, err := r.seal(q, t)
	if err != nil {
		return err
	}
	switch q.cmd.(type) {
	case *workshop.CloseRound, *workshop.CloseOpinion:
		r.castAll(t)
		r.casts.Wait() // ballots on their way still count
	}
	if isSecret(q.cmd) {
		return r.decideSecret(q, t)
	}
	now := r.now()
	events, err := workshop.Decide(r.state, q.cmd, r.env(q, t, now))
	if err != nil {
		return err
	}
	anonymous, err := r.sealEvents(events)
	if err != nil {
		return err
	}
	return r.take(q, t, events, append(passages, anonymous...), now)
}

// decideSecret takes a ballot or an opinion, which lead to no event, as far as
// the room's one writer of votes. Deciding on them takes little of Env.
func (r *Room) decideSecret(q *request, t *turn) error {
	env := workshop.Env{Actor: q.actor, Now: r.now(), Read: func(w workshop.Words) (string, bool) { return r.read(w, t) }}
	if _, err := workshop.Decide(r.state, q.cmd, env); err != nil {
		return err
	}
	q.seq = r.state.Seq
	switch c := q.cmd.(type) {
	case *workshop.CastBallot:
		return r.cast(q, t, c)
	case *workshop.VoteStatement:
		return r.castOpinion(q, t, c)
	}
	return fmt.Errorf("no box takes %s", q.cmd.Name())
}

// isSecret says that nothing but the vault may know of a command.
func isSecret(cmd workshop.Command) bool {
	switch cmd.(type) {
	case *workshop.CastBallot, *workshop.VoteStatement:
		return true
	}
	return false
}

// seen answers a command whose key was used before.
func (r *Room) seen(q *request, t *turn) (uint64, bool, error) {
	if isSecret(q.cmd) || q.key == "" {
		return 0, false, nil // a ballot leaves no key behind; twice is once
	}
	if seq, ok := t.keys[q.key]; ok {
		return seq, true, nil
	}
	seq, ok, err := r.deps.Journal.Seen(q.ctx, r.id, q.key)
	if err != nil {
		r.log.Error("look up command", "error", err)
		return 0, false, r.unsaved(err)
	}
	return seq, ok, nil
}

// take applies the events and puts them into the turn.
func (r *Room) take(q *request, t *turn, events []workshop.Event, passages []vault.Passage, now time.Time) error {
	b := journal.Batch{Key: q.key}
	for _, e := range events {
		data, err := workshop.Encode(e)
		if err != nil {
			return err
		}
		b.Drafts = append(b.Drafts, journal.Draft{At: now, Role: q.actor.Role, Kind: e.Kind(), Data: data})
	}
	for _, e := range events {
		if err := workshop.Apply(r.state, e, workshop.Meta{Seq: r.state.Seq + 1, At: now, Role: q.actor.Role}); err != nil {
			t.broken = err
			return ErrUnavailable
		}
	}
	if len(events) > 0 || q.key != "" {
		t.batches = append(t.batches, b)
	}
	t.events = append(t.events, events...)
	t.passages = append(t.passages, passages...)
	t.keys[q.key] = r.state.Seq
	t.waiting = append(t.waiting, receipt(q, r.state.Seq))
	return nil
}

// save makes the turn durable: first the words that its events refer to, then
// the events. Words without an event are harmless; the reverse is not.
func (r *Room) save(t *turn) error {
	if t.broken != nil {
		return t.broken
	}
	if len(t.passages) == 0 && len(t.batches) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	began := time.Now()
	if len(t.passages) > 0 {
		if err := r.deps.Vault.PutPassages(ctx, r.id, t.passages...); err != nil {
			return fmt.Errorf("keep words: %w", err)
		}
	}
	if len(t.batches) == 0 {
		return nil
	}
	events, err := r.deps.Journal.Append(ctx, r.id, t.after, t.batches...)
	if err != nil {
		return fmt.Errorf("append: %w", err)
	}
	if last := len(events) - 1; last >= 0 {
		r.written = placeOf(events[last].Seq, events[last].Hash)
	}
	r.deps.Metrics.Save.Observe(time.Since(began).Seconds())
	r.deps.Metrics.Turn.Observe(float64(len(t.batches)))
	r.deps.Metrics.Events.Add(float64(len(t.events)))
	return nil
}

// now is the room's clock: whole milliseconds, never backwards.
func (r *Room) now() time.Time {
	at := r.deps.Now().UTC().Truncate(time.Millisecond)
	if at.Before(r.lastAt) {
		at = r.lastAt
	}
	r.lastAt = at
	return at
}

func (r *Room) env(q *request, t *turn, now time.Time) workshop.Env {
	return workshop.Env{
		Actor:   q.actor,
		Now:     now,
		NewID:   r.newID,
		Mask:    func(thing workshop.ID) string { return r.people.mask(q.actor.ID, thing) },
		Names:   r.people.names,
		Read:    func(w workshop.Words) (string, bool) { return r.read(w, t) },
		Ballots: func(round workshop.ID) ([]workshop.Ballot, error) { return r.ballots(q.ctx, round) },
		Votes:   r.poll.all,
	}
}

// read gives back what a person wrote, in this very turn or before.
func (r *Room) read(w workshop.Words, t *turn) (string, bool) {
	for _, p := range t.passages {
		if p.Ref == w.Ref {
			return p.Text, true
		}
	}
	return r.people.read(w)
}
