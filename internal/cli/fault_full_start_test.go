//go:build linux

package cli

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestStartOnFullDisk starts the server where nothing can be written, after it
// was stopped in good order (its log and the log's index are gone and cannot be
// made) and after a kill. It shows what there is, says that it cannot save, and
// goes on by itself when there is space.
func TestStartOnFullDisk(t *testing.T) {
	t.Parallel()
	for name, down := range map[string]func(*server){
		"after a stop": func(v *server) { v.end() },
		"after a kill": (*server).kill,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v := newServer(t)
			s := v.site()
			s.create()
			s.join("migrant1", url.Values{"roleGroup": {"migrant"}, "lang": {"th"}})
			s.join("officer1", url.Values{"roleGroup": {"officer"}, "lang": {"th"}})
			s.asked("migrant1", "Before the disk was full")
			down(v)
			v.launch("Sala is at", fullEnv+"=1")
			s.readableOnFullDisk(t)
			s.refusedOnFullDisk(t, "")
			if log := v.log.String(); !strings.Contains(log, "make space") {
				t.Errorf("the log does not say what to do: %.1000s", log)
			}
			phone := s.carry(v, "officer1", 100*time.Millisecond)

			v.limitFiles(noLimit)
			s.recovered(t, "", phone)
			within(t, 20*time.Second, "the setup link is printed once it can be saved", func() bool { return strings.Contains(v.said.String(), "/s/") })
			within(t, 20*time.Second, "/readyz says 200 with space again", func() bool { return s.statusOf("/readyz") == http.StatusOK })
			v.kill()
			v.start()
			s.holdsQuestions(t, "Before the disk was full", "While the disk was full")
			copied := filepath.Join(t.TempDir(), "copy.sala")
			if status, _, said := sala(t, "backup", copied, "--data", v.dir); status != 0 {
				t.Fatalf("a backup made after it: %s", said)
			}
		})
	}
}

// TestNewFolderOnFullDisk: where there is nothing to show, one line says what
// to do.
func TestNewFolderOnFullDisk(t *testing.T) {
	t.Parallel()
	cmd := salaCommand(t, "serve", "--data", filepath.Join(t.TempDir(), "new"), "--listen", freeAddress(t))
	cmd.Env = append(os.Environ(), patientEnv+"=1", fullEnv+"=1")
	status, out, said := outcome(t, cmd)
	if status != 1 || out != "" || strings.Count(said, "\n") != 1 || !strings.Contains(said, "make space") {
		t.Errorf("status %d, %q %q", status, out, said)
	}
}
