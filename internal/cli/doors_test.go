package cli

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"sala.example/internal/access"
)

const passphrase = "ตะเกียง มะม่วง river 7"

// door posts one of the forms of the organiser's page, which must take it.
func (s *site) door(form string, values url.Values) {
	s.t.Helper()
	s.browser[access.Organiser].form(s.w("/doors/"+form), values).want(http.StatusSeeOther)
}

// givePassphrase gives a role the passphrase of these tests.
func (s *site) givePassphrase(role string) {
	s.t.Helper()
	s.door("passphrase", url.Values{"role": {role}, "passphrase": {passphrase}})
}

func (b *browser) signIn(role, typed string) *response {
	b.t.Helper()
	return b.form(b.site.w("/sign-in"), url.Values{"role": {role}, "passphrase": {typed}})
}

// token is the secret that a browser holds in a role, "" for none.
func (b *browser) token(role string) string {
	for _, c := range b.http.Jar.Cookies(b.home()) {
		if strings.HasPrefix(c.Name, "sala-"+role+"-") {
			return c.Value
		}
	}
	return ""
}

// bring is a browser that has this token in a role from elsewhere.
func (s *site) bring(role, token string) *browser {
	b := s.newBrowser("brought")
	b.http.Jar.SetCookies(b.home(), []*http.Cookie{{Name: "sala-" + role + "-" + strings.TrimPrefix(s.id, "w_"), Value: token, Path: s.w("")}})
	return b
}

func secretOf(link string) string { return link[strings.LastIndexByte(link, '/')+1:] }

// closes waits until a stream has ended, and wants it well before the next
// heartbeat, which would find out too.
func (l *listener) closes(what string) {
	l.t.Helper()
	late := time.After(10 * time.Second)
	for {
		select {
		case _, open := <-l.frames:
			if !open {
				return
			}
		case <-late:
			l.t.Errorf("%s: the stream is open ten seconds later", what)
			return
		}
	}
}

func (l *listener) isOpen(what string) {
	l.t.Helper()
	for {
		select {
		case _, open := <-l.frames:
			if !open {
				l.t.Errorf("%s: the stream has ended", what)
				return
			}
		case <-time.After(200 * time.Millisecond):
			return
		}
	}
}

var pages = map[string]string{
	access.Organiser: "/doors", access.Chair: "/chair", access.Rapporteur: "/texts", access.Interpreter: "/texts", access.Desk: "/desk", access.Screen: "/screen",
}

// A link made anew: the old one is dead for whoever has it and for whoever came
// in by it, in every tab and on every stream; nobody else notices.
func TestALinkMadeAnew(t *testing.T) {
	t.Parallel()
	for _, role := range access.StaffRoles() {
		if role == access.Organiser {
			continue // below
		}
		t.Run(role, func(t *testing.T) {
			t.Parallel()
			s := newSite(t)
			old := s.staffLink(role)
			s.newBrowser("second").follow(old)
			tabs := []*listener{s.listen(role, "?as="+role), s.listen(role, "?as="+role), s.listen("second", "?as="+role)}
			other := s.listen("migrant1", "")
			s.browser[role].get(s.w(pages[role])).want(http.StatusOK) // and is remembered
			s.door("link", url.Values{"role": {role}})
			for _, b := range []*browser{s.browser[role], s.browser["second"]} {
				for _, path := range []string{pages[role], "/me", "/live", "/topic/day"} {
					if got := b.get(s.w(path)); got.status != http.StatusUnauthorized {
						t.Errorf("%s after the link was made anew: %d", path, got.status)
					}
				}
				if got := b.post(s.w("/do/round.open?as="+role), fields{}); got.status != http.StatusUnauthorized {
					t.Errorf("a command after the link was made anew: %d", got.status)
				}
			}
			for _, l := range tabs {
				l.closes("signed out")
			}
			other.isOpen("a participant")
			b := s.newBrowser("late")
			if got := b.get(old); got.status != http.StatusGone || b.token(role) != "" {
				t.Errorf("the old link: %d", got.status)
			}
			fresh := s.staffLink(role)
			if fresh == old {
				t.Fatal("the link is the same")
			}
			b.follow(fresh)
			b.get(s.w(pages[role])).want(http.StatusOK)
			page := string(s.browser[access.Organiser].get(s.w("/links")).body)
			if strings.Contains(page, old) || !strings.Contains(page, strings.TrimPrefix(fresh, s.program.base)) {
				t.Error("the page of links shows the old link")
			}
			s.restart()
			s.newBrowser("later").follow("/s/" + secretOf(fresh))
			if got := s.newBrowser("latest").get("/s/" + secretOf(old)); got.status != http.StatusGone {
				t.Errorf("after a restart the old link: %d", got.status)
			}
		})
	}
}

