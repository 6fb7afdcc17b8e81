package vault

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childEnv); dir != "" {
		os.Exit(child(dir))
	}
	os.Exit(m.Run())
}

func open(t testing.TB, dir string) *Vault {
	t.Helper()
	v, err := Open(t.Context(), dir, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// same fails unless a call gave want and no error.
func same[T any](t *testing.T, what string, got T, err error, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%s: %v\n%s", what, err, diff)
	}
}

var (
	salt = []byte("0123456789abcdef")
	now  = time.Date(2026, 3, 14, 2, 30, 0, 123_000_000, time.UTC)
)

func TestProfiles(t *testing.T) {
	dir := t.TempDir()
	v := open(t, dir)
	one := Profile{Name: "Participant 1", Honorific: "Dr", Affiliation: "ศาลากลาง", Alias: "P1", Consents: map[string]bool{"name": true, "photo": false}}
	must(t, v.PutProfile(t.Context(), "w", "p1", Profile{Name: "before"}))
	must(t, v.PutProfile(t.Context(), "w", "p1", one))
	must(t, v.PutProfile(t.Context(), "w", "p2", Profile{Alias: "P2"}))
	must(t, v.PutProfile(t.Context(), "other", "p1", Profile{Alias: "elsewhere"}))
	must(t, v.Close())

	v = open(t, dir)
	all, err := v.Profiles(t.Context(), "w")
	same(t, "profiles", all, err, map[string]Profile{"p1": one, "p2": {Alias: "P2"}})
	none, err := v.Profiles(t.Context(), "nowhere")
	same(t, "no profiles", none, err, map[string]Profile{})
}

func TestPassages(t *testing.T) {
	v := open(t, t.TempDir())
	one := Passage{Ref: "r1", Person: "p1", Text: "ครู 2 คน", Salt: salt}
	nobody := Passage{Ref: "r2", Text: "imported", Salt: salt}
	must(t, v.PutPassages(t.Context(), "w", Passage{Ref: "r1", Person: "p1", Text: "first try", Salt: salt}))
	must(t, v.PutPassages(t.Context(), "w", one, nobody))

	stolen := Passage{Ref: "r1", Person: "p2", Text: "not mine", Salt: salt}
	fresh := Passage{Ref: "r3", Person: "p2", Text: "mine", Salt: salt}
	if err := v.PutPassages(t.Context(), "w", fresh, stolen); !errors.Is(err, ErrTaken) {
		t.Errorf("another person's ref: %v, want ErrTaken", err)
	}
	if err := v.PutPassages(t.Context(), "w", Passage{Ref: "r4", Person: "p1", Salt: salt[:15]}); err == nil {
		t.Error("a short salt was accepted")
	}
	all, err := v.Passages(t.Context(), "w")
	same(t, "passages", all, err, map[string]Passage{"r1": one, "r2": nobody})

	must(t, v.Redact(t.Context(), "w", "r1"))
	must(t, v.Redact(t.Context(), "w", "r1"))
	all, err = v.Passages(t.Context(), "w")
	same(t, "after redaction", all, err, map[string]Passage{"r2": nobody})
}

func TestSessionsAndLinks(t *testing.T) {
	v := open(t, t.TempDir())
	one := Session{Workshop: "w", Person: "p1", Role: "participant", Lang: "th", Created: now, Expires: now.Add(time.Hour)}
	two := Session{Workshop: "w", Person: "p1", Role: "chair", Lang: "en", Created: now, Expires: now.Add(2 * time.Hour)}
	staff := Session{Workshop: "w", Role: "organiser", Lang: "th", Created: now, Expires: now.Add(time.Hour)}
	must(t, v.PutSession(t.Context(), "h1", two))
	must(t, v.PutSession(t.Context(), "h1", one))
	must(t, v.PutSession(t.Context(), "h2", two))
	must(t, v.PutSession(t.Context(), "h3", staff))
	one, two = one.filled("h1"), two.filled("h2")
	got, _, err := v.Session(t.Context(), "h1")
	same(t, "session", got, err, one)
	theirs, err := v.SessionsOf(t.Context(), "w", "p1")
	same(t, "sessions of a person", theirs, err, map[string]Session{"h1": one, "h2": two})
	must(t, v.EndSessions(t.Context(), "w", func(s Session) bool { return s.ID == "h2" }))
	if _, ok, err := v.Session(t.Context(), "h2"); ok || err != nil {
		t.Errorf("ended session: %v, %v", ok, err)
	}

	link := Link{Workshop: "w", Role: "owner", Purpose: "follow-up", Target: "action-1", Expires: now.Add(90 * time.Minute)}
	must(t, v.PutLink(t.Context(), "l1", link))
	found, ok, err := v.Link(t.Context(), "l1")
	same(t, "link", found, err, link)
	if _, unknown, err := v.Link(t.Context(), "l2"); !ok || unknown || err != nil {
		t.Errorf("found %v, unknown one found %v, %v", ok, unknown, err)
	}

	must(t, v.Prune(t.Context(), now.Add(time.Hour)))
	if _, ok, err := v.Session(t.Context(), "h1"); ok || err != nil {
		t.Errorf("expired session: %v, %v", ok, err)
	}
	links, err := v.Links(t.Context(), "w")
	same(t, "links after pruning", links, err, map[string]Link{"l1": link})
	must(t, v.Prune(t.Context(), now.Add(2*time.Hour)))
	links, err = v.Links(t.Context(), "w")
	same(t, "links after pruning all", links, err, map[string]Link{})
}

func TestKeyFile(t *testing.T) {
	spare := t.TempDir()
	must(t, open(t, spare).Close())
	for name, test := range map[string]struct {
		spoil func(t *testing.T, key string) error
		want  error
	}{
		"untouched": {func(*testing.T, string) error { return nil }, nil},
		"missing":   {func(_ *testing.T, key string) error { return os.Remove(key) }, ErrKeyMissing},
		"empty":     {func(_ *testing.T, key string) error { return os.Truncate(key, 0) }, ErrWrongKey},
		"cut":       {func(_ *testing.T, key string) error { return os.Truncate(key, 60) }, ErrWrongKey},
		"of another vault": {func(t *testing.T, key string) error {
			other, err := os.ReadFile(filepath.Join(spare, "vault.key"))
			must(t, err)
			return os.WriteFile(key, other, 0o600)
		}, ErrWrongKey},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			must(t, open(t, dir).Close())
			key := filepath.Join(dir, "vault.key")
			info, err := os.Stat(key)
			must(t, err)
			if info.Mode().Perm() != 0o600 {
				t.Errorf("vault.key has mode %o", info.Mode().Perm())
			}
			must(t, test.spoil(t, key))
			v, err := Open(t.Context(), dir, rand.Reader)
			if !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
			if err == nil {
				must(t, v.Close())
			}
		})
	}
}

