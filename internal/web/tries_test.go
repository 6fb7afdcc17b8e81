package web

import (
	"fmt"
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
		s.tries = tries
		for range c.guesses {
			s.takeGuess(s.remote(c.guesser))
		}
		for who, want := range map[*http.Request]bool{c.guesser: c.stopped, c.other: c.others} {
			wait := s.takeGuess(s.remote(who))
			if (wait > 0) != want {
				t.Errorf("%s: %s waits %v", c.why, who.RemoteAddr, wait)
			}
			if wait == 0 {
				s.giveGuessBack(s.remote(who))
			}
		}
	}
}

// Tries come back one at a time, as steadily as the comment beside the constants
// counts them; so do those of a network that has many addresses.
func TestTriesComeBackSteadily(t *testing.T) {
	now := time.Date(2014, 9, 23, 1, 30, 0, 0, time.UTC)
	s := &Server{tries: newTries(func() time.Time { return now }, mostCodes)}
	many := 0
	for _, c := range []struct {
		why  string
		from func() string
		day  int // wrong ones in 24 hours
	}{
		{"an address", func() string { return "10.0.0.1" }, 60 + 8640},
		{"a network of IPv6", func() string { return "2001:db8:1:2::/64" }, 60 + 8640},
		{"a site of IPv6, from ever new networks", func() string {
			many++
			return fmt.Sprintf("2001:db8:2:%x::/64", many%65536)
		}, 240 + 34560},
	} {
		got, began := 0, now
		for now = began; now.Sub(began) < 24*time.Hour; now = now.Add(time.Second) {
			for s.takeGuess(c.from()) == 0 {
				got++
			}
		}
		if got < c.day-10 || got > c.day {
			t.Errorf("%s may guess %d times in a day, want %d", c.why, got, c.day)
		}
	}
	for range mostCodes {
		s.takeGuess("10.0.0.2")
	}
	if wait := s.takeGuess("10.0.0.2"); wait != 10*time.Second {
		t.Errorf("the next comes after %v", wait)
	}
	now = now.Add(9 * time.Second)
	if wait := s.takeGuess("10.0.0.2"); wait != time.Second {
		t.Errorf("nine seconds later, after %v", wait)
	}
	now = now.Add(-24 * time.Hour)
	if wait := s.takeGuess("10.0.0.2"); wait != 0 {
		t.Errorf("when the clock is set back, after %v", wait)
	}
}

// Many addresses are not remembered for ever, and do not make room for one that
// guesses on.
func TestAddressesAreForgotten(t *testing.T) {
	now := time.Date(2014, 9, 23, 1, 30, 0, 0, time.UTC)
	tries := newTries(func() time.Time { return now }, mostCodes)
	for range mostCodes {
		tries.take("10.0.0.1", 1)
	}
	for i := range 3 * maxKnown {
		if i%(maxKnown/2) == 0 {
			now = now.Add(11 * time.Second)
			for tries.take("10.0.0.1", 1) == 0 {
			}
		}
		tries.take(fmt.Sprint("address ", i), 1)
		if len(tries.spent) > maxKnown {
			t.Fatalf("%d addresses are remembered", len(tries.spent))
		}
	}
	if tries.take("10.0.0.1", 1) == 0 {
		t.Error("who guesses on was forgotten")
	}
}

// Guesses that come at once are counted before they are looked at; a right one
// is uncounted.
func TestTriesAreCountedBeforehand(t *testing.T) {
	now := time.Date(2014, 9, 23, 1, 30, 0, 0, time.UTC)
	l := newSignIns(func() time.Time { return now })
	taken := 0
	for range 100 {
		if l.take("10.0.0.1", "w chair") == 0 {
			taken++
		}
	}
	if taken != mostPassphrases {
		t.Errorf("%d guesses of 100 were let through", taken)
	}
	if l.take("10.0.0.2", "w chair") > 0 {
		t.Error("who has to wait closes the door for others")
	}
	for range 1000 {
		if l.take("10.0.0.3", "w desk") > 0 {
			t.Fatal("right ones were counted")
		}
		l.giveBack("10.0.0.3", "w desk")
	}
	for i := range mostAtOneDoor {
		l.take(string(rune('a'+i)), "w chair")
	}
	for range 2 * mostPassphrases {
		if l.take("10.0.0.4", "w chair") == 0 {
			t.Fatal("many addresses at one door are not stopped")
		}
	}
	if l.take("10.0.0.4", "w screen") > 0 {
		t.Error("a closed door closes another one, or costs an address its tries")
	}
}
