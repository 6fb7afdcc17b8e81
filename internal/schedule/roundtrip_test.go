package schedule

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sala.example/internal/note"
	"sala.example/internal/workshop"
)

// TestProgrammeRoundTrip: what Sala writes as a table or a calendar it reads back: dates, times, titles, kinds, rooms, people
// and parts. Words hold what programmes do, and what needs care in either format.
func TestProgrammeRoundTrip(t *testing.T) {
	words := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"Opening", "กล่าวเปิด", "9:00", "Q&A", "a, b", "\"so\"", "น้ำ", "= 1", "Dr.", "|", "– so", ";", "(1", "\\n"}), 1, 4).Draw(t, "words"), " ")
	})
	person := rapid.Custom(func(t *rapid.T) Person {
		return Person{Name: rapid.SampledFrom([]string{"Participant 1", "Dr. Participant 2", "นางสาวตัวอย่าง หนึ่ง"}).Draw(t, "name"), Affiliation: rapid.SampledFrom([]string{"", "City, Ward (north)", "มูลนิธิ"}).Draw(t, "affiliation")}
	})
	rapid.Check(t, func(t *rapid.T) {
		plan := Plan{ID: "w1", Title: "Workshop on words", Place: "Town hall, Bangkok", Lang: "en", Changed: time.Unix(0, 0)}
		plan.Zone = rapid.SampledFrom([]*time.Location{time.UTC, mustZone(t, "Asia/Bangkok"), mustZone(t, "Europe/Paris")}).Draw(t, "zone")
		for i := range rapid.IntRange(2, 6).Draw(t, "items") {
			title := words.Draw(t, "title")
			start := time.Date(2026, 6, 23+i/3, 8+i%3*4, rapid.IntRange(0, 59).Draw(t, "minute"), 0, 0, plan.Zone)
			it := Item{
				ID: fmt.Sprintf("s%d", i), Start: start, Title: title, Titles: workshop.Text{"en": title, "th": words.Draw(t, "thai")}, Kind: string(rapid.SampledFrom(note.Kinds()).Draw(t, "kind")),
				Room: rapid.SampledFrom([]string{"", "Room 1", "ห้อง ๒"}).Draw(t, "room"), Decides: rapid.Bool().Draw(t, "decides"), Speakers: rapid.SliceOfN(person, 0, 3).Draw(t, "speakers"),
			}
			if rapid.Bool().Draw(t, "ends") {
				it.End = start.Add(time.Duration(rapid.IntRange(1, 180).Draw(t, "minutes")) * time.Minute)
			}
			for range rapid.IntRange(0, 2).Draw(t, "parts") {
				it.Parts = append(it.Parts, Part{Title: words.Draw(t, "part"), Speakers: rapid.SliceOfN(person, 0, 2).Draw(t, "part's speakers")})
			}
			plan.Items = append(plan.Items, it)
		}
		table, err := CSV(plan)
		if err != nil {
			t.Fatal(err)
		}
		comparePlan(t, "programme.csv", table, plan)
		comparePlan(t, "programme.ics", []byte(ICal(plan)), plan)
	})
}

func mustZone(t *rapid.T, name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func comparePlan(t *rapid.T, name string, data []byte, plan Plan) {
	n, err := note.Read(bytes.NewReader(data), name)
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for _, d := range n.Days {
		for _, it := range d.Items {
			got = append(got, fmt.Sprintf("%s %s-%s %s %s %q %v %v", d.Date, it.Start, it.End, it.Title, it.Kind, it.Room, note.JoinPeople(it.Speakers), note.JoinSubitems(it.Subitems)))
			got = append(got, fmt.Sprint(it.Titles, *it.Decides, strings.TrimSuffix(it.UID, "@w1")))
		}
	}
	for _, it := range plan.Items {
		end := ""
		if !it.End.IsZero() {
			end = it.End.Format("15:04")
		}
		var parts []note.Subitem
		for _, p := range it.Parts {
			parts = append(parts, note.Subitem{Title: p.Title, Speakers: notePeople(p.Speakers)})
		}
		want = append(want, fmt.Sprintf("%s-%s %s %s %q %v %v", it.Start.Format("2006-01-02 15:04"), end, it.Title, it.Kind, it.Room, note.JoinPeople(notePeople(it.Speakers)), note.JoinSubitems(parts)))
		want = append(want, fmt.Sprint(map[string]string(it.Titles), it.Decides, it.ID))
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Fatalf("%s: got\n%s\nwant\n%s\nfrom\n%s", name, a, b, data)
	}
	if strings.HasSuffix(name, ".ics") && (n.Title != plan.Title || n.Venue != plan.Place) {
		t.Fatalf("%q at %q", n.Title, n.Venue)
	}
}
