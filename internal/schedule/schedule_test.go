package schedule

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"
	"time"

	ical "github.com/emersion/go-ical"
	"pgregory.net/rapid"

	"sala.example/internal/workshop"
)

// sample is a day with an open end, a room, speakers and parts.
func sample(zone string) *workshop.State {
	s := workshop.New()
	s.ID, s.At = "w_1", time.Date(2014, 9, 1, 3, 0, 0, 0, time.UTC)
	s.Settings = workshop.Settings{
		Title: workshop.Text{"en": "A workshop; with, signs", "th": "การประชุมเชิงปฏิบัติการระดับภูมิภาคว่าด้วยการศึกษาของเด็กข้ามชาติในจังหวัดสมุทรสาคร"},
		Place: workshop.Text{"en": "Samut Sakhon"}, Timezone: zone,
	}
	s.Programme = []workshop.Session{
		{ID: "s_2", Date: "2014-10-26", Start: "09:00", End: "10:30", Title: workshop.Text{"en": "Cities <speak>", "th": "ประสบการณ์จากเมืองต่าง ๆ"}, Kind: "talk", Room: "Hall A", Speakers: []workshop.ID{"x1", "gone"}, SubItems: []workshop.SubItem{{Title: workshop.Text{"en": "Yokohama"}, Speakers: []workshop.ID{"x2"}}}},
		{ID: "s_1", Date: "2014-10-25", Start: "08:30", End: "09:00", Title: workshop.Text{"en": "=Registration"}, Kind: "registration"},
		{ID: "s_3", Date: "2014-10-26", Start: "15:00", Title: workshop.Text{"en": "Closing"}, Kind: "closing", Decides: true},
		{ID: "s_4", Date: "never", Start: "15:00", Title: workshop.Text{"en": "Left out"}},
	}
	return s
}

func plan(zone string) Plan {
	return Of(sample(zone), "en", "https://sala.example/j/ABCD", func(id workshop.ID) Person {
		return map[workshop.ID]Person{"x1": {"Participant 1", "City of Yokohama"}, "x2": {"Participant 2", ""}}[id]
	})
}

// The feed is read by another library: same times, same names, whatever the
// zone, also on the day on which the clocks change.
func TestICal(t *testing.T) {
	for _, zone := range []string{"Asia/Bangkok", "Europe/Paris", "America/New_York", "UTC", "Asia/Kathmandu"} {
		p := plan(zone)
		text := ICal(p)
		checkLines(t, text)
		cal, err := ical.NewDecoder(strings.NewReader(text)).Decode()
		if err != nil {
			t.Fatalf("%s: %v\n%s", zone, err, text)
		}
		events := cal.Events()
		if len(events) != 3 {
			t.Fatalf("%s: %d events", zone, len(events))
		}
		for i, e := range events {
			start, err := e.DateTimeStart(nil)
			if err != nil || !start.Equal(p.Items[i].Start) {
				t.Errorf("%s: item %d starts at %v (%v), want %v", zone, i, start, err, p.Items[i].Start)
			}
			if name, _ := e.Props.Text("SUMMARY"); name != p.Items[i].Title {
				t.Errorf("%s: item %d is called %q", zone, i, name)
			}
			if uid, _ := e.Props.Text("UID"); uid != p.Items[i].ID+"@w_1" {
				t.Errorf("%s: uid %q", zone, uid)
			}
		}
		if end, err := events[1].DateTimeEnd(nil); err != nil || !end.Equal(p.Items[1].End) {
			t.Errorf("%s: the second item ends at %v, %v", zone, end, err)
		}
		if events[2].Props.Get("DTEND") != nil {
			t.Errorf("%s: an open end has an end", zone)
		}
		if text, _ := events[1].Props.Text("DESCRIPTION"); text != "Participant 1 (City of Yokohama)\n(1) Yokohama – Participant 2" {
			t.Errorf("%s: description %q", zone, text)
		}
	}
}

// checkLines: CRLF everywhere, no line over 75 octets, no letter cut in two
// (RFC 5545, section 3.1).
func checkLines(t *testing.T, text string) {
	t.Helper()
	for _, line := range strings.SplitAfter(text, "\n") {
		if line != "" && !strings.HasSuffix(line, "\r\n") {
			t.Errorf("a line ends without CRLF: %q", line)
		}
		if len(line) > 77 || strings.ToValidUTF8(line, "") != line {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
	}
}

// A zone that changes its clocks within the programme has an observance for
// each side, told in the time that was in force before.
func TestTimezone(t *testing.T) {
	text := ICal(plan("Europe/Paris"))
	for _, want := range []string{
		"BEGIN:DAYLIGHT\r\nDTSTART:20140330T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT",
		"BEGIN:STANDARD\r\nDTSTART:20141026T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the feed lacks\n%s\nin\n%s", want, text)
		}
	}
	if text := ICal(plan("UTC")); strings.Contains(text, "VTIMEZONE") || !strings.Contains(text, "DTSTART:20141025T083000Z") {
		t.Errorf("in UTC:\n%s", text)
	}
}

