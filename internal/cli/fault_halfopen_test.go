package cli

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"sala.example/internal/access"
)

// TestHalfOpenStreams: fifty phones open the stream and take nothing in, as
// one does that left the Wi-Fi, while the room changes 200 times. The others
// see each change at once, and a phone that takes nothing is cut off when the
// time for a write is over. What such a phone costs meanwhile is measured by
// TestPhonesThatStopReading.
func TestHalfOpenStreams(t *testing.T) {
	t.Parallel()
	const stalled, changes = 50, 200
	s := &site{t: t, dir: t.TempDir(), clock: &handClock{at: time.Date(2014, 9, 23, 1, 30, 0, 0, time.UTC)}, browser: map[string]*browser{}, writeWithin: 2 * time.Second}
	s.start()
	t.Cleanup(s.stop)
	s.create()
	s.join("officer1", url.Values{"roleGroup": {"officer"}, "lang": {"th"}})
	s.join("officer2", url.Values{"roleGroup": {"officer"}, "lang": {"th"}})
	reader := s.listen("officer1", "?since=0")
	for range stalled {
		s.stall("officer2")
	}
	within(t, 20*time.Second, "all streams are open", func() bool { return s.watching() == stalled+1 })
	slowest := time.Duration(0)
	for rev := 1; rev <= changes; rev++ {
		began := time.Now()
		reader.until("texts", s.reworded(rev))
		slowest = max(slowest, time.Since(began))
	}
	t.Logf("the slowest of %d changes was seen after %v, POST included", changes, slowest.Round(time.Millisecond))
	if slowest > 10*time.Second {
		t.Error("others waited for those who take nothing in")
	}
	within(t, 20*time.Second, "those who take nothing in are cut off", func() bool { return s.watching() == 1 })
	reader.until("texts", s.reworded(changes+1))
}

// watching counts the open streams.
func (s *site) watching() float64 {
	s.t.Helper()
	numbers, _ := s.measured()
	return numbers["sala_live_connections"]
}

// stall opens a stream from behind a small buffer and never reads it.
func (s *site) stall(who string) {
	s.t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.program.base, "http://"))
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { conn.Close() })
	if err := conn.(*net.TCPConn).SetReadBuffer(4096); err != nil {
		s.t.Fatal(err)
	}
	if _, err := io.WriteString(conn, s.liveRequest(who, "HTTP/1.1", "")); err != nil {
		s.t.Fatal(err)
	}
}

// reworded changes a wording to a long one and gives the event.
func (s *site) reworded(rev int) uint64 {
	s.t.Helper()
	var receipt struct{ Seq uint64 }
	text := strings.Repeat("A sentence of the recommendation. ", 110) + fmt.Sprint("Version ", rev)
	s.browser[access.Rapporteur].post(s.w("/do/wording.edit"), fields{
		"segment": s.texts[0].Segments[0].ID, "lang": "en", "rev": rev, "text": text,
	}).want(http.StatusOK).json(&receipt)
	return receipt.Seq
}

// until reads on to a topic as of event seq.
func (l *listener) until(topic string, seq uint64) {
	l.t.Helper()
	for end := time.After(30 * time.Second); ; {
		select {
		case f, ok := <-l.frames:
			if !ok {
				l.t.Fatalf("the stream ended before %s as of event %d", topic, seq)
			}
			if f.topic == topic && f.rev >= seq {
				return
			}
		case <-end:
			l.t.Fatalf("%s as of event %d never came", topic, seq)
		}
	}
}
