package cli

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode"

	"sala.example/internal/access"
	"sala.example/internal/locale"
	"sala.example/internal/note"
	"sala.example/internal/web"
	"sala.example/internal/workshop"
)

// scenario is something that must be turned down: who asks what, and how the
// answer says no. A page says it in a sentence, a script's answer has the code
// too.
type scenario struct {
	why    string
	who    string
	method string // POST unless it says otherwise
	path   string // below the workshop unless it begins with "//"
	body   any    // JSON, url.Values for a form, a string as it is
	status int
	code   string
	page   bool
}

// check asks in both languages. Nothing may change.
func (c scenario) check(t *testing.T, s *site) {
	t.Helper()
	path := s.w(c.path)
	if rest, ok := strings.CutPrefix(c.path, "//"); ok {
		path = "/" + rest
	}
	head := uint64(0)
	if s.id != "" {
		head = s.head()
	}
	for _, lang := range locale.Languages() {
		got := c.ask(s.browser[c.who].in(lang), path)
		if got.status != c.status {
			t.Errorf("%s (%s): status %d, want %d: %.200s", c.why, lang, got.status, c.status, got.text())
			continue
		}
		if c.page {
			checkPage(t, c.why, lang, c.code, got)
		} else {
			checkJSON(t, c.why, lang, c.code, got)
		}
	}
	if s.id != "" && s.head() != head {
		t.Errorf("%s: %d events came of it", c.why, s.head()-head)
	}
}

func (c scenario) ask(b *browser, path string) *response {
	if c.method == http.MethodGet {
		return b.get(path)
	}
	if form, ok := c.body.(url.Values); ok {
		return b.form(path, form)
	}
	return b.post(path, c.body)
}

func checkJSON(t *testing.T, why, lang, code string, got *response) {
	t.Helper()
	gotCode, message := got.problem()
	if gotCode != code {
		t.Errorf("%s (%s): code %q, want %q: %.200s", why, lang, gotCode, code, got.body)
	}
	checkSentence(t, why, lang, message)
}

// checkPage wants the sentence of the code on the page, up to where it fills
// something in.
func checkPage(t *testing.T, why, lang, code string, got *response) {
	t.Helper()
	sentence, _, _ := strings.Cut(locale.Say(lang, "refusal."+code), "{")
	if !strings.Contains(got.text(), strings.TrimSpace(sentence)) {
		t.Errorf("%s (%s): the page does not say %q but %.300s", why, lang, sentence, got.text())
	}
	checkSentence(t, why, lang, sentence)
}

// checkSentence wants a sentence in lang: never the bare key, no hole left.
func checkSentence(t *testing.T, why, lang, sentence string) {
	t.Helper()
	thai := strings.IndexFunc(sentence, func(r rune) bool { return unicode.Is(unicode.Thai, r) }) >= 0
	switch {
	case sentence == "":
		t.Errorf("%s (%s): no message", why, lang)
	case strings.Contains(sentence, "refusal."), strings.ContainsAny(sentence, "{}"):
		t.Errorf("%s (%s): the message is %q", why, lang, sentence)
	case thai != (lang == "th"):
		t.Errorf("%s: in %s the message is %q", why, lang, sentence)
	}
}

func (s *site) checkAll(t *testing.T, scenarios []scenario) {
	t.Helper()
	for _, c := range scenarios {
		c.check(t, s)
	}
}

