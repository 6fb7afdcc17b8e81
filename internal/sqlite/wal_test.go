package sqlite

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// killed gives the files of a database as a kill leaves them after n commits,
// and where in the log each commit ends.
func killed(t *testing.T, n int) (database, log []byte, ends []int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	db := open(t, path)
	for i := range n {
		if err := db.Write(t.Context(), insert("note "+strconv.Itoa(i))); err != nil {
			t.Fatal(err)
		}
	}
	database, log = readFile(t, path), readFile(t, path+"-wal")
	for at := logHeaderSize; at < len(log); at += frameHeaderSize + usualPageSize {
		if binary.BigEndian.Uint32(log[at+4:]) != 0 {
			ends = append(ends, at+frameHeaderSize+usualPageSize)
		}
	}
	if len(ends) < n {
		t.Fatalf("%d commits in the log, want %d", len(ends), n)
	}
	return database, log, ends
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// reopened opens the files anew and counts the notes.
func reopened(t *testing.T, database, log []byte) (notes int, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	for name, data := range map[string][]byte{path: database, path + "-wal": log} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	db, err := Open(t.Context(), path, schema)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	return count(t, db), nil
}

// TestFlippedBitsInTheLog: whatever single bit of a killed server's log is
// flipped, everything that was acknowledged is there, or the log is refused;
// only in the last commit, or the one before, a flip looks like the log's end.
func TestFlippedBitsInTheLog(t *testing.T) {
	t.Parallel()
	const commits = 30
	database, log, ends := killed(t, commits)
	last := ends[len(ends)-3] // where the last commit but one begins
	hit := func(at int) {
		t.Helper()
		flipped := bytes.Clone(log)
		flipped[at] ^= 1 << rand.IntN(8)
		notes, err := reopened(t, database, flipped)
		var damage *LogDamage
		switch {
		case errors.As(err, &damage): // found
		case err != nil:
			t.Errorf("byte %d: %v", at, err)
		case at < last && notes != commits:
			t.Errorf("byte %d: %d notes came back, of %d, without an error", at, notes, commits)
		case notes < commits-2:
			t.Errorf("byte %d of the last commit: %d notes came back, of %d", at, notes, commits)
		}
	}
	for at := range logHeaderSize + frameHeaderSize {
		hit(at)
		hit(last + at)
	}
	for range 60 {
		hit(rand.IntN(len(log)))
	}
}

// TestTornLog: a log whose last commit was written in part, in whatever order
// the disk took its sectors, ends before it and is not called damaged.
func TestTornLog(t *testing.T) {
	t.Parallel()
	const commits = 10
	database, log, ends := killed(t, commits)
	_, before, _ := killed(t, commits) // what an earlier run of the log left on the disk
	for range 100 {
		begin := ends[rand.IntN(commits-1)+len(ends)-commits]
		end := ends[0]
		for _, end = range ends {
			if end > begin {
				break
			}
		}
		torn := bytes.Clone(log[:end])
		for at, next := begin, 0; at < end; at = next {
			next = (at/sector + 1) * sector
			switch lost := torn[at:min(next, end)]; rand.IntN(3) {
			case 0:
				clear(lost)
			case 1:
				copy(lost, before[at:])
			}
		}
		if _, err := reopened(t, database, torn[:begin+rand.IntN(end-begin+1)]); err != nil {
			t.Errorf("torn between %d and %d: %v", begin, end, err)
		}
	}
}
