package cli

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"sala.example/internal/access"
)

// Coming in gives a token that nobody knew before, and ends the one of before.
func TestNoTokenIsAdopted(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.givePassphrase(access.Chair)
	const planted = "AAAAAAAAAAAAAAAAAAAAAA"
	for what, in := range map[string]func(*browser) *response{
		"a link":       func(b *browser) *response { return b.get(s.staffLink(access.Chair)) },
		"a passphrase": func(b *browser) *response { return b.signIn(access.Chair, passphrase) },
	} {
		b := s.bring(access.Chair, planted)
		b.http.Jar.SetCookies(mustParse(t, s.program.base+"/s/x"), []*http.Cookie{{Name: "sala-chair-" + strings.TrimPrefix(s.id, "w_"), Value: planted, Path: "/s"}})
		in(b).want(http.StatusSeeOther)
		first := b.token(access.Chair)
		if first == planted || first == "" {
			t.Errorf("%s: the token that was planted was taken over", what)
		}
		if got := s.bring(access.Chair, planted).get(s.w("/chair")); got.status != http.StatusUnauthorized {
			t.Errorf("%s: the planted token opens: %d", what, got.status)
		}
		in(b).want(http.StatusSeeOther)
		if second := b.token(access.Chair); second == first {
			t.Errorf("%s: the token is the same the second time", what)
		}
		if got := s.bring(access.Chair, first).get(s.w("/chair")); got.status != http.StatusUnauthorized {
			t.Errorf("%s: the token of before still opens: %d", what, got.status)
		}
		b.get(s.w("/chair")).want(http.StatusOK)
	}
	b := s.newBrowser("joins")
	b.http.Jar.SetCookies(b.home(), []*http.Cookie{{Name: "sala-participant-" + strings.TrimPrefix(s.id, "w_"), Value: planted, Path: s.w("")}})
	b.form("/j/"+s.code, url.Values{"roleGroup": {"school"}, "lang": {"en"}}).want(http.StatusSeeOther)
	if b.token(access.Participant) == planted {
		t.Error("joining took a planted token over")
	}
}

// After twelve hours a page brings a new token. The old one works until the new
// one has come back and a minute longer; who never got the new one stays in.
func TestTokensAreRenewed(t *testing.T) {
	t.Parallel()
	for role, page := range map[string]string{access.Chair: "/chair", access.Participant: ""} {
		t.Run(role, func(t *testing.T) {
			t.Parallel()
			s := newSite(t)
			s.renews(t, role, s.w(page))
		})
	}
}

func (s *site) renews(t *testing.T, role, page string) {
	b, me := s.browser[role], s.w("/me?as="+role)
	first := b.token(role)
	b.get(page).want(http.StatusOK)
	if b.token(role) != first {
		t.Fatal("a new token at once")
	}
	s.clock.move(12*time.Hour + time.Minute)
	for range 3 {
		if got := s.bring(role, first).get(me).want(http.StatusOK); len(got.header.Values("Set-Cookie")) == 0 {
			t.Error("no new token, though the last was never used: its answer was lost")
		}
		s.clock.move(2 * time.Minute)
	}
	for _, c := range (&http.Response{Header: b.get(page).want(http.StatusOK).header}).Cookies() {
		if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || !narrow(s, c) {
			t.Error(c.Raw)
		}
	}
	if b.token(role) == first {
		t.Fatal("no new token after twelve hours")
	}
	if got := s.bring(role, first).get(me).want(http.StatusOK); len(got.header.Values("Set-Cookie")) != 0 {
		t.Error("another tab got a third token")
	}
	b.get(me).want(http.StatusOK) // the new one is used
	s.bring(role, first).get(me).want(http.StatusOK)
	s.clock.move(90 * time.Second)
	if got := s.bring(role, first).get(me); got.status != http.StatusUnauthorized {
		t.Errorf("the old token works on: %d", got.status)
	}
	b.get(page).want(http.StatusOK)
}

// A renewed session is one session: it ends under all its tokens.
func TestARenewedSessionEndsWhole(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	first := s.browser[access.Chair].token(access.Chair)
	s.clock.move(13 * time.Hour)
	s.browser[access.Chair].get(s.w("/chair")).want(http.StatusOK)
	second := s.browser[access.Chair].token(access.Chair)
	ids := s.sessionIDs(access.Chair)
	if len(ids) != 1 || first == second {
		t.Fatalf("the chair is listed %d times", len(ids))
	}
	stream := s.listen(access.Chair, "?as=chair")
	s.door("end", url.Values{"session": {ids[0]}})
	stream.closes("the session was ended")
	for _, token := range []string{first, second} {
		if got := s.bring(access.Chair, token).get(s.w("/chair")); got.status != http.StatusUnauthorized {
			t.Errorf("after the end: %d", got.status)
		}
	}
}

