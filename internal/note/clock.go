package note

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clock is a time of day in minutes after midnight (0 to 1440), or NoClock.
type Clock int

// NoClock is the end of an item that has none.
const NoClock Clock = -1

// String writes "09:30", and "" for NoClock.
func (c Clock) String() string {
	if c < 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", int(c)/60, int(c)%60)
}

type half int

const (
	unmarked half = iota
	am
	pm
)

type style int

const (
	bare   style = iota // "9", a time only beside something that says so
	dotted              // "9.30"
	colon               // "9:30"
	letter              // "9h30", "9 giờ 30", "8g30"
	four                // "0930"
	word                // "noon"
)

// reading is a time as written. Whether an unmarked "1:00" is morning or afternoon is decided later (forward.go).
type reading struct {
	clock Clock // the hour and minute as written, with am and pm applied
	half  half
	style style
	unit  bool // followed by น., hrs, WIB, …: it can be nothing but a time
	hours int  // digits of the hour as written
	short bool // "845": of style four, with three digits
}

// sure says that the writing alone shows a time, wherever it stands.
func (r reading) sure() bool {
	return r.unit || r.half != unmarked || r.style == colon || r.style == letter
}

// startsTime says whether a text starts with an hour and minutes.
func startsTime(s string) bool {
	r, _, ok := scanReading(s, 0)
	return ok && r.style != four && (r.style != bare || r.half != unmarked || r.unit)
}

// scanReading reads one time at s[i:]: "9:00", "09.00 น.", "17. 25", "8h30", "0930", "3 PM", "12 noon", "๐๘.๓๐".
func scanReading(s string, i int) (r reading, next int, ok bool) {
	if i >= len(s) {
		return r, i, false
	}
	hour, digits, next := readNumber(s, i)
	if digits == 0 {
		return scanTimeWord(s, i)
	}
	minute := 0
	switch {
	case digits == 4:
		r.style, minute, hour = four, hour%100, hour/100
		if next < len(s) && strings.IndexByte(".,:/-", s[next]) >= 0 && startsDigit(s[next+1:]) && s[next] != '-' {
			return r, i, false
		}
	case digits == 3:
		r.style, r.short, minute, hour = four, true, hour%100, hour/100
		if minute%5 != 0 || hour == 0 || next < len(s) && strings.IndexByte(".,:/", s[next]) >= 0 {
			return r, i, false
		}
	case digits <= 2:
		r.hours = digits
		r.style, minute, next = scanMinutes(s, next)
	default:
		return r, i, false
	}
	if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
		return r, i, false
	}
	r.clock = Clock(hour*60 + minute)
	next = scanMarks(s, next, &r)
	if r.style == bare && !r.unit && followedByLetter(s, next) {
		return r, i, false
	}
	return r, next, true
}

// scanMinutes reads what follows the hour: a separator and two digits, or an hour letter with or without minutes.
func scanMinutes(s string, i int) (st style, minute, next int) {
	at := skipSpace(s, i, 1)
	if at < len(s) && (s[at] == ':' || s[at] == '.') {
		st = colon
		if s[at] == '.' {
			st = dotted
		}
		value, digits, end := readNumber(s, skipSpace(s, at+1, 1))
		if digits == 2 && !continuesNumber(s, end, st) {
			return st, value, skipSeconds(s, end, st)
		}
		return bare, 0, i
	}
	if end, found := hourLetter(s, at); found {
		value, digits, after := readNumber(s, skipSpace(s, end, 1))
		if digits == 2 && !followedByLetter(s, skipMinuteMark(s, after)) {
			return letter, value, skipMinuteMark(s, after)
		}
		if !followedByLetter(s, end) {
			return letter, 0, end
		}
	}
	return bare, 0, i
}

// skipMinuteMark steps over the mark of "8h30’".
func skipMinuteMark(s string, i int) int {
	for _, mark := range []string{"'", "’", "′", "ʹ", " phút", "phút", "ph", "p"} {
		if strings.HasPrefix(s[i:], mark) && !followedByLetter(s, i+len(mark)) {
			return i + len(mark)
		}
	}
	return i
}

// hourLetter finds h, H, g (Vietnamese giờ) or the word itself.
func hourLetter(s string, i int) (next int, ok bool) {
	for _, mark := range []string{"giờ", "Giờ", "hs", "h", "H", "g"} {
		if strings.HasPrefix(s[i:], mark) {
			return i + len(mark), true
		}
	}
	return i, false
}

// continuesNumber recognises "23.09.2014", "1.10.2" and "10.50%": no times.
func continuesNumber(s string, i int, st style) bool {
	if i < len(s) && s[i] == '%' {
		return true
	}
	if i < len(s) && (s[i] == '.' || s[i] == '/' || s[i] == ',') && startsDigit(s[i+1:]) {
		return true
	}
	return st == dotted && i < len(s) && s[i] == ':' && (startsDigit(s[i+1:]) || !endsRange(s[:i]))
}

