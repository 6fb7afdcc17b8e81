package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patientEnv makes the program take a file size limit as an error, as a full
// disk is one, instead of ending by the signal that comes with it.
const patientEnv = "SALA_TEST_IGNORE_SIGXFSZ"

// fullEnv has the program find a full disk when it starts: no file of its may
// be written beyond this many bytes.
const fullEnv = "SALA_TEST_FULL_DISK"

func init() {
	if os.Getenv(patientEnv) != "" {
		signal.Ignore(syscall.SIGXFSZ)
	}
	if bytes, err := strconv.ParseUint(os.Getenv(fullEnv), 10, 64); err == nil {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: math.MaxUint64}); err != nil {
			panic(err)
		}
	}
}

// server is `sala serve` as a process that can be killed and started again at
// the same address.
type server struct {
	t       *testing.T
	dir     string
	address string
	metrics string
	setup   string
	env     []string
	log     tail // what all its lives said on stderr
	said    tail // and on stdout, after launch
	cmd     *exec.Cmd
	drained chan struct{} // closed when its stdout ends
}

// tail keeps what is written, for somebody who reads meanwhile.
type tail struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *tail) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *tail) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// newServer starts the program on a fresh folder. At the end of the test its
// log must hold no bug.
func newServer(t *testing.T, env ...string) *server {
	t.Helper()
	env = append([]string{"SALA_PACE=0"}, env...) // the load that a few people make here stands for a room's
	v := &server{t: t, env: env, dir: t.TempDir(), address: freeAddress(t), metrics: freeAddress(t)}
	v.start()
	t.Cleanup(func() {
		v.kill()
		v.soundLog()
	})
	return v
}

// given are the addresses that a test has.
var given sync.Map

// freeAddress is outside the range that outgoing connections take from, and given
// once, so that nobody takes it while the server is down.
func freeAddress(t *testing.T) string {
	t.Helper()
	for range 100 {
		address := fmt.Sprintf("127.0.0.1:%d", 15_000+rand.IntN(15_000))
		if _, taken := given.LoadOrStore(address, true); taken {
			continue
		}
		if l, err := net.Listen("tcp", address); err == nil {
			l.Close()
			return address
		}
	}
	t.Fatal("no free port")
	return ""
}

// start starts the program and waits until it answers.
func (v *server) start() {
	v.t.Helper()
	v.setup = v.launch("/s/")
}

// launch starts the program and waits for a line that it prints.
func (v *server) launch(awaited string, env ...string) (line string) {
	v.t.Helper()
	v.cmd = exec.Command("sala", "serve", "--data", v.dir, "--listen", v.address, "--address", v.address, "--metrics", v.metrics)
	v.cmd.Env = append(append(os.Environ(), patientEnv+"=1"), append(v.env, env...)...)
	v.cmd.Stderr = &v.log
	out, err := v.cmd.StdoutPipe()
	if err != nil {
		v.t.Fatal(err)
	}
	if err := v.cmd.Start(); err != nil {
		v.t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	for {
		text, err := lines.ReadString('\n')
		if err != nil {
			v.t.Fatalf("the server ended before it was ready: %.3000s", v.log.String())
		}
		if strings.Contains(text, awaited) {
			line = strings.TrimSpace(text)
			break
		}
	}
	v.drained = make(chan struct{})
	go func() {
		defer close(v.drained)
		_, _ = io.Copy(&v.said, lines)
	}()
	return line
}

// kill is kill -9; a server that is down already stays down.
func (v *server) kill() {
	if v.cmd != nil {
		_ = v.cmd.Process.Kill()
		<-v.drained
		_ = v.cmd.Wait()
		v.cmd = nil
	}
}

// end asks the program to stop, and gives its exit status and how long it took.
func (v *server) end() (status int, took time.Duration) {
	v.t.Helper()
	began := time.Now()
	if err := v.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		v.t.Fatal(err)
	}
	late := time.AfterFunc(30*time.Second, func() { _ = v.cmd.Process.Kill() })
	defer late.Stop()
	<-v.drained
	_ = v.cmd.Wait()
	status = v.cmd.ProcessState.ExitCode()
	v.cmd = nil
	return status, time.Since(began)
}

// soundLog fails on everything in the log that only a bug writes.
func (v *server) soundLog() {
	v.t.Helper()
	log := v.log.String()
	for _, bug := range []string{"panic", "handler failed", "DATA RACE", "fatal error", "goroutine "} {
		if i := strings.Index(log, bug); i >= 0 {
			v.t.Errorf("the log says %q: %.3000s", bug, log[max(0, i-300):])
		}
	}
}

// site is the server's site, as the tests of the running program know it.
func (v *server) site() *site {
	return &site{
		t: v.t, dir: v.dir, browser: map[string]*browser{}, setup: v.setup, clock: &handClock{},
		program: &program{base: "http://" + v.address, options: options{Address: v.address}},
	}
}

// attempt gives a request whose failure is part of the test.
func (b *browser) attempt(method, path, body string, headers ...string) (int, []byte, error) {
	req, err := http.NewRequestWithContext(b.t.Context(), method, b.base+path, strings.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	resp, err := b.http.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	return resp.StatusCode, data, err
}

// cookie is what a browser would send to its workshop.
func (b *browser) cookie() string { return cookies(b.http.Jar.Cookies(b.home()), "") }

// within waits until something holds.
func within(t *testing.T, limit time.Duration, what string, holds func() bool) bool {
	t.Helper()
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if holds() {
			return true
		}
	}
	t.Errorf("not within %v: %s", limit, what)
	return false
}
