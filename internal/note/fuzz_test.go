package note

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzParse: no text may panic or hang, every line number is one of the text, and the JSON form is always valid.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/corpus/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(archive.Files[0].Data))
	}
	for _, s := range []string{"(1)(2)", "9:00-\x1e", "| 9:00 | ", "Dr.", "โดย", "ณ ", "23 กันยายน", "Day 1", "Ⱥ. expected output is x", "12:", "24:00-24:00 a", "Speaker:", ":9:", "9.00 (", "31-32 May", "Expected output\n- 8 of the 12 recommendations are agreed by X; two thirds", "ผลผลิต\nข้อเสนอ ๕ ใน ๑๒ ข้อ ที่จังหวัดเห็นชอบ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		began := time.Now()
		n, err := Parse(text)
		if took := time.Since(began); took > 2*time.Second {
			t.Fatalf("took %s for %d bytes", took, len(text))
		}
		if err != nil {
			if !errors.Is(err, ErrEmpty) {
				t.Fatal(err)
			}
			return
		}
		checkNote(t, n, len(text)+2)
	})
}

func checkNote(t *testing.T, n *Note, lines int) {
	t.Helper()
	for _, it := range n.Items() {
		if it.Line < 1 || it.Line > lines || it.Start < 0 || it.Start > 24*60 || it.End > 48*60 {
			t.Fatalf("item %+v", it)
		}
	}
	for _, w := range n.Warnings {
		if w.Message("en") == "" || w.Message("th") == "" || w.Line < 0 || w.Line > lines {
			t.Fatalf("warning %+v", w)
		}
	}
	printed, err := json.Marshal(n)
	if err != nil || !utf8.Valid(printed) {
		t.Fatalf("JSON: %v", err)
	}
}

// TestLongNotesAreLinear: large notes of every awkward make are read in time that grows with their size: eight times the text
// may take thirty times as long (a square would be sixty-four), and what is over in two seconds is no matter.
func TestLongNotesAreLinear(t *testing.T) {
	const size = 1 << 18
	for name, unit := range map[string]string{
		"slots":     "09:00-09:30 Talk by Dr. Example One, Example University\n",
		"one line":  "Dr. Example One, Example University and ",
		"numbers":   "09:00 12 2014 ",
		"thai":      "นางสาวตัวอย่าง หนึ่ง มูลนิธิตัวอย่าง โดย ๐๙.๐๐ น. ",
		"bars":      "| 9:00 | a | b ",
		"headings":  "# Objective of the meeting\n",
		"dates":     "Monday 3 March 2026\n",
		"colons":    "Speaker: a: b: ",
		"brackets":  "(1)(2)((((",
		"words":     "Objective\nto agree\n",
		"names":     "9:00 Dr. Aaaa Bbbb\n",
		"languages": "Language: thai english lao interpretation ",
		"run-on":    "9:00 Aaaa bbbb 10:00 Cccc dddd 11:00 Eeee ffff 12:00 Gggg hhhh\n",
		"matrix":    "| Time | Monday | Tuesday |\n| 9:00 | aaa | bbb |\n",
		"small":     "Objective\n" + strings.Repeat("and so on\n", 1000),
		"plain":     "9:00 Opening by Ana Example (Some Institute), Ben Example (Other Office)\n",
		"pictures":  "\U0001F558 9:00 Opening \u2705\n",
		"contacts":  "contact Example One or Example Two a@b.co\n",
	} {
		for tries := 1; ; tries++ { // the machine may have been busy with something else
			short, long := timeToRead(t, strings.Repeat(unit, 1+size/8/len(unit))), timeToRead(t, strings.Repeat(unit, size/len(unit)))
			if long <= 30*short || long <= 2*time.Second {
				break
			}
			if tries == 4 {
				t.Errorf("%s: %d bytes took %s, an eighth of them %s", name, size, long, short)
				break
			}
		}
	}
}

func timeToRead(t *testing.T, text string) time.Duration {
	t.Helper()
	began := time.Now()
	if _, err := Parse(text); err != nil {
		t.Error(err)
	}
	Recommendations(text)
	BilingualRecommendations(text)
	return time.Since(began)
}
