package pdf

import "sala.example/internal/document"

// column is lines of text in a band of the page; x counts from the margin.
type column struct {
	x, width float64
	lines    []line
	align    document.Align
}

// setting is how a text is set in its column.
type setting struct {
	size, lead float64
	bold       bool
	colour     string
	align      document.Align
}

// column sets runs as lines in a column, as the text of a leaf.
func (w *writer) column(x, width float64, c document.Cell, l *leaf, s setting) (column, error) {
	base := look{size: s.size, bold: s.bold, colour: s.colour, leaf: l}
	text, spans := w.runs(c.Runs, base, document.FirstLang(c.Lang, w.lang))
	words, err := w.words(text, spans)
	if err != nil {
		return column{}, err
	}
	lines, err := w.lines(words, width)
	if err != nil {
		return column{}, err
	}
	measure(lines, s.size, s.lead)
	return column{x: x, width: width, lines: lines, align: s.align}, nil
}

// sideBySide makes strips of columns: the first lines of all, the second lines
// of all, and so on, each on one baseline. No first or last line stands alone.
func sideBySide(cols []column) []strip { return stripsOf(cols, (*page).paintLine) }

func stripsOf(cols []column, paint func(p *page, l line, x, y, base float64)) []strip {
	n := 0
	for _, c := range cols {
		n = max(n, len(c.lines))
	}
	strips := make([]strip, n)
	for i := range strips {
		height, base := 0.0, 0.0
		for _, c := range cols {
			if i < len(c.lines) {
				height, base = max(height, c.lines[i].height), max(base, c.lines[i].base)
			}
		}
		strips[i] = strip{height: height, keep: i < n-1 && (i == 0 || i == n-2), draw: func(p *page, y float64) {
			for _, c := range cols {
				if i < len(c.lines) {
					paint(p, c.lines[i], marginSide+c.x+c.lines[i].offset(c.width, c.align), y, base)
				}
			}
		}}
	}
	return strips
}

// onDraw runs also before the strip is painted.
func (s *strip) onDraw(also func(p *page, y float64)) {
	draw := s.draw
	s.draw = func(p *page, y float64) {
		also(p, y)
		if draw != nil {
			draw(p, y)
		}
	}
}

// push adds strips to the paper with space above the first.
func (w *writer) push(before float64, strips []strip) {
	strips[0].before += before
	w.strips = append(w.strips, strips...)
}
