package chart

import (
	"cmp"
	"math"
	"slices"
)

// hull is the convex hull of points, counter-clockwise on paper, without points
// on its edges (Andrew's monotone chain, Information Processing Letters 9:216,
// 1979). One or two different points are their own hull.
func hull(points []Point) []Point {
	sorted := slices.Clone(points)
	slices.SortFunc(sorted, func(a, b Point) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y)) })
	sorted = slices.Compact(sorted)
	if len(sorted) < 3 {
		return sorted
	}
	lower := chain(sorted)
	slices.Reverse(sorted)
	upper := chain(sorted)
	return append(lower[:len(lower)-1], upper[:len(upper)-1]...)
}

// chain is one half of a hull: it never turns right.
func chain(sorted []Point) []Point {
	var out []Point
	for _, p := range sorted {
		for len(out) > 1 && cross(out[len(out)-2], out[len(out)-1], p) <= 0 {
			out = out[:len(out)-1]
		}
		out = append(out, p)
	}
	return out
}

// cross is positive when a, b, c turn to one side, negative for the other.
func cross(a, b, c Point) float64 { return (b.X-a.X)*(c.Y-a.Y) - (b.Y-a.Y)*(c.X-a.X) }

// around is a hull with a margin: every point becomes a circle of that radius,
// drawn with sixteen corners, and the hull of all of them is taken.
func around(points []Point, margin float64) []Point {
	const corners = 16
	var wide []Point
	for _, p := range hull(points) {
		for k := range corners {
			angle := 2 * math.Pi * float64(k) / corners
			wide = append(wide, Point{round(p.X + margin*math.Cos(angle)), round(p.Y + margin*math.Sin(angle))})
		}
	}
	return hull(wide)
}
