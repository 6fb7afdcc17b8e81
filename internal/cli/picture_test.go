package cli

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

// Two rounds against each other: everybody gets the same bytes, which hold a
// mark for one's own rating that is no one's, and no group that the result does
// not show.
func TestThePictureOfTwoRounds(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.rate()
	s.know()
	first := "/result/" + s.round + "/" + s.texts[0].ID + ".en.svg?rounds"
	s.browser[access.Chair].get(s.w(first)).want(http.StatusNotFound)
	s.rate()
	s.know()
	both := s.w("/result/" + s.round + "/" + s.texts[0].ID + ".en.svg?rounds&tall=1")
	same := s.browser[access.Chair].get(both).want(http.StatusOK)
	for _, role := range everyRole {
		if got := s.browser[role].get(both + "&as=" + role).want(http.StatusOK); !bytes.Equal(got.body, same.body) {
			t.Errorf("the picture for %s is another: what is one's own has no place in it", role)
		}
	}
	if got := string(same.body); !strings.Contains(got, `data-own="feasible"`) || !strings.Contains(got, `visibility="hidden"`) || strings.Contains(got, "transform") {
		t.Errorf("the mark for one's own rating: %.300s", got)
	}
	if wide := s.browser[access.Screen].get(strings.Replace(both, "&tall=1", "", 1)).want(http.StatusOK); strings.Contains(string(wide.body), "data-own") {
		t.Error("what the room sees has a mark for a single reader")
	}
	var rounds view.Rounds
	s.topic(access.Chair, "rounds", &rounds)
	for _, result := range rounds.Results {
		for i, groups := range result.Before.Groups {
			for _, was := range groups {
				if was.N < 3 || !hasRow(result.Criteria[i].Rows, was.Group) {
					t.Errorf("the round before: %+v", was)
				}
			}
		}
	}
}

func hasRow(rows []view.Row, group string) bool {
	for _, r := range rows {
		if r.Group == group {
			return true
		}
	}
	return false
}

// The picture of a day is there once something was decided on it, and is made
// anew each time.
func TestThePictureOfTheDay(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.rate()
	const today = "/day/2014-09-23.en.svg"
	s.browser[access.Chair].get(s.w(today)).want(http.StatusNotFound)
	s.as(access.Chair, "decision.record", fields{"recommendation": s.texts[0].ID, "outcome": workshop.Agreed})
	got := s.browser["migrant1"].get(s.w(today + "?tall=1")).want(http.StatusOK)
	if !strings.Contains(string(got.body), "<desc>agreed: 1</desc>") || got.header.Get("Cache-Control") != "no-store" {
		t.Errorf("%v %.300s", got.header, got.text())
	}
	s.newBrowser("stranger")
	s.checkAll(t, []scenario{
		{why: "a day without decisions", who: "chair", method: "GET", path: "/day/2014-09-22.en.svg", status: 404, code: "web.not-found", page: true},
		{why: "no day", who: "chair", method: "GET", path: "/day/today.en.svg", status: 404, code: "web.not-found", page: true},
		{why: "no language", who: "chair", method: "GET", path: "/day/2014-09-23.xx.svg", status: 404, code: "web.not-found", page: true},
		{why: "a stranger", who: "stranger", method: "GET", path: today, status: 401, code: "web.session-gone", page: true},
	})
}
