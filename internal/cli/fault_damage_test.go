package cli

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/locale"
	"sala.example/internal/room/view"
)

// sala runs one command of the program; the status is its exit's.
func sala(t *testing.T, args ...string) (status int, out, said string) {
	t.Helper()
	return outcome(t, salaCommand(t, args...))
}

func salaCommand(t *testing.T, args ...string) *exec.Cmd {
	return exec.CommandContext(t.Context(), "sala", args...)
}

// outcome runs a command to its end.
func outcome(t *testing.T, cmd *exec.Cmd) (status int, out, said string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()
}

// damaged wants a command to fail with one line that says so.
func damaged(t *testing.T, args ...string) {
	t.Helper()
	status, out, said := sala(t, args...)
	if status != 1 || strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "sala: ") || !strings.Contains(said, "damaged") && !strings.Contains(said, "altered") && !strings.Contains(said, "malformed") {
		t.Errorf("sala %v: status %d, it says %q %.200q, want one line that says what is damaged", args, status, said, out)
	}
}

const mark = "A wording that stands in one workshop alone"

// damagedServer has two workshops; the marked wording of the first was damaged
// on the disk while the server was down, wherever hit says so of its places.
func damagedServer(t *testing.T, hit func(place, of int) bool) (v *server, first, second *site) {
	t.Helper()
	v = newServer(t)
	first, second = v.site(), v.site()
	first.create()
	second.create()
	first.as(access.Rapporteur, "wording.edit", fields{"segment": first.texts[0].Segments[0].ID, "lang": "en", "rev": 1, "text": mark})
	if status, out, said := sala(t, "backup", filepath.Join(v.dir, "sound.sala"), "--data", v.dir); status != 0 {
		t.Fatalf("backup: %d %s %s", status, out, said)
	}
	if status, _ := v.end(); status != 0 {
		t.Fatalf("stopped with status %d: %s", status, v.log.String())
	}
	path := filepath.Join(v.dir, "journal.db")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	places := bytes.Count(data, []byte(mark))
	if places < 2 {
		t.Fatalf("the wording is at %d places in the journal, want it in an event and a snapshot", places)
	}
	for i, at := 0, 0; i < places; i++ {
		at += bytes.Index(data[at:], []byte(mark)) + 1
		if hit(i, places) {
			data[at+3] ^= 1
		}
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	v.start()
	return v, first, second
}

// TestDamagedWorkshop: the server starts, the damaged workshop says that it is
// damaged and who must do what, the log names event and remedy once, and the
// other workshop goes on.
func TestDamagedWorkshop(t *testing.T) {
	t.Parallel()
	v, first, second := damagedServer(t, func(int, int) bool { return true })
	for _, path := range []string{"/chair", "/topic/texts", "/me", "/record.sala", "/live"} {
		got := first.browser[access.Chair].in("th").get(first.w(path))
		if got.status != http.StatusServiceUnavailable || !strings.Contains(string(got.body), locale.Say("th", "refusal.web.damaged")) {
			t.Errorf("the damaged workshop's %s: status %d: %.300s", path, got.status, got.text())
		}
	}
	if got := first.browser[access.Chair].post(first.w("/do/round.open"), fields{}); got.status != http.StatusServiceUnavailable {
		t.Errorf("a command to the damaged workshop: status %d", got.status)
	}
	log := v.log.String()
	for _, want := range []string{first.id, "event ", "sala restore"} {
		if !strings.Contains(log, want) {
			t.Errorf("the log does not say %q: %.1000s", want, log)
		}
	}
	if n := strings.Count(log, "data is damaged"); n != 1 {
		t.Errorf("the log says %d times that the data is damaged", n)
	}
	second.as(access.Chair, "screen.show", fields{"mode": "questions"})
	second.browser[access.Chair].get(second.w("/chair")).want(http.StatusOK)
	if strings.Contains(v.log.String(), second.id) {
		t.Errorf("the log blames the sound workshop: %.1000s", v.log.String())
	}
	damaged(t, "backup", filepath.Join(v.dir, "damaged.sala"), "--data", v.dir)
	if _, err := os.Stat(filepath.Join(v.dir, "damaged.sala")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a backup of a damaged folder was left: %v", err)
	}
}

// TestDamageBySnapshotOrEvent: one of the two is enough to go on; a backup
// says when it was the event, and no altered word is ever shown.
func TestDamageBySnapshotOrEvent(t *testing.T) {
	t.Parallel()
	events := 0
	for _, place := range []func(i, of int) bool{
		func(i, of int) bool { return i == 0 },
		func(i, of int) bool { return i == of-1 },
	} {
		v, first, _ := damagedServer(t, place)
		got := first.browser[access.Chair].get(first.w("/topic/texts"))
		if got.status == http.StatusOK {
			var texts view.Texts
			got.json(&texts)
			if text := texts.Recommendations[0].Segments[0].Wordings["en"].Text; text != mark {
				t.Errorf("an altered text is shown: %q", text)
			}
		} else if got.status != http.StatusServiceUnavailable {
			t.Errorf("status %d: %.300s", got.status, got.body)
		}
		if status, _, said := sala(t, "backup", filepath.Join(v.dir, "after.sala"), "--data", v.dir); status != 0 {
			events++
			if status != 1 || !strings.Contains(said, first.id) || !strings.Contains(said, "event ") {
				t.Errorf("the backup says %q", said)
			}
		}
	}
	if events == 0 {
		t.Error("no damage to an event was found by a backup")
	}
}

// TestWayOutOfDamage: the backup that was made before verifies and comes back,
// and one that was damaged itself is refused.
func TestWayOutOfDamage(t *testing.T) {
	t.Parallel()
	v, first, _ := damagedServer(t, func(int, int) bool { return true })
	sound := filepath.Join(v.dir, "sound.sala")
	if status, _, said := sala(t, "verify", sound); status != 0 {
		t.Fatalf("the sound backup: %s", said)
	}
	data, err := os.ReadFile(sound)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{len(data) / 4, len(data) / 2, len(data) * 3 / 4} {
		flipped := bytes.Clone(data)
		flipped[at] ^= 0x10
		path := filepath.Join(t.TempDir(), "flipped.sala")
		if err := os.WriteFile(path, flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		damaged(t, "verify", path)
		damaged(t, "restore", path, "--data", filepath.Join(t.TempDir(), "new"))
	}
	v.kill()
	v.dir = filepath.Join(t.TempDir(), "restored")
	if status, _, said := sala(t, "restore", sound, "--data", v.dir); status != 0 {
		t.Fatalf("restore: %s", said)
	}
	v.start()
	var texts view.Texts
	first.topic(access.Chair, "texts", &texts) // the same cookies work
	if text := texts.Recommendations[0].Segments[0].Wordings["en"].Text; text != mark {
		t.Errorf("restored is %q", text)
	}
}

// TestDamagedHeader: a file that is no database any more is not opened over.
func TestDamagedHeader(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"journal.db", "vault.db"} {
		v := newServer(t)
		v.site().create()
		if status, _ := v.end(); status != 0 {
			t.Fatalf("stopped with status %d", status)
		}
		path := filepath.Join(v.dir, name)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		copy(data, "not a database at all")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		status, out, said := sala(t, "serve", "--data", v.dir, "--listen", v.address)
		if status != 1 || strings.Count(said, "\n") != 1 || !strings.Contains(said, name) || out != "" {
			t.Errorf("with %s overwritten: status %d, %q %q", name, status, said, out)
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, data) {
			t.Errorf("%s was written to: %v", name, err)
		}
	}
}

// TestMissingFile: a folder that has lost one of its files is not begun anew.
func TestMissingFile(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"journal.db", "vault.db", "vault.key"} {
		v := newServer(t)
		v.site().create()
		if status, _ := v.end(); status != 0 {
			t.Fatalf("stopped with status %d", status)
		}
		path := filepath.Join(v.dir, name)
		if err := os.Rename(path, path+".away"); err != nil {
			t.Fatal(err)
		}
		ctx, late := context.WithTimeout(t.Context(), 20*time.Second)
		status, out, said := outcome(t, exec.CommandContext(ctx, "sala", "serve", "--data", v.dir, "--listen", v.address))
		late()
		if status != 1 || strings.Count(said, "\n") != 1 || !strings.Contains(said, "vault") || out != "" {
			t.Errorf("without %s: status %d, %q %q", name, status, said, out)
		}
		if err := os.Rename(path+".away", path); err != nil {
			t.Fatal(err)
		}
		if status, _, said := sala(t, "verify", v.dir); status != 0 {
			t.Errorf("with %s put back: %s", name, said)
		}
	}
}
