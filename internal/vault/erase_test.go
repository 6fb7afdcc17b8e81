package vault

import (
	"bytes"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// traces are byte strings that must not be in any file, by what they are.
type traces map[string][]byte

// search fails for every trace that a file of the folder holds, as it is or in hex.
func search(t *testing.T, dir, when string, marks traces) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	for _, entry := range entries {
		data, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		must(t, err)
		for what, mark := range marks {
			if bytes.Contains(data, mark) || bytes.Contains(data, []byte(hex.EncodeToString(mark))) {
				t.Errorf("%s: %s is in %s", when, what, entry.Name())
			}
		}
	}
}

// searchOpenAndClosed looks at the files as they are now, and again when the vault is closed.
func searchOpenAndClosed(t *testing.T, v *Vault, dir string, marks traces) {
	t.Helper()
	search(t, dir, "while open", marks)
	must(t, v.Close())
	search(t, dir, "when closed", marks)
}

// column gives every value of a query's one column.
func column(t *testing.T, v *Vault, query string, args ...any) (values [][]byte) {
	t.Helper()
	rows, err := v.db.Read().Query(query, args...)
	must(t, err)
	defer rows.Close()
	for rows.Next() {
		var value []byte
		must(t, rows.Scan(&value))
		values = append(values, value)
	}
	must(t, rows.Err())
	return values
}

func add(marks traces, what string, values [][]byte) {
	for i, value := range values {
		marks[fmt.Sprint(what, " ", i)] = value
	}
}

// crowd fills the vault with n people who each have one of everything, so that pages split and merge.
func crowd(t *testing.T, v *Vault, n int) {
	t.Helper()
	must(t, v.OpenBallotBox(t.Context(), "w", "r1"))
	must(t, v.OpenBallotBox(t.Context(), "w", "r2"))
	for i, person := range persons(n) {
		must(t, v.PutProfile(t.Context(), "w", person, Profile{Name: "PLANTEDNAME " + person, Affiliation: "PLANTEDOFFICE"}))
		must(t, v.PutPassages(t.Context(), "w", Passage{Ref: fmt.Sprint("ref-", i), Person: person, Text: "PLANTEDTEXT", Salt: salt}))
		must(t, v.PutSession(t.Context(), fmt.Sprint("token-", i), Session{Workshop: "w", Person: person, Role: "PLANTEDROLE", Expires: now}))
		must(t, v.PutLink(t.Context(), fmt.Sprint("link-", i), Link{Workshop: "w", Target: person, Purpose: "PLANTEDPURPOSE", Expires: now}))
		must(t, castOne(t.Context(), v, "r1", person, []byte("PLANTEDBALLOT")))
		must(t, castOne(t.Context(), v, "r2", person, []byte("PLANTEDBALLOT")))
	}
}

var planted = traces{
	"a name": []byte("PLANTEDNAME"), "an office": []byte("PLANTEDOFFICE"), "a text": []byte("PLANTEDTEXT"), "a salt": salt,
	"a role": []byte("PLANTEDROLE"), "a purpose": []byte("PLANTEDPURPOSE"), "a ballot": []byte("PLANTEDBALLOT"),
}

func TestEraseLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	v := open(t, dir)
	crowd(t, v, 120)
	search(t, dir, "before", planted)

	people := persons(120)
	victim, kept := people[57], people[58]
	marks := maps.Clone(planted)
	add(marks, "key", column(t, v, `SELECT key FROM subject WHERE person = ?`, victim))
	add(marks, "profile", column(t, v, `SELECT sealed FROM profile WHERE person = ?`, victim))
	add(marks, "passage", column(t, v, `SELECT sealed FROM passage WHERE person = ?`, victim))
	add(marks, "session", column(t, v, `SELECT sealed FROM session WHERE person = ?`, victim))
	add(marks, "token hash", column(t, v, `SELECT token FROM session WHERE person = ?`, victim))
	add(marks, "link", column(t, v, `SELECT sealed FROM link WHERE token = 'link-57'`))
	for _, round := range []string{"r1", "r2"} {
		b, err := v.box(t.Context(), "w", round)
		must(t, err)
		voter := b.voter(victim)
		marks["pseudonym in "+round] = voter[:]
	}
	if len(marks) != len(planted)+8 {
		t.Fatalf("only %d traces to look for", len(marks))
	}

	must(t, v.Erase(t.Context(), "w", victim))
	must(t, v.Erase(t.Context(), "w", victim))
	must(t, v.Erase(t.Context(), "w", "never seen"))
	checkErased(t, v, victim)
	checkKept(t, v, kept)
	searchOpenAndClosed(t, v, dir, marks)
	v = open(t, dir)
	checkErased(t, v, victim)
	checkKept(t, v, kept)
}