// An organiser who makes the organisers' link anew stays in; the others do not.
func TestTheOrganisersLinkMadeAnew(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	old := s.staffLink(access.Organiser)
	first, second := s.newBrowser("first"), s.newBrowser("second")
	first.follow(old)
	second.follow(old)
	page := first.form(s.w("/doors/link"), url.Values{"role": {access.Organiser}}).want(http.StatusSeeOther)
	if shown := first.get(page.header.Get("Location")).want(http.StatusOK); !strings.Contains(string(shown.body), strings.TrimPrefix(s.staffLink(access.Organiser), s.program.base)) {
		t.Error("the new link is not shown")
	}
	if got := second.get(s.w("/doors")); got.status != http.StatusUnauthorized {
		t.Errorf("the other organiser: %d", got.status)
	}
	s.browser[access.Organiser].get(s.w("/doors")).want(http.StatusOK) // made the workshop, without the link
}

// What is not an organiser's to change, and forms that name nothing.
func TestDoorsKeepShut(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	links := map[string]string{}
	for _, role := range access.StaffRoles() {
		links[role] = s.staffLink(role)
	}
	for _, who := range []string{access.Chair, access.Rapporteur, access.Interpreter, access.Desk, access.Screen, access.Participant} {
		for _, form := range []string{"link", "passphrase", "end"} {
			values := url.Values{"role": {access.Chair}, "passphrase": {passphrase}, "session": {"x"}}
			got := s.browser[who].form(s.w("/doors/"+form), values)
			if got.status != http.StatusForbidden || !strings.HasPrefix(got.header.Get("Content-Type"), "text/html") {
				t.Errorf("%s posts %s: %d %s", who, form, got.status, got.header.Get("Content-Type"))
			}
		}
	}
	for _, role := range []string{"", access.Participant, access.Owner, "king", "chair "} {
		for _, form := range []string{"link", "passphrase"} {
			if got := s.browser[access.Organiser].form(s.w("/doors/"+form), url.Values{"role": {role}, "passphrase": {passphrase}}); got.status != http.StatusBadRequest {
				t.Errorf("%s of %q: %d", form, role, got.status)
			}
		}
	}
	for _, headers := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Origin", "http://evil.example"}} {
		for _, path := range []string{"/doors/link", "/doors/passphrase", "/doors/end", "/leave", "/sign-in"} {
			if got := s.browser[access.Organiser].form(s.w(path), url.Values{"role": {access.Chair}, "leave": {"1"}}, headers...); got.status != http.StatusForbidden {
				t.Errorf("%s from %v: %d", path, headers, got.status)
			}
		}
	}
	for role, link := range links {
		if s.staffLink(role) != link {
			t.Errorf("the %s's link changed", role)
		}
	}
	s.browser[access.Chair].get(s.w("/chair")).want(http.StatusOK)
}

// A passphrase opens its role and no other; changed or removed, it is dead at
// once, and so is what it opened; the link goes on.
func TestSignInByPassphrase(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.newBrowser("chair2")
	b.signIn(access.Chair, passphrase).want(http.StatusForbidden)
	s.givePassphrase(access.Chair)
	got := b.signIn(access.Chair, passphrase).want(http.StatusSeeOther)
	if to := got.header.Get("Location"); to != s.w("/chair") {
		t.Errorf("leads to %s", to)
	}
	b.get(s.w("/chair")).want(http.StatusOK)
	stream := s.listen("chair2", "?as=chair")
	s.newBrowser("decomposed").signIn(access.Chair, "ตะเกียง มะม่วง river 7 ").want(http.StatusSeeOther)
	for _, role := range []string{access.Organiser, access.Rapporteur, access.Desk, access.Screen, access.Participant, access.Owner, "king"} {
		stranger := s.newBrowser("stranger")
		if got := stranger.signIn(role, passphrase); got.status != http.StatusForbidden || len(stranger.http.Jar.Cookies(stranger.home())) != 0 {
			t.Errorf("the chair's passphrase as %q: %d", role, got.status)
		}
	}
	b.signIn("", passphrase).want(http.StatusUnprocessableEntity) // no guess
	b.signIn(access.Chair, "").want(http.StatusUnprocessableEntity)
	s.door("passphrase", url.Values{"role": {access.Chair}, "passphrase": {"seven onions by the lamp"}})
	stream.closes("the passphrase was changed")
	if got := b.get(s.w("/chair")); got.status != http.StatusUnauthorized {
		t.Errorf("in by the old passphrase: %d", got.status)
	}
	b.signIn(access.Chair, passphrase).want(http.StatusForbidden)
	b.signIn(access.Chair, "seven onions by the lamp").want(http.StatusSeeOther)
	s.restart()
	b.get(s.w("/chair")).want(http.StatusOK)
	s.door("passphrase", url.Values{"role": {access.Chair}, "remove": {"1"}})
	if got := b.get(s.w("/chair")); got.status != http.StatusUnauthorized {
		t.Errorf("in by a passphrase that was removed: %d", got.status)
	}
	b.signIn(access.Chair, "seven onions by the lamp").want(http.StatusForbidden)
	s.browser[access.Chair].get(s.w("/chair")).want(http.StatusOK)
}

