package report

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"sala.example/internal/document"
	"sala.example/internal/opinion"
	"sala.example/internal/workshop"
)

// collected is a finished day in which twenty people answered six statements in
// two camps; the last statement is somebody's own.
func collected(t *testing.T) (*Source, *opinion.Outcome) {
	t.Helper()
	src := finished(t).source()
	b := &opinion.Book{}
	for j := range 6 {
		st := workshop.Statement{ID: fmt.Sprint("st_", j), Text: both(fmt.Sprint("Statement ", j), fmt.Sprint("ข้อความที่ ", j))}
		if j == 5 {
			st.Text, st.Author, st.Said = nil, "mask", []workshop.Wordings{{Lang: "en", Text: workshop.Words{Ref: "gone"}}, {Lang: "th", Text: workshop.Words{Ref: "translation"}}}
		}
		src.State.Statements = append(src.State.Statements, st)
		for i := range 20 {
			b.Set(fmt.Sprint("person-", i), st.ID, int8(1-2*(i%2*(j%2))))
		}
	}
	o := opinion.Draw(b.Matrix(nil), func(voter string) string { return "role" + voter[len(voter)-1:] }).Outcome
	o.Stability = &opinion.Stability{Resamples: 50, Mean: 0.93}
	src.State.Opinions = []workshop.Opinion{{ID: "op_1", Opened: at("10:00"), Closed: at("10:20"), Outcome: &o}}
	words := src.Words
	src.Words = func(w workshop.Words) string {
		if w.Ref == "translation" {
			return "ข้อความที่แปล"
		}
		return words(w)
	}
	return src, &o
}

// dumped is everything that a report says, as text.
func dumped(d *document.Document) string { return fmt.Sprintf("%+v", d.Blocks) }

func TestOpinionsInTheReport(t *testing.T) {
	src, _ := collected(t)
	for lang, wants := range map[string][]string{
		"en": {"Opinion map", "not a vote", "Statement 1", "Group A", "10 agree, 0 disagree, 0 pass", "0.93"},
		"th": {"แผนที่ความเห็น", "ไม่ใช่การลงมติ", "ข้อความที่ 1", "กลุ่ม A", "0.93"},
	} {
		said := dumped(Build(src, lang))
		for _, want := range wants {
			if !strings.Contains(said, want) {
				t.Errorf("%s: the report does not say %q", lang, want)
			}
		}
		for _, never := range []string{"opinion.", "person-", "ข้อความที่แปล", "st_"} {
			if strings.Contains(said, never) {
				t.Errorf("%s: the report says %q", lang, never)
			}
		}
	}
}

// No collecting, one that is open, and one of which no word is left: no section.
func TestNoOpinionsNoSection(t *testing.T) {
	src, o := collected(t)
	none := func(when string) {
		t.Helper()
		if strings.Contains(dumped(Build(src, "en")), "Opinion map") {
			t.Errorf("%s, and there is a section", when)
		}
	}
	src.State.Statements = nil
	none("no statement is left")
	src.State.Opinions[0].Outcome = nil
	none("it was never closed")
	src.State.Opinions = nil
	none("nothing was collected")
	if len(o.Groups) != 2 {
		t.Fatalf("the fixture has %d groups", len(o.Groups))
	}
}

// On the projector the map has the shape of its room, and larger letters.
func TestProjectorOpinionFillsItsBox(t *testing.T) {
	_, o := collected(t)
	d, usual := ProjectorOpinion(o, "th"), OpinionPicture(o, "th", nil, false)
	if shape := d.W / d.H; math.Abs(shape-projectorShape) > 0.02 {
		t.Errorf("it is %v × %v", d.W, d.H)
	}
	if projected(d) < 1.5*projected(usual) {
		t.Errorf("its letters are not half as large again: %v × %v against %v × %v", d.W, d.H, usual.W, usual.H)
	}
}
