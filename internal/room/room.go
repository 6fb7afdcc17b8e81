// Package room runs workshops. Each open workshop has one goroutine, the only
// one that touches its state: it decides on commands, appends their events to
// the journal, applies them, and only then answers and publishes.
//
// What Decide must not do itself happens here: time, ids, the sealing of
// people's words, ballots, and the clean-up that an event calls for.
package room

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"sync"
	"time"

	"sala.example/internal/journal"
	"sala.example/internal/metrics"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// Deps is what a room needs from the outside.
type Deps struct {
	Journal journal.Journal
	Vault   *vault.Vault
	Now     func() time.Time // nil: the machine's clock
	Random  io.Reader        // nil: crypto/rand
	Log     *slog.Logger     // nil: slog.Default
	Metrics *metrics.Metrics // nil: counted, and never asked for
	// Join gives the short address that people type to join, for the projector.
	Join func(code string) string
	// Opening hears how many rooms are being opened, each time that changes; nil: nobody does.
	Opening func(rooms int)
}

func (d Deps) withDefaults() Deps {
	if d.Now == nil {
		d.Now = time.Now
	}
	if d.Random == nil {
		d.Random = rand.Reader
	}
	if d.Log == nil {
		d.Log = slog.Default()
	}
	if d.Opening == nil {
		d.Opening = func(int) {}
	}
	if d.Metrics == nil {
		d.Metrics = metrics.New()
	}
	if d.Join == nil {
		d.Join = func(code string) string { return code }
	}
	return d
}

// ErrUnavailable is a command that could not be made durable. Nothing of it
// was kept or shown; it can be sent again with the same key.
var ErrUnavailable = errors.New("nothing was saved; try again in a moment")

// ErrClosed is a room whose program is shutting down.
var ErrClosed = errors.New("this room is closing down")

// Room is one open workshop.
type Room struct {
	id   string
	code string
	deps Deps
	log  *slog.Logger

	requests chan *request
	done     chan struct{}
	stop     context.CancelFunc

	// Of the room's goroutine alone.
	state    *workshop.State
	lastAt   time.Time
	zone     *time.Location // the workshop's
	saved    uint64         // event of the newest snapshot
	written  Place          // of the newest event that came from here
	casts    sync.WaitGroup // the writer of votes, while there is one
	diffs    diffCache
	dirty    map[string]bool // topics to compute again
	owing    bool            // the vault could not follow an event; see settleUp
	nextTry  time.Time       // when it is tried again
	nextTick time.Time

	// Shared: what people wrote, who they are, who has rated.
	people *people
	rated  *turnout
	votes  votes
	poll   *poll // the open collecting of opinions

	live *live
}

type request struct {
	ctx   context.Context
	actor workshop.Actor
	key   string
	cmd   workshop.Command
	read  func(*workshop.State) // instead of a command: look at the state
	reply chan answer
	seq   uint64 // for a ballot: the newest event when it was checked
}

type answer struct {
	receipt Receipt
	err     error
}

// ID is the workshop's id.
func (r *Room) ID() string { return r.id }

// Code is what people type to join.
func (r *Room) Code() string { return r.code }

// Do carries a command out and returns when it is durable. The error is a
// *workshop.Refusal when the command was turned down, ErrUnavailable when it
// could not be saved. A key that was used before gives the first answer again.
func (r *Room) Do(ctx context.Context, actor workshop.Actor, key string, cmd workshop.Command) (Receipt, error) {
	a := r.ask(ctx, &request{ctx: ctx, actor: actor, key: key, cmd: cmd})
	return a.receipt, a.err
}

// Look lets a function read the state between two commands. It must not keep
// what it is given.
func (r *Room) Look(ctx context.Context, read func(*workshop.State)) error {
	return r.ask(ctx, &request{ctx: ctx, read: read}).err
}

func (r *Room) ask(ctx context.Context, q *request) answer {
	q.reply = make(chan answer, 1)
	select {
	case r.requests <- q:
	default:
		select { // until there is space
		case r.requests <- q:
		case <-r.done:
			return answer{err: ErrClosed}
		case <-ctx.Done():
			return answer{err: ctx.Err()}
		}
	}
	select {
	case a := <-q.reply:
		return a
	case <-r.done:
	}
	select {
	case a := <-q.reply: // the room's last word
		return a
	default:
		return answer{err: ErrClosed}
	}
}

// How much one turn takes on, and how often the clock is looked at.
const (
	maxBatch = 256
	tick     = 200 * time.Millisecond
	dayTick  = 5 * time.Second
)

func (r *Room) run(ctx context.Context) {
	defer close(r.done)
	defer r.deps.Metrics.Rooms.Dec()
	ticker := time.NewTicker(tick)
	defer ticker.Stop()
	for {
		select {
		case q := <-r.requests:
			answers := r.handle(r.drain(q))
			r.publish()
			for _, a := range answers { // after publishing, so that people can read what they wrote
				a.q.reply <- a.answer
			}
		case <-ticker.C:
			r.tick()
		case <-ctx.Done():
			r.casts.Wait()
			r.saveSnapshot()
			r.live.close()
			return
		}
	}
}

// drain takes whatever else is waiting, so that it shares one write.
func (r *Room) drain(first *request) []*request {
	batch := []*request{first}
	for len(batch) < maxBatch {
		select {
		case q := <-r.requests:
			batch = append(batch, q)
		default:
			return batch
		}
	}
	return batch
}

// tick publishes what does not come from a command: the day against the clock,
// and the count of ballots.
func (r *Room) tick() {
	if now := r.deps.Now(); !now.Before(r.nextTick) || r.nextTick.Sub(now) > dayTick {
		r.nextTick = now.Add(dayTick)
		r.dirty["day"] = true
	}
	if r.rated.takeChanged() {
		r.dirty["turnout"] = true
	}
	r.tickOpinion()
	if now := r.deps.Now(); r.owing && (!now.Before(r.nextTry) || r.nextTry.Sub(now) > retryEvery) { // the clock may have been set back
		r.settleUp()
	}
	r.publish()
}

// Close saves a snapshot and ends the room. Commands that wait are refused.
func (r *Room) Close() {
	r.stop()
	<-r.done
}
