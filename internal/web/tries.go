package web

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"
)

// tries slows down guessing: after a number of wrong codes, links or
// passphrases an address (or a role's door) waits.
type tries struct {
	now  func() time.Time
	most int // wrong ones in a span

	mu    sync.Mutex
	wrong map[string]window
}

type window struct {
	since time.Time
	count int
}

// A room behind one Wi-Fi shares an address, so the number is generous; a code
// has 30^6 values. A passphrase is tried by few people, and each try costs the
// server work; a role's door is the same for all addresses.
const (
	mostCodes       = 60
	mostPassphrases = 20
	mostAtOneDoor   = 30
	wrongSpan       = 10 * time.Minute
	maxKnown        = 10_000 // addresses remembered
)

func newTries(now func() time.Time, most int) *tries {
	return &tries{now: now, most: most, wrong: map[string]window{}}
}

// exhausted says that from here was guessed too often.
func (t *tries) exhausted(from string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	w := t.wrong[from]
	return w.count >= t.most && t.recent(w)
}

// recent says that a window is still open. One from the future is of a clock
// that was set back.
func (t *tries) recent(w window) bool {
	age := t.now().Sub(w.since)
	return age >= 0 && age < wrongSpan
}

// note remembers a wrong guess.
func (t *tries) note(from string) { t.take(from) }

// take counts a guess before it is looked at, so that many at once are not one,
// and says whether it is still one too few to wait; giveBack uncounts it.
func (t *tries) take(from string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.wrong) >= maxKnown {
		clear(t.wrong)
	}
	w := t.wrong[from]
	if !t.recent(w) {
		w = window{since: t.now()}
	}
	w.count++
	t.wrong[from] = w
	return w.count <= t.most
}

func (t *tries) giveBack(from string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if w := t.wrong[from]; w.count > 0 {
		w.count--
		t.wrong[from] = w
	}
}

// remote is where a request comes from. Behind a proxy that is the last address
// it was forwarded for; what stands before that was written by the client. Who
// has one address of IPv6 has all of its /64.
func (s *Server) remote(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if forwarded := r.Header.Values("X-Forwarded-For"); s.Secure && len(forwarded) > 0 {
		last := forwarded[len(forwarded)-1]
		host = strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])
	}
	ip, err := netip.ParseAddr(host)
	if err != nil || ip.Unmap().Is4() {
		return host
	}
	net64, _ := ip.Prefix(64) // has 64 bits
	return net64.String()
}
