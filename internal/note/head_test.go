package note

import (
	"strings"
	"testing"
)

// TestHead reads the head of notes: what is the title, the place and the days of the event, and what only stands beside them.
func TestHead(t *testing.T) {
	const item = "\n\n09:00-10:00 Opening\n10:00-11:00 Discussion"
	for name, c := range map[string]struct{ head, title, venue, dates string }{
		"navigation and letterhead": {"Previous Page Table of Contents\nREPUBLIC OF EXAMPLE\nMINISTRY OF EXAMPLES\nRegional Meeting on Rivers\n3 March 2026", "Regional Meeting on Rivers", "", "2026-03-03"},
		"heading of a list":         {"The agenda has the following items:\n3 March 2026", "", "", "2026-03-03"},
		"bare event":                {"EXP WORKSHOP\nData for the Islands\n3 March 2026", "Data for the Islands", "", "2026-03-03"},
		"whole sentence":            {"The town wants to know how its people live and what they need from it.\n3 March 2026", "", "", "2026-03-03"},
		"quoted in a sentence":      {"Dear all, we send you the agenda of the workshop \"Schools for every child\", please answer soon.\n3 March 2026", "Schools for every child", "", "2026-03-03"},
		"subject of a sentence":     {"Del 3 al 4 de marzo de 2026 tendrá lugar el Encuentro Ciudades del Sur, organizado por la red.", "Encuentro Ciudades del Sur", "", "2026-03-03 2026-03-04"},
		"headings without walls":    {"No Activity Time Duration Location\n3 March 2026", "", "", "2026-03-03"},
		"session with hours":        {"3 March 2026\nPHIÊN THỨ NHẤT (Từ 6h30 đến 11h30)", "", "", "2026-03-03"},
		"label of a person":         {"3 March 2026\nSpeaker: Ana Example", "", "", "2026-03-03"},
		"paper named twice":         {"Chương trình Đại hội Ví Dụ lần thứ IX\nĐại hội Ví Dụ lần thứ IX diễn ra trong một ngày.\nNgày 3/3/2026", "Đại hội Ví Dụ lần thứ IX", "", "2026-03-03"},

		"date of a circular":    {"Hội nghị hướng dẫn theo Thông tư số 12/2026/TT-VD ngày 10/02/2026 của Bộ Ví Dụ\nThời gian: ngày 31/7/2026", "Hội nghị hướng dẫn theo Thông tư số 12/2026/TT-VD ngày 10/02/2026 của Bộ Ví Dụ", "", "2026-07-31"},
		"date of a post":        {"Rivers and people\n3 December 2026 9:30\nColloque co-organisé par la Ville et l’Université Exemple le vendredi 4 décembre 2026, de 9h30 à 17h30, à l’Université Exemple.", "Rivers and people", "Université Exemple", "2026-12-04"},
		"odd minute of a page":  {"Forum of the towns\nTuesday, 17 November 2026 | 07:01\nWednesday 18 November 2026", "Forum of the towns", "", "2026-11-18"},
		"answers before a date": {"Hội thảo Ví Dụ Một\nCác anh chị góp ý trước 17h thứ sáu (10/5/2026) giúp em\nNgày 14/5/2026", "Hội thảo Ví Dụ Một", "", "2026-05-14"},

		"wrapped before the place": {"Tentative Programme for the Second Session of the\nRegional Committee, Example Town, 6-7 March 2026", "Second Session of the Regional Committee", "Example Town", "2026-03-06 2026-03-07"},
		"wrapped over a gap":       {"Reaching the River: Meeting of the Towns\n\nto Reach the Goals of 2030\n\n3 March 2026", "Reaching the River: Meeting of the Towns to Reach the Goals of 2030", "", "2026-03-03"},
		"kind of paper below":      {"The Days of the Towns\n\nprogramme still to be settled\n\n3 March 2026", "The Days of the Towns", "", "2026-03-03"},
		"exhibition":               {"กำหนดการจัดงาน – EXP 2026\n\nกำหนดการพิธีเปิด\n\nนิทรรศการ “แม่น้ำของเรา” ครั้งที่ ๕\nวันอังคารที่ ๓ มีนาคม พ.ศ. ๒๕๖๙\nณ ชั้น ๕ หอศิลป์ตัวอย่าง", "นิทรรศการ “แม่น้ำของเรา” ครั้งที่ ๕", "ชั้น ๕ หอศิลป์ตัวอย่าง", "2026-03-03"},
		"an item of the day":       {"Opening Ceremony\n3 March 2026", "", "", "2026-03-03"},
		"kinds of paper":           {"Preliminary Conference Schedule\n3 March 2026", "", "", "2026-03-03"},
		"some days of two months":  {"อบรมเชิงปฏิบัติการ เรื่อง แม่น้ำ\nวันที่ 25 – 26, 28 สิงหาคม และ 1 กันยายน พ.ศ. 2569", "อบรมเชิงปฏิบัติการ เรื่อง แม่น้ำ", "", "2026-08-25 2026-08-26 2026-08-28 2026-09-01"},
		"short Thai dates":         {"อบรมเชิงปฏิบัติการ เรื่อง แม่น้ำ\n๔-๕ มิ.ย. ๖๙", "อบรมเชิงปฏิบัติการ เรื่อง แม่น้ำ", "", "2026-06-04 2026-06-05"},

		"session is no place":  {"Forum of the towns\n3 March 2026\nSession 1", "Forum of the towns", "", "2026-03-03"},
		"sentence is no place": {"Forum of the towns\n3 March 2026 arrival day of the participants", "Forum of the towns", "", "2026-03-03"},
		"place and hours":      {"Forum of the towns\n3 March 2026, Example Hall from 9:00 to 17:00", "Forum of the towns", "Example Hall", "2026-03-03"},
	} {
		n, err := Parse(c.head + item)
		if err != nil {
			t.Fatal(name, err)
		}
		if dates := strings.Join(n.Dates, " "); n.Title != c.title || n.Venue != c.venue || dates != c.dates {
			t.Errorf("%s:\n title %q, want %q\n venue %q, want %q\n dates %s, want %s", name, n.Title, c.title, n.Venue, c.venue, dates, c.dates)
		}
	}
}

