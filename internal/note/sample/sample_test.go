package sample_test

import (
	"strings"
	"testing"

	"sala.example/internal/note"
	"sala.example/internal/note/sample"
)

// TestBothSamplesTellTheSame holds the two notes together: the same day, the same slots and kinds, the same people.
func TestBothSamplesTellTheSame(t *testing.T) {
	english, thai := read(t, sample.English), read(t, sample.Thai)
	if english.Lang != "en" || thai.Lang != "th" {
		t.Errorf("languages %s, %s", english.Lang, thai.Lang)
	}
	a, b := english.Items(), thai.Items()
	if len(a) != 15 || len(b) != 15 {
		t.Fatalf("%d and %d items, want 15 in both", len(a), len(b))
	}
	for i := range a {
		if a[i].Start != b[i].Start || a[i].End != b[i].End || a[i].Kind != b[i].Kind {
			t.Errorf("item %d: %s-%s %s, and %s-%s %s", i+1, a[i].Start, a[i].End, a[i].Kind, b[i].Start, b[i].End, b[i].Kind)
		}
	}
	if got, want := names(thai), names(english); got != want || strings.Count(got, "\n") != 7 {
		t.Errorf("speakers in Thai:\n%s\nin English:\n%s", got, want)
	}
	for _, n := range []*note.Note{english, thai} {
		check(t, n)
	}
}

func check(t *testing.T, n *note.Note) {
	t.Helper()
	if !n.Draft || n.Venue == "" || n.Title == "" || n.ExpectedOutput == "" || n.Objective == "" || len(n.SubObjectives) != 3 || len(n.Contacts) != 2 {
		t.Errorf("%s: something of the head is missing: %+v", n.Lang, n)
	}
	if len(n.Dates) != 1 || n.Dates[0] != "2014-09-23" || n.DecisionMinutes() != 50 {
		t.Errorf("%s: dates %v, %d minutes to agree", n.Lang, n.Dates, n.DecisionMinutes())
	}
	if l := n.Languages; l.Floor != "th" || len(l.Interpretation) != 1 || l.Interpretation[0] != "en" {
		t.Errorf("%s: languages %+v", n.Lang, n.Languages)
	}
	if subs := n.Items()[4].Subitems; len(subs) != 3 || len(subs[0].Speakers) != 3 {
		t.Errorf("%s: sub-items %+v", n.Lang, subs)
	}
}

func read(t *testing.T, text string) *note.Note {
	t.Helper()
	if strings.Contains(text, "@") {
		t.Error("a sample holds an e-mail address")
	}
	n, err := note.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func names(n *note.Note) string {
	var b strings.Builder
	for _, p := range n.Speakers {
		b.WriteString(p.Name + "\n")
	}
	return b.String()
}
