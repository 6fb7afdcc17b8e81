package source

import (
	"regexp"
	"slices"
	"strings"
)

// flow takes paragraphs and tables as they come in a document and writes them to a body.
type flow struct {
	out   *body
	open  []*table // innermost last
	cells int      // of all tables
}

// table is a table while it is read.
type table struct {
	rows [][]cell
	gap  []int // by column: rows that a cell from above still covers
}

// cell is one cell with what stands in it; a table inside is kept as a block of its own.
type cell struct {
	blocks  []block
	columns int  // that it covers, at least 1
	covered bool // a cell from above reaches down here
}

// block is a paragraph or a table in a cell.
type block struct {
	text  paragraph
	table *table
}

const (
	mostTables  = 12      // one inside the other
	mostColumns = 100     // of one table
	mostCells   = 300_000 // of one document
)

func newFlow() *flow { return &flow{out: newBody()} }

// full says that the document is larger than what is read.
func (f *flow) full() bool { return f.out.full() || f.cells > mostCells }

// finish closes what is open and gives the text.
func (f *flow) finish() (string, error) {
	for len(f.open) > 0 {
		f.closeTable()
	}
	if f.full() {
		return "", ErrTooLarge
	}
	return f.out.String(), nil
}

// paragraph writes to the open cell, or to the body. Text in a table outside any cell goes to the body too.
func (f *flow) paragraph(p paragraph) {
	if c := f.cell(); c != nil {
		c.blocks = append(c.blocks, block{text: p})
		return
	}
	for _, s := range p.lines() {
		f.out.line(s)
	}
}

// cell is the cell that is being written, nil outside tables.
func (f *flow) cell() *cell {
	if len(f.open) == 0 {
		return nil
	}
	rows := f.open[len(f.open)-1].rows
	if len(rows) == 0 || len(rows[len(rows)-1]) == 0 {
		return nil
	}
	last := rows[len(rows)-1]
	return &last[len(last)-1]
}

func (f *flow) openTable() {
	if len(f.open) < mostTables {
		f.open = append(f.open, &table{})
	}
}

func (f *flow) openRow() {
	if n := len(f.open); n > 0 {
		f.cells++
		f.endRow(f.open[n-1])
		f.open[n-1].rows = append(f.open[n-1].rows, nil)
	}
}

// endRow fills the last row, of which the last cells may come from above.
func (f *flow) endRow(t *table) {
	n := len(t.rows)
	if n == 0 {
		return
	}
	row := &t.rows[n-1]
	f.fillCovered(t, row)
	for at := width(*row); at < len(t.gap) && slices.Max(t.gap[at:]) > 0; at++ {
		*row = append(*row, cell{columns: 1, covered: t.gap[at] > 0}) // the row says nothing more, and cells from above go on
		t.gap[at] = max(0, t.gap[at]-1)
		f.cells++
	}
}

// openCell starts a cell that covers columns and, as HTML says it, rows below. covered is how DOCX says it.
func (f *flow) openCell(columns, rows int, covered bool) {
	n := len(f.open)
	if n == 0 {
		return
	}
	t := f.open[n-1]
	if len(t.rows) == 0 {
		f.openRow()
	}
	last := &t.rows[len(t.rows)-1]
	f.fillCovered(t, last)
	columns = max(1, min(columns, mostColumns))
	if width(*last)+columns > mostColumns {
		return
	}
	if f.cells++; f.full() {
		return
	}
	at := width(*last)
	*last = append(*last, cell{columns: columns, covered: covered})
	for len(t.gap) < at+columns {
		t.gap = append(t.gap, 0)
	}
	for i := at; i < at+columns; i++ {
		t.gap[i] = max(0, min(rows, 1000)-1)
	}
}

// fillCovered puts empty cells where cells from above reach down.
func (f *flow) fillCovered(t *table, row *[]cell) {
	for at := width(*row); at < len(t.gap) && t.gap[at] > 0; at++ {
		t.gap[at]--
		*row = append(*row, cell{columns: 1, covered: true})
		f.cells++
	}
}

func width(row []cell) int {
	n := 0
	for _, c := range row {
		n += c.columns
	}
	return n
}

// closeTable writes the table, or keeps it in the cell in which it stands.
func (f *flow) closeTable() {
	n := len(f.open)
	if n == 0 {
		return
	}
	t := f.open[n-1]
	f.endRow(t)
	f.open = f.open[:n-1]
	if c := f.cell(); c != nil {
		c.blocks = append(c.blocks, block{table: t})
		return
	}
	f.out.gap()
	f.print(t)
	f.out.gap()
}

// print writes a table. One of a single column is a frame: its paragraphs stand as they are. A row with a table inside is
// layout: its cells are written one after the other.
func (f *flow) print(t *table) {
	framed := !slices.ContainsFunc(t.rows, func(row []cell) bool { return len(row) > 1 })
	above := make([]string, 0, mostColumns)
	for _, row := range t.rows {
		if framed || hasTable(row) {
			for _, c := range row {
				f.printCell(c)
			}
			continue
		}
		above = f.printRow(row, above)
	}
}

func hasTable(row []cell) bool {
	return slices.ContainsFunc(row, func(c cell) bool {
		return slices.ContainsFunc(c.blocks, func(b block) bool { return b.table != nil })
	})
}

func (f *flow) printCell(c cell) {
	for _, b := range c.blocks {
		if b.table != nil {
			f.out.gap()
			f.print(b.table)
			f.out.gap()
			continue
		}
		for _, s := range b.text.lines() {
			f.out.line(s)
		}
	}
}

// printRow writes a row; above is what covers each column from the rows before, and is given back for the next row.
func (f *flow) printRow(row []cell, above []string) []string {
	var texts, now []string
	empty := true
	for _, c := range row {
		text := c.text()
		at := len(texts)
		if c.covered && at < len(above) {
			text = above[at]
			now = append(now, text)
			texts = append(texts, "")
		} else {
			now = append(now, text)
			texts = append(texts, text)
			empty = empty && text == ""
		}
		for range c.columns - 1 {
			now, texts = append(now, ""), append(texts, "")
		}
	}
	if !empty {
		f.out.line(tableRow(repeatTitle(row, texts, now)))
	}
	return now
}

func (c cell) text() string {
	var parts []string
	for _, b := range c.blocks {
		parts = append(parts, b.text.inCell()...)
	}
	return strings.Join(parts, "<br>")
}

// startsTime finds a time of day at the start of a cell: "9:00", "09.30 น.", "๑๓.๐๐", "0900", "9h30".
var startsTime = regexp.MustCompile(`^\s*[\d๐-๙]{1,2}\s?[.:hg]\s?[\d๐-๙]{2}|^\s*[\d๐-๙]{4}\s*[-–—]|^\s*[\d๐-๙]{4}$`)

// repeatTitle says a title again that covers several times. A time or a date that covers several titles is said once: the rows
// below belong to it.
func repeatTitle(row []cell, texts, covered []string) []string {
	timed, other := false, false
	for _, s := range texts {
		timed = timed || startsTime.MatchString(s)
		other = other || s != "" && !startsTime.MatchString(s)
	}
	if !timed || other {
		return texts
	}
	at := 0
	for _, c := range row {
		if c.covered && at < len(covered) && !startsTime.MatchString(covered[at]) {
			texts[at] = covered[at]
		}
		at += c.columns
	}
	return texts
}
