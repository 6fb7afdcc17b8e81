package backup

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sala.example/internal/journal"
	journalsqlite "sala.example/internal/journal/sqlite"
	"sala.example/internal/vault"
)

var noon = time.Date(2014, 9, 23, 5, 0, 0, 0, time.UTC)

// folder is a data folder in use: n events of one workshop, one person.
func folder(t *testing.T, n int) (dir string, j *journalsqlite.Journal, v *vault.Vault) {
	t.Helper()
	dir = t.TempDir()
	j, err := journalsqlite.Open(t.Context(), filepath.Join(dir, journalName))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = j.Close() })
	if v, err = vault.Open(t.Context(), dir, rand.Reader); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	for i := range n {
		appendEvent(t, j, uint64(i), "question.asked")
	}
	if err := v.PutProfile(t.Context(), "w_1", "p_1", vault.Profile{Name: "Participant 1"}); err != nil {
		t.Fatal(err)
	}
	return dir, j, v
}

func appendEvent(t *testing.T, j journal.Journal, after uint64, kind string) {
	t.Helper()
	draft := journal.Draft{At: noon, Role: "participant", Kind: kind, Data: json.RawMessage(fmt.Sprintf(`{"n":%d}`, after))}
	if _, err := j.Append(t.Context(), "w_1", after, journal.Batch{Drafts: []journal.Draft{draft}}); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, dir string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy.backup")
	if err := WriteFile(t.Context(), dir, noon, path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRestoreGivesBackWhatWasThere(t *testing.T) {
	dir, j, _ := folder(t, 20)
	path := write(t, dir)
	appendEvent(t, j, 20, "question.asked") // after the backup
	again := filepath.Join(t.TempDir(), "new")
	m, err := Restore(t.Context(), path, again)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Workshops) != 1 || m.Workshops[0].Events != 20 || !m.Made.Equal(noon) {
		t.Errorf("manifest %+v", m)
	}
	v, err := vault.Open(t.Context(), again, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if profiles, err := v.Profiles(t.Context(), "w_1"); err != nil || profiles["p_1"].Name != "Participant 1" {
		t.Errorf("profiles %+v, %v", profiles, err)
	}
	if info, err := os.Stat(filepath.Join(again, keyName)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key is readable by others: %v, %v", info, err)
	}
}

func TestRestoreOverwritesNothing(t *testing.T) {
	dir, _, _ := folder(t, 1)
	path := write(t, dir)
	if _, err := Restore(t.Context(), path, dir); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("restored over a folder in use: %v", err)
	}
}

func TestErasedPeopleAreNotInLaterBackups(t *testing.T) {
	dir, _, v := folder(t, 3)
	const marker = "MARKER-4711"
	if err := v.PutProfile(t.Context(), "w_1", "p_2", vault.Profile{Name: marker}); err != nil {
		t.Fatal(err)
	}
	if err := v.Erase(t.Context(), "w_1", "p_2"); err != nil {
		t.Fatal(err)
	}
	again := filepath.Join(t.TempDir(), "new")
	if _, err := Restore(t.Context(), write(t, dir), again); err != nil {
		t.Fatal(err)
	}
	r, err := vault.Open(t.Context(), again, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	profiles, err := r.Profiles(t.Context(), "w_1")
	if _, back := profiles["p_2"]; err != nil || back {
		t.Errorf("an erased person came back: %+v, %v", profiles, err)
	}
}

func TestDamageIsFound(t *testing.T) {
	dir, _, _ := folder(t, 5)
	whole, err := os.ReadFile(write(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"empty": {}, "text": []byte("hello"), "cut": whole[:len(whole)/2],
		"a bit in the journal": flip(whole, len(whole)/4), "a bit in the vault": flip(whole, 3*len(whole)/4),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.backup")
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := Verify(t.Context(), path); err == nil {
				t.Error("passes as intact")
			}
			into := filepath.Join(t.TempDir(), "new")
			if _, err := Restore(t.Context(), path, into); err == nil {
				t.Error("was restored")
			}
			if left, _ := os.ReadDir(into); len(left) > 0 {
				t.Errorf("%d files were left behind", len(left))
			}
		})
	}
}

func flip(data []byte, at int) []byte {
	changed := bytes.Clone(data)
	changed[at] ^= 1
	return changed
}

func TestNotABackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.sala")
	if err := os.WriteFile(path, []byte(`{"sala":"record"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Verify(t.Context(), path); !errors.Is(err, ErrNotBackup) {
		t.Errorf("got %v, want ErrNotBackup", err)
	}
}

// Copies made while the folder is written to are each consistent.
func TestBackupUnderLoad(t *testing.T) {
	dir, j, _ := folder(t, 0)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan uint64)
	go func() {
		var n uint64
		for ctx.Err() == nil {
			appendEvent(t, j, n, "card.added")
			n++
		}
		done <- n
	}()
	var last uint64
	for range 5 {
		m, err := Verify(t.Context(), write(t, dir))
		if err != nil {
			t.Fatal(err)
		}
		if len(m.Workshops) == 1 {
			if m.Workshops[0].Events < last {
				t.Errorf("a later backup has %d events, an earlier one had %d", m.Workshops[0].Events, last)
			}
			last = m.Workshops[0].Events
		}
	}
	stop()
	if total := <-done; last == 0 || total < last {
		t.Errorf("%d events in the last backup of %d", last, total)
	}
}

// TestABoxThatMovesMeanwhile: the copy is made anew when a box began or ended
// between journal and vault. Without it an open collecting of opinions came back
// without its votes, or ballots without a round that would ever burn them.
func TestABoxThatMovesMeanwhile(t *testing.T) {
	for kind, want := range map[string]bool{
		"round.opened": true, "round.closed": true, "opinion.opened": true, "opinion.closed": true, "card.added": false,
	} {
		dir, j, _ := folder(t, 3)
		temp := t.TempDir()
		if err := snapshot(t.Context(), dir, temp); err != nil {
			t.Fatal(err)
		}
		appendEvent(t, j, 3, kind)
		if moved, err := boxesMoved(t.Context(), dir, temp); err != nil || moved != want {
			t.Errorf("%s between the copies: to be made anew %v, %v, want %v", kind, moved, err, want)
		}
	}
}

func TestKeeperKeepsTheNewest(t *testing.T) {
	dir, _, _ := folder(t, 2)
	now := noon
	k := Keeper{Data: dir, Into: filepath.Join(t.TempDir(), "copies"), Keep: 3, Now: func() time.Time { return now }, Log: slog.Default()}
	var last string
	for range 5 {
		path, err := k.Copy(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		last = path
		now = now.Add(time.Minute)
	}
	entries, err := os.ReadDir(k.Into)
	if err != nil || len(entries) != 3 || entries[2].Name() != filepath.Base(last) {
		t.Errorf("kept %v, %v; the newest is %s", entries, err, filepath.Base(last))
	}
	if _, err := Verify(t.Context(), last); err != nil {
		t.Error(err)
	}
}

// TestKeeperWithAClockSetBack: a copy that was just made is kept, also when
// those from before have later names.
func TestKeeperWithAClockSetBack(t *testing.T) {
	dir, _, _ := folder(t, 2)
	now := noon
	k := Keeper{Data: dir, Into: filepath.Join(t.TempDir(), "copies"), Keep: 3, Now: func() time.Time { return now }, Log: slog.Default()}
	for i := range 6 {
		if i == 3 {
			now = now.Add(-time.Hour)
		}
		now = now.Add(time.Minute)
		path, err := k.Copy(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Verify(t.Context(), path); err != nil {
			t.Errorf("copy %d: %v", i, err)
		}
	}
	entries, err := os.ReadDir(k.Into)
	if err != nil || len(entries) != 3 || entries[2].Name() != copyName(now) {
		t.Errorf("kept %v, %v; want those made after the clock was set back", entries, err)
	}
}

// TestTheFirstCopy comes when it is due since the newest one, also of a server
// that never runs for as long as lies between two copies.
func TestTheFirstCopy(t *testing.T) {
	const day = 24 * time.Hour
	for name, test := range map[string]struct {
		age, every, want time.Duration // age: of the newest copy; 0 for none
	}{
		"none yet":        {0, day, settled},
		"none, every 2 s": {0, 2 * time.Second, 2 * time.Second},
		"an hour old":     {time.Hour, day, 23 * time.Hour},
		"overdue":         {3 * day, day, settled},
		"from the future": {-3 * day, day, day},
	} {
		k := Keeper{Into: filepath.Join(t.TempDir(), "copies"), Every: test.every, Now: func() time.Time { return noon }}
		if test.age != 0 {
			for _, made := range []time.Time{noon.Add(-test.age), noon.Add(-test.age - day)} {
				if err := errors.Join(os.MkdirAll(k.Into, 0o700), os.WriteFile(filepath.Join(k.Into, copyName(made)), nil, 0o600)); err != nil {
					t.Fatal(err)
				}
			}
		}
		if got := k.untilFirst(); got != test.want {
			t.Errorf("%s: the first copy comes after %v, want %v", name, got, test.want)
		}
	}
}

// TestWhatFailsACheckIsNotWritten: a copy that is damaged takes nobody's place.
func TestWhatFailsACheckIsNotWritten(t *testing.T) {
	dir, _, _ := folder(t, 2)
	now := noon
	refused := errors.New("a row does not open")
	var looked []string
	check := func(_ context.Context, copied string) error {
		looked = append(looked, copied)
		return refused
	}
	k := Keeper{Data: dir, Into: filepath.Join(t.TempDir(), "copies"), Keep: 1, Now: func() time.Time { return now }, Log: slog.Default()}
	sound, err := k.Copy(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	k.Checks, now = []Check{check}, now.Add(time.Minute)
	if _, err := k.Copy(t.Context()); !errors.Is(err, refused) {
		t.Errorf("a copy that fails its check: %v", err)
	}
	if entries, err := os.ReadDir(k.Into); err != nil || len(entries) != 1 || entries[0].Name() != filepath.Base(sound) {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
	if _, err := Verify(t.Context(), sound, check); !errors.Is(err, refused) {
		t.Errorf("verified: %v", err)
	}
	if _, err := VerifyFolder(t.Context(), dir, check); !errors.Is(err, refused) {
		t.Errorf("the folder verified: %v", err)
	}
	for _, copied := range looked {
		if _, err := os.Stat(copied); copied == dir || !os.IsNotExist(err) {
			t.Errorf("%s was looked at, and is there: %v", copied, err)
		}
	}
	if len(looked) != 3 {
		t.Errorf("%d checks, want 3", len(looked))
	}
}

// TestKilledCopiesAreSweptUp: what a killed process left holds names and the
// key; the next copy removes it, and leaves alone what may be under way.
func TestKilledCopiesAreSweptUp(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	dir, _, _ := folder(t, 1)
	k := Keeper{Data: dir, Into: t.TempDir(), Keep: 3, Now: func() time.Time { return noon }, Log: slog.Default()}
	old, fresh := filepath.Join(os.TempDir(), tempPrefix+"old"), filepath.Join(os.TempDir(), tempPrefix+"fresh")
	half, foreign := filepath.Join(k.Into, "sala-20140923T040000Z.backup.part"), filepath.Join(k.Into, "mine.part")
	for _, path := range []string{filepath.Join(old, keyName), filepath.Join(fresh, keyName), half, foreign} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte("x"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	before := time.Now().Add(-longestCopy - time.Minute)
	if err := os.Chtimes(old, before, before); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Copy(t.Context()); err != nil {
		t.Fatal(err)
	}
	for path, there := range map[string]bool{old: false, half: false, fresh: true, foreign: true} {
		if _, err := os.Stat(path); os.IsNotExist(err) == there {
			t.Errorf("%s: %v, want it there: %v", path, err, there)
		}
	}
}
