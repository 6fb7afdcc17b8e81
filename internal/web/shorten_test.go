package web

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"sala.example/internal/note"
	"sala.example/internal/workshop"
)

func TestShorten(t *testing.T) {
	for in, want := range map[string]string{
		"short":                         "short",
		"One two. Three four five six.": "One two. …",
		"One two three four five":       "One two three …",
		"Onetwothreefourfivesix":        "Onetwothreefou …",
		"บรรทัดแรก ยาว\nบรรทัดที่สอง": "บรรทัดแรก ยาว …",
	} {
		if got := shorten(in, 16); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text, most := rapid.String().Draw(t, "text"), rapid.IntRange(3, 40).Draw(t, "most")
		short := shorten(text, most)
		if n := utf8.RuneCountInString(short); n > most || n < utf8.RuneCountInString(text) && !strings.HasSuffix(short, "…") {
			t.Fatalf("%q of at most %d: %q", text, most, short)
		}
	})
}

// A note that ends a sentence with "…" of its own was not shortened.
func TestAnEllipsisOfTheNoteIsNoSign(t *testing.T) {
	n := &note.Note{Lang: "th", Title: "เมือง โรงเรียน …"}
	if cut := propose(n, time.Now()).fit(); len(cut) != 0 {
		t.Errorf("said to be shortened: %v", cut)
	}
}

// However long a note is, its draft holds what a workshop takes.
func TestTheDraftOfALongNoteFits(t *testing.T) {
	long := strings.Repeat("A sentence without end. ", 2000)
	n := &note.Note{
		Lang: "en", Title: long, Venue: long, Objective: long, SubObjectives: []string{long}, ExpectedOutput: long, Background: long,
		Organisers: []string{long}, Partners: []string{long},
		Days: []note.Day{{Items: []note.Item{{Title: long, Subitems: []note.Subitem{{Title: long, Titles: map[string]string{"th": long}}}}}}},
	}
	d := propose(n, time.Now())
	cut := d.fit()
	fits := func(what string, limit int, texts ...workshop.Text) {
		for _, text := range texts {
			for lang, words := range text {
				if size := utf8.RuneCountInString(words); size > limit || size < limit/2 {
					t.Errorf("%s (%s) has %d characters, want at most %d", what, lang, size, limit)
				}
			}
		}
	}
	fits("a line", workshop.LongestLine, append(append([]workshop.Text{d.Title, d.Place, d.Items[0].Title, d.Items[0].SubItems[0].Title}, d.Organisers...), d.Partners...)...)
	fits("a passage", workshop.LongestPassage, append(d.SubObjectives, d.Objective, d.ExpectedOutput)...)
	fits("the background", workshop.LongestBackground, d.Background)

	var paths []string
	for _, c := range cut {
		paths = append(paths, c.Path)
	}
	want := []string{
		"title.en", "place.en", "organisers.0.en", "partners.0.en", "background.en", "objective.en", "subObjectives.0.en", "expectedOutput.en",
		"items.0.title.en", "items.0.subItems.0.title.th",
	}
	if !slices.Equal(paths, want) {
		t.Errorf("said to be shortened: %q, want %q", paths, want)
	}
	if again := d.fit(); len(again) != 0 {
		t.Errorf("shortened twice: %v", again)
	}
}