// endsRange says that a text ends with a dash and a time: "09.00-09.25".
func endsRange(s string) bool {
	s = strings.TrimRight(strings.TrimRight(s, "0123456789."), " ")
	return strings.HasSuffix(s, "-") || strings.HasSuffix(s, "–")
}

func skipSeconds(s string, i int, st style) int {
	if st == colon && i < len(s) && s[i] == ':' {
		if _, digits, end := readNumber(s, i+1); digits == 2 {
			return end
		}
	}
	return i
}

var (
	halfMarks = []struct {
		text string
		half half
	}{{"a.m.", am}, {"a.m", am}, {"a. m.", am}, {"am", am}, {"p.m.", pm}, {"p.m", pm}, {"p. m.", pm}, {"pm", pm}, {"noon", pm}}

	unitMarks = []string{
		"นาฬิกา", "น.", "น", "hrs.", "hrs", "hours", "hr.", "hr", "horas", "hs.", "hs", "heures", "uhr", "h.", "h", "giờ",
		"wib", "wita", "wit", "ict", "(gmt+7)", "(utc+7)", "gmt+7", "utc+7", "gmt", "utc", "bkk", "sgt", "jst", "ist", "cet", "cest", "bst", "eat", "est", "edt", "cst", "pst", "pdt", "(local time)", "local time",
	}
)

// joinUnits puts the "น." that stands in a cell of its own back to its time, as
// a paper set in wide letters has it. The cell stays, empty.
func joinUnits(cells []string) {
	for i, c := range cells {
		if i == 0 || cells[i-1] == "" || !isUnit(c) {
			continue
		}
		if last, _ := utf8.DecodeLastRuneInString(cells[i-1]); unicode.IsDigit(last) {
			cells[i-1], cells[i] = cells[i-1]+" "+c, ""
		}
	}
}

func isUnit(s string) bool {
	return slices.ContainsFunc(unitMarks, func(m string) bool { return strings.EqualFold(s, m) })
}

// scanMarks reads am or pm and a unit after a time, and applies the former.
func scanMarks(s string, i int, r *reading) int {
	at := skipSpace(s, i, 2)
	for _, m := range halfMarks {
		if end, ok := wordAt(s, at, m.text); ok {
			r.half, i = m.half, end
			r.clock = r.clock.in(m.half)
			break
		}
	}
	if end, ok := wordAt(s, at, "m."); ok && r.clock/60 == 12 {
		r.unit, i = true, end // Spanish "12:00 m.", meridiano
	}
	at = skipSpace(s, i, 2)
	for _, zone := range []string{"MT", "MST", "MDT", "ET", "PT", "CT", "SGT", "HKT", "AKDT"} {
		if end, ok := wordAt(s, at, zone); ok && strings.HasPrefix(s[at:], zone) && (r.half != unmarked || r.style == colon) {
			r.unit, i = true, end // in capitals only: "et" and "mt" are words
		}
	}
	for more := true; more; {
		more = false
		at = skipSpace(s, i, 2)
		for _, unit := range unitMarks {
			if end, ok := wordAt(s, at, unit); ok {
				r.unit, i, more = true, end, true
				break
			}
		}
	}
	return i
}

// in applies am or pm to a time on the twelve-hour clock; a time past 12:59 ignores it.
func (c Clock) in(h half) Clock {
	switch {
	case h == am && c >= 12*60 && c < 13*60:
		return c - 12*60
	case h == pm && c < 12*60:
		return c + 12*60
	}
	return c
}

// scanTimeWord reads "noon" and "midnight" in the languages that write them in programmes.
func scanTimeWord(s string, i int) (r reading, next int, ok bool) {
	for _, w := range [...]struct {
		text  string
		clock Clock
	}{{"12 noon", 720}, {"noon", 720}, {"midday", 720}, {"midnight", 1440}, {"mediodía", 720}, {"midi", 720}, {"เที่ยงวัน", 720}} {
		if end, found := wordAt(s, i, w.text); found {
			return reading{clock: w.clock, style: word}, end, true
		}
	}
	return r, i, false
}

// wordAt says whether a word stands at s[i:], whatever its case, and is not the start of a longer Latin word.
func wordAt(s string, i int, w string) (end int, ok bool) {
	end = i + len(w)
	if end > len(s) || !strings.EqualFold(s[i:end], w) {
		return i, false
	}
	if strings.HasSuffix(w, ".") {
		return end, true
	}
	r, _ := utf8.DecodeRuneInString(s[end:])
	if end < len(s) && (unicode.IsLetter(r) || unicode.IsMark(r)) {
		return i, false
	}
	return end, true
}

func followedByLetter(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// skipSpace steps over at most limit spaces or tabs.
func skipSpace(s string, i, limit int) int {
	for n := 0; n < limit && i < len(s) && (s[i] == ' ' || s[i] == '\t'); n++ {
		i++
	}
	return i
}
