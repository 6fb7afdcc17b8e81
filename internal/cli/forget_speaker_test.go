package cli

import (
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
	"sala.example/internal/web"
)

var speakerButton = regexp.MustCompile(`name="person" value="(x_[a-z0-9]+)"`)

// programmes is the programme in every form in which strangers and other
// programs get it.
func (s *site) programmes() map[string]string {
	s.t.Helper()
	all := map[string]string{}
	for _, path := range []string{"", "/programme.ics", "/programme.csv", "/schedule.xml", "/schedule.json"} {
		all["/j/CODE"+path] = string(s.newBrowser("stranger").get("/j/" + s.code + path).want(http.StatusOK).body)
	}
	all["the organiser's doors"] = string(s.browser[access.Organiser].get(s.w("/doors")).want(http.StatusOK).body)
	return all
}

// Somebody whom the programme names can be erased by an organiser, during the
// day and after it: the name is in no file, page, programme or report, and the
// other speakers stay.
func TestASpeakerIsErased(t *testing.T) {
	t.Parallel()
	s := emptySite(t)
	named := map[string]string{marker(1): "a speaker's name", marker(2): "their affiliation", marker(3): "the name of a part's speaker"}
	s.create(func(d *web.Draft) {
		d.Items[1].Speakers = []web.DraftPerson{{Name: marker(1), Affiliation: marker(2)}, {Name: "Somebody Else"}}
		d.Items[1].SubItems = []web.DraftSubItem{{Title: d.Items[1].Title, Speakers: []web.DraftPerson{{Name: marker(3)}}}}
	})
	for _, name := range []string{"officer1", "officer2", "officer3"} {
		s.join(name, url.Values{"roleGroup": {"officer"}, "lang": {"th"}})
	}
	s.browser[access.Participant] = s.browser["officer1"]
	before := s.programmes()
	for mark, what := range named {
		if !anywhere(before, mark) {
			t.Errorf("%s is nowhere to be seen", what)
		}
	}
	ids := speakerButton.FindAllStringSubmatch(before["the organiser's doors"], -1)
	if len(ids) != 3 {
		t.Fatalf("%d speakers can be erased, want 3", len(ids))
	}
	s.browser[access.Chair].form(s.w("/doors/speaker"), url.Values{"person": {ids[0][1]}}).want(http.StatusForbidden)
	for _, text := range []string{"Good morning.", "Thank you, " + marker(1) + ".", "Now " + strings.ToLower(marker(3)) + " has the floor."} {
		s.as(access.Interpreter, "caption.say", fields{"lang": "en", "text": text})
	}
	head := s.head()
	s.eraseSpeaker(ids[0][1])
	if got, want := s.captions("en"), []string{"Good morning.", "Now " + strings.ToLower(marker(3)) + " has the floor."}; !slices.Equal(got, want) {
		t.Errorf("the captions are %q, want %q", got, want)
	}
	s.noneOf("after the first erasure", s.programmes(), map[string]string{marker(1): "a speaker's name", marker(2): "their affiliation"}, "")
	s.closeDay()
	if !anywhere(s.everywhere(), marker(3)) {
		t.Error("the second speaker was erased too")
	}
	s.eraseSpeaker(ids[2][1])
	s.eraseSpeaker(ids[2][1]) // there is nobody any more
	s.noneOf("at the end", s.programmes(), named, "")
	if got := s.captions("en"); !slices.Equal(got, []string{"Good morning."}) {
		t.Errorf("the captions are %q, want those that name nobody", got)
	}
	s.nowhere("at the end", named, "")
	for where, text := range s.programmes() {
		if strings.Contains(before[where], "Somebody Else") && !strings.Contains(text, "Somebody Else") {
			t.Errorf("%s has lost the other speaker", where)
		}
	}
	if s.head() <= head {
		t.Error("the day did not go on")
	}
	s.restart()
	s.noneOf("after a restart", s.shown(), named, "")
	if status, _, said := sala(t, "verify", s.dir); status != 0 {
		t.Errorf("the folder does not verify: %s", said)
	}
	copied := filepath.Join(t.TempDir(), "after.sala")
	if status, _, said := sala(t, "backup", copied, "--data", s.dir); status != 0 {
		t.Errorf("backup: %s", said)
	}
}

// captions are the sentences of one language.
func (s *site) captions(lang string) (said []string) {
	s.t.Helper()
	var all view.Captions
	s.topic(access.Chair, "captions", &all)
	for _, line := range all.Lines[lang] {
		said = append(said, line.Text)
	}
	return said
}

func (s *site) eraseSpeaker(id string) {
	s.t.Helper()
	s.browser[access.Organiser].form(s.w("/doors/speaker"), url.Values{"person": {id}}).want(http.StatusSeeOther)
}

// An organiser erases by this way whom the programme names, and nobody else.
func TestOnlySpeakersAreErasedAsSuch(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.browser[access.Organiser].post(s.w("/people?as=organiser"), fields{"people": []fields{{"name": "Teacher 1", "roleGroup": "school", "lang": "th"}}}).want(http.StatusOK)
	for _, id := range []string{"", "x_unknown", s.expected()[0].ID, s.participantID("officer1")} {
		s.eraseSpeaker(id)
	}
	if len(s.expected()) != 1 {
		t.Error("somebody of the list was erased")
	}
	s.browser["officer1"].get(s.w("/me")).want(http.StatusOK)
}

// participantID is a person's own id.
func (s *site) participantID(who string) string {
	s.t.Helper()
	var me struct{ ID string }
	s.browser[who].get(s.w("/me")).want(http.StatusOK).json(&me)
	return me.ID
}
