package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// slot is a place in time as written: a range, a start only, or an open end.
type slot struct {
	start, end reading
	ranged     bool // both ends are written
	open       bool // "onwards", "เป็นต้นไป", or a dash that leads nowhere
	dangling   bool // it is open by a dash at the end of the line: the end may stand on the next one
	minutes    int  // a duration in brackets right after it, 0 for none
}

// sure says that the slot can be taken for one without looking at the rest of the note.
func (s slot) sure() bool {
	if s.ranged {
		return s.start.sure() || s.end.sure() || s.start.style == dotted && s.end.style == dotted
	}
	return s.start.sure()
}

// yearlike recognises "2014-2016" and "2014": they are times only in a note that writes others so.
func (s slot) yearlike() bool {
	year := func(r reading) bool {
		return r.style == four && r.clock >= 19*60 && r.clock <= 21*60 && !r.unit && r.half == unmarked
	}
	return year(s.start) && (!s.ranged || year(s.end))
}

// scanSlot reads a slot at s[i:].
func scanSlot(s string, i int) (sl slot, next int, ok bool) {
	start, at, ok := scanReading(s, i)
	if !ok {
		return sl, i, false
	}
	sl.start, sl.end = start, reading{clock: NoClock}
	if sep, found := scanSeparator(s, at); found {
		if end, after, ok := scanReading(s, skipFillers(s, sep)); ok && rangeFits(start, end) && !joinsOn(s, after) {
			sl.start, sl.end, sl.ranged = forenoon(start, end), end, true
			if open := skipSpace(s, after, 3); strings.HasPrefix(s[open:], "(") {
				sl.minutes, after = scanDuration(s, after)
			}
			return sl, after, true
		}
	}
	if end, after, ok := lostDash(s, at, start); ok {
		sl.end, sl.ranged = end, true
		return sl, after, true
	}
	if start.style == bare && start.half == unmarked && !start.unit {
		return sl, i, false
	}
	if after, open := scanOpen(s, at); open {
		sl.open = true
		sl.dangling = after == len(s) && skipSpace(s, at, 4) < len(s) && !followedByLetter(s, skipSpace(s, at, 4))
		return sl, after, true
	}
	if joinsOn(s, at) {
		return sl, i, false
	}
	sl.minutes, at = scanDuration(s, at)
	return sl, at, true
}

// forenoon reads the start of "9:00 PM - 12:40 PM", which runs backwards, as the morning that was meant.
func forenoon(start, end reading) reading {
	if start.half == pm && end.half == pm && start.clock > end.clock && end.clock >= 12*60 && end.clock < 13*60 {
		start.clock, start.half = start.clock-12*60, am
	}
	return start
}

// lostDash reads "08:30 09:00" and "1530  1600": two times of one writing whose dash, or the wall between whose columns, was
// lost. The second must be the later one and come within half a day.
func lostDash(s string, at int, start reading) (end reading, next int, ok bool) {
	from := skipSpace(s, at, 3)
	if from == at || start.style != colon && start.style != dotted && start.style != four {
		return end, at, false
	}
	end, next, ok = scanReading(s, from)
	length := (end.clock - start.clock + 12*60) % (12 * 60)
	if !ok || end.style != start.style && !(start.style == dotted && end.style == colon || start.style == colon && end.style == dotted) || length == 0 || length > 5*60 {
		return end, at, false
	}
	return end, next, !joinsOn(s, next) && (next == len(s) || strings.IndexByte(" \t)", s[next]) >= 0)
}

// rangeFits refuses ranges of which neither end shows a time ("24-25", "16-17", "0800-9"). A bare hour may end one when it
// comes soon after its start: "4:30 - 5 Wrap-up", but not "9:30 - 5 lessons learned".
func rangeFits(a, b reading) bool {
	switch {
	case (a.short || b.short) && (a.half != unmarked || b.half != unmarked) || a.half != unmarked && b.half != unmarked:
		return true // "130pm-215pm"
	case b.style == bare && !b.unit && b.half == unmarked && (a.style == colon || a.style == letter):
		return soonAfter(a, b)
	case a.short && b.style != four:
		return false
	case b.short && a.style != four:
		return (a.style == colon || a.style == dotted) && soonAfter(a, b)
	case a.style == four || b.style == four:
		return a.style == b.style || a.style == word || b.style == word
	case a.style == bare && b.style == bare:
		return a.half != unmarked || b.half != unmarked || b.unit
	case a.style == bare:
		return a.unit || a.half != unmarked || b.sure()
	case b.style == bare:
		return b.unit || b.half != unmarked
	}
	return true
}

// soonAfter says that one time follows another within two hours, on the twelve-hour clock.
func soonAfter(a, b reading) bool {
	after := (b.clock - a.clock + 24*60) % (12 * 60)
	return after > 0 && after <= 2*60
}

