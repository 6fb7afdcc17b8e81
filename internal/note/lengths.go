package note

import "slices"

// timeLengths gives a table that has lengths but no times ("Welcome | 10 min") a column of starts, counted from the start of the
// event as a line above the table gives it ("Start: 09:00"). Each end is then worked out from its length, and said so.
func timeLengths(lines []line) []line {
	start := NoClock
	for i, l := range lines {
		if sl, rest, _, ok := leadingSlot(afterLabel(l.text)); ok && sl.sure() && rest == "" && len(l.cells) < 2 {
			start = sl.start.clock
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
