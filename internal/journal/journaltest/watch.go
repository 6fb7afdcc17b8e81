package journaltest

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"sala.example/internal/journal"
)

// testWatch: whoever watches sees every event once, in order, whenever they began, while others append elsewhere too.
func testWatch(t *testing.T, j journal.Journal) {
	const rounds, watchers = 40, 3
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var watching sync.WaitGroup
	for w := range watchers {
		after := uint64(w * 2)
		watching.Go(func() {
			next := after
			for event, err := range journal.Watch(ctx, j, "w1", after) {
				if err != nil {
					t.Errorf("watch behind %d: %v", after, err)
					return
				}
				if next++; event.Seq != next || event.Workshop != "w1" {
					t.Errorf("watch behind %d: event %d of %s came as number %d", after, event.Seq, event.Workshop, next)
					return
				}
				if next == 2*rounds {
					return
				}
			}
			t.Errorf("watch behind %d ended at event %d", after, next)
		})
	}
	for i := range rounds {
		for _, name := range []string{"w1", "w2"} {
			if _, err := j.Append(ctx, name, uint64(2*i), journal.Batch{Drafts: drafts(2, fmt.Sprint(i))}); err != nil {
				t.Fatal(err)
			}
		}
	}
	watching.Wait()
}

// testWatchEnds: a watcher that has seen everything waits, and goes when it is told to.
func testWatchEnds(t *testing.T, j journal.Journal) {
	if _, err := j.Append(t.Context(), "w1", 0, journal.Batch{Drafts: drafts(1, "a")}); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	seen := 0
	for _, err := range journal.Watch(ctx, j, "w1", 0) {
		if err != nil {
			t.Fatal(err)
		}
		seen++
		stop()
	}
	if seen != 1 {
		t.Errorf("the watcher saw %d events", seen)
	}
}
