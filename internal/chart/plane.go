package chart

import (
	"math"
	"strconv"
)

// Medians is what Plane draws: each recommendation at its median ratings. All
// texts come in the reader's language.
type Medians struct {
	Title, Desc    string
	XLabel, YLabel string // what grows to the right (feasible) and upwards (acceptable)
	CornerLabel    string // what passing the gate's medians is called
	Bound          float64
	Points         []MedianPoint
	Width          float64 // 0 is 640
}

// MedianPoint is one recommendation: its number, its medians 1..9, and whether
// the whole gate held. A point whose gate held is filled, any other hollow. From
// are its medians in an earlier round, from which an arrow comes, or nil.
type MedianPoint struct {
	Label string
	X, Y  float64
	Held  bool
	From  *Point
}

const (
	planeLeft  = 44.0
	planeTop   = 30.0
	planeBelow = 56.0
)

// Plane draws feasibility against acceptability, with the corner marked in
// which both medians reach Bound. Points that would cover each other are fanned
// out, in the order given, with a line to where they belong.
func Plane(in Medians) Drawing {
	width := in.Width
	if width == 0 {
		width = defaultWidth
	}
	p := newPlane(in, width)
	d := Drawing{W: width, H: round(planeTop + 9*p.step + planeBelow), Title: in.Title, Desc: in.Desc}
	d.Shapes = append(p.frame(), p.corner()...)
	d.Shapes = append(d.Shapes, p.points()...)
	return d
}

// plane maps ratings 1..9 to a square of nine steps.
type plane struct {
	Medians
	step   float64
	radius float64 // of a point
}

func newPlane(in Medians, width float64) plane {
	step := (width - planeLeft - 14) / 9
	return plane{Medians: in, step: step, radius: round(max(10, min(13, 0.25*step)))}
}

func (p plane) at(x, y float64) Point {
	return Point{round(planeLeft + (x-0.5)*p.step), round(planeTop + (9.5-y)*p.step)}
}

// frame is the grid with its axes.
func (p plane) frame() []Shape {
	low, high := p.at(0.5, 0.5), p.at(9.5, 9.5)
	shapes := []Shape{{Kind: Rect, X: low.X, Y: high.Y, W: round(high.X - low.X), H: round(low.Y - high.Y), Fill: paper, Stroke: soft, StrokeWidth: 1}}
	for rating := 1; rating <= 9; rating++ {
		at := p.at(float64(rating), float64(rating))
		text := strconv.Itoa(rating)
		shapes = append(shapes,
			Shape{Kind: Line, X: at.X, Y: high.Y, X2: at.X, Y2: low.Y, Stroke: hairline, StrokeWidth: 1},
			Shape{Kind: Line, X: low.X, Y: at.Y, X2: high.X, Y2: at.Y, Stroke: hairline, StrokeWidth: 1},
			Shape{Kind: Label, X: at.X, Y: round(low.Y + 20), Text: text, Size: 15, Fill: soft, Anchor: Middle},
			Shape{Kind: Label, X: low.X - 12, Y: round(at.Y + 5), Text: text, Size: 15, Fill: soft, Anchor: Middle})
	}
	return append(shapes,
		Shape{Kind: Label, X: high.X, Y: round(low.Y + 44), Text: p.XLabel + " →", Size: labelSize, Fill: ink, Anchor: End, Bold: true},
		Shape{Kind: Label, X: low.X, Y: round(high.Y - 9), Text: "↑ " + p.YLabel, Size: labelSize, Fill: ink, Bold: true})
}

// corner marks where both medians reach the bound. Medians come in halves, so
// its edge runs a quarter below: what reaches the bound lies inside.
func (p plane) corner() []Shape {
	low, high := p.at(p.Bound-0.25, p.Bound-0.25), p.at(9.5, 9.5)
	room := high.X - planeLeft - textWidth("↑ "+p.YLabel, labelSize) - 16
	return []Shape{
		{Kind: Rect, X: low.X, Y: high.Y, W: round(high.X - low.X), H: round(low.Y - high.Y), Fill: highTint, Stroke: ink, StrokeWidth: 1.5, Dash: true},
		{Kind: Label, X: high.X, Y: round(high.Y - 9), Text: p.CornerLabel, Size: fitSize(p.CornerLabel, smallSize+1, room), Fill: ink, Anchor: End},
	}
}

// points draws the lines first, so that none crosses a number.
func (p plane) points() []Shape {
	var lines, marks []Shape
	for i, at := range fanOut(p.homes(), p.radius, p.inside()) {
		point := p.Points[i]
		home := p.at(point.X, point.Y)
		if point.From != nil {
			lines = append(lines, p.way(p.at(point.From.X, point.From.Y), at)...)
		}
		if at != home {
			lines = append(lines,
				Shape{Kind: Line, X: home.X, Y: home.Y, X2: at.X, Y2: at.Y, Stroke: accent, StrokeWidth: 1.5},
				Shape{Kind: Circle, X: home.X, Y: home.Y, R: 2.5, Fill: accent})
		}
		fill, text := paper, accent
		if point.Held {
			fill, text = accent, paper
		}
		marks = append(marks,
			Shape{Kind: Circle, X: at.X, Y: at.Y, R: p.radius, Fill: fill, Stroke: accent, StrokeWidth: 2},
			Shape{Kind: Label, X: at.X, Y: round(at.Y + 0.4*p.radius), Text: point.Label, Size: fitSize(point.Label, p.radius+2, 2*p.radius-2), Fill: text, Anchor: Middle, Bold: true})
	}
	return append(lines, marks...)
}

// way is the arrow from where a point was to its mark, which may stand beside
// the place that it marks; else nobody could tell whose arrow it is.
func (p plane) way(from, mark Point) []Shape {
	gap := p.radius + 2
	dx, dy := mark.X-from.X, mark.Y-from.Y
	long := math.Hypot(dx, dy)
	if long < gap+10 {
		return nil
	}
	dx, dy = dx/long, dy/long
	tip := Point{mark.X - gap*dx, mark.Y - gap*dy}
	back := Point{tip.X - 8*dx, tip.Y - 8*dy}
	return []Shape{
		{Kind: Line, X: from.X, Y: from.Y, X2: round(back.X), Y2: round(back.Y), Stroke: soft, StrokeWidth: 1.5},
		{Kind: Circle, X: from.X, Y: from.Y, R: 3, Fill: paper, Stroke: soft, StrokeWidth: 1.5},
		{Kind: Polygon, Fill: soft, Points: []Point{
			{round(tip.X), round(tip.Y)}, {round(back.X - 4*dy), round(back.Y + 4*dx)}, {round(back.X + 4*dy), round(back.Y - 4*dx)},
		}},
	}
}

func (p plane) homes() []Point {
	homes := make([]Point, len(p.Points))
	for i, point := range p.Points {
		homes[i] = p.at(point.X, point.Y)
	}
	return homes
}

func (p plane) inside() box {
	low, high := p.at(0.5, 0.5), p.at(9.5, 9.5)
	return box{low.X, high.Y, high.X, low.Y}
}
