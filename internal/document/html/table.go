package html

import (
	"strconv"

	"sala.example/internal/document"
)

func (p *page) table(t document.Table) {
	class := ""
	if t.Dense {
		class = ` class="dense"`
	}
	p.add(`<div class="wide" tabindex="0"><table`, class, ">\n") // a keyboard can scroll it too
	p.columns(t.Widths)
	if len(t.Header) > 0 {
		p.add("<thead><tr>")
		for i, h := range t.Header {
			p.add(`<th scope="col"`, alignClass(t, i), ">", esc(h), "</th>")
		}
		p.add("</tr></thead>\n")
	}
	p.add("<tbody>\n")
	for _, row := range t.Rows {
		p.row(t, row)
	}
	p.add("</tbody>\n</table></div>\n")
}

// columns states the widths as shares of their sum.
func (p *page) columns(widths []float64) {
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	if sum <= 0 {
		return
	}
	p.add("<colgroup>")
	for _, w := range widths {
		p.add(`<col style="width:`, strconv.FormatFloat(w/sum*100, 'f', 1, 64), `%">`)
	}
	p.add("</colgroup>\n")
}

func (p *page) row(t document.Table, row []document.Cell) {
	p.add("<tr>")
	for i, c := range row {
		tag := "td"
		if t.RowHeads && i == 0 {
			tag = "th"
			p.add(`<th scope="row"`)
		} else {
			p.add("<td")
		}
		p.add(alignClass(t, i))
		p.cell(c)
		p.add("</", tag, ">")
	}
	p.add("</tr>\n")
}

func alignClass(t document.Table, column int) string {
	if column >= len(t.Align) {
		return ""
	}
	switch t.Align[column] {
	case document.Centre:
		return ` class="centre"`
	case document.End:
		return ` class="end"`
	}
	return ""
}
