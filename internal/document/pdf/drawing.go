package pdf

import (
	"fmt"
	"strings"

	"sala.example/internal/chart"
)

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
