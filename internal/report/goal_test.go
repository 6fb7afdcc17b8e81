package report

import (
	"strings"
	"testing"
	"time"

	"sala.example/internal/workshop"
)

// withGoal is a source whose organiser had set a goal.
func withGoal(t *testing.T, d *day, g workshop.Goal) *Source {
	t.Helper()
	d.s.Settings.Goal = &g
	return d.source()
}

// The report says at its front, in either language, whether the goal was reached.
func TestTheGoalIsSaid(t *testing.T) {
	reached := finished(t)
	p := len(reached.s.Recommendations)
	agreed := 0
	for _, r := range reached.s.Recommendations {
		if d := r.Decision(); d != nil && d.Agreed() {
			agreed++
		}
	}
	if agreed < 2 || agreed >= p {
		t.Fatalf("%d of %d agreed: the fixture no longer has both ends", agreed, p)
	}
	created := func() *day {
		d := newDay(t)
		d.create()
		return d
	}
	for _, c := range []struct {
		name   string
		src    *Source
		en, th string
	}{
		{"reached", withGoal(t, finished(t), workshop.Goal{Agreed: 2}), "recommendations agreed by Provincial officers. The goal was reached: ", "บรรลุเป้าหมาย: เห็นชอบ "},
		{"missed", withGoal(t, finished(t), workshop.Goal{Share: "1/1"}), "Its goal: all ", "ไม่บรรลุเป้าหมาย: เห็นชอบ "},
		{"missed in words", withGoal(t, finished(t), workshop.Goal{Share: "1/1"}), "The goal was not reached: ", "เป้าหมาย: เจ้าหน้าที่จังหวัดเห็นชอบข้อเสนอแนะทั้ง "},
		{"before", withGoal(t, created(), workshop.Goal{Agreed: 2}), "So far 0 of the 2 are agreed.", "ขณะนี้เห็นชอบแล้ว 0 จาก 2 ข้อ"},
		{"more than there are", withGoal(t, created(), workshop.Goal{Agreed: 99}), "at least 99 recommendations agreed by Provincial officers.", "อย่างน้อย 99 ข้อ"},
	} {
		for lang, want := range map[string]string{"en": c.en, "th": c.th} {
			front, _, _ := strings.Cut(dump(Build(c.src, lang)), "\n# ")
			if !strings.Contains(front, want) {
				t.Errorf("%s, %s: %q is not at the front:\n%s", c.name, lang, want, front)
			}
		}
	}
}

// Who held the workshop stands at the front, its background in a section.
func TestHostsAndBackground(t *testing.T) {
	d := newDay(t)
	d.create()
	set := &d.s.Settings
	set.Organisers = []workshop.Text{both("Institute A", "สถาบัน ก"), {"en": "Institute B"}}
	set.Partners = []workshop.Text{{"en": "Foundation C"}}
	set.Background = both("One reason.\n\nAnother reason.", "เหตุผลหนึ่ง")
	d.s.Closed = time.Time{}
	en, th := dump(Build(d.source(), "en")), dump(Build(d.source(), "th"))
	for text, all := range map[string]string{
		"Organised by Institute A, Institute B. With Foundation C.": en, "# Background\nOne reason.\nAnother reason.\n": en,
		"จัดโดย สถาบัน ก": th, "# หลักการและเหตุผล\nเหตุผลหนึ่ง\n": th,
	} {
		if !strings.Contains(all, text) {
			t.Errorf("%q is not in:\n%s", text, all)
		}
	}
}