// TestDayThemes keeps the themes of two days out of the head.
func TestDayThemes(t *testing.T) {
	n, err := Parse("Monday 2 March 2026\nWHERE WE STAND\n& WHAT WE SEE\n09:00-10:00 Welcome\n\nTuesday 3 March 2026\nWHERE WE GO\n09:00-10:00 Debate")
	if err != nil || n.Title != "" || n.Venue != "" {
		t.Errorf("title %q, venue %q, %v", n.Title, n.Venue, err)
	}
}

// TestNumberedDays reads days whose number stands in brackets after the date, or after the letter of a list.
func TestNumberedDays(t *testing.T) {
	for _, text := range []string{
		"Forum\n\n2 March 2026 (Day 1): Online\n09:00-10:00 Welcome\n\n3 March 2026 (Day 2): Online\n09:00-10:00 Debate",
		"Forum\n\nA. Hari Pertama (Senin, 2 Maret 2026)\n\n1. Pembukaan 08.00-09.00 WIB\n2. Istirahat 09.00-09.30 WIB\n\nB. Hari Kedua (Selasa, 3 Maret 2026)\n\n1. Diskusi 08.00-09.00 WIB\n2. Penutupan 09.00-10.00 WIB",
	} {
		n, err := Parse(text)
		if err != nil || len(n.Days) != 2 || n.Days[0].Date != "2026-03-02" || n.Days[1].Date != "2026-03-03" {
			t.Errorf("%q: %+v %v", text, n.Days, err)
		}
	}
}
