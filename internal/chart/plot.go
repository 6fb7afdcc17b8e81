package chart

import (
	"slices"
	"strconv"
)

const (
	dotLimit   = 12 // a larger group is drawn as bars
	dotSpace   = 9.0
	dotRadius  = 4.0
	barHeight  = 52.0
	columnGap  = 28.0
	leastAbove = 40.0 // of a row, so that label and n fit beside it
	axisHeight = 30.0
	ownHeight  = 20.0 // the word under one's own rating
	panelGap   = 18.0
	// narrowPanel is the width under which captions stand over their rows
	// instead of beside them, so that the ratings keep the whole width.
	narrowPanel   = 420.0
	captionHeight = 28.0
)

// plot maps ratings 1..9 to a strip of nine steps, and draws what distributions
// have in common.
type plot struct {
	x, width float64 // of the whole panel, captions included
	left     float64 // where rating 1 begins
	step     float64 // from one rating to the next
	perLine  int     // dots beside each other at one rating
	share    float64 // of a group, that a bar of full height stands for
	over     bool    // captions stand over the rows
}

// newPlot leaves room for captions as wide as labels on the left, unless the
// panel is narrow.
func newPlot(x, width, labels float64) plot {
	p := plot{x: x, width: width, left: x + min(labels+16, 0.45*width)}
	if width < narrowPanel {
		p.left, p.over = x, true
	}
	p.step = (x + width - p.left) / 9
	p.perLine = max(1, int((p.step-4)/dotSpace))
	return p
}

func (p plot) at(rating float64) float64 { return round(p.left + (rating-0.5)*p.step) }

func (p plot) right() float64 { return round(p.x + p.width) }

// span is a stretch of y over which a plot has its bands.
type span struct{ from, to float64 }

// bands tints 1-3 and 7-9, and fences them for a print without colour.
func (p plot) bands(spans []span) []Shape {
	var shapes []Shape
	for _, s := range p.joined(spans) {
		shapes = append(shapes, p.column(1, 3, s, Shape{Fill: lowTint}), p.column(7, 9, s, Shape{Fill: highTint}))
		for _, rating := range []float64{3.5, 6.5} {
			shapes = append(shapes, Shape{Kind: Line, X: p.at(rating), Y: round(s.from), X2: p.at(rating), Y2: round(s.to), Stroke: soft, StrokeWidth: 1, Dash: true})
		}
	}
	return shapes
}

// joined makes one span of rows that have no caption between them.
func (p plot) joined(spans []span) []span {
	if n := len(spans); n > 0 && !p.over {
		return []span{{spans[0].from, spans[n-1].to}}
	}
	return spans
}

// column is a rectangle over some ratings, painted like style.
func (p plot) column(first, last float64, s span, style Shape) Shape {
	style.Kind, style.X, style.Y = Rect, round(p.left+(first-1)*p.step), round(s.from)
	style.W, style.H = round((last-first+1)*p.step), round(s.to-s.from)
	return style
}

// rowSpan is where the bands of a row are: all of it, but not behind a caption
// that stands over it.
func (p plot) rowSpan(top, bottom float64) span {
	if p.over {
		top += captionHeight
	}
	return span{top, bottom}
}

// axis writes 1 to 9 under y.
func (p plot) axis(y float64) []Shape {
	var shapes []Shape
	for rating := 1; rating <= 9; rating++ {
		shapes = append(shapes, Shape{Kind: Label, X: p.at(float64(rating)), Y: round(y + 20), Text: strconv.Itoa(rating), Size: 15, Fill: soft, Anchor: Middle})
	}
	return shapes
}

// ownMark is the mark of the reader's own rating, with the axis under y: a frame
// around its column, the number in a filled circle, as on the button that gave
// it, and a word under it that has room at 1 and at 9. Without a name or without
// rows there is none.
func (p plot) ownMark(name, word string, spans []span, y float64) []Own {
	if name == "" || len(spans) == 0 {
		return nil
	}
	x, own := p.at(1), Own{Name: name, Step: p.step}
	for _, s := range p.joined(spans) {
		own.Shapes = append(own.Shapes, p.column(1, 1, s, Shape{Stroke: accent, StrokeWidth: 2}))
	}
	size := fitSize(word, smallSize+1, p.step)
	own.Shapes = append(own.Shapes,
		Shape{Kind: Circle, X: x, Y: round(y + 15), R: 11, Fill: accent},
		Shape{Kind: Label, X: x, Y: round(y + 20), Text: "1", Size: 15, Fill: paper, Anchor: Middle, Bold: true},
		Shape{Kind: Label, X: x, Y: round(y + 41), Text: word, Size: size, Fill: accent, Anchor: Middle, Bold: true})
	return []Own{own}
}

func axisRoom(own []Own) float64 {
	if len(own) > 0 {
		return axisHeight + ownHeight
	}
	return axisHeight
}

