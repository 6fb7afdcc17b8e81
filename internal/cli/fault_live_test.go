package cli

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"sala.example/internal/access"
)

// room starts a server with a workshop and some people in it.
func (v *server) room(people int) (s *site, names []string) {
	v.t.Helper()
	s = v.site()
	s.create()
	for i := range people {
		names = append(names, fmt.Sprint("migrant", i))
		s.join(names[i], url.Values{"roleGroup": {"migrant"}, "lang": {"th"}})
	}
	return s, names
}

// asked puts a question and gives its event.
func (s *site) asked(who, text string) uint64 {
	s.t.Helper()
	var receipt struct{ Seq uint64 }
	s.browser[who].post(s.w("/do/question.ask"), fields{"text": text}).want(http.StatusOK).json(&receipt)
	return receipt.Seq
}

// gauge reads one number of /metrics.
func (v *server) gauge(name string) float64 {
	resp, err := http.Get("http://" + v.metrics + "/metrics")
	if err != nil {
		return -1
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return -1
	}
	m := regexp.MustCompile(`(?m)^` + name + ` (\S+)$`).FindSubmatch(text)
	if m == nil {
		return -1
	}
	n, err := strconv.ParseFloat(string(m[1]), 64)
	if err != nil {
		return -1
	}
	return n
}

// TestRestartUnder2000Streams: after a kill and after a stop in good order
// everybody is back, and sees what changed.
func TestRestartUnder2000Streams(t *testing.T) {
	t.Parallel()
	const streams = 2000
	v := newServer(t)
	s, names := v.room(20)
	var phones []*phone
	for i := range streams {
		phones = append(phones, s.carry(v, names[i%len(names)], 2*time.Second))
	}
	allHave(t, phones, "questions", s.asked("migrant0", "Before"), 20*time.Second)
	v.kill()
	v.start()
	seq := s.asked("migrant0", "After a kill")
	began := time.Now()
	allHave(t, phones, "questions", seq, 20*time.Second)
	t.Logf("%d streams back %v after a kill", streams, time.Since(began).Round(time.Millisecond))
	if status, took := v.end(); status != 0 || took > 10*time.Second {
		t.Errorf("with %d streams it ended with status %d after %v", streams, status, took)
	}
	v.start()
	allHave(t, phones, "questions", s.asked("migrant0", "After a restart"), 20*time.Second)
	within(t, 20*time.Second, "the gauge shows the streams", func() bool { return v.gauge("sala_live_connections") == streams })
}

// raw opens a connection and sends a request as it is written.
func (v *server) raw(t *testing.T, request string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", v.address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if _, err := io.WriteString(conn, request); err != nil {
		t.Fatal(err)
	}
	return conn
}

func (s *site) liveRequest(who, proto, more string) string {
	return fmt.Sprintf("GET %s %s\r\nHost: %s\r\nCookie: %s\r\n%s\r\n", s.w("/live?since=0"), proto, s.program.address(), s.browser[who].cookie(), more)
}

// What a phone that does not read may cost: in all as the issue has it, and of that
// in the system's buffers, which web/stream.go bounds.
const (
	stalledMemory = 64 << 10
	stalledBuffer = 32 << 10
)

// TestPhonesThatStopReading: 400 phones take nothing in while the room changes
// 300 times. They cost little, and hurt nobody.
func TestPhonesThatStopReading(t *testing.T) {
	t.Parallel()
	const stalled, changes = 400, 300
	v := newServer(t, "GOGC=10") // little garbage in what is measured
	s, names := v.room(3)
	reader := s.carry(v, names[0], 50*time.Millisecond)
	segment := s.texts[0].Segments[0].ID
	edit := func(rev int) uint64 {
		var receipt struct{ Seq uint64 }
		text := strings.Repeat("A sentence of the recommendation. ", 110) + fmt.Sprint("Version ", rev)
		s.browser[access.Rapporteur].post(s.w("/do/wording.edit"), fields{"segment": segment, "lang": "en", "rev": rev, "text": text}).want(http.StatusOK).json(&receipt)
		return receipt.Seq
	}
	for rev := 1; rev <= changes; rev++ {
		edit(rev) // what the changes themselves cost, and the collector's slack, is there before
	}
	before := v.memory()
	var conns []net.Conn
	for range stalled {
		conn := v.raw(t, s.liveRequest(names[1], "HTTP/1.1", ""))
		if err := conn.(*net.TCPConn).SetReadBuffer(4096); err != nil {
			t.Fatal(err)
		}
		conns = append(conns, conn)
	}
	within(t, 20*time.Second, "all streams are open", func() bool { return v.gauge("sala_live_connections") == stalled+1 })
	var last uint64
	for i := range changes {
		last = edit(changes + 1 + i)
	}
	allHave(t, []*phone{reader}, "texts", last, 20*time.Second)
	grown, queued := (v.memory()-before)/stalled, slices.Max(v.queued(t, conns))
	t.Logf("a phone that does not read: %d kB in the server, %d kB in the system", grown>>10, queued>>10)
	if queued > stalledBuffer || grown+queued > stalledMemory {
		t.Errorf("each costs %d kB of the server's memory and up to %d kB of the system's", grown>>10, queued>>10)
	}
	for _, conn := range conns {
		conn.Close()
	}
	edit(2*changes + 1)
	within(t, 45*time.Second, "the streams of phones that left are gone", func() bool { return v.gauge("sala_live_connections") == 1 })
}