// Rule 11, before there is a workshop: the note, the draft, the code, the link.
func TestBadInputAtTheDoor(t *testing.T) {
	t.Parallel()
	s := emptySite(t)
	s.newBrowser(access.Organiser).follow(s.setup)
	s.newBrowser("stranger")
	no := func(change func(*web.Draft)) *web.Draft {
		d := sampleDraft()
		change(d)
		return d
	}
	s.checkAll(t, []scenario{
		{why: "an empty note", who: "organiser", path: "//new/read", body: "", status: 422, code: "note.empty"},
		{why: "a note of white space", who: "organiser", path: "//new/read", body: " \n\t\n ", status: 422, code: "note.empty"},
		{why: "a binary note", who: "organiser", path: "//new/read", body: "\x7fELF\x00\x01\x02\xff\xfe\x00", status: 422, code: "note.binary"},
		{why: "a broken PDF", who: "organiser", path: "//new/read", body: "%PDF-1.4\x00\x01\x02\xff\xfe\x00", status: 422, code: "note.broken"},
		{why: "a note that is too large", who: "organiser", path: "//new/read", body: strings.Repeat("a line of a note\n", note.MaxBytes/17+2), status: 422, code: "note.too-large"},
		{why: "a note from a stranger", who: "stranger", path: "//new/read", body: "9:00-9:30 Opening", status: 401, code: "web.session-gone"},
		{why: "a draft from a stranger", who: "stranger", path: "//new", body: sampleDraft(), status: 401, code: "web.session-gone"},
		{why: "the page for a stranger", who: "stranger", method: "GET", path: "//new", status: 401, code: "web.session-gone", page: true},
		{why: "a draft that is not JSON", who: "organiser", path: "//new", body: "title: x", status: 400, code: "web.bad-request"},
		{why: "a draft with something behind it", who: "organiser", path: "//new", body: `{"title":{"en":"x"}} {}`, status: 400, code: "web.bad-request"},
		{why: "a draft with an unknown field", who: "organiser", path: "//new", body: `{"titel":{}}`, status: 400, code: "web.bad-request"},
		{why: "a draft that is too large", who: "organiser", path: "//new", body: `{"timezone":"` + strings.Repeat("x", 5<<20) + `"}`, status: 413, code: "web.too-large"},
		{why: "no title", who: "organiser", path: "//new", body: no(func(d *web.Draft) { d.Title = nil }), status: 422, code: "workshop.no-title"},
		{why: "a place without end", who: "organiser", path: "//new", body: no(func(d *web.Draft) { d.Place = workshop.Text{"th": strings.Repeat("ก", 301)} }), status: 422, code: "text.too-long"},
		{why: "an objective without end", who: "organiser", path: "//new", body: no(func(d *web.Draft) { d.Objective = workshop.Text{"en": strings.Repeat("x", 4001)} }), status: 422, code: "text.too-long"},
		{why: "no role groups", who: "organiser", path: "//new", body: no(func(d *web.Draft) { d.RoleGroups = nil }), status: 422, code: "workshop.no-role-groups"},
		{why: "an unknown accepting party", who: "organiser", path: "//new", body: no(func(d *web.Draft) { d.AcceptingParty = "king" }), status: 422, code: "workshop.no-accepting-party"},
		{why: "no languages", who: "organiser", path: "//new", body: no(func(d *web.Draft) { d.Required = nil }), status: 422, code: "workshop.no-languages"},
		{why: "an unknown time zone", who: "organiser", path: "//new", body: no(func(d *web.Draft) { d.Timezone = "Moon/Sea" }), status: 422, code: "workshop.timezone"},
		{why: "no programme", who: "organiser", path: "//new", body: no(func(d *web.Draft) { d.Items = nil }), status: 422, code: "workshop.no-programme"},
		{why: "a time that is none", who: "organiser", path: "//new", body: no(func(d *web.Draft) { d.Items[0].Start = "25:00" }), status: 422, code: "session.not-a-time"},
		{why: "an empty recommendation", who: "organiser", path: "//new", body: no(func(d *web.Draft) { d.Recommendations[0].Segments = nil }), status: 422, code: "recommendation.empty"},
		{why: "a board that is none", who: "organiser", path: "//new", body: no(func(d *web.Draft) { d.Groups[0].Template = "moon" }), status: 422, code: "group.no-domains"},
		{why: "a wrong code", who: "stranger", method: "GET", path: "//j/2ZZZZZ", status: 404, code: "web.wrong-code", page: true},
		{why: "no code, typed", who: "stranger", path: "//j", body: url.Values{"code": {" "}}, status: 422, code: "web.no-code", page: true},
		{why: "a wrong code, typed", who: "stranger", path: "//j", body: url.Values{"code": {"2ZZZZZ"}}, status: 404, code: "web.wrong-code", page: true},
		{why: "a link that is none", who: "stranger", method: "GET", path: "//s/AAAAAAAAAAAAAAAAAAAAAA", status: 410, code: "web.link-expired", page: true},
		{why: "a follow-up link that is none", who: "stranger", method: "GET", path: "//f/AAAAAAAAAAAAAAAAAAAAAA", status: 410, code: "web.link-expired", page: true},
		{why: "an unknown workshop", who: "organiser", method: "GET", path: "//w/w_none", status: 404, code: "web.not-found", page: true},
		{why: "a command for an unknown workshop", who: "organiser", path: "//w/w_none/do/round.open", body: "{}", status: 404, code: "web.not-found"},
		{why: "an address that is none", who: "stranger", method: "GET", path: "//nothing/here", status: 404, code: "web.not-found", page: true},
		{why: "a sample in another language", who: "stranger", method: "GET", path: "//new/sample/fr", status: 404, code: "web.not-found"},
	})
	if codes := s.program.house.Codes(); len(codes) != 0 {
		t.Errorf("%d workshops came of it", len(codes))
	}
}

