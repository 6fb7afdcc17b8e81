package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sala.example/internal/document"
)

// look is how a stretch of text is set.
type look struct {
	size   float64 // points
	bold   bool
	italic bool
	ins    bool
	del    bool
	colour string
	lang   string // where it differs from the leaf's
	link   *link
	leaf   *leaf
}

// part is shaped text in one look.
type part struct {
	shaped
	look *look
	at   float64 // points from the start of the line
}

func (p part) points() float64 { return p.width * p.look.size / 1000 }

// word is what no line end may cut: parts without spaces, and the spaces that
// follow, which vanish at a line end.
type word struct {
	parts   []part
	spaces  []part
	newline bool // the line ends here
}

func width(parts []part) float64 {
	sum := 0.0
	for _, p := range parts {
		sum += p.points()
	}
	return sum
}

// span is a stretch of a text's bytes in one look.
type span struct {
	end  int
	look *look
}

// words shapes text. The looks' spans cover it in order; breaks are looked for
// in the whole, so that a change of look inside a word does not cut it.
func (w *writer) words(text string, spans []span) ([]word, error) {
	var out []word
	start := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		content := strings.TrimSuffix(line, "\n")
		from := 0
		for _, to := range append(w.breaks(content), len(content)) {
			next, err := w.word(text, start+from, start+to, spans)
			if err != nil {
				return nil, err
			}
			out = append(out, next)
			from = to
		}
		start += len(line)
		if len(content) < len(line) {
			out[len(out)-1].newline = true
		}
	}
	return out, nil
}

// word shapes the bytes from..to of text, each span in its look.
func (w *writer) word(text string, from, to int, spans []span) (word, error) {
	core := from + len(strings.TrimRightFunc(text[from:to], breakingSpace))
	parts, err := w.parts(text, from, core, spans)
	if err != nil {
		return word{}, err
	}
	spaces, err := w.parts(text, core, to, spans)
	return word{parts: parts, spaces: spaces}, err
}

func breakingSpace(r rune) bool { return r == ' ' || r == '\t' }

func (w *writer) parts(text string, from, to int, spans []span) ([]part, error) {
	var out []part
	for _, s := range spans {
		if s.end <= from {
			continue
		}
		end := min(s.end, to)
		if end <= from {
			break
		}
		pieces, err := w.shaper.shape(strings.ReplaceAll(text[from:end], "\t", " "), s.look.bold)
		if err != nil {
			return nil, err
		}
		for _, p := range pieces {
			out = append(out, part{shaped: p, look: s.look})
		}
		from = end
	}
	return out, nil
}

// clusters cuts a word that is wider than its line, such as a long hash or
// address, between characters with their marks.
func (w *writer) clusters(long word) ([]word, error) {
	var out []word
	for _, p := range long.parts {
		for text := p.text; text != ""; {
			n := clusterLen(text)
			pieces, err := w.shaper.shape(text[:n], p.look.bold)
			if err != nil {
				return nil, err
			}
			var next word
			for _, s := range pieces {
				next.parts = append(next.parts, part{shaped: s, look: p.look})
			}
			out = append(out, next)
			text = text[n:]
		}
	}
	if len(out) == 0 {
		return []word{long}, nil
	}
	last := &out[len(out)-1]
	last.spaces, last.newline = long.spaces, long.newline
	return out, nil
}

const leadingVowels = "เแโใไ"

// clusterLen is how many bytes a character takes with the marks on it; a leading
// vowel stays with its consonant, and a following vowel too.
func clusterLen(s string) int {
	first, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(leadingVowels, first) {
		_, m := utf8.DecodeRuneInString(s[n:])
		n += m
	}
	for n < len(s) {
		r, m := utf8.DecodeRuneInString(s[n:])
		if !unicode.Is(unicode.M, r) && !strings.ContainsRune("ะาำๅๆ", r) {
			break
		}
		n += m
	}
	return n
}

// runs joins runs to one text and the spans of their looks. A link gets a leaf
// of its own, and what follows it another, so that they are read in order.
func (w *writer) runs(runs []document.Run, base look, outer string) (string, []span) {
	var text strings.Builder
	var spans []span
	current := base.leaf
	for _, r := range runs {
		l := base
		l.leaf = current
		l.bold = base.bold || r.Bold
		l.italic, l.ins, l.del = r.Italic, r.Ins, r.Del
		if r.Soft || r.Del {
			l.colour = document.Grey
		}
		if r.Lang != "" && r.Lang != outer {
			l.lang = r.Lang
		}
		if target := document.SafeLink(r.Link); target != "" {
			l.link = w.link(target, r.Text)
			l.leaf = w.leaf(w.element("Link", base.leaf.elem))
			l.link.elem = l.leaf.elem
			l.colour = document.Accent
			current = w.leaf(base.leaf.elem)
		}
		text.WriteString(document.Printable(r.Text))
		spans = append(spans, span{text.Len(), &l})
	}
	return text.String(), spans
}