func checkErased(t *testing.T, v *Vault, person string) {
	t.Helper()
	profiles, err := v.Profiles(t.Context(), "w")
	must(t, err)
	_, hasProfile := profiles[person]
	sessions, err := v.SessionsOf(t.Context(), "w", person)
	must(t, err)
	voters, err := v.Voters(t.Context(), "w", "r1", []string{person})
	must(t, err)
	passages, err := v.Passages(t.Context(), "w")
	must(t, err)
	links, err := v.Links(t.Context(), "w")
	must(t, err)
	if hasProfile || len(sessions)+len(voters) > 0 || len(passages) != 119 || len(links) != 119 {
		t.Errorf("left: profile %v, %d sessions, %d ballots; of 119 others %d passages, %d links", hasProfile, len(sessions), len(voters), len(passages), len(links))
	}
	for what, err := range map[string]error{
		"profile": v.PutProfile(t.Context(), "w", person, Profile{Name: "back"}),
		"passage": v.PutPassages(t.Context(), "w", Passage{Ref: "late", Person: person, Text: "late", Salt: salt}),
		"session": v.PutSession(t.Context(), "late", Session{Workshop: "w", Person: person, Expires: now}),
		"link":    v.PutLink(t.Context(), "late", Link{Workshop: "w", Target: person, Expires: now}),
		"ballot":  castOne(t.Context(), v, "r1", person, []byte("late")),
	} {
		if !errors.Is(err, ErrErased) {
			t.Errorf("%s after erasure: %v, want ErrErased", what, err)
		}
	}
}

func checkKept(t *testing.T, v *Vault, person string) {
	t.Helper()
	profiles, err := v.Profiles(t.Context(), "w")
	if p, ok := profiles[person]; err != nil || !ok || p.Name != "PLANTEDNAME "+person {
		t.Errorf("another person's profile: %+v, %v, %v", p, ok, err)
	}
	ballot, ok, err := v.Ballot(t.Context(), "w", "r1", person)
	if err != nil || !ok || string(ballot) != "PLANTEDBALLOT" {
		t.Errorf("another person's ballot: %q, %v, %v", ballot, ok, err)
	}
}

func TestBurnLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	v := open(t, dir)
	crowd(t, v, 150)
	b, err := v.box(t.Context(), "w", "r1")
	must(t, err)
	marks := maps.Clone(planted)
	marks["the box"] = b.id
	add(marks, "key", column(t, v, `SELECT key FROM box WHERE round = 'r1'`))
	cast, err := v.newest(t.Context(), b)
	must(t, err)
	for voter, s := range cast {
		marks[fmt.Sprintf("pseudonym %x", voter)], marks[fmt.Sprintf("ballot of %x", voter)] = voter[:], s.sealed
	}
	if len(marks) != len(planted)+302 {
		t.Fatalf("only %d traces to look for", len(marks))
	}

	must(t, v.Burn(t.Context(), "w", "r1"))
	if others, err := v.Ballots(t.Context(), "w", "r2"); err != nil || len(others) != 150 {
		t.Errorf("the other round has %d ballots, %v", len(others), err)
	}
	searchOpenAndClosed(t, v, dir, marks)
}

func TestRedactLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	v := open(t, dir)
	crowd(t, v, 50)
	marks := maps.Clone(planted)
	add(marks, "passage", column(t, v, `SELECT sealed FROM passage WHERE ref = 'ref-20'`))
	must(t, v.Redact(t.Context(), "w", "ref-20"))
	searchOpenAndClosed(t, v, dir, marks)
}