// Rule 11, in the room.
func TestBadInputInTheRoom(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.newBrowser("stranger")
	first := s.texts[0]
	segment := first.Segments[0].ID
	decide := fields{"recommendation": first.ID, "outcome": "agreed"}
	tooLong := strings.Repeat("ก", 5000)
	s.checkAll(t, []scenario{
		{why: "no session", who: "stranger", path: "/do/question.ask", body: fields{"text": "Who?"}, status: 401, code: "web.session-gone"},
		{why: "the wrong role", who: "participant", path: "/do/round.open", body: fields{}, status: 403, code: "access.denied"},
		{why: "a role that one has not", who: "participant", path: "/do/round.open?as=chair", body: fields{}, status: 401, code: "web.session-gone"},
		{why: "a role that is none", who: "participant", path: "/do/question.ask?as=king", body: fields{"text": "Who?"}, status: 401, code: "web.session-gone"},
		{why: "an unknown command", who: "participant", path: "/do/moon.land", body: fields{}, status: 422, code: "command.unknown"},
		{why: "not JSON", who: "participant", path: "/do/question.ask", body: "Who?", status: 422, code: "command.unreadable"},
		{why: "JSON with something behind it", who: "participant", path: "/do/question.ask", body: `{"text":"Who?"}{"text":"Me"}`, status: 422, code: "command.unreadable"},
		{why: "an unknown field", who: "participant", path: "/do/question.ask", body: fields{"text": "Who?", "author": "me"}, status: 422, code: "command.unreadable"},
		{why: "a field of another kind", who: "participant", path: "/do/question.ask", body: fields{"text": 7}, status: 422, code: "command.unreadable"},
		{why: "words that come sealed", who: "participant", path: "/do/question.ask", body: fields{"text": fields{"ref": "t_x", "hash": "y"}}, status: 422, code: "command.unreadable"},
		{why: "a command that is too large", who: "participant", path: "/do/question.ask", body: fields{"text": strings.Repeat("x", 300<<10)}, status: 413, code: "web.too-large"},
		{why: "an empty text", who: "participant", path: "/do/question.ask", body: fields{"text": "  "}, status: 422, code: "text.empty"},
		{why: "a text that is too long", who: "participant", path: "/do/question.ask", body: fields{"text": tooLong}, status: 422, code: "text.too-long"},
		{why: "an unknown role group", who: "stranger", path: "//j/" + s.code, body: url.Values{"roleGroup": {"king"}, "lang": {""}}, status: 422, code: "role-group.unknown", page: true},
		{why: "no role group", who: "stranger", path: "//j/" + s.code, body: url.Values{"lang": {""}}, status: 422, code: "web.no-role-group", page: true},
		{why: "a name that is too long", who: "stranger", path: "//j/" + s.code, body: url.Values{"roleGroup": {"school"}, "name": {tooLong}, "lang": {""}}, status: 422, code: "text.too-long", page: true},
		{why: "a profile in an unknown role group", who: "participant", path: "/profile", body: fields{"roleGroup": "king", "lang": "th"}, status: 422, code: "role-group.unknown"},
		{why: "a profile with an unknown field", who: "participant", path: "/profile", body: fields{"passport": "AA123"}, status: 400, code: "web.bad-request"},
		{why: "a walk-in in an unknown role group", who: "desk", path: "/walkin", body: fields{"roleGroup": "king", "lang": "th"}, status: 422, code: "role-group.unknown"},
		{why: "an edit of a text that moved on", who: "rapporteur", path: "/do/wording.edit", body: fields{"segment": segment, "lang": "en", "rev": 7, "text": "New."}, status: 422, code: "text.moved-on"},
		{why: "an amendment to a text that moved on", who: "participant", path: "/do/amendment.propose", body: fields{"segment": segment, "lang": "en", "rev": 0, "text": "New.", "reason": "Better."}, status: 422, code: "text.moved-on"},
		{why: "an amendment without a reason", who: "participant", path: "/do/amendment.propose", body: fields{"segment": segment, "lang": "en", "rev": 1, "text": "New."}, status: 422, code: "amendment.no-reason"},
		{why: "an amendment in another language", who: "participant", path: "/do/amendment.propose", body: fields{"segment": segment, "lang": "fr", "rev": 0, "text": "Neuf.", "reason": "Mieux."}, status: 422, code: "language.unknown"},
		{why: "a stance of another group", who: "participant", path: "/do/stance.give", body: fields{"recommendation": first.ID, "stance": "agree"}, status: 403, code: "access.denied"},
		{why: "a decision without ratings", who: "chair", path: "/do/decision.record", body: decide, status: 422, code: "decision.not-rated"},
		{why: "a decision that is none", who: "chair", path: "/do/decision.record", body: fields{"recommendation": first.ID, "outcome": "perhaps"}, status: 422, code: "decision.unknown-outcome"},
		{why: "a result before its round", who: "chair", path: "/do/screen.show", body: fields{"mode": "result", "ref": first.ID}, status: 422, code: "screen.nothing-to-show"},
		{why: "a report before closing", who: "participant", method: "GET", path: "/report/report.th.pdf", status: 422, code: "web.not-closed-yet", page: true},
		{why: "a record before closing", who: "chair", method: "GET", path: "/record.sala", status: 422, code: "web.not-closed-yet", page: true},
		{why: "a group that is none", who: "participant", method: "GET", path: "/group/b_none", status: 404, code: "web.not-found", page: true},
	})
	endless := s.browser["participant"].post(s.w("/do/question.ask"), fields{"text": "Who?"}, "Idempotency-Key", strings.Repeat("k", 201))
	if code, _ := endless.problem(); endless.status != 400 || code != "web.bad-request" {
		t.Errorf("a key without end: %d %s", endless.status, endless.body)
	}

	round := s.openRound()
	rate := func(ratings any) fields {
		return fields{"round": round, "recommendation": first.ID, "ratings": ratings}
	}
	s.join("late", url.Values{"roleGroup": {"school"}, "lang": {"th"}})
	s.checkAll(t, []scenario{
		{why: "a rating of 10", who: "participant", path: "/do/ballot.cast", body: rate(fields{"feasible": 10}), status: 422, code: "ballot.out-of-range"},
		{why: "a rating of 0", who: "participant", path: "/do/ballot.cast", body: rate(fields{"feasible": 0}), status: 422, code: "ballot.out-of-range"},
		{why: "a rating of -1", who: "participant", path: "/do/ballot.cast", body: rate(fields{"acceptable": -1}), status: 422, code: "ballot.out-of-range"},
		{why: "a rating of 5.5", who: "participant", path: "/do/ballot.cast", body: rate(fields{"feasible": 5.5}), status: 422, code: "command.unreadable"},
		{why: "a rating of a million millions", who: "participant", path: "/do/ballot.cast", body: rate(fields{"feasible": 1e30}), status: 422, code: "command.unreadable"},
		{why: "a rating of another thing", who: "participant", path: "/do/ballot.cast", body: rate(fields{"cheap": 5}), status: 422, code: "ballot.unknown-criterion"},
		{why: "a ballot by staff", who: "chair", path: "/do/ballot.cast", body: rate(fields{"feasible": 5}), status: 403, code: "access.denied"},
		{why: "a ballot by who came late", who: "late", path: "/do/ballot.cast", body: rate(fields{"feasible": 5}), status: 422, code: "round.not-entitled"},
		{why: "a second round", who: "chair", path: "/do/round.open", body: fields{}, status: 422, code: "round.already-open"},
		{why: "an edit of a text that is being rated", who: "rapporteur", path: "/do/wording.edit", body: fields{"segment": segment, "lang": "en", "rev": 1, "text": "New."}, status: 422, code: "text.being-rated"},
		{why: "closing in a round", who: "chair", path: "/do/workshop.close", body: fields{}, status: 422, code: "workshop.round-open"},
		{why: "the picture of an open round", who: "chair", method: "GET", path: "/result/" + round + "/" + first.ID + ".th.svg", status: 404, code: "web.not-found", page: true},
	})
	s.as(access.Chair, "round.close", fields{"round": round})
	s.checkAll(t, []scenario{
		{why: "a ballot after closing", who: "participant", path: "/do/ballot.cast", body: rate(fields{"feasible": 5}), status: 422, code: "round.closed"},
		{why: "agreement without a quorum", who: "chair", path: "/do/decision.record", body: decide, status: 422, code: "decision.gate"},
	})
	s.rate()
	s.as(access.Chair, "decision.record", decide)
	s.checkAll(t, []scenario{
		{why: "a second decision", who: "chair", path: "/do/decision.record", body: decide, status: 422, code: "decision.already"},
		{why: "an amendment to a decided text", who: "participant", path: "/do/amendment.propose", body: fields{"segment": segment, "lang": "en", "rev": 1, "text": "New.", "reason": "Better."}, status: 422, code: "text.decided"},
		{why: "closing without an action", who: "chair", path: "/do/workshop.close", body: fields{}, status: 422, code: "workshop.no-action"},
	})
}

