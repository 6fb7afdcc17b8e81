package note

import "testing"

func TestLeadingSlot(t *testing.T) {
	for _, c := range []struct{ in, start, end, rest string }{
		{"8:30-9:00\tRegistration", "08:30", "09:00", "Registration"},
		{"9.00-9.30 Opening", "09:00", "09:30", "Opening"},
		{"09.00-09.30น. ลงทะเบียน", "09:00", "09:30", "ลงทะเบียน"},
		{"๐๘.๓๐ – ๐๙.๐๐ น.\tลงทะเบียน", "08:30", "09:00", "ลงทะเบียน"},
		{"0900-0930 Tea", "09:00", "09:30", "Tea"},
		{"1030 hrs Break", "10:30", "", "Break"},
		{"09h00 à 9h30 : Accueil", "09:00", "09:30", "Accueil"},
		{"8h30: Khai mạc", "08:30", "", "Khai mạc"},
		{"9 giờ 30 - 11 giờ", "09:30", "11:00", ""},
		{"8g30 đến 9g00 Đón tiếp", "08:30", "09:00", "Đón tiếp"},
		{"De 9:00 a 9:30 h Inscripción", "09:00", "09:30", "Inscripción"},
		{"de las 9:00 hasta las 10:30 Taller", "09:00", "10:30", "Taller"},
		{"Pukul 08.00 sampai 08.30 WIB Registrasi", "08:00", "08:30", "Registrasi"},
		{"เวลา 09.00 ถึง 10.00 น. เปิดงาน", "09:00", "10:00", "เปิดงาน"},
		{"17. 25- 17.30 Photo", "17:25", "17:30", "Photo"},
		{"(13:00-14:00) Lunch", "13:00", "14:00", "Lunch"},
		{"9:15 AM–10:45 AM  Session", "09:15", "10:45", "Session"},
		{"3 PM–4 PM Plenary", "15:00", "16:00", "Plenary"},
		{"9-10.30 a.m. Talk", "09:00", "10:30", "Talk"},
		{"4 PM  Close", "16:00", "", "Close"},
		{"10:00 a.m. – 12:00 noon Panel", "10:00", "12:00", "Panel"},
		{"16.00 น. เป็นต้นไป ปิด", "16:00", "", "ปิด"},
		{"14.30 - selesai Penutup", "14:30", "", "Penutup"},
		{"08:15 – 09:00 / Registration", "08:15", "09:00", "Registration"},
		{"09:00:00-09:30:00 Opening", "09:00", "09:30", "Opening"},
		{"9：00～9：30 Opening", "09:00", "09:30", "Opening"},
		{"๙.๐๐ น. พิธีเปิด", "09:00", "", "พิธีเปิด"},
	} {
		sl, rest, _, ok := leadingSlot(cleanRunes(c.in))
		if !ok {
			t.Errorf("%q: no slot", c.in)
			continue
		}
		clock := dayClock{last: NoClock, until: NoClock, late: true}
		start, end, _ := clock.read(sl)
		if start.String() != c.start || end.String() != c.end || rest != c.rest {
			t.Errorf("%q: %s-%s %q, want %s-%s %q", c.in, start, end, rest, c.start, c.end, c.rest)
		}
	}
}

func TestNoSlot(t *testing.T) {
	for _, in := range []string{
		"", "Registration", "24-25 November 2026", "16-17 March", "23.09.2014", "2014-09-23", "02 000 0000", "02-441-0201", "10.50 % of schools",
		"10.50 บาท", "12.30/2557", "1. Share the evidence", "25.30 Title", "12:75", "9 schools took part", "3 a day", "1.2.3 Section", "120,000 คน", "9-10 people",
	} {
		if sl, rest, _, ok := leadingSlot(in); ok {
			t.Errorf("%q was read as %s-%s %q", in, sl.start.clock, sl.end.clock, rest)
		}
	}
}

func TestTrailingSlot(t *testing.T) {
	for _, c := range []struct{ in, title, start string }{
		{"Registration (8.30-9.00)", "Registration", "08:30"},
		{"Opening: 09:00 – 09:15", "Opening", "09:00"},
		{"พิธีเปิด (๐๙.๐๐-๐๙.๑๕ น.)", "พิธีเปิด", "09:00"},
	} {
		title, sl, ok := trailingSlot(c.in)
		if !ok || title != c.title || sl.start.clock.String() != c.start {
			t.Errorf("%q: %q %s %v", c.in, title, sl.start.clock, ok)
		}
	}
	for _, in := range []string{"Regulation 12.30/2557", "call 02-441-0201", "schools 1-12", "09:00-09:30"} {
		if title, _, ok := trailingSlot(in); ok {
			t.Errorf("%q: %q", in, title)
		}
	}
}

func TestDuration(t *testing.T) {
	for in, want := range map[string]int{"(30 min) Talk": 30, "1.5 h": 90, "(๒ ชั่วโมง)": 120, "45'": 45, "30 menit": 30, "90 phút": 90, "(A)": 0, "999 hours": 0, "0 min": 0} {
		if got, _ := scanDuration(in, 0); got != want {
			t.Errorf("%q: %d minutes, want %d", in, got, want)
		}
	}
}
