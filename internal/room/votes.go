package room

import (
	"context"
	"runtime"
	"sync"
	"time"

	"sala.example/internal/metrics"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// vote is a ballot or an opinion that was checked and is on its way to the
// vault, under a key that is burnt when its box is counted.
type vote struct {
	q     *request
	box   workshop.ID       // the round, or the collecting
	codes map[string]string // receipts, by criterion
	kept  func()            // called when it is durable
	vault.Vote
}

// votes are those that wait for the room's one writer: while a write is on its
// way the next one gathers. Because there is one, of two votes of a person the
// last is the one that counts.
type votes struct {
	mu      sync.Mutex
	waiting []vote
	writing bool
}

// put takes votes in; true when there is no writer at work yet.
func (v *votes) put(more []vote) (begin bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.waiting = append(v.waiting, more...)
	begin = !v.writing
	v.writing = true
	return begin
}

// take gives the writer what waits; nothing when its work is done.
func (v *votes) take() []vote {
	v.mu.Lock()
	defer v.mu.Unlock()
	waiting := v.waiting
	v.waiting = nil
	v.writing = len(waiting) > 0
	return waiting
}

// castAll sends the votes of a turn to the vault, beside the room's goroutine:
// they leave no trace in the journal and need not wait for it.
func (r *Room) castAll(t *turn) {
	if len(t.votes) > 0 && r.votes.put(t.votes) {
		r.casts.Go(r.writeOut)
	}
	t.votes = nil
}

// writeOut is the writer, until nothing waits any more. Before each write it
// lets go first whoever is ready to run: where many rate at once they share the
// write, and where nobody does it costs nothing.
func (r *Room) writeOut() {
	runtime.Gosched()
	for votes := r.votes.take(); len(votes) > 0; votes = r.votes.take() {
		r.keepVotes(votes)
		runtime.Gosched()
	}
}

// keepVotes writes votes together; if that fails, one by one, so that one that
// cannot be kept does not keep out the others.
func (r *Room) keepVotes(votes []vote) {
	err := r.writeVotes(votes)
	for _, v := range votes {
		failed := err
		if err != nil && len(votes) > 1 {
			failed = r.writeVotes([]vote{v})
		}
		if failed != nil {
			r.log.Error("vote not saved", "error", failed)
			r.deps.Metrics.Commands.WithLabelValues(metrics.Unsaved).Inc()
			v.q.reply <- answer{err: r.unsaved(failed)}
			continue
		}
		v.kept()
		r.deps.Metrics.Ballots.Inc()
		v.q.reply <- answer{receipt: Receipt{Seq: v.q.seq, Codes: v.codes}}
	}
}

// writeVotes puts votes into their boxes.
func (r *Room) writeVotes(votes []vote) error {
	began := time.Now()
	boxes := map[workshop.ID][]vault.Vote{}
	for _, v := range votes {
		boxes[v.box] = append(boxes[v.box], v.Vote)
	}
	for box, votes := range boxes {
		if err := r.deps.Vault.CastAll(context.Background(), r.id, box, votes...); err != nil {
			return err
		}
	}
	r.deps.Metrics.Save.Observe(time.Since(began).Seconds())
	r.deps.Metrics.Turn.Observe(float64(len(votes)))
	return nil
}
