package source

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"sala.example/internal/note/source/pdf"
)

// rowFinder cuts the lines of a table without borders into rows. A row has one entry in the column of times. Its other cells
// begin on the line of the time, or stand in the middle beside it: whichever fits the whole table better.
type rowFinder struct {
	columns []span
	rules   []pdf.Rule
	right   float64    // edge of the text on the page
	before  looseTable // that goes on here, if one does
	middle  bool       // cells stand in the middle of their rows
	grids   []grid
	rest    []inkLine
}

// entry is what stands in the column of times for one row: on the lines from first to last.
type entry struct {
	first, last int
	text        string
}

// mostBetween is how many lines between two times are tried as the start of a row; with more, a row starts at its time.
const mostBetween = 12

// rows makes tables of lines; a line across the columns parts them, and is given back with other lines that are no rows.
func (f *rowFinder) rows(lines []inkLine) {
	var blocks [][]inkLine
	var open []inkLine
	for _, l := range lines {
		if crosses(l, f.columns[0]) || f.isHeading(open, l) {
			blocks, open = append(blocks, open), nil
			f.rest = append(f.rest, l)
			continue
		}
		open = append(open, l)
	}
	blocks = append(blocks, open)
	if f.middle = f.before.middle; f.before.columns == nil {
		f.middle = f.standsInMiddle(blocks)
	}
	edges := f.edges(lines)
	for _, block := range blocks {
		f.block(block, edges)
	}
}

// levelRules keeps the level lines that reach across the first strip: borders of rows.
func levelRules(rules []pdf.Rule, columns []span) []pdf.Rule {
	return slices.DeleteFunc(slices.Clone(rules), func(r pdf.Rule) bool {
		return r.Y0 != r.Y1 || r.X0 > columns[0].middle() || r.X1 < columns[0].middle()
	})
}

// dayLine finds a line that names a day: "Friday, 19 April 2024", "Day 2", "วันที่ 8 มิถุนายน 2569".
var dayLine = regexp.MustCompile(`(?i)^\W*((day|jour|día|hari|ngày|วันที่)\s*[\d๐-๙]{1,2}\b.{0,60}|[^\d๐-๙]{0,30}[\d๐-๙]{1,2}\s*(st|nd|rd|th)?[^\d๐-๙]{2,30}[\d๐-๙]{4}\W*)$`)

// isHeading says that a line names a day, or has nothing but words in the column of times and does not go on with the time above.
func (f *rowFinder) isHeading(above []inkLine, l inkLine) bool {
	if len(l.pieces) > 1 || l.pieces[0].timed {
		return false
	}
	if columnAt(f.columns, l.pieces[0]) > 0 {
		return len(l.pieces[0].text) < 200 && dayLine.MatchString(l.pieces[0].text)
	}
	for _, a := range slices.Backward(above) {
		if text := f.timeText(a); text != "" {
			return !continues(text, l.pieces[0].text)
		}
	}
	return true
}

// timeText is what a line has in the column of times.
func (f *rowFinder) timeText(l inkLine) string {
	text := ""
	for _, p := range l.pieces {
		if columnAt(f.columns, p) == 0 {
			text = strings.TrimSpace(text + " " + p.text)
		}
	}
	return text
}

// entries finds the rows of a block by what stands in the column of times.
func (f *rowFinder) entries(lines []inkLine) []entry {
	var out []entry
	for i, l := range lines {
		text := f.timeText(l)
		if text == "" {
			if f.goesOn(lines, out, i) {
				out = append(out, entry{first: i, last: i})
			}
			continue
		}
		if n := len(out); n > 0 && continues(out[n-1].text, text) {
			out[n-1].last, out[n-1].text = i, out[n-1].text+" "+text
			continue
		}
		out = append(out, entry{i, i, text})
	}
	return out
}

// goesOn says that a line is the rest of a row of the page before: no time stands above it, only the headings said again.
func (f *rowFinder) goesOn(lines []inkLine, above []entry, at int) bool {
	if f.before.columns == nil || f.middle {
		return false
	}
	return len(above) == 0 && at == 0 || len(above) == 1 && above[0].last == at-1 && lines[above[0].first].text() == f.before.head
}

// continues says that a text in the column of times goes on with the one above it.
func continues(above, text string) bool {
	return goesOnTime(above, text) || startsSlot.MatchString(above) && strings.HasPrefix(text, "(")
}

// standsInMiddle says which of the two ways of cutting fits better.
func (f *rowFinder) standsInMiddle(blocks [][]inkLine) bool {
	top, middle := 0.0, 0.0
	for _, lines := range blocks {
		entries := f.entries(lines)
		if len(entries) == 0 {
			continue
		}
		_, cost := f.cut(lines, entries, false)
		top += cost
		_, cost = f.cut(lines, entries, true)
		middle += cost
	}
	return middle < top-0.01
}

// block makes a table of lines without a heading between them.
func (f *rowFinder) block(lines []inkLine, edges []span) {
	entries := f.entries(lines)
	if len(entries) == 0 {
		f.rest = append(f.rest, lines...)
		return
	}
	starts, _ := f.cut(lines, entries, f.middle)
	f.rest = append(f.rest, lines[:starts[0]]...)
	var g grid
	f.before = looseTable{}
	for i, start := range starts {
		end := len(lines)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		g.cells = append(g.cells, f.row(lines[start:end], edges)...)
	}
	g.top, g.loose = g.cells[0].top, true
	f.grids = append(f.grids, g)
}

