package cli

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/journal/record"
	"sala.example/internal/locale"
	"sala.example/internal/room/view"
)

// The papers are there once the workshop is closed, for everybody in the room,
// in both languages and three formats; the record is sound.
func TestClosingMakesThePapers(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.closeDay()
	kinds := map[string]string{"html": "<!doctype html>", "docx": "PK\x03\x04", "pdf": "%PDF-1."}
	for _, lang := range locale.Languages() {
		for ending, begins := range kinds {
			got := s.browser["migrant1"].get(s.w("/report/report." + lang + "." + ending)).want(http.StatusOK)
			if !strings.HasPrefix(strings.ToLower(string(got.body[:min(40, len(got.body))])), strings.ToLower(begins)) {
				t.Errorf("report.%s.%s begins with %.20q", lang, ending, got.body)
			}
			disposition := got.header.Get("Content-Disposition")
			if attached := strings.HasPrefix(disposition, "attachment"); attached != (ending != "html") {
				t.Errorf("report.%s.%s: Content-Disposition is %q", lang, ending, disposition)
			}
			if csp := got.header.Get("Content-Security-Policy"); strings.Contains(csp, "script-src") || !strings.Contains(csp, "default-src") {
				t.Errorf("report.%s.%s: the content policy is %q", lang, ending, csp)
			}
		}
	}
	got := s.browser["migrant1"].get(s.w("/record.sala")).want(http.StatusOK)
	summary, err := record.Verify(bytes.NewReader(got.body))
	if err != nil || summary.Workshop != s.id || summary.Events != s.head() {
		t.Errorf("the record: %+v, %v; the journal has %d events", summary, err, s.head())
	}
	var day view.Day
	s.topic("migrant1", "day", &day)
	if !day.Closed || day.Agreed != 2 {
		t.Errorf("the day after closing: closed %v, %d agreed", day.Closed, day.Agreed)
	}
}

// The picture of a result is made for closed rounds, and safe to embed.
func TestTheResultPicture(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.rate()
	s.know()
	for _, lang := range locale.Languages() {
		got := s.browser[access.Screen].get(s.w("/result/" + s.round + "/" + s.texts[0].ID + "." + lang + ".svg")).want(http.StatusOK)
		if got.header.Get("Content-Type") != "image/svg+xml" || !bytes.HasPrefix(got.body, []byte("<svg")) || bytes.Contains(got.body, []byte("<script")) {
			t.Errorf("the picture in %s: %v %.100s", lang, got.header, got.body)
		}
		if !strings.Contains(got.header.Get("Cache-Control"), "immutable") {
			t.Errorf("the picture in %s: Cache-Control is %q", lang, got.header.Get("Cache-Control"))
		}
	}
	s.newBrowser("stranger")
	none := []scenario{}
	for why, file := range map[string]string{"another language": s.texts[0].ID + ".fr.svg", "another text": "r_none.th.svg", "another format": s.texts[0].ID + ".th.png", "nothing": "x"} {
		none = append(none, scenario{why: why, who: "chair", method: "GET", path: "/result/" + s.round + "/" + file, status: 404, code: "web.not-found", page: true})
	}
	s.checkAll(t, append(none,
		scenario{why: "another round", who: "chair", method: "GET", path: "/result/v_none/" + s.texts[0].ID + ".th.svg", status: 404, code: "web.not-found", page: true},
		scenario{why: "a stranger", who: "stranger", method: "GET", path: "/result/" + s.round + "/" + s.texts[0].ID + ".th.svg", status: 401, code: "web.session-gone", page: true},
	))
}

var followLink = regexp.MustCompile(`/f/([A-Za-z0-9_-]{20,})`)

// followLinks are the tokens of the actions, as the organiser gets them.
func (s *site) followLinks() (tokens []string) {
	s.t.Helper()
	page := s.browser[access.Organiser].get(s.w("/links")).want(http.StatusOK)
	seen := map[string]bool{}
	for _, m := range followLink.FindAllStringSubmatch(string(page.body), -1) {
		if !seen[m[1]] {
			seen[m[1]] = true
			tokens = append(tokens, m[1])
		}
	}
	return tokens
}

