package note

import (
	"slices"
	"strings"
)

// row reads a table row, or a line set with tabs or wide gaps.
func (t *tokeniser) row(l line) {
	if cols, names, ok := headerRow(l.cells); ok {
		t.columns = cols
		t.emit(token{kind: tokColumns, line: l, columns: cols, names: names, cell: -1})
		return
	}
	if at := t.slotCell(l.cells[:min(3, len(l.cells))]); !l.table && at > 0 && isRowNumber(l.cells[0]) {
		t.timedRow(l, at)
		return
	}
	if at := t.slotCell(l.cells); !l.table && at > 0 && (t.timeNotFirst() || at == 1 && isDated(l.cells[0])) {
		t.timedRow(l, at)
		return
	}
	if !l.table {
		t.plain(l, l.raw)
		return
	}
	if t.dayRow(l) {
		return
	}
	if full := nonEmpty(l.cells); len(full) == 1 && len(l.cells) <= 2 {
		t.plain(l, full[0])
		return
	}
	if !t.started && everyCellLabelled(l) && t.labels(l) {
		return
	}
	at := t.slotCell(l.cells)
	if at > 0 && (t.eventRow(l, at) || t.eventHours(l, at)) {
		return
	}
	switch {
	case at < 0 && t.labels(l):
	case at < 0 && len(nonEmpty(l.cells)) == 1:
		t.plain(l, nonEmpty(l.cells)[0])
	case at < 0:
		for i, c := range l.cells {
			t.text(l, c, i)
		}
	default:
		t.timedRow(l, at)
	}
}

// dayRow reads a row of which the first cell gives the day of the rows below, with its place perhaps, and no cell gives a time:
// "3 กันยายน 2569 ณ ห้องประชุม 1 |", "3 September 2026 | Arrival".
func (t *tokeniser) dayRow(l line) bool {
	if t.slotCell(l.cells) >= 0 || len(nonEmpty(l.cells)) > 2 || l.cells[0] == "" {
		return false
	}
	bare, _, placed := strings.Cut(l.cells[0], " ณ ")
	mark, ok := dayHeading(l, bare)
	if !ok || !mark.dated || mark.many() || mark.span.last.year == 0 || !placed && len(nonEmpty(l.cells)) == 1 {
		return false
	}
	day := l
	day.text = l.cells[0]
	t.emit(token{kind: tokDay, line: day, day: mark, cell: -1})
	if alone := len(t.below) == 0 || !t.below[0].table; alone && !t.started {
		for _, c := range l.cells[1:] {
			t.text(l, c, -1) // "3 September 2026 | Example Hall" in the head
		}
	}
	return true
}

// isDated recognises a cell that opens a day.
func isDated(cell string) bool {
	mark, ok := dayHeading(line{}, cell)
	return ok && mark.dated
}

// timeNotFirst says that the headings name a column of times after one of titles.
func (t *tokeniser) timeNotFirst() bool {
	at := slices.Index(t.columns, colTime)
	title := slices.Index(t.columns, colTitle)
	return title >= 0 && at > title
}

// eventRow reads "Saturday 28 November 2026 | 9:00-17:00 | Hall 1" in the head: the date, the hours and the place of the event.
func (t *tokeniser) eventRow(l line, at int) bool {
	sl, rest, _, _ := leadingSlot(l.cells[at])
	mark, ok := dayHeading(l, l.cells[at-1])
	if t.started || !ok || !mark.dated || rest != "" || !t.overall(sl, rest) || len(l.cells) > at+1 && at+2 < len(nonEmpty(l.cells)) {
		return false
	}
	t.emit(token{kind: tokDay, line: l, day: mark, cell: -1})
	for _, c := range l.cells[at+1:] {
		t.text(l, c, -1)
	}
	return true
}

// eventHours recognises "Event time: | 13:00-16:00", a row of facts about the event below its programme.
func (t *tokeniser) eventHours(l line, at int) bool {
	sl, rest, _, _ := leadingSlot(l.cells[at])
	sec, content := heading(l, l.cells[at-1])
	return t.slotted && strings.HasSuffix(l.cells[at-1], ":") && sec == secTime && content == "" && len(nonEmpty(l.cells)) == 2 && t.overall(sl, rest)
}

// everyCellLabelled recognises a row of two facts or more, each with its label: "Date: … | Time: … | Venue: …".
func everyCellLabelled(l line) bool {
	full := nonEmpty(l.cells)
	for _, c := range full {
		if sec, content := heading(l, c); sec == noSection || content == "" || labelEnd(c) < 0 {
			return false
		}
	}
	return len(full) > 1
}

// labels reads "Date: … | Venue: … | Language: …" as three lines.
func (t *tokeniser) labels(l line) bool {
	for _, c := range l.cells {
		if sec, content := heading(l, c); sec == noSection || content == "" {
			if sec, _ := heading(l, l.cells[0]); sec == noSection || t.started {
				return false
			}
		}
	}
	for _, c := range l.cells {
		if c != "" {
			t.plain(l, c)
		}
	}
	return true
}

// slotCell gives the number of the first cell that holds a slot, -1 for none.
func (t *tokeniser) slotCell(cells []string) int {
	for i, c := range cells {
		if sl, rest, _, ok := leadingSlot(c); ok && (t.accepts(sl, rest) || rest == "" && sl.start.style == dotted && t.timeNotFirst()) && !(t.style.shortDates && isShortDate(c)) {
			return i
		}
	}
	return -1
}

