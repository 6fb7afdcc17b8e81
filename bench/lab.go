package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// lab is one run's temporary folder, the program under test, and what runs.
type lab struct {
	dir     string
	sala    []string // command line that the real program's arguments follow
	profile string
	running []*server
	folders int
}

func openLab(ctx context.Context, profile string) (*lab, error) {
	dir, err := os.MkdirTemp("", "sala-bench-")
	if err != nil {
		return nil, err
	}
	l := &lab{dir: dir, profile: profile, sala: []string{filepath.Join(dir, "sala")}}
	if profile != "" {
		self, err := os.Executable()
		if err != nil {
			return nil, errors.Join(err, l.close())
		}
		l.sala = []string{self, "sala", profile}
		return l, os.MkdirAll(profile, 0o755)
	}
	build := exec.CommandContext(ctx, "go", "build", "-o", l.sala[0], "sala.example")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as README says
	if out, err := build.CombinedOutput(); err != nil {
		return nil, errors.Join(fmt.Errorf("build Sala: %w: %s", err, out), l.close())
	}
	return l, nil
}

// folder is a new, empty data folder.
func (l *lab) folder() string {
	l.folders++
	return filepath.Join(l.dir, fmt.Sprintf("data-%d", l.folders))
}

// close ends what still runs and removes every trace.
func (l *lab) close() error {
	var errs []error
	for _, s := range l.running {
		if s.cmd.ProcessState == nil {
			errs = append(errs, s.stop())
		}
	}
	return errors.Join(append(errs, os.RemoveAll(l.dir))...)
}

// server is a child process that answers HTTP.
type server struct {
	cmd     *exec.Cmd
	address string // host:port
	ready   string // the link that it printed when it was ready
	began   time.Time
	errors  *strings.Builder
}

// readyWord stands before the link that a null server prints.
const readyWord = "ready"

// serve starts the real program on a data folder and waits until it listens.
func (l *lab) serve(ctx context.Context, data string) (*server, error) {
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	args := append(l.sala[1:len(l.sala):len(l.sala)], "serve", "--data", data, "--listen", address, "--address", address)
	return l.start(exec.CommandContext(ctx, l.sala[0], args...), address)
}

// null starts the server that Sala is held against.
func (l *lab) null(ctx context.Context) (*server, error) {
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return l.start(exec.CommandContext(ctx, self, "null", "-file", l.folder(), "-listen", address), address)
}

// link is what both servers print: the real one its setup link.
var link = regexp.MustCompile(`http://\S+/s/\S+|` + readyWord + ` http://\S+`)

func (l *lab) start(cmd *exec.Cmd, address string) (*server, error) {
	s := &server{cmd: cmd, address: address, errors: &strings.Builder{}, began: time.Now()}
	cmd.Stderr = s.errors
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = 20 * time.Second
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start server: %w", err)
	}
	l.running = append(l.running, s)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if s.ready = link.FindString(lines.Text()); s.ready != "" {
			return s, nil // what it prints later fits into the pipe
		}
	}
	return nil, fmt.Errorf("server ended before it was ready: %w: %s", s.stop(), s.errors)
}

// stop asks the process to end and waits for it.
func (s *server) stop() error {
	_ = s.cmd.Process.Signal(syscall.SIGTERM) // it may have ended by itself
	if err := s.cmd.Wait(); err != nil {
		return fmt.Errorf("server: %w: %s", err, s.errors)
	}
	return nil
}

// rss is the memory that the process holds, in bytes.
func (s *server) rss() (float64, error) { return memory(s.cmd.Process.Pid, "VmRSS:") }

// memory is a line of what the system tells of a process's memory, in bytes.
func memory(pid int, line string) (float64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(data), line)
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0, errors.New("the system does not tell how much memory a process holds")
	}
	kB, err := strconv.ParseFloat(fields[0], 64)
	return kB * 1024, err
}

// cpu is the processor time that the process has used, in seconds: what other
// programs on the machine do hardly changes it.
func (s *server) cpu() (float64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	// proc_pid_stat(5): fields 14 and 15 are user and system time in ticks of
	// 10 ms; field 2, the name in brackets, may hold spaces.
	fields := strings.Fields(string(data[bytes.LastIndexByte(data, ')')+1:]))
	if len(fields) < 13 {
		return 0, errors.New("the system does not tell how much time a process used")
	}
	user, err := strconv.ParseFloat(fields[11], 64)
	if err != nil {
		return 0, err
	}
	system, err := strconv.ParseFloat(fields[12], 64)
	return (user + system) / 100, err
}

// meter measures what a process uses while something is done.
func (s *server) meter(do func() error) (cpu float64, err error) {
	before, err := s.cpu()
	if err != nil {
		return 0, err
	}
	if err := do(); err != nil {
		return 0, err
	}
	after, err := s.cpu()
	return after - before, err
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// needFiles raises the number of open files, which the children inherit.
func needFiles(n uint64) error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return err
	}
	if limit.Cur >= n {
		return nil
	}
	limit.Cur, limit.Max = n, max(n, limit.Max)
	if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return fmt.Errorf("this needs %d open files and may not raise the limit (try `ulimit -n %d` first): %w", n, n, err)
	}
	return nil
}
