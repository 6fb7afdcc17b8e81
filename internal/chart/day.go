package chart

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// Day is what Agreement draws: how the recommendations became agreed over the
// day, above its programme. Times are minutes since midnight, in the workshop's
// zone; all texts come in the reader's language.
type Day struct {
	Title, Desc string
	From, To    int // what the picture spans
	Total       int // recommendations: the height of the axis
	Series      []Standing
	Rounds      []DayRound
	Items       []DayItem
	Width       float64 // 0 is 640
}

// Standing is one way in which recommendations stand, such as agreed. Series
// are piled up in their order; at every moment they must not add up to more
// than Total.
type Standing struct {
	Label string
	Steps []Step // by time
}

// Step says that from a minute on so many recommendations stand in this way.
type Step struct{ Minute, Count int }

// DayRound is a rating round, named above the picture at its closing.
type DayRound struct {
	Opened, Closed int
	Label          string
}

// DayItem is one item of the programme. Decides marks those in which decisions
// are due.
type DayItem struct {
	From, To int
	Label    string
	Decides  bool
}

const (
	dayLeft   = 30.0
	dayTop    = 34.0
	dayPlot   = 190.0
	dayItems  = 30.0 // height of an item's box
	dayLegend = 21.0 // height of a line of the legend
)

// layerFill is the colour of the i-th layer of the pile. Layers differ in
// lightness, the first is the darkest.
func layerFill(i int) string {
	fills := [...]string{accent, "#8fb8ba", "#f1ede3", paper}
	return fills[i%len(fills)]
}

// Agreement draws the day: over time as a pile of steps how many
// recommendations stand in which way, the rounds as brackets above, and the
// programme below. Items too narrow for their names get a number, and a line in
// the legend underneath.
func Agreement(in Day) Drawing {
	t := newTimeline(in)
	d := Drawing{W: t.width, Title: in.Title, Desc: in.Desc}
	d.Shapes = t.grid()
	d.Shapes = append(d.Shapes, t.pile()...)
	d.Shapes = append(d.Shapes, t.rounds()...)
	d.Shapes = append(d.Shapes, t.key()...)
	items, bottom := t.items()
	d.Shapes = append(d.Shapes, items...)
	d.H = round(bottom)
	return d
}

type timeline struct {
	Day
	width float64
}

func newTimeline(in Day) timeline {
	t := timeline{Day: in, width: in.Width}
	if t.width == 0 {
		t.width = defaultWidth
	}
	if t.To <= t.From {
		t.To = t.From + 1
	}
	t.Total = max(1, t.Total)
	return t
}

// at is the place of a minute, within the picture.
func (t timeline) at(minute int) float64 {
	minute = max(t.From, min(minute, t.To))
	return round(dayLeft + (t.width-dayLeft-1)*float64(minute-t.From)/float64(t.To-t.From))
}

// level is the height at which so many recommendations are.
func (t timeline) level(count int) float64 {
	return round(dayTop + dayPlot*(1-float64(min(count, t.Total))/float64(t.Total)))
}

// keyTop is where the names of the layers start.
func (t timeline) keyTop() float64 { return dayTop + dayPlot + 30 }

// clock writes a minute as 15:04.
func clock(minute int) string { return fmt.Sprintf("%02d:%02d", minute/60, minute%60) }

// grid has a line for some whole numbers and for every hour; as many hours are
// named as have room.
func (t timeline) grid() []Shape {
	var shapes []Shape
	every := max(1, int(math.Ceil(float64(t.Total)/6)))
	for count := 0; count <= t.Total; count += every {
		y := t.level(count)
		shapes = append(shapes,
			Shape{Kind: Line, X: dayLeft, Y: y, X2: t.at(t.To), Y2: y, Stroke: hairline, StrokeWidth: 1},
			Shape{Kind: Label, X: dayLeft - 7, Y: round(y + 5), Text: strconv.Itoa(count), Size: smallSize, Fill: soft, Anchor: End})
	}
	hour := (t.width - dayLeft) * 60 / float64(t.To-t.From)
	step := 60 * max(1, int(math.Ceil(56/hour)))
	for minute := (t.From + 59) / 60 * 60; minute <= t.To; minute += step {
		x, text := t.at(minute), clock(minute)
		half := textWidth(text, smallSize) / 2
		shapes = append(shapes,
			Shape{Kind: Line, X: x, Y: dayTop, X2: x, Y2: round(dayTop + dayPlot + 5), Stroke: hairline, StrokeWidth: 1},
			Shape{Kind: Label, X: round(max(half, min(x, t.width-half))), Y: round(dayTop + dayPlot + 19), Text: text, Size: smallSize, Fill: soft, Anchor: Middle})
	}
	return append(shapes, Shape{Kind: Line, X: dayLeft, Y: t.level(0), X2: t.at(t.To), Y2: t.level(0), Stroke: soft, StrokeWidth: 1})
}

