package sqlite

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"sala.example/internal/journal"
)

// TestFlippedBytesOnTheDisk changes single bytes of the file: a read gives the events as they were written, or an error, never others.
func TestFlippedBytesOnTheDisk(t *testing.T) {
	dir := t.TempDir()
	j := open(t, filepath.Join(dir, "journal.db"))
	fill(t, j, 200)
	want, err := j.Read(t.Context(), "w", 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	sound, err := os.ReadFile(filepath.Join(dir, "journal.db"))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for range 200 {
		at, bit := rand.IntN(len(sound)), rand.IntN(8)
		damaged := bytes.Clone(sound)
		damaged[at] ^= 1 << bit
		got, err := readDamaged(t, damaged)
		if err != nil {
			found++
			continue
		}
		if !slices.EqualFunc(got, want, func(a, b journal.Event) bool { return a.Hash == b.Hash && a.Hash == a.Sum() }) {
			t.Errorf("bit %d of byte %d: %d events came back, of %d, without an error", bit, at, len(got), len(want))
		}
	}
	if found == 0 {
		t.Error("no damage was found at all")
	}
	t.Logf("%d of 200 flips hit the events and were found", found)
}

// readDamaged reads the events of a journal and checks their number against the snapshot's, as a room does when it starts.
func readDamaged(t *testing.T, file []byte) ([]journal.Event, error) {
	path := filepath.Join(t.TempDir(), "journal.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	j, err := Open(t.Context(), path)
	if err != nil {
		return nil, err
	}
	defer j.Close()
	return j.Read(t.Context(), "w", 0, 0)
}