// Promise 2: each action of an agreed recommendation has a link by which its
// owner, without signing in, says how it goes; that action's, no other's.
func TestTheWayForward(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	if links := s.followLinks(); len(links) != 0 {
		t.Errorf("%d links before closing", len(links))
	}
	s.closeDay()
	links := s.followLinks()
	if len(links) != 2 {
		t.Fatalf("%d follow-up links for two actions are on the organiser's page of links", len(links))
	}
	owner := s.newBrowser("owner")
	page := owner.get("/f/" + links[0]).want(http.StatusOK)
	if !strings.Contains(page.text(), "Publish the list") {
		t.Errorf("the form does not show the action: %.300s", page.text())
	}
	if set := page.header.Values("Set-Cookie"); len(set) != 0 {
		t.Errorf("a follow-up link signs in: %v", set)
	}
	owner.form("/f/"+links[0], url.Values{"status": {"started"}, "note": {"The list is printed."}}).want(http.StatusOK)
	var groups view.Groups
	s.topic(access.Chair, "groups", &groups)
	if a, b := groups.Actions[0], groups.Actions[1]; a.Status != "started" || a.Note != "The list is printed." || b.Status != "open" {
		t.Errorf("the actions are now %+v and %+v", a, b)
	}
	refused := owner.form("/f/"+links[0], url.Values{"status": {"eaten"}, "note": {"What I typed."}})
	if refused.status != http.StatusUnprocessableEntity || !strings.Contains(string(refused.body), "What I typed.") {
		t.Errorf("a status that is none: %d, and what was typed is gone", refused.status)
	}
	if got := owner.get(s.w("")); got.status != http.StatusUnauthorized {
		t.Errorf("who has a follow-up link opened the workshop: %d", got.status)
	}
	s.clock.move(followLife)
	s.checkAll(t, []scenario{{why: "a follow-up link after two years", who: "owner", method: "GET", path: "//f/" + links[0], status: 410, code: "web.link-expired", page: true}})
}

// followLife is how long the way forward is followed, as web has it.
const followLife = 2 * 365 * 24 * 3600e9

// A person can take back what they agreed to, also when the day is over.
func TestConsentCanBeTakenBackAfterClosing(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	profile := func(report bool) fields {
		return fields{"name": "Marker of a name", "roleGroup": "migrant", "lang": "th", "consents": fields{"report": report}}
	}
	s.browser["migrant1"].post(s.w("/profile"), profile(true)).want(http.StatusOK)
	s.closeDay()
	report := func() string {
		return s.browser["migrant1"].get(s.w("/report/report.en.html")).want(http.StatusOK).text()
	}
	if !strings.Contains(report(), "Marker of a name") {
		t.Fatal("the report does not name who let it")
	}
	if got := s.browser["migrant1"].post(s.w("/profile"), profile(false)); got.status != http.StatusOK {
		t.Errorf("taking the consent back: %d %s", got.status, got.body)
	}
	if strings.Contains(report(), "Marker of a name") {
		t.Error("the report still names who took their consent back")
	}
}

// What a person reads of themselves is theirs alone.
func TestMeIsMine(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.as("migrant1", "question.ask", fields{"text": "Mine?"})
	round := s.openRound()
	s.as("migrant1", "ballot.cast", fields{"round": round, "recommendation": s.texts[0].ID, "ratings": fields{"feasible": 3}})
	me := func(who string) (m view.Me) {
		s.browser[who].get(s.w("/me")).want(http.StatusOK).json(&m)
		return m
	}
	mine, theirs := me("migrant1"), me("migrant2")
	if len(mine.Supports) != 1 || mine.Ballots[round][s.texts[0].ID].Ratings["feasible"] != 3 {
		t.Errorf("mine is %+v", mine)
	}
	if len(theirs.Supports) != 0 || len(theirs.Ballots[round]) != 0 || theirs.ID == mine.ID {
		t.Errorf("another's is %+v", theirs)
	}
	if data, _ := json.Marshal(me(access.Chair)); bytes.Contains(data, []byte(mine.ID)) {
		t.Errorf("the chair's own view names a participant: %s", data)
	}
}
