package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"sala.example/internal/journal"
	"sala.example/internal/journal/journaltest"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(childEnv); path != "" {
		os.Exit(child(path))
	}
	os.Exit(m.Run())
}

func open(t testing.TB, path string) *Journal {
	t.Helper()
	j, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	return j
}

func TestConformance(t *testing.T) {
	paths := map[journal.Journal]string{}
	at := func(t *testing.T, path string) journal.Journal {
		j := open(t, path)
		paths[j] = path
		return j
	}
	journaltest.Run(t, journaltest.Store{
		Open: func(t *testing.T) journal.Journal { return at(t, filepath.Join(t.TempDir(), "journal.db")) },
		Reopen: func(t *testing.T, j journal.Journal) journal.Journal {
			if err := j.Close(); err != nil {
				t.Fatal(err)
			}
			return at(t, paths[j])
		},
	})
}

// fill appends n events to workshop w, and a snapshot behind the last.
func fill(t testing.TB, j *Journal, n int) {
	t.Helper()
	drafts := make([]journal.Draft, n)
	for i := range drafts {
		drafts[i] = draft(fmt.Sprint(i))
	}
	if _, err := j.Append(t.Context(), "w", 0, journal.Batch{Drafts: drafts}); err != nil {
		t.Fatal(err)
	}
	if err := j.SaveSnapshot(t.Context(), "w", uint64(n), []byte("state")); err != nil {
		t.Fatal(err)
	}
}

func TestTamperedRowsAreFound(t *testing.T) {
	for name, test := range map[string]struct {
		change string
		want   journal.Damage
	}{
		"data":          {`UPDATE event SET data = '{"n":0}' WHERE seq = 3`, journal.Damage{Seq: 3, Reason: "was altered"}},
		"role":          {`UPDATE event SET role = 'officer' WHERE seq = 3`, journal.Damage{Seq: 3, Reason: "was altered"}},
		"time":          {`UPDATE event SET at = at + 1 WHERE seq = 3`, journal.Damage{Seq: 3, Reason: "was altered"}},
		"hash":          {`UPDATE event SET hash = zeroblob(32) WHERE seq = 3`, journal.Damage{Seq: 3, Reason: "was altered"}},
		"removed":       {`DELETE FROM event WHERE seq = 3`, journal.Damage{Seq: 3, Reason: "is missing"}},
		"last removed":  {`DELETE FROM event WHERE seq = 5`, journal.Damage{Seq: 5, Reason: "is missing"}},
		"all removed":   {`DELETE FROM event`, journal.Damage{Seq: 1, Reason: "is missing"}},
		"first removed": {`DELETE FROM event WHERE seq = 1`, journal.Damage{Seq: 1, Reason: "is missing"}},
	} {
		t.Run(name, func(t *testing.T) {
			j := open(t, filepath.Join(t.TempDir(), "journal.db"))
			fill(t, j, 5)
			tamper(t, j, test.change)
			err := journal.Verify(journal.All(t.Context(), j, "w", 0))
			var damage *journal.Damage
			if !errors.As(err, &damage) || *damage != test.want {
				t.Errorf("got %v, want %v", err, &test.want)
			}
		})
	}
}

// A room that starts from a snapshot reads only what follows; it must still see that the end is gone.
func TestLostEndIsFoundBehindASnapshot(t *testing.T) {
	j := open(t, filepath.Join(t.TempDir(), "journal.db"))
	fill(t, j, 5)
	tamper(t, j, `DELETE FROM event WHERE seq > 3`)
	for after, want := range map[uint64]uint64{3: 4, 4: 4, 5: 5} {
		var damage *journal.Damage
		if _, err := j.Read(t.Context(), "w", after, 0); !errors.As(err, &damage) || damage.Seq != want {
			t.Errorf("read behind %d: %v, want event %d missing", after, err, want)
		}
	}
	if _, err := j.Append(t.Context(), "w", 5, journal.Batch{Drafts: []journal.Draft{draft("")}}); err == nil {
		t.Error("an event was put behind one that is lost")
	}
}

func TestDamagedSnapshotIsNotGiven(t *testing.T) {
	for change, want := range map[string]error{
		`UPDATE snapshot SET state = CAST('stale' AS BLOB)`: journal.ErrSnapshot,
		`UPDATE snapshot SET seq = 4`:                       journal.ErrSnapshot,
		`UPDATE snapshot SET sum = zeroblob(32)`:            journal.ErrSnapshot,
		`UPDATE head SET seq = 4`:                           nil, // then there is none of these events
	} {
		j := open(t, filepath.Join(t.TempDir(), "journal.db"))
		fill(t, j, 5)
		if seq, _, err := j.Snapshot(t.Context(), "w"); err != nil || seq != 5 {
			t.Fatalf("before: %d, %v", seq, err)
		}
		tamper(t, j, change)
		if seq, state, err := j.Snapshot(t.Context(), "w"); !errors.Is(err, want) || seq != 0 || state != nil {
			t.Errorf("%s: %d, %q, %v", change, seq, state, err)
		}
	}
}

func tamper(t *testing.T, j *Journal, change string) {
	t.Helper()
	err := j.db.Write(context.Background(), func(tx *sql.Tx) error {
		_, err := tx.Exec(change)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
