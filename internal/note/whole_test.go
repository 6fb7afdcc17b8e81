package note

import (
	"strings"
	"testing"
)

// TestWholeEvent: an event given by a date and its hours alone is one item with the title of the note.
func TestWholeEvent(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"labels":         {"Seminar on Rivers\nDate: 5 June 2026\nTime: 13:30 - 16:00\nVenue: Town Hall", "2026-06-05 13:30-16:00 Seminar on Rivers"},
		"one line":       {"Seminar on Rivers\nFriday, 5 June 2026, 13:30-16:00\nTown Hall", "2026-06-05 13:30-16:00 Seminar on Rivers"},
		"told twice":     {"Seminar on Rivers\nDate/Time: June 5, 2026 (Fri) 9:00-12:30\nLocation: Town Hall\n\nDate/Time | June 5, 2026 (Fri) 9:00-12:30(doors open at 8:30) |\nLocation | Town Hall |", "2026-06-05 09:00-12:30 Seminar on Rivers"},
		"in Thai":        {"เสวนาวิชาการ เรื่อง แม่น้ำของเรา\nวันศุกร์ที่ 5 มิ.ย. 69 เวลา 13.30-16.00 น.\nณ ห้องประชุมใหญ่", "2026-06-05 13:30-16:00 เสวนาวิชาการ เรื่อง แม่น้ำของเรา"},
		"in Thai digits": {"เสวนาวิชาการ เรื่อง แม่น้ำของเรา\nวันที่ ๕ มิ.ย. ๖๙ เวลา ๐๙.๐๐ - ๑๒.๐๐ น. ณ หอประชุม", "2026-06-05 09:00-12:00 เสวนาวิชาการ เรื่อง แม่น้ำของเรา"},
		"in a sentence":  {"เทศบาลตัวอย่าง จัดงานครบรอบ 20 ปี\n\nเทศบาลตั้งขึ้นเมื่อปี พ.ศ. 2549 จะครบรอบในวันที่ 8 มิ.ย. 2569 และจะจัดงานในวันศุกร์ที่ 5 มิ.ย. เวลา 09.00 น.-12.00 น. ณ ลานริมน้ำ อ.เมือง ภายในงานมีนิทรรศการ", "2026-06-05 09:00-12:00 เทศบาลตัวอย่าง จัดงานครบรอบ 20 ปี"},
		"two days":       {"Seminar on Rivers\n5-6 June 2026, 9:00-12:00", ""},
		"no hours":       {"Seminar on Rivers\n5 June 2026", ""},
		"a deadline":     {"Seminar on Rivers\n5 June 2026\nPlease register before 1 June 2026, 9:00-16:00.", ""},
		"a programme":    {"Seminar on Rivers\n5 June 2026, 9:00-12:00\n9:00-10:00 Opening\n10:00-12:00 Debate", "2026-06-05 09:00-10:00 Opening;2026-06-05 10:00-12:00 Debate"},
	} {
		n, err := Parse(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(datedSlots(n), ";"); got != c.want {
			t.Errorf("%s:\n got  %s\n want %s", name, got, c.want)
		}
	}
}

// TestHoursBelowProgramme: the facts about the event below its programme are no items.
func TestHoursBelowProgramme(t *testing.T) {
	n, err := Parse("Seminar on Rivers\n5 June 2026\n\n| 09:00-10:00 | Opening |\n| 10:00-12:00 | Debate |\n\n| Event date: | 5 June 2026 |\n| เวลาจัดกิจกรรม : | 09:00 - 12:00 |")
	if err != nil {
		t.Fatal(err)
	}
	if got := len(n.Items()); got != 2 {
		t.Errorf("%d items: %v", got, datedSlots(n))
	}
}

// TestVenueInSentence: the place that a sentence names right after the date, or the hours.
func TestVenueInSentence(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Second Consultation on Rivers\n\nFollowing the first consultation, partners organised the second one on 2 and 3 March 2026 at the Example Hotel, Some Town, with the support of the ministries of both countries, to discuss what the rivers need and who is to pay for it in the years to come.\n\n9:00-9:30 Opening\n9:30-10:00 Close", "Example Hotel"},
		{"เทศบาลตัวอย่าง จัดงานครบรอบ 20 ปี\n\nเทศบาลจะจัดงานในวันศุกร์ที่ 5 มิ.ย. 2569 เวลา 09.00 น.-12.00 น. ณ ลานริมน้ำ อ.เมือง ภายในงานมีนิทรรศการ และมีการแสดงของนักเรียนหลายโรงเรียนในเขตเทศบาล ตลอดทั้งวัน พร้อมการประกวดอาหารพื้นบ้านของชุมชนริมน้ำ", "ลานริมน้ำ อ.เมือง"},
		{"Seminar on Rivers\n5 June 2026\n\nสถานที่จัดกิจกรรม : หอประชุมตัวอย่าง", "หอประชุมตัวอย่าง"},
		{"เสวนา เรื่อง แม่น้ำ\n5 มิ.ย. 2569\nจัดผ่านระบบออนไลน์ ผู้สนใจสามารถเข้าร่วมได้ที่ช่องทางด้านล่าง", ""},
	} {
		n, err := Parse(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if n.Venue != c.want {
			t.Errorf("%q: %q", cutRunes(c.text, 40), n.Venue)
		}
	}
}

func datedSlots(n *Note) []string {
	var all []string
	for _, d := range n.Days {
		for _, it := range d.Items {
			all = append(all, d.Date+" "+it.Start.String()+"-"+it.End.String()+" "+it.Title)
		}
	}
	return all
}
