package source

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
)

// headPart is how far from the top and the bottom running heads stand, of the height of the page.
const headPart = 0.15

var (
	digitRuns  = regexp.MustCompile(`[\d๐-๙]+`)
	pageNumber = regexp.MustCompile(`(?i)^[-–—\s]*((page|หน้า|halaman|trang|página|p\.)\s*)?#(\s*(/|of|จาก|dari|de|sur)\s*#)?[-–—\s]*$`)
)

// dropRunningHeads leaves out lines that stand at the top or the bottom of most pages, and page numbers.
func dropRunningHeads(sheets []sheet) {
	times := map[string]int{}
	for _, s := range sheets {
		seen := map[string]bool{}
		for _, part := range s.parts {
			for _, l := range part.lines {
				if key := s.headKey(l); key != "" && !seen[key] {
					seen[key] = true
					times[key]++
				}
			}
		}
	}
	often := max(2, (len(sheets)+1)/2)
	for _, s := range sheets {
		for i := range s.parts {
			s.parts[i].lines = slices.DeleteFunc(s.parts[i].lines, func(l pdfLine) bool {
				key := s.headKey(l)
				text, _, _ := strings.Cut(key, "\x00")
				return key != "" && (times[key] >= often || pageNumber.MatchString(text))
			})
		}
	}
}

// headKey is a line at the edge of a page with its numbers made alike and its height, "" for a line further inside, or one that
// begins with a time.
func (s sheet) headKey(l pdfLine) string {
	text := strings.TrimSpace(l.text())
	if l.y > s.height*headPart && l.y < s.height*(1-headPart) || startsTime.MatchString(text) {
		return ""
	}
	return fmt.Sprintf("%s\x00%.0f", digitRuns.ReplaceAllString(text, "#"), l.y/6)
}

// writeSheets writes all pages, lines and tables in the order in which they stand.
func writeSheets(sheets []sheet) (string, error) {
	f := newFlow()
	w := &pageWriter{flow: f, body: bodySize(sheets), page: span{from: math.MaxFloat64}}
	w.measure(sheets)
	for _, s := range sheets {
		for _, part := range s.parts {
			w.part(part)
		}
		if f.full() {
			break
		}
	}
	w.flush()
	return f.finish()
}

// bodySize is the size of most letters outside headings.
func bodySize(sheets []sheet) float64 {
	count := map[float64]int{}
	for _, s := range sheets {
		for _, part := range s.parts {
			for _, l := range part.lines {
				count[math.Round(l.size*2)/2] += len(l.text())
			}
			for _, g := range part.grids {
				for _, c := range g.cells {
					for _, r := range c.runs {
						count[math.Round(r.size*2)/2] += len(r.text)
					}
				}
			}
		}
	}
	best, most := 12.0, 0
	for size, n := range count {
		if n > most || n == most && size < best {
			best, most = size, n
		}
	}
	return best
}

// pageWriter joins lines to paragraphs and rows across the lines of a page.
type pageWriter struct {
	flow        *flow
	body        float64
	page        span    // edges of the text
	left, right float64 // those of the part
	allBold     bool
	columns     []column  // of the open paragraph; more than one in a line set with gaps
	y, size     float64   // of its last line
	fresh       bool      // a page has begun
	table       *table    // that was read last and is not yet written: one on the next page may go on with it
	edges       []float64 // its columns
}

// column is one part of an open line: its text so far, its last run, and the lines that do not go on with it.
type column struct {
	text  string
	first pdfRun
	last  pdfRun
	more  []string
}

// measure finds the edges of the text. The right one is where lines end; when few reach it, it is as far from the edge of the
// page as the left one.
func (w *pageWriter) measure(sheets []sheet) {
	var ends []float64
	width, bold, all := 0.0, 0, 0
	for _, s := range sheets {
		width = math.Max(width, s.width)
		for _, part := range s.parts {
			for _, l := range part.lines {
				if all++; l.runs[0].bold {
					bold++
				}
				w.page.from = math.Min(w.page.from, l.runs[0].x0)
				ends = append(ends, l.runs[len(l.runs)-1].ink)
			}
		}
	}
	if len(ends) == 0 {
		return
	}
	w.allBold = bold*10 > all*7
	w.page.to = slices.Max(ends)
	near := 0
	for _, x := range ends {
		if x > w.page.to-1.5*w.body {
			near++
		}
	}
	if near < 3 || w.page.to < width/2 {
		w.page.to = math.Max(w.page.to, width-w.page.from)
	}
}

// part writes a part of a page. A paragraph may go on from the part before.
func (w *pageWriter) part(p sheetPart) {
	w.fresh = true
	lines, grids := p.lines, slices.Clone(p.grids)
	slices.SortStableFunc(grids, func(a, b grid) int { return cmp.Compare(b.top, a.top) })
	for len(lines) > 0 || len(grids) > 0 {
		if len(grids) > 0 && (len(lines) == 0 || lines[0].y < grids[0].top) {
			w.flushLines()
			w.grid(grids[0])
			grids = grids[1:]
			continue
		}
		w.line(lines[0], p)
		lines = lines[1:]
	}
}

