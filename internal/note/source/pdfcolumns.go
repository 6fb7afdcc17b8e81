package source

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"

	"sala.example/internal/note/source/pdf"
)

// A programme set in columns without drawn borders is known by its times: they stand under one another, and white strips part
// them from what stands beside them, and that again from the names and the rooms.

const (
	fewestTimes  = 2   // under one another make a column
	mostCrossing = 0.3 // of the lines, that may run across the strip after the times: headings, notes
	looseLines   = 2.6 // sizes of the type: further apart, lines are no longer one table
	looseHead    = 4   // the same for its headings
	mostStrips   = 24  // between columns; where there are more, the page is no table
	mostParts    = 3   // how often a page is halved in search of tables
	closeGap     = 0.2 // sizes of the type: the narrowest strip after times beside which text hangs
)

// startsSlot finds a time of day at the start of a line, with or without minutes; a star before it points to a note.
var startsSlot = regexp.MustCompile(`^[*\s]{0,4}(` + strings.ReplaceAll(startsTime.String(), `^\s*`, ``) +
	`|[\d๐-๙]{1,2}\s?[-–—]\s?[\d๐-๙]{1,2}\s?([aApP]\.?[mM]|น\.|h\b)|[\d๐-๙]{1,2}\s?([aApP]\.?[mM]\b|น\.))`)

var (
	// wholeSlot is a time, or a range of times, and nothing else.
	wholeSlot = regexp.MustCompile(`^[*\s]{0,4}[\d๐-๙]{1,2}\s?[.:hg]\s?[\d๐-๙]{2}(\s?[-–—\x{AD}]+\s?[\d๐-๙]{1,2}\s?[.:hg]\s?[\d๐-๙]{2})?\s?([aApP]\.?[mM]\.?|น\.?|h|hrs?\.?)?\s*$`)
	// slotPart is a word that goes on with a time.
	slotPart = regexp.MustCompile(`^([-–—\x{AD}]|[\d๐-๙]{1,2}\s?[.:hg]\s?[\d๐-๙]{2}|(to|until|till|a|A|à|au|hasta|sampai|s/d|s\.d\.|ถึง|đến)$)|` + timeUnit.String())
)

// looseTable is what is remembered of a table without borders, for the page after it.
type looseTable struct {
	columns []span
	middle  bool   // its cells stand in the middle of their rows
	head    string // its first line
}

// tables finds the tables without borders among the lines of a part of a page, and gives the other lines back. Where the times
// have no columns in common, those above and those below the widest gap may be tables of their own.
func (y *layer) tables(lines []inkLine, rules []pdf.Rule, depth int) (grids []grid, rest []inkLine) {
	before := y.table
	y.table = looseTable{}
	first, last := timedLines(lines)
	var columns []span
	if first >= 0 {
		last = tail(lines, last)
		columns = findColumns(lines[first:last+1], pieceGap)
		parted := partTimes(lines, rules)
		if close := findColumns(parted[first:last+1], closeGap); columns != nil && len(close) > len(columns) && hang(parted[first:last+1], close[0]) {
			lines, columns = parted, close
		}
	}
	if columns != nil {
		first = head(lines, first, columns)
	} else if from, to, found := goesOnTable(lines, before.columns); found != nil {
		first, last, columns = from, to, found
	} else if first < 0 || depth == mostParts {
		return nil, lines
	} else {
		at := first + widestGap(lines[first:last+1])
		above, rest := y.tables(lines[:at], rules, depth+1)
		below, more := y.tables(lines[at:], rules, depth+1)
		return append(above, below...), append(rest, more...)
	}
	f := rowFinder{columns: columns, rules: levelRules(rules, columns), right: edgesOf(lines).to}
	if sameColumns(before.columns, columns, 3*lines[first].size) {
		f.before = before
	}
	f.rows(lines[first : last+1])
	y.table = looseTable{columns: columns, middle: f.middle, head: cmp.Or(f.before.head, lines[first].text())}
	return f.grids, append(append(slices.Clone(lines[:first]), f.rest...), lines[last+1:]...)
}

// widestGap gives the line that is furthest from the one above it, counted in sizes of the type; never the first.
func widestGap(lines []inkLine) int {
	at, most := len(lines), 0.0
	for i, l := range lines {
		if i > 0 && (lines[i-1].y-l.y)/l.size > most {
			at, most = i, (lines[i-1].y-l.y)/l.size
		}
	}
	return at
}

// hang says that several lines without a time begin right of a strip, where text does that stands beside a time.
func hang(lines []inkLine, s span) bool {
	n := 0
	for _, l := range lines {
		if p := l.pieces[0]; math.Abs(p.x0-s.to) < snap && !p.timed {
			n++
		}
	}
	return n >= fewestTimes
}

func sameColumns(a, b []span, near float64) bool {
	return slices.EqualFunc(a, b, func(a, b span) bool { return math.Abs(a.middle()-b.middle()) < near })
}

