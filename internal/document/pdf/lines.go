package pdf

import "sala.example/internal/document"

// line is a row of words; base is how far its baseline lies under its top.
type line struct {
	parts        []part
	width        float64
	height, base float64
}

// Sarabun's ascent and descent in em (its hhea table), and the least distance
// of lines in em: Thai tones reach above and vowels below, Myanmar stacks more.
const (
	ascent      = 1.068
	descent     = 0.232
	leading     = 1.55
	leadingHead = 1.5
	leadingMy   = 1.9
)

// filler collects lines; spaces wait until a word follows them on the line.
type filler struct {
	limit   float64
	done    []line
	current line
	spaces  []part
}

// lines fills lines of the given width with words; a word wider than a line is
// cut between characters.
func (w *writer) lines(words []word, limit float64) ([]line, error) {
	f := filler{limit: limit}
	for _, next := range words {
		if width(next.parts) <= limit {
			f.add(next)
			continue
		}
		pieces, err := w.clusters(next)
		if err != nil {
			return nil, err
		}
		for _, piece := range pieces {
			f.add(piece)
		}
	}
	if len(f.current.parts) > 0 || len(f.done) == 0 {
		f.end()
	}
	return f.done, nil
}

func (f *filler) add(next word) {
	if len(f.current.parts) > 0 && f.current.width+width(f.spaces)+width(next.parts) > f.limit {
		f.end()
	}
	f.current.add(f.spaces)
	f.current.add(next.parts)
	f.spaces = next.spaces
	if next.newline {
		f.end()
	}
}

// end closes the line. Its last spaces stay in the text, so that a reader does
// not join words across lines, but not in its width.
func (f *filler) end() {
	visible := f.current.width
	f.current.add(f.spaces)
	f.current.width = visible
	f.done = append(f.done, f.current)
	f.current, f.spaces = line{}, nil
}

func (l *line) add(parts []part) {
	for _, p := range parts {
		p.at = l.width
		l.parts = append(l.parts, p)
		l.width += p.points()
	}
}

// measure sets the heights of lines that are mostly of one size.
func measure(lines []line, size, lead float64) {
	for i := range lines {
		l := lead
		for _, p := range lines[i].parts {
			if p.face.scale == myanmarScale {
				l = leadingMy
			}
		}
		lines[i].height = size * l
		lines[i].base = (lines[i].height-size*(ascent+descent))/2 + size*ascent
	}
}

// offset is where a line starts in a column of the given width.
func (l line) offset(column float64, a document.Align) float64 {
	switch a {
	case document.Centre:
		return (column - l.width) / 2
	case document.End:
		return column - l.width
	}
	return 0
}