// After the day the report is there, and the doors are shut in plain words.
func TestBadInputAfterClosing(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.closeDay()
	s.newBrowser("stranger")
	s.checkAll(t, []scenario{
		{why: "a question", who: "participant", path: "/do/question.ask", body: fields{"text": "Who?"}, status: 422, code: "workshop.closed"},
		{why: "joining", who: "stranger", path: "//j/" + s.code, body: url.Values{"roleGroup": {"school"}, "lang": {""}}, status: 422, code: "workshop.closed", page: true},
		{why: "a walk-in", who: "desk", path: "/walkin", body: fields{"roleGroup": "school", "lang": "th"}, status: 422, code: "workshop.closed"},
		{why: "a report for a stranger", who: "stranger", method: "GET", path: "/report/report.th.html", status: 401, code: "web.session-gone", page: true},
		{why: "a record for a stranger", who: "stranger", method: "GET", path: "/record.sala", status: 401, code: "web.session-gone", page: true},
		{why: "a report in another language", who: "participant", method: "GET", path: "/report/report.fr.html", status: 404, code: "web.not-found", page: true},
		{why: "a report in another format", who: "participant", method: "GET", path: "/report/report.th.exe", status: 404, code: "web.not-found", page: true},
		{why: "a report without a format", who: "participant", method: "GET", path: "/report/report", status: 404, code: "web.not-found", page: true},
		{why: "another paper", who: "participant", method: "GET", path: "/report/minutes.th.pdf", status: 404, code: "web.not-found", page: true},
	})
}

