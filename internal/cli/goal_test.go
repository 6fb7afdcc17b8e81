package cli

import (
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
	"sala.example/internal/web"
	"sala.example/internal/workshop"
)

const noteWithGoal = `Workshop on schooling
Organised by: Sample Institute
Partners: Sample Foundation; Sample Ministry
23 November 2026

Background
Many children do not go to school.

Expected output
At least two thirds of the recommendations are agreed by the provincial officers.

Agenda
9:00-10:00 Agreement on the recommendations
`

// The expected output of a note becomes the workshop's goal, what the note says
// of its hosts goes along, and the next workshop begins with both.
func TestTheGoalOfTheNoteIsTheWorkshops(t *testing.T) {
	t.Parallel()
	_, o := organisers(t)
	var got understood
	o.read("note.txt", noteWithGoal).want(http.StatusOK).json(&got)
	want := []any{&workshop.Goal{Share: "2/3"}, workshop.Text{"en": "Many children do not go to school."}, texts("Sample Institute"), texts("Sample Foundation", "Sample Ministry")}
	facts := func(d web.Draft) []any { return []any{d.Goal, d.Background, d.Organisers, d.Partners} }
	if diff := cmp.Diff(want, facts(got.Draft)); diff != "" {
		t.Fatalf("read (-want +got):\n%s", diff)
	}
	for range 4 {
		got.Draft.Recommendations = append(got.Draft.Recommendations, sampleDraft().Recommendations[0])
	}
	var made struct{ ID string }
	o.post("/new", got.Draft).want(http.StatusCreated).json(&made)
	var cloned opened
	o.get("/w/" + made.ID + "/clone").want(http.StatusOK).json(&cloned)
	if diff := cmp.Diff(want, facts(cloned.Draft)); diff != "" {
		t.Errorf("cloned (-want +got):\n%s", diff)
	}
	var day view.Day
	o.get("/w/" + made.ID + "/topic/day?as=organiser").want(http.StatusOK).json(&day)
	if day.Goal != 3 || day.Total != 4 || day.Agreed != 0 {
		t.Errorf("goal %d of %d, %d agreed; two thirds of four are three", day.Goal, day.Total, day.Agreed)
	}
}

func texts(all ...string) []workshop.Text {
	var list []workshop.Text
	for _, text := range all {
		list = append(list, workshop.Text{"en": text})
	}
	return list
}

// A goal that nothing could reach is refused, and nothing is made.
func TestAGoalThatCannotBe(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	for _, g := range []workshop.Goal{{}, {Agreed: 9, Of: 8}, {Share: "half"}} {
		draft := sampleDraft()
		draft.Goal = &g
		s.checkAll(t, []scenario{{why: "a goal that cannot be", who: access.Organiser, path: "//new", body: draft, status: 422, code: "workshop.goal"}})
	}
}
