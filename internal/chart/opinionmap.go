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
	Statements  []OpinionMark // by number, on a scale of their own: only their direction counts
	Own         *Point
	OwnWord     string  // what the reader's own place is called, such as "you"
	Width       float64 // 0 is 640
}

// OpinionGroup is a group of people who vote alike. With Marks it is drawn as
// these and a line around them; without, as a disc of radius Spread about
// Centre, which tells nobody's place. Label is its letter, Size how many people.
type OpinionGroup struct {
	Label  string
	Size   int
	Centre Point
	Spread float64
	Marks  []OpinionMark
}

// OpinionMark is one or several people at a place, or a statement with its
// number as Label.
type OpinionMark struct {
	At    Point
	Count int
	Label string
}

const (
	mapHeight = 0.72 // of the width
	mapTall   = 0.95 // on a phone
	mapMargin = 40.0 // so that lines around groups and their letters stay inside
	badgeSize = 15.0
)

// groupLooks tell groups apart by shape first: marks are round, square,
// three-cornered, standing on a corner, five-cornered, then again.
var groupLooks = []struct {
	fill, tint string
	corners    int     // 0 is a circle
	turned     float64 // of the first corner, from straight up
}{
	{accent, "#e3eeee", 0, 0},
	{"#8a5300", "#f8ecd6", 4, math.Pi / 4},
	{"#566067", "#ecebe7", 3, 0},
	{"#9a2f22", "#f7e3df", 4, 0},
	{"#23683a", "#e4f0e6", 5, 0},
}

// Opinions draws an opinion map: the groups with their letters and sizes, where
// statements pull, and the reader's own place. Its axes have no names, because
// they have no meaning but nearness; the thin cross is the middle of all votes.
func Opinions(in OpinionMap) Drawing {
	width := in.Width
	if width == 0 {
		width = defaultWidth
	}
	height := mapHeight * width
	if width < narrowPanel {
		height = mapTall * width
	}
	m := newCanvas(in, width, height)
	d := Drawing{W: width, H: round(height), Title: in.Title, Desc: in.Desc}
	d.Shapes = m.frame()
	for i := range in.Groups {
		d.Shapes = append(d.Shapes, m.ground(i)...)
	}
	names, avoid := m.names()
	d.Shapes = append(d.Shapes, m.statements(avoid)...)
	for i := range in.Groups {
		d.Shapes = append(d.Shapes, m.people(i)...)
	}
	d.Shapes = append(d.Shapes, names...)
	d.Shapes = append(d.Shapes, m.own()...)
	return d
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
		for _, mark := range g.Marks {
			grow(mark.At, 0)
		}
		if len(g.Marks) == 0 {
			grow(g.Centre, g.Spread)
		}
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

// ground is the area of a group.
func (m canvas) ground(i int) []Shape {
	g, look := m.Groups[i], groupLooks[i%len(groupLooks)]
	if len(g.Marks) == 0 {
		c := m.at(g.Centre)
		return []Shape{{Kind: Circle, X: c.X, Y: c.Y, R: m.discRadius(g), Fill: look.tint, Stroke: look.fill, StrokeWidth: 2}}
	}
	return []Shape{{Kind: Polygon, Points: around(m.places(g), 16), Fill: look.tint, Stroke: look.fill, StrokeWidth: 1.5}}
}

// discRadius keeps a group that votes as one visible.
func (m canvas) discRadius(g OpinionGroup) float64 { return round(max(24, g.Spread*m.scale)) }

func (m canvas) places(g OpinionGroup) []Point {
	places := make([]Point, len(g.Marks))
	for i, mark := range g.Marks {
		places[i] = m.at(mark.At)
	}
	return places
}

func (m canvas) people(i int) []Shape {
	var shapes []Shape
	for k, at := range m.places(m.Groups[i]) {
		r := min(11, 3.6*math.Sqrt(float64(max(1, m.Groups[i].Marks[k].Count))))
		shapes = append(shapes, groupMark(i, at, r))
	}
	return shapes
}

// groupMark is the i-th group's mark, of about the area of a circle of radius r.
func groupMark(i int, at Point, r float64) Shape {
	look := groupLooks[i%len(groupLooks)]
	if look.corners == 0 {
		return Shape{Kind: Circle, X: at.X, Y: at.Y, R: round(r), Fill: look.fill, Stroke: paper, StrokeWidth: 1}
	}
	mark := Shape{Kind: Polygon, Fill: look.fill, Stroke: paper, StrokeWidth: 1}
	for k := range look.corners {
		angle := look.turned + 2*math.Pi*float64(k)/float64(look.corners)
		mark.Points = append(mark.Points, Point{round(at.X + 1.25*r*math.Sin(angle)), round(at.Y - 1.25*r*math.Cos(angle))})
	}
	return mark
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
	var badges []box
	for i, g := range m.Groups {
		if len(g.Marks) > 0 {
			b := m.badgeBox(g, badges)
			badges = append(badges, b)
			shapes = append(shapes, badge(i, g, b)...)
			taken = append(taken, Point{b.left + 12, b.top + 12}, Point{(b.left + b.right) / 2, b.top + 12}, Point{b.right - 12, b.top + 12})
			continue
		}
		c := m.at(g.Centre)
		shapes = append(shapes,
			Shape{Kind: Label, X: c.X, Y: round(c.Y + 3), Text: g.Label, Size: 22, Fill: groupLooks[i%len(groupLooks)].fill, Anchor: Middle, Bold: true},
			Shape{Kind: Label, X: c.X, Y: round(c.Y + 18), Text: strconv.Itoa(g.Size), Size: smallSize + 1, Fill: ink, Anchor: Middle})
		taken = append(taken, Point{c.X, c.Y - 6}, Point{c.X, c.Y + 12})
	}
	return shapes, taken
}

// badge is a group's mark, letter and size in a frame.
func badge(i int, g OpinionGroup, b box) []Shape {
	return []Shape{
		{Kind: Rect, X: round(b.left), Y: round(b.top), W: round(b.right - b.left), H: 24, R: 12, Fill: paper, Stroke: groupLooks[i%len(groupLooks)].fill, StrokeWidth: 2},
		groupMark(i, Point{round(b.left + 15), round(b.top + 12)}, 5),
		{Kind: Label, X: round(b.left + 26), Y: round(b.top + 17.5), Text: g.badgeText(), Size: badgeSize, Fill: ink, Bold: true},
	}
}

func (g OpinionGroup) badgeText() string { return g.Label + " · " + strconv.Itoa(g.Size) }

// badgeBox stands over the group's area, and under the badges it would cover.
func (m canvas) badgeBox(g OpinionGroup, taken []box) box {
	wide := textWidth(g.badgeText(), badgeSize) + 34
	top, middle := m.topOf(g)
	b := box{left: max(m.box.left+3, min(middle-wide/2, m.box.right-wide-3)), top: max(m.box.top+3, top-24)}
	b.right, b.bottom = b.left+wide, b.top+24
	for k := 0; k < len(taken); k++ {
		if t := taken[k]; b.left < t.right && t.left < b.right && b.top < t.bottom && t.top < b.bottom {
			b.top, b.bottom, k = t.bottom+2, t.bottom+26, -1
		}
	}
	return b
}

// topOf is the upper edge of a group's marks, and the middle between them.
func (m canvas) topOf(g OpinionGroup) (top, middle float64) {
	left, right := math.Inf(1), math.Inf(-1)
	top = math.Inf(1)
	for _, at := range m.places(g) {
		top, left, right = min(top, at.Y), min(left, at.X), max(right, at.X)
	}
	return top - 10, (left + right) / 2
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
