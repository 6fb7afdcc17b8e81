package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sala.example/internal/document"
	"sala.example/internal/workshop"
)

func TestShortCutsBetweenWords(t *testing.T) {
	for text, want := range map[string]string{
		"":              "",
		"A short text.": "A short text.",
		"Make a written agreement between the province and learning centres: registration": "Make a written agreement between the province and learning …",
		"ให้โรงเรียนประถมของรัฐทุกแห่งในอำเภอเมืองกำหนดผู้ประสานงานการรับเด็กข้ามชาติหนึ่งคน": "ให้โรงเรียนประถมของรัฐทุกแห่งในอำเภอเมืองกำหนดผู้ประสานงานการรับ …",
	} {
		if got := short(text); got != want {
			t.Errorf("short(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestMarkedMakesStarsBold(t *testing.T) {
	want := []document.Run{{Text: "agreed on "}, {Text: "7 of 12", Bold: true}, {Text: " texts"}}
	if diff := cmp.Diff(want, marked("agreed on *7 of 12* texts")); diff != "" {
		t.Error(diff)
	}
}

func TestTimesAndDates(t *testing.T) {
	th, en := &builder{lang: "th"}, &builder{lang: "en"}
	for got, want := range map[string]string{
		th.span("13:00", "14:05"): "13.00–14.05 น.", en.span("13:00", "14:05"): "13:00–14:05",
		th.span("13:00", ""): "ตั้งแต่ 13.00 น.", en.span("13:00", ""): "from 13:00",
		th.day("2014-09-23"): "23 กันยายน พ.ศ. 2557", en.day("2014-09-23"): "23 September 2014", en.day("soon"): "soon",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestScriptTellsTheLanguage(t *testing.T) {
	b := &builder{lang: "th"}
	for text, want := range map[string]string{"เด็ก in school": "th", "12 school": "en", "ကလေး": "my", "12": "th"} {
		if got := b.script(text); got != want {
			t.Errorf("script(%q) = %q, want %q", text, got, want)
		}
	}
}

// The lead counts a text that is agreed with dissent among the agreed ones.
func TestLeadCounts(t *testing.T) {
	b := func(lang string, outcomes ...string) string {
		s := workshop.New()
		for i, o := range outcomes {
			r := workshop.Recommendation{Number: i + 1}
			if o != undecided {
				r.Decisions = []workshop.Decision{{Outcome: o}}
			}
			s.Recommendations = append(s.Recommendations, r)
		}
		return (&builder{s: s, lang: lang}).lead()
	}
	a, d, r, x, q, u := workshop.Agreed, workshop.AgreedWithDissent, workshop.Revise, workshop.RejectedOutcome, workshop.NoQuorum, undecided
	for _, c := range []struct{ got, want string }{
		{b("en"), "No recommendation was put to the workshop."},
		{b("en", a, a), "The workshop agreed on *2 of 2 recommendations*."},
		{b("en", a, d, r, x, q, u), "The workshop agreed on *2 of 6 recommendations*, 1 of them with recorded dissent; 1 goes back for revision; 1 was rejected; for 1 there was no quorum; 1 was left undecided."},
		{b("en", r, r), "The workshop agreed on *none of 2 recommendations*; 2 go back for revision."},
		{b("en", x), "The workshop did *not agree on its 1 recommendation*; 1 was rejected."},
		{b("th", a, d, d, r), "ที่ประชุมมีมติเห็นชอบ *3 จาก 4 ข้อ* ในจำนวนนี้บันทึกข้อสงวนไว้ 2 ข้อ และให้นำกลับไปปรับแก้ 1 ข้อ"},
		{b("th", x, u), "ที่ประชุม*ยังไม่เห็นชอบข้อใด*จากทั้งหมด 2 ข้อ ไม่เห็นชอบ 1 ข้อ และยังไม่มีมติ 1 ข้อ"},
	} {
		if c.got != c.want {
			t.Errorf("got  %q\nwant %q", c.got, c.want)
		}
	}
}
