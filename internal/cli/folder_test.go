package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// process is `sala serve` as a process of its own (see TestMain for how).
type process struct {
	cmd    *exec.Cmd
	stderr bytes.Buffer
	lines  chan string
}

func serveProcess(t *testing.T, dir string) *process {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	t.Cleanup(cancel)
	p := &process{cmd: exec.CommandContext(ctx, "sala", "serve", "--data", dir, "--listen", "127.0.0.1:0"), lines: make(chan string, 100)}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	p.cmd.Stderr = &p.stderr
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(p.lines)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			p.lines <- lines.Text()
		}
	}()
	return p
}

// ready waits for the setup link, which is the last that a fresh house says.
func (p *process) ready(t *testing.T) {
	t.Helper()
	for line := range p.lines {
		if strings.Contains(line, "/s/") {
			return
		}
	}
	t.Fatalf("it ended before it was ready: %s", p.stderr.String())
}

// end waits for the process and gives its exit status.
func (p *process) end(t *testing.T) int {
	t.Helper()
	for range p.lines { // to the end
	}
	var exit *exec.ExitError
	if err := p.cmd.Wait(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return p.cmd.ProcessState.ExitCode()
}

// A data folder belongs to one process: a second one refuses and says whose it
// is, whether the first stops in good order or is killed.
func TestTwoProcessesOnOneFolder(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "data")
	for _, by := range []os.Signal{syscall.SIGTERM, os.Interrupt, os.Kill} {
		first := serveProcess(t, dir)
		first.ready(t)
		second := serveProcess(t, dir)
		status := second.end(t)
		said := second.stderr.String()
		if status != 1 || strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "sala: ") {
			t.Errorf("the second: status %d, %q", status, said)
		}
		for _, want := range []string{"in use by another Sala", "process ", "--data"} {
			if !strings.Contains(said, want) {
				t.Errorf("the second says %q, without %q", said, want)
			}
		}
		if err := first.cmd.Process.Signal(by); err != nil {
			t.Fatal(err)
		}
		if status := first.end(t); by != os.Kill && (status != 0 || strings.Contains(first.stderr.String(), "sala:")) {
			t.Errorf("stopped by %v: status %d, %s", by, status, first.stderr.String())
		}
	}
	last := serveProcess(t, dir) // the folder is free again
	last.ready(t)
	_ = last.cmd.Process.Signal(os.Interrupt)
	last.end(t)
}