// pile draws the layers from the lowest, each as the area over those before.
func (t timeline) pile() []Shape {
	var shapes []Shape
	times := t.times()
	under := make([]int, len(times))
	for i, s := range t.Series {
		over := make([]int, len(times))
		for k, minute := range times {
			over[k] = under[k] + s.at(minute)
		}
		shapes = append(shapes, t.layers(times, under, over, layerFill(i))...)
		under = over
	}
	return shapes
}

// times are the moments at which anything changes, and both ends.
func (t timeline) times() []int {
	times := []int{t.From, t.To}
	for _, s := range t.Series {
		for _, step := range s.Steps {
			times = append(times, max(t.From, min(step.Minute, t.To)))
		}
	}
	slices.Sort(times)
	return slices.Compact(times)
}

// at is the count at a minute.
func (s Standing) at(minute int) int {
	count := 0
	for _, step := range s.Steps {
		if step.Minute <= minute {
			count = step.Count
		}
	}
	return count
}

// layers are the stretches of time in which one layer is there: each a polygon
// with stairs above and below.
func (t timeline) layers(times, under, over []int, fill string) []Shape {
	var shapes []Shape
	for from := 0; from < len(times)-1; from++ {
		if over[from] == under[from] {
			continue
		}
		to := from
		for to < len(times)-1 && over[to] > under[to] {
			to++
		}
		area := t.stairs(times, over, from, to)
		back := t.stairs(times, under, from, to)
		slices.Reverse(back)
		shapes = append(shapes, Shape{Kind: Polygon, Points: append(area, back...), Fill: fill, Stroke: accent, StrokeWidth: 1.5})
		from = to - 1
	}
	return shapes
}

func (t timeline) stairs(times, counts []int, from, to int) []Point {
	var points []Point
	for k := from; k < to; k++ {
		y := t.level(counts[k])
		points = append(points, Point{t.at(times[k]), y}, Point{t.at(times[k+1]), y})
	}
	return points
}

// rounds are brackets over the plot; their names stand at their ends, and a
// name that would cover the one before is left to the table.
func (t timeline) rounds() []Shape {
	var shapes []Shape
	free := 0.0
	for _, r := range t.Rounds {
		from, to := t.at(r.Opened), t.at(r.Closed)
		for _, x := range []float64{from, to} {
			shapes = append(shapes, Shape{Kind: Line, X: x, Y: dayTop - 8, X2: x, Y2: round(dayTop + dayPlot), Stroke: soft, StrokeWidth: 1, Dash: true})
		}
		shapes = append(shapes, Shape{Kind: Line, X: from, Y: dayTop - 8, X2: to, Y2: dayTop - 8, Stroke: ink, StrokeWidth: 2})
		half := textWidth(r.Label, smallSize) / 2
		x := max(half, min((from+to)/2, t.width-half))
		if x-half < free {
			continue
		}
		free = x + half + 6
		shapes = append(shapes, Shape{Kind: Label, X: round(x), Y: dayTop - 15, Text: r.Label, Size: smallSize, Fill: ink, Anchor: Middle})
	}
	return shapes
}

// key names the layers, with how many stand so in the end.
func (t timeline) key() []Shape {
	var shapes []Shape
	x, y := dayLeft, t.keyTop()+14
	for i, s := range t.Series {
		text := s.Label + " " + strconv.Itoa(s.at(t.To))
		wide := 22 + textWidth(text, smallSize) + 16
		if x > dayLeft && x+wide > t.width {
			x, y = dayLeft, y+dayLegend
		}
		shapes = append(shapes,
			Shape{Kind: Rect, X: round(x), Y: round(y - 11), W: 14, H: 12, Fill: layerFill(i), Stroke: accent, StrokeWidth: 1.5},
			Shape{Kind: Label, X: round(x + 21), Y: round(y), Text: text, Size: smallSize, Fill: ink})
		x += wide
	}
	return shapes
}

// keyHeight is what key takes.
func (t timeline) keyHeight() float64 {
	shapes := t.key()
	if len(shapes) == 0 {
		return 0
	}
	return shapes[len(shapes)-1].Y - t.keyTop() + 8
}
