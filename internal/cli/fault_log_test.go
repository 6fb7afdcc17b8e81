package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sala.example/internal/access"
)

// TestDamagedLogOfAKilledServer: a log that a killed server left and a disk
// altered is found by verify and by backup, which leave it as it is: to open the
// database would take the damage for the log's end, and remove the commits behind.
func TestDamagedLogOfAKilledServer(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	s := v.site()
	s.create()
	for i := range 20 {
		s.as(access.Rapporteur, "wording.edit", fields{"segment": s.texts[0].Segments[0].ID, "lang": "en", "rev": i + 1, "text": fmt.Sprint("Wording ", i)})
	}
	_, said, _ := sala(t, "verify", v.dir)
	want, _, _ := strings.Cut(said, "\n") // the workshop, its events and its head
	v.kill()
	log := filepath.Join(v.dir, "journal.db-wal")
	whole, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	altered := bytes.Clone(whole)
	altered[len(altered)/2] ^= 4
	if err := os.WriteFile(log, altered, 0o600); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "copy.backup")
	damaged(t, "verify", v.dir)
	damaged(t, "backup", copied, "--data", v.dir)
	if _, err := os.Stat(copied); !os.IsNotExist(err) {
		t.Errorf("a backup of the damaged folder was left: %v", err)
	}
	if now, err := os.ReadFile(log); err != nil || !bytes.Equal(now, altered) {
		t.Fatalf("the log was written to, %d bytes of %d are left: %v", len(now), len(altered), err)
	}
	if err := os.WriteFile(log, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"backup", copied, "--data", v.dir}, {"verify", v.dir}, {"verify", copied}} {
		if status, out, said := sala(t, args...); status != 0 || want == "" || !strings.Contains(out, want) {
			t.Errorf("sala %v: status %d, %s%s, want %q", args, status, out, said, want)
		}
	}
}

// TestABackupOnAFullDisk: a sound backup for which there is no room is not called
// damaged, and nothing is left of what was begun.
func TestABackupOnAFullDisk(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	v.site().create()
	temp := t.TempDir()
	copied, again, restored := filepath.Join(temp, "copy.backup"), filepath.Join(temp, "again.backup"), filepath.Join(temp, "restored")
	if status, _, said := sala(t, "backup", copied, "--data", v.dir); status != 0 {
		t.Fatal(said)
	}
	for _, args := range [][]string{{"verify", copied}, {"restore", copied, "--data", restored}, {"backup", again, "--data", v.dir}} {
		unpacked := t.TempDir()
		cmd := salaCommand(t, args...)
		cmd.Env = append(os.Environ(), patientEnv+"=1", fullEnv+"=20000", "TMPDIR="+unpacked)
		status, out, said := outcome(t, cmd)
		if status != 1 || strings.Contains(said, "damaged") || strings.Count(said, "\n") != 1 || out != "" {
			t.Errorf("sala %v on a full disk: status %d, %q %q", args, status, said, out)
		}
		for _, dir := range []string{unpacked, restored} {
			if left, _ := os.ReadDir(dir); len(left) > 0 {
				t.Errorf("sala %v on a full disk left %v", args, left)
			}
		}
	}
	for _, path := range []string{again, again + ".part"} {
		if _, err := os.Stat(path); !os.IsNotExist(err) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if status, _, said := sala(t, "restore", copied, "--data", restored); status != 0 {
		t.Errorf("with space again: %s", said)
	}
}
