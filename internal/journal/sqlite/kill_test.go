package sqlite

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"sala.example/internal/journal"
)

// childEnv makes the test binary append to the journal it names until it is killed; firstEnv tells each worker where to start.
const (
	childEnv = "SALA_TEST_JOURNAL_CHILD"
	firstEnv = "SALA_TEST_JOURNAL_FIRST"
)

const (
	kills     = 20
	workers   = 12
	workshops = 3
)

var start = time.Date(2026, 3, 14, 2, 30, 0, 0, time.UTC)

func draft(text string) journal.Draft {
	return journal.Draft{At: start, Role: "chair", Kind: "Tested", Data: fmt.Appendf(nil, `{"text":"ข้อเสนอแนะ %s"}`, text)}
}

func command(worker, n int) string { return fmt.Sprintf("%d-%d", worker, n) }
func workshopOf(worker int) string { return fmt.Sprintf("workshop-%d", worker%workshops) }
func keyed(key string) journal.Batch {
	return journal.Batch{Key: key, Drafts: []journal.Draft{draft(key), draft(key)}}
}

// child appends commands 1, 2, 3… for every worker, and says so on its standard output only after each is acknowledged.
func child(path string) int {
	j, err := Open(context.Background(), path)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	for worker, first := range strings.Fields(os.Getenv(firstEnv)) {
		n, err := strconv.Atoi(first)
		if err != nil {
			return 1
		}
		wg.Go(func() {
			for ; ; n++ {
				if err := carryOut(j, worker, n); err != nil {
					fmt.Fprintln(os.Stderr, err)
					os.Exit(1)
				}
				mu.Lock()
				fmt.Println(worker, n)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return 0
}

// carryOut retries like a client does: on a conflict with the new head; a duplicate means that it was done before the crash.
func carryOut(j *Journal, worker, n int) error {
	ctx := context.Background()
	for {
		seq, _, err := j.Head(ctx, workshopOf(worker))
		if err != nil {
			return err
		}
		_, err = j.Append(ctx, workshopOf(worker), seq, keyed(command(worker, n)))
		switch {
		case err == nil, errors.Is(err, journal.ErrDuplicate):
			return nil
		case !errors.Is(err, journal.ErrConflict):
			return err
		}
	}
}

// TestKilledUnderLoad kills the appending process again and again, and compares the journal with what was acknowledged.
func TestKilledUnderLoad(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	acknowledged := make([]int, workers) // the last command of each worker
	for kill := range kills {
		runAndKill(t, path, acknowledged, time.Duration(30+rand.IntN(150))*time.Millisecond)
		if t.Failed() {
			t.Fatalf("stopped after kill %d", kill+1)
		}
	}
	compare(t, path, acknowledged)
}

func runAndKill(t *testing.T, path string, acknowledged []int, after time.Duration) {
	t.Helper()
	var first []string
	for _, n := range acknowledged {
		first = append(first, strconv.Itoa(n+1))
	}
	process := exec.Command(os.Args[0])
	process.Env = append(os.Environ(), childEnv+"="+path, firstEnv+"="+strings.Join(first, " "))
	process.Stderr = os.Stderr
	output, err := process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := process.Start(); err != nil {
		t.Fatal(err)
	}
	heard := 0
	for lines := bufio.NewScanner(output); lines.Scan(); heard++ {
		if heard == 0 {
			time.AfterFunc(after, func() { process.Process.Kill() })
		}
		var worker, n int
		if _, err := fmt.Sscan(lines.Text(), &worker, &n); err != nil || n != acknowledged[worker]+1 {
			t.Errorf("strange acknowledgement %q: %v", lines.Text(), err)
			break
		}
		acknowledged[worker] = n
	}
	process.Wait()
	if heard == 0 {
		t.Fatal("the child acknowledged nothing")
	}
}

// compare fails unless each workshop is sound and holds every acknowledged command exactly once, in its worker's order, and at
// most one more of each worker: the one that was under way.
func compare(t *testing.T, path string, acknowledged []int) {
	j := open(t, path)
	times := map[string]int{}
	for w := range workshops {
		events := journal.All(t.Context(), j, workshopOf(w), 0)
		if err := journal.Verify(events); err != nil {
			t.Error(err)
		}
		for event := range events {
			var data struct{ Text string }
			if err := json.Unmarshal(event.Data, &data); err != nil {
				t.Error(err)
			}
			times[strings.TrimPrefix(data.Text, "ข้อเสนอแนะ ")]++
		}
	}
	total := 0
	for worker, last := range acknowledged {
		total += last
		for n := 1; n <= last+1; n++ {
			if got := times[command(worker, n)]; got != 2 && (n <= last || got != 0) {
				t.Fatalf("command %s has %d events, want 2", command(worker, n), got)
			}
			delete(times, command(worker, n))
		}
	}
	if len(times) > 0 {
		t.Errorf("commands that nobody sent: %v", times)
	}
	t.Logf("%d kills, %d acknowledged commands, none lost, none twice", kills, total)
}
