package chart

import (
	"slices"
	"strconv"
)

// RoundPair is what Rounds draws: for each criterion, what each role group
// rated in two rounds. All texts come in the reader's language.
type RoundPair struct {
	Title, Desc   string
	Before, After string // what the two rounds are called
	MedianWord    string // explains the arrow
	OwnWord       string // what a reader's own rating in After is called; see CriterionPair.Own
	Criteria      []CriterionPair
	Width         float64 // of the whole picture; 0 is 640
	Columns       int     // criteria side by side, rows aligned; 0 is 1, stacked
}

// CriterionPair is one panel of the picture. Own names the hidden mark of the
// reader's own rating in the later round; empty for no such mark.
type CriterionPair struct {
	Label string
	Rows  []PairRow
	Own   string
}

// PairRow is one role group in both rounds. A side without ratings is left
// empty, and its median is not drawn. Note is a word of warning about the later
// round.
type PairRow struct {
	Label                     string
	Before, After             [9]int
	MedianBefore, MedianAfter float64
	Note                      string
}

// stripHeight is the room between the two rounds of a row, for the arrow.
const stripHeight = 18.0

// Rounds mirrors two rounds in each row: the later one stands filled on the
// upper line, the earlier one hangs hollow from the lower, and between them an
// arrow runs from the earlier median to the later. Dots and bars are those of
// Distribution.
func Rounds(in RoundPair) Drawing {
	all := newLayout(in.Title, in.Desc, in.Width, in.Columns, len(in.Criteria))
	share := largestShare(in.counts())
	for line := range slices.Chunk(in.Criteria, all.columns) {
		top := all.nextTop()
		var panels []*pairPanel
		for i, criterion := range line {
			p := newPairPanel(in, criterion, all.left(i), top, all.each)
			p.share = share
			panels = append(panels, p)
		}
		heights := pairHeights(panels)
		for _, p := range panels {
			bottom := p.draw(heights)
			all.take(p.shapes, p.own, bottom)
		}
	}
	return all.Drawing
}

func (in RoundPair) counts() [][9]int {
	var all [][9]int
	for _, criterion := range in.Criteria {
		for _, row := range criterion.Rows {
			all = append(all, row.Before, row.After)
		}
	}
	return all
}

// pairHeight is that of a row over its upper and under its lower line.
type pairHeight struct{ above, below float64 }

func pairHeights(panels []*pairPanel) []pairHeight {
	var heights []pairHeight
	for _, p := range panels {
		for i, row := range p.Rows {
			if i == len(heights) {
				heights = append(heights, pairHeight{})
			}
			above := p.height(row.After)
			if p.over {
				above += captionHeight
			}
			heights[i].above = max(heights[i].above, above)
			heights[i].below = max(heights[i].below, p.height(row.Before))
		}
	}
	return heights
}

type pairPanel struct {
	CriterionPair
	plot
	in     RoundPair
	top    float64
	shapes []Shape
	own    []Own
}

func newPairPanel(in RoundPair, c CriterionPair, x, top, width float64) *pairPanel {
	labels := 0.0
	for _, row := range c.Rows {
		labels = max(labels, captionWidth(row.Label, row.figures(), row.Note))
	}
	return &pairPanel{CriterionPair: c, plot: newPlot(x, width, labels), in: in, top: top}
}

// figures are the numbers of ratings, the earlier round first; a side that is
// left empty has none.
func (r PairRow) figures() string {
	before, after := total(r.Before), total(r.After)
	if before == after {
		return "n = " + strconv.Itoa(after)
	}
	return "n = " + numberOrDash(before) + " → " + numberOrDash(after)
}

func numberOrDash(n int) string {
	if n == 0 {
		return "–"
	}
	return strconv.Itoa(n)
}

func (p *pairPanel) draw(heights []pairHeight) (bottom float64) {
	y := p.head()
	var rows []Shape
	var spans []span
	for i, row := range p.Rows {
		upper := y + heights[i].above
		rows = append(rows, p.row(row, upper, y)...)
		bottom := upper + stripHeight + heights[i].below
		spans = append(spans, p.rowSpan(y, bottom))
		y = bottom
	}
	p.shapes = append(p.shapes, p.bands(spans)...)
	p.shapes = append(p.shapes, p.axis(y)...)
	p.shapes = append(p.shapes, rows...)
	p.own = p.ownMark(p.Own, p.in.OwnWord, spans, y)
	return y + axisRoom(p.own)
}

