package cli

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"net/http"
	"regexp"
	"strings"
	"testing"

	ical "github.com/emersion/go-ical"
)

// Calendars and conference apps, which have no cookie, get the programme by
// the code, as it stands after a re-plan, and nobody but its speakers.
func TestTheProgrammeForOtherPrograms(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	stranger := s.newBrowser("calendar")
	file := func(name string) *response {
		return stranger.get("/j/" + s.code + "/" + name).want(http.StatusOK)
	}
	var sessions struct {
		Items []struct{ ID string }
	}
	s.topic("chair", "day", &sessions)
	s.as("chair", "programme.replan", fields{"moves": []fields{{"session": sessions.Items[2].ID, "start": "10:05", "end": "10:50"}}})

	cal, err := ical.NewDecoder(strings.NewReader(string(file("programme.ics?lang=en").body))).Decode()
	if err != nil {
		t.Fatal(err)
	}
	events := cal.Events()
	if len(events) != 4 {
		t.Fatalf("%d events", len(events))
	}
	if name, _ := events[2].Props.Text("SUMMARY"); name != "Agreement" || events[2].Props.Get("DTSTART").Value != "20140923T100500" {
		t.Errorf("the third event is %v", events[2].Props)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(file("programme.csv").body), "\uFEFF"))).ReadAll()
	if err != nil || len(rows) != 5 {
		t.Errorf("the table: %v, %v", rows, err)
	}
	if err := xml.Unmarshal(file("schedule.xml").body, new(struct{})); err != nil {
		t.Error(err)
	}
	if !json.Valid(file("schedule.json").body) {
		t.Error("schedule.json is no JSON")
	}
	stranger.get("/j/" + s.code + "/programme.exe").want(http.StatusNotFound)
	stranger.get("/j/ZZZZZZ/programme.ics").want(http.StatusNotFound)

	page := string(stranger.get("/j/" + s.code).want(http.StatusOK).body)
	data := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`).FindStringSubmatch(page)
	var event struct {
		Type  string           `json:"@type"`
		Parts []map[string]any `json:"subEvent"`
	}
	if len(data) != 2 || json.Unmarshal([]byte(data[1]), &event) != nil || event.Type != "Event" || len(event.Parts) != 4 {
		t.Errorf("the join page describes the event as %q", data)
	}
}
