package sqlite

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"sala.example/internal/sqlite/powercut"
)

// cutsEnv sets how often the power is cut.
const cutsEnv = "SALA_FAULT_CUTS"

// TestPowerCut cuts the power again and again under a journal that is written
// to: what was acknowledged before the cut is there once, every chain verifies,
// the keys of commands fit, and no torn log is taken for a damaged one. What a
// cut leaves, and what this cannot show, is said in package powercut.
func TestPowerCut(t *testing.T) {
	t.Parallel()
	cuts := 25
	if n, err := strconv.Atoi(os.Getenv(cutsEnv)); err == nil {
		cuts = n
	}
	dir := t.TempDir()
	disk, err := powercut.Watch(dir)
	if err != nil {
		t.Fatal(err)
	}
	j := open(t, filepath.Join(dir, "journal.db"))
	books := &books{last: make([]int, workers)}
	torn, made := 0, 0
	for end := time.Now().Add(time.Minute); cuts > 0 || torn == 0 && time.Now().Before(end); cuts-- {
		made++
		stop := books.load(t, j)
		time.Sleep(time.Duration(5+rand.IntN(40)) * time.Millisecond)
		acknowledged := books.copied()
		left, lost := disk.Cut()
		stop()
		torn += lost
		compareCut(t, left, acknowledged)
		if t.Failed() {
			break
		}
	}
	if torn == 0 {
		t.Error("no cut came in the middle of a write")
	}
	t.Logf("%d cuts, %d sectors lost, %v commands acknowledged at the last", made, torn, books.copied())
}

// books is what workers were told is done: the last command of each.
type books struct {
	mu   sync.Mutex
	last []int
}

func (b *books) copied() []int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.last)
}

// load has the workers append until stop is called.
func (b *books) load(t *testing.T, j *Journal) (stop func()) {
	ctx, cancel := context.WithCancel(t.Context())
	var all sync.WaitGroup
	for worker := range workers {
		all.Go(func() {
			for n := b.last[worker] + 1; ctx.Err() == nil; n++ {
				if err := carryOut(j, worker, n); err != nil {
					t.Errorf("worker %d: %v", worker, err)
					return
				}
				b.mu.Lock()
				b.last[worker] = n
				b.mu.Unlock()
			}
		})
	}
	return func() {
		cancel()
		all.Wait()
	}
}

// compareCut opens what a cut left and looks for everything acknowledged.
func compareCut(t *testing.T, left powercut.Image, acknowledged []int) {
	t.Helper()
	dir := t.TempDir()
	if err := left.Write(dir); err != nil {
		t.Fatal(err)
	}
	j, err := Open(t.Context(), filepath.Join(dir, "journal.db"))
	if err != nil {
		t.Errorf("after a power cut: %v", err)
		return
	}
	defer os.RemoveAll(dir)
	defer j.Close()
	there := map[string]int{}
	for w := range workshops {
		events, err := j.Read(t.Context(), workshopOf(w), 0, 0) // checks the chain
		if err != nil {
			t.Errorf("after a power cut: %v", err)
		}
		for _, e := range events {
			there[string(e.Data)]++
		}
	}
	if err := j.CheckKeys(t.Context()); err != nil {
		t.Errorf("after a power cut: %v", err)
	}
	for worker, last := range acknowledged {
		for n := 1; n <= last; n++ {
			if got := there[string(draft(command(worker, n)).Data)]; got != 2 {
				t.Errorf("after a power cut command %d of worker %d has %d events, want 2; %d were acknowledged", n, worker, got, last)
				return
			}
		}
		if _, ok, err := j.Seen(t.Context(), workshopOf(worker), command(worker, last)); last > 0 && (err != nil || !ok) {
			t.Errorf("after a power cut the last command of worker %d would be carried out again (%v)", worker, err)
		}
	}
}
