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
	OwnWord     string // what a reader's own rating is called, such as "you"; see CriterionRows.Own
	Criteria    []CriterionRows
	Width       float64 // of the whole picture; 0 is 640
	Columns     int     // criteria side by side, rows aligned; 0 is 1, stacked
}

// CriterionRows is one panel of the picture. Own names the mark of the reader's
// own rating, which the picture holds hidden; empty for no such mark.
type CriterionRows struct {
	Label string
	Rows  []Row
	Own   string
}

// Row is one role group. Counts[i] people rated i+1; without any, Median is not
// drawn. Note is a word of warning, such as "disagreement"; it gets a diamond.
type Row struct {
	Label  string
	Counts [9]int
	Median float64
	Note   string
}

// underLine is the room for the median's triangle.
const underLine = 22.0

// Distribution draws one row per role group on an axis from 1 to 9: a dot a
// person in groups of up to 12, bars above that (each bar is a share of its own
// group, on one scale for the whole picture), a triangle at the median, the
// bands 1-3 and 7-9 tinted and fenced. In a narrow panel the names of groups
// stand over their rows.
func Distribution(in Distributions) Drawing {
	all := newLayout(in.Title, in.Desc, in.Width, in.Columns, len(in.Criteria))
	share := largestShare(in.counts())
	for line := range slices.Chunk(in.Criteria, all.columns) {
		top := all.nextTop()
		var panels []*panel
		for i, criterion := range line {
			p := newPanel(criterion, all.left(i), top, all.each)
			p.share, p.medianWord, p.ownWord = share, in.MedianWord, in.OwnWord
			panels = append(panels, p)
		}
		above := rowHeights(panels)
		for _, p := range panels {
			bottom := p.draw(above)
			all.take(p.shapes, p.own, bottom)
		}
	}
	return all.Drawing
}

func (in Distributions) counts() [][9]int {
	var all [][9]int
	for _, criterion := range in.Criteria {
		for _, row := range criterion.Rows {
			all = append(all, row.Counts)
		}
	}
	return all
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
	plot
	top        float64
	medianWord string
	ownWord    string
	shapes     []Shape
	own        []Own
}

func newPanel(c CriterionRows, x, top, width float64) *panel {
	labels := 0.0
	for _, row := range c.Rows {
		labels = max(labels, captionWidth(row.Label, "", row.Note))
	}
	return &panel{CriterionRows: c, plot: newPlot(x, width, labels), top: top}
}

func (p *panel) add(s ...Shape) { p.shapes = append(p.shapes, s...) }

// draw takes the height of each row over its base line.
func (p *panel) draw(above []float64) (bottom float64) {
	p.head()
	y := p.top + 34
	var rows []Shape
	var spans []span
	for i, row := range p.Rows {
		line := y + above[i]
		rows = append(rows, p.row(row, line, y)...)
		spans = append(spans, p.rowSpan(y, line+underLine))
		y = line + underLine
	}
	p.add(p.bands(spans)...)
	p.add(p.axis(y)...)
	p.add(rows...)
	p.own = p.ownMark(p.Own, p.ownWord, spans, y)
	return y + axisRoom(p.own)
}

// head names the criterion, and the triangle on the right.
func (p *panel) head() {
	line := p.top + 20
	p.add(Shape{Kind: Label, X: round(p.x), Y: round(line), Text: p.Label, Size: 18, Fill: ink, Bold: true})
	if p.medianWord == "" {
		return
	}
	wide := textWidth(p.medianWord, smallSize)
	p.add(triangle(p.right()-wide-10, line-11),
		Shape{Kind: Label, X: p.right(), Y: round(line), Text: p.medianWord, Size: smallSize, Fill: soft, Anchor: End})
}

// above is the height of a row over its base line.
func (p *panel) above(row Row) float64 {
	if p.over {
		return captionHeight + p.height(row.Counts)
	}
	return max(leastAbove, p.height(row.Counts))
}

func (p *panel) row(row Row, line, top float64) []Shape {
	n := total(row.Counts)
	shapes := p.caption(row.Label, "n = "+strconv.Itoa(n), row.Note, line, top)
	shapes = append(shapes, Shape{Kind: Line, X: round(p.left), Y: round(line), X2: p.right(), Y2: round(line), Stroke: soft, StrokeWidth: 1})
	shapes = append(shapes, p.marks(row.Counts, line, false)...)
	if n > 0 {
		shapes = append(shapes, p.medianMark(row.Median, line)...)
	}
	return shapes
}

// medianMark points at the median from below, and names it, on the left if
// there is no room on the right.
func (p *panel) medianMark(median, line float64) []Shape {
	x, text := p.at(median), figure(median)
	name := Shape{Kind: Label, X: round(x + 11), Y: round(line + 16), Text: text, Size: smallSize, Fill: ink, Bold: true}
	if name.X+textWidth(text, smallSize) > p.x+p.width {
		name.X, name.Anchor = round(x-11), End
	}
	return []Shape{triangle(x, line+3), name}
}
