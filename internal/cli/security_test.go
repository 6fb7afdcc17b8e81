package cli

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"sala.example/internal/access"
)

// Cookies are out of a script's reach and stay at home.
func TestCookies(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.newBrowser("fresh")
	answers := map[string]*response{
		"joining":    b.form("/j/"+s.code, url.Values{"roleGroup": {"school"}, "lang": {"en"}}),
		"a link":     b.get(s.staffLink(access.Chair)),
		"a language": b.form("/lang", url.Values{"lang": {"th"}, "back": {"/"}}),
		"erasing":    s.browser["school2"].post(s.w("/erase"), fields{}),
	}
	for what, got := range answers {
		set := (&http.Response{Header: got.header}).Cookies()
		if len(set) == 0 {
			t.Errorf("%s sets no cookie", what)
		}
		for _, c := range set {
			if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode && c.SameSite != http.SameSiteStrictMode || !narrow(s, c) || c.Domain != "" || c.Secure {
				t.Errorf("%s sets %s", what, c.Raw)
			}
		}
	}
	secure, err := start(t.Context(), options{Dir: t.TempDir(), Listen: "127.0.0.1:0", Secure: true, Now: s.clock.now})
	if err != nil {
		t.Fatal(err)
	}
	defer secure.stop(t.Context())
	link, err := secure.site.SetupLink(t.Context(), secure.base)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range (&http.Response{Header: b.get(link).header}).Cookies() {
		if !c.Secure {
			t.Errorf("behind https: %s", c.Raw)
		}
	}
}

// narrow says that a cookie goes to its workshop, or to the door where one
// comes in again, and nowhere else; the language goes everywhere.
func narrow(s *site, c *http.Cookie) bool {
	switch {
	case c.Name == "sala-lang":
		return c.Path == "/"
	case strings.HasPrefix(c.Name, "sala-participant-"):
		return c.Path == s.w("") || c.Path == "/j"
	}
	return c.Path == s.w("") || c.Path == "/s"
}

// Another site cannot make a browser act here.
func TestCrossOriginIsRefused(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	head := s.head()
	b := s.browser[access.Chair]
	for _, headers := range [][]string{
		{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "http://evil.example"}, {"Origin", "null"},
	} {
		for _, path := range []string{s.w("/do/round.open"), s.w("/walkin"), "/lang", "/new", "/j/" + s.code, s.w("/erase")} {
			if got := b.post(path, fields{}, headers...); got.status != http.StatusForbidden {
				t.Errorf("%s from %v: status %d, want 403", path, headers, got.status)
			}
		}
	}
	if s.head() != head {
		t.Errorf("%d events came of it", s.head()-head)
	}
	if got := b.post(s.w("/do/screen.show"), fields{"mode": "questions"}, "Sec-Fetch-Site", "same-origin", "Origin", s.program.base); got.status != http.StatusOK {
		t.Errorf("from the same origin: status %d", got.status)
	}
}

// The language switch goes back to where one was, on this site only. A browser
// drops tabs and line feeds from an address before it reads it.
func TestTheLanguageSwitchStaysHere(t *testing.T) {
	t.Parallel()
	s := emptySite(t)
	b := s.newBrowser("stranger")
	for back, want := range map[string]string{
		"/": "/", "/w/w_1?as=chair": "/w/w_1?as=chair", "": "/",
		"//evil.example": "/", "///evil.example": "/", `/\evil.example`: "/", `\\evil.example`: "/", "https://evil.example": "/",
		"http:evil.example": "/", "javascript:alert(1)": "/", "/\t/evil.example": "/", "/\n/evil.example": "/", "/\r/evil.example": "/",
		"\t//evil.example": "/", " //evil.example": "/", "evil.example": "/", "/x\x00y": "/",
	} {
		form := url.Values{"lang": {"th"}, "back": {back}}.Encode()
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.program.base+"/lang", strings.NewReader(form))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		got, err := http.DefaultTransport.RoundTrip(req) // a client would refuse what a browser mends
		if err != nil {
			t.Errorf("back to %q: %v", back, err)
			continue
		}
		_ = got.Body.Close()
		if to := got.Header.Get("Location"); got.StatusCode != http.StatusSeeOther || to != want {
			t.Errorf("back to %q: %d to %q, want %q", back, got.StatusCode, to, want)
		}
	}
	got := b.form("/lang", url.Values{"lang": {"<script>"}, "back": {"/"}})
	for _, c := range (&http.Response{Header: got.header}).Cookies() {
		t.Errorf("an unknown language set %s", c.Raw)
	}
}

