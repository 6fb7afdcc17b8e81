package note

import "testing"

func TestCheck(t *testing.T) {
	n, err := Parse(`Workshop
3 March 2026
09:00-09:30 Registration
09:30-11:30 Presentation of findings
11:30-11:45 Questions and answers
11:45-13:15 Discussion
13:15-14:00 Lunch
14:00-15:00 Group work A
14:00-15:00 Group work B
15:00-15:20 Group presentation
15:20-15:50 Way forward
15:50 Closing`)
	if err != nil {
		t.Fatal(err)
	}
	c := n.Check()
	if c.Items != 10 || c.DecisionItems != 2 || c.DecisionMinutes != 50 || c.QAMinutes != 15 || c.BreakMinutes != 45 || c.Minutes != 410 {
		t.Errorf("%+v", c)
	}
	if len(c.Stretches) != 2 || c.Stretches[0].Minutes != 225 || c.Stretches[0].From.String() != "09:30" || c.Stretches[1].Minutes != 110 {
		t.Errorf("stretches %+v", c.Stretches)
	}
	if !warned(n, CodeLongStretch) || warned(n, CodeNoDecision) {
		t.Errorf("%v", n.Warnings)
	}
}

func TestKinds(t *testing.T) {
	for title, want := range map[string]Kind{
		"Registration and welcome coffee": KindRegistration, "Lunch break (1.5 h)": KindBreak, "Q&A": KindQA, "Group photo and coffee break": KindBreak,
		"Group work: Framing the model": KindGroup, "Group presentation": KindPresentation, "Way forward": KindDecision, "Closing": KindClosing,
		"พิธีเปิด": KindOpening, "ปิดการประชุม": KindClosing, "กล่าวเปิดการประชุม": KindOpening, "ประชุมกลุ่มย่อย (๓ กลุ่ม)": KindGroup, "พักรับประทานอาหารว่าง": KindBreak,
		"Self-introduction of participants": KindIntroduction, "Diskusi kelompok": KindGroup, "Giải lao": KindBreak, "Almuerzo": KindBreak, "Clôture": KindClosing,
		"Reception classes and interpreters in schools": KindOther,
	} {
		if got := kindOf(title, false); got != want {
			t.Errorf("%q is %s, want %s", title, got, want)
		}
	}
}
