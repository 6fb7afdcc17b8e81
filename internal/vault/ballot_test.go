package vault

import (
	"bytes"
	"context"
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

// castOne casts one ballot of a person in the workshop "w".
func castOne(ctx context.Context, v *Vault, round, person string, ballot []byte) error {
	return v.CastAll(ctx, "w", round, Vote{Person: person, Ballot: ballot})
}

func TestBallotBox(t *testing.T) {
	dir := t.TempDir()
	v := open(t, dir)
	calls := map[string]func() error{
		"CastAll": func() error { return castOne(t.Context(), v, "r", "p1", []byte("x")) },
		"Ballot":  func() error { _, _, err := v.Ballot(t.Context(), "w", "r", "p1"); return err },
		"Ballots": func() error { _, err := v.Ballots(t.Context(), "w", "r"); return err },
		"Voters":  func() error { _, err := v.Voters(t.Context(), "w", "r", nil); return err },
	}
	expectClosed := func(when string) {
		t.Helper()
		for name, call := range calls {
			if err := call(); !errors.Is(err, ErrBoxClosed) {
				t.Errorf("%s %s: %v, want ErrBoxClosed", name, when, err)
			}
		}
	}
	expectClosed("before the round")

	must(t, v.OpenBallotBox(t.Context(), "w", "r"))
	must(t, castOne(t.Context(), v, "r", "p1", []byte("first")))
	must(t, castOne(t.Context(), v, "r", "p2", []byte("other")))
	must(t, castOne(t.Context(), v, "r", "p1", []byte("second")))
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

	ballots, err := v.Ballots(t.Context(), "w", "r")
	if slices.SortFunc(ballots, bytes.Compare); err != nil || string(bytes.Join(ballots, []byte(" "))) != "other second" {
		t.Errorf("ballots %q, %v", ballots, err)
	}

	must(t, v.Burn(t.Context(), "w", "r"))
	must(t, v.Burn(t.Context(), "w", "r"))
	expectClosed("after burning")
}

func TestWithdraw(t *testing.T) {
	v := open(t, t.TempDir())
	if err := v.Withdraw(t.Context(), "w", "r", "p1"); !errors.Is(err, ErrBoxClosed) {
		t.Errorf("without a box: %v, want ErrBoxClosed", err)
	}
	must(t, v.OpenBallotBox(t.Context(), "w", "r"))
	for _, person := range []string{"p1", "p2", "p3"} {
		must(t, castOne(t.Context(), v, "r", person, []byte(person)))
	}
	must(t, v.Withdraw(t.Context(), "w", "r", "p1", "p3", "nobody"))
	ballots, err := v.Ballots(t.Context(), "w", "r")
	same(t, "what is left", ballots, err, [][]byte{[]byte("p2")})
	must(t, castOne(t.Context(), v, "r", "p1", []byte("again")))
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
			must(t, castOne(t.Context(), v, name, person, []byte(person+" ")))
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

// TestCastWhileTheBoxIsBurnt burns the box in the middle of the casting: the late are told so, and nothing of anybody is left.
func TestCastWhileTheBoxIsBurnt(t *testing.T) {
	v := open(t, t.TempDir())
	must(t, v.OpenBallotBox(t.Context(), "w", "r"))
	people := persons(400)
	var wg sync.WaitGroup
	for i, person := range people {
		wg.Go(func() {
			if err := castOne(t.Context(), v, "r", person, []byte(person)); err != nil && !errors.Is(err, ErrBoxClosed) {
				t.Error(err)
			}
			if i == len(people)/2 {
				if err := v.Burn(t.Context(), "w", "r"); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if _, err := v.Ballots(t.Context(), "w", "r"); !errors.Is(err, ErrBoxClosed) {
		t.Errorf("the burnt box: %v, want ErrBoxClosed", err)
	}
	if left := column(t, v, `SELECT ballots FROM tray`); len(left) != 0 {
		t.Errorf("%d trays were left", len(left))
	}
}