// Codes and links cannot be guessed at speed, and a wrong guess does not tell
// a workshop from none.
func TestGuessingIsSlowedDown(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.newBrowser("guesser")
	refused := 0
	for i := range 100 {
		got := b.get(fmt.Sprintf("/j/2222%02d", i))
		if got.status == http.StatusTooManyRequests {
			refused++
		} else if got.status != http.StatusNotFound {
			t.Fatalf("guess %d: status %d", i, got.status)
		}
	}
	if refused < 30 {
		t.Fatalf("%d of 100 guesses were turned away", refused)
	}
	s.checkAll(t, []scenario{
		{why: "even the right code", who: "guesser", method: "GET", path: "//j/" + s.code, status: 429, code: "web.too-many-tries", page: true},
		{why: "the right code, typed", who: "guesser", path: "//j", body: url.Values{"code": {s.code}}, status: 429, code: "web.too-many-tries", page: true},
		{why: "a link", who: "guesser", method: "GET", path: "//s/AAAAAAAAAAAAAAAAAAAAAA", status: 429, code: "web.too-many-tries", page: true},
	})
	// Who is in stays in.
	s.browser[access.Participant].get(s.w("")).want(http.StatusOK)
	s.as(access.Participant, "question.ask", fields{"text": "Am I still in?"})
	s.clock.move(11 * time.Minute)
	b.get("/j/" + s.code).want(http.StatusOK)
}

// A code can be typed as people type.
func TestACodeAsPeopleTypeIt(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.newBrowser("typist")
	spaced := strings.ToLower(s.code[:3]) + " " + s.code[3:]
	for _, typed := range []string{s.code, strings.ToLower(s.code), spaced, " " + s.code + " ", s.code[:2] + "-" + s.code[2:]} {
		got := b.form("/j", url.Values{"code": {typed}})
		if got.status != http.StatusSeeOther || got.header.Get("Location") != "/j/"+s.code {
			t.Errorf("%q: %d to %q", typed, got.status, got.header.Get("Location"))
		}
	}
}

// After a link has signed somebody in, its secret is in no address: not where
// they are sent, not in the page they get, not in what their browser asks for.
func TestTheSecretLeavesTheAddress(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	for _, role := range access.StaffRoles() {
		link := s.staffLink(role)
		secret := link[strings.LastIndexByte(link, '/')+1:]
		b := s.newBrowser("again " + role)
		got := b.follow(link)
		to := got.header.Get("Location")
		if !strings.HasPrefix(to, "/") || strings.Contains(to, secret) || got.header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("the %s's link leads to %q", role, to)
		}
		if page := b.get(to).want(http.StatusOK); strings.Contains(string(page.body), secret) {
			t.Errorf("the %s's page holds the secret of its link", role)
		}
		for _, topic := range access.Topics() {
			if got := b.get(s.w("/topic/" + topic)); strings.Contains(string(got.body), secret) {
				t.Errorf("the topic %s holds the secret of the %s's link", topic, role)
			}
		}
	}
	for _, who := range s.people[:2] {
		for _, c := range s.browser[who].http.Jar.Cookies(s.browser[who].home()) {
			if page := s.browser[who].get(s.w("")).body; strings.HasPrefix(c.Name, "sala-participant") && strings.Contains(string(page), c.Value) {
				t.Error("a page holds the session's secret")
			}
		}
	}
}

func mustParse(t *testing.T, address string) *url.URL {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// A chair hands out no more than they have.
func TestAChairDoesNotSeeTheOrganisersLink(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	secret := s.staffLink(access.Organiser)
	secret = secret[strings.LastIndexByte(secret, '/')+1:]
	if page := s.browser[access.Chair].get(s.w("/links")).want(http.StatusOK); strings.Contains(string(page.body), secret) {
		t.Error("the chair's page of links has the organiser's")
	}
	if page := s.browser[access.Organiser].get(s.w("/links")).want(http.StatusOK); !strings.Contains(string(page.body), secret) {
		t.Error("the organiser's page of links lacks their own")
	}
}

// What people type is text wherever it appears.
func TestNothingThatIsTypedIsMarkup(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	const evil = `</script><img src=x onerror=alert(1)>"'`
	s.as("migrant1", "question.ask", fields{"text": evil})
	s.as("migrant1", "amendment.propose", fields{"segment": s.texts[0].Segments[0].ID, "lang": "en", "rev": 1, "text": evil, "reason": evil})
	s.as(access.Chair, "amendment.accept", fields{"amendment": s.firstAmendment()})
	s.as(access.Rapporteur, "action.put", fields{"recommendation": s.texts[0].ID, "row": fields{"action": evil, "lead": evil}})
	s.browser["migrant1"].post(s.w("/profile"), fields{"name": evil, "alias": evil, "roleGroup": "migrant", "lang": "th", "consents": fields{"screen": true}}).want(http.StatusOK)
	s.as("migrant1", "participant.introduce", fields{"line": evil})
	for role, path := range map[string]string{
		"migrant1": "", access.Chair: "/chair", access.Rapporteur: "/texts", access.Desk: "/desk", access.Screen: "/screen",
	} {
		page := string(s.browser[role].get(s.w(path)).want(http.StatusOK).body)
		if strings.Contains(page, "<img src=x") || strings.Contains(page, "</script><img") {
			t.Errorf("the page %q carries what was typed as markup", path)
		}
	}
}

func (s *site) firstAmendment() string {
	s.t.Helper()
	s.readTexts()
	return s.texts[0].Amendments[0].ID
}
