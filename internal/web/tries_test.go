package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// Wrong guesses are counted for each address; behind a proxy for the address
// that the proxy names last, not for what a client pretends.
func TestTries(t *testing.T) {
	now := time.Date(2014, 9, 23, 1, 30, 0, 0, time.UTC)
	from := func(remote string, forwarded ...string) *http.Request {
		r := httptest.NewRequest(http.MethodGet, "/j/222222", nil)
		r.RemoteAddr = remote
		for _, f := range forwarded {
			r.Header.Add("X-Forwarded-For", f)
		}
		return r
	}
	for _, c := range []struct {
		why             string
		proxied         bool
		guesser, other  *http.Request
		guesses         int
		stopped, others bool // guesser and other are stopped
	}{
		{"a few wrong", false, from("10.0.0.1:5"), from("10.0.0.2:5"), mostCodes - 1, false, false},
		{"too many wrong", false, from("10.0.0.1:5"), from("10.0.0.2:5"), mostCodes, true, false},
		{"another port is the same address", false, from("10.0.0.1:5"), from("10.0.0.1:6"), mostCodes, true, true},
		{"without a proxy nobody names addresses", false, from("10.0.0.1:5", "1.1.1.1"), from("10.0.0.1:5", "2.2.2.2"), mostCodes, true, true},
		{"another address of the same IPv6 network", false, from("[2001:db8:1:2::1]:5"), from("[2001:db8:1:2:ffff::9]:5"), mostCodes, true, true},
		{"another IPv6 network", false, from("[2001:db8:1:2::1]:5"), from("[2001:db8:1:3::1]:5"), mostCodes, true, false},
		{"behind a proxy", true, from("127.0.0.1:5", "10.0.0.1"), from("127.0.0.1:5", "10.0.0.2"), mostCodes, true, false},
		{"behind a proxy, pretending", true, from("127.0.0.1:5", "9.9.9.9, 10.0.0.1"), from("127.0.0.1:5", "8.8.8.8, 10.0.0.1"), mostCodes, true, true},
		{"behind a proxy that adds a header of its own", true, from("127.0.0.1:5", "9.9.9.9", "10.0.0.1"), from("127.0.0.1:5", "8.8.8.8", "10.0.0.1"), mostCodes, true, true},
	} {
		tries := newTries(func() time.Time { return now }, mostCodes)
		s := &Server{Secure: c.proxied}
		for range c.guesses {
			tries.note(s.remote(c.guesser))
		}
		if got := tries.exhausted(s.remote(c.guesser)); got != c.stopped {
			t.Errorf("%s: the guesser is stopped: %v", c.why, got)
		}
		if got := tries.exhausted(s.remote(c.other)); got != c.others {
			t.Errorf("%s: the other is stopped: %v", c.why, got)
		}
	}
}

func TestTriesAreForgotten(t *testing.T) {
	now := time.Date(2014, 9, 23, 1, 30, 0, 0, time.UTC)
	tries := newTries(func() time.Time { return now }, mostCodes)
	const r = "10.0.0.1"
	for range mostCodes {
		tries.note(r)
	}
	now = now.Add(wrongSpan - time.Second)
	if !tries.exhausted(r) {
		t.Error("forgotten too early")
	}
	now = now.Add(time.Second)
	if tries.exhausted(r) {
		t.Error("not forgotten")
	}
}

// Guesses that come at once are counted before they are looked at; a right one
// is uncounted.
func TestTriesAreCountedBeforehand(t *testing.T) {
	now := time.Date(2014, 9, 23, 1, 30, 0, 0, time.UTC)
	l := newSignIns(func() time.Time { return now })
	taken := 0
	for range 100 {
		if l.take("10.0.0.1", "w chair") {
			taken++
		}
	}
	if taken != mostPassphrases {
		t.Errorf("%d guesses of 100 were let through", taken)
	}
	if !l.take("10.0.0.2", "w chair") {
		t.Error("who has to wait closes the door for others")
	}
	for range 1000 {
		if !l.take("10.0.0.3", "w desk") {
			t.Fatal("right ones were counted")
		}
		l.giveBack("10.0.0.3", "w desk")
	}
	for i := range mostAtOneDoor {
		l.take(string(rune('a'+i)), "w chair")
	}
	if l.take("10.0.0.4", "w chair") || !l.take("10.0.0.4", "w screen") {
		t.Error("many addresses at one door are not stopped, or another door is")
	}
}
