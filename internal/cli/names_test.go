package cli

import (
	"net/http"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
)

// However a name comes in, it is shown without what nobody sees: controls that
// turn the writing around, and marks without width.
func TestNamesAreShownAsTheyRead(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.browser[access.Desk].post(s.w("/walkin?as=desk"), fields{"name": "Teacher\u202E 1", "roleGroup": "school", "lang": "th"}).want(http.StatusOK)
	s.browser[access.Desk].post(s.w("/walkin?as=desk"), fields{"name": "Teacher 3", "alias": "ครู\u200B 1", "roleGroup": "school", "lang": "th"}).want(http.StatusOK)
	s.browser[access.Organiser].post(s.w("/people?as=organiser"), fields{"people": []fields{{"name": "\u2066Teacher\u2069 2", "affiliation": "School\uFEFF 1", "roleGroup": "school", "lang": "th"}}}).want(http.StatusOK)
	var desk view.Desk
	s.topic(access.Desk, "desk", &desk)
	shown := map[string]bool{}
	for _, p := range desk.People {
		shown[p.Name] = true
	}
	for _, name := range []string{"Teacher 1", "ครู 1", "Teacher 2"} {
		if !shown[name] {
			t.Errorf("%q is not at the desk: %v", name, shown)
		}
	}
}