func TestFrab(t *testing.T) {
	data, err := FrabXML(plan("Asia/Bangkok"))
	if err != nil {
		t.Fatal(err)
	}
	var s xmlSchedule
	if err := xml.Unmarshal(data, &s); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if len(s.Days) != 2 || len(s.Days[1].Rooms) != 2 || s.Days[1].Rooms[0].Name != "Hall A" || s.Days[1].Rooms[1].Name != "Samut Sakhon" {
		t.Fatalf("days and rooms: %+v", s.Days)
	}
	e := s.Days[1].Rooms[0].Events[0]
	if e.Title != "Cities <speak>" || e.Start != "09:00" || e.Duration != "01:30" || e.ID != 2 || len(e.Persons) != 2 || e.Date != "2014-10-26T09:00:00+07:00" {
		t.Errorf("the event reads %+v", e)
	}
	if s.Days[1].End != "2014-10-26T15:00:00+07:00" || s.Conference.Days != 2 || s.Conference.Start != "2014-10-25" {
		t.Errorf("the day ends %s, the conference is %+v", s.Days[1].End, s.Conference)
	}
	data, err = FrabJSON(plan("Asia/Bangkok"))
	if err != nil {
		t.Fatal(err)
	}
	var j struct {
		Schedule struct {
			Conference struct {
				DaysCount int
				Rooms     []jsonRoom
				Days      []jsonDay
			}
		}
	}
	if err := json.Unmarshal(data, &j); err != nil {
		t.Fatal(err)
	}
	c := j.Schedule.Conference
	if c.DaysCount != 2 || len(c.Rooms) != 2 || c.Days[1].Rooms["Hall A"][0].GUID != e.GUID || c.Days[1].Rooms["Hall A"][0].Persons[0].Name != "Participant 1" {
		t.Errorf("the JSON says %+v", c)
	}
}

func TestSchemaOrg(t *testing.T) {
	data, err := SchemaOrg(plan("Asia/Bangkok"))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.ContainsAny(data, "<>") {
		t.Errorf("it could end a script element: %s", data)
	}
	var e event
	if err := json.Unmarshal(data, &e); err != nil {
		t.Fatal(err)
	}
	if e.Type != "Event" || e.Start != "2014-10-25T08:30:00+07:00" || len(e.Parts) != 3 || e.Parts[2].End != "" || e.Parts[1].Performer[0].Affiliation.Name != "City of Yokohama" {
		t.Errorf("the event reads %+v", e)
	}
}

func TestCSV(t *testing.T) {
	data, err := CSV(plan("Asia/Bangkok"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\uFEFF"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"2014-10-26", "09:00", "10:30", "Cities <speak>", "ประสบการณ์จากเมืองต่าง ๆ", "talk", "Hall A", "Participant 1 (City of Yokohama)", "Yokohama – Participant 2", "", "s_2"}
	if len(rows) != 4 || strings.Join(rows[2], "|") != strings.Join(want, "|") {
		t.Errorf("the table reads %q", rows)
	}
	if rows[1][3] != "'=Registration" {
		t.Errorf("a spreadsheet would carry out %q", rows[1][3])
	}
}

// An empty programme is a calendar without events, not a failure.
func TestNothingPlanned(t *testing.T) {
	p := plan("Asia/Bangkok")
	p.Items = nil
	for name, write := range map[string]func(Plan) ([]byte, error){"xml": FrabXML, "json": FrabJSON, "event": SchemaOrg, "csv": CSV} {
		if data, err := write(p); err != nil || len(data) == 0 || bytes.Contains(data, []byte("0001-01-01")) {
			t.Errorf("%s: %s, %v", name, data, err)
		}
	}
	checkLines(t, ICal(p))
}

// Whatever people put into a title, the feed can be read and says it.
func TestAnyTitle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sample("Asia/Bangkok")
		title := strings.TrimSpace(rapid.StringOf(rapid.SampledFrom([]rune("ab,;:\\\"\n\r <>&กข้ำ🙂{}="))).Draw(t, "title"))
		s.Programme = s.Programme[:1]
		s.Programme[0].Title = workshop.Text{"en": title}
		p := Of(s, "en", "", func(workshop.ID) Person { return Person{} })
		cal, err := ical.NewDecoder(strings.NewReader(ICal(p))).Decode()
		if err != nil {
			t.Fatalf("%q: %v", title, err)
		}
		want := strings.ReplaceAll(strings.ReplaceAll(title, "\r\n", "\n"), "\r", "\n")
		if got, err := cal.Events()[0].Props.Text("SUMMARY"); err != nil || got != want {
			t.Fatalf("%q came back as %q, %v", title, got, err)
		}
	})
}
