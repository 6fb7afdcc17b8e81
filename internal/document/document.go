// Package document is the shape of a paper that leaves the workshop: a title
// and a list of blocks. It says what the paper holds; the writers in html, docx
// and pdf say how it looks, each in its own medium. Nothing here reads a clock
// or a file, so that equal documents give equal bytes.
package document

import "time"

// Document is one paper, in one main language.
type Document struct {
	Title        string
	Kicker       string // the small line above the title: kind of paper, date
	Subtitle     string // under the title, usually the title in the other language
	SubtitleLang string // BCP 47; empty means Lang
	Lang         string // BCP 47 tag of the paper: "th", "en", "my"
	Author       string // who answers for it; optional
	Created      time.Time
	Footer       string // foot of every page, left of the page number
	Blocks       []Block
}

// Block is one part of a paper, from top to bottom: Heading, Paragraph, Pair,
// Table, Figure, List, PageBreak or Rule.
type Block interface{ block() }

// Heading opens a section. Level 1 is a section of the paper, 2 a part of it
// (one recommendation), 3 a part of that; the title stands above them all.
type Heading struct {
	Level int
	Text  string
	Lang  string // empty means the document's
	ID    string // target of links "#ID", unique in the paper; optional
	State *State // stands at the right of the heading; optional
}

// State is what became of the thing a heading names, told by a word, a shape
// and a colour, so that no reader depends on one of them.
type State struct {
	Mark Mark
	Word string
	Lang string
}

// Mark is the shape and colour of a state.
type Mark int

// The marks of design/tokens.css.
const (
	Open     Mark = iota // hollow circle, grey
	Agreed               // full circle, green
	Reserved             // half circle, green: agreed with a recorded reservation
	Revise               // diamond, amber
	Rejected             // square, red
)

// Style says how much a paragraph matters to the eye.
type Style int

// The styles of paragraphs.
const (
	Body  Style = iota
	Lead        // the sentence to read if only one is read
	Soft        // beside the matter: grey
	Small       // notes, method
)

// Paragraph is running text. An empty Lang means the document's.
type Paragraph struct {
	Style Style
	Lang  string
	Runs  []Run
}

// Run is text in one manner. A line break is "\n". An empty Lang means that of
// what holds the run. Link is an http, https or mailto address, or "#ID" of a
// heading; writers print any other link as plain text.
type Run struct {
	Text   string
	Lang   string
	Bold   bool
	Italic bool
	Soft   bool
	Ins    bool // added words of a change
	Del    bool // removed words of a change
	Link   string
}

// Cell is a text with its language, in a table, a list or a pair.
type Cell struct {
	Lang string
	Runs []Run
}

// Pair is one segment in two languages, side by side and aligned at the top. The
// left is the paper's own language; the right is set more quietly.
type Pair struct{ Left, Right Cell }

// Table is rows of cells. Widths are shares of the text width (any unit; nil
// means equal), Align is per column (nil means all to the start). With RowHeads
// the first cell of each row names the row. An empty Header means none. A Dense
// table is set small and close: many columns of figures, to look up rather than
// to read.
type Table struct {
	Header   []string
	Rows     [][]Cell
	Widths   []float64
	Align    []Align
	RowHeads bool
	Dense    bool
}

// Shares gives each column its part of the text width; the parts sum to 1.
func (t Table) Shares() []float64 {
	n := len(t.Header)
	for _, r := range t.Rows {
		n = max(n, len(r))
	}
	shares, sum := make([]float64, n), 0.0
	for i := range shares {
		shares[i] = 1
		if i < len(t.Widths) && t.Widths[i] > 0 {
			shares[i] = t.Widths[i]
		}
		sum += shares[i]
	}
	for i := range shares {
		shares[i] /= sum
	}
	return shares
}

// Align is where a column's text stands.
type Align int

// Start suits words, End suits figures.
const (
	Start Align = iota
	Centre
	End
)

// List is points, numbered from 1 when Ordered.
type List struct {
	Ordered bool
	Items   []Cell
}

// PageBreak starts a new page on paper.
type PageBreak struct{}

// Rule is a line across the page that opens what follows it.
type Rule struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Pair) block()      {}
func (Table) block()     {}
func (Figure) block()    {}
func (List) block()      {}
func (PageBreak) block() {}
func (Rule) block()      {}