func TestKeyWithoutVaultIsUsed(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "vault.key"), []byte(keyPrefix+strings.Repeat("ab", keySize)), 0o600))
	must(t, open(t, dir).Close())
	must(t, open(t, dir).Close())
}

func TestNoRandomnessNoVault(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(t.Context(), dir, strings.NewReader("too short")); err == nil {
		t.Error("a vault was made without randomness")
	}
	must(t, open(t, dir).Close())
}

// TestTamperedRows changes and moves rows behind the vault's back.
func TestTamperedRows(t *testing.T) {
	for _, change := range []string{
		`UPDATE profile SET sealed = (SELECT sealed FROM profile WHERE person = 'p2') WHERE person = 'p1'`,
		`UPDATE profile SET sealed = x'00' WHERE person = 'p1'`,
		`UPDATE subject SET key = (SELECT key FROM subject WHERE person = 'p2') WHERE person = 'p1'`,
		`UPDATE passage SET sealed = (SELECT sealed FROM passage WHERE ref = 'r2') WHERE ref = 'r1'`,
		`UPDATE passage SET person = 'p2' WHERE ref = 'r1'`,
		`UPDATE tray SET ballots = (SELECT ballots FROM tray ORDER BY n DESC LIMIT 1)`,
		`UPDATE tray SET ballots = CAST(substr(ballots, 1, 16) || (SELECT substr(ballots, 17) FROM tray ORDER BY n LIMIT 1) AS BLOB) WHERE n = 2`,
		`UPDATE tray SET ballots = substr(ballots, 1, length(ballots) - 1)`,
		`UPDATE tray SET ballots = x'00' WHERE n = 1`,
		`UPDATE session SET sealed = (SELECT sealed FROM session WHERE token = 'h2') WHERE token = 'h1'`,
		`UPDATE link SET sealed = (SELECT sealed FROM link WHERE token = 'l2') WHERE token = 'l1'`,
		`UPDATE door SET sealed = (SELECT sealed FROM door WHERE role = 'p2') WHERE role = 'p1'`,
		`UPDATE box SET key = (SELECT key FROM box WHERE round = 'r2')`,
	} {
		dir := t.TempDir()
		v := open(t, dir)
		furnish(t, v, "p1", "r1", "h1", "l1")
		furnish(t, v, "p2", "r2", "h2", "l2")
		must(t, readEverything(t.Context(), v))
		must(t, v.db.Write(t.Context(), func(tx *sql.Tx) error { _, err := tx.Exec(change); return err }))
		must(t, v.Close())
		again := open(t, dir)
		if err := readEverything(t.Context(), again); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v, want ErrDamaged", change, err)
		}
		if err := again.Check(t.Context()); !Damaged(err) {
			t.Errorf("%s: checked, it is %v", change, err)
		}
	}
}

