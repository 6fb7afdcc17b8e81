package chart

import (
	"math"
	"strconv"
)

// OpinionMap is what Opinions draws. Places are in the map's own units, y
// upwards, and all texts in the reader's language. Only groups of three people
// or more may be in it; Own is for the eyes of that one person.
type OpinionMap struct {
	Title, Desc string
	Groups      []OpinionGroup
	Statements  []OpinionStatement // on a scale of their own: only their direction counts
	Own         *Point
	OwnWord     string  // what the reader's own place is called, such as "you"
	Width       float64 // 0 is 640
	Height      float64 // 0 goes by the width
}

// OpinionGroup is a group of people who vote alike: a disc of radius Spread
// about Centre, which tells nobody's place. Label is its letter, Size how many
// people.
type OpinionGroup struct {
	Label  string
	Size   int
	Centre Point
	Spread float64
}

// OpinionStatement is the place of a statement, with its number as Label.
type OpinionStatement struct {
	At    Point
	Label string
}

const (
	mapHeight = 0.72 // of the width
	mapTall   = 0.95 // on a phone
	mapMargin = 40.0 // so that discs and their letters stay inside
)

// groupLooks are the colours of groups, which their letters tell apart.
var groupLooks = []struct{ line, tint string }{
	{accent, "#e3eeee"},
	{"#8a5300", "#f8ecd6"},
	{"#566067", "#ecebe7"},
	{"#9a2f22", "#f7e3df"},
	{"#23683a", "#e4f0e6"},
}

// Opinions draws an opinion map: the groups with their letters and sizes, where
// statements pull, and the reader's own place. Its axes have no names, because
// they have no meaning but nearness; the thin cross is the middle of all votes.
func Opinions(in OpinionMap) Drawing {
	width := in.Width
	if width == 0 {
		width = defaultWidth
	}
	m := newCanvas(in, width, in.height(width))
	d := Drawing{W: width, H: round(in.height(width)), Title: in.Title, Desc: in.Desc}
	d.Shapes = m.frame()
	for i := range in.Groups {
		d.Shapes = append(d.Shapes, m.disc(i))
	}
	names, avoid := m.names()
	d.Shapes = append(d.Shapes, m.statements(avoid)...)
	d.Shapes = append(d.Shapes, names...)
	d.Shapes = append(d.Shapes, m.own()...)
	return d
}

func (in OpinionMap) height(width float64) float64 {
	switch {
	case in.Height > 0:
		return in.Height
	case width < narrowPanel:
		return mapTall * width
	}
	return mapHeight * width
}

// canvas maps places to paper, with one scale for both axes.
type canvas struct {
	OpinionMap
	box    box
	middle Point   // the place in the middle of the paper
	scale  float64 // of places
	reach  float64 // scale of statements
}

func newCanvas(in OpinionMap, width, height float64) canvas {
	m := canvas{OpinionMap: in, box: box{0.5, 0.5, width - 0.5, height - 0.5}}
	low, high := in.extent()
	m.middle = Point{(low.X + high.X) / 2, (low.Y + high.Y) / 2}
	m.scale = min((width-2*mapMargin)/max(high.X-low.X, 1e-9), (height-2*mapMargin)/max(high.Y-low.Y, 1e-9))
	farthest := 0.0
	for _, s := range in.Statements {
		farthest = max(farthest, math.Hypot(s.At.X, s.At.Y))
	}
	zero := m.at(Point{})
	room := min(zero.X, width-zero.X, zero.Y, height-zero.Y) - 14
	m.reach = max(0, room) / max(farthest, 1e-9)
	return m
}

// extent holds every place, every disc and the middle of all votes.
func (in OpinionMap) extent() (low, high Point) {
	grow := func(p Point, r float64) {
		low = Point{min(low.X, p.X-r), min(low.Y, p.Y-r)}
		high = Point{max(high.X, p.X+r), max(high.Y, p.Y+r)}
	}
	for _, g := range in.Groups {
		grow(g.Centre, g.Spread)
	}
	if in.Own != nil {
		grow(*in.Own, 0)
	}
	return low, high
}