// head names the criterion, and under it what is filled, what is hollow and
// what the arrow means. It returns where the rows start.
func (p *pairPanel) head() float64 {
	line := p.top + 20
	p.shapes = append(p.shapes, Shape{Kind: Label, X: round(p.x), Y: round(line), Text: p.Label, Size: 18, Fill: ink, Bold: true})
	x, y := p.x, line+21
	key := func(word string, mark func(x float64) []Shape) {
		p.shapes = append(p.shapes, mark(x)...)
		p.shapes = append(p.shapes, Shape{Kind: Label, X: round(x + 24), Y: round(y), Text: word, Size: smallSize, Fill: soft})
		x += 24 + textWidth(word, smallSize) + 18
	}
	dot := func(fill string) func(float64) []Shape {
		return func(x float64) []Shape {
			return []Shape{{Kind: Circle, X: round(x + 14), Y: round(y - 4.5), R: dotRadius, Fill: fill, Stroke: accent, StrokeWidth: 1.4}}
		}
	}
	key(p.in.After, dot(accent))
	key(p.in.Before, dot(paper))
	if p.in.MedianWord != "" {
		key(p.in.MedianWord, func(x float64) []Shape { return arrow(x+1, x+19, y-4.5) })
	}
	return y + 12
}

func (p *pairPanel) row(row PairRow, upper, top float64) []Shape {
	lower := upper + stripHeight
	shapes := p.caption(row.Label, row.figures(), row.Note, upper+4, top)
	for _, y := range []float64{upper, lower} {
		shapes = append(shapes, Shape{Kind: Line, X: round(p.left), Y: round(y), X2: p.right(), Y2: round(y), Stroke: soft, StrokeWidth: 1})
	}
	shapes = append(shapes, p.marks(row.After, upper, false)...)
	shapes = append(shapes, p.marks(row.Before, lower, true)...)
	return append(shapes, p.medians(row, upper+stripHeight/2)...)
}

// medians draws the arrow and names both ends; without a move it names one.
func (p *pairPanel) medians(row PairRow, y float64) []Shape {
	rated, rerated := total(row.Before) > 0, total(row.After) > 0
	from, to := p.at(row.MedianBefore), p.at(row.MedianAfter)
	switch {
	case !rated && !rerated:
		return nil
	case !rated:
		return append(stay(to, y), p.medianName(row.MedianAfter, to, y, 1))
	case !rerated:
		return append(stay(from, y), p.medianName(row.MedianBefore, from, y, 1))
	case from == to:
		return append(stay(to, y), p.medianName(row.MedianAfter, to, y, 1))
	}
	side := 1.0
	if to < from {
		side = -1
	}
	return append(arrow(from, to, y), p.medianName(row.MedianBefore, from, y, -side), p.medianName(row.MedianAfter, to, y, side))
}

// medianName stands beside a median, on the given side, moved as far as it must
// be to stay in the panel.
func (p *pairPanel) medianName(median, x, y, side float64) Shape {
	text := figure(median)
	wide := textWidth(text, smallSize)
	x = max(p.left, min(x+side*(8+wide/2)-wide/2, p.right()-wide))
	return Shape{Kind: Label, X: round(x), Y: round(y + 4.5), Text: text, Size: smallSize, Fill: ink, Bold: true}
}

// arrow runs along y and ends in a head.
func arrow(from, to, y float64) []Shape {
	back := 8.0
	if to < from {
		back = -8
	}
	return []Shape{
		{Kind: Line, X: round(from), Y: round(y), X2: round(to - back/2), Y2: round(y), Stroke: ink, StrokeWidth: 2},
		{Kind: Line, X: round(from), Y: round(y - 4), X2: round(from), Y2: round(y + 4), Stroke: ink, StrokeWidth: 2},
		{Kind: Polygon, Fill: ink, Points: []Point{{round(to), round(y)}, {round(to - back), round(y - 5)}, {round(to - back), round(y + 5)}}},
	}
}

// stay marks a median that did not move.
func stay(x, y float64) []Shape {
	return []Shape{{Kind: Polygon, Fill: ink, Points: []Point{
		{round(x), round(y - 6)}, {round(x + 6), round(y)}, {round(x), round(y + 6)}, {round(x - 6), round(y)},
	}}}
}