// height of a row's marks over (or under) its base line.
func (p plot) height(counts [9]int) float64 {
	if total(counts) > dotLimit {
		return barHeight + 22
	}
	lines := (slices.Max(counts[:]) + p.perLine - 1) / p.perLine
	return float64(lines)*dotSpace + 12
}

// marks draws a group from its base line upwards, or downwards and hollow.
func (p plot) marks(counts [9]int, line float64, down bool) []Shape {
	var shapes []Shape
	n := total(counts)
	for i, k := range counts {
		if n > dotLimit {
			shapes = append(shapes, p.bar(i+1, k, n, line, down)...)
		} else {
			shapes = append(shapes, p.dots(i+1, k, line, down)...)
		}
	}
	return shapes
}

// dots stacks one dot a person over a rating, line upon line, each line
// centred.
func (p plot) dots(rating, n int, line float64, down bool) []Shape {
	var shapes []Shape
	for i := range n {
		level := i / p.perLine
		beside := min(p.perLine, n-level*p.perLine)
		offset := float64(i%p.perLine) - float64(beside-1)/2
		away := 8 + float64(level)*dotSpace
		dot := Shape{Kind: Circle, X: round(p.at(float64(rating)) + offset*dotSpace), Y: round(line - away), R: dotRadius, Fill: accent}
		if down {
			dot.Y, dot.R, dot.Fill, dot.Stroke, dot.StrokeWidth = round(line+away), dotRadius-0.7, paper, accent, 1.4
		}
		shapes = append(shapes, dot)
	}
	return shapes
}

// bar shows how large a part of its group gave a rating, with their number.
func (p plot) bar(rating, k, n int, line float64, down bool) []Shape {
	if k == 0 {
		return nil
	}
	h, w, x := barHeight*float64(k)/float64(n)/p.share, 0.7*p.step, p.at(float64(rating))
	bar := Shape{Kind: Rect, X: round(x - w/2), Y: round(line - h), W: round(w), H: round(h), Fill: accent}
	number := Shape{Kind: Label, X: x, Y: round(line - h - 4), Text: strconv.Itoa(k), Size: smallSize, Fill: soft, Anchor: Middle}
	if down {
		bar.Y, bar.Fill, bar.Stroke, bar.StrokeWidth = round(line), paper, accent, 1.4
		number.Y = round(line + h + 13)
	}
	return []Shape{bar, number}
}

// caption names a group: right-aligned before the plot, or over it.
func (p plot) caption(label, figures, note string, line, top float64) []Shape {
	if p.over {
		return p.captionOver(label, figures, note, top)
	}
	x, room := p.left-10, p.left-10-p.x
	shapes := []Shape{
		{Kind: Label, X: round(x), Y: round(line - 18), Text: label, Size: fitSize(label, labelSize, room), Fill: ink, Anchor: End},
		{Kind: Label, X: round(x), Y: round(line + 1), Text: figures, Size: smallSize, Fill: soft, Anchor: End},
	}
	if note == "" {
		return shapes
	}
	size := fitSize(note, smallSize, room-noteMark)
	return append(shapes,
		Shape{Kind: Label, X: round(x - noteMark), Y: round(line + 17), Text: note, Size: size, Fill: warning, Anchor: End, Bold: true},
		diamond(x-5, line+12.5, 5))
}

func (p plot) captionOver(label, figures, note string, top float64) []Shape {
	y, noteRoom := top+20, 0.0
	var shapes []Shape
	if note != "" {
		noteRoom = textWidth(note, smallSize) + noteMark + 10
		shapes = append(shapes, diamond(p.right()-5.5, y-4.5, 5),
			Shape{Kind: Label, X: round(p.right() - noteMark), Y: round(y), Text: note, Size: smallSize, Fill: warning, Anchor: End, Bold: true})
	}
	room := p.width - noteRoom - textWidth(figures, smallSize) - 10
	size := fitSize(label, labelSize, room)
	return append(shapes,
		Shape{Kind: Label, X: round(p.x), Y: round(y), Text: label, Size: size, Fill: ink},
		Shape{Kind: Label, X: round(p.x + min(room, textWidth(label, size)) + 10), Y: round(y), Text: figures, Size: smallSize, Fill: soft})
}

// noteMark is the room that the diamond takes beside a note.
const noteMark = 16.0

// captionWidth is the room that a row's caption takes before the plot.
func captionWidth(label, figures, note string) float64 {
	widest := max(60, textWidth(label, labelSize), textWidth(figures, smallSize))
	if note != "" {
		widest = max(widest, noteMark+textWidth(note, smallSize))
	}
	return widest
}

// largestShare is the largest part of a large group at one rating: what a bar
// of full height stands for.
func largestShare(groups [][9]int) float64 {
	share := 0.0
	for _, counts := range groups {
		if n := total(counts); n > dotLimit {
			share = max(share, float64(slices.Max(counts[:]))/float64(n))
		}
	}
	return share
}

func total(counts [9]int) int {
	n := 0
	for _, k := range counts {
		n += k
	}
	return n
}

// figure writes 7 as "7" and 6.5 as "6.5".
func figure(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
