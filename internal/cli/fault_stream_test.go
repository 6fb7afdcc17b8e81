package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// phone is a live stream that comes back by itself, as a page's script does:
// after a random wait, with the event that it saw last.
type phone struct {
	t      *testing.T
	server *server
	path   string
	cookie string
	wait   time.Duration // longest wait before it comes back
	quit   chan struct{}

	mu        sync.Mutex
	last      string            // event id
	seen      map[string]uint64 // newest event of each topic
	connected int               // how often
	conn      net.Conn
	stopped   bool
	backward  string // a topic that went back in time
}

// carry opens a stream that stays until the test ends.
func (s *site) carry(v *server, who string, wait time.Duration) *phone {
	p := &phone{t: s.t, server: v, path: s.w("/live?since=0"), cookie: s.browser[who].cookie(), wait: wait, quit: make(chan struct{}), seen: map[string]uint64{}}
	done := make(chan struct{})
	go func() {
		defer close(done)
		p.run()
	}()
	s.t.Cleanup(func() {
		p.stop()
		<-done
	})
	return p
}

func (p *phone) run() {
	for !p.over() {
		p.listen()
		select {
		case <-time.After(time.Duration(rand.Int64N(int64(p.wait)))):
		case <-p.quit:
		}
	}
}

func (p *phone) over() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.stopped
}

func (p *phone) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stopped = true
	close(p.quit)
	if p.conn != nil {
		p.conn.Close()
	}
}

// listen is one connection, to its end.
func (p *phone) listen() {
	conn, err := net.Dial("tcp", p.server.address)
	if err != nil {
		return
	}
	defer conn.Close()
	p.mu.Lock()
	p.conn = conn
	request := fmt.Sprintf("GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nLast-Event-ID: %s\r\n\r\n", p.path, p.server.address, p.cookie, p.last)
	over := p.stopped
	p.mu.Unlock()
	if _, err := io.WriteString(conn, request); err != nil || over {
		return
	}
	lines := bufio.NewReaderSize(conn, 1024)
	resp, err := http.ReadResponse(lines, nil)
	if err != nil || resp.StatusCode != http.StatusOK {
		return
	}
	p.mu.Lock()
	p.connected++
	p.mu.Unlock()
	body := bufio.NewReaderSize(resp.Body, 1024)
	for {
		line, err := body.ReadBytes('\n')
		if err != nil {
			return
		}
		p.take(line)
	}
}

// take reads one line of the stream.
func (p *phone) take(line []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if id, ok := bytes.CutPrefix(line, []byte("id: ")); ok {
		p.last = strings.TrimSpace(string(id))
	}
	if data, ok := bytes.CutPrefix(line, []byte(`data: {"topic"`)); ok {
		var f struct {
			Topic string
			Rev   uint64
		}
		if err := json.Unmarshal(append([]byte(`{"topic"`), data...), &f); err != nil {
			p.backward = fmt.Sprintf("no JSON: %v", err)
			return
		}
		if f.Rev < p.seen[f.Topic] {
			p.backward = fmt.Sprintf("%s went from event %d back to %d", f.Topic, p.seen[f.Topic], f.Rev)
		}
		p.seen[f.Topic] = f.Rev
	}
}

// has says whether the newest state of a topic that arrived is of event seq.
func (p *phone) has(topic string, seq uint64) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.seen[topic] >= seq
}

func (p *phone) times() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.connected
}

// allHave waits until every stream shows a topic as of event seq.
func allHave(t *testing.T, phones []*phone, topic string, seq uint64, limit time.Duration) {
	t.Helper()
	count := func() (n int) {
		for _, p := range phones {
			if p.has(topic, seq) {
				n++
			}
		}
		return n
	}
	if !within(t, limit, fmt.Sprintf("every stream shows %s as of event %d", topic, seq), func() bool { return count() == len(phones) }) {
		t.Errorf("only %d of %d streams do", count(), len(phones))
	}
	for _, p := range phones {
		p.mu.Lock()
		if p.backward != "" {
			t.Errorf("a stream: %s", p.backward)
		}
		p.mu.Unlock()
	}
}
