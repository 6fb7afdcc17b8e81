package source

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sala.example/internal/note/source/pdf"
)

// readPDF rebuilds lines, tables and paragraphs from the places of letters.
func readPDF(data []byte) (*Text, error) {
	at := strings.Index(string(data[:min(len(data), 1024)]), "%PDF-")
	file, err := pdf.Open(data[max(at, 0):], pdf.Standard)
	if err != nil {
		return nil, problemOf(err)
	}
	var sheets []sheet
	var empty []string
	var lay layer
	read := false
	err = file.Each(func(p *pdf.Page) {
		s := lay.page(p)
		sheets = append(sheets, s)
		read = read || s.written()
		if !s.written() && p.Pictures > 0 {
			empty = append(empty, strconv.Itoa(len(sheets)))
		}
	})
	switch {
	case err != nil:
		return nil, problemOf(err)
	case !read:
		return nil, ErrScanned
	}
	dropRunningHeads(sheets)
	body, err := writeSheets(sheets)
	if err != nil {
		return nil, err
	}
	t := &Text{Format: PDF, Body: body}
	if len(empty) > 0 {
		t.Doubts = append(t.Doubts, Doubt{Code: PagesNotRead, Args: map[string]string{"pages": strings.Join(empty, ", ")}})
	}
	t.mendLetters()
	return t, nil
}

// mendLetters puts Thai letters right that the file has mixed up, and says so.
func (t *Text) mendLetters() {
	before := strings.Clone(t.Body)
	body, n := mendMarks(t.Body)
	t.Body = body
	lines := strings.Split(t.Body, "\n")
	n += mendSwapped(lines)
	if n == 0 {
		return
	}
	t.Body = strings.Join(lines, "\n")
	first := 0
	for i, line := range strings.Split(before, "\n") {
		if line != lines[i] {
			first = i + 1
			break
		}
	}
	t.Doubts = append(t.Doubts, Doubt{Code: LettersRepaired, Line: first, Args: map[string]string{"count": strconv.Itoa(n)}})
}

func problemOf(err error) error {
	switch {
	case errors.Is(err, pdf.ErrPassword):
		return ErrPassword
	case errors.Is(err, pdf.ErrTooLarge):
		return ErrTooLarge
	}
	return ErrBroken
}

// sheet is a page in parts, in the order in which they are read: one, or more where it is set in columns.
type sheet struct {
	width, height float64
	parts         []sheetPart
}

// sheetPart is what is read from top to bottom: the lines outside tables, and the tables.
type sheetPart struct {
	left, right float64 // edges of a column of text, 0 when the part is as wide as the page
	lines       []pdfLine
	grids       []grid
}

func (s sheet) written() bool {
	return slices.ContainsFunc(s.parts, func(p sheetPart) bool { return len(p.lines) > 0 || len(p.grids) > 0 })
}

// pdfRun is a stretch of letters on one line without a wide gap.
type pdfRun struct {
	x0, x1, y, size float64
	text            string
	bold            bool
	word            float64 // width up to the first space, 0 when there is none
	ink             float64 // where the last letter ends that is no space
	timed           bool    // of a piece: it begins with a time
	spaced, single  bool    // of a word: a space is before it, and no more than one
	after           float64 // where the single space that follows it ends, 0 for none or several
	spaces          []wordSpace
}

// pdfLine is a line of runs, from left to right; a wide gap is between them.
type pdfLine struct {
	y, size float64
	runs    []pdfRun
}

func (l pdfLine) text() string {
	var parts []string
	for _, r := range l.runs {
		parts = append(parts, strings.TrimSpace(r.text))
	}
	return strings.Join(parts, "\t")
}

// layer lays page after page; a table without borders may go on from one to the next.
type layer struct {
	table   looseTable // at the end of the page before
	columns []inkPart  // the two columns of text of the page before, if it had such
}

// page turns letters into runs, and runs into lines and tables. What is marked as decoration is left out, unless the page
// holds nothing else.
func (y *layer) page(p *pdf.Page) sheet {
	s := sheet{width: p.Width, height: p.Height}
	glyphs := make([]pdf.Glyph, 0, len(p.Glyphs))
	for _, g := range p.Glyphs {
		if !g.Decoration {
			glyphs = append(glyphs, g)
		}
	}
	if !hasLetters(glyphs) {
		glyphs = p.Glyphs
	}
	if !hasLetters(glyphs) {
		return s
	}
	rules := sortRules(p.Rules)
	grids, rest := layGrids(joinGlyphs(glyphs, rules), rules, p.Width*p.Height)
	if len(rest) > mostRuns {
		s.parts = []sheetPart{{lines: layLines(rest), grids: grids}}
		return s
	}
	for _, part := range y.parts(inkLines(rest, rules)) {
		loose, lines := y.tables(part.ink, rules, 0)
		s.parts = append(s.parts, sheetPart{left: part.left, right: part.right, lines: layLines(runsOf(lines)), grids: loose})
	}
	if len(s.parts) == 0 {
		s.parts = []sheetPart{{}}
	}
	s.parts[0].grids = append(s.parts[0].grids, grids...)
	return s
}

