package source

import (
	"cmp"
	"math"
	"slices"
)

// span is a strip of a page, from one x to another.
type span struct{ from, to float64 }

func (s span) middle() float64 { return (s.from + s.to) / 2 }

// aligned says that at least half of the pieces begin, end or have their middle in one place.
func aligned(pieces []pdfRun) bool {
	for _, place := range []func(pdfRun) float64{
		func(p pdfRun) float64 { return p.x0 }, func(p pdfRun) float64 { return p.x1 }, func(p pdfRun) float64 { return (p.x0 + p.x1) / 2 },
	} {
		at := make([]float64, len(pieces))
		for i, p := range pieces {
			at[i] = place(p)
		}
		slices.Sort(at)
		for i, x := range at {
			if n, _ := slices.BinarySearch(at, x+snap); 2*(n-i) >= len(at) {
				return true
			}
		}
	}
	return false
}

// strips finds the white strips between columns, from the left: where no more lines than allowed have ink. Of each the widest
// part with the least ink is given. They are no narrower than least sizes of the type.
func strips(lines []inkLine, allowed int, least float64) []span {
	type edge struct {
		x    float64
		step int
	}
	var edges []edge
	var sizes []float64
	for _, l := range lines {
		sizes = append(sizes, l.size)
		for _, p := range l.pieces {
			edges = append(edges, edge{p.x0, 1}, edge{math.Max(p.x0, p.x1), -1})
		}
	}
	slices.Sort(sizes)
	if len(sizes) > 0 {
		least *= sizes[len(sizes)/2]
	}
	slices.SortFunc(edges, func(a, b edge) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(b.step, a.step)) })
	var out []span
	ink, lowest := 0, math.MaxInt
	open := false
	for i, e := range edges {
		if ink += e.step; ink > allowed || i+1 == len(edges) {
			open, lowest = false, math.MaxInt
			continue
		}
		part := span{e.x, edges[i+1].x}
		width := part.to - part.from
		switch n := len(out) - 1; {
		case i == 0 || width < least:
		case !open:
			out, open, lowest = append(out, part), true, ink
		case ink < lowest || ink == lowest && width > out[n].to-out[n].from:
			out[n], lowest = part, ink
		}
		if len(out) > mostStrips {
			return nil
		}
	}
	return out
}
