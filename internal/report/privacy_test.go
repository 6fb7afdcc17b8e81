package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sala.example/internal/chart"
	"sala.example/internal/document"
	"sala.example/internal/document/documenttest"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// Wherever a number of people stands under or beside "n", it is 3 or more, and
// a group that is too small never stands alone.
func TestNoSmallGroupIsShown(t *testing.T) {
	everyReport(t, func(t *testing.T, src *Source, d *document.Document) {
		for _, table := range tables(d) {
			n := slices.Index(table.Header, "n")
			for _, row := range table.Rows {
				head := documenttest.Plain(row[0].Runs)
				if head == src.State.GroupName("employers", d.Lang) || strings.HasSuffix(head, ": "+src.State.GroupName("employers", d.Lang)) {
					t.Errorf("a group of two stands alone: %s", head)
				}
				if n < 0 {
					continue
				}
				if shown := documenttest.Plain(row[n].Runs); !enoughPeople(shown) {
					t.Errorf("%s: n = %q", head, shown)
				}
			}
		}
		for _, b := range d.Blocks {
			if f, ok := b.(document.Figure); ok {
				checkPicture(t, src.State, f.Drawing, d.Lang)
			}
		}
	})
}

// enoughPeople reads "8", or "8 → 9" for two rounds, of which one may be a dash.
func enoughPeople(shown string) bool {
	for number := range strings.SplitSeq(shown, " → ") {
		if number == "–" && shown != number {
			continue
		}
		if n, err := strconv.Atoi(number); err != nil || n < rating.MinCell {
			return false
		}
	}
	return true
}

func checkPicture(t *testing.T, s *workshop.State, d chart.Drawing, lang string) {
	t.Helper()
	for _, shape := range d.Shapes {
		if number, counts := strings.CutPrefix(shape.Text, "n = "); counts {
			if !enoughPeople(number) {
				t.Errorf("the picture shows %q", shape.Text)
			}
		}
		if shape.Text != "" && shape.Text == s.GroupName("employers", lang) {
			t.Errorf("the picture shows a group of two: %s", shape.Text)
		}
	}
}

// Two ratings in all are never shown, however they are asked for.
func TestTooFewToShow(t *testing.T) {
	d := nothingAgreed(t)
	round, result := d.s.LastResult(d.rec(1).ID)
	for _, drawing := range []chart.Drawing{Picture(d.s, round, result, "en"), TallPicture(d.s, round, result, "th"), PlanePicture(d.s, "en")} {
		for _, shape := range drawing.Shapes {
			if strings.HasPrefix(shape.Text, "n = ") || shape.Kind == chart.Circle {
				t.Errorf("two ratings are drawn: %+v", shape)
			}
		}
	}
	got := sectionText(Build(d.source(), "en"), "rated")
	if !strings.Contains(got, "Too few ratings came from Provincial officers") || !strings.Contains(got, "a few ratings are not shown") || strings.Contains(got, "median 8") {
		t.Errorf("got %s", got)
	}
}

// Neither ids of people nor pseudonyms reach paper.
func TestNobodyIsLinked(t *testing.T) {
	everyReport(t, func(t *testing.T, _ *Source, d *document.Document) {
		text := dump(d)
		for _, bad := range []string{"mask ", "p_officers", "p_schools", "p_ngos", "p_families", "p_employers"} {
			if strings.Contains(text, bad) {
				t.Errorf("%q is in the report", bad)
			}
		}
	})
}

// What is erased is nowhere in the report, but for wordings that the room
// adopted.
func TestErasedWordsAreGone(t *testing.T) {
	d := finished(t)
	src := d.source()
	src.Words = func(workshop.Words) string { return "" }
	adopted := fmt.Sprint(d.s.Recommendations)
	for _, lang := range []string{"en", "th"} {
		text := dump(Build(src, lang))
		for _, words := range d.words {
			if strings.Contains(text, words) && !strings.Contains(adopted, words) {
				t.Errorf("%s: erased words are in the report: %s", lang, words)
			}
		}
	}
	got := sectionText(Build(src, "en"), "changes")
	if !strings.Contains(got, "by amendment: [erased at the author’s request]") {
		t.Errorf("the erased reason leaves no note:\n%s", got)
	}
}

func TestOnlyThoseWhoAgreedAreNamed(t *testing.T) {
	src := finished(t).source()
	if got := sectionText(Build(src, "en"), "people"); !strings.Contains(got, "Participant 1") || !strings.Contains(got, "27 others took part and are not named.") {
		t.Errorf("got %s", got)
	}
	src.Named = nil
	if got := sectionText(Build(src, "en"), "people"); strings.Contains(got, "agreed to be named") || !strings.Contains(got, "30 others") {
		t.Errorf("got %s", got)
	}
}
