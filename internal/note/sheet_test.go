package note

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func readText(t *testing.T, name, text string) *Note {
	t.Helper()
	n, err := Read(strings.NewReader(text), name)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestSheetIsReadAsItStands(t *testing.T) {
	n := readText(t, "programme.csv", `date,start,end,title_en,title_th,kind,room,speakers,parts,decides,uid
2026-06-23,08:30,09:00,Registration with Dr. A,ลงทะเบียน,,Hall,,,,u1
,09:00,10:00,"Talks: a, b",,talk,,"Participant 1 (Body (Bangkok)); Officer 3","First – Participant 2 (City)
Second",no,u2
2026-06-24,13:00,0:00,Plenary,,decision,,,A; B,yes,u3
2026-06-24,soon,,Closing,,,,,,,u4
2026-06-24,16:00,15:00,Late,,nonsense,,,,,
`)
	want := `title: 
lang: en, dates: 2026-06-23 2026-06-24
venue: 
day 2026-06-23
08:30-09:00 [registration] Registration with Dr. A
    room: Hall
09:00-10:00 [talk] Talks: a, b
    speaker: Participant 1 | Body (Bangkok)
    speaker: Officer 3 | 
    0. First
        speaker: Participant 2 | City
    0. Second
day 2026-06-24
13:00-24:00 [decision] Plenary
    0. A
    0. B
16:00- [other] Late`
	if diff := cmp.Diff(want, strings.Split(summary(n), "\n! ")[0]); diff != "" {
		t.Error(diff)
	}
	for _, code := range []string{CodeRowNotRead, CodeEndBeforeStart, CodeNoTitle} {
		if !warned(n, code) {
			t.Errorf("no warning %s", code)
		}
	}
	first, second, third := n.Days[0].Items[0], n.Days[0].Items[1], n.Days[1].Items[0]
	if fmt.Sprint(first.Titles) != "map[en:Registration with Dr. A th:ลงทะเบียน]" || first.UID != "u1" || first.Decides == nil || *first.Decides || first.Line != 2 || len(n.Speakers) != 3 {
		t.Errorf("%+v, %v", first, n.Speakers)
	}
	if second.Decides == nil || *second.Decides || third.Decides == nil || !*third.Decides {
		t.Error("decides is not read")
	}
	printed, err := json.Marshal(n)
	if err != nil || !strings.Contains(string(printed), `"titles":{"en"`) {
		t.Errorf("%s, %v", printed, err)
	}
}

func TestSheetInOtherWords(t *testing.T) {
	for name, text := range map[string]string{
		"Thai":     "วันที่,เริ่ม,สิ้นสุด,กิจกรรม,วิทยากร\n23 มิถุนายน 2569,9.00 น.,9.30 น.,เปิดการประชุม,เจ้าหน้าที่ 1\n",
		"Spanish":  "Fecha;Hora inicio;Hora fin;Actividad;Ponente\n23/06/2026;9:00;9:30;Apertura;Oficial 1\n",
		"duration": "Date,Start,Activity,Duration\n2026-06-23,9:00 AM,Opening,30 min\n",
		"a range":  "Date,Start,Activity\n2026-06-23,09:00-09:30,Opening\n",
	} {
		n := readText(t, "a.csv", text)
		if len(n.Items()) != 1 || n.Days[0].Date != "2026-06-23" || n.Items()[0].Start != 540 || n.Items()[0].End != 570 || n.Items()[0].Kind != KindOpening {
			t.Errorf("%s: %s", name, summary(n))
		}
	}
}

func TestSheetNamesLanguages(t *testing.T) {
	n := readText(t, "a.csv", "Date,Start,End,Activity (EN),กิจกรรม (ไทย)\n2026-06-23,9:00,9:30,Opening,พิธีเปิด\n")
	if it := n.Items(); len(it) != 1 || fmt.Sprint(it[0].Titles) != "map[en:Opening th:พิธีเปิด]" {
		t.Errorf("%s %v", summary(n), it)
	}
}

// A bar inside a cell is text.
func TestBarsInCells(t *testing.T) {
	n := readText(t, "a.md", "| Time | Activity | Room |\n|---|---|---|\n| 9:00-9:30 | Cities \\| Schools | Hall A |\n| 9:30-10:00 | Closing | Hall B |\n")
	if it := n.Items(); len(it) != 2 || it[0].Title != "Cities | Schools" || it[0].Room != "Hall A" {
		t.Errorf("%s", summary(n))
	}
}

// A table without headings, or with a time alone, is left to the recognisers.
func TestSheetForTheRecognisers(t *testing.T) {
	n := readText(t, "a.csv", "Programme of the workshop,\n23 June 2026,\nTime,Activity\n9:00-9:30,Opening\n9:30-10:00,\"Talk\nDr. Example One, Example University\"\n")
	if items := n.Items(); len(items) != 2 || items[1].Title != "Talk" || len(items[1].Speakers) != 1 || n.Days[0].Date != "2026-06-23" {
		t.Errorf("%s", summary(n))
	}
}

// TestListsRoundTrip: whatever a name or a title holds, writing and reading give it back.
func TestListsRoundTrip(t *testing.T) {
	word := rapid.StringOfN(rapid.RuneFrom([]rune(`aB ก้;()\–—-,."|&<>`)), 1, 12, -1)
	text := rapid.Custom(func(t *rapid.T) string {
		s := joinSpace(word.Draw(t, "word"))
		if s == "" {
			return "x"
		}
		return s
	})
	person := rapid.Custom(func(t *rapid.T) Person {
		p := Person{Name: text.Draw(t, "name")}
		if rapid.Bool().Draw(t, "affiliated") {
			p.Affiliation = text.Draw(t, "affiliation")
		}
		return p
	})
	subitem := rapid.Custom(func(t *rapid.T) Subitem {
		return Subitem{Title: text.Draw(t, "title"), Speakers: rapid.SliceOfN(person, 0, 3).Draw(t, "speakers")}
	})
	rapid.Check(t, func(t *rapid.T) {
		people := rapid.SliceOfN(person, 0, 4).Draw(t, "people")
		if got := SplitPeople(JoinPeople(people)); fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", people) {
			t.Fatalf("%q: %+v, want %+v", JoinPeople(people), got, people)
		}
		items := rapid.SliceOfN(subitem, 0, 4).Draw(t, "items")
		if got := SplitSubitems(JoinSubitems(items)); fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", items) {
			t.Fatalf("%q: %+v, want %+v", JoinSubitems(items), got, items)
		}
	})
}
