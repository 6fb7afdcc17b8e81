package chart

import (
	"math"
	"unicode"
)

// The colours of the shared design tokens. Every mark also differs in shape or
// place, so that a black and white print says the same.
const (
	ink       = "#1d2326"
	soft      = "#566067"
	hairline  = "#ddd8cc"
	accent    = "#0e5a60"
	warning   = "#8a5300"
	highTint  = "#eaf3eb"
	lowTint   = "#f9efec"
	paper     = "#ffffff"
	labelSize = 16.0
	smallSize = 13.0
)

// defaultWidth is that of a picture whose caller names none.
const defaultWidth = 640.0

// diamond is hollow, with its middle at x and y.
func diamond(x, y, r float64) Shape {
	return Shape{Kind: Polygon, Fill: paper, Stroke: warning, StrokeWidth: 2, Points: []Point{
		{round(x), round(y - r)}, {round(x + r), round(y)}, {round(x), round(y + r)}, {round(x - r), round(y)},
	}}
}

// triangle has its tip at x and y and stands on its base.
func triangle(x, y float64) Shape {
	return Shape{Kind: Polygon, Fill: ink, Points: []Point{
		{round(x), round(y)}, {round(x + 7), round(y + 12)}, {round(x - 7), round(y + 12)},
	}}
}

// textWidth estimates a text's width in Sarabun: Thai vowels and tones above
// and below the line take no room.
func textWidth(text string, size float64) float64 {
	n := 0
	for _, r := range text {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return 0.56 * size * float64(n)
}

// fitSize makes a text smaller if it is estimated to be wider than its room,
// down to what can still be read.
func fitSize(text string, size, room float64) float64 {
	const least = 10
	if w := textWidth(text, size); w > room {
		return round(max(least, size*room/w))
	}
	return size
}

// round keeps a tenth of a pixel, so that pictures compare equal everywhere.
func round(x float64) float64 { return math.Round(10*x) / 10 }
