package sqlite

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
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

// TestFlippedKeys changes single bits of the keys of commands: it is found, or
// every command that is sent again is still known by the number it had.
func TestFlippedKeys(t *testing.T) {
	t.Parallel()
	const commands = 300
	path := filepath.Join(t.TempDir(), "journal.db")
	j := open(t, path)
	var drafts []journal.Draft
	for i := range commands {
		key := fmt.Sprint("key ", i)
		if i%3 > 0 { // some lead to no event
			drafts = []journal.Draft{draft(key)}
		}
		seq, _, err := j.Head(t.Context(), "w")
		if err == nil {
			_, err = j.Append(t.Context(), "w", seq, journal.Batch{Key: key, Drafts: drafts})
		}
		if err != nil {
			t.Fatal(err)
		}
		drafts = nil
	}
	want := allSeen(t, j, commands)
	if err := errors.Join(j.CheckKeys(t.Context()), j.Close()); err != nil {
		t.Fatal(err)
	}
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"key 7", "key 150", "key 299"} {
		at := bytes.Index(sound, commandID("w", key))
		for range 20 {
			flipped := bytes.Clone(sound)
			flipped[at+rand.IntN(17)] ^= 1 << rand.IntN(8) // in the id, or in the number behind it
			if err := os.WriteFile(path, flipped, 0o600); err != nil {
				t.Fatal(err)
			}
			j := open(t, path)
			if err := j.CheckKeys(t.Context()); err == nil && !slices.Equal(allSeen(t, j, commands), want) {
				t.Errorf("a flipped bit in the row of %q is not found", key)
			}
			j.Close()
		}
	}
}

// allSeen gives the numbers under which commands are known, 0 for one that is not.
func allSeen(t *testing.T, j *Journal, commands int) (seqs []uint64) {
	t.Helper()
	for i := range commands {
		seq, ok, err := j.Seen(t.Context(), "w", fmt.Sprint("key ", i))
		if err != nil || !ok {
			seq = 0
		}
		seqs = append(seqs, seq)
	}
	return seqs
}

// TestKeysOfOldJournals: a journal from before the sum gets it when it is opened.
func TestKeysOfOldJournals(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "journal.db")
	j := open(t, path)
	for _, workshop := range []string{"a", "b", "c"} {
		if _, err := j.Append(t.Context(), workshop, 0, keyed("k")); err != nil {
			t.Fatal(err)
		}
	}
	old := func(tx *sql.Tx) error {
		_, err := tx.Exec(`UPDATE head SET keys = NULL WHERE workshop > 'a'`)
		return err
	}
	if err := j.db.Write(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Append(t.Context(), "b", 2, keyed("l")); err != nil { // while the disk was full, say
		t.Fatal(err)
	}
	j.Close()
	j = open(t, path)
	if _, err := j.Append(t.Context(), "b", 4, keyed("m")); err != nil {
		t.Fatal(err)
	}
	if err := j.CheckKeys(t.Context()); err != nil {
		t.Error(err)
	}
	lost := func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM command WHERE id = ?`, commandID("c", "k"))
		return err
	}
	if err := j.db.Write(t.Context(), lost); err != nil {
		t.Fatal(err)
	}
	if err := j.CheckKeys(t.Context()); !errors.Is(err, ErrKeysDamaged) {
		t.Errorf("a lost key: %v", err)
	}
}
