// Package journaltest is the one suite that every store of the journal passes.
package journaltest

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"sala.example/internal/journal"
)

// Store is a journal under test.
type Store struct {
	// Open gives an empty journal of the test's own; the suite closes it.
	Open func(t *testing.T) journal.Journal
	// Reopen closes the journal and opens what it left. It is nil for a store that keeps nothing.
	Reopen func(t *testing.T, j journal.Journal) journal.Journal
}

// Run runs the suite.
func Run(t *testing.T, store Store) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, journal.Journal)
	}{
		{"empty", testEmpty},
		{"gapless and chained", testGapless},
		{"read a page", testPages},
		{"data is kept byte for byte", testData},
		{"bad drafts are refused", testBadDrafts},
		{"conflict", testConflict},
		{"duplicate key", testDuplicate},
		{"all or nothing", testAllOrNothing},
		{"command without events", testNoEvents},
		{"cancelled", testCancelled},
		{"appenders in many workshops", testManyWorkshops},
		{"appenders in one workshop", testOneWorkshop},
		{"snapshot", testSnapshot},
		{"watch", testWatch},
		{"watch ends", testWatchEnds},
		{"random histories", testRandomHistories},
	} {
		t.Run(test.name, func(t *testing.T) {
			j := store.Open(t)
			defer closeJournal(t, j)
			test.run(t, j)
		})
	}
	if store.Reopen != nil {
		t.Run("reopen", func(t *testing.T) { testReopen(t, store) })
	}
}

// At is the time of every event in the suite.
var at = time.Date(2026, 3, 14, 9, 30, 0, 123_456_789, time.FixedZone("ICT", 7*3600))

// drafts gives n drafts whose data says text and a number.
func drafts(n int, text string) []journal.Draft {
	list := make([]journal.Draft, n)
	for i := range list {
		data, err := json.Marshal(map[string]any{"text": text, "n": i})
		if err != nil {
			panic(err) // a string and a number always marshal
		}
		list[i] = journal.Draft{At: at.Add(time.Duration(i) * time.Second), Role: "chair", Kind: "Tested", Data: data}
	}
	return list
}

// batch is one command with n events.
func batch(key string, n int) journal.Batch {
	return journal.Batch{Key: key, Drafts: drafts(n, "command "+key)}
}

func appendAll(t *testing.T, j journal.Journal, workshop string, after uint64, batches ...journal.Batch) []journal.Event {
	t.Helper()
	events, err := j.Append(t.Context(), workshop, after, batches...)
	if err != nil {
		t.Fatalf("append behind %d: %v", after, err)
	}
	return events
}

func readAll(t *testing.T, j journal.Journal, workshop string) []journal.Event {
	t.Helper()
	var events []journal.Event
	for event, err := range journal.All(t.Context(), j, workshop, 0) {
		if err != nil {
			t.Fatalf("read: %v", err)
		}
		events = append(events, event)
	}
	return events
}

// checkSound fails unless the workshop has want events, in order, unharmed, and its head is the last of them.
func checkSound(t *testing.T, j journal.Journal, workshop string, want int) {
	t.Helper()
	if err := journal.Verify(journal.All(t.Context(), j, workshop, 0)); err != nil {
		t.Errorf("workshop %s: %v", workshop, err)
	}
	events := readAll(t, j, workshop)
	if len(events) != want {
		t.Fatalf("workshop %s has %d events, want %d", workshop, len(events), want)
	}
	seq, hash, err := j.Head(t.Context(), workshop)
	if err != nil {
		t.Fatal(err)
	}
	var last journal.Event
	if want > 0 {
		last = events[want-1]
	}
	if seq != uint64(want) || hash != last.Hash {
		t.Errorf("head is %d %s, want %d %s", seq, hash, want, last.Hash)
	}
}

func checkSeen(t *testing.T, j journal.Journal, workshop, key string, wantSeq uint64, wantOK bool) {
	t.Helper()
	seq, ok, err := j.Seen(context.Background(), workshop, key)
	if err != nil || ok != wantOK || seq != wantSeq {
		t.Errorf("Seen(%q, %q) = %d, %v, %v; want %d, %v", workshop, key, seq, ok, err, wantSeq, wantOK)
	}
}

func closeJournal(t *testing.T, j journal.Journal) {
	t.Helper()
	if err := j.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}

func workshopName(i int) string { return fmt.Sprintf("workshop-%d", i) }
