package chart

import (
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"
)

// SVG prints a drawing as one <svg> element that scales to the width it is
// given. Title is its accessible name and Desc its description, as <title> and
// <desc>; labels take the font of the page around them. All text is escaped; a
// colour that is not "#rrggbb" is left out. Each mark of Own is a hidden group
// with its name in data-own and its step in data-step.
func SVG(w io.Writer, d Drawing) error {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 %s %s" width="%s" height="%s" style="max-width:100%%;height:auto" font-family="inherit">`,
		num(d.W), num(d.H), num(d.W), num(d.H))
	if d.Title != "" {
		b.WriteString("<title>" + html.EscapeString(d.Title) + "</title>")
	}
	if d.Desc != "" {
		b.WriteString("<desc>" + html.EscapeString(d.Desc) + "</desc>")
	}
	for _, s := range d.Shapes {
		b.WriteString("\n")
		writeShape(&b, s)
	}
	for _, own := range d.Own {
		fmt.Fprintf(&b, "\n"+`<g data-own="%s" data-step="%s" visibility="hidden">`, html.EscapeString(own.Name), num(own.Step))
		for _, s := range own.Shapes {
			writeShape(&b, s)
		}
		b.WriteString("</g>")
	}
	b.WriteString("\n</svg>")
	_, err := io.WriteString(w, b.String())
	return err
}

func writeShape(b *strings.Builder, s Shape) {
	switch s.Kind {
	case Rect:
		fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s"`, num(s.X), num(s.Y), num(s.W), num(s.H))
		if s.R > 0 {
			fmt.Fprintf(b, ` rx="%s"`, num(s.R))
		}
		b.WriteString(paint(s) + "/>")
	case Circle:
		fmt.Fprintf(b, `<circle cx="%s" cy="%s" r="%s"%s/>`, num(s.X), num(s.Y), num(s.R), paint(s))
	case Line:
		fmt.Fprintf(b, `<line x1="%s" y1="%s" x2="%s" y2="%s"%s/>`, num(s.X), num(s.Y), num(s.X2), num(s.Y2), paint(s))
	case Polygon:
		fmt.Fprintf(b, `<polygon points="%s"%s/>`, points(s.Points), paint(s))
	case Label:
		writeLabel(b, s)
	}
}

func writeLabel(b *strings.Builder, s Shape) {
	fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s"`, num(s.X), num(s.Y), num(s.Size))
	switch s.Anchor {
	case Middle:
		b.WriteString(` text-anchor="middle"`)
	case End:
		b.WriteString(` text-anchor="end"`)
	}
	if s.Bold {
		b.WriteString(` font-weight="700"`)
	}
	if Hex(s.Fill) {
		b.WriteString(` fill="` + s.Fill + `"`)
	}
	b.WriteString(">" + html.EscapeString(s.Text) + "</text>")
}

func paint(s Shape) string {
	var b strings.Builder
	if Hex(s.Fill) {
		b.WriteString(` fill="` + s.Fill + `"`)
	} else {
		b.WriteString(` fill="none"`)
	}
	if !Hex(s.Stroke) {
		return b.String()
	}
	b.WriteString(` stroke="` + s.Stroke + `"`)
	if s.StrokeWidth > 0 {
		b.WriteString(` stroke-width="` + num(s.StrokeWidth) + `"`)
	}
	if s.Dash {
		b.WriteString(` stroke-dasharray="` + dash(s) + `"`)
	}
	return b.String()
}

// A dash is three times as long as the line is wide, a gap as long as a dash.
func dash(s Shape) string {
	w := max(s.StrokeWidth, 1) * 3
	return num(w) + " " + num(w)
}

func points(ps []Point) string {
	parts := make([]string, len(ps))
	for i, p := range ps {
		parts[i] = num(p.X) + "," + num(p.Y)
	}
	return strings.Join(parts, " ")
}

// num prints a coordinate with at most two decimals.
func num(f float64) string {
	s := strconv.FormatFloat(f, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// Hex tells whether a colour is "#rrggbb".
func Hex(c string) bool {
	if len(c) != 7 || c[0] != '#' {
		return false
	}
	_, err := strconv.ParseUint(c[1:], 16, 32)
	return err == nil
}
