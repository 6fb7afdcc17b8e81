package note

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
		days := dayColumns(lines[i])
		if len(days) < 2 {
			out = append(out, lines[i])
			continue
		}
		from := i + 1
		for from < len(lines) && lines[from].blank() {
			from++
		}
		end := from
		for end < len(lines) && inMatrix(lines[end], lines[i]) {
			end++
		}
		for _, d := range days {
			out = append(out, dayList(lines[i], lines[from:end], d, days[0])...)
		}
		i = end - 1
	}
	return out
}

// dayColumns gives the numbers of the columns that a row heads with a day each; nil when it has a slot.
func dayColumns(l line) []int {
	if len(l.cells) < 2 {
		return nil
	}
	var days []int
	for i, c := range l.cells {
		if mark, ok := dayHeading(line{}, c); ok && !mark.many() {
			days = append(days, i)
		} else if col, ok := headerCell(c); c != "" && (!ok || col != colTime) {
			return nil
		}
	}
	return days
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