// furnish keeps one of everything for a person, and a door; the ref names a round too, in which p1 and p2 cast.
func furnish(t *testing.T, v *Vault, person, ref, session, link string) {
	t.Helper()
	must(t, v.PutProfile(t.Context(), "w", person, Profile{Name: person}))
	must(t, v.PutPassages(t.Context(), "w", Passage{Ref: ref, Person: person, Text: person, Salt: salt}))
	must(t, v.PutSession(t.Context(), session, Session{Workshop: "w", Person: person, Expires: now}))
	must(t, v.PutLink(t.Context(), link, Link{Workshop: "w", Target: ref, Expires: now}))
	must(t, v.SetPassphrase(t.Context(), "w", person, session, func(Session) bool { return false }))
	must(t, v.OpenBallotBox(t.Context(), "w", ref))
	must(t, castOne(t.Context(), v, ref, "p1", []byte("a")))
	must(t, castOne(t.Context(), v, ref, "p2", []byte("b")))
}

func readEverything(ctx context.Context, v *Vault) error {
	_, profiles := v.Profiles(ctx, "w")
	_, passages := v.Passages(ctx, "w")
	_, ballots := v.Ballots(ctx, "w", "r1")
	_, _, session := v.Session(ctx, "h1")
	_, links := v.Links(ctx, "w")
	_, door := v.Door(ctx, "w", "p1")
	return errors.Join(profiles, passages, ballots, session, links, door)
}

func TestManyAtOnce(t *testing.T) {
	v := open(t, t.TempDir())
	must(t, v.OpenBallotBox(t.Context(), "w", "round"))
	var wg sync.WaitGroup
	for i := range 40 {
		person := string(rune('A' + i))
		wg.Go(func() {
			if err := v.PutProfile(t.Context(), "w", person, Profile{Alias: person}); err != nil {
				t.Error(err)
			}
			for range 5 {
				if err := castOne(t.Context(), v, "round", person, []byte(person)); err != nil {
					t.Error(err)
				}
			}
			got, ok, err := v.Ballot(t.Context(), "w", "round", person)
			if err != nil || !ok || string(got) != person {
				t.Errorf("ballot of %s: %q, %v, %v", person, got, ok, err)
			}
		})
	}
	wg.Wait()
	profiles, err := v.Profiles(t.Context(), "w")
	ballots, err2 := v.Ballots(t.Context(), "w", "round")
	if len(profiles) != 40 || len(ballots) != 40 || err != nil || err2 != nil {
		t.Errorf("%d profiles, %d ballots, %v, %v", len(profiles), len(ballots), err, err2)
	}
}