// What was typed into a form that was refused is still in it.
func TestARefusedFormLosesNothing(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.newBrowser("stranger")
	page := b.form("/j/"+s.code, url.Values{"roleGroup": {"king"}, "lang": {"en"}, "name": {"Participant 7"}, "alias": {"Seven"}, "screen": {"on"}})
	for _, typed := range []string{`value="Participant 7"`, `value="Seven"`} {
		if !strings.Contains(string(page.body), typed) {
			t.Errorf("the form came back without %s", typed)
		}
	}
	page = b.form("/j", url.Values{"code": {"2zz zzz"}})
	if !strings.Contains(string(page.body), `value="2zz zzz"`) {
		t.Error("the code that was typed is gone")
	}
}

// A link works until it expires, a session too; the clock is the server's.
func TestExpiry(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	staff := s.staffLink(access.Chair)
	var walkIn struct{ Link string }
	s.browser[access.Desk].post(s.w("/walkin"), fields{"roleGroup": "school", "lang": "th"}).want(http.StatusOK).json(&walkIn)
	seat := s.local(walkIn.Link)
	s.newBrowser("phone").follow(seat)
	s.clock.move(25 * time.Hour)
	b := s.newBrowser("late")
	s.checkAll(t, []scenario{{why: "a seat of yesterday", who: "late", method: "GET", path: "//s/" + seat[strings.LastIndexByte(seat, '/')+1:], status: 410, code: "web.link-expired", page: true}})
	b.follow(staff)
	s.browser[access.Chair].get(s.w("/me")).want(http.StatusOK)
	s.clock.move(29 * 24 * time.Hour)
	s.browser[access.Chair].get(s.w("/me")).want(http.StatusOK)
	s.clock.move(29 * 24 * time.Hour)
	s.browser[access.Chair].get(s.w("/me")).want(http.StatusOK) // used meanwhile
	s.checkAll(t, []scenario{{why: "a session of which nobody made use for a month", who: "participant", method: "GET", path: "", status: 401, code: "web.session-gone", page: true}})
	s.clock.move(12 * 24 * time.Hour)
	s.checkAll(t, []scenario{
		{why: "a staff link of last season", who: "late", method: "GET", path: "//s/" + staff[strings.LastIndexByte(staff, '/')+1:], status: 410, code: "web.link-expired", page: true},
		{why: "a setup link of last season", who: "late", method: "GET", path: "//s/" + s.setup[strings.LastIndexByte(s.setup, '/')+1:], status: 410, code: "web.link-expired", page: true},
	})
	s.browser[access.Chair].get(s.w("/me")).want(http.StatusOK)
	s.clock.move(31 * 24 * time.Hour)
	s.checkAll(t, []scenario{{why: "a session of last season", who: "chair", path: "/do/round.open", body: fields{}, status: 401, code: "web.session-gone"}})
}

// staffLink is the address that opens a role.
func (s *site) staffLink(role string) string {
	s.t.Helper()
	links, err := s.program.site.StaffLinks(s.t.Context(), s.program.base, s.id)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, l := range links {
		if l.Role == role {
			return l.URL
		}
	}
	s.t.Fatalf("no link for %s", role)
	return ""
}