// grid keeps a table, or goes on with the one before when nothing stands between them and they have the same columns.
func (w *pageWriter) grid(g grid) {
	t, edges := g.table(), g.columns()
	near := snap
	if g.loose {
		near = 3 * w.body
	}
	if w.table == nil || !slices.EqualFunc(w.edges, edges, func(a, b float64) bool { return math.Abs(a-b) < near }) {
		w.flush()
		w.table, w.edges, w.fresh = t, edges, false
		return
	}
	rows := t.rows
	if sameRow(w.table.rows[0], rows[0]) { // the headings, said again on every page
		rows = rows[1:]
	}
	last := &w.table.rows[len(w.table.rows)-1]
	if w.fresh && len(rows) > 0 && (len(rows[0][0].blocks) == 0 || openRange((*last)[0].text())) {
		*last = addRow(*last, rows[0])
		rows = rows[1:]
	}
	w.table.rows = append(w.table.rows, rows...)
	w.fresh = false
}

func sameRow(a, b []cell) bool {
	return slices.EqualFunc(a, b, func(a, b cell) bool { return a.text() == b.text() })
}

// addRow adds the rest of a row, from the next page, to the row that broke off.
func addRow(row, rest []cell) []cell {
	for i, c := range rest {
		for len(row) <= i {
			row = append(row, cell{columns: 1})
		}
		have, more := row[i].blocks, c.blocks
		if len(have) > 0 && len(more) > 0 && !listStart.MatchString(more[0].text.text) {
			have[len(have)-1].text.text = glue(have[len(have)-1].text.text, more[0].text.text)
			more = more[1:]
		}
		row[i].blocks = append(have, more...)
	}
	return row
}

// line goes on with the open paragraph, or begins one.
func (w *pageWriter) line(l pdfLine, p sheetPart) {
	space := w.y - l.y
	if w.table != nil || !w.goesOn(l, space) {
		w.flush()
		if !w.fresh && space > 3*w.size {
			w.flow.out.gap()
		}
		for _, r := range l.runs {
			w.columns = append(w.columns, column{text: r.text, first: r, last: r})
		}
	}
	w.y, w.size, w.fresh = l.y, l.size, false
	if w.left, w.right = w.page.from, w.page.to; p.right > 0 {
		w.left, w.right = p.left, p.right
	}
}

// goesOn adds a line to the open paragraph or row if it belongs to it.
func (w *pageWriter) goesOn(l pdfLine, space float64) bool {
	n := len(w.columns)
	if n == 0 || !w.fresh && space > 2.2*math.Max(w.size, l.size) {
		return false
	}
	if n == 1 {
		c := &w.columns[0]
		if len(l.runs) > 1 || !wraps(c.last, l.runs[0], w.edge(0)) {
			return false
		}
		c.text, c.last = glue(c.text, l.runs[0].text), l.runs[0]
		return true
	}
	first := w.columns[0]
	for i, r := range l.runs {
		if at := w.columnOf(r); at < 1 && !(i == 0 && at == 0 && openRange(first.text)) {
			return false
		}
	}
	for _, r := range l.runs {
		at := w.columnOf(r)
		c := &w.columns[at]
		if at == 0 || len(c.more) == 0 && wraps(c.last, r, w.edge(at)) {
			c.text = glue(c.text, r.text)
		} else if m := len(c.more); m > 0 && wraps(c.last, r, w.edge(at)) {
			c.more[m-1] = glue(c.more[m-1], r.text)
		} else {
			c.more = append(c.more, r.text)
		}
		c.last = r
	}
	return true
}

// columnOf says under which column of the open row a run stands, -1 for none.
func (w *pageWriter) columnOf(r pdfRun) int {
	for i, c := range w.columns {
		if math.Abs(r.x0-c.first.x0) < 1.2*r.size {
			return i
		}
	}
	return -1
}

// edge is where a column ends: before the next one, else at the right edge of the text. A line in the middle of the page has
// the width of the text around it.
func (w *pageWriter) edge(at int) float64 {
	if at+1 < len(w.columns) {
		return w.columns[at+1].first.x0 - w.size*0.5
	}
	c := w.columns[at]
	before, after := c.last.x0-w.left, w.right-c.last.x1
	if len(w.columns) == 1 && before > 2*w.size && math.Abs(before-after) < 2*w.size {
		return w.right + before
	}
	return w.right
}

// flush writes the open paragraph, or the table.
func (w *pageWriter) flush() {
	if w.table != nil {
		w.flow.out.gap()
		w.flow.print(w.table)
		w.flow.out.gap()
		w.table, w.fresh = nil, true
	}
	w.flushLines()
}

func (w *pageWriter) flushLines() {
	columns := w.columns
	w.columns = nil
	if len(columns) == 0 {
		return
	}
	if len(columns) == 1 {
		c := columns[0]
		p := paragraph{text: strings.TrimSpace(c.text), strong: c.first.bold && c.last.bold && !w.allBold}
		if c.first.size > w.body*1.15 && len(p.text) < 600 {
			p.level, p.strong = 2, false
			if c.first.size > w.body*1.35 {
				p.level = 1
			}
		}
		w.flow.paragraph(p)
		return
	}
	var texts, more []string
	for _, c := range columns {
		texts = append(texts, strings.TrimSpace(c.text))
		more = append(more, c.more...)
	}
	w.flow.paragraph(paragraph{text: strings.Join(texts, "\t")})
	for _, s := range more {
		w.flow.paragraph(paragraph{text: "\t" + strings.TrimSpace(s)})
	}
}
