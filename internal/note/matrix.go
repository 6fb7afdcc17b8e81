package note

import (
	"slices"
	"strings"
)

// unfoldMatrix turns a table whose columns are days into one list a day, so that the rest of the pipeline meets only days
// that follow each other. Lines keep the number they have in the source.
//
//	| Time | Monday | Tuesday |        Monday
//	| 9:00 | Opening | Recap  |   ->   | 9:00 | Opening |
//	                                   Tuesday
//	                                   | 9:00 | Recap |
func unfoldMatrix(lines []line) []line {
	var out []line
	for i := 0; i < len(lines); i++ {
		if end := timesOverDays(lines, i); end > i {
			for _, r := range lines[i+1 : end] {
				out = append(out, turnedRow(lines[i], r)...)
			}
			i = end - 1
			continue
		}
		days := dayColumns(lines[i])
		if len(days) < 2 {
			out = append(out, lines[i])
			continue
		}
		from := i + 1
		for from < len(lines) && lines[from].blank() {
			from++
		}
		lines[i] = overTimes(lines[i], lines[min(from, len(lines)-1)])
		if days[0] == 0 && len(lines[i].cells) > len(days) {
			days = dayColumns(lines[i])
		}
		end := from
		for end < len(lines) && inMatrix(lines[end], lines[i]) {
			end++
		}
		for _, d := range days {
			out = append(out, mergeSlots(dayList(lines[i], lines[from:end], d, days[0]))...)
		}
		i = end - 1
	}
	return out
}

// overTimes gives a row of days set with gaps the empty cell over the times, which has left no trace in the text.
func overTimes(head, first line) line {
	if head.table || len(first.cells) != len(head.cells)+1 {
		return head
	}
	if _, rest, _, ok := leadingSlot(first.cells[0]); !ok || rest != "" {
		return head
	}
	head.cells = append([]string{""}, head.cells...)
	return head
}

// dayColumns gives the numbers of the columns that a row heads with a day each; nil when it has a slot.
func dayColumns(l line) []int {
	if len(l.cells) < 2 {
		return nil
	}
	var days []int
	for i, c := range l.cells {
		if mark, ok := dayHeading(line{}, c); ok && !mark.many() || len(days) > 0 && isShortDay(c) {
			days = append(days, i)
		} else if col, ok := headerCell(c); c != "" && (!ok || col != colTime) {
			return nil
		}
	}
	return days
}

// isShortDay accepts a day whose name is misspelt between others: "Thuesday, Dec 15".
func isShortDay(cell string) bool {
	spans := findDates(cell)
	return len(spans) == 1 && len(cell) < 30 && len(strings.Fields(cell)) <= 4 && spans[0].first == spans[0].last
}

// inMatrix says that a row goes on with the table. Cells of a line set with tabs are only known by their number.
func inMatrix(l, head line) bool {
	if l.blank() || len(dayColumns(l)) > 1 {
		return false
	}
	return l.table && head.table || !head.table && len(l.cells) == len(head.cells)
}

// dayList is one day of the table: its heading, then each row that says something about it, with the cells before the first
// day column (the time).
func dayList(head line, rows []line, day, first int) []line {
	heading := line{no: head.no, raw: head.cells[day], text: head.cells[day], level: 3}
	list := []line{{no: head.no}, heading}
	for _, r := range rows {
		if at := spanned(r, day, first, len(head.cells)); at >= 0 && (day >= len(r.cells) || r.cells[day] == "") {
			r.cells = append(slices.Clone(r.cells), make([]string, max(0, day+1-len(r.cells)))...)
			r.cells[day] = r.cells[at]
		}
		if day >= len(r.cells) || r.cells[day] == "" {
			continue
		}
		cells := append([]string{}, r.cells[:min(first, day)]...)
		if len(nonEmpty(cells)) == 0 {
			list = append(list, line{no: r.no, raw: r.cells[day], text: r.cells[day]})
			continue
		}
		cells = append(cells, r.cells[day])
		list = append(list, line{no: r.no, raw: r.raw, text: r.text, cells: cells, table: true})
	}
	return list
}

// spanned gives the column of the only text of a row, in its first day, when that is a break or its like: it holds for every day.
func spanned(r line, day, first, width int) int {
	if day <= first || first >= len(r.cells) || r.cells[first] == "" || kindOf(r.cells[first], false) != KindBreak || len(nonEmpty(r.cells[first:])) != 1 || len(r.cells) < width {
		return -1
	}
	return first
}

// mergeSlots makes one row of neighbouring rows with the same title, each of which begins where the one before ends: a cell of a
// grid that reaches over them.
func mergeSlots(list []line) []line {
	var out []line
	for _, l := range list {
		if n := len(out); n > 0 && len(l.cells) >= 2 && len(out[n-1].cells) == len(l.cells) && l.cells[len(l.cells)-1] == out[n-1].cells[len(l.cells)-1] {
			before, _, _, ok1 := leadingSlot(out[n-1].cells[0])
			next, _, _, ok2 := leadingSlot(l.cells[0])
			if ok1 && ok2 && before.ranged && next.ranged && before.end.clock == next.start.clock {
				out[n-1].cells = slices.Clone(out[n-1].cells)
				out[n-1].cells[0] = before.start.clock.String() + "-" + next.end.clock.String()
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

// timesOverDays recognises a table whose columns are slots and whose rows are days, and gives the end of its rows; i for any
// other line.
//
//	| Day    | 9:00-10:30 | 10:45-12:00 |
//	| Monday | Opening    | Sampling    |
func timesOverDays(lines []line, i int) (end int) {
	head := lines[i]
	if len(head.cells) < 3 {
		return i
	}
	for _, c := range head.cells[1:] {
		if sl, rest, _, ok := leadingSlot(c); !ok || !sl.ranged || rest != "" {
			return i
		}
	}
	if _, _, _, timed := leadingSlot(head.cells[0]); timed {
		return i
	}
	end = i + 1
	for end < len(lines) && (lines[end].blank() || isDayRow(lines[end])) {
		end++
	}
	if end < i+3 {
		return i
	}
	return end
}

func isDayRow(l line) bool {
	if len(l.cells) < 2 {
		return false
	}
	_, ok := dayHeading(line{}, l.cells[0])
	return ok
}

// turnedRow is one day of such a table: its heading, then each slot with what the row says of it.
func turnedRow(head, row line) []line {
	if row.blank() {
		return nil
	}
	list := []line{{no: row.no}, {no: row.no, raw: row.cells[0], text: row.cells[0], level: 3}}
	for k, c := range row.cells[1:] {
		if k+1 < len(head.cells) && strings.Trim(c, "-–— ") != "" {
			list = append(list, line{no: row.no, raw: row.raw, text: row.text, cells: []string{head.cells[k+1], c}, table: true})
		}
	}
	return list
}
