package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"sala.example/internal/access"
)

// answered sends a request as it is written and gives the status of the answer;
// 0 when the server hung up or said nothing in time.
func (v *server) answered(t *testing.T, request string) (status int, body []byte) {
	t.Helper()
	conn, err := net.Dial("tcp", v.address)
	if err != nil {
		t.Fatalf("the server is gone: %v", err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
	_, _ = io.WriteString(conn, request) // an early answer may close the connection
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return 0, nil
	}
	defer resp.Body.Close()
	_ = conn.SetDeadline(time.Now().Add(500 * time.Millisecond)) // a stream does not end
	body, _ = io.ReadAll(resp.Body)
	return resp.StatusCode, body
}

// unmoved wants no bug and no secret in what a hostile request got.
func unmoved(t *testing.T, what string, status int, body []byte) {
	t.Helper()
	if status == http.StatusInternalServerError {
		t.Errorf("%.200q: 500: %.300s", what, body)
	}
	for _, secret := range []string{"SQLite format 3", "root:x:0:0", "package web", "goroutine "} {
		if bytes.Contains(body, []byte(secret)) {
			t.Errorf("%.200q: the answer holds %q", what, secret)
		}
	}
}

// calm wants the server to have noted no bug and no failure, and to work.
func (s *site) calm(t *testing.T, v *server) {
	t.Helper()
	for line := range strings.Lines(v.log.String()) {
		if strings.Contains(line, "level=ERROR") {
			t.Errorf("the log: %.500s", line)
		}
	}
	s.browser[access.Chair].get(s.w("/chair")).want(http.StatusOK)
}

// TestOddMethods sends every route every method, also under another's name.
func TestOddMethods(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	s, _ := v.room(1)
	s.browser[access.Participant] = s.browser["migrant0"]
	s.group, s.round = "g_none", "r_none"
	head := s.questionsAndTexts(t)
	cookie := s.browser[access.Chair].cookie()
	for _, route := range append(routes(t), "GET /nothing") {
		own, path := s.address(route)
		for _, method := range []string{"HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "get", "PROPFIND", "X"} {
			if method == "HEAD" && route == "GET /w/{id}/live" {
				continue // see TestHeadOfTheStream
			}
			status, body := v.answered(t, fmt.Sprintf("%s %s HTTP/1.1\r\nHost: x\r\nCookie: %s\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", method, path, cookie))
			unmoved(t, method+" "+route, status, body)
			if method == "HEAD" && len(body) > 0 {
				t.Errorf("HEAD %s has a body of %d bytes", route, len(body))
			}
			if method != "HEAD" && method != "OPTIONS" && status == http.StatusOK {
				t.Errorf("%s %s: 200", method, route)
			}
		}
		if own == http.MethodGet && route != "GET /w/{id}/live" {
			request := "POST %s?_method=DELETE HTTP/1.1\r\nHost: x\r\nCookie: %s\r\nX-HTTP-Method-Override: GET\r\nX-HTTP-Method: DELETE\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
			status, body := v.answered(t, fmt.Sprintf(request, path, cookie))
			unmoved(t, "POST "+route, status, body)
		}
	}
	if after := s.questionsAndTexts(t); after != head {
		t.Error("something changed")
	}
	s.calm(t, v)
}

// questionsAndTexts is the room's content, to see that nothing changed.
func (s *site) questionsAndTexts(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, topic := range []string{"texts", "questions", "groups", "rounds", "turnout"} {
		all.Write(s.browser[access.Chair].get(s.w("/topic/" + topic)).want(http.StatusOK).body)
	}
	return all.String()
}

// TestOddPaths asks for files that are none of the site's.
func TestOddPaths(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	s, _ := v.room(1)
	cookie := s.browser[access.Chair].cookie()
	for _, below := range []string{"/assets/", s.w("/report/"), s.w("/result/r/"), s.w("/topic/"), "/j/", "/s/", "/f/", "/new/sample/", "/w/"} {
		for _, file := range []string{
			"../../../../etc/passwd", "..%2f..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "..%5c..%5cjournal.db", "....//....//etc/passwd",
			"%2fetc%2fpasswd", "..%252f..%252fetc%252fpasswd", "..%c0%afetc%c0%afpasswd", "%00", "report.th.html%00.pdf", "report..html", "report.th.", ".", "..",
			"journal.db", "vault.key", "..%2fvault.key", "server.go", "%ff%fe", "a%0d%0aSet-Cookie:%20x=y", strings.Repeat("a", 5000), strings.Repeat("%F0%9F%98%80", 300),
		} {
			what := below + file
			status, body := v.answered(t, fmt.Sprintf("GET %s HTTP/1.1\r\nHost: x\r\nCookie: %s\r\nConnection: close\r\n\r\n", what, cookie))
			unmoved(t, what, status, body)
			if status == http.StatusOK || status == 0 {
				t.Errorf("%.100q: status %d", what, status)
			}
		}
	}
	s.calm(t, v)
}

// TestOddRequests sends what no browser sends.
func TestOddRequests(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	s, _ := v.room(1)
	cookie := "Cookie: " + s.browser["migrant0"].cookie() + "\r\n"
	ask := "POST " + s.w("/do/question.ask") + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
	body := func(text string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(text), text) }
	var many strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&many, "X-%d: y\r\n", i)
	}
	before := s.questionsAndTexts(t)
	for what, request := range map[string]string{
		"10,000 headers":            ask + many.String() + cookie + body("{}"),
		"a header of 10,000 bytes":  ask + "X-Long: " + strings.Repeat("x", 10_000) + "\r\n" + cookie + body("{}"),
		"a header of 2 MB":          ask + "X-Long: " + strings.Repeat("x", 2<<20) + "\r\n" + cookie + body("{}"),
		"many cookies":              ask + "Cookie: " + strings.Repeat("sala-chair-x=y; ", 5000) + "\r\n" + body("{}"),
		"a long key":                ask + cookie + "Idempotency-Key: " + strings.Repeat("k", 5000) + "\r\n" + body(`{"text":"x"}`),
		"NUL in a header":           ask + cookie + "Idempotency-Key: a\x00b\r\n" + body(`{"text":"x"}`),
		"bare LF":                   strings.ReplaceAll(ask, "\r\n", "\n") + "\n",
		"a space before the colon":  ask + "Content-Length : 2\r\n\r\n{}",
		"two lengths":               ask + cookie + "Content-Length: 2\r\nContent-Length: 5\r\n\r\n{}abc",
		"length and chunks":         ask + cookie + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
		"a negative length":         ask + cookie + "Content-Length: -1\r\n\r\n{}",
		"a bad chunk":               ask + cookie + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
		"nested arrays":             ask + cookie + body(`{"text":`+strings.Repeat("[", 120_000)+strings.Repeat("]", 120_000)+`}`),
		"nested objects":            ask + cookie + body(strings.Repeat(`{"text":`, 30_000)),
		"a large body":              ask + cookie + body(`{"text":"`+strings.Repeat("x", 3<<20)+`"}`),
		"a large number":            ask + cookie + body(`{"text":1e999999999}`),
		"the same field twice":      ask + cookie + body(`{"text":1,"text":2}`),
		"a BOM":                     ask + cookie + body("\ufeff{}"),
		"no host":                   "GET / HTTP/1.1\r\n\r\n",
		"an absolute address":       "GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
		"HTTP/2 without asking":     "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
		"HTTP/9.9":                  "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
		"TLS":                       "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + strings.Repeat("\x00", 200),
		"nothing but NUL":           strings.Repeat("\x00", 4096) + "\r\n\r\n",
		"a stream from nowhere":     "GET " + s.w("/live?since=%00&as=%ff") + " HTTP/1.1\r\nHost: x\r\n" + cookie + "\r\n",
		"a stream, odd id":          "GET " + s.w("/live") + " HTTP/1.1\r\nHost: x\r\n" + cookie + "Last-Event-ID: -1e9\xff\r\nConnection: close\r\n\r\n",
		"a stream that upgrades":    "GET " + s.w("/live") + " HTTP/1.1\r\nHost: x\r\n" + cookie + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
		"expecting to be continued": ask + cookie + "Expect: 100-continue\r\nContent-Length: 99999999\r\n\r\n",
	} {
		status, answer := v.answered(t, request)
		unmoved(t, what, status, answer)
	}
	if s.questionsAndTexts(t) != before {
		t.Error("something changed")
	}
	s.calm(t, v)
}

