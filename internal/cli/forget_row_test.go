package cli

import (
	"net/http"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
)

// TestARowThatAnotherEdited: whoever changes one field of a row sends the others
// with it, and these stay the words of whoever wrote them.
func TestARowThatAnotherEdited(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.rate()
	s.know()
	var groups view.Groups
	s.topic(access.Chair, "groups", &groups)
	s.group = groups.Groups[0].ID
	for _, who := range []string{"migrant1", "migrant2"} {
		s.as(who, "group.join", fields{"group": s.group})
	}
	row := fields{"action": marker(1), "lead": marker(2), "firstStep": marker(3)}
	s.as("migrant1", "action.put", fields{"group": s.group, "recommendation": s.texts[0].ID, "row": row})
	for _, editor := range []string{"migrant2", access.Chair} {
		s.topic(access.Chair, "groups", &groups)
		put := groups.Actions[0]
		row["indicator"], row["due"] = "Ten schools by "+editor, "2015-01-31"
		s.as(editor, "action.put", fields{"id": put.ID, "rev": put.Rev, "group": s.group, "recommendation": s.texts[0].ID, "row": row})
	}
	s.browser["migrant1"].post(s.w("/erase"), fields{}).want(http.StatusOK)
	s.browser[access.Participant] = s.browser["migrant2"]
	shown := s.shown()
	s.noneOf("after the erasure", shown, map[string]string{marker(1): "an action", marker(2): "who leads it", marker(3): "its first step"}, "")
	if !anywhere(shown, "Ten schools by chair") {
		t.Error("what the editor wrote is gone")
	}
}
