package cli

import (
	"bufio"
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

// slowPost sends all of a request but its last byte, and gives back what sends that
// and reads the answer.
func (b *browser) slowPost(role, path, kind, body string) (finish func() *http.Response) {
	b.t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(b.base, "http://"))
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { conn.Close() })
	_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
	cookie := "sala-" + role + "-" + strings.TrimPrefix(b.site.id, "w_") + "=" + b.token(role)
	fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: x\r\nCookie: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n", path, cookie, kind, len(body))
	in := bufio.NewReader(conn)
	if line, err := in.ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") { // the handler is reading: the session was looked at
		b.t.Fatalf("%s: %q, %v", path, line, err)
	}
	_, _ = in.ReadString('\n')
	_, _ = io.WriteString(conn, body[:len(body)-1])
	return func() *http.Response {
		b.t.Helper()
		_, _ = io.WriteString(conn, body[len(body)-1:])
		answer, err := http.ReadResponse(in, nil)
		if err != nil {
			b.t.Fatal(err)
		}
		return answer
	}
}

// TestWhoIsSignedOutFinishesNothing: a request that began before its session
// ended, and whose body ends after it, changes nothing.
func TestWhoIsSignedOutFinishesNothing(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	chair := s.newBrowser("former chair")
	chair.follow(s.staffLink(access.Chair))
	organiser := s.newBrowser("former organiser")
	organiser.follow(s.staffLink(access.Organiser))
	const form, script = "application/x-www-form-urlencoded", "application/json"
	const show = `{"mode":"questions"}`
	slow := map[string]func() *http.Response{
		"a command":    chair.slowPost(access.Chair, s.w("/do/screen.show?as=chair"), script, show),
		"a link":       organiser.slowPost(access.Organiser, s.w("/doors/link"), form, "role=chair&more=x"),
		"a passphrase": organiser.slowPost(access.Organiser, s.w("/doors/passphrase"), form, url.Values{"role": {"desk"}, "passphrase": {passphrase}}.Encode()),
		"a list":       organiser.slowPost(access.Organiser, s.w("/people"), script, `{"people":[{"name":"Participant 9","roleGroup":"migrant","lang":"th"}]}`),
	}
	s.door("link", url.Values{"role": {access.Chair}})
	s.door("link", url.Values{"role": {access.Organiser}})
	head := s.head()
	for what, finish := range slow {
		if answer := finish(); answer.StatusCode < 400 {
			t.Errorf("%s that somebody signed out finished: status %d", what, answer.StatusCode)
		}
	}
	if s.head() != head {
		t.Errorf("%d events came from people who were signed out", s.head()-head)
	}
	again := s.browser[access.Organiser].slowPost(access.Organiser, s.w("/do/screen.show?as=organiser"), script, show)
	if answer := again(); answer.StatusCode != http.StatusOK {
		t.Errorf("a slow command of somebody who is in: status %d", answer.StatusCode)
	}
}
