package web

import (
	"maps"
	"math"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"sync"
	"time"
)

// tries slows down guessing. Who guessed wrong too often waits until one try
// comes back, and the next, steadily: no window shuts for everybody behind an
// address. Wrong ones alone count.
type tries struct {
	now  func() time.Time
	most int // wrong ones at once; all come back within wrongSpan

	mu    sync.Mutex
	spent map[string]time.Time // by address or door: when all its tries are back
}

// A code has 30^6 = 729 million values. An address may type 60 wrong ones at once
// and then one in ten seconds: a room behind one Wi-Fi shares it. That makes 8,700
// in a day: one open workshop is hit with a chance of 1 in 84,000, one of a hundred
// open ones with 0.12 %. Addresses of IPv6 are cheap, so a site's /48 has four times
// as much in all: 35,000 in a day, 0.5 % with a hundred open.
//
// Somebody who guesses on takes every try as it comes back. Where the workshop is
// open on somebody's screen, its own code is therefore looked at a thousand times
// more often, and no other: a stranger behind that same address (a telephone
// company's, say) hits it with 0.4 % in eight hours, and who sits in the room
// reads it off the wall.
//
// A passphrase is tried by few people, and each try costs the server work: 20 at
// once from an address and then one in 30 s, 2,900 in a day; 30 at once at a role's
// door, from wherever, and then one in 20 s, 4,400 in a day.
const (
	mostCodes       = 60
	mostPassphrases = 20
	mostAtOneDoor   = 30
	siteShare       = 4    // times as many codes for a /48
	homeShare       = 1000 // times as many for the workshops that are open there
	wrongSpan       = 10 * time.Minute
	maxKnown        = 10_000 // addresses remembered
)

func newTries(now func() time.Time, most int) *tries {
	return &tries{now: now, most: most, spent: map[string]time.Time{}}
}

// each is the time in which one of share times most tries comes back.
func (t *tries) each(share int) time.Duration { return wrongSpan / time.Duration(share*t.most) }

// take counts a try before it is looked at, so that many at once are not one. It
// gives how long to wait when there is none left; then nothing is counted. What
// was right is given back.
func (t *tries) take(from string, share int) (wait time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.now()
	ahead := t.spent[from].Sub(now)
	if ahead < 0 || ahead > wrongSpan { // long ago, or the clock was set back
		ahead = 0
	}
	if ahead += t.each(share); ahead > wrongSpan {
		return ahead - wrongSpan
	}
	t.makeRoom(now)
	t.spent[from] = now.Add(ahead)
	return 0
}

func (t *tries) giveBack(from string, share int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if at, ok := t.spent[from]; ok {
		t.spent[from] = at.Add(-t.each(share))
	}
}

// makeRoom forgets whose tries are all back, and everybody when that is not
// enough.
func (t *tries) makeRoom(now time.Time) {
	if len(t.spent) < maxKnown {
		return
	}
	maps.DeleteFunc(t.spent, func(_ string, at time.Time) bool { return !at.After(now) })
	if len(t.spent) >= maxKnown {
		clear(t.spent)
	}
}

// seconds is a wait as sentences and programs are told it.
func seconds(wait time.Duration) string {
	return strconv.Itoa(max(2, int(math.Ceil(wait.Seconds())))) // never "1 seconds"
}

// setWait says to programs what the sentence says to people.
func setWait(h http.Header, p *problem) {
	if wait := p.args["seconds"]; wait != "" {
		h.Set("Retry-After", wait)
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

// siteOf is the /48 of an address of IPv6, which whoever has one can usually use
// all of; "" for others.
func siteOf(from string) string {
	net64, err := netip.ParsePrefix(from)
	if err != nil {
		return ""
	}
	net48, _ := net64.Addr().Prefix(48) // has 64 bits
	return net48.String()
}