// timedRow reads a row with at least one slot. Cells before the first slot are a number, a date, or the title.
func (t *tokeniser) timedRow(l line, at int) {
	var before []int
	for i, c := range l.cells[:at] {
		if mark, ok := shortDate(c); ok && t.style.shortDates {
			t.emit(token{kind: tokDay, line: l, day: mark, cell: i})
		} else if mark, ok := dayHeading(l, c); ok && c != "" {
			t.emit(token{kind: tokDay, line: l, day: mark, cell: i})
		} else if c != "" && !isRowNumber(c) && !isHalfDay(c) {
			before = append(before, i)
		}
	}
	for i := at; i < len(l.cells); {
		sl, rest, _, ok := leadingSlot(l.cells[i])
		if !ok || !t.accepts(sl, rest) && i != at {
			t.text(l, l.cells[i], i)
			i++
			continue
		}
		next := i + 1
		if end, tail, found := t.endCell(l.cells, next); found && !sl.ranged && rest == "" {
			sl.end, sl.ranged, rest, next = end.start, true, tail, next+1
		}
		sl, next = t.durationCell(l.cells, sl, next)
		for next < len(l.cells) && rest == "" {
			other, tail, _, ok := leadingSlot(l.cells[next])
			if !ok || tail != "" || !otherZone(sl, other) {
				break
			}
			next++
		}
		if rest == "" && next < len(l.cells) && l.table {
			if title := cutOtherZone(sl, "|", l.cells[next]); title != l.cells[next] && sl.start.unit {
				rest, next = title, next+1
			}
		}
		t.slot(l, sl, rest, i)
		if i == at {
			for _, b := range before {
				t.text(l, l.cells[b], b)
			}
		}
		i = next
	}
}

// endCell reads the cell of an end time beside that of its start.
func (t *tokeniser) endCell(cells []string, i int) (end slot, rest string, ok bool) {
	if i >= len(cells) {
		return end, "", false
	}
	end, rest, _, ok = leadingSlot(cells[i])
	return end, rest, ok && !end.ranged && rest == ""
}

func (t *tokeniser) durationCell(cells []string, sl slot, i int) (slot, int) {
	if i >= len(cells) {
		return sl, i
	}
	m, end := readDuration(cells[i], 0)
	if value, digits, next := readNumber(cells[i], 0); digits > 0 && digits <= 3 && next == len(cells[i]) && i < len(t.columns) && t.columns[i] == colDuration {
		m, end = value, next // minutes, as the heading says
	}
	if m == 0 || end != len(cells[i]) {
		return sl, i
	}
	sl.minutes = m
	return sl, i + 1
}

func isRowNumber(s string) bool {
	_, digits, next := readNumber(s, 0)
	return digits > 0 && digits <= 3 && strings.Trim(s[next:], ".) ") == ""
}

func nonEmpty(cells []string) []string {
	var full []string
	for _, c := range cells {
		if c != "" {
			full = append(full, c)
		}
	}
	return full
}

// flatHeader recognises the headings of a table whose cells stand on lines of their own. It consumes the run at its
// first line and says so for the others too.
func (t *tokeniser) flatHeader(lines []line, i int) bool {
	if _, ok := headerCell(lines[i].text); !ok || len(lines[i].cells) > 1 || sectionOf[strings.ToLower(lines[i].text)] == secProgramme {
		return false
	}
	if n := len(t.out); n > 0 && t.out[n-1].kind == tokColumns && t.out[n-1].flat && lines[i].no <= t.out[n-1].line.no {
		return true
	}
	var cols []column
	var names []string
	timed, last := false, i
	for j := i; j < len(lines) && j < i+24; j++ {
		if lines[j].blank() {
			continue
		}
		col, ok := headerCell(lines[j].text)
		if !ok {
			break
		}
		timed = timed || col == colTime || col == colStart
		cols, names, last = append(cols, col), append(names, lines[j].text), j
	}
	if !timed || len(cols) < 2 {
		return false
	}
	t.columns = cols
	t.emit(token{kind: tokColumns, line: lines[last], columns: cols, names: names, flat: true, cell: -1})
	return true
}

// shortDate reads a cell that is a day and a month only, "14.09." or "14/9", day first. It looks like a time: the layout must
// say that the note has such cells.
func shortDate(cell string) (dayMark, bool) {
	day, digits, next := readNumber(cell, 0)
	if digits == 0 || digits > 2 || next >= len(cell) || cell[next] != '.' && cell[next] != '/' {
		return dayMark{}, false
	}
	month, digits, next := readNumber(cell, next+1)
	d := date{0, month, day}
	if digits == 0 || digits > 2 || !d.exists() || strings.Trim(cell[next:], ". ") != "" {
		return dayMark{}, false
	}
	return dayMark{span: dateSpan{first: d, last: d, text: cell}, dated: true, text: cell}, true
}

func isShortDate(cell string) bool {
	_, ok := shortDate(cell)
	return ok
}

// datedRow recognises a row whose first cell is a short date and whose second is a slot.
func datedRow(l line) bool {
	if !l.table || len(l.cells) < 2 || !isShortDate(l.cells[0]) {
		return false
	}
	sl, _, _, ok := leadingSlot(l.cells[1])
	return ok && sl.ranged && sl.sure()
}