// TestOddTexts puts texts in that are none: they are refused or kept as text,
// and lead to no header, no second frame and no broken JSON.
func TestOddTexts(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	s, names := v.room(1)
	seen := s.carry(v, names[0], 100*time.Millisecond)
	var last uint64
	for _, text := range []string{
		"a\x00b", "\xff\xfe\xfd", "\xed\xa0\x80", `\ud800`, "line\r\nevent: topic\ndata: {\"topic\":\"day\"}\r\n\r\n", "\u2028\u2029", "<script>alert(1)</script>",
		"{{.}}", "\u202egnp.exe", strings.Repeat("\u0e49", 900), "\x1b[2J", "'; DROP TABLE event; --", "%s%n%x", "\u0000", "\ufffe\uffff",
	} {
		raw := `{"text":"` + strings.NewReplacer("\r", `\r`, "\n", `\n`, `"`, `\"`).Replace(text) + `"}`
		for _, body := range []string{raw, fmt.Sprintf(`{"text":%q,"lang":%q}`, text, text)} {
			status, answer, err := s.browser[names[0]].attempt(http.MethodPost, s.w("/do/question.ask"), body)
			if err != nil || status != http.StatusOK && status != http.StatusUnprocessableEntity && status != http.StatusBadRequest {
				t.Errorf("%q: status %d, %v: %.200s", text, status, err, answer)
			}
		}
		for i, form := range []url.Values{
			{"roleGroup": {"migrant"}, "lang": {"th"}, "alias": {text}, "name": {text}}, {"roleGroup": {text}, "lang": {text}}, {"lang": {text}, "back": {text}},
		} {
			path := "/j/" + s.code
			if i == 2 {
				path = "/lang"
			}
			got := s.newBrowser("odd").form(path, form)
			unmoved(t, text, got.status, got.body)
			if got.status == http.StatusServiceUnavailable || len(got.header.Values("Event")) > 0 {
				t.Errorf("%q in a form: status %d", text, got.status)
			}
		}
	}
	last = s.asked(names[0], "The last one")
	allHave(t, []*phone{seen}, "questions", last, 20*time.Second)
	if seen.times() != 1 {
		t.Errorf("the stream broke %d times", seen.times()-1)
	}
	s.calm(t, v)
}

