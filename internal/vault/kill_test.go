package vault

import (
	"bufio"
	"context"
	"crypto/rand"
	"fmt"
	mathrand "math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// childEnv makes the test binary cast ballots in the vault it names until it is killed; firstEnv says where each person stands.
const (
	childEnv = "SALA_TEST_VAULT_CHILD"
	firstEnv = "SALA_TEST_VAULT_FIRST"
)

// child lets every person cast the ballots 1, 2, 3… and says so on its standard output only after each is acknowledged.
func child(dir string) int {
	ctx := context.Background()
	v, err := Open(ctx, dir, rand.Reader)
	if err == nil {
		err = v.OpenBallotBox(ctx, "w", "r")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	for person, first := range strings.Fields(os.Getenv(firstEnv)) {
		n, err := strconv.Atoi(first)
		if err != nil {
			return 1
		}
		wg.Go(func() {
			for ; ; n++ {
				if err := castOne(ctx, v, "r", strconv.Itoa(person), []byte(strconv.Itoa(n))); err != nil {
					fmt.Fprintln(os.Stderr, err)
					os.Exit(1)
				}
				mu.Lock()
				fmt.Println(person, n)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return 0
}

// TestKilledWhileCasting kills the process again and again: every person's ballot is the last acknowledged one, or the next.
func TestKilledWhileCasting(t *testing.T) {
	dir := t.TempDir()
	acknowledged := make([]int, 20)
	for range 10 {
		castAndKill(t, dir, acknowledged)
	}
	v := open(t, dir)
	total := 0
	for person, last := range acknowledged {
		ballot, ok, err := v.Ballot(t.Context(), "w", "r", strconv.Itoa(person))
		must(t, err)
		if n, err := strconv.Atoi(string(ballot)); err != nil || !ok || n != last && n != last+1 {
			t.Errorf("person %d has ballot %q, acknowledged %d", person, ballot, last)
		}
		total += last
	}
	ballots, err := v.Ballots(t.Context(), "w", "r")
	if err != nil || len(ballots) != len(acknowledged) {
		t.Errorf("%d ballots of %d people, %v", len(ballots), len(acknowledged), err)
	}
	t.Logf("10 kills, %d acknowledged ballots", total)
}

func castAndKill(t *testing.T, dir string, acknowledged []int) {
	t.Helper()
	var first []string
	for _, n := range acknowledged {
		first = append(first, strconv.Itoa(n+1))
	}
	process := exec.Command(os.Args[0])
	process.Env = append(os.Environ(), childEnv+"="+dir, firstEnv+"="+strings.Join(first, " "))
	process.Stderr = os.Stderr
	output, err := process.StdoutPipe()
	must(t, err)
	must(t, process.Start())
	heard := 0
	for lines := bufio.NewScanner(output); lines.Scan(); heard++ {
		if heard == 0 {
			time.AfterFunc(time.Duration(20+mathrand.IntN(100))*time.Millisecond, func() { process.Process.Kill() })
		}
		var person, n int
		if _, err := fmt.Sscan(lines.Text(), &person, &n); err != nil || n != acknowledged[person]+1 {
			t.Errorf("strange acknowledgement %q: %v", lines.Text(), err)
			break
		}
		acknowledged[person] = n
	}
	process.Wait()
	if heard == 0 {
		t.Fatal("the child acknowledged nothing")
	}
}
