//go:build unix

package sqlite

import (
	"fmt"
	"math"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// TestFullDisk lets the disk fill up under load, in two ways: SQLite's own page limit, which answers SQLITE_FULL, and the
// system's limit on file size, which makes the write to the log fail halfway.
func TestFullDisk(t *testing.T) {
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	for name, disk := range map[string]struct{ fill, free func(*testing.T, *DB, string) }{
		"database at its page limit": {
			fill: func(t *testing.T, db *DB, _ string) { limitPages(t, db, 20) },
			free: func(t *testing.T, db *DB, _ string) { limitPages(t, db, math.MaxInt32) },
		},
		"log at the file size limit": {
			fill: func(t *testing.T, _ *DB, path string) { limitFiles(t, size(t, path+"-wal")+20_000) },
			free: func(t *testing.T, _ *DB, _ string) { limitFiles(t, math.MaxInt64) },
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.db")
			db := open(t, path)
			disk.fill(t, db, path)
			kept, refused := load(t, db, "full")
			disk.free(t, db, path)
			if refused == 0 {
				t.Fatal("the disk never filled up")
			}
			if n := count(t, db); n != kept {
				t.Errorf("%d rows, but %d writes were acknowledged", n, kept)
			}
			again, refused := load(t, db, "recovered")
			if refused != 0 || again != 200 {
				t.Errorf("after recovery %d writes of 200 were refused", refused)
			}
			if n := count(t, db); n != kept+again {
				t.Errorf("%d rows, want %d", n, kept+again)
			}
		})
	}
}

// load writes 200 rows of 1 kB from 20 goroutines and counts the answers.
func load(t *testing.T, db *DB, mark string) (kept, refused int) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for worker := range 20 {
		wg.Go(func() {
			for i := range 10 {
				err := db.Write(t.Context(), insert(fmt.Sprint(mark, worker, "/", i, strings.Repeat("x", 1000))))
				mu.Lock()
				if err == nil {
					kept++
				} else {
					refused++
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return kept, refused
}

func limitPages(t *testing.T, db *DB, pages int) {
	t.Helper()
	if _, err := db.writer.Exec(fmt.Sprintf("PRAGMA max_page_count=%d", pages)); err != nil {
		t.Fatal(err)
	}
}

func limitFiles(t *testing.T, bytes int64) {
	t.Helper()
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	limit.Cur = min(uint64(bytes), limit.Max)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
}

func size(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}