// joinsOn recognises numbers that run on: "12.30/2557", "09-10-2014", "02 000 0000" written with dashes, "10.50 %".
func joinsOn(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if strings.IndexByte("/-.,", s[i]) >= 0 && startsDigit(s[i+1:]) {
		return true
	}
	rest := strings.ToLower(strings.TrimLeft(cutRunes(s[i:], 16), " "))
	for _, unit := range moneyUnits {
		if strings.HasPrefix(rest, unit) {
			return true
		}
	}
	return false
}

// moneyUnits follow amounts, never times.
var moneyUnits = []string{
	"%", "percent", "per cent", "ร้อยละ", "baht", "บาท", "ล้าน", "usd", "us$", "thb", "rupiah", "đồng", "vnd", "triệu", "euro", "€",
	"million", "billion", "km", "คน", "people", "participants", "personas", "peserta",
}

var rangeWords = []string{
	"to", "till", "until", "til", "and", "ถึง", "จนถึง", "sampai dengan", "sampai", "hingga", "s.d.", "s/d", "sd", "đến", "tới",
	"a", "al", "hasta", "à", "au", "jusqu'à", "y",
}

// scanSeparator reads a dash of any kind, an arrow, or a word for "to".
func scanSeparator(s string, i int) (next int, ok bool) {
	at := skipSpace(s, i, 4)
	end := at
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !strings.ContainsRune("-–—‒―−‐‑~〜～→", r) && !(r == '>' && (end > at || at > i)) {
			break
		}
		end += size
	}
	if end > at {
		return skipSpace(s, end, 4), true
	}
	for _, w := range rangeWords {
		if end, ok := wordAt(s, at, w); ok {
			return skipSpace(s, end, 4), true
		}
		if w >= "ก" && strings.HasPrefix(s[at:], w) {
			return skipSpace(s, at+len(w), 4), true
		}
	}
	return i, false
}

// skipFillers steps over the article of a second time: "de 9:00 a las 10:30", "from 9:00 to about 10:30".
func skipFillers(s string, i int) int {
	for _, w := range []string{"las", "jam", "pukul", "เวลา"} {
		if end, ok := wordAt(s, i, w); ok {
			return skipSpace(s, end, 2)
		}
	}
	return i
}

var openWords = []string{
	"เป็นต้นไป", "onwards", "onward", "till end", "until end", "till late", "dan seterusnya", "dst.", "dst", "sampai selesai", "s.d. selesai", "s/d selesai", "selesai",
	"trở đi", "en adelante", "hasta el final", "et au-delà", "jusqu'à la fin", "end", "finish", "fin",
}

// endWords are open ends only when they are all that follows the dash: "16:00 - end", not "16:00 - End of the day".
var endWords = wordSet(`end finish fin`)

func endsSlot(s string, i int) bool {
	rest := s[i:]
	return rest == "" || strings.HasPrefix(rest, "  ") || strings.IndexByte("\t:)|", rest[0]) >= 0
}

// scanOpen reads an open end: a word for "onwards", or a dash after which the line ends.
func scanOpen(s string, i int) (next int, ok bool) {
	at := skipSpace(s, i, 2)
	sep, dash := scanSeparator(s, i)
	for _, w := range openWords {
		for _, from := range [...]int{at, sep} {
			if end, ok := wordAt(s, from, w); ok && (dash && endsSlot(s, end) || !endWords[w]) {
				return end, true
			}
			if w >= "ก" && strings.HasPrefix(s[from:], w) {
				return from + len(w), true
			}
		}
	}
	if dash && sep >= len(s) {
		return sep, true
	}
	return i, false
}

// leadWords may stand before a slot at the start of a line.
var leadWords = []string{
	"ตั้งแต่เวลา", "เริ่มเวลา", "เวลาประมาณ", "ช่วงเวลา", "เวลา", "ตั้งแต่", "ประมาณ", "time", "from", "at", "starting at", "around", "approx.", "ca.", "mulai pukul", "mulai jam", "mulai", "pukul", "jam", "waktu",
	"buổi sáng,", "buổi chiều,", "buổi tối,", "vào lúc", "khoảng", "lúc", "bắt đầu từ", "từ", "thời gian", "horario", "hora", "a partir de las", "desde las", "de las", "desde", "de", "a las", "las", "hacia las", "heure", "horaire", "dès", "à partir de", "vers", "à",
}