// mostRuns is more than a page of words has: no columns are looked for among more.
const mostRuns = 10_000

func hasLetters(glyphs []pdf.Glyph) bool {
	for _, g := range glyphs {
		if strings.TrimSpace(g.Text) != "" {
			return true
		}
	}
	return false
}

// Gaps, in sizes of the type.
const (
	wordGap   = 0.18 // from here on there is a space between letters
	columnGap = 1.8  // from here on there is a column between runs
	sameLine  = 0.45 // letters no further up or down stand on one line
)

// joinGlyphs puts letters together as long as each stands where the one before ends. A mark belongs to the letter before it,
// wherever it is set.
func joinGlyphs(glyphs []pdf.Glyph, rules []pdf.Rule) []pdfRun {
	var runs []pdfRun
	for i, g := range glyphs {
		n := len(runs)
		space := strings.TrimSpace(g.Text) == ""
		if space && g.Text != "" { // some writers set tabs between words
			g.Text = " "
		}
		if n > 0 && g.Text == "า" && runs[n-1].lostRing(glyphs[i-1], g) {
			runs[n-1].text = strings.TrimRightFunc(runs[n-1].text, isNoLetter)
			g.Text = "ำ"
		}
		g.Text = markOf(g)
		switch {
		case n == 0 && space:
			continue
		case g.Text == "": // a further glyph of the cluster before
			if runs[n-1].takes(g, rules) {
				runs[n-1].x1 = math.Max(runs[n-1].x1, g.X+g.Width)
				runs[n-1].ink = math.Max(runs[n-1].ink, g.X+g.Width)
			}
		case n > 0 && isMarks(g.Text):
			runs[n-1].text += g.Text
			continue
		case n > 0 && runs[n-1].takes(g, rules):
			runs[n-1].add(g, space)
		case !space:
			runs = append(runs, pdfRun{x0: g.X, x1: g.X + g.Width, ink: g.X + g.Width, y: g.Y, size: g.Size, text: g.Text, bold: g.Bold})
		}
	}
	return dropShadows(runs)
}

const unreadable = "\uFFFD"

func isNoLetter(r rune) bool { return r == ' ' || r == '\uFFFD' || isUnreadMark(r) }

// lostRing says that the glyph before an า is the ring of ำ, which writers draw as two glyphs: it has no width, and for its
// letter many state none, or, as Word does, a space.
func (r pdfRun) lostRing(before, g pdf.Glyph) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(r.text, isNoLetter))
	switch {
	case !isThai(last) || math.Abs(g.Y-r.y) > sameLine*g.Size:
		return false
	case before.Text == " ":
		return g.X-r.ink < wordGap*g.Size
	}
	return (before.Text == "" || before.Text == unreadable && before.Unread == 0) && before.Width < 0.05*g.Size
}

// isMarks says that a text is nothing but marks over or under a letter.
func isMarks(s string) bool {
	for _, r := range s {
		if (!isThaiMark(r) || r == 'ำ') && !isUnreadMark(r) {
			return false
		}
	}
	return s != ""
}

// takes says that a letter goes on where the run ends. Past a gap without a space a run ends too: another font may yet fill it.
func (r pdfRun) takes(g pdf.Glyph, rules []pdf.Rule) bool {
	gap := g.X - r.x1
	if math.Abs(g.Y-r.y) > sameLine*math.Max(g.Size, r.size) || gap < -0.6*g.Size || gap > columnGap*g.Size || len(r.text) > 1<<14 {
		return false
	}
	return gap < wordGap*g.Size || strings.HasSuffix(r.text, " ") && !ruleBetween(rules, r.x1, g.X, g.Y+g.Size/4)
}

func (r *pdfRun) add(g pdf.Glyph, space bool) {
	if space && r.word == 0 {
		r.word = r.x1 - r.x0
	}
	switch {
	case space && !strings.HasSuffix(r.text, " "):
		r.after = g.X + g.Width
	case space:
		r.after = 0
	default:
		if strings.HasSuffix(r.text, " ") {
			single := r.after > 0 && g.X-r.after < wordGap*g.Size
			r.spaces = append(r.spaces, wordSpace{from: r.ink, to: g.X, at: len(r.text), single: single})
		}
		r.ink, r.after = math.Max(r.ink, g.X+g.Width), 0
	}
	r.text += g.Text
	r.x1 = math.Max(r.x1, g.X+g.Width)
	r.bold = r.bold && (g.Bold || space)
}

// dropShadows leaves out a run that is drawn a second time over itself, to look bold.
func dropShadows(runs []pdfRun) []pdfRun {
	type key struct {
		text string
		x, y int
	}
	seen := map[key]bool{}
	kept := runs[:0]
	for _, r := range runs {
		k := key{strings.TrimSpace(r.text), int(math.Round(r.x0 / 2)), int(math.Round(r.y / 2))}
		if !seen[k] {
			kept = append(kept, r)
		}
		seen[k] = true
	}
	return kept
}