var sessionButton = regexp.MustCompile(`name="session" value="([0-9a-f]+)"`)

// sessionIDs are the sessions of a role that the organiser's page lists.
func (s *site) sessionIDs(role string) (ids []string) {
	s.t.Helper()
	page := string(s.browser[access.Organiser].get(s.w("/doors")).want(http.StatusOK).body)
	_, card, _ := strings.Cut(page, `id="`+role+`"`)
	card, _, _ = strings.Cut(card, `class="card door"`)
	for _, m := range sessionButton.FindAllStringSubmatch(card, -1) {
		ids = append(ids, m[1])
	}
	return ids
}

// The list of sessions: the staff one by one, with this browser marked, people
// only counted; each can be ended alone.
func TestTheListOfSessions(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.browser["school1"].post(s.w("/profile"), fields{"name": "Teacher PLANTED", "alias": "Alias PLANTED", "roleGroup": "school", "lang": "en"}).want(http.StatusOK)
	s.newBrowser("desk2").follow(s.staffLink(access.Desk))
	organiser := s.browser[access.Organiser].in("en")
	page := organiser.get(s.w("/doors")).want(http.StatusOK)
	for _, want := range []string{"This browser", "made this workshop", "came in by the link", "since 23 September 2014 08:30", "last used in the hour of 08:00", "Signed in on 9 devices"} {
		if !strings.Contains(page.text(), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	for _, never := range append([]string{"PLANTED", s.browser[access.Desk].token(access.Desk)}, s.tokens()...) {
		if strings.Contains(string(page.body), never) {
			t.Errorf("the page says %q", never)
		}
	}
	ids := s.sessionIDs(access.Desk)
	if len(ids) != 2 {
		t.Fatalf("the desk is listed %d times", len(ids))
	}
	s.clock.move(time.Second)
	s.newBrowser("desk3").follow(s.staffLink(access.Desk)) // the newest stands last
	last := s.sessionIDs(access.Desk)[2]
	s.door("end", url.Values{"session": {last}})
	if got := s.browser["desk3"].get(s.w("/desk")); got.status != http.StatusUnauthorized {
		t.Errorf("the one that was ended: %d", got.status)
	}
	s.browser[access.Desk].get(s.w("/desk")).want(http.StatusOK)
	s.browser["desk2"].get(s.w("/desk")).want(http.StatusOK)
	s.door("end", url.Values{"session": {last}}) // twice is once
	s.door("end", url.Values{"session": {"nothing"}})

	own := s.sessionIDs(access.Organiser)
	got := s.browser[access.Organiser].form(s.w("/doors/end"), url.Values{"session": {own[0]}}).want(http.StatusSeeOther)
	if got.header.Get("Location") != "/" || s.browser[access.Organiser].token(access.Organiser) != "" {
		t.Error("an organiser who ended this browser's session still holds it")
	}
}

// tokens are the secrets that people's browsers hold.
func (s *site) tokens() (all []string) {
	for _, who := range s.people {
		all = append(all, s.browser[who].token(access.Participant))
	}
	return all
}

// Whoever leaves on a device is out in every tab; what they sent stays, and
// nobody else is touched.
func TestLeaving(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.browser["migrant1"]
	s.as("migrant1", "question.ask", fields{"text": "Will this stay?"})
	if page := b.get(s.w("")).want(http.StatusOK); !strings.Contains(string(page.body), s.w("/leave?as=participant")) {
		t.Error("the phone's page has no way out")
	}
	tabs := []*listener{s.listen("migrant1", ""), s.listen("migrant1", "")}
	other := s.listen("migrant2", "")
	token := b.token(access.Participant)
	b.form(s.w("/leave?as=participant"), url.Values{}).want(http.StatusUnprocessableEntity) // not asked yet
	b.get(s.w("")).want(http.StatusOK)
	left := b.form(s.w("/leave?as=participant"), url.Values{"leave": {"1"}}).want(http.StatusOK)
	if !strings.Contains(string(left.body), `data-forget="sala|`+s.id+`|participant|p_`) || b.token(access.Participant) != "" {
		t.Errorf("after leaving: %.300s", left.text())
	}
	for _, l := range tabs {
		l.closes("left")
	}
	other.isOpen("another person")
	if got := s.bring(access.Participant, token).get(s.w("")); got.status != http.StatusUnauthorized {
		t.Errorf("after leaving: %d", got.status)
	}
	if page := s.browser["migrant2"].get(s.w("/topic/questions")); !strings.Contains(string(page.body), "Will this stay?") {
		t.Error("what was sent is gone")
	}
	s.browser[access.Chair].form(s.w("/leave?as=chair"), url.Values{"leave": {"1"}}).want(http.StatusOK)
	if got := s.browser[access.Chair].get(s.w("/chair")); got.status != http.StatusUnauthorized {
		t.Errorf("a chair who left: %d", got.status)
	}
}

// Whoever is erased is off the stream at once, not at the next beat.
func TestErasedPeopleAreOffTheStream(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	stream, other := s.listen("school1", ""), s.listen("school2", "")
	s.browser["school1"].post(s.w("/erase"), fields{}).want(http.StatusOK)
	stream.closes("erased")
	other.isOpen("another person")
}

// Ninety days after the closing nobody is in any more, however often they came,
// and no passphrase opens.
func TestAfterTheClosing(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.givePassphrase(access.Chair)
	s.closeDay()
	for range 4 {
		s.clock.move(22 * 24 * time.Hour)
		s.browser["migrant1"].get(s.w("")).want(http.StatusOK)
		s.browser[access.Chair].get(s.w("/chair")).want(http.StatusOK)
	}
	s.newBrowser("chair2").signIn(access.Chair, passphrase).want(http.StatusSeeOther)
	s.clock.move(49 * time.Hour)
	for who, page := range map[string]string{"migrant1": "", access.Chair: "/chair", "chair2": "/chair"} {
		if got := s.browser[who].get(s.w(page)); got.status != http.StatusUnauthorized {
			t.Errorf("%s, 90 days after the closing: %d", who, got.status)
		}
	}
	s.newBrowser("chair3").signIn(access.Chair, passphrase).want(http.StatusForbidden)
}

// A passphrase is in no log, no address, no page and no file of the data folder;
// neither is a link that was made anew, nor a token.
func TestNoSecretIsWritten(t *testing.T) {
	t.Parallel()
	s := emptySite(t)
	s.stop()
	var log tail
	p, err := start(t.Context(), options{Dir: s.dir, Listen: "127.0.0.1:0", Now: s.clock.now, Log: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	if err != nil {
		t.Fatal(err)
	}
	s.program = p
	if s.setup, err = p.site.SetupLink(t.Context(), p.base); err != nil {
		t.Fatal(err)
	}
	s.create()
	s.givePassphrase(access.Chair)
	s.door("link", url.Values{"role": {access.Desk}})
	link := s.staffLink(access.Desk)
	s.newBrowser("desk").follow(link)
	wrong := s.newBrowser("wrong").signIn(access.Chair, "WRONGPASSPHRASE")
	right := s.newBrowser("chair2").signIn(access.Chair, passphrase).want(http.StatusSeeOther)
	byGet := s.newBrowser("get").get(s.w("/sign-in") + "?role=chair&passphrase=" + url.QueryEscape(passphrase)).want(http.StatusOK)
	if s.browser["get"].token(access.Chair) != "" {
		t.Error("a passphrase in an address opens")
	}
	doors := s.browser[access.Organiser].get(s.w("/doors"))
	secrets := []string{passphrase, "WRONGPASSPHRASE", secretOf(link), s.browser["chair2"].token(access.Chair), s.browser["desk"].token(access.Desk)}
	for what, text := range map[string]string{
		"the refused form": string(wrong.body), "where it leads": right.header.Get("Location"), "the log": log.String(),
	} {
		for _, secret := range secrets {
			if strings.Contains(text, secret) {
				t.Errorf("%s holds %q", what, secret)
			}
		}
	}
	if strings.Contains(string(doors.body), passphrase) || strings.Contains(string(byGet.body), `value="`+passphrase) {
		t.Error("a page shows the passphrase")
	}
	s.stop()
	for name, data := range filesOf(t, s.dir) {
		for _, secret := range append(secrets, "$argon2id$") {
			if bytes.Contains(data, []byte(secret)) {
				t.Errorf("%s holds %q", name, secret)
			}
		}
	}
}

// filesOf reads every file of a folder.
func filesOf(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = data
	}
	return files
}

// Who is told that they are not signed in is shown where the staff sign in.
func TestTheWayBackIn(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	page := s.newBrowser("stranger").get(s.w("/chair"))
	if page.status != http.StatusUnauthorized || !strings.Contains(string(page.body), `href="`+s.w("/sign-in")+`"`) {
		t.Errorf("%d, without the address of signing in", page.status)
	}
	form := s.browser["stranger"].get(s.w("/sign-in") + "?role=desk").want(http.StatusOK)
	if i := strings.Index(string(form.body), `value="desk" required checked`); i < 0 {
		t.Error("the role of the address is not chosen")
	}
	if got := s.browser["stranger"].get("/w/w_nowhere/sign-in"); got.status != http.StatusNotFound {
		t.Errorf("signing in nowhere: %d", got.status)
	}
	roles := access.StaffRoles()
	if !slices.Contains(roles, access.Organiser) || strings.Count(string(form.body), `type="radio"`) != len(roles) {
		t.Error("not every role of the staff can be chosen")
	}
}
