package workshop

import (
	"testing"
	"time"
)

func TestPutAction(t *testing.T) {
	r := newRoom(t)
	r.do(rapporteur, &PutAction{Group: "b1", Recommendation: "r1", Row: ActionRow{Action: Say("Write the rule")}})
	a := r.s.Action("n1")
	if a.Rev != 1 || a.Group != "b1" || a.Recommendation != "r1" || a.Status != ActionOpen || a.Row.Action.IsZero() {
		t.Errorf("%+v", a)
	}
	r.do(organiser, &ReportAction{Action: "n1", Status: ActionStarted})
	r.do(rapporteur, &PutAction{Action: "n1", Rev: 1, Group: "b2", Row: ActionRow{Action: Say("Write and publish the rule"), Due: "2015-01-31"}})
	a = r.s.Action("n1")
	if a.Rev != 2 || a.Group != "b2" || a.Recommendation != "" || a.Row.Due != "2015-01-31" || a.Status != ActionStarted || len(a.Reports) != 1 {
		t.Errorf("%+v: a new row keeps status and reports", a)
	}
}

func TestPutActionRefusals(t *testing.T) {
	r := newRoom(t)
	row := func(change func(*ActionRow)) *PutAction {
		c := &PutAction{Row: ActionRow{Action: Say("Write the rule")}}
		change(&c.Row)
		return c
	}
	r.refused(rapporteur, &PutAction{}, "text.empty")
	r.refused(rapporteur, row(func(a *ActionRow) { a.Action = Say(longPassage) }), "text.too-long")
	r.refused(rapporteur, row(func(a *ActionRow) { a.Lead = Say(longLine) }), "text.too-long")
	r.refused(rapporteur, row(func(a *ActionRow) { a.Partners = Say(longLine) }), "text.too-long")
	r.refused(rapporteur, row(func(a *ActionRow) { a.FirstStep = Say(longPassage) }), "text.too-long")
	r.refused(rapporteur, row(func(a *ActionRow) { a.Budget = Say(longLine) }), "text.too-long")
	r.refused(rapporteur, row(func(a *ActionRow) { a.Indicator = Say(longPassage) }), "text.too-long")
	r.refused(rapporteur, row(func(a *ActionRow) { a.Due = "soon" }), "date.not-a-date")
	r.refused(rapporteur, row(func(a *ActionRow) { a.FirstStepBy = "2014-02-30" }), "date.not-a-date")
	r.refused(rapporteur, &PutAction{Group: "b9", Row: ActionRow{Action: Say("x")}}, "group.unknown")
	r.refused(rapporteur, &PutAction{Recommendation: "r9", Row: ActionRow{Action: Say("x")}}, "recommendation.unknown")
	r.refused(rapporteur, &PutAction{Action: "n9", Row: ActionRow{Action: Say("x")}}, "action.unknown")
	r.do(rapporteur, &PutAction{Row: ActionRow{Action: Say("x")}})
	if args := r.refused(rapporteur, &PutAction{Action: "n1", Rev: 0, Row: ActionRow{Action: Say("y")}}, "text.moved-on"); args["rev"] != "1" {
		t.Errorf("args %v", args)
	}
}

func TestRemoveAction(t *testing.T) {
	r := newRoom(t)
	r.refused(rapporteur, &RemoveAction{Action: "n1"}, "action.unknown")
	r.do(rapporteur, &PutAction{Row: ActionRow{Action: Say("one")}})
	r.do(rapporteur, &PutAction{Row: ActionRow{Action: Say("two")}})
	r.do(rapporteur, &RemoveAction{Action: "n1"})
	if r.s.Action("n1") != nil || r.s.Action("n2") == nil {
		t.Error("the named row is removed, no other")
	}
	r.refused(rapporteur, &PutAction{Action: "n1", Rev: 1, Row: ActionRow{Action: Say("x")}}, "action.unknown")
}

func TestReportAction(t *testing.T) {
	r := newRoom(t)
	r.refused(organiser, &ReportAction{Action: "n1", Status: ActionDone}, "action.unknown")
	r.do(rapporteur, &PutAction{Row: ActionRow{Action: Say("Write the rule")}})
	r.refused(organiser, &ReportAction{Action: "n1", Status: "halfway"}, "action.unknown-status")
	r.refused(organiser, &ReportAction{Action: "n1"}, "action.unknown-status")
	r.refused(organiser, &ReportAction{Action: "n1", Status: ActionDone, Note: Say(longPassage)}, "text.too-long")
	for _, status := range []string{ActionStarted, ActionStuck, ActionOpen, ActionDone} {
		r.later(time.Hour).do(organiser, &ReportAction{Action: "n1", Status: status, Note: Say("News.")})
		if got := r.s.Action("n1").Status; got != status {
			t.Errorf("status %s, want %s", got, status)
		}
	}
	if reports := r.s.Action("n1").Reports; len(reports) != 4 || !reports[3].At.Equal(r.now) || reports[3].Note.IsZero() {
		t.Errorf("%+v", reports)
	}
}
