package cli

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
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

// guess types wrong codes until it has to wait.
func (b *browser) guess() (last *response) {
	b.t.Helper()
	for i := range 100 {
		if last = b.get(fmt.Sprintf("/j/2222%02d", i)); last.status == http.StatusTooManyRequests {
			return last
		}
		last.want(http.StatusNotFound)
	}
	b.t.Fatal("a hundred guesses were answered")
	return nil
}

// waits wants an answer that says honestly when to try again.
func (r *response) waits(t *testing.T, what string) {
	t.Helper()
	after, err := strconv.Atoi(r.header.Get("Retry-After"))
	if r.status != http.StatusTooManyRequests || err != nil || after < 2 || after > 30 || !strings.Contains(r.text(), fmt.Sprintf("Try again in %d seconds", after)) {
		t.Errorf("%s: %d, Retry-After %q: %.300s", what, r.status, r.header.Get("Retry-After"), r.text())
	}
}

// Codes cannot be guessed at speed. A try comes back every ten seconds, not all at
// once after long; a link is no guess.
func TestGuessingIsSlowedDown(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.newBrowser("guesser").in("en")
	got := b.guess()
	got.waits(t, "a guess")
	if got.header.Get("Refresh") != got.header.Get("Retry-After") {
		t.Error("the page does not open its address again by itself")
	}
	b.get("/j/"+s.code).waits(t, "even the right code")
	typed := b.form("/j", url.Values{"code": {"my code"}})
	typed.waits(t, "a code that is typed")
	if !strings.Contains(string(typed.body), `value="my code"`) || typed.header.Get("Refresh") != "" {
		t.Error("the code that was typed is gone")
	}
	form := b.form("/j/"+s.code, url.Values{"roleGroup": {"school"}, "lang": {"en"}, "name": {`"Teacher" <1>`}})
	form.waits(t, "a form that is sent")
	for _, kept := range []string{`name="name" value="&#34;Teacher&#34; &lt;1&gt;"`, `name="roleGroup" value="school"`, `action="/j/` + s.code + `"`} {
		if !strings.Contains(string(form.body), kept) {
			t.Errorf("the form is not kept, %s", kept)
		}
	}
	if thai := b.in("th").get("/j/" + s.code); !strings.Contains(thai.text(), "วินาที") {
		t.Errorf("in Thai: %.200s", thai.text())
	}
	b.follow(s.staffLink(access.Desk))
	b.get("/s/AAAAAAAAAAAAAAAAAAAAAA").want(http.StatusGone)
	// Who is in stays in.
	s.browser[access.Participant].get(s.w("")).want(http.StatusOK)
	s.as(access.Participant, "question.ask", fields{"text": "Am I still in?"})

	s.clock.move(9 * time.Second)
	b.get("/j/"+s.code).waits(t, "before a try is back")
	s.clock.move(time.Second)
	for range 100 {
		b.get("/j/" + s.code).want(http.StatusOK) // what is right is no guess
	}
	b.form("/j/"+s.code, url.Values{"roleGroup": {"school"}, "lang": {"en"}}).want(http.StatusSeeOther)
	b.get("/j/222222").want(http.StatusNotFound)
	b.get("/j/"+s.code).waits(t, "after another wrong one")
	s.clock.move(10 * time.Minute)
	b.guess()
}

// In the room where the workshop is open on a screen, its code works whoever
// guesses beside; no other code does.
func TestAGuesserShutsNobodyOutOfTheRoom(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	var other struct{ Code string }
	s.browser[access.Organiser].post("/new", sampleDraft()).want(http.StatusCreated).json(&other)
	projector := s.listen(access.Screen, "?as=screen")
	guesser, late := s.newBrowser("guesser"), s.newBrowser("late")
	for range 50 {
		guesser.guess()
		for _, code := range []string{s.code, strings.ToLower(s.code[:3]) + " " + s.code[3:]} {
			late.form("/j", url.Values{"code": {code}}).want(http.StatusSeeOther)
		}
	}
	late.get("/j/" + s.code).want(http.StatusOK)
	late.form("/j/"+s.code, url.Values{"roleGroup": {"school"}, "lang": {"en"}}).want(http.StatusSeeOther)
	late.get(s.w("")).want(http.StatusOK)
	late.in("en").get("/j/"+other.Code).waits(t, "the code of a workshop that is not open here")

	projector.stop()
	within(t, 20*time.Second, "with the last screen the room closes to those who guess", func() bool {
		s.as("migrant2", "question.ask", fields{"text": "Who is still there?"}) // a stream learns of its end when it sends
		return guesser.get("/j/"+s.code).status == http.StatusTooManyRequests
	})
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