func (m canvas) at(p Point) Point {
	return Point{
		round((m.box.left+m.box.right)/2 + (p.X-m.middle.X)*m.scale),
		round((m.box.top+m.box.bottom)/2 - (p.Y-m.middle.Y)*m.scale),
	}
}

func (m canvas) frame() []Shape {
	zero := m.at(Point{})
	return []Shape{
		{Kind: Rect, X: m.box.left, Y: m.box.top, W: round(m.box.right - m.box.left), H: round(m.box.bottom - m.box.top), R: 6, Fill: paper, Stroke: hairline, StrokeWidth: 1},
		{Kind: Line, X: zero.X, Y: m.box.top, X2: zero.X, Y2: round(m.box.bottom), Stroke: hairline, StrokeWidth: 1},
		{Kind: Line, X: m.box.left, Y: zero.Y, X2: round(m.box.right), Y2: zero.Y, Stroke: hairline, StrokeWidth: 1},
	}
}

// disc is the area of the i-th group, large enough to be seen when all of it
// vote as one.
func (m canvas) disc(i int) Shape {
	g, look := m.Groups[i], groupLooks[i%len(groupLooks)]
	c := m.at(g.Centre)
	return Shape{Kind: Circle, X: c.X, Y: c.Y, R: round(max(24, g.Spread*m.scale)), Fill: look.tint, Stroke: look.line, StrokeWidth: 2}
}

// statements are small numbers, each as far out as its statement sets people
// apart.
func (m canvas) statements(avoid []Point) []Shape {
	const radius = 9
	if m.Own != nil {
		at := m.at(*m.Own)
		avoid = append(avoid, at, Point{at.X + 22, at.Y})
	}
	homes := make([]Point, len(m.Statements))
	zero := m.at(Point{})
	for i, s := range m.Statements {
		homes[i] = Point{round(zero.X + s.At.X*m.reach), round(zero.Y - s.At.Y*m.reach)}
	}
	var lines, numbers []Shape
	for i, at := range fanOut(homes, radius, m.box, avoid...) {
		if at != homes[i] {
			lines = append(lines, Shape{Kind: Line, X: homes[i].X, Y: homes[i].Y, X2: at.X, Y2: at.Y, Stroke: soft, StrokeWidth: 1})
		}
		text := m.Statements[i].Label
		numbers = append(numbers,
			Shape{Kind: Rect, X: round(at.X - radius), Y: round(at.Y - 8), W: 2 * radius, H: 16, R: 3, Fill: paper, Stroke: soft, StrokeWidth: 1},
			Shape{Kind: Label, X: at.X, Y: round(at.Y + 4), Text: text, Size: fitSize(text, 11, 2*radius-2), Fill: soft, Anchor: Middle})
	}
	return append(lines, numbers...)
}

// names writes each group's letter and size, and lists the places that they
// take up.
func (m canvas) names() (shapes []Shape, taken []Point) {
	for i, g := range m.Groups {
		c := m.at(g.Centre)
		shapes = append(shapes,
			Shape{Kind: Label, X: c.X, Y: round(c.Y + 3), Text: g.Label, Size: 22, Fill: groupLooks[i%len(groupLooks)].line, Anchor: Middle, Bold: true},
			Shape{Kind: Label, X: c.X, Y: round(c.Y + 18), Text: strconv.Itoa(g.Size), Size: smallSize + 1, Fill: ink, Anchor: Middle})
		taken = append(taken, Point{c.X, c.Y - 6}, Point{c.X, c.Y + 12})
	}
	return shapes, taken
}

// own is a target, with its word on the side that has room.
func (m canvas) own() []Shape {
	if m.Own == nil {
		return nil
	}
	at := m.at(*m.Own)
	word := Shape{Kind: Label, X: round(at.X + 14), Y: round(at.Y + 5), Text: m.OwnWord, Size: labelSize, Fill: ink, Bold: true}
	if word.X+textWidth(m.OwnWord, labelSize) > m.box.right {
		word.X, word.Anchor = round(at.X-14), End
	}
	return []Shape{
		{Kind: Circle, X: at.X, Y: at.Y, R: 10, Fill: paper, Stroke: ink, StrokeWidth: 3},
		{Kind: Circle, X: at.X, Y: at.Y, R: 3.5, Fill: ink},
		word,
	}
}
