package source

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// sheetReader follows the XML of one sheet. Cells beyond the limits of columns and rows are left out.
type sheetReader struct {
	book        *workbook
	rows        []sheetRow
	cells       int
	row, column int // of the cell that is being read, from 1
	kind        string
	style       int
	text        strings.Builder
	inText      bool
	covered     map[place]bool
}

type sheetRow struct {
	row   int
	cells []string // from the first column
}

type place struct{ row, column int }

// readSheet reads one sheet, writes its rows to the body, and keeps them.
func (w *workbook) readSheet(name, part string) error {
	r := &sheetReader{book: w, covered: map[place]bool{}}
	if err := w.archive.each(part, r.token); err != nil {
		return err
	}
	sheet := Sheet{Name: name}
	if len(w.sheets) > 1 && len(r.rows) > 0 {
		w.flow.out.gap()
		w.flow.out.line("## " + strings.Join(strings.Fields(name), " "))
	}
	var above []string
	for _, row := range r.rows {
		var line []cell
		for i, v := range row.cells {
			covered := r.covered[place{row.row, i + 1}]
			line = append(line, cell{columns: 1, covered: covered, blocks: []block{{text: paragraph{text: v}}}})
			if covered && v == "" && i < len(above) {
				row.cells[i] = above[i]
			}
		}
		above = w.flow.printRow(line, above)
		sheet.Rows = append(sheet.Rows, Row{Line: w.flow.out.lines, Cells: row.cells})
	}
	if len(sheet.Rows) > 0 {
		w.text.Sheets = append(w.text.Sheets, sheet)
	}
	return nil
}

func (r *sheetReader) token(t xml.Token) error {
	switch e := t.(type) {
	case xml.StartElement:
		r.start(e)
	case xml.EndElement:
		r.end(e.Name.Local)
	case xml.CharData:
		if r.inText && r.text.Len() < MaxText {
			r.text.Write(e)
		}
	}
	if r.cells > mostCells || r.book.flow.full() {
		return ErrTooLarge
	}
	return nil
}

func (r *sheetReader) start(e xml.StartElement) {
	switch e.Name.Local {
	case "row":
		r.row++
		if n, err := strconv.Atoi(attr(e, "r")); err == nil {
			r.row = n
		}
		r.column = 0
	case "c":
		r.column++
		if column, _, ok := cellName(attr(e, "r")); ok {
			r.column = column
		}
		r.kind, r.style = attr(e, "t"), 0
		if n, err := strconv.Atoi(attr(e, "s")); err == nil {
			r.style = n
		}
		r.text.Reset()
	case "v", "t":
		r.inText = true
	case "mergeCell":
		r.merge(attr(e, "ref"))
	}
}

func (r *sheetReader) end(local string) {
	switch local {
	case "v", "t":
		r.inText = false
	case "c":
		r.put(r.book.value(r.kind, r.style, r.text.String()))
	}
}

// put keeps a cell that says something.
func (r *sheetReader) put(v string) {
	r.cells++
	if v == "" || r.column < 1 || r.column > mostColumns {
		return
	}
	n := len(r.rows)
	if n == 0 || r.rows[n-1].row != r.row {
		if n >= mostRows {
			r.cells = mostCells + 1
			return
		}
		r.rows = append(r.rows, sheetRow{row: r.row})
		n++
	}
	cells := &r.rows[n-1].cells
	for len(*cells) < r.column {
		*cells = append(*cells, "")
		r.cells++
	}
	(*cells)[r.column-1] = v
}

// merge notes the cells under the first one of a merged range, in its first column. A row in which one stands has to reach it.
func (r *sheetReader) merge(ref string) {
	from, to, ok := strings.Cut(ref, ":")
	column, first, ok1 := cellName(from)
	_, last, ok2 := cellName(to)
	if !ok || !ok1 || !ok2 || column > mostColumns {
		return
	}
	for i := range r.rows {
		if row := &r.rows[i]; row.row > first && row.row <= last {
			for len(row.cells) < column {
				row.cells = append(row.cells, "")
			}
			r.covered[place{row.row, column}] = true
			r.cells++
		}
	}
	r.cells += len(r.rows) / 16 // looking through them is work too
}

// cellName reads "B12" as column 2 of row 12.
func cellName(s string) (column, row int, ok bool) {
	i := 0
	for ; i < len(s) && i < 4 && s[i] >= 'A' && s[i] <= 'Z'; i++ {
		column = column*26 + int(s[i]-'A') + 1
	}
	row, err := strconv.Atoi(s[i:])
	return column, row, err == nil && i > 0 && row > 0
}
