package vault

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestTrayRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		slips := rapid.SliceOf(rapid.Custom(func(t *rapid.T) slip {
			voter := rapid.SliceOfN(rapid.Byte(), len(pseudonym{}), len(pseudonym{})).Draw(t, "voter")
			return slip{voter: pseudonym(voter), sealed: rapid.SliceOf(rapid.Byte()).Draw(t, "sealed")}
		})).Draw(t, "slips")
		var tray []byte
		for _, s := range slips {
			tray = s.addTo(tray)
		}
		got, err := slipsIn(tray)
		if err != nil || !slices.EqualFunc(got, slips, func(a, b slip) bool { return a.voter == b.voter && string(a.sealed) == string(b.sealed) }) {
			t.Fatalf("%v, %v", got, err)
		}
	})
}

func FuzzTray(f *testing.F) {
	f.Add(slip{sealed: []byte("x")}.addTo(nil))
	f.Add([]byte("0123456789abcdef\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, tray []byte) {
		slips, err := slipsIn(tray)
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Error(err)
			}
			return
		}
		var again []byte
		for _, s := range slips {
			again = s.addTo(again)
		}
		if string(again) != string(tray) {
			t.Errorf("%x became %x", tray, again)
		}
	})
}

// TestOneWriteForMany casts in one write, changes minds in the same and in later ones, and withdraws out of the middle.
func TestOneWriteForMany(t *testing.T) {
	dir := t.TempDir()
	v := open(t, dir)
	must(t, v.OpenBallotBox(t.Context(), "w", "r"))
	vote := func(person, ballot string) Vote { return Vote{Person: person, Ballot: []byte(ballot)} }
	must(t, v.CastAll(t.Context(), "w", "r", vote("p1", "first"), vote("p2", "kept"), vote("p1", "second"), vote("p3", "gone")))
	must(t, v.CastAll(t.Context(), "w", "r", vote("p3", "gone too"), vote("p4", "only")))
	must(t, v.Withdraw(t.Context(), "w", "r", "p3", "p4"))
	must(t, v.CastAll(t.Context(), "w", "r", vote("p4", "again")))
	for range 2 {
		for person, want := range map[string]string{"p1": "second", "p2": "kept", "p3": "", "p4": "again"} {
			ballot, ok, err := v.Ballot(t.Context(), "w", "r", person)
			if string(ballot) != want || ok != (want != "") || err != nil {
				t.Errorf("%s has %q, %v, %v; want %q", person, ballot, ok, err, want)
			}
		}
		ballots, err := v.Ballots(t.Context(), "w", "r")
		if len(ballots) != 3 || err != nil {
			t.Errorf("%d ballots, %v", len(ballots), err)
		}
		must(t, v.Close())
		v = open(t, dir)
	}
}

// TestOneErasedVoterKeepsOutAll shows the rule of CastAll: all or none.
func TestOneErasedVoterKeepsOutAll(t *testing.T) {
	v := open(t, t.TempDir())
	must(t, v.OpenBallotBox(t.Context(), "w", "r"))
	must(t, v.Erase(t.Context(), "w", "p2"))
	err := v.CastAll(t.Context(), "w", "r", Vote{Person: "p1"}, Vote{Person: "p2", Key: "p2/t1"})
	voters, read := v.Voters(t.Context(), "w", "r", []string{"p1", "p2/t1"})
	if !errors.Is(err, ErrErased) || read != nil || len(voters) != 0 {
		t.Errorf("%v; voters %v, %v", err, voters, read)
	}
}

// TestBallotsOfAnOlderVersion opens a vault in which each ballot still has a row of its own, in the middle of a round.
func TestBallotsOfAnOlderVersion(t *testing.T) {
	dir := t.TempDir()
	v := open(t, dir)
	must(t, v.OpenBallotBox(t.Context(), "w", "r"))
	for _, person := range persons(30) {
		must(t, castOne(t.Context(), v, "r", person, []byte(person)))
	}
	b, err := v.box(t.Context(), "w", "r")
	must(t, err)
	cast, err := v.newest(t.Context(), b)
	must(t, err)
	must(t, v.db.Write(t.Context(), func(tx *sql.Tx) error { return asRows(tx, b, cast) }))
	must(t, v.Close())

	v = open(t, dir)
	must(t, castOne(t.Context(), v, "r", persons(30)[3], []byte("changed")))
	ballots, err := v.Ballots(t.Context(), "w", "r")
	if err != nil || len(ballots) != 30 {
		t.Errorf("%d ballots, %v", len(ballots), err)
	}
	for i, want := range map[int]string{3: "changed", 4: persons(30)[4]} {
		ballot, _, err := v.Ballot(t.Context(), "w", "r", persons(30)[i])
		same(t, "a ballot", string(ballot), err, want)
	}
}

// asRows brings ballots into the form that they had before migration 0005, and takes the migration back.
func asRows(tx *sql.Tx, b *box, cast map[pseudonym]slip) error {
	first, err := os.ReadFile(filepath.Join("migrations", "0001_vault.sql"))
	if err != nil {
		return err
	}
	table := regexp.MustCompile(`(?s)CREATE TABLE ballot .*?;`).Find(first)
	for _, query := range []string{`DROP TABLE tray`, `DELETE FROM migration WHERE version = 5`, string(table)} {
		if _, err := tx.Exec(query); err != nil {
			return err
		}
	}
	for voter, s := range cast {
		if _, err := tx.Exec(`INSERT INTO ballot (box, voter, sealed) VALUES (?, ?, ?)`, b.id, voter[:], s.sealed); err != nil {
			return err
		}
	}
	return nil
}
