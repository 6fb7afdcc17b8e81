package pdf

import (
	"bytes"
	"fmt"
	"strings"

	"sala.example/internal/chart"
	"sala.example/internal/document"
)

// figure paints the drawing, at most as wide as the column, with its
// description for readers who cannot see it, and the caption beneath.
func (w *writer) figure(b document.Figure) error {
	d := b.Drawing
	const pointsPerPixel = 0.75
	scale := pointsPerPixel
	if d.W*scale > columnWidth {
		scale = columnWidth / d.W
	}
	e := w.element("Figure", w.root)
	e.alt = strings.TrimSpace(d.Title + ". " + d.Desc)
	ops, err := w.drawing(d, scale)
	if err != nil {
		return err
	}
	l := w.leaf(e)
	height := d.H * scale
	w.push(12, []strip{{height: height, keep: b.Caption != "", draw: func(p *page, y float64) {
		e.attrs = fmt.Sprintf("/O/Layout/Placement/Block/BBox[%v %s %s %s]", marginSide,
			num(pageHeight-y-height), num(marginSide+d.W*scale), num(pageHeight-y))
		p.add(l, "", fmt.Appendf(nil, "q 1 0 0 1 %v %s cm\n%sQ\n", marginSide, num(pageHeight-y), ops))
	}}})
	if b.Caption == "" {
		return nil
	}
	return w.text(document.Text("", b.Caption), "P", setting{size: sizeSmall, lead: leading, colour: document.Grey}, 3)
}

// drawing is the operators of all shapes; the origin is the top left corner.
func (w *writer) drawing(d chart.Drawing, scale float64) ([]byte, error) {
	var b bytes.Buffer
	for _, s := range d.Shapes {
		if s.Kind == chart.Label {
			if err := w.label(&b, s, scale); err != nil {
				return nil, err
			}
			continue
		}
		b.WriteString(shape(s, scale))
	}
	return b.Bytes(), nil
}

// label sets a line of text in the drawing.
func (w *writer) label(b *bytes.Buffer, s chart.Shape, scale float64) error {
	colour := s.Fill
	if !chart.Hex(colour) {
		colour = document.Ink
	}
	text := document.Printable(s.Text)
	l := &look{size: s.Size * scale, bold: s.Bold, colour: colour}
	parts, err := w.parts(text, 0, len(text), []span{{len(text), l}})
	if err != nil {
		return err
	}
	var row line
	row.add(parts)
	x := s.X * scale
	switch s.Anchor {
	case chart.Middle:
		x -= row.width / 2
	case chart.End:
		x -= row.width
	}
	for _, t := range row.parts {
		b.Write(spanned(t, x+t.at, -s.Y*scale))
	}
	return nil
}