// A passphrase that is none is refused in the form, with what was typed.
func TestAWeakPassphraseIsRefused(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	for typed, want := range map[string]string{
		"short": "too short", "Schools for every child": "title or the code", s.code + " " + s.code: "title or the code", "aaaaaaaaaaaaaaaaa": "repeats itself",
	} {
		got := s.browser[access.Organiser].in("en").form(s.w("/doors/passphrase"), url.Values{"role": {access.Chair}, "passphrase": {typed}})
		if got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text(), want) || !strings.Contains(string(got.body), `value="`+typed+`"`) {
			t.Errorf("%q: %d %.200s", typed, got.status, got.text())
		}
		s.newBrowser("chair2").signIn(access.Chair, typed).want(http.StatusForbidden)
	}
}

// The answer to a wrong role, to a role without a passphrase and to a wrong
// passphrase is the same, and takes about as long.
func TestSignInTellsNothing(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.givePassphrase(access.Chair)
	var first string
	fastest := map[string]time.Duration{}
	uneven := func() bool { // without the work of hashing it would be a hundred times
		for _, took := range fastest {
			if took > 8*fastest[access.Chair] || fastest[access.Chair] > 8*took {
				return true
			}
		}
		return false
	}
	for tries := 0; tries < 4 || tries < 40 && uneven(); tries++ { // the fastest of many tells what the machine's other work hides
		s.clock.move(10 * time.Minute) // or they would be too many
		for _, role := range []string{access.Chair, access.Desk, "king"} {
			began := time.Now()
			got := s.newBrowser("stranger").signIn(role, "not the passphrase")
			took := time.Since(began)
			if best, known := fastest[role]; !known || took < best {
				fastest[role] = took
			}
			body := strings.ReplaceAll(string(got.body), " checked", "")
			if first == "" {
				first = body
			}
			if got.status != http.StatusForbidden || body != first {
				t.Errorf("as %s: %d, another page: %v", role, got.status, body != first)
			}
		}
	}
	if uneven() {
		t.Errorf("how long it takes: %v", fastest)
	}
}

// Guessing a passphrase is stopped for the address that guesses, also when many
// guesses come at once; people are let in by their links meanwhile.
func TestPassphrasesCannotBeGuessed(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.givePassphrase(access.Chair)
	guesser := s.newBrowser("guesser")
	var mu sync.Mutex
	answers := map[int]int{}
	var all sync.WaitGroup
	for i := range 60 {
		all.Go(func() {
			got := guesser.signIn(access.Chair, fmt.Sprint("a wrong passphrase ", i))
			mu.Lock()
			defer mu.Unlock()
			answers[got.status]++
		})
	}
	all.Wait()
	if looked := answers[http.StatusForbidden]; looked == 0 || looked+answers[http.StatusServiceUnavailable]+answers[http.StatusTooManyRequests] != 60 {
		t.Errorf("60 guesses at once were answered so: %v", answers)
	}
	for answers[http.StatusForbidden] <= 20 { // those that found the server busy were no guesses
		status := guesser.signIn(access.Chair, "one more").status
		if answers[status]++; status == http.StatusTooManyRequests {
			break
		}
	}
	if answers[http.StatusForbidden] > 20 {
		t.Fatalf("guessing goes on: %v", answers)
	}
	guesser.in("en").signIn(access.Chair, passphrase).waits(t, "the right one after too many wrong ones")
	s.newBrowser("chair2").follow(s.staffLink(access.Chair))
	s.browser[access.Chair].get(s.w("/chair")).want(http.StatusOK)
	s.newBrowser("new").get("/j/" + s.code).want(http.StatusOK)
	s.clock.move(11 * time.Minute)
	guesser.signIn(access.Chair, passphrase).want(http.StatusSeeOther)
}

// The link that sets up workshops can be made anew: the old one and whoever
// came in by it are out, also after a restart.
func TestTheSetupLinkIsMadeAnew(t *testing.T) {
	t.Parallel()
	s := emptySite(t)
	old := s.setup
	finder := s.newBrowser("finder")
	finder.get(old).want(http.StatusSeeOther)
	finder.get("/new").want(http.StatusOK)

	var said strings.Builder
	again := &serveCommand{NewSetupLink: true}
	if err := again.setUp(t.Context(), streams{out: &said}, s.program); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(said.String(), old) {
		t.Error("the link that is printed is the old one")
	}
	s.restart()
	if !strings.Contains(said.String(), secretOf(s.setup)) {
		t.Error("after a restart the link is another one than was printed")
	}
	if got := finder.get("/new"); got.status == http.StatusOK {
		t.Error("whoever came in by the old link still sets up workshops")
	}
	s.newBrowser("late").get("/s/" + secretOf(old)).want(http.StatusGone)
	s.newBrowser("organiser").get("/s/" + secretOf(s.setup)).want(http.StatusSeeOther)
}
