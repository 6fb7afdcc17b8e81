package web

import (
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// tries slows down guessing: after a number of wrong codes or links an address
// waits. A room behind one Wi-Fi shares an address, so the number is generous;
// a code has 30^6 values.
type tries struct {
	now     func() time.Time
	proxied bool // the address is the one that the proxy names

	mu    sync.Mutex
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

func newTries(now func() time.Time, proxied bool) *tries {
	return &tries{now: now, proxied: proxied, wrong: map[string]window{}}
}

// exhausted says that this address has guessed too often.
func (t *tries) exhausted(r *http.Request) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	w := t.wrong[t.remote(r)]
	return w.count >= maxWrong && t.now().Sub(w.since) < wrongSpan
}

// note remembers a wrong guess.
func (t *tries) note(r *http.Request) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.wrong) >= maxKnown {
		clear(t.wrong)
	}
	from := t.remote(r)
	w := t.wrong[from]
	if t.now().Sub(w.since) >= wrongSpan {
		w = window{since: t.now()}
	}
	w.count++
	t.wrong[from] = w
}

// remote is where a request comes from. Behind a proxy that is the last address
// it was forwarded for; what stands before that was written by the client.
func (t *tries) remote(r *http.Request) string {
	if forwarded := r.Header.Values("X-Forwarded-For"); t.proxied && len(forwarded) > 0 {
		last := forwarded[len(forwarded)-1]
		return strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
