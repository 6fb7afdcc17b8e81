package condition

import (
	"strings"
	"testing"

	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// hall is a workshop whose officers must accept.
func hall() *workshop.State {
	var s workshop.State
	s.Settings.AcceptingParty = "officers"
	s.Settings.RoleGroups = []workshop.RoleGroup{
		{ID: "officers", Name: workshop.Text{"th": "เจ้าหน้าที่", "en": "Officers"}},
		{ID: "parents", Name: workshop.Text{"th": "ผู้ปกครอง", "en": "Parents"}},
		{ID: "schools", Name: workshop.Text{"th": "สถานศึกษา", "en": "Schools"}},
	}
	return &s
}

func TestSentences(t *testing.T) {
	g := rating.Default()
	g.Quorum, g.RoomHigh = 9, 0.705
	g.GroupQuorums = []rating.GroupQuorum{{Group: "parents", Quorum: 5}, {Group: "schools", Quorum: 4}}
	for _, lang := range []string{"th", "en", "my"} {
		s := hall()
		name := func(group string) string { return s.GroupName(group, lang) }
		got := Sentences(s, g, lang)
		if lines := g.Check(rating.Tally{}, "officers", 0).Lines(); len(got) != len(lines) {
			t.Fatalf("%s: %d sentences for %d conditions", lang, len(got), len(lines))
		}
		for i, parts := range [][]string{
			{name("officers"), "9"},
			{name("parents"), "5"},
			{name("schools"), "4"},
			{name("officers"), "7"},
			{name("officers"), "1"},
			{"70.5"},
			{"15"},
			{"3"},
			{},
		} {
			for _, part := range parts {
				if !strings.Contains(got[i], part) {
					t.Errorf("%s: %q does not name %s", lang, got[i], part)
				}
			}
			if strings.ContainsAny(got[i], "{}") {
				t.Errorf("%s: %q has a gap", lang, got[i])
			}
		}
	}
}
