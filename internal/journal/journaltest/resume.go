package journaltest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sala.example/internal/journal"
)

func testSnapshot(t *testing.T, j journal.Journal) {
	checkSnapshot(t, j, "w", 0, "")
	appendAll(t, j, "w", 0, batch("", 6))
	for _, step := range []struct {
		seq     uint64
		state   string
		refused bool
		wantSeq uint64
		want    string
	}{
		{seq: 7, state: "from the future", refused: true},
		{seq: 0, state: "nothing", wantSeq: 0},
		{seq: 3, state: "three", wantSeq: 3, want: "three"},
		{seq: 6, state: "six \x00\xff", wantSeq: 6, want: "six \x00\xff"},
		{seq: 4, state: "older", wantSeq: 6, want: "six \x00\xff"},
		{seq: 6, state: "", wantSeq: 6, want: ""},
	} {
		if err := j.SaveSnapshot(t.Context(), "w", step.seq, []byte(step.state)); (err != nil) != step.refused {
			t.Errorf("save at %d: %v", step.seq, err)
		}
		checkSnapshot(t, j, "w", step.wantSeq, step.want)
	}
	if err := j.SaveSnapshot(t.Context(), "nowhere", 1, nil); err == nil {
		t.Error("a snapshot of a workshop without events was kept")
	}
	checkSnapshot(t, j, "nowhere", 0, "")
}

func checkSnapshot(t *testing.T, j journal.Journal, workshop string, wantSeq uint64, want string) {
	t.Helper()
	seq, state, err := j.Snapshot(t.Context(), workshop)
	if err != nil || seq != wantSeq || string(state) != want {
		t.Errorf("Snapshot(%q) = %d, %q, %v; want %d, %q", workshop, seq, state, err, wantSeq, want)
	}
}

// testReopen checks that everything is still there, and that work goes on where it stopped.
func testReopen(t *testing.T, store Store) {
	j := store.Open(t)
	want := appendAll(t, j, "w", 0, batch("a", 3), batch("b", 2))
	if err := j.SaveSnapshot(t.Context(), "w", 4, []byte("four")); err != nil {
		t.Fatal(err)
	}
	j = store.Reopen(t, j)
	defer closeJournal(t, j)
	if diff := cmp.Diff(want, readAll(t, j, "w")); diff != "" {
		t.Errorf("events changed:\n%s", diff)
	}
	checkSeen(t, j, "w", "b", 5, true)
	checkSnapshot(t, j, "w", 4, "four")
	rest, err := j.Read(t.Context(), "w", 4, 0)
	if diff := cmp.Diff(want[4:], rest); err != nil || diff != "" {
		t.Errorf("events behind the snapshot: %v\n%s", err, diff)
	}
	if _, err := j.Append(t.Context(), "w", 5, batch("a", 1)); !errors.Is(err, journal.ErrDuplicate) {
		t.Errorf("key from before: %v, want ErrDuplicate", err)
	}
	appendAll(t, j, "w", 5, batch("c", 1))
	checkSound(t, j, "w", 6)
}

// model is a workshop as plain values, against which random histories are compared.
type model struct {
	events   []journal.Event
	keys     map[string]uint64
	snapshot uint64
	state    []byte
}

// testRandomHistories plays random calls, right and wrong ones, against a journal and a model of one workshop.
func testRandomHistories(t *testing.T, j journal.Journal) {
	run := 0
	rapid.Check(t, func(rt *rapid.T) {
		run++
		name := workshopName(run)
		m := &model{keys: map[string]uint64{}}
		rt.Repeat(map[string]func(*rapid.T){
			"append":   func(rt *rapid.T) { m.append(t, rt, j, name) },
			"snapshot": func(rt *rapid.T) { m.save(t, rt, j, name) },
			"":         func(rt *rapid.T) { m.compare(t, rt, j, name) },
		})
	})
}

func (m *model) append(t *testing.T, rt *rapid.T, j journal.Journal, name string) {
	head := uint64(len(m.events))
	after := rapid.SampledFrom([]uint64{head, head, head, head + 1, head / 2}).Draw(rt, "after")
	keys := rapid.SliceOfN(rapid.SampledFrom([]string{"", "", "a", "b", "c", "d", "e", "f"}), 0, 3).Draw(rt, "keys")
	var batches []journal.Batch
	used, seq, claims := false, head, map[string]uint64{}
	for _, key := range keys {
		n := rapid.IntRange(0, 3).Draw(rt, "events")
		batches = append(batches, batch(key, n))
		seq += uint64(n)
		if key != "" {
			used = used || m.keys[key] != 0 || claims[key] != 0
			claims[key] = seq + 1 // never 0, so that a key used before the first event counts
		}
	}
	events, err := j.Append(t.Context(), name, after, batches...)
	switch {
	case after != head:
		expect(rt, err, journal.ErrConflict)
	case used:
		expect(rt, err, journal.ErrDuplicate)
	case err != nil || uint64(len(events)) != seq-head:
		rt.Fatalf("append: %d events, %v", len(events), err)
	default:
		m.events = append(m.events, events...)
		for key, seq := range claims {
			m.keys[key] = seq
		}
	}
}

func expect(rt *rapid.T, got, want error) {
	if !errors.Is(got, want) {
		rt.Fatalf("got %v, want %v", got, want)
	}
}

func (m *model) save(t *testing.T, rt *rapid.T, j journal.Journal, name string) {
	seq := rapid.Uint64Range(0, uint64(len(m.events))).Draw(rt, "seq")
	state := fmt.Append(nil, "state ", seq)
	if err := j.SaveSnapshot(t.Context(), name, seq, state); err != nil {
		rt.Fatalf("save snapshot: %v", err)
	}
	if seq > 0 && seq >= m.snapshot {
		m.snapshot, m.state = seq, state
	}
}

func (m *model) compare(t *testing.T, rt *rapid.T, j journal.Journal, name string) {
	events, err := j.Read(t.Context(), name, 0, 0)
	sameHash := func(a, b journal.Event) bool { return a.Hash == b.Hash && a.Hash == a.Sum() }
	if err != nil || !slices.EqualFunc(events, m.events, sameHash) {
		rt.Fatalf("events: %v\n%s", err, cmp.Diff(m.events, events))
	}
	for key, claimed := range m.keys {
		if seq, ok, err := j.Seen(t.Context(), name, key); err != nil || !ok || seq+1 != claimed {
			rt.Fatalf("Seen(%q) = %d, %v, %v; want %d", key, seq, ok, err, claimed-1)
		}
	}
	seq, state, err := j.Snapshot(t.Context(), name)
	if err != nil || seq != m.snapshot || !bytes.Equal(state, m.state) {
		rt.Fatalf("snapshot %d %q %v, want %d %q", seq, state, err, m.snapshot, m.state)
	}
}
