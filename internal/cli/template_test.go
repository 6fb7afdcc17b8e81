package cli

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sala.example/internal/access"
	"sala.example/internal/rating"
	"sala.example/internal/web"
	"sala.example/internal/workshop"
)

type beginnings struct {
	Templates []struct{ ID, Name, Date string }
	Past      []struct {
		ID, Date string
		Title    workshop.Text
	}
}

type opened struct {
	Name  string
	Draft web.Draft
}

// withSpeakers is the sample draft with people in it.
func withSpeakers() *web.Draft {
	d := sampleDraft()
	d.Items[1].Speakers = []web.DraftPerson{{Name: "Speaker Onlyhere", Affiliation: "University"}}
	d.Items[1].SubItems = []web.DraftSubItem{{Title: workshop.Text{"en": "Part"}, Speakers: []web.DraftPerson{{Name: "Speaker Parthere"}}}}
	return d
}

// A template outlives a restart, names nobody, and goes when it is removed.
func TestATemplateIsKept(t *testing.T) {
	t.Parallel()
	s, o := organisers(t)
	var made struct{ ID string }
	o.post("/new/templates", fields{"name": " One day ", "draft": withSpeakers()}).want(http.StatusCreated).json(&made)
	s.restart()
	var list beginnings
	o.get("/new/templates").want(http.StatusOK).json(&list)
	if len(list.Templates) != 1 || list.Templates[0].Name != "One day" || list.Templates[0].Date != "2014-09-23" || len(list.Past) != 0 {
		t.Fatalf("the list is %+v", list)
	}
	var got opened
	answer := o.get("/new/templates/" + made.ID).want(http.StatusOK)
	answer.json(&got)
	if strings.Contains(string(answer.body), "Speaker") {
		t.Errorf("the template names people: %s", answer.body)
	}
	if len(got.Draft.Items) != 4 || got.Draft.Items[1].SubItems[0].Title["en"] != "Part" || len(got.Draft.RoleGroups) != 3 || len(got.Draft.Recommendations) == 0 {
		t.Errorf("the template lost something: %s", answer.body)
	}
	if strings.Contains(string(answer.body), ":null") {
		t.Errorf("a list is null: %s", answer.body)
	}
	o.post("/new/templates/"+made.ID+"/remove", fields{}).want(http.StatusOK)
	o.get("/new/templates/" + made.ID).want(http.StatusNotFound)
	for body, code := range map[string]string{`{"name":" ","draft":{}}`: "template.no-name", `{"name":"A"}`: "web.bad-request", `{"name":"` + strings.Repeat("ก", 121) + `","draft":{}}`: "text.too-long"} {
		if got, _ := o.post("/new/templates", body).problem(); got != code {
			t.Errorf("%.30s is refused as %q, want %q", body, got, code)
		}
	}
}

// A template file comes in as it went out; anything else is refused in words.
func TestATemplateFileIsOpened(t *testing.T) {
	t.Parallel()
	_, o := organisers(t)
	var got opened
	o.post("/new/templates/open", fields{"sala": "template", "version": 1, "name": "One day", "draft": withSpeakers()}).want(http.StatusOK).json(&got)
	if got.Name != "One day" || got.Draft.Items[1].Speakers[0].Name != "Speaker Onlyhere" {
		t.Errorf("opened as %+v", got)
	}
	for _, body := range []string{"", "{}", `{"sala":"template","version":2,"draft":{}}`, `{"sala":"template","version":1}`, `{"sala":"template","version":1,"draft":{"contacts":[]}}`, "not JSON"} {
		if code, _ := o.post("/new/templates/open", body).want(http.StatusUnprocessableEntity).problem(); code != "template.not-one" {
			t.Errorf("%q is refused as %q", body, code)
		}
	}
}

// A past workshop gives its plan to its organiser: no people, no ratings, no
// words; and what comes of it is the same workshop again.
func TestAPastWorkshopIsCloned(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.as("migrant1", "question.ask", fields{"text": "A question in words", "lang": "en"})
	s.agree()
	o := s.browser[access.Organiser]
	var list beginnings
	o.get("/new/templates").want(http.StatusOK).json(&list)
	if len(list.Past) != 1 || list.Past[0].ID != s.id || list.Past[0].Date != "2014-09-23" || list.Past[0].Title["en"] != "Schools for every child" {
		t.Fatalf("past workshops: %+v", list.Past)
	}
	var got opened
	answer := o.get(s.w("/clone")).want(http.StatusOK)
	answer.json(&got)
	for _, gone := range []string{"A question in words", "Publish the list", "speakers\":[{", "decision\":"} {
		if strings.Contains(string(answer.body), gone) {
			t.Errorf("the clone holds %q", gone)
		}
	}
	want := sampleDraft()
	if diff := cmp.Diff([]any{want.Title, want.RoleGroups, want.AcceptingParty, len(want.Items), len(want.Recommendations), len(want.Groups), want.Quorum},
		[]any{got.Draft.Title, got.Draft.RoleGroups, got.Draft.AcceptingParty, len(got.Draft.Items), len(got.Draft.Recommendations), len(got.Draft.Groups), got.Draft.Quorum}); diff != "" {
		t.Errorf("clone (-want +got):\n%s", diff)
	}
	got.Draft.Gate = &rating.Gate{Median: 6, RoomHigh: 0.6, RoomLow: 0.2, Floor: 2}
	var made struct{ ID string }
	o.post("/new", got.Draft).want(http.StatusCreated).json(&made)
	var again opened
	o.get("/w/" + made.ID + "/clone").want(http.StatusOK).json(&again)
	if diff := cmp.Diff(got.Draft, again.Draft); diff != "" {
		t.Errorf("the clone's clone (-want +got):\n%s", diff)
	}
}