// TestWhoKeepsTheServerWaiting: who sends a head or a body drop by drop is let
// go, and so is the stream of a phone that left, in a quiet room after two
// heartbeats: the first finds out that nobody is there. Meanwhile nobody waits
// for them.
func TestWhoKeepsTheServerWaiting(t *testing.T) {
	t.Parallel()
	const each, limit = 100, time.Minute
	v := newServer(t)
	s, names := v.room(1)
	slow := map[string][]net.Conn{}
	for range each {
		slow["a head"] = append(slow["a head"], v.raw(t, "GET / HTTP/1.1\r\nHost: x\r\nX-A: "))
		slow["a body"] = append(slow["a body"], v.raw(t, "POST "+s.w("/do/question.ask")+" HTTP/1.1\r\nHost: x\r\nCookie: "+s.browser[names[0]].cookie()+"\r\nContent-Length: 100000\r\n\r\n"))
	}
	began := time.Now()
	v.leaveStreams(t, s.liveRequest(names[0], "HTTP/1.1", ""), 20)
	s.newBrowser("somebody").get("/").want(http.StatusOK)
	if took := time.Since(began); took > 10*time.Second { // who waits for the slow ones waits longer
		t.Errorf("with %d slow requests the first page took %v", 2*each, took)
	}
	for ; time.Since(began) < limit; time.Sleep(500 * time.Millisecond) {
		for what, conns := range slow {
			if slow[what] = slices.DeleteFunc(conns, func(c net.Conn) bool { return !drip(c) }); len(slow[what]) == 0 {
				delete(slow, what)
				t.Logf("who sent %s drop by drop is gone after %v", what, time.Since(began).Round(time.Second))
			}
		}
		if len(slow) == 0 && v.gauge("sala_live_connections") == 0 {
			t.Logf("the streams too after %v", time.Since(began).Round(time.Second))
			return
		}
	}
	for what, conns := range slow {
		t.Errorf("%d of %d requests that send %s drop by drop are still open after %v", len(conns), each, what, limit)
	}
	if n := v.gauge("sala_live_connections"); n != 0 {
		t.Errorf("%v streams of phones that left are still open after %v", n, limit)
	}
}

// leaveStreams opens streams, reads all they say and goes away without a reset.
func (v *server) leaveStreams(t *testing.T, request string, n int) {
	t.Helper()
	var conns []net.Conn
	for range n {
		conns = append(conns, v.raw(t, request))
	}
	within(t, 20*time.Second, "the streams are open", func() bool { return v.gauge("sala_live_connections") == float64(n) })
	for _, conn := range conns {
		_ = conn.SetReadDeadline(time.Now().Add(100 * time.Millisecond))
		_, _ = io.Copy(io.Discard, conn)
		conn.Close()
	}
}

// drip sends one byte more, and says whether the server still listens.
func drip(conn net.Conn) bool {
	_ = conn.SetReadDeadline(time.Now().Add(time.Millisecond))
	var b [512]byte
	if _, err := conn.Read(b[:]); err == nil || err == io.EOF {
		return false // it answered or hung up
	} else if ne, ok := err.(net.Error); !ok || !ne.Timeout() {
		return false
	}
	_, err := conn.Write([]byte("x"))
	return err == nil
}
