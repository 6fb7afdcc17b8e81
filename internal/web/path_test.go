package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

// browserReads is what a browser makes of an address before it parses it: tabs
// and line ends are dropped, space and control characters at both ends too, and
// a backslash is a slash (WHATWG URL, section 4.4).
func browserReads(address string) string {
	address = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(address)
	return strings.ReplaceAll(strings.TrimFunc(address, func(r rune) bool { return r <= ' ' }), `\`, "/")
}

// A redirect to a path that a form names never leaves this site.
func FuzzLocalPath(f *testing.F) {
	for _, seed := range []string{"/", "/w/w_1?as=chair", "//evil.example", `/\evil.example`, "/\t/evil.example", "https://evil.example", "", "/a\x00b", "/%2f/evil.example", "/.//evil.example"} {
		f.Add(seed)
	}
	here := &url.URL{Scheme: "http", Host: "here.example", Path: "/lang"}
	f.Fuzz(func(t *testing.T, path string) {
		got := localPath(path)
		if strings.ContainsFunc(got, func(r rune) bool { return r < ' ' || r == 0x7f }) {
			t.Errorf("localPath(%q) = %q, which is no header", path, got)
		}
		read := browserReads(got)
		if !strings.HasPrefix(read, "/") || strings.HasPrefix(read, "//") {
			t.Errorf("localPath(%q) = %q, which a browser reads as %q", path, got, read)
		}
		if to, err := here.Parse(read); err == nil && to.Host != here.Host {
			t.Errorf("localPath(%q) leads to %s", path, to)
		}
	})
}

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
		{"a few wrong", false, from("10.0.0.1:5"), from("10.0.0.2:5"), maxWrong - 1, false, false},
		{"too many wrong", false, from("10.0.0.1:5"), from("10.0.0.2:5"), maxWrong, true, false},
		{"another port is the same address", false, from("10.0.0.1:5"), from("10.0.0.1:6"), maxWrong, true, true},
		{"without a proxy nobody names addresses", false, from("10.0.0.1:5", "1.1.1.1"), from("10.0.0.1:5", "2.2.2.2"), maxWrong, true, true},
		{"behind a proxy", true, from("127.0.0.1:5", "10.0.0.1"), from("127.0.0.1:5", "10.0.0.2"), maxWrong, true, false},
		{"behind a proxy, pretending", true, from("127.0.0.1:5", "9.9.9.9, 10.0.0.1"), from("127.0.0.1:5", "8.8.8.8, 10.0.0.1"), maxWrong, true, true},
		{"behind a proxy that adds a header of its own", true, from("127.0.0.1:5", "9.9.9.9", "10.0.0.1"), from("127.0.0.1:5", "8.8.8.8", "10.0.0.1"), maxWrong, true, true},
	} {
		tries := newTries(func() time.Time { return now }, c.proxied)
		for range c.guesses {
			tries.note(c.guesser)
		}
		if got := tries.exhausted(c.guesser); got != c.stopped {
			t.Errorf("%s: the guesser is stopped: %v", c.why, got)
		}
		if got := tries.exhausted(c.other); got != c.others {
			t.Errorf("%s: the other is stopped: %v", c.why, got)
		}
	}
}

func TestTriesAreForgotten(t *testing.T) {
	now := time.Date(2014, 9, 23, 1, 30, 0, 0, time.UTC)
	tries := newTries(func() time.Time { return now }, false)
	r := httptest.NewRequest(http.MethodGet, "/j/222222", nil)
	for range maxWrong {
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

func TestFileName(t *testing.T) {
	for file, want := range map[string][2]string{
		"r_1.th.svg": {"r_1", "th"}, "report.en.svg": {"report", "en"}, "a.b.en.svg": {"a.b", "en"},
		"r_1.fr.svg": {}, "r_1.svg": {}, ".svg": {}, "svg": {}, "r_1.th.png": {}, "": {},
	} {
		name, lang, ok := fileName(file, ".svg")
		if name != want[0] || lang != want[1] || ok != (want[1] != "") {
			t.Errorf("fileName(%q) = %q, %q, %v", file, name, lang, ok)
		}
	}
}
