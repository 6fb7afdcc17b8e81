// Package memory is a journal that lasts as long as the process: for tests, and to keep the conformance suite honest.
package memory

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"

	"sala.example/internal/journal"
)

// Journal implements journal.Journal.
type Journal struct {
	journal.Bell
	mu        sync.Mutex
	workshops map[string]*workshop
}

type workshop struct {
	chain    journal.Chain
	events   []journal.Event
	keys     map[string]uint64
	snapshot []byte
	at       uint64
}

// New gives an empty journal.
func New() *Journal { return &Journal{workshops: map[string]*workshop{}} }

// Append implements journal.Journal.
func (j *Journal) Append(ctx context.Context, name string, after uint64, batches ...journal.Batch) ([]journal.Event, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	w := j.find(name)
	if w.chain.Seq != after {
		return nil, journal.ErrConflict
	}
	chain, keys, events := w.chain, map[string]uint64{}, []journal.Event(nil)
	for _, batch := range batches {
		added, err := chain.Extend(batch.Drafts)
		if err != nil {
			return nil, fmt.Errorf("append to workshop %q: %w", name, err)
		}
		events = append(events, added...)
		if batch.Key == "" {
			continue
		}
		_, before := w.keys[batch.Key]
		if _, here := keys[batch.Key]; before || here {
			return nil, journal.ErrDuplicate
		}
		keys[batch.Key] = chain.Seq
	}
	w.chain, w.events = chain, append(w.events, events...)
	maps.Copy(w.keys, keys)
	j.workshops[name] = w
	j.Ring()
	return events, nil
}

// find gives a workshop, an empty one if it has not begun.
func (j *Journal) find(name string) *workshop {
	if w := j.workshops[name]; w != nil {
		return w
	}
	return &workshop{chain: journal.Chain{Workshop: name}, keys: map[string]uint64{}}
}

// Read implements journal.Journal.
func (j *Journal) Read(_ context.Context, name string, after uint64, limit int) ([]journal.Event, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	events := j.find(name).events
	events = events[min(after, uint64(len(events))):]
	if limit > 0 {
		events = events[:min(limit, len(events))]
	}
	return slices.Clone(events), nil
}

// Head implements journal.Journal.
func (j *Journal) Head(_ context.Context, name string) (uint64, journal.Hash, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	chain := j.find(name).chain
	return chain.Seq, chain.Hash, nil
}

// Seen implements journal.Journal.
func (j *Journal) Seen(_ context.Context, name, key string) (uint64, bool, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	seq, ok := j.find(name).keys[key]
	return seq, ok, nil
}

// Workshops implements journal.Journal.
func (j *Journal) Workshops(context.Context) ([]string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	var names []string
	for name, w := range j.workshops {
		if w.chain.Seq > 0 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names, nil
}

// SaveSnapshot implements journal.Journal.
func (j *Journal) SaveSnapshot(_ context.Context, name string, seq uint64, state []byte) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	w := j.find(name)
	if seq > w.chain.Seq {
		return fmt.Errorf("snapshot of workshop %q at event %d is ahead of the journal, which ends at %d", name, seq, w.chain.Seq)
	}
	if seq > 0 && seq >= w.at {
		w.at, w.snapshot = seq, bytes.Clone(state)
	}
	return nil
}

// Snapshot implements journal.Journal.
func (j *Journal) Snapshot(_ context.Context, name string) (uint64, []byte, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	w := j.find(name)
	return w.at, bytes.Clone(w.snapshot), nil
}

// Close implements journal.Journal.
func (j *Journal) Close() error { return nil }