// memory is what the server's heap and stacks hold, in bytes. The process as a
// whole would also show what the race detector takes for each goroutine.
func (v *server) memory() int {
	return int(v.gauge("go_memstats_heap_alloc_bytes") + v.gauge("go_memstats_stack_inuse_bytes"))
}

// queued is what waits in the system to be sent by the server to each of these
// connections, in bytes (tx_queue of proc(5), /proc/net/tcp). The table can name
// a socket several times while others come and go; it is one all the same.
func (v *server) queued(t *testing.T, conns []net.Conn) (bytes []int) {
	t.Helper()
	data, err := os.ReadFile("/proc/net/tcp")
	if err != nil {
		t.Fatal(err)
	}
	waiting := map[string]int{} // by the two ends, the server's first
	for line := range strings.Lines(string(data)) {
		f := strings.Fields(line)
		if len(f) < 5 || !strings.Contains(f[4], ":") {
			continue
		}
		out, _, _ := strings.Cut(f[4], ":")
		n, err := strconv.ParseInt(out, 16, 64)
		if err != nil {
			continue // the heading
		}
		waiting[f[1]+" "+f[2]] = int(n)
	}
	for _, conn := range conns {
		bytes = append(bytes, waiting[inTable(conn.RemoteAddr())+" "+inTable(conn.LocalAddr())]) // 0: it was cut off
	}
	return bytes
}

// inTable is an address of IPv4 as proc(5) writes it on this machine.
func inTable(address net.Addr) string {
	tcp := address.(*net.TCPAddr)
	return fmt.Sprintf("%08X:%04X", binary.NativeEndian.Uint32(tcp.IP.To4()), tcp.Port)
}

// TestStreamsOfOldClients: HTTP/1.0, Connection: close and a request that comes
// in pieces get the same stream, without chunks.
func TestStreamsOfOldClients(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	s, names := v.room(1)
	for name, request := range map[string]string{
		"HTTP/1.0":                 s.liveRequest(names[0], "HTTP/1.0", ""),
		"HTTP/1.0 that asks":       s.liveRequest(names[0], "HTTP/1.0", "Connection: keep-alive\r\n"),
		"Connection: close":        s.liveRequest(names[0], "HTTP/1.1", "Connection: close\r\n"),
		"with the next right away": s.liveRequest(names[0], "HTTP/1.1", "") + "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
		"with a body":              s.liveRequest(names[0], "HTTP/1.1", "Content-Length: 3\r\n") + "abc",
	} {
		t.Run(name, func(t *testing.T) {
			conn := v.raw(t, request)
			_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
			lines := bufio.NewReader(conn)
			resp, err := http.ReadResponse(lines, nil)
			if err != nil {
				t.Fatal(err)
			}
			if resp.StatusCode != http.StatusOK || len(resp.TransferEncoding) > 0 || resp.ContentLength >= 0 || !resp.Close || resp.Header.Get("Content-Type") != "text/event-stream" {
				t.Errorf("answer %s %v %d close %v", resp.Status, resp.TransferEncoding, resp.ContentLength, resp.Close)
			}
			checkHeaders(t, name, resp.Header)
			body := bufio.NewReader(resp.Body)
			text := "Asked over " + name
			s.asked(names[0], text)
			for {
				line, err := body.ReadString('\n')
				if err != nil {
					t.Fatalf("the question never came: %v", err)
				}
				if strings.HasPrefix(line, "data: ") && strings.Contains(line, text) {
					return
				}
			}
		})
	}
}

// TestHeadOfTheStream: HEAD is the head alone.
func TestHeadOfTheStream(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	s, names := v.room(1)
	conn := v.raw(t, strings.Replace(s.liveRequest(names[0], "HTTP/1.1", "Connection: close\r\n"), "GET", "HEAD", 1))
	_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
	data, err := io.ReadAll(conn)
	head, body, _ := strings.Cut(string(data), "\r\n\r\n")
	if !strings.HasPrefix(head, "HTTP/1.1 ") || body != "" || err != nil {
		t.Errorf("HEAD of the stream: %q, then a body of %d bytes (%v)", head, len(body), err)
	}
	within(t, 20*time.Second, "HEAD leaves no stream open", func() bool { return v.gauge("sala_live_connections") == 0 })
}

// TestStopWithStreams: streams end when the program is asked to stop, within
// ten seconds, also those of phones that do not read.
func TestStopWithStreams(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	s, names := v.room(4)
	for i := range 100 {
		conn := v.raw(t, s.liveRequest(names[i%4], "HTTP/1.1", ""))
		if i%2 == 0 {
			continue // this one does not read
		}
		go func() { _, _ = io.Copy(io.Discard, conn) }()
	}
	within(t, 20*time.Second, "100 streams are open", func() bool { return v.gauge("sala_live_connections") == 100 })
	s.asked(names[0], "Before the end")
	last := v.raw(t, s.liveRequest(names[0], "HTTP/1.1", ""))
	within(t, 20*time.Second, "the last stream is open", func() bool { return v.gauge("sala_live_connections") == 101 })
	ended := make(chan error, 1)
	go func() {
		_, err := io.Copy(io.Discard, last)
		ended <- err
	}()
	if status, took := v.end(); status != 0 || took > 10*time.Second {
		t.Errorf("it ended with status %d after %v", status, took)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("a stream ended with %v, want its end in good order", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("a stream did not end")
	}
}
