package report

import (
	"strings"
	"testing"

	"sala.example/internal/document"
	"sala.example/internal/workshop"
)

// nothingAgreed is a day on which two officers alone rated: nothing can be
// shown of it, and nothing is agreed.
func nothingAgreed(t *testing.T) *day {
	d := newDay(t)
	d.create()
	for i := range 2 {
		d.do("desk", "", &workshop.Join{Participant: person("officers", i), RoleGroup: "officers", Lang: "th"})
	}
	d.round("13:00", "13:20", []int{1, 2}, func() {
		for _, n := range []int{1, 2} {
			for range 2 {
				d.ballots = append(d.ballots, workshop.Ballot{Recommendation: d.rec(n).ID, RoleGroup: "officers", Ratings: map[string]int{"feasible": 8, "acceptable": 3}})
			}
		}
	})
	d.decide(1, workshop.NoQuorum, "")
	d.chair(&workshop.CloseWorkshop{})
	return d
}

// reopened is a day on which 1 was agreed, taken up again, reworded, and agreed
// as it then stood; 8 was taken up again and left at that.
func reopened(t *testing.T) *day {
	d := newDay(t)
	d.create()
	d.join()
	good := func() { d.rate(1, everybody(7, 8), everybody(8, 9)); d.rate(8, everybody(7, 8), everybody(8, 9)) }
	d.round("13:00", "13:20", []int{1, 8}, good)
	for _, n := range []int{1, 8} {
		d.decide(n, workshop.Agreed, "")
		d.chair(&workshop.ReopenDecision{Recommendation: d.rec(n).ID, Reason: say("ถ้อยคำยังไม่ชัด")})
	}
	d.do("rapporteur", "", &workshop.EditWording{Segment: d.seg(1).ID, Lang: "en", Rev: 1, Text: "THE SECOND WORDING"})
	d.do("rapporteur", "", &workshop.EditWording{Segment: d.seg(1).ID, Lang: "th", Rev: 1, Text: "ถ้อยคำที่สอง"})
	d.round("14:00", "14:20", []int{1}, func() { d.rate(1, everybody(7, 8), everybody(8, 9)) })
	d.decide(1, workshop.Agreed, "")
	return d
}

// bare is a workshop with one language and one text, before anybody came.
func bare(t *testing.T) *day {
	d := newDay(t)
	d.chair(&workshop.Create{
		ID: "w_bare", Settings: workshop.Settings{
			Title: both("", "การประชุม"), Timezone: "Asia/Bangkok", Floor: "th", Required: []string{"th"}, AcceptingParty: "a",
			RoleGroups: []workshop.RoleGroup{{ID: "a", Name: both("A", "ก")}, {ID: "b", Name: both("B", "ข")}},
		}, Programme: []workshop.Session{{Date: "2014-09-23", Start: "09:00", End: "10:00", Title: both("", "การประชุม")}},
		Recommendations: []workshop.AddRecommendation{{Segments: []workshop.Text{{"th": "ข้อความ"}}}},
	})
	return d
}

// sectionText is what stands under the section of that id.
func sectionText(d *document.Document, id string) string {
	out, inside := "", false
	for _, b := range d.Blocks {
		if h, ok := b.(document.Heading); ok && h.Level == 1 {
			inside = h.ID == id
		}
		if inside {
			out += dumpBlock(b)
		}
	}
	return out
}

func TestBoundRevisionsArePrinted(t *testing.T) {
	later := "WORDING AFTER THE DECISION"
	d := Build(finished(t).source(), "en")
	if got := sectionText(d, "not-agreed"); strings.Contains(got, later) || !strings.Contains(got, "before any closure.") {
		t.Error("a text sent back is not printed as it was bound")
	}
	if !strings.Contains(sectionText(d, "changes"), later) {
		t.Error("the later wording is not among the changes")
	}
	d = Build(reopened(t).source(), "en")
	agreed := sectionText(d, "agreed")
	if !strings.Contains(agreed, "THE SECOND WORDING") || !strings.Contains(agreed, "ถ้อยคำที่สอง") || strings.Contains(agreed, "Name one enrolment contact") {
		t.Errorf("a text agreed anew is not printed as it was bound:\n%s", agreed)
	}
	if got := sectionText(d, "not-agreed"); !strings.Contains(got, "The decision was reopened") {
		t.Errorf("a reopened decision is not told:\n%s", got)
	}
}

func TestNothingAgreedIsSaid(t *testing.T) {
	d := Build(nothingAgreed(t).source(), "en")
	if got := sectionText(d, "agreed"); !strings.Contains(got, "No recommendation was agreed.") {
		t.Errorf("got %q", got)
	}
	if got := dump(d); strings.Contains(got, "agreed on *") || !strings.Contains(got, "none of 12") {
		t.Error("the lead does not say that nothing was agreed")
	}
}

func TestDraftBeforeClosing(t *testing.T) {
	if d := Build(bare(t).source(), "en"); !strings.HasPrefix(d.Kicker, "Draft") {
		t.Errorf("kicker %q", d.Kicker)
	}
	if d := Build(finished(t).source(), "en"); !strings.HasPrefix(d.Kicker, "Resolution") {
		t.Errorf("kicker %q", d.Kicker)
	}
}

func TestMadeUpIsSaidFirst(t *testing.T) {
	d := Build(finished(t).source(), "th")
	if first := dumpBlock(d.Blocks[0]); !strings.Contains(first, "สมมติขึ้น") {
		t.Errorf("the first block is %q", first)
	}
	if got := dump(Build(bare(t).source(), "th")); strings.Contains(got, "สมมติขึ้น") {
		t.Error("a real workshop is called made up")
	}
}
