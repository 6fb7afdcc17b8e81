package vault

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
)

func persons(n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("person-%03d", i)
	}
	return list
}

func TestBallotBox(t *testing.T) {
	dir := t.TempDir()
	v := open(t, dir)
	calls := map[string]func() error{
		"Cast":           func() error { return v.Cast(t.Context(), "w", "r", "p1", []byte("x")) },
		"Ballot":         func() error { _, _, err := v.Ballot(t.Context(), "w", "r", "p1"); return err },
		"Ballots":        func() error { _, err := v.Ballots(t.Context(), "w", "r"); return err },
		"Voters":         func() error { _, err := v.Voters(t.Context(), "w", "r", nil); return err },
		"CloseBallotBox": func() error { return v.CloseBallotBox(t.Context(), "w", "r") },
	}
	expectClosed := func(when string, names ...string) {
		t.Helper()
		for _, name := range names {
			if err := calls[name](); !errors.Is(err, ErrBoxClosed) {
				t.Errorf("%s %s: %v, want ErrBoxClosed", name, when, err)
			}
		}
	}
	all := []string{"Cast", "Ballot", "Ballots", "Voters", "CloseBallotBox"}
	expectClosed("before the round", all...)

	must(t, v.OpenBallotBox(t.Context(), "w", "r"))
	must(t, v.Cast(t.Context(), "w", "r", "p1", []byte("first")))
	must(t, v.Cast(t.Context(), "w", "r", "p2", []byte("other")))
	must(t, v.Cast(t.Context(), "w", "r", "p1", []byte("second")))
	must(t, v.OpenBallotBox(t.Context(), "w", "r"))
	must(t, v.Close())
	v = open(t, dir)

	mine, _, err := v.Ballot(t.Context(), "w", "r", "p1")
	same(t, "own ballot", string(mine), err, "second")
	if _, ok, err := v.Ballot(t.Context(), "w", "r", "p3"); ok || err != nil {
		t.Errorf("a ballot that nobody cast: %v, %v", ok, err)
	}
	voters, err := v.Voters(t.Context(), "w", "r", []string{"p1", "p2", "p3"})
	same(t, "voters", voters, err, map[string]bool{"p1": true, "p2": true})

	must(t, v.CloseBallotBox(t.Context(), "w", "r"))
	expectClosed("after closing", "Cast")
	ballots, err := v.Ballots(t.Context(), "w", "r")
	if slices.SortFunc(ballots, bytes.Compare); err != nil || string(bytes.Join(ballots, []byte(" "))) != "other second" {
		t.Errorf("ballots %q, %v", ballots, err)
	}
	must(t, v.OpenBallotBox(t.Context(), "w", "r"))
	must(t, v.Cast(t.Context(), "w", "r", "p3", []byte("third")))

	must(t, v.Burn(t.Context(), "w", "r"))
	must(t, v.Burn(t.Context(), "w", "r"))
	expectClosed("after burning", all...)
}

func TestWithdraw(t *testing.T) {
	v := open(t, t.TempDir())
	if err := v.Withdraw(t.Context(), "w", "r", "p1"); !errors.Is(err, ErrBoxClosed) {
		t.Errorf("without a box: %v, want ErrBoxClosed", err)
	}
	must(t, v.OpenBallotBox(t.Context(), "w", "r"))
	for _, person := range []string{"p1", "p2", "p3"} {
		must(t, v.Cast(t.Context(), "w", "r", person, []byte(person)))
	}
	must(t, v.Withdraw(t.Context(), "w", "r", "p1", "p3", "nobody"))
	ballots, err := v.Ballots(t.Context(), "w", "r")
	same(t, "what is left", ballots, err, [][]byte{[]byte("p2")})
	must(t, v.Cast(t.Context(), "w", "r", "p1", []byte("again")))
	voters, err := v.Voters(t.Context(), "w", "r", []string{"p1", "p2", "p3"})
	same(t, "voters", voters, err, map[string]bool{"p1": true, "p2": true})
}

// TestOrderOfBallotsSaysNothing casts the same ballots in the same order in many rounds: their order must differ from round to
// round, and from the order of casting.
func TestOrderOfBallotsSaysNothing(t *testing.T) {
	v := open(t, t.TempDir())
	orders := map[string]bool{}
	for round := range 5 {
		name := fmt.Sprint("round-", round)
		must(t, v.OpenBallotBox(t.Context(), "w", name))
		for _, person := range persons(20) {
			must(t, v.Cast(t.Context(), "w", name, person, []byte(person+" ")))
		}
		ballots, err := v.Ballots(t.Context(), "w", name)
		must(t, err)
		again, err := v.Ballots(t.Context(), "w", name)
		same(t, "read twice", again, err, ballots)
		orders[string(slices.Concat(ballots...))] = true
	}
	if len(orders) != 5 {
		t.Errorf("5 rounds gave %d orders", len(orders))
	}
}

// TestNoBallotIsLostAtClosing closes the box in the middle of the casting: what was acknowledged is there, and nothing else.
func TestNoBallotIsLostAtClosing(t *testing.T) {
	v := open(t, t.TempDir())
	must(t, v.OpenBallotBox(t.Context(), "w", "r"))
	people := persons(400)
	counted := make([]bool, len(people))
	var wg sync.WaitGroup
	for i, person := range people {
		wg.Go(func() {
			err := v.Cast(t.Context(), "w", "r", person, []byte(person))
			if counted[i] = err == nil; err != nil && !errors.Is(err, ErrBoxClosed) {
				t.Error(err)
			}
			if i == len(people)/2 {
				must(t, v.CloseBallotBox(t.Context(), "w", "r"))
			}
		})
	}
	wg.Wait()
	voters, err := v.Voters(t.Context(), "w", "r", people)
	must(t, err)
	for i, person := range people {
		if counted[i] != voters[person] {
			t.Errorf("%s: acknowledged %v, in the box %v", person, counted[i], voters[person])
		}
	}
}
