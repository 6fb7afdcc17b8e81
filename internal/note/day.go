package note

import (
	"strings"
	"time"
	"unicode"
)

// dayMark is what a line says about the day that follows: a date, a number ("Day 2") or a weekday alone.
type dayMark struct {
	span    dateSpan
	dated   bool
	ordinal int // 2 for "Day 2", 0 when not said
	weekday *time.Weekday
	number  int    // 9 for "Friday 9", whose month only the head of the note gives; 0 when not said
	text    string // as written
}

// many says that the mark is a run of days, so that it dates the event and starts no day.
func (m dayMark) many() bool { return m.dated && m.span.first != m.span.last }

// dayNames are the words for "day" in "Day 2", and the numbers that may follow.
var (
	dayNames = []string{"day", "hari ke-", "hari ke", "hari", "ngày thứ", "ngày", "día", "dia", "jour", "journée", "วันที่", "วัน"}
	ordinals = map[string]int{
		"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "i": 1, "ii": 2, "iii": 3, "pertama": 1, "kedua": 2, "ketiga": 3, "nhất": 1, "hai": 2, "ba": 3,
		"uno": 1, "dos": 2, "tres": 3, "un": 1, "deux": 2, "trois": 3, "แรก": 1, "หนึ่ง": 1, "สอง": 2, "สาม": 3, "ที่หนึ่ง": 1, "ที่สอง": 2, "ที่สาม": 3, "satu": 1, "dua": 2, "tiga": 3,
	}
	ordinalDays = map[string]int{
		"first day": 1, "second day": 2, "third day": 3, "primer día": 1, "segundo día": 2, "tercer día": 3, "premier jour": 1, "deuxième jour": 2, "troisième jour": 3,
		"première journée": 1, "deuxième journée": 2, "troisième journée": 3, "quatrième journée": 4, "seconde journée": 2, "quatrième jour": 4, "fourth day": 4, "fifth day": 5, "cuarto día": 4, "primera jornada": 1, "segunda jornada": 2, "tercera jornada": 3,
	}
)

// dayNumber reads "Day 2", "DAY TWO", "Hari ke-2", "วันที่ 2", "Jour 2", "First day" at the start of a text.
func dayNumber(s string) (n int, rest string) {
	if value, digits, next := readNumber(s, 0); digits == 1 && value > 0 {
		for _, suffix := range []string{"st day", "nd day", "rd day", "th day", "er jour", "e jour", "ème jour", "º día"} {
			if rest, ok := cutPrefixFold(s[next:], suffix); ok && !followedByLetter(rest, 0) {
				return value, rest
			}
		}
	}
	for words, n := range ordinalDays {
		if rest, ok := cutPrefixFold(s, words); ok && !followedByLetter(rest, 0) {
			return n, rest
		}
	}
	for _, name := range dayNames {
		rest, ok := cutPrefixFold(s, name)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " -")
		if value, digits, next := readNumber(rest, 0); digits == 1 && value > 0 && !continuesDate(rest[next:]) || digits == 2 && value < 10 && beforeFullDate(rest[next:]) {
			return value, rest[next:]
		}
		end := wordEnd(rest, 0)
		if n := ordinals[strings.ToLower(rest[:end])]; n > 0 && end > 0 {
			return n, rest[end:]
		}
	}
	return 0, s
}

// beforeFullDate recognises what follows the number in "Ngày 01 — 18/09/2026".
func beforeFullDate(s string) bool {
	bare := strings.TrimLeft(s, " —–-:,(")
	spans := findDates(bare)
	return len(bare) < len(s) && len(spans) > 0 && spans[0].from == 0 && spans[0].last.year > 0
}

func continuesDate(s string) bool {
	if bare := strings.TrimLeft(s, "-–"); len(bare) < len(s) && startsDigit(bare) {
		_, _, next := readNumber(bare, 0)
		month, _ := thaiMonthAt(bare, skipSpace(bare, next, 2))
		return month > 0 // "วันที่ 7-9 เมษายน"
	}
	return strings.HasPrefix(s, "/") || strings.HasPrefix(s, ".") && startsDigit(s[1:]) || strings.HasPrefix(s, ":") && startsDigit(s[1:]) || startsWithUnit(s)
}

func startsWithUnit(s string) bool {
	month, _ := thaiMonthAt(s, skipSpace(s, 0, 2))
	return month > 0
}

// dayWords may stand beside a date without making the line more than a heading.
var dayWords = wordSet(`day date the on of le el la hari tanggal ngày thứ día jour journée วัน วันที่ ที่ เวลา agenda programme program schedule main workshop
	cont continued continuation a.m am pm morning afternoon sáng chiều time activity กำหนดการ jadwal chương trình programa và and เดือน de del pagi siang
	กิจกรรม รายการ i ii iii iv matin après midi soir matinée mañana tarde sore st nd rd th er ke dated bulan du au วันแรก từ from desde dari à a al les las los ระหว่างวันที่ ระหว่าง`)

