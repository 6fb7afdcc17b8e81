package vault

import (
	"context"
	"crypto/rand"
	mathrand "math/rand/v2"
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

// TestPowerCut cuts the power again and again while people rate: the vault
// opens, and holds of everybody the ballot that was acknowledged last, or a
// later one. What a cut leaves, and what this cannot show, is said in package
// powercut.
func TestPowerCut(t *testing.T) {
	t.Parallel()
	cuts := 25
	if n, err := strconv.Atoi(os.Getenv(cutsEnv)); err == nil {
		cuts = n
	}
	dir := t.TempDir()
	disk, err := powercut.Watch(dir)
	must(t, err)
	v := open(t, dir)
	must(t, v.OpenBallotBox(t.Context(), "w", "r"))
	key, err := os.ReadFile(filepath.Join(dir, "vault.key"))
	must(t, err)
	casts := &casts{last: make([]int, 20)}
	torn, made := 0, 0
	for end := time.Now().Add(time.Minute); cuts > 0 || torn == 0 && time.Now().Before(end); cuts-- {
		made++
		stop := casts.load(t, v)
		time.Sleep(time.Duration(5+mathrand.IntN(40)) * time.Millisecond)
		acknowledged := casts.copied()
		left, lost := disk.Cut()
		stop()
		torn += lost
		left["vault.key"] = key // it was synced before vault.db was made
		compareCut(t, left, acknowledged)
		if t.Failed() {
			break
		}
	}
	if torn == 0 {
		t.Error("no cut came in the middle of a write")
	}
	t.Logf("%d cuts, %d sectors lost, %v ballots acknowledged at the last", made, torn, casts.copied())
}

// casts is the last ballot of each person that was acknowledged.
type casts struct {
	mu   sync.Mutex
	last []int
}

func (c *casts) copied() []int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.last)
}

// load has everybody cast until stop is called.
func (c *casts) load(t *testing.T, v *Vault) (stop func()) {
	ctx, cancel := context.WithCancel(t.Context())
	var all sync.WaitGroup
	for person := range c.last {
		all.Go(func() {
			for n := c.last[person] + 1; ctx.Err() == nil; n++ {
				if err := castOne(context.WithoutCancel(ctx), v, "r", strconv.Itoa(person), []byte(strconv.Itoa(n))); err != nil {
					t.Errorf("person %d: %v", person, err)
					return
				}
				c.mu.Lock()
				c.last[person] = n
				c.mu.Unlock()
			}
		})
	}
	return func() {
		cancel()
		all.Wait()
	}
}

func compareCut(t *testing.T, left powercut.Image, acknowledged []int) {
	t.Helper()
	dir := t.TempDir()
	must(t, left.Write(dir))
	defer os.RemoveAll(dir)
	v, err := Open(t.Context(), dir, rand.Reader)
	if err != nil {
		t.Errorf("after a power cut: %v", err)
		return
	}
	defer v.Close()
	for person, last := range acknowledged {
		ballot, ok, err := v.Ballot(t.Context(), "w", "r", strconv.Itoa(person))
		if n, _ := strconv.Atoi(string(ballot)); err != nil || last > 0 && !ok || n < last {
			t.Errorf("after a power cut person %d has ballot %q, acknowledged %d (%v)", person, ballot, last, err)
		}
	}
}
