// Package pdf reads what stands on the pages of a PDF file: every letter with its place, and the lines that are drawn.
//
// It is our own because the file comes from outside and is read in the process that holds everybody's workshop. The reader
// that we looked at first (ledongthuc/pdf) ends the process with a stack overflow on 116 bytes in which an object
// lies in the object stream that it is itself, loops for ever on an unclosed string in an object stream, and takes as much
// memory as the file says; none of this can be stopped from outside. This one never follows the cross-reference table: it looks
// for the objects themselves, which also reads files whose table is damaged. All work is counted (see Limits), so that every
// file ends soon, with ErrTooLarge at worst.
package pdf

import "errors"

// What can be wrong with a file. Use errors.Is.
var (
	ErrBroken   = errors.New("the PDF file is damaged")
	ErrPassword = errors.New("the PDF file is protected by a password")
	ErrTooLarge = errors.New("the PDF file is too large to read")
)

// Limits bound the work on one file.
type Limits struct {
	Pages    int   // pages of the file
	Unpacked int64 // bytes, over all streams that are looked at (pictures and fonts are not)
	Stream   int64 // bytes of one stream
	Steps    int   // operators, objects, letters: about a hundred nanoseconds each
}

// Standard are limits that every real paper of 500 pages keeps.
var Standard = Limits{Pages: 500, Unpacked: 64 << 20, Stream: 24 << 20, Steps: 8_000_000}

// Page is what stands on one page. The origin is the lower left corner, the unit a point (1/72 inch), as a reader sees the page.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph // in the order in which they are drawn
	Rules         []Rule
	Pictures      int // images on the page
}

// Glyph is a letter, or a cluster of letters, at its place.
type Glyph struct {
	Text       string // U+FFFD where the file does not say what letter it is
	X, Y       float64
	Width      float64 // advance without letter spacing
	Size       float64 // of the type, in points
	Bold       bool
	Unread     int  // where Text is U+FFFD: the same number for the same glyph of the same font, from 1
	Decoration bool // drawn as an artifact: running heads, page numbers, ornaments
}

// Rule is a straight line along an axis, X0 <= X1 and Y0 <= Y1; one of the pairs is equal.
type Rule struct{ X0, Y0, X1, Y1 float64 }
