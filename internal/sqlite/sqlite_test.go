package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
)

var schema = files(`CREATE TABLE note (id INTEGER PRIMARY KEY, text BLOB NOT NULL UNIQUE)`)

// files gives the texts as migrations 1, 2, 3…
func files(texts ...string) fs.FS {
	fsys := fstest.MapFS{}
	for i, text := range texts {
		fsys[fmt.Sprintf("migrations/%04d_step.sql", i+1)] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func open(t testing.TB, path string, options ...Option) *DB {
	t.Helper()
	db, err := Open(t.Context(), path, schema, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func insert(text any) func(*sql.Tx) error {
	return func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT INTO note (text) VALUES (?)`, text)
		return err
	}
}

func count(t testing.TB, db *DB) (n int) {
	t.Helper()
	if err := db.Read().QueryRow(`SELECT count(*) FROM note`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestOpenIsPrivateAndReadersCannotWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "with space and ?%41.db")
	db := open(t, path)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode %o, want 600", info.Mode().Perm())
	}
	if _, err := db.Read().Exec(`INSERT INTO note (text) VALUES ('x')`); err == nil {
		t.Error("a reader could write")
	}
}

func TestSettingsAreReadBack(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "a.db"), SecureDelete())
	var on int
	if err := db.writer.QueryRow(`PRAGMA secure_delete`).Scan(&on); err != nil || on != 1 {
		t.Errorf("secure_delete = %d, %v", on, err)
	}
	wrong := pragmas{"journal_mode": {"WAL", "delete"}}
	if err := wrong.check(t.Context(), db.writer); err == nil || !strings.Contains(err.Error(), "journal_mode") {
		t.Errorf("a setting that is not in force: got %v", err)
	}
}

func TestWritersShareATransactionButNotTheirErrors(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "a.db"))
	own := errors.New("my own error")
	gate := make(chan struct{})
	go db.Write(t.Context(), func(*sql.Tx) error { <-gate; return nil }) // the others gather behind this one
	var wg sync.WaitGroup
	for i := range 300 {
		wg.Go(func() {
			err := db.Write(t.Context(), func(tx *sql.Tx) error {
				if err := insert(i)(tx); err != nil || i%3 != 0 {
					return err
				}
				return own
			})
			if (i%3 == 0) != errors.Is(err, own) || (i%3 != 0 && err != nil) {
				t.Errorf("writer %d: %v", i, err)
			}
		})
	}
	close(gate)
	wg.Wait()
	if n := count(t, db); n != 200 {
		t.Errorf("%d rows, want the 200 of the callers without error", n)
	}
}

func TestWriteIsSeenWhenItReturns(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "a.db"))
	for i := range 20 {
		if err := db.Write(t.Context(), insert(i)); err != nil {
			t.Fatal(err)
		}
		if n := count(t, db); n != i+1 {
			t.Fatalf("after write %d a reader sees %d rows", i+1, n)
		}
	}
}

func TestCancelledBeforeItsTurnDoesNothing(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "a.db"))
	entered, gate := make(chan struct{}), make(chan struct{})
	go db.Write(t.Context(), func(*sql.Tx) error { close(entered); <-gate; return nil })
	<-entered
	ctx, cancel := context.WithCancel(t.Context())
	answer := make(chan error)
	go func() { answer <- db.Write(ctx, insert("late")) }()
	cancel()
	close(gate)
	if err := <-answer; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if n := count(t, db); n != 0 {
		t.Errorf("%d rows were written", n)
	}
}

func TestCloseDrains(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	db := open(t, path)
	var wg sync.WaitGroup
	var mu sync.Mutex
	kept := 0
	for i := range 200 {
		wg.Go(func() {
			switch err := db.Write(context.Background(), insert(i)); {
			case err == nil:
				mu.Lock()
				kept++
				mu.Unlock()
			case !errors.Is(err, ErrClosed):
				t.Errorf("writer %d: %v", i, err)
			}
		})
	}
	time.Sleep(time.Millisecond)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	wg.Wait()
	if err := db.Close(); err != nil {
		t.Errorf("second Close: %v", err)
	}
	if n := count(t, open(t, path)); n != kept {
		t.Errorf("%d rows on disk, %d acknowledged", n, kept)
	}
}

func TestScrubLeavesNoRemains(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	db := open(t, path, SecureDelete())
	for i := range 500 {
		if err := db.Write(t.Context(), insert(fmt.Sprintf("PLANTED %d %s", i, strings.Repeat("x", 100)))); err != nil {
			t.Fatal(err)
		}
	}
	err := db.Write(t.Context(), func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM note WHERE id % 2 = 0 OR id < 100`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Scrub(t.Context(), 20*time.Second); err != nil {
		t.Fatal(err)
	}
	left := 0
	for _, file := range []string{path, path + "-wal", path + "-shm"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		left += strings.Count(string(data), "PLANTED")
	}
	if rows := count(t, db); left != 2*rows { // the table and its unique index
		t.Errorf("%d copies of %d rows are left", left, rows)
	}
}
