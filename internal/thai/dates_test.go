package thai

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestWrittenDates(t *testing.T) {
	day := time.Date(2014, time.September, 23, 13, 0, 0, 0, time.UTC)
	for _, c := range []struct{ got, want string }{
		{Date(day, "th"), "23 กันยายน พ.ศ. 2557"},
		{Date(day, "en"), "23 September 2014"},
		{Date(day, "my"), "23 September 2014"},
		{Weekday(day, "th"), "วันอังคาร"},
		{Weekday(day, "en"), "Tuesday"},
		{Clock(day, "th"), "13.00 น."},
		{Clock(day, "en"), "13:00"},
		{MonthShort(day.Month(), "th"), "ก.ย."},
		{MonthShort(day.Month(), "en"), "Sep"},
		{ThaiDigits(Date(day, "th")), "๒๓ กันยายน พ.ศ. ๒๕๕๗"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestParseDate(t *testing.T) {
	for _, s := range []string{
		"23 กันยายน พ.ศ. 2557", "๒๓ กันยายน พ.ศ. ๒๕๕๗", "วันอังคารที่ ๒๓ กันยายน พ.ศ. ๒๕๕๗", "วันที่ 23 กันยายน 2557",
		"23 ก.ย. 57", "23 ก.ย. 2557", "23 ก.ย.2557", "23กันยายนพ.ศ.2557", "อังคารที่ 23 กันยา 2557", "อ. 23 ก.ย. 57",
		"23 กันยายน ค.ศ. 2014", "23 กันยายน 2014", "23 กันยายน พ. ศ. 2557", "23 กันยายน พศ 57", "23 กันยายน พ.ศ 2557",
		"23 September 2014", " 23 september, 2014 ", "September 23, 2014", "Sept. 23rd, 2014", "Tuesday the 23rd of September 2014",
		"Tue, 23 Sep 14", "23-Sep-2014", "23 Sep 2557", "23 September 2557 B.E.", "23 September B.E. 2557", "23 September AD 2014",
		"23 September 2014 (Tuesday)", "2014-09-23", "23/9/2557", "23/09/2014", "9/23/2014", "23.9.2557", "๒๓/๙/๒๕๕๗",
	} {
		got, yearStated, ok := ParseDate(s)
		if want := time.Date(2014, time.September, 23, 0, 0, 0, 0, time.UTC); !ok || !yearStated || !got.Equal(want) {
			t.Errorf("ParseDate(%q) = %v, %v, %v", s, got, yearStated, ok)
		}
	}
}

func TestParseDateWithoutYear(t *testing.T) {
	for _, s := range []string{"15 March", "Sunday 15 March", "March 15", "วันอาทิตย์ที่ 15 มีนาคม", "๑๕ มี.ค."} {
		got, yearStated, ok := ParseDate(s)
		if !ok || yearStated || got.Day() != 15 || got.Month() != time.March || got.Year() != 0 {
			t.Errorf("ParseDate(%q) = %v, %v, %v", s, got, yearStated, ok)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{
		"", "-", "23", "2014", "September", "September 2014", "กันยายน 2557", "31 September 2014", "29 February 2015", "0 May 2014",
		"23-24 September 2014", "23-24 September", "September 23-24", "23 September - 24 October", "09.00-10.30", "10.30", "1/2/57",
		"32/1/2557", "13/13/2014", "23/9-2557", "23 September 2014 at the hall", "23 กันยายน 9999", "23 กันยายน พ.ศ.", "99999999999999999999 May",
		"034 123 456", "หน้า 3", "2014-09-123", "15 วันทำการ",
	} {
		if got, _, ok := ParseDate(s); ok {
			t.Errorf("ParseDate(%q) = %v, want a refusal", s, got)
		}
	}
}

func TestParseDateWeekday(t *testing.T) {
	for _, c := range []struct {
		s    string
		want time.Weekday
		ok   bool
	}{
		{"วันอังคารที่ 23 กันยายน 2557", time.Tuesday, true},
		{"Monday, 23 September 2014", time.Monday, true}, // contradicts the date, and says so
		{"พฤ. 25 ก.ย. 57", time.Thursday, true},
		{"วันพฤหัสที่ 25 ก.ย. 57", time.Thursday, true},
		{"23 September 2014", time.Sunday, false},
		{"Tuesday", time.Tuesday, false},
	} {
		if got, ok := ParseDateWeekday(c.s); ok != c.ok || ok && got != c.want {
			t.Errorf("ParseDateWeekday(%q) = %v, %v", c.s, got, ok)
		}
	}
}

func TestNamesReadBack(t *testing.T) {
	for m := time.January; m <= time.December; m++ {
		for _, lang := range []string{"th", "en"} {
			for _, name := range []string{MonthName(m, lang), MonthShort(m, lang)} {
				if got, ok := Month(name); !ok || got != m {
					t.Errorf("Month(%q) = %v, %v", name, got, ok)
				}
			}
		}
	}
	for _, name := range []string{"", "ม", "ma", "วัน", "Marching", "กรก"} {
		if got, ok := Month(name); ok {
			t.Errorf("Month(%q) = %v", name, got)
		}
	}
	if got, ok := Month("กรกฏาคม"); !ok || got != time.July {
		t.Errorf("the frequent spelling of July: %v, %v", got, ok)
	}
	if _, ok := WeekdayNamed("ส"); ok {
		t.Error("a single letter was read as Saturday")
	}
}

func TestDatesReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := time.Date(1900, time.January, 1, 0, 0, 0, 0, time.UTC)
		day := first.AddDate(0, 0, rapid.IntRange(0, 100_000).Draw(t, "days"))
		lang := rapid.SampledFrom([]string{"th", "en"}).Draw(t, "lang")
		written := Weekday(day, lang) + " " + Date(day, lang)
		if rapid.Bool().Draw(t, "Thai digits") {
			written = ThaiDigits(written)
		}
		got, yearStated, ok := ParseDate(written)
		if !ok || !yearStated || !got.Equal(day) {
			t.Fatalf("ParseDate(%q) = %v, %v, %v", written, got, yearStated, ok)
		}
		if weekday, ok := ParseDateWeekday(written); !ok || weekday != day.Weekday() {
			t.Fatalf("ParseDateWeekday(%q) = %v, %v", written, weekday, ok)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"23 กันยายน พ.ศ. 2557", "September 23, 2014", "23/9/2557", "2014-09-23", "\xff23 ก.ย. 57"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		day, yearStated, ok := ParseDate(s)
		if ok && yearStated && (day.Year() < 1800 || day.Year() > 2200) {
			t.Errorf("ParseDate(%q) = %v", s, day)
		}
	})
}
