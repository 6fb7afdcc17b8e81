package chart

import (
	"slices"
	"strconv"
)

// Distributions is what Distribution draws: for each criterion, the ratings
// 1..9 of each role group. All texts come in the reader's language.
type Distributions struct {
	Title, Desc string
	MedianWord  string // explains the triangle; empty leaves the legend out
	Criteria    []CriterionRows
	Width       float64 // of the whole picture; 0 is 640
	Columns     int     // criteria side by side, rows aligned; 0 is 1, stacked
}

// CriterionRows is one panel of the picture.
type CriterionRows struct {
	Label string
	Rows  []Row
}

// Row is one role group. Counts[i] people rated i+1; without any, Median is not
// drawn. Note is a word of warning, such as "disagreement"; it gets a diamond.
type Row struct {
	Label  string
	Counts [9]int
	Median float64
	Note   string
}

const (
	dotLimit   = 20 // a larger group is drawn as bars
	dotSpace   = 9.0
	dotRadius  = 4.0
	barHeight  = 52.0
	columnGap  = 28.0
	underLine  = 22.0 // room for the median's triangle
	leastAbove = 40.0 // of a row, so that label and n fit beside it
	axisHeight = 30.0
	panelGap   = 18.0
)

// Distribution draws one row per role group on an axis from 1 to 9: a dot a
// person in groups of up to 20, bars above that (each bar is a share of its own
// group, on one scale for the whole picture), a triangle at the median, the
// bands 1-3 and 7-9 tinted and fenced.
func Distribution(in Distributions) Drawing {
	d := Drawing{W: in.Width, Title: in.Title, Desc: in.Desc}
	if d.W == 0 {
		d.W = defaultWidth
	}
	columns := max(1, min(in.Columns, len(in.Criteria)))
	each := (d.W - columnGap*float64(columns-1)) / float64(columns)
	share := largestShare(in.Criteria)
	for line := range slices.Chunk(in.Criteria, columns) {
		top := d.H
		if top > 0 {
			top += panelGap
		}
		var panels []*panel
		for i, criterion := range line {
			p := newPanel(criterion, float64(i)*(each+columnGap), top, each)
			p.share, p.medianWord = share, in.MedianWord
			panels = append(panels, p)
		}
		above := rowHeights(panels)
		for _, p := range panels {
			p.draw(above)
			d.Shapes = append(d.Shapes, p.shapes...)
			d.H = max(d.H, round(p.bottom))
		}
	}
	return d
}

// largestShare is the largest part of a large group at one rating: what a bar
// of full height stands for.
func largestShare(criteria []CriterionRows) float64 {
	share := 0.0
	for _, criterion := range criteria {
		for _, row := range criterion.Rows {
			n := total(row.Counts)
			if n > dotLimit {
				share = max(share, float64(slices.Max(row.Counts[:]))/float64(n))
			}
		}
	}
	return share
}

// rowHeights gives rows with the same number the same height over their base
// line in all panels that stand side by side.
func rowHeights(panels []*panel) []float64 {
	var above []float64
	for _, p := range panels {
		for i, row := range p.Rows {
			if i == len(above) {
				above = append(above, 0)
			}
			above[i] = max(above[i], p.above(row))
		}
	}
	return above
}

// panel draws one criterion between x and x+width, from top downwards.
type panel struct {
	CriterionRows
	x, top, width float64
	medianWord    string
	left          float64 // where the plot starts, right of the labels
	step          float64 // from one rating to the next
	perLine       int     // dots beside each other at one rating
	share         float64 // of a group, that a bar of full height stands for
	bottom        float64
	shapes        []Shape
}

func newPanel(c CriterionRows, x, top, width float64) *panel {
	p := &panel{CriterionRows: c, x: x, top: top, width: width}
	p.left = x + min(p.labelWidth()+16, 0.45*width)
	p.step = (x + width - p.left) / 9
	p.perLine = max(1, int((p.step-4)/dotSpace))
	return p
}

func (p *panel) labelWidth() float64 {
	widest := 60.0
	for _, row := range p.Rows {
		widest = max(widest, textWidth(row.Label, labelSize), noteMark+textWidth(row.Note, smallSize))
	}
	return widest
}

func (p *panel) add(s ...Shape) { p.shapes = append(p.shapes, s...) }

func (p *panel) at(rating float64) float64 { return round(p.left + (rating-0.5)*p.step) }

// draw takes the height of each row over its base line.
func (p *panel) draw(above []float64) {
	p.head()
	start := p.top + 34
	y := start
	var rows []Shape
	for i, row := range p.Rows {
		line := y + above[i]
		rows = append(rows, p.row(row, line)...)
		y = line + underLine
	}
	p.bands(start, y)
	p.add(rows...)
	for rating := 1; rating <= 9; rating++ {
		p.add(Shape{Kind: Label, X: p.at(float64(rating)), Y: round(y + 19), Text: strconv.Itoa(rating), Size: 15, Fill: soft, Anchor: Middle})
	}
	p.bottom = y + axisHeight
}