// goesOnTable finds the lines with which a table of the page before ends on this one: close together and in the same columns.
// Above them stands no more than a running head.
func goesOnTable(lines []inkLine, columns []span) (first, last int, found []span) {
	if columns == nil {
		return 0, 0, nil
	}
	for first < len(lines) && first < 3 && crosses(lines[first], columns[0]) {
		first++
	}
	timed := false
	for last = first; last < len(lines) && !crosses(lines[last], columns[0]); last++ {
		if last > first && lines[last-1].y-lines[last].y > looseHead*lines[last].size {
			break
		}
		for _, p := range lines[last].pieces {
			timed = timed || columnAt(columns, p) == 0 && p.timed
		}
	}
	if !timed {
		return 0, 0, nil
	}
	return first, last - 1, columns
}

// timedLines gives the first and the last line that begins with a time of the column of times, -1 when there is none.
func timedLines(lines []inkLine) (first, last int) {
	first = -1
	column, ok := timeColumn(lines)
	if !ok {
		return -1, -1
	}
	for i, l := range lines {
		if slices.ContainsFunc(l.pieces, func(p pdfRun) bool { return p.timed && column.from <= p.x0 && p.x0 <= column.to }) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// timeColumn says where most times begin, within a few letters.
func timeColumn(lines []inkLine) (at span, ok bool) {
	var starts []float64
	reach := 0.0
	for _, l := range lines {
		for _, p := range l.pieces {
			if p.timed {
				starts = append(starts, p.x0)
				reach = math.Max(reach, 3*p.size)
			}
		}
	}
	slices.Sort(starts)
	most := 0
	for i, x := range starts {
		if n, _ := slices.BinarySearch(starts, x+reach); n-i > most {
			most, at = n-i, span{x, x + reach}
		}
	}
	return at, most >= fewestTimes
}

// tail takes in the lines that go on below the last time.
func tail(lines []inkLine, last int) int {
	left := lines[last].pieces[0].x0 + lines[last].size
	for last+1 < len(lines) && near(lines[last], lines[last+1]) {
		if p := lines[last+1].pieces[0]; p.x0 < left && !timeUnit.MatchString(p.text) {
			break
		}
		last++
	}
	return last
}

// head takes in the headings of the columns, and what stands higher than the first time.
func head(lines []inkLine, first int, columns []span) int {
	for first > 0 && lines[first-1].y-lines[first].y < looseHead*lines[first].size {
		l := lines[first-1]
		if l.size > 1.15*lines[first].size || crosses(l, columns[0]) || len(l.pieces) == 1 && columnAt(columns, l.pieces[0]) == 0 {
			break
		}
		first--
	}
	return first
}

func near(a, b inkLine) bool {
	size := math.Min(a.size, b.size)
	return a.y-b.y < looseLines*size && math.Max(a.size, b.size) < 1.15*size
}

func crosses(l inkLine, strip span) bool {
	return slices.ContainsFunc(l.pieces, func(p pdfRun) bool { return p.x0 < strip.middle() && p.x1 > strip.middle() })
}

// columnAt says in which column a piece begins.
func columnAt(columns []span, p pdfRun) int {
	n, _ := slices.BinarySearchFunc(columns, p.x0, func(s span, x float64) int { return cmp.Compare(s.middle(), x) })
	return n
}

// findColumns finds the white strips between the columns: the one after the times, no narrower than least sizes of the type, and
// those further right.
func findColumns(lines []inkLine, least float64) []span {
	var timed []inkLine
	for _, l := range lines {
		if slices.ContainsFunc(l.pieces, func(p pdfRun) bool { return p.timed }) {
			timed = append(timed, l)
		}
	}
	all := strips(lines, int(mostCrossing*float64(len(lines))), least)
	at := slices.IndexFunc(all, func(s span) bool { return afterTimes(timed, s) })
	if at < 0 {
		return nil
	}
	first := all[at]
	var inside []inkLine
	for _, l := range lines {
		if crosses(l, first) {
			continue
		}
		l.pieces = slices.DeleteFunc(slices.Clone(l.pieces), func(p pdfRun) bool { return p.x0 < first.middle() })
		if len(l.pieces) > 0 {
			inside = append(inside, l)
		}
	}
	if len(inside) < fewestTimes {
		return nil
	}
	columns := []span{first}
	for _, s := range strips(inside, len(inside)/10, pieceGap) {
		if s.from > first.to && parts(inside, s) {
			columns = append(columns, s)
		}
	}
	return columns
}

// afterTimes says that nearly all times end before a strip.
func afterTimes(timed []inkLine, s span) bool {
	before := 0
	for _, l := range timed {
		if !crosses(l, s) && l.pieces[0].x0 < s.from {
			before++
		}
	}
	return before >= fewestTimes && before*10 >= len(timed)*8
}

// parts says that a strip stands between two columns: there is text on both sides at the same height, and what stands right of
// it is aligned.
func parts(lines []inkLine, s span) bool {
	both := 0
	var right []pdfRun
	for i, l := range lines {
		at := slices.IndexFunc(l.pieces, func(p pdfRun) bool { return p.x0 > s.middle() })
		if at < 0 {
			continue
		}
		right = append(right, l.pieces[at])
		if endsBefore(l, s) || i > 0 && lines[i-1].y-l.y < l.size && endsBefore(lines[i-1], s) || i+1 < len(lines) && l.y-lines[i+1].y < l.size && endsBefore(lines[i+1], s) {
			both++
		}
	}
	return both >= 2 && aligned(right)
}

// endsBefore says that the text of a line left of a strip ends there.
func endsBefore(l inkLine, s span) bool { return l.pieces[0].x0 < s.from && !crosses(l, s) }