// leadingSlot reads a slot at the start of a cell, after brackets and words such as "เวลา". The rest is the text after it;
// labelled says that a word for "time" stood before it.
func leadingSlot(s string) (sl slot, rest string, labelled, ok bool) {
	i := skipOpeners(s, 0)
	for again := true; again; {
		again = false
		for _, w := range leadWords {
			end, found := wordAt(s, i, w)
			if !found && w >= "ก" && strings.HasPrefix(s[i:], w) {
				end, found = i+len(w), true
			}
			if at := skipOpeners(s, end); found && at < len(s) {
				i, labelled, again = at, labelled || w >= "ก" || len(w) > 2, true
				break
			}
		}
		if labelled && again && startsDigit(s[i:]) {
			break
		}
	}
	i = afterRowNumber(s, i)
	sl, next, ok := scanSlot(s, i)
	if !ok || followedByLetter(s, next) && !thaiAt(s, next) {
		return sl, "", false, false
	}
	after := skipZoneName(strings.TrimLeft(s[next:], " "))
	rest = trimLead(after)
	return sl, cutOtherZone(sl, after[:len(after)-len(rest)], rest), labelled, true
}

// afterRowNumber steps over the number of a row that stands before its time without a wall between: "2 11:10 Opening".
func afterRowNumber(s string, i int) int {
	_, digits, next := readNumber(s, i)
	if from := skipSpace(s, next, 2); digits > 0 && digits <= 2 && from > next {
		if r, _, ok := scanReading(s, from); ok && (r.style == colon || r.style == letter || r.style == dotted && r.hours == 2) {
			return from
		}
	}
	return i
}

// trailingSlot reads a range that ends a text: "Registration (8.30-9.00)", "Registration: 08:30 - 09:00"; or one in brackets
// before the people: "Opening (9:00 - 9:15), Dr. X".
func trailingSlot(s string) (title string, sl slot, ok bool) {
	for i := 0; i < len(s); {
		if size := digitSize(s, i); size == 0 || i > 0 && isWordBefore(s, i) {
			_, size = utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		sl, next, found := scanSlot(s, i)
		if found && (sl.ranged || (sl.start.unit || sl.start.half != unmarked || sl.start.style == letter && i > 0) && !isLength(s[i:])) && strings.Trim(s[next:], " )].,;") == "" {
			return trimTail(s[:i]), sl, i > 0
		}
		if people, ok := afterBracket(s, i, next); found && sl.ranged && ok {
			return trimTail(s[:i]) + " " + people, sl, i > 1
		}
		_, _, end := readNumber(s, i)
		i = max(end, i+1)
	}
	return "", sl, false
}

// isLength says that "2 hours)" at the end of a text is a length.
func isLength(s string) bool {
	m, end := readDuration(s, 0)
	return m > 0 && m <= 6*60 && strings.HasPrefix(s[end:], ")")
}

// afterBracket is what follows a slot that stands in brackets, s[from:to], if it names somebody.
func afterBracket(s string, from, to int) (people string, ok bool) {
	if from == 0 || s[from-1] != '(' || !strings.HasPrefix(s[to:], ")") {
		return "", false
	}
	people = trimLead(s[to+1:])
	return people, len(honorificsIn(people, true)) > 0
}

// sessionSlot reads "Session 1 (9:00-10:30): Title": the slot, and the title with the number of the session before it.
func sessionSlot(s string) (sl slot, title string, ok bool) {
	at := strings.IndexAny(cutRunes(s, 30), ":(–-")
	if at <= 0 || len(s) > 300 {
		return sl, "", false
	}
	head := strings.TrimSpace(s[:at])
	if session, _ := sessionHeading(head); !session {
		return sl, "", false
	}
	_, tail, _ := cutAny(s[at:], ":(–-")
	sl, rest, _, ok := leadingSlot(strings.TrimLeft(tail, " "))
	if !ok || !sl.ranged || !sl.sure() || rest == "" {
		return sl, "", false
	}
	return sl, head + ": " + rest, true
}

func digitSize(s string, i int) int {
	_, size := digitAt(s, i)
	return size
}

func isWordBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.IsLetter(r) && !isThai(r) || unicode.IsDigit(r) || strings.ContainsRune("+/.:$", r)
}

func skipOpeners(s string, i int) int {
	for i < len(s) && strings.IndexByte(" \t([:.-", s[i]) >= 0 {
		i++
	}
	return i
}

// trimLead removes what separates a slot from its title.
func trimLead(s string) string {
	return strings.TrimLeft(s, " \t)]:;,/|>–—-‐‑.•·*+=~►▶▸➢→»")
}

// trimTail removes what separates a title from a slot or a person after it.
func trimTail(s string) string { return strings.TrimRight(s, " \t([:;,/|–—-‐‑@…") }

func thaiAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isThai(r)
}

func isThai(r rune) bool { return r >= 0x0E00 && r <= 0x0E7F }

// cutRunes returns at most n runes.
func cutRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}