// head names the criterion, and the triangle on the right.
func (p *panel) head() {
	right, line := p.x+p.width, p.top+20
	p.add(Shape{Kind: Label, X: round(p.x), Y: round(line), Text: p.Label, Size: 18, Fill: ink, Bold: true})
	if p.medianWord == "" {
		return
	}
	wide := textWidth(p.medianWord, smallSize)
	p.add(triangle(right-wide-10, line-11),
		Shape{Kind: Label, X: round(right), Y: round(line), Text: p.medianWord, Size: smallSize, Fill: soft, Anchor: End})
}

// bands tints 1-3 and 7-9, and fences them for a print without colour.
func (p *panel) bands(from, to float64) {
	band := func(first, last float64, fill string) Shape {
		x := p.left + (first-1)*p.step
		return Shape{Kind: Rect, X: round(x), Y: round(from), W: round((last - first + 1) * p.step), H: round(to - from), Fill: fill}
	}
	p.add(band(1, 3, lowTint), band(7, 9, highTint))
	for _, rating := range []float64{3.5, 6.5} {
		p.add(Shape{Kind: Line, X: p.at(rating), Y: round(from), X2: p.at(rating), Y2: round(to), Stroke: soft, StrokeWidth: 1, Dash: true})
	}
}

// above is the height of a row over its base line.
func (p *panel) above(row Row) float64 {
	if total(row.Counts) > dotLimit {
		return barHeight + 22
	}
	most := slices.Max(row.Counts[:])
	lines := (most + p.perLine - 1) / p.perLine
	return max(leastAbove, float64(lines)*dotSpace+12)
}

func (p *panel) row(row Row, line float64) []Shape {
	shapes := p.caption(row, line)
	shapes = append(shapes, Shape{Kind: Line, X: round(p.left), Y: round(line), X2: round(p.x + p.width), Y2: round(line), Stroke: soft, StrokeWidth: 1})
	n := total(row.Counts)
	for i, k := range row.Counts {
		if n > dotLimit {
			shapes = append(shapes, p.bar(i+1, k, n, line)...)
		} else {
			shapes = append(shapes, p.dots(i+1, k, line)...)
		}
	}
	if n > 0 {
		shapes = append(shapes, p.medianMark(row.Median, line)...)
	}
	return shapes
}

// noteMark is the room that the diamond takes beside a note.
const noteMark = 16.0

// caption writes the group, its number, and its note, right-aligned before the
// plot.
func (p *panel) caption(row Row, line float64) []Shape {
	x, room := p.left-10, p.left-10-p.x
	shapes := []Shape{
		{Kind: Label, X: round(x), Y: round(line - 18), Text: row.Label, Size: fitSize(row.Label, labelSize, room), Fill: ink, Anchor: End},
		{Kind: Label, X: round(x), Y: round(line + 1), Text: "n = " + strconv.Itoa(total(row.Counts)), Size: smallSize, Fill: soft, Anchor: End},
	}
	if row.Note == "" {
		return shapes
	}
	size := fitSize(row.Note, smallSize, room-noteMark)
	return append(shapes,
		Shape{Kind: Label, X: round(x - noteMark), Y: round(line + 17), Text: row.Note, Size: size, Fill: warning, Anchor: End, Bold: true},
		diamond(x-5, line+12.5, 5))
}

// dots stacks one dot a person over a rating, line upon line, each line
// centred.
func (p *panel) dots(rating, n int, line float64) []Shape {
	var shapes []Shape
	for i := range n {
		level := i / p.perLine
		beside := min(p.perLine, n-level*p.perLine)
		offset := float64(i%p.perLine) - float64(beside-1)/2
		shapes = append(shapes, Shape{
			Kind: Circle, X: round(p.at(float64(rating)) + offset*dotSpace), Y: round(line - 8 - float64(level)*dotSpace),
			R: dotRadius, Fill: accent,
		})
	}
	return shapes
}

// bar shows how large a part of its group gave a rating, with their number.
func (p *panel) bar(rating, k, n int, line float64) []Shape {
	if k == 0 {
		return nil
	}
	h := barHeight * float64(k) / float64(n) / p.share
	w := 0.7 * p.step
	x := p.at(float64(rating))
	return []Shape{
		{Kind: Rect, X: round(x - w/2), Y: round(line - h), W: round(w), H: round(h), Fill: accent},
		{Kind: Label, X: x, Y: round(line - h - 4), Text: strconv.Itoa(k), Size: smallSize, Fill: soft, Anchor: Middle},
	}
}

// medianMark points at the median from below, and names it, on the left if
// there is no room on the right.
func (p *panel) medianMark(median, line float64) []Shape {
	x, text := p.at(median), strconv.FormatFloat(median, 'f', -1, 64)
	name := Shape{Kind: Label, X: round(x + 11), Y: round(line + 16), Text: text, Size: smallSize, Fill: ink, Bold: true}
	if name.X+textWidth(text, smallSize) > p.x+p.width {
		name.X, name.Anchor = round(x-11), End
	}
	return []Shape{triangle(x, line+3), name}
}

func total(counts [9]int) int {
	n := 0
	for _, k := range counts {
		n += k
	}
	return n
}