func wordSet(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// dayHeading recognises a line that opens a day. A line with more to say than the date opens one only when it says
// "Day 2" or is set as a heading.
func dayHeading(l line, text string) (dayMark, bool) {
	if len(text) > 240 {
		return dayMark{}, false
	}
	if letter, after, ok := strings.Cut(text, ". "); ok && len(letter) == 1 && unicode.IsUpper(firstRune(letter)) {
		if n, _ := dayNumber(after); n > 0 {
			text = after // "A. Day 1 (Friday, 18 November 2026)"
		}
	}
	mark := dayMark{text: text}
	number, rest := dayNumber(text)
	mark.ordinal = number
	counted := len(text) - len(rest) // of "Day 2, ", whose number is no day of the month
	if number == 0 {
		counted = 0
	}
	if spans := findDates(text[counted:]); len(spans) > 0 && len(spans) <= 2 && !isDeadline(text) {
		mark.span, mark.dated = spans[0], true
		mark.span.from, mark.span.to = mark.span.from+counted, mark.span.to+counted
		rest = text[:mark.span.from] + " " + text[mark.span.to:]
		if n, after := dayNumber(strings.TrimLeft(text[mark.span.to:], " (–—-,:")); n > 0 {
			mark.ordinal, rest = n, after // "25 August 2026 (Day 1): Online"
		}
	}
	left := 0
	for _, w := range wordsOf(rest) {
		if day, ok := weekdayOf(w); ok && !mark.dated {
			mark.weekday = &day
		} else if n := dayOfMonth(w); n > 0 && mark.weekday != nil && mark.ordinal == 0 && mark.number == 0 {
			mark.number = n
		} else if !dayWords[w] {
			left++
		}
	}
	if !mark.dated && mark.ordinal == 0 && mark.weekday == nil {
		return mark, false
	}
	opens := mark.ordinal > 0 || mark.dated && mark.span.from < 12
	marked := l.level > 0 || l.strong || mark.ordinal > 0 || mark.dated && mark.span.weekday != nil && mark.span.from == 0 && titled(text[mark.span.to:])
	return mark, left == 0 || marked && left <= 12 && opens
}

// dayOfMonth reads "9", "9th" and "1er".
func dayOfMonth(w string) int {
	value, digits, next := readNumber(w, 0)
	if digits == 0 || digits > 2 || value > 31 || w[next:] != "" && !dayWords[w[next:]] {
		return 0
	}
	return value
}

// titled says that what follows the date of a day is its theme: "Monday, February 13: Introduction", "… (field visit)".
func titled(after string) bool {
	after = strings.TrimLeft(after, " ")
	return len(after) < 90 && !isPlace(after) && (strings.HasPrefix(after, ":") || strings.HasPrefix(after, "("))
}

// deadlineWords turn a date into one by which something must be done, not a day of the event.
var deadlineWords = []string{
	"rsvp", "deadline", "next meeting", "prochaine réunion", "próxima reunión", "rapat berikutnya", "ครั้งต่อไป", "ครั้งถัดไป", "cuộc họp tiếp theo", "registration closes", "closing date", "ปิดรับ", "before", "no later", "until", "submission", "register", "last updated", "version", "revised", "as of", "ภายใน", "ก่อนวันที่", "ปรับปรุง", "ลงวันที่", "ลงทะเบียนล่วงหน้า", "ตอบรับ", "หมดเขต",
	"paling lambat", "sebelum", "batas", "trước ngày", "hạn", "chậm nhất", "antes del", "a más tardar", "hasta el", "fecha límite", "avant le", "au plus tard", "date limite", "inscriptions",
	"convocatoria", "notificación", "plazo", "early bird", "camera-ready", "notification of acceptance", "call for papers", "call for abstracts", "appel à communication", "วันสุดท้าย",
}

func isDeadline(text string) bool {
	low := strings.ToLower(text)
	for _, w := range deadlineWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	if at := strings.Index(low, "trước "); at >= 0 && startsDigit(low[at+len("trước "):]) {
		return true
	}
	at := strings.Index(low, "by ")
	return at >= 0 && beginsWithDate(low[at+3:])
}

// beginsWithDate tells "by 20 January" and "by Friday" from "by Dr. A".
func beginsWithDate(s string) bool {
	first, _, _ := strings.Cut(strings.TrimPrefix(s, "the "), " ")
	_, weekday := weekdayOf(strings.Trim(first, ",."))
	return startsDigit(s) || weekday || monthWords[strings.Trim(first, ",.")] > 0
}

// wordsOf lists the words and numbers of a text in lower case.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
}

// onlyDayWords says that nothing but "Date:", "วันที่" or a weekday stands before a date.
func onlyDayWords(s string) bool {
	for _, w := range wordsOf(s) {
		if _, ok := weekdayOf(w); !ok && !dayWords[w] {
			return false
		}
	}
	return true
}
