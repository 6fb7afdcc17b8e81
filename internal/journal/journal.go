// Package journal keeps what happened in each workshop: an append-only sequence of events, each carrying the hash of the
// one before it. It holds no personal data: people are opaque ids, their words are refs with salted hashes.
//
// The stores beside it (sqlite, memory) pass the one suite in journaltest.
package journal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"
)

var (
	// ErrConflict tells that the workshop's last event is not the one the caller had seen.
	ErrConflict = errors.New("the workshop has moved on")
	// ErrDuplicate tells that a command with this idempotency key has been appended before; Seen says where.
	ErrDuplicate = errors.New("this command has been carried out before")
	// ErrSnapshot tells that a workshop's snapshot is not as it was saved: events are enough.
	ErrSnapshot = errors.New("the snapshot is damaged")
)

// Event is one thing that happened. The JSON form is the one in the published record.
type Event struct {
	Workshop string          `json:"workshop"`
	Seq      uint64          `json:"seq"`  // 1, 2, 3… without a gap
	At       time.Time       `json:"at"`   // UTC, whole milliseconds
	Role     string          `json:"role"` // the role that acted, never a person
	Kind     string          `json:"kind"`
	Data     json.RawMessage `json:"data"` // compact JSON, kept byte for byte
	Prev     Hash            `json:"prev"` // of the event before; zeros for the first
	Hash     Hash            `json:"hash"` // see Event.Sum
}

// Draft is an event before it has its place in a workshop. At is cut to whole milliseconds; Data must be JSON of at most
// MaxData bytes and is compacted; empty Data becomes null.
type Draft struct {
	At         time.Time
	Role, Kind string
	Data       json.RawMessage
}

// Batch is what one command did. Key is the command's idempotency key, or "" for none. It may have no drafts.
type Batch struct {
	Key    string
	Drafts []Draft
}

// Journal stores the events of many workshops. A workshop begins with its first event; before that its head is 0 with a zero
// hash. All methods may be called from many goroutines.
type Journal interface {
	// Append puts the batches behind event number after, all or nothing, and returns the events when they are durable.
	// ErrConflict: the last event is not number after. ErrDuplicate: a key was used before in this workshop, or twice here.
	// After any other error the events may or may not have been kept by a store that then failed; Seen tells.
	Append(ctx context.Context, workshop string, after uint64, batches ...Batch) ([]Event, error)
	// Read gives at most limit events behind number after, in order; with limit 0, all of them. A *Damage error comes with
	// the good events before the damage.
	Read(ctx context.Context, workshop string, after uint64, limit int) ([]Event, error)
	// Head gives the number and hash of the last event, 0 and a zero hash when there is none.
	Head(ctx context.Context, workshop string) (seq uint64, hash Hash, err error)
	// Seen tells whether a command with this key was appended, and the number of its last event (of the event before it, if it had none).
	Seen(ctx context.Context, workshop, key string) (seq uint64, ok bool, err error)
	// Appended gives a channel that is closed after the next append to any workshop; see Watch.
	Appended() <-chan struct{}
	// Workshops gives the names of the workshops that have events, sorted.
	Workshops(ctx context.Context) ([]string, error)
	// SaveSnapshot keeps the state after event seq, in place of an older one. A state from beyond the head is refused.
	SaveSnapshot(ctx context.Context, workshop string, seq uint64, state []byte) error
	// Snapshot gives the last state kept, seq 0 when there is none, and ErrSnapshot when it is damaged.
	Snapshot(ctx context.Context, workshop string) (seq uint64, state []byte, err error)
	Close() error
}

// page is how many events All reads at a time.
const page = 1000

// All reads a workshop's events behind number after, a page at a time, and the
// next page while this one is being looked at. It stops after the first error.
func All(ctx context.Context, j Journal, workshop string, after uint64) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		ctx, enough := context.WithCancel(ctx)
		defer enough()
		last := after // of this run: the sequence may be run through again
		for next := readAhead(ctx, j, workshop, last); next != nil; {
			p := <-next
			next = nil
			if n := len(p.events); n == page && p.err == nil {
				next = readAhead(ctx, j, workshop, p.events[n-1].Seq)
			}
			for _, event := range p.events {
				last = event.Seq
				if !yield(event, nil) {
					return
				}
			}
			if p.err != nil {
				yield(Event{}, fmt.Errorf("read workshop %q behind event %d: %w", workshop, last, p.err))
			}
		}
	}
}

type pageRead struct {
	events []Event
	err    error
}

// readAhead begins to read a page.
func readAhead(ctx context.Context, j Journal, workshop string, after uint64) <-chan pageRead {
	read := make(chan pageRead, 1)
	go func() {
		events, err := j.Read(ctx, workshop, after, page)
		read <- pageRead{events, err}
	}()
	return read
}