// TestCrashBetweenErasingAndScrubbing takes the folder as a crash would leave it: rows gone, remains in the log.
func TestCrashBetweenErasingAndScrubbing(t *testing.T) {
	dir, crashed := t.TempDir(), t.TempDir()
	v := open(t, dir)
	crowd(t, v, 30)
	victim := persons(30)[7]
	marks := traces{}
	add(marks, "key", column(t, v, `SELECT key FROM subject WHERE person = ?`, victim))
	add(marks, "profile", column(t, v, `SELECT sealed FROM profile WHERE person = ?`, victim))
	must(t, v.db.Write(t.Context(), func(tx *sql.Tx) error { return v.eraseRows(tx, "w", victim) }))
	remains := false
	for _, name := range []string{"vault.db", "vault.db-wal", "vault.key"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		must(t, err)
		must(t, os.WriteFile(filepath.Join(crashed, name), data, 0o600))
		remains = remains || bytes.Contains(data, marks["profile 0"])
	}
	if !remains {
		t.Fatal("the crash left no remains: the test shows nothing")
	}
	search(t, crashed, "after restart", func() traces { open(t, crashed); return marks }())
}

// TestErasureBesideAReader: a program that reads the file, as Litestream does, keeps nobody waiting for long, and what
// remains meanwhile goes when it is done, without being asked for again; also when the vault was closed in between.
func TestErasureBesideAReader(t *testing.T) {
	for name, restart := range map[string]bool{"goes on": false, "opened again": true} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			v := open(t, dir)
			crowd(t, v, 20)
			victim := persons(20)[7]
			marks := traces{}
			add(marks, "key", column(t, v, `SELECT key FROM subject WHERE person = ?`, victim))
			add(marks, "profile", column(t, v, `SELECT sealed FROM profile WHERE person = ?`, victim))
			add(marks, "box", column(t, v, `SELECT key FROM box WHERE round = 'r1'`))
			other, err := sql.Open("sqlite", filepath.Join(dir, "vault.db"))
			must(t, err)
			defer other.Close()
			reading, err := other.Begin()
			must(t, err)
			var n int
			must(t, reading.QueryRow(`SELECT count(*) FROM profile`).Scan(&n))
			began := time.Now()
			must(t, v.Erase(t.Context(), "w", victim))
			must(t, v.Burn(t.Context(), "w", "r1"))
			must(t, v.PutProfile(t.Context(), "w", "somebody", Profile{Alias: "x"}))
			if took := time.Since(began); took > 10*time.Second {
				t.Errorf("everybody waited for %v", took)
			}
			if restart {
				must(t, v.Close())
				v = open(t, dir) // while it is still being read
			}
			must(t, reading.Rollback())
			for end := time.Now().Add(20 * time.Second); time.Now().Before(end) && len(column(t, v, `SELECT id FROM remains`)) > 0; time.Sleep(20 * time.Millisecond) {
			}
			search(t, dir, "when the reader was done", marks)
		})
	}
}

// TestErasureUnderLoad erases people while everybody casts and writes.
func TestErasureUnderLoad(t *testing.T) {
	v := open(t, t.TempDir())
	crowd(t, v, 40)
	people := persons(40)
	stop, done := make(chan struct{}), make(chan error, 1)
	go func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				done <- nil
				return
			default:
			}
			person := people[i%len(people)]
			err := errors.Join(castOne(t.Context(), v, "r1", person, []byte("x")), v.PutProfile(t.Context(), "w", person, Profile{Alias: "x"}))
			if err != nil && !errors.Is(err, ErrErased) {
				done <- err
				return
			}
		}
	}()
	for _, person := range people[:10] {
		must(t, v.Erase(t.Context(), "w", person))
		time.Sleep(time.Millisecond)
	}
	close(stop)
	must(t, <-done)
	voters, err := v.Voters(t.Context(), "w", "r1", people)
	must(t, err)
	profiles, err := v.Profiles(t.Context(), "w")
	must(t, err)
	left := slices.Sorted(maps.Keys(profiles))
	if len(voters) != 30 || !slices.Equal(left, people[10:]) {
		t.Errorf("%d voters, profiles of %v", len(voters), left)
	}
}
