package cli

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"sala.example/internal/access"
)

// measured reads the program's numbers as Prometheus would.
func (s *site) measured() (numbers map[string]float64, text string) {
	s.t.Helper()
	answer := httptest.NewRecorder()
	s.program.metrics.Handler().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	numbers = map[string]float64{}
	for _, m := range regexp.MustCompile(`(?m)^(sala_\S+) (\S+)$`).FindAllStringSubmatch(answer.Body.String(), -1) {
		number, err := strconv.ParseFloat(m[2], 64)
		if err != nil {
			s.t.Fatal(err)
		}
		numbers[m[1]] = number
	}
	return numbers, answer.Body.String()
}

// What an operator watches is there from the start, moves with the room, and
// names nobody.
func TestMeasures(t *testing.T) {
	t.Parallel()
	s := emptySite(t)
	names := []string{
		`sala_commands_total{outcome="done"}`, `sala_commands_total{outcome="refused"}`, `sala_commands_total{outcome="unsaved"}`,
		"sala_ballots_total", "sala_events_total", "sala_save_seconds_count", "sala_save_seconds_sum", "sala_turn_commands_count", "sala_topics_computed_total",
		"sala_topics_changed_total", "sala_live_connections", "sala_live_frames_total", "sala_rooms_open",
		`sala_queue_length{queue="rooms"}`, `sala_queue_length{queue="journal"}`, `sala_queue_length{queue="vault"}`,
	}
	before, _ := s.measured()
	for _, name := range names {
		if value, there := before[name]; !there || value != 0 {
			t.Errorf("%s is %v at the start (there: %v)", name, value, there)
		}
	}
	s.create()
	s.join("migrant1", map[string][]string{"roleGroup": {"migrant"}, "lang": {"th"}, "alias": {"Walker"}})
	s.as("migrant1", "question.ask", fields{"text": "Who pays?"})
	s.browser["migrant1"].post(s.w("/do/question.ask"), fields{"text": ""}).want(http.StatusUnprocessableEntity)
	round := s.openRound()
	s.as("migrant1", "ballot.cast", fields{"round": round, "recommendation": s.texts[0].ID, "ratings": fields{"feasible": 8, "acceptable": 8}})
	after, text := s.measured()
	for _, name := range []string{names[0], names[1], "sala_ballots_total", "sala_events_total", "sala_save_seconds_count", "sala_save_seconds_sum", "sala_turn_commands_count", "sala_topics_computed_total", "sala_topics_changed_total", "sala_rooms_open"} {
		if after[name] <= 0 {
			t.Errorf("%s is %v after a question and a ballot", name, after[name])
		}
	}
	for _, secret := range []string{s.id, s.code, round, "Walker", "Who pays", s.browser[access.Chair].token(access.Chair)} {
		if strings.Contains(text, secret) {
			t.Errorf("the numbers name %q", secret)
		}
	}
}

// Stopping lets a command finish that is under way: it is carried out, and its
// phone is told.
func TestStoppingDrains(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.program.base, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	const body = `{"text":"Am I too late?"}`
	fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n",
		s.w("/do/question.ask"), conn.RemoteAddr(), s.browser["migrant1"].cookie(), len(body))
	answers := bufio.NewReader(conn)
	if line, err := answers.ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") {
		t.Fatalf("the command is not under way: %q, %v", line, err)
	}
	stopped := make(chan error, 1)
	p := s.program
	s.program = nil
	go func() { stopped <- p.stop(context.Background()) }()
	within(t, 20*time.Second, "no more connections are taken", func() bool {
		other, err := net.DialTimeout("tcp", strings.TrimPrefix(p.base, "http://"), time.Second)
		if err == nil {
			other.Close()
		}
		return err != nil
	})
	fmt.Fprint(conn, body)
	if _, err := answers.ReadString('\n'); err != nil { // the empty line behind 100 Continue
		t.Fatal(err)
	}
	if line, err := answers.ReadString('\n'); err != nil || !strings.Contains(line, "200 OK") {
		t.Errorf("the answer: %q, %v", line, err)
	}
	if err := <-stopped; err != nil {
		t.Errorf("stop: %v", err)
	}
	s.start()
	if got := string(s.browser["migrant1"].get(s.w("/topic/questions")).want(http.StatusOK).body); !strings.Contains(got, "Am I too late?") {
		t.Error("the question is not there")
	}
}

// systemd is told when the service is ready and when it begins to stop.
func TestSystemdIsNotified(t *testing.T) {
	t.Parallel()
	dir, err := os.MkdirTemp("", "sala") // t.TempDir may be too long for a socket's name
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	socket, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: filepath.Join(dir, "notify"), Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	hears := func(want string) {
		t.Helper()
		text := make([]byte, 100)
		if err := socket.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
			t.Fatal(err)
		}
		if n, err := socket.Read(text); err != nil || string(text[:n]) != want {
			t.Errorf("systemd hears %q, %v, want %q", text[:n], err, want)
		}
	}
	v := newServer(t, "NOTIFY_SOCKET="+socket.LocalAddr().String())
	hears("READY=1")
	if got := v.site().newBrowser("anybody").get("/readyz"); got.status != http.StatusOK {
		t.Errorf("ready, and /readyz says %d", got.status)
	}
	if status, _ := v.end(); status != 0 {
		t.Errorf("stopped with status %d: %s", status, v.log.String())
	}
	hears("STOPPING=1")
}

// Where what is printed goes to a log, the setup link goes to a file instead,
// for its owner alone.
func TestTheSetupLinkCanStayOutOfTheLog(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "setup-link")
	if err := os.WriteFile(path, []byte("from before"), 0o644); err != nil {
		t.Fatal(err)
	}
	v := &server{t: t, dir: t.TempDir(), address: freeAddress(t), metrics: freeAddress(t)}
	t.Cleanup(v.kill)
	for range 2 {
		said := v.launch("setup-link", "SALA_SETUP_LINK_TO="+path)
		link, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		v.setup = strings.TrimSpace(string(link))
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("others can read the link: %v %v", info.Mode(), err)
		}
		s := v.site()
		s.create()
		if status, _ := v.end(); status != 0 {
			t.Errorf("stopped with status %d", status)
		}
		for what, text := range map[string]string{"stdout": said + v.said.String(), "the log": v.log.String()} {
			if strings.Contains(text, "/s/") || strings.Contains(text, "/j/") || strings.Contains(text, s.code) {
				t.Errorf("%s holds a link or a code: %s", what, text)
			}
		}
	}
}
