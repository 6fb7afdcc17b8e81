package thai

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// dateParts are what a written date is made of: numbers, names, single signs.
var dateParts = regexp.MustCompile(`[0-9]+|\p{L}[\p{L}\p{M}.]*|[^\s]`)

// eras finds พ.ศ. and ค.ศ., spaced or not, also where they touch the month's name;
// not the ค. of ส.ค.
var eras = regexp.MustCompile(`(^|[^.])(พ|ค)\. ?ศ(\.|[ 0-9]|$)`)

// writtenDate is a date as far as a text states it.
type writtenDate struct {
	day        time.Time
	hasYear    bool
	weekday    time.Weekday
	hasWeekday bool
}

// ParseDate reads s, all of it, as one day in Thai or English: "23 กันยายน พ.ศ. 2557",
// "๒๓ ก.ย. ๕๗", "23 September 2014", "September 23, 2014", "2014-09-23",
// "23/9/2557"; with "วันที่" or a weekday too. Years from 2400 on are Buddhist Era
// unless marked ค.ศ.; a year of two digits is 25.. after a Thai month, 20.. after an
// English one, and refused among numbers only. The day comes before the month in
// numbers unless that is impossible. The result is midnight UTC; in the year 0 when
// yearStated is false. A weekday that contradicts the date is not an error: see
// ParseDateWeekday.
func ParseDate(s string) (day time.Time, yearStated, ok bool) {
	d, ok := readDate(s)
	return d.day, d.hasYear, ok
}

// ParseDateWeekday gives the weekday that the date s names beside its day, which
// may contradict it; ok is false if s is no date or names none.
func ParseDateWeekday(s string) (weekday time.Weekday, ok bool) {
	d, ok := readDate(s)
	return d.weekday, ok && d.hasWeekday
}

func readDate(s string) (d writtenDate, ok bool) {
	s = eras.ReplaceAllString(Arabic(Normalise(s)), "${1} ${2}ศ ${3}")
	var parts []string
	for _, part := range dateParts.FindAllString(s, -1) {
		if weekday, named := weekdayPart(part); named && !d.hasWeekday {
			d.weekday, d.hasWeekday = weekday, true
		} else if !isFiller(part) {
			parts = append(parts, part)
		}
	}
	if len(parts) == 5 && isDateSign(parts[1]) && parts[1] == parts[3] && isNumber(parts[2]) {
		d.day, ok = numericDate(parts[0], parts[2], parts[4])
		d.hasYear = ok
		return d, ok
	}
	d.day, d.hasYear, ok = namedDate(parts)
	return d, ok
}

// weekdayPart also knows the forms วันอังคารที่ and อังคารที่.
func weekdayPart(part string) (time.Weekday, bool) {
	return WeekdayNamed(strings.TrimSuffix(part, "ที่"))
}

// isFiller: a part that says nothing about which day it is.
func isFiller(part string) bool {
	switch strings.ToLower(part) {
	case "วันที่", "วัน", "ที่", "เดือน", "ปี", "on", "the", "of", "st", "nd", "rd", "th", "date", ",", "(", ")", "'", "’", ":":
		return true
	}
	return false
}

func isDateSign(part string) bool { return strings.Contains("/-.–", part) }

func isNumber(part string) bool { return part[0] >= '0' && part[0] <= '9' }

// numericDate reads year-month-day, day/month/year or, where the second number
// cannot be a month, month/day/year.
func numericDate(a, b, c string) (time.Time, bool) {
	year, month, day := a, b, c
	if len(a) != 4 {
		year, month, day = c, b, a
	}
	if len(year) != 4 {
		return time.Time{}, false
	}
	y, ok := readYear(year, "", false)
	if n, _ := strconv.Atoi(month); len(a) != 4 && n > 12 {
		month, day = day, month
	}
	if !ok || len(month) > 2 {
		return time.Time{}, false
	}
	m, _ := strconv.Atoi(month)
	return calendarDay(y, time.Month(m), day)
}

// namedDate reads day month [era] [year] [era] or month day [year].
func namedDate(parts []string) (day time.Time, yearStated, ok bool) {
	n, ok := collectNames(parts)
	switch {
	case !ok || n.month == 0 || len(n.numbers) == 0 || len(n.numbers) > 2:
		return time.Time{}, false, false
	case len(n.numbers) == 1:
		day, ok = calendarDay(0, n.month, n.numbers[0])
		return day, false, ok && n.era == ""
	}
	year, ok := readYear(n.numbers[1], n.era, n.thaiMonth)
	if !ok || n.monthFirst && (n.joined || len(n.numbers[1]) != 4) {
		return time.Time{}, false, false
	}
	day, ok = calendarDay(year, n.month, n.numbers[0])
	return day, ok, ok
}

// namedParts is what stands in a date whose month is a name.
type namedParts struct {
	numbers    []string // the day, and the year where it is stated
	month      time.Month
	thaiMonth  bool // named in Thai
	monthFirst bool
	joined     bool // by hyphens: 23-Sep-2014, but also September 23-24
	era        string
}

// collectNames is not ok if a part belongs to no date, or two numbers stand before
// the month, as in 23-24 September.
func collectNames(parts []string) (n namedParts, ok bool) {
	for _, part := range parts {
		month, isMonth := Month(part)
		era := readEra(part)
		switch {
		case isNumber(part):
			n.numbers = append(n.numbers, part)
		case isMonth && n.month == 0 && len(n.numbers) < 2:
			n.month, n.thaiMonth, n.monthFirst = month, part[0] >= utf8.RuneSelf, len(n.numbers) == 0
		case era != "" && n.era == "":
			n.era = era
		case part == "-":
			n.joined = true
		case part != ".":
			return n, false
		}
	}
	return n, true
}

// readEra gives "BE" or "CE" for the mark of an era.
func readEra(part string) string {
	switch strings.ToLower(strings.ReplaceAll(part, ".", "")) {
	case "พศ", "be":
		return "BE"
	case "คศ", "ce", "ad":
		return "CE"
	}
	return ""
}

// readYear gives the year of the common era, from 1800 to 2200.
func readYear(digits, era string, thai bool) (int, bool) {
	year, err := strconv.Atoi(digits)
	switch {
	case err != nil || len(digits) != 4 && len(digits) != 2:
		return 0, false
	case len(digits) == 2 && (era == "BE" || era == "" && thai):
		year += 2500
	case len(digits) == 2:
		year += 2000
	}
	if era == "BE" || era == "" && year >= 2400 {
		year -= buddhistEra
	}
	return year, year >= 1800 && year <= 2200
}

// calendarDay refuses days that the month does not have. Year 0 is a leap year.
func calendarDay(year int, month time.Month, day string) (time.Time, bool) {
	n, err := strconv.Atoi(day)
	t := time.Date(year, month, n, 0, 0, 0, 0, time.UTC)
	ok := err == nil && len(day) <= 2 && t.Day() == n && t.Month() == month
	if !ok {
		return time.Time{}, false
	}
	return t, true
}
