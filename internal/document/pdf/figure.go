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

// shape is a path and how it is painted, or "" for an invisible one.
func shape(s chart.Shape, scale float64) string {
	paint := painting(s, scale)
	if paint.verb == "" {
		return ""
	}
	return "q " + paint.state + path(s, scale) + " " + paint.verb + " Q\n"
}

type paint struct{ state, verb string }

func painting(s chart.Shape, scale float64) paint {
	var p paint
	fill, fills := rgb(s.Fill)
	stroke, strokes := rgb(s.Stroke)
	if fills && s.Kind != chart.Line {
		p.state, p.verb = fill+" rg ", "f"
	}
	if !strokes {
		return p
	}
	width := s.StrokeWidth
	if width <= 0 {
		width = 1
	}
	p.state += stroke + " RG " + num(width*scale) + " w "
	if s.Dash {
		gap := num(max(width, 1) * 3 * scale)
		p.state += "[" + gap + " " + gap + "] 0 d "
	}
	if p.verb = "S"; fills && s.Kind != chart.Line {
		p.verb = "B"
	}
	return p
}

func path(s chart.Shape, k float64) string {
	switch s.Kind {
	case chart.Rect:
		if s.R > 0 {
			return rounded(s.X*k, -s.Y*k, s.W*k, s.H*k, min(s.R, s.W/2, s.H/2)*k)
		}
		return fmt.Sprintf("%s %s %s %s re", num(s.X*k), num(-(s.Y+s.H)*k), num(s.W*k), num(s.H*k))
	case chart.Circle:
		return disc(s.X*k, -s.Y*k, s.R*k)
	case chart.Line:
		return fmt.Sprintf("%s %s m %s %s l", num(s.X*k), num(-s.Y*k), num(s.X2*k), num(-s.Y2*k))
	case chart.Polygon:
		return polygon(s.Points, k)
	}
	return ""
}

func polygon(points []chart.Point, k float64) string {
	var b strings.Builder
	for i, p := range points {
		verb := "l"
		if i == 0 {
			verb = "m"
		}
		fmt.Fprintf(&b, "%s %s %s ", num(p.X*k), num(-p.Y*k), verb)
	}
	return b.String() + "h"
}

// rounded is a rectangle with round corners; x, y is its top left corner.
func rounded(x, y, w, h, r float64) string {
	const c = 0.4477 // 1 - 0.5523: control points of a quarter circle
	right, bottom := x+w, y-h
	curve := func(x1, y1, x2, y2, x3, y3 float64) string {
		return fmt.Sprintf(" %s %s %s %s %s %s c", num(x1), num(y1), num(x2), num(y2), num(x3), num(y3))
	}
	return fmt.Sprintf("%s %s m %s %s l", num(x+r), num(y), num(right-r), num(y)) +
		curve(right-c*r, y, right, y-c*r, right, y-r) +
		fmt.Sprintf(" %s %s l", num(right), num(bottom+r)) +
		curve(right, bottom+c*r, right-c*r, bottom, right-r, bottom) +
		fmt.Sprintf(" %s %s l", num(x+r), num(bottom)) +
		curve(x+c*r, bottom, x, bottom+c*r, x, bottom+r) +
		fmt.Sprintf(" %s %s l", num(x), num(y-r)) +
		curve(x, y-c*r, x+c*r, y, x+r, y) + " h"
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
