package note

import (
	"strings"
	"testing"
	"time"
)

// TestTalks: who gives a talk is told from its title.
func TestTalks(t *testing.T) {
	for _, c := range []struct{ title, want, people string }{
		{"Keynote by Ana Ejemplo (Example Agency): Water for the towns", "Keynote: Water for the towns", "Ana Ejemplo|Example Agency"},
		{"Introduction: Ana Ejemplo (Uno), Luis Ejemplo (Dos)", "Introduction", "Ana Ejemplo|Uno;Luis Ejemplo|Dos"},
		{"EXEMPLE Carole. “Les villes et leurs rivières”", "Les villes et leurs rivières", "EXEMPLE Carole|"},
	} {
		it, _ := buildItem(draft{title: c.title})
		if got := peopleText(it.Speakers); it.Title != c.want || got != c.people {
			t.Errorf("%q: %q %q", c.title, it.Title, got)
		}
	}
	people, talk := beforeTalk("Lab 1a: Ana Ejemplo, Luis Ejemplo (Some Body): Counting")
	if got := peopleText(people); talk != "Lab 1a: Counting" || got != "Ana Ejemplo|Some Body;Luis Ejemplo|Some Body" {
		t.Errorf("a branch: %q %q", talk, got)
	}
	people, talk = talkAfterNames("Ana Ejemplo y Luis Ejemplo - Lo que dice la gente del barrio")
	if got := peopleText(people); talk != "Lo que dice la gente del barrio" || got != "Ana Ejemplo|;Luis Ejemplo|" {
		t.Errorf("after names: %q %q", talk, got)
	}
	if people, _ := talkAfterNames("Ana Ejemplo - Director of the Example Institute of the town"); people != nil {
		t.Errorf("a post is taken for a talk: %v", people)
	}
}

// TestDaysOfRows: days in the rows of a table, hours on the lines of days, hours above the heading of the programme, lengths alone.
func TestDaysOfRows(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"rows", "| วันที่ 18 กรกฎาคม 2568 | เดินทาง |\n|---|---|\n| วันที่ 19 กรกฎาคม 2568 ณ ห้องประชุมตัวอย่าง | |\n| 09.00 น. – 10.00 น. | บรรยาย |\n| 10.00 น. – 11.00 น. | อภิปราย |\n", "2025-07-19 09:00-10:00 บรรยาย;2025-07-19 10:00-11:00 อภิปราย"},
		{"days", "Forum of towns\n\nThursday, 3 September 2026, 12:00\nLecture 1 (2 hours): “Rivers”\n\nFriday, 4 September 2026, 10:00\nLecture 2 (1 hour): “Towns”\n", "2026-09-03 12:00-14:00 Lecture 1: “Rivers”;2026-09-04 10:00-11:00 Lecture 2: “Towns”"},
		{"hours", "Forum of towns\n3 September 2026\n10:00 am - 12:00 pm\n\nAGENDA\n\n10:00 Welcome\n10:10 Talk\n11:55 End of session\n", "2026-09-03 10:00- Welcome;2026-09-03 10:10- Talk;2026-09-03 11:55- End of session"},
		{"lengths", "Forum of towns\n3 September 2026\nStart 9:00\n10 min\tWelcome\n60 min\tTalk\n30 min\tDiscussion\n", "2026-09-03 09:00-09:10 Welcome;2026-09-03 09:10-10:10 Talk;2026-09-03 10:10-10:40 Discussion"},
		{"halves", "Forum of towns\n3 September 2026\n| Session | Time | Activity |\n| Morning | 9:00-9:10 | Welcome |\n| | 9:10-10:00 | Talk |\n| Afternoon | 13:00-14:00 | Group work |\n", "2026-09-03 09:00-09:10 Welcome;2026-09-03 09:10-10:00 Talk;2026-09-03 13:00-14:00 Group work"},
	} {
		n, err := Parse(c.text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range n.Days {
			for _, it := range d.Items {
				got = append(got, d.Date+" "+it.Start.String()+"-"+it.End.String()+" "+it.Title)
			}
		}
		if s := strings.Join(got, ";"); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
}

// TestHeadsBeside: titles and places beside what is none.
func TestHeadsBeside(t *testing.T) {
	for _, c := range []struct{ text, title, venue string }{
		{"# Introduction to the Survey of Example Towns\n\nOnline workshop (by phone)\n3 March 2026\n\n9:00-10:00 Talk\n", "Introduction to the Survey of Example Towns", ""},
		{"Hub\nOverview Members Forum\n\n# Workshop on Rivers\n\nAgenda\n9:00-10:00 Talk\n", "Workshop on Rivers", ""},
		{"Alumni Event 2026 – Cuenca, Ecuador\n\nMonday 2 March 2026\n9:00-10:00 Talk\n", "Alumni Event 2026 – Cuenca, Ecuador", "Cuenca, Ecuador"},
		{"Forum of Towns\nLocation Example House, 3rd Floor, 12 Example Street\n\nWednesday, 3 June 2026\n9:00-10:00 Talk\n", "Forum of Towns", "Example House, 3rd Floor, 12 Example Street"},
	} {
		n, err := Parse(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if n.Title != c.title || n.Venue != c.venue {
			t.Errorf("title %q, venue %q, want %q, %q", n.Title, n.Venue, c.title, c.venue)
		}
	}
}

// TestManyCells: a row of very many cells, or breaks in a cell, costs no more than its length.
func TestManyCells(t *testing.T) {
	for _, row := range []string{strings.Repeat("| a ", 300_000), "| 10:00 " + strings.Repeat("| a<br>b<br>c ", 60_000)} {
		start := time.Now()
		if _, err := Parse("Forum of towns\n3 March 2026\n09:00-10:00 " + row); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("a long row took %v", took)
		}
	}
}
