package note

import (
	"strings"
	"testing"
)

func TestFindDates(t *testing.T) {
	for _, c := range []struct{ in, first, last string }{
		{"23 September 2014", "2014-09-23", ""},
		{"Tuesday, 23rd September, 2014", "2014-09-23", ""},
		{"September 23, 2014", "2014-09-23", ""},
		{"Sept. 23rd 2014", "2014-09-23", ""},
		{"24-25 November 2026, BANGKOK", "2026-11-24", "2026-11-25"},
		{"24 and 25 November 2026", "2026-11-24", "2026-11-25"},
		{"30 November – 2 December 2026", "2026-11-30", "2026-12-02"},
		{"March 16-17, 2026", "2026-03-16", "2026-03-17"},
		{"2014-09-23", "2014-09-23", ""},
		{"23/09/2014", "2014-09-23", ""},
		{"23.9.2557", "2014-09-23", ""},
		{"วันอังคารที่ ๒๓ กันยายน พ.ศ. ๒๕๕๗", "2014-09-23", ""},
		{"วันที่23กันยายน2557", "2014-09-23", ""},
		{"23 ก.ย. 57", "2014-09-23", ""},
		{"23-24 ก.ย. 2557", "2014-09-23", "2014-09-24"},
		{"5 มิ.ย. 69", "2026-06-05", ""},
		{"๕ มิ.ย. ๖๙", "2026-06-05", ""},
		{"วันศุกร์ที่ 5 มิ.ย.69", "2026-06-05", ""},
		{"5 มิ.ย.2569", "2026-06-05", ""},
		{"วันที่ ๔ - ๕ มิ.ย. ๖๙ เวลา ๐๙.๐๐ น.", "2026-06-04", "2026-06-05"},
		{"30 เม.ย. - 1 พ.ค. 69", "2026-04-30", "2026-05-01"},
		{"5 มิ.ย. พ.ศ. 2569", "2026-06-05", ""},
		{"5 มิย. 69", "2026-06-05", ""},
		{"5 มิ.ย '69", "2026-06-05", ""},
		{"5 มิ.ย. 26", "2026-06-05", ""},
		{"5-มิ.ย.-69", "2026-06-05", ""},
		{"5/6/69", "2026-06-05", ""},
		{"๕/๖/๖๙", "2026-06-05", ""},
		{"5 มิ. ย. 69", "2026-06-05", ""},
		{"ระหว่างวันที่ 30 กันยายน - 1 ตุลาคม 2557", "2014-09-30", "2014-10-01"},
		{"Selasa, 23 September 2014", "2014-09-23", ""},
		{"10 – 13 Nopember 2014", "2014-11-10", "2014-11-13"},
		{"thứ Ba, ngày 23 tháng 9 năm 2014", "2014-09-23", ""},
		{"ngày 23-24/9/2014", "2014-09-23", "2014-09-24"},
		{"martes, 23 de septiembre de 2014", "2014-09-23", ""},
		{"del 23 al 25 de septiembre de 2014", "2014-09-23", "2014-09-25"},
		{"mardi 23 septembre 2014", "2014-09-23", ""},
		{"1er octobre 2014", "2014-10-01", ""},
		{"23 et 24 septembre 2014", "2014-09-23", "2014-09-24"},
	} {
		spans := findDates(c.in)
		if len(spans) != 1 {
			t.Errorf("%q: %d dates", c.in, len(spans))
			continue
		}
		last := c.last
		if last == "" {
			last = c.first
		}
		if got := spans[0]; got.first.iso() != c.first || got.last.iso() != last {
			t.Errorf("%q: %s to %s, want %s to %s", c.in, got.first.iso(), got.last.iso(), c.first, last)
		}
	}
}

// TestListedDays: an event on some days of a month, or in two months, has those days and no others.
func TestListedDays(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"วันที่ 25 – 26, 28 สิงหาคม และ 1 – 2 กันยายน พ.ศ. 2569", "2026-08-25 2026-08-26 2026-08-28 2026-09-01 2026-09-02"},
		{"4, 11 and 18 March 2026", "2026-03-04 2026-03-11 2026-03-18"},
		{"March 4, 11 & 18, 2026", "2026-03-04 2026-03-11 2026-03-18"},
		{"4-6 and 9 March 2026", "2026-03-04 2026-03-05 2026-03-06 2026-03-09"},
		{"4, 5 y 6 de marzo de 2026", "2026-03-04 2026-03-05 2026-03-06"},
		{"4 to 6 March 2026", "2026-03-04 2026-03-05 2026-03-06"},
		{"30 March, 3 April 2026", "2026-03-30 2026-04-03"},
	} {
		var days []string
		for _, s := range findDates(c.in) {
			for _, d := range s.days() {
				days = append(days, d.iso())
			}
		}
		if got := strings.Join(days, " "); got != c.want {
			t.Errorf("%q: %s, want %s", c.in, got, c.want)
		}
	}
}

func TestNoDates(t *testing.T) {
	for _, in := range []string{"", "31 February 2014", "5 คน มิยอม 2569", "ห้อง 5 กค 2", "we may 10 times", "2014-2016", "12.30-13.00", "8:30-9:00", "9.00-9.30 น.", "Regulation 12/2557", "groups 1-3", "10 May be late"} {
		spans := findDates(in)
		if len(spans) > 0 && spans[0].first.year != 0 {
			t.Errorf("%q was read as %s", in, spans[0].first.iso())
		}
	}
}

func TestWeekdays(t *testing.T) {
	for _, in := range []string{"Tuesday 23 September 2014", "วันอังคารที่ 23 กันยายน 2557", "Selasa, 23 September 2014", "martes 23 de septiembre de 2014", "mardi 23 septembre 2014", "thứ Ba, ngày 23/9/2014", "Tue. 23 Sep 2014"} {
		spans := findDates(in)
		if len(spans) != 1 || spans[0].weekday == nil || *spans[0].weekday != spans[0].first.time().Weekday() {
			t.Errorf("%q: %+v", in, spans)
		}
	}
}
