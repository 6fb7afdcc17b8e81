package note

import (
	"slices"
	"strings"
)

// timeLengths gives a table that has lengths but no times ("Welcome | 10 min") a column of starts, counted from the start of the
// event as a line above the table gives it ("Start: 09:00"). Each end is then worked out from its length, and said so.
func timeLengths(lines []line) []line {
	start, day := NoClock, NoClock
	for i, l := range lines {
		if sl, rest, _, ok := leadingSlot(afterLabel(l.text)); ok && sl.sure() && rest == "" && len(l.cells) < 2 {
			start = sl.start.clock
		}
		if from := startOfDay(l); from >= 0 {
			start, day = from, from
		}
		if day >= 0 && trailingLength(l) > 0 && onlyLengths(lines[i:]) {
			startLines(lines[i:], day)
			return lines
		}
		at := lengthColumn(l)
		if at < 0 || start < 0 {
			continue
		}
		l.cells = slices.Insert(slices.Clone(l.cells), at, "Time")
		lines[i] = l
		fillStarts(lines[i+1:], at, start)
		return lines
	}
	return lines
}

// afterLabel is what follows "Start:" and its like.
func afterLabel(s string) string {
	if at := labelEnd(s); at > 0 {
		if col, ok := headerCell(s[:at]); ok && (col == colStart || col == colTime) {
			return s[at+1:]
		}
	}
	return s
}

// lengthColumn gives the column of the lengths in the headings of a table that has titles and lengths, but no times; -1 for any other line.
func lengthColumn(l line) int {
	at, titled := -1, false
	for i, c := range l.cells {
		switch col, _ := headerCell(c); col {
		case colTime, colStart:
			return -1
		case colDuration:
			at = i
		case colTitle:
			titled = true
		}
	}
	if !titled {
		return -1
	}
	return at
}

// fillStarts adds a start to every row with a length, up to the first row without one.
func fillStarts(rows []line, at int, start Clock) {
	for i, l := range rows {
		if l.blank() {
			continue
		}
		if at >= len(l.cells) {
			return
		}
		m, end := readDuration(l.cells[at], 0)
		if value, digits, next := readNumber(l.cells[at], 0); digits > 0 && digits <= 3 && next == len(l.cells[at]) {
			m, end = value, next
		}
		if m == 0 || end != len(l.cells[at]) || int(start)+m > 24*60 {
			return
		}
		rows[i].cells = slices.Insert(slices.Clone(l.cells), at, start.String())
		rows[i].table = true
		start += Clock(m)
	}
}

// startWords open the line that says when the day begins.
var startWords = []string{"start", "starts", "starting", "we start", "begin", "begins", "beginning", "เริ่ม", "mulai", "bắt đầu", "inicio", "comienzo", "début"}

// startOfDay reads "Start 09:00 on Friday 4 September 2026", -1 for any other line.
func startOfDay(l line) Clock {
	for _, w := range startWords {
		rest, ok := cutPrefixFold(l.text, w)
		if !ok || followedByLetter(rest, 0) && w < "ก" {
			continue
		}
		sl, after, _, ok := leadingSlot(strings.TrimLeft(rest, " :"))
		if ok && sl.sure() && !sl.ranged && (after == "" || len(findDates(after)) > 0) {
			return sl.start.clock
		}
	}
	return NoClock
}

// trailingLength is the length of a line that has a title and a length in brackets, and no time; 0 for any other line.
func trailingLength(l line) int {
	if l.blank() || len(l.text) > 600 || l.table {
		return 0
	}
	if _, _, _, ok := leadingSlot(l.text); ok {
		return 0
	}
	if m, rest := leadingLength(l.text); m > 0 && rest != "" {
		return m
	}
	_, minutes := trailingDuration(l.text)
	return minutes
}

// leadingLength reads the length before a title: "30 min  Welcome".
func leadingLength(s string) (minutes int, rest string) {
	m, next := readDuration(s, 0)
	if m == 0 || next >= len(s) || !strings.ContainsRune(" \t:–-|", firstRune(s[next:])) {
		return 0, s
	}
	return m, trimLead(s[next:])
}

// onlyLengths says that the lines name three lengths or more before any time.
func onlyLengths(lines []line) bool {
	long := 0
	for _, l := range lines {
		if sl, _, _, ok := leadingSlot(firstTimed(l)); ok && (sl.sure() || sl.ranged) {
			break
		}
		if trailingLength(l) > 0 {
			long++
		}
	}
	return long >= 3
}

// startLines puts the start before every line with a length.
func startLines(lines []line, start Clock) {
	for i, l := range lines {
		m := trailingLength(l)
		if m == 0 || int(start)+m > 24*60 {
			continue
		}
		if _, rest := leadingLength(l.raw); rest != l.raw {
			l.raw = rest + " (" + itoa(m) + " min)"
		}
		l.raw = start.String() + " " + l.raw
		l.text, l.cells = joinSpace(l.raw), nil
		lines[i] = l
		start += Clock(m)
	}
}
