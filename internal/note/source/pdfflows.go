package source

import (
	"math"
	"slices"
)

// inkPart is a part of a page that is read from top to bottom; its edges are 0 when it has the width of the page.
type inkPart struct {
	left, right float64
	ink         []inkLine
}

const (
	fewestProse = 6   // lines on each side of a strip make columns of text
	nearEdge    = 0.3 // of the width of the text: a strip nearer to an edge parts no columns of text
)

// parts gives the parts of a page. On the last page of a paper in columns they may hold too little to be known but by those of the
// page before.
func (y *layer) parts(lines []inkLine) []inkPart {
	before := y.columns
	y.columns = nil
	parts := partsOf(lines)
	if len(parts) > 1 {
		y.columns = parts[1:3]
		return parts
	}
	if len(before) == 0 || len(lines) == 0 {
		return parts
	}
	s := span{before[0].right, before[1].left}
	across := func(l inkLine) bool { return crosses(l, s) }
	top, bottom := 0, len(lines)
	if across(lines[0]) { // running heads
		top = 1
	}
	if bottom > top && across(lines[bottom-1]) {
		bottom--
	}
	if slices.ContainsFunc(lines[top:bottom], across) {
		return parts
	}
	left, right := sides(lines[top:bottom], s)
	return []inkPart{{ink: lines[:top]}, {before[0].left, before[0].right, left}, {before[1].left, before[1].right, right}, {ink: lines[bottom:]}}
}

// partsOf gives the parts of a page in the order in which they are read. A page is set in columns where a white strip near its
// middle has a programme on either side, or text that fills both sides.
func partsOf(lines []inkLine) []inkPart {
	whole := []inkPart{{ink: lines}}
	if len(lines) < fewestProse {
		return whole
	}
	edges, inner := edgesOf(lines), lines[1:len(lines)-1] // the first and the last are running heads
	for _, s := range strips(inner, len(inner)/2, 1) {
		width := edges.to - edges.from
		if s.to < edges.from+nearEdge*width || s.from > edges.to-nearEdge*width {
			continue
		}
		if parts, found := partAt(lines, s); found {
			return parts
		}
	}
	return whole
}

// partAt parts a page at a strip; lines that run across it stand between.
func partAt(lines []inkLine, s span) (parts []inkPart, found bool) {
	var across, beside []inkLine
	flush := func() {
		left, right := sides(beside, s)
		if areColumns(left) && areColumns(right) && (timed(left) == timed(right)) {
			parts, found = append(parts, inkPart{ink: across}, columnPart(left), columnPart(right)), true
			across = nil
		} else {
			across = append(across, beside...)
		}
		beside = nil
	}
	for _, l := range lines {
		if crosses(l, s) {
			flush()
			across = append(across, l)
			continue
		}
		beside = append(beside, l)
	}
	flush()
	return append(parts, inkPart{ink: across}), found
}

// sides parts lines at a strip that none of them crosses.
func sides(lines []inkLine, s span) (left, right []inkLine) {
	for _, l := range lines {
		a, b := l, l
		before := func(r pdfRun) bool { return r.x0 < s.middle() }
		a.pieces, b.pieces = slices.DeleteFunc(slices.Clone(l.pieces), func(r pdfRun) bool { return !before(r) }), slices.DeleteFunc(slices.Clone(l.pieces), before)
		a.runs, b.runs = a.pieces, b.pieces
		if len(a.pieces) > 0 {
			left = append(left, a)
		}
		if len(b.pieces) > 0 {
			right = append(right, b)
		}
	}
	return left, right
}

func columnPart(lines []inkLine) inkPart {
	edges := edgesOf(lines)
	return inkPart{left: edges.from, right: edges.to, ink: lines}
}

func edgesOf(lines []inkLine) span {
	edges := span{math.MaxFloat64, 0}
	for _, l := range lines {
		edges = span{math.Min(edges.from, l.pieces[0].x0), math.Max(edges.to, l.pieces[len(l.pieces)-1].x1)}
	}
	return edges
}

// areColumns says that lines are a programme, or text most of whose lines are nearly as wide as all of it.
func areColumns(lines []inkLine) bool {
	if timed(lines) {
		return true
	}
	edges := edgesOf(lines)
	full := 0
	for _, l := range lines {
		if l.pieces[len(l.pieces)-1].x1-l.pieces[0].x0 > 0.75*(edges.to-edges.from) {
			full++
		}
	}
	return len(lines) >= fewestProse && 10*full >= 6*len(lines)
}

// timed says that lines at the left edge begin with times.
func timed(lines []inkLine) bool {
	edges, n := edgesOf(lines), 0
	for _, l := range lines {
		if p := l.pieces[0]; p.timed && p.x0 < edges.from+3*p.size {
			n++
		}
	}
	return n >= fewestTimes
}
