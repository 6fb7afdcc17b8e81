package docx

import (
	"fmt"

	"sala.example/internal/document"
)

// tableForm is what a figure's table or a dense one has beyond another.
type tableForm struct {
	shaded      bool
	dense       bool
	title, desc string // for readers who cannot see it
}

// table prints rows with thin lines; the header row is repeated on every page.
func (b *body) table(t document.Table, form tableForm) {
	widths, style := columnWidths(t), "TableText"
	if t.Dense {
		form.dense, style = true, "TableSmall"
	}
	b.openTable(widths, form, `<w:insideH w:val="single" w:sz="4" w:space="0" w:color="`+document.Line[1:]+`"/>`)
	if len(t.Header) > 0 {
		b.add("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
		for i, h := range t.Header {
			cell := document.Cell{Runs: []document.Run{{Text: h, Bold: true}}}
			b.cell(widths[i], shade(form, true)+margin(form, i == len(widths)-1), style, "<w:keepNext/>"+align(t, i), cell)
		}
		b.add("</w:tr>")
	}
	for _, row := range t.Rows {
		b.add("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
		for i, c := range row {
			if t.RowHeads && i == 0 {
				c = inBold(c)
			}
			b.cell(widths[i], shade(form, false)+margin(form, i == len(widths)-1), style, align(t, i), c)
		}
		b.add("</w:tr>")
	}
	b.closeTable()
}

// pair is a table of two cells without lines, so that both languages start at
// the same height.
func (b *body) pair(p document.Pair) {
	widths := []int{textWidth/2 + 100, textWidth - textWidth/2 - 100}
	b.openTable(widths, tableForm{}, "")
	b.add("<w:tr>")
	b.cell(widths[0], "", "PairLeft", "", p.Left)
	b.cell(widths[1], "", "PairRight", "", p.Right)
	b.add("</w:tr>")
	b.closeTable()
}

// openTable prints properties in the order of the schema (CT_TblPr), and the
// grid, without which LibreOffice guesses the widths.
func (b *body) openTable(widths []int, form tableForm, lines string) {
	b.add(`<w:tbl><w:tblPr><w:tblW w:w="`, fmt.Sprint(textWidth), `" w:type="dxa"/>`)
	if lines != "" {
		b.add("<w:tblBorders>", `<w:bottom w:val="single" w:sz="4" w:space="0" w:color="`, document.Line[1:], `"/>`, lines, "</w:tblBorders>")
	}
	left, right := "0", "160"
	if form.shaded {
		left = "120"
	}
	if form.dense {
		right = "80"
	}
	b.add(`<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="`, left, `" w:type="dxa"/><w:right w:w="`, right, `" w:type="dxa"/></w:tblCellMar>`)
	if form.title != "" {
		b.add(`<w:tblCaption w:val="`, esc(form.title), `"/>`)
	}
	if form.desc != "" {
		b.add(`<w:tblDescription w:val="`, esc(form.desc), `"/>`)
	}
	b.add("</w:tblPr><w:tblGrid>")
	for _, w := range widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.add("</w:tblGrid>")
}

// closeTable ends with a thin paragraph: without one, Word joins two tables.
func (b *body) closeTable() { b.add(`</w:tbl><w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>`) }

func (b *body) cell(width int, form, style, props string, c document.Cell) {
	fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>`, width, form)
	b.paragraph(style, props, c)
	b.add("</w:tc>")
}

func shade(form tableForm, header bool) string {
	line := ""
	if header {
		line = `<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="` + document.Grey[1:] + `"/></w:tcBorders>`
	}
	if !form.shaded {
		return line
	}
	return line + `<w:shd w:val="clear" w:color="auto" w:fill="` + document.Wash[1:] + `"/>`
}

// margin lets the last column end where the text does.
func margin(form tableForm, last bool) string {
	if !last || form.shaded {
		return ""
	}
	return `<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>`
}

func inBold(c document.Cell) document.Cell {
	runs := make([]document.Run, len(c.Runs))
	for i, r := range c.Runs {
		r.Bold = true
		runs[i] = r
	}
	return document.Cell{Lang: c.Lang, Runs: runs}
}

func align(t document.Table, column int) string {
	if column >= len(t.Align) {
		return ""
	}
	switch t.Align[column] {
	case document.Centre:
		return `<w:jc w:val="center"/>`
	case document.End:
		return `<w:jc w:val="right"/>`
	}
	return ""
}

// columnWidths shares the text width; the last column takes what rounding leaves.
func columnWidths(t document.Table) []int {
	shares := t.Shares()
	widths, left := make([]int, len(shares)), textWidth
	for i, share := range shares {
		widths[i] = int(textWidth * share)
		if i == len(shares)-1 {
			widths[i] = left
		}
		left -= widths[i]
	}
	return widths
}
