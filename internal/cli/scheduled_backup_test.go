package cli

import (
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestStoppingAmidABackup: a server that is told to stop while it makes a backup
// takes away what it had unpacked, names and key, and leaves no half a file.
func TestStoppingAmidABackup(t *testing.T) {
	t.Parallel()
	temp, into := t.TempDir(), t.TempDir()
	v := newServer(t, "TMPDIR="+temp, "SALA_BACKUP_TO="+into, "SALA_BACKUP_EVERY=1s")
	v.site().create()
	under := func() []string {
		copies, _ := filepath.Glob(filepath.Join(temp, "sala-copy-*"))
		halves, _ := filepath.Glob(filepath.Join(into, "*.part"))
		return append(copies, halves...)
	}
	for range 4 {
		deadline := time.Now().Add(20 * time.Second)
		for len(under()) == 0 && time.Now().Before(deadline) {
			time.Sleep(100 * time.Microsecond)
		}
		if status, took := v.end(); status != 0 || took > 20*time.Second {
			t.Errorf("stopped with status %d after %v", status, took)
		}
		if left := under(); len(left) > 0 {
			t.Fatalf("left behind: %v", left)
		}
		v.start()
	}
	if strings.Contains(v.log.String(), "scheduled backup failed") {
		t.Errorf("the log: %s", v.log.String())
	}
	made := func() bool {
		whole, _ := filepath.Glob(filepath.Join(into, "*.backup"))
		return len(whole) > 0
	}
	within(t, 20*time.Second, "a scheduled backup is there", made)
	whole, _ := filepath.Glob(filepath.Join(into, "*.backup"))
	if status, _, said := sala(t, "verify", whole[0]); status != 0 {
		t.Error(said)
	}
}
