package pdf

import "sala.example/internal/document"

// A row taller than this share of a page may be cut by a page end.
const tallestRow = (pageHeight - marginTop - marginBottom) / 3

// fit is how close a table is set.
type fit struct {
	size, lead float64
	head       float64 // size of the header
	gap        float64 // between columns
	pad        float64 // above and below a row
}

func fitOf(t document.Table) fit {
	if t.Dense {
		return fit{size: 7.5, lead: 1.5, head: 6.9, gap: 5, pad: 0.8}
	}
	return fit{size: sizeSmall, lead: leading, head: sizeSmall, gap: 10, pad: 3.5}
}

// table sets rows with thin lines between them; its header row is repeated, as
// an artifact, on every page that the table goes on to.
func (w *writer) table(t document.Table) error {
	e := w.element("Table", w.root)
	grid := columnsOf(t)
	var head []strip
	if len(t.Header) > 0 {
		first, again, err := w.headerRow(t, grid, e)
		if err != nil {
			return err
		}
		w.push(8, first)
		head = again
	}
	for i, row := range t.Rows {
		strips, err := w.row(t, grid, row, e)
		if err != nil {
			return err
		}
		for j := range strips {
			strips[j].head = head
		}
		before := 0.0
		if i == 0 && head == nil {
			before = 6
		}
		w.push(before, strips)
	}
	return nil
}

// columnsOf gives each column its place from the shares in Widths.
func columnsOf(t document.Table) []column {
	shares, gap := t.Shares(), fitOf(t).gap
	grid := make([]column, len(shares))
	x, room := 0.0, columnWidth-gap*float64(len(shares)-1)
	for i, share := range shares {
		grid[i] = column{x: x, width: room * share}
		if i < len(t.Align) {
			grid[i].align = t.Align[i]
		}
		x += grid[i].width + gap
	}
	return grid
}

// headerRow sets the header twice: as the table's, and to repeat.
func (w *writer) headerRow(t document.Table, grid []column, e *elem) (first, again []strip, err error) {
	cells := make([]document.Cell, len(t.Header))
	for i, h := range t.Header {
		cells[i] = document.Text("", h)
	}
	tr, fit := w.element("TR", e), fitOf(t)
	cols, err := w.cells(grid, cells, tr, func(int) (string, setting) {
		return "/O/Table/Scope/Column", setting{size: fit.head, lead: fit.lead, bold: true, colour: document.Grey}
	})
	if err != nil {
		return nil, nil, err
	}
	first = ruled(sideBySide(cols), fit.pad, document.Grey)
	for i := range first {
		first[i].keep = true
	}
	again = ruled(stripsOf(cols, (*page).paintArtifact), fit.pad, document.Grey)
	return first, again, nil
}

func (w *writer) row(t document.Table, grid []column, row []document.Cell, e *elem) ([]strip, error) {
	tr, fit := w.element("TR", e), fitOf(t)
	cols, err := w.cells(grid, row, tr, func(i int) (string, setting) {
		s := setting{size: fit.size, lead: fit.lead, colour: document.Ink}
		if t.RowHeads && i == 0 {
			s.bold = true
			return "/O/Table/Scope/Row", s
		}
		return "", s
	})
	if err != nil {
		return nil, err
	}
	strips := ruled(sideBySide(cols), fit.pad, document.Line)
	if tall(strips) < tallestRow {
		for i := range len(strips) - 1 {
			strips[i].keep = true
		}
	}
	return strips, nil
}

// cells sets each cell in its column; kind says whether it heads something.
func (w *writer) cells(grid []column, cells []document.Cell, tr *elem, kind func(int) (string, setting)) ([]column, error) {
	cols := make([]column, len(cells))
	for i, c := range cells {
		attrs, s := kind(i)
		tag := "TD"
		if attrs != "" {
			tag = "TH"
		}
		e := w.elementIn(tag, tr, c.Lang)
		e.attrs = attrs
		s.align = grid[i].align
		col, err := w.column(grid[i].x, grid[i].width, c, w.leaf(e), s)
		if err != nil {
			return nil, err
		}
		cols[i] = col
	}
	return cols, nil
}

// ruled pads a row and draws the line beneath it. A row without cells is as
// high as its padding.
func ruled(strips []strip, pad float64, colour string) []strip {
	top := strip{height: pad, keep: true}
	bottom := strip{height: pad + 0.6, draw: func(p *page, y float64) {
		p.rect(marginSide, y+pad, columnWidth, 0.6, colour)
	}}
	if len(strips) > 0 {
		strips[len(strips)-1].keep = true
	}
	return append(append([]strip{top}, strips...), bottom)
}
