package web

import (
	"net"
	"net/http"
	"sync"
	"time"
)

// tries slows down guessing: after a number of wrong codes or links an address
// waits. A room behind one Wi-Fi shares an address, so the number is generous;
// a code has 30^6 values.
type tries struct {
	mu    sync.Mutex
	now   func() time.Time
	wrong map[string]window
}

type window struct {
	since time.Time
	count int
}

const (
	maxWrong  = 60
	wrongSpan = 10 * time.Minute
	maxKnown  = 10_000 // addresses remembered
)

func newTries(now func() time.Time) *tries {
	return &tries{now: now, wrong: map[string]window{}}
}

// exhausted says that this address has guessed too often.
func (t *tries) exhausted(r *http.Request) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	w := t.wrong[remote(r)]
	return w.count >= maxWrong && t.now().Sub(w.since) < wrongSpan
}

// note remembers a wrong guess.
func (t *tries) note(r *http.Request) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.wrong) >= maxKnown {
		clear(t.wrong)
	}
	w := t.wrong[remote(r)]
	if t.now().Sub(w.since) >= wrongSpan {
		w = window{since: t.now()}
	}
	w.count++
	t.wrong[remote(r)] = w
}

func remote(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