// edges are where the ink of each column begins, and where its lines have to end.
func (f *rowFinder) edges(lines []inkLine) []span {
	out := make([]span, len(f.columns)+1)
	ends := make([][]float64, len(out))
	for i := range out {
		out[i].from = math.MaxFloat64
	}
	for _, l := range lines {
		for _, p := range l.pieces {
			at := columnAt(f.columns, p)
			out[at].from = math.Min(out[at].from, p.x0)
			if at == len(f.columns) || p.x1 < f.columns[at].middle() { // what reaches into the next column does not count
				ends[at] = append(ends[at], p.x1)
			}
		}
	}
	limit := f.right
	for i := len(out) - 1; i >= 0; i-- {
		out[i].to = rightEdge(ends[i], limit, lines[0].size)
		limit = out[i].from - pieceGap*lines[0].size
	}
	return out
}

// rightEdge is where the longest lines end when several do, else the limit.
func rightEdge(ends []float64, limit, size float64) float64 {
	if len(ends) == 0 {
		return limit
	}
	slices.Sort(ends)
	longest := ends[len(ends)-1]
	if n, _ := slices.BinarySearch(ends, longest-1.5*size); len(ends)-n > 1 {
		return longest
	}
	return math.Max(longest, limit)
}

// row makes the cells of one row.
func (f *rowFinder) row(lines []inkLine, edges []span) []gridCell {
	cells := make([]gridCell, len(edges))
	for i, e := range edges {
		cells[i] = gridCell{left: e.from, right: e.to, top: lines[0].y + sameLine*lines[0].size, bottom: lines[len(lines)-1].y, loose: true}
	}
	for _, l := range lines {
		for _, p := range l.pieces {
			at := columnAt(f.columns, p)
			cells[at].runs = append(cells[at].runs, p)
		}
	}
	return slices.DeleteFunc(cells, func(c gridCell) bool { return len(c.runs) == 0 })
}

// tries are the lines from low on with which a row may start, each with what it costs up to there.
type tries struct {
	low  int
	ways []way
}

// way is one start of a row: its cost, and the start of the row before it that goes best with it.
type way struct {
	cost float64
	from int
}

// cut gives the line on which each row starts, and how badly that fits: for each cell, how far its top, or its middle, is away
// from that of the time.
func (f *rowFinder) cut(lines []inkLine, entries []entry, middle bool) (starts []int, cost float64) {
	rows := make([]tries, len(entries))
	for i := range entries {
		t := f.tries(lines, entries, i, middle)
		for k := range t.ways {
			at := t.low + k
			t.ways[k].cost = -f.gap(lines, at)
			if i > 0 {
				before := f.best(rows[i-1], lines[:at], entries[i-1], middle)
				t.ways[k].cost, t.ways[k].from = t.ways[k].cost+before.cost, before.from
			}
		}
		rows[i] = t
	}
	n := len(entries) - 1
	last := f.best(rows[n], lines, entries[n], middle)
	starts = make([]int, n+1)
	for i, at := n, last.from; i >= 0; i-- {
		starts[i] = rows[i].low + at
		at = rows[i].ways[at].from
	}
	return starts, last.cost
}

// tries says where a row may start: on the line of its time, or, when cells stand in the middle, above it.
func (f *rowFinder) tries(lines []inkLine, entries []entry, i int, middle bool) tries {
	low, high := 0, entries[i].first
	if i > 0 {
		low = entries[i-1].last + 1
	}
	if !middle && f.between(lines, entries[i], low) {
		high--
	}
	if !middle || high-low > mostBetween {
		low = high
	}
	return tries{low: low, ways: make([]way, high-low+1)}
}

// best chooses the start of a row that ends with the lines.
func (f *rowFinder) best(t tries, lines []inkLine, e entry, middle bool) way {
	best := way{cost: math.Inf(1)}
	for k, w := range t.ways {
		if c := w.cost + f.misfit(lines[t.low+k:], lines[e.first], lines[e.last], middle); c < best.cost {
			best = way{c, k}
		}
	}
	return best
}

// between says that a time stands beside the middle of two lines: alone on its own, and close to both.
func (f *rowFinder) between(lines []inkLine, e entry, low int) bool {
	at := e.first
	if at-1 < low || at+1 == len(lines) || e.last > at || len(lines[at].pieces) > 1 {
		return false
	}
	l := lines[at]
	return lines[at-1].y-l.y < l.size && l.y-lines[at+1].y < l.size
}

// gap says how well a row can start on a line: by the room above it, in sizes of the type, or a line drawn there.
func (f *rowFinder) gap(lines []inkLine, at int) float64 {
	if at == 0 {
		return 0
	}
	above, below := lines[at-1].y, lines[at].y
	if slices.ContainsFunc(f.rules, func(r pdf.Rule) bool { return below < r.Y0 && r.Y0 < above }) {
		return 5
	}
	return 0.3 * math.Min(3, (above-below)/lines[at].size)
}

// misfit says how far the cells of a row are from the time beside them, which stands on the lines first to last, in sizes of the
// type.
func (f *rowFinder) misfit(row []inkLine, first, last inkLine, middle bool) float64 {
	high, low := make([]float64, len(f.columns)+1), make([]float64, len(f.columns)+1)
	for _, l := range row {
		for _, p := range l.pieces {
			at := columnAt(f.columns, p)
			if high[at] == 0 {
				high[at] = l.y
			}
			low[at] = l.y
		}
	}
	cost := 0.0
	for at := 1; at < len(high); at++ {
		switch {
		case high[at] == 0:
		case middle:
			cost += math.Abs(high[at]+low[at]-first.y-last.y) / 2
		default:
			cost += math.Abs(high[at] - first.y)
		}
	}
	return cost / first.size
}
