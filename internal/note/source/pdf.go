package source

import (
	"errors"
	"math"
	"strconv"
	"strings"

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
	read := false
	err = file.Each(func(p *pdf.Page) {
		s := layPage(p)
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
	lines := strings.Split(t.Body, "\n")
	before := strings.Clone(t.Body)
	n := mendSwapped(lines)
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

// sheet is a page in pieces: the lines outside tables, and the tables.
type sheet struct {
	width, height float64
	lines         []pdfLine
	grids         []grid
}

func (s sheet) written() bool { return len(s.lines) > 0 || len(s.grids) > 0 }

// pdfRun is a stretch of letters on one line without a wide gap.
type pdfRun struct {
	x0, x1, y, size float64
	text            string
	bold            bool
	word            float64 // width up to the first space, 0 when there is none
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

// layPage turns letters into runs, and runs into lines and tables. What is marked as decoration is left out, unless the page
// holds nothing else.
func layPage(p *pdf.Page) sheet {
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
	runs := joinGlyphs(glyphs, rules)
	var rest []pdfRun
	s.grids, rest = layGrids(runs, rules, p.Width*p.Height)
	s.lines = layLines(rest)
	return s
}

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
	for _, g := range glyphs {
		n := len(runs)
		space := strings.TrimSpace(g.Text) == ""
		switch {
		case n == 0 && space:
			continue
		case g.Text == "": // a further glyph of the cluster before
			if runs[n-1].takes(g, rules) {
				runs[n-1].x1 = math.Max(runs[n-1].x1, g.X+g.Width)
			}
		case n > 0 && isMarks(g.Text):
			runs[n-1].text += g.Text
			continue
		case n > 0 && runs[n-1].takes(g, rules):
			runs[n-1].add(g, space)
		case !space:
			runs = append(runs, pdfRun{x0: g.X, x1: g.X + g.Width, y: g.Y, size: g.Size, text: g.Text, bold: g.Bold})
		}
	}
	return dropShadows(runs)
}

// isMarks says that a text is nothing but marks over or under a letter.
func isMarks(s string) bool {
	for _, r := range s {
		if !isThaiMark(r) || r == 'ำ' {
			return false
		}
	}
	return s != ""
}

func (r pdfRun) takes(g pdf.Glyph, rules []pdf.Rule) bool {
	gap := g.X - r.x1
	if math.Abs(g.Y-r.y) > sameLine*math.Max(g.Size, r.size) || gap < -0.6*g.Size || gap > columnGap*g.Size || len(r.text) > 1<<14 {
		return false
	}
	return gap < wordGap*g.Size || !ruleBetween(rules, r.x1, g.X, g.Y+g.Size/4)
}

func (r *pdfRun) add(g pdf.Glyph, space bool) {
	gap := g.X-r.x1 > wordGap*g.Size && !space && !strings.HasSuffix(r.text, " ")
	if (gap || space) && r.word == 0 {
		r.word = r.x1 - r.x0
	}
	if gap {
		r.text += " "
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
