package pdf

import (
	"strings"
	"testing"

	"sala.example/internal/chart"
	"sala.example/internal/document"
)

func TestShapes(t *testing.T) {
	for name, c := range map[string]struct {
		in   chart.Shape
		want string
	}{
		"rect":      {chart.Shape{Kind: chart.Rect, X: 1, Y: 2, W: 4, H: 8, Fill: "#ff0000"}, "q 1.000 0.000 0.000 rg 0.5 -5 2 4 re f Q\n"},
		"line":      {chart.Shape{Kind: chart.Line, X: 0, Y: 0, X2: 10, Y2: 4, Stroke: "#000000", Dash: true, Fill: "#ffffff"}, "q 0.000 0.000 0.000 RG 0.5 w [1.5 1.5] 0 d 0 0 m 5 -2 l S Q\n"},
		"polygon":   {chart.Shape{Kind: chart.Polygon, Points: []chart.Point{{X: 0, Y: 0}, {X: 2, Y: 0}, {X: 2, Y: 2}}, Fill: "#0000ff", Stroke: "#000000", StrokeWidth: 2}, "q 0.000 0.000 1.000 rg 0.000 0.000 0.000 RG 1 w 0 0 m 1 0 l 1 -1 l h B Q\n"},
		"invisible": {chart.Shape{Kind: chart.Circle, R: 3}, ""},
		"no colour": {chart.Shape{Kind: chart.Circle, R: 3, Fill: "red) evil"}, ""},
	} {
		if got := shape(c.in, 0.5); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
	if got := shape(chart.Shape{Kind: chart.Circle, X: 5, Y: 5, R: 2, Fill: "#000000"}, 1); strings.Count(got, " c") != 4 {
		t.Errorf("a circle has four curves: %q", got)
	}
	if got := shape(chart.Shape{Kind: chart.Rect, W: 9, H: 9, R: 2, Fill: "#000000"}, 1); strings.Count(got, " c") != 4 || strings.Count(got, " l") != 4 {
		t.Errorf("a rounded rectangle has four curves and four lines: %q", got)
	}
}

func TestAWidePictureIsMadeToFit(t *testing.T) {
	d := chart.Drawing{W: 2000, H: 100, Title: "กว้าง", Shapes: []chart.Shape{{Kind: chart.Rect, W: 2000, H: 100, Fill: "#000000"}}}
	p := parse(t, render(t, paper(document.Figure{Drawing: d})))
	if ops := p.content(p.pages()[0]); !strings.Contains(ops, "0 -22.66 453.28 22.66 re f") {
		t.Errorf("not as wide as the column: %s", ops)
	}
}
