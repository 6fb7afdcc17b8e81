// Package chart makes the pictures of a workshop's results as a Drawing: a
// flat list of shapes that the web page prints as SVG and the PDF writer
// paints, so that screen and paper show the same picture.
package chart

// Drawing is a picture in its own coordinates: x grows to the right, y grows
// downwards, one unit is one CSS pixel (0.75 pt on paper).
type Drawing struct {
	W, H   float64
	Title  string // what the picture shows, one sentence; the SVG's accessible name
	Desc   string // the same facts in words, for a reader who cannot see it
	Shapes []Shape
	Own    []Own
}

// Own is a mark for the reader's own rating on one criterion. Everybody's
// picture has it, hidden and standing at rating 1; only the reader's own device
// knows their rating, moves the mark by Step for each rating above 1, writes the
// rating into its first label, and shows it. So nobody else ever learns it.
type Own struct {
	Name   string // of the criterion
	Step   float64
	Shapes []Shape
}

// Kind says which fields of a Shape count.
type Kind int

// The kinds of shapes. That is all a distribution needs; paths are polygons.
const (
	Rect    Kind = iota // X, Y, W, H, R (corner radius)
	Circle              // X, Y (centre), R
	Line                // X, Y to X2, Y2
	Polygon             // Points, closed
	Label               // Text at X, Y (baseline), Size, Anchor, Bold
)

// Anchor places a label relative to its X.
type Anchor int

// Where a label's X is.
const (
	Start Anchor = iota
	Middle
	End
)

// Point is one corner of a polygon.
type Point struct{ X, Y float64 }

// Shape is one mark. Colours are "#rrggbb"; an empty Fill or Stroke paints none.
type Shape struct {
	Kind         Kind
	X, Y, W, H   float64
	X2, Y2       float64
	R            float64
	Points       []Point
	Fill, Stroke string
	StrokeWidth  float64
	Dash         bool
	Text         string
	Size         float64
	Anchor       Anchor
	Bold         bool
}
