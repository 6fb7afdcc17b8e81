package source

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sala.example/internal/note/source/pdf"
)

// wordSpace is a space inside a run: from the ink before it to the ink after it, and where in the text the next word begins.
// A single space is one between words, however wide the type sets it.
type wordSpace struct {
	from, to float64
	at       int
	single   bool
}

// pieceGap is the narrowest gap between columns, in sizes of the type: wider than the space between words.
const pieceGap = 0.45

// inkLine is a line in words, and in pieces: stretches of text without a gap as wide as one between columns.
type inkLine struct {
	y, size float64
	runs    []pdfRun
	words   []pdfRun
	pieces  []pdfRun
}

// inkLines puts runs on lines, from the top, and parts each line into pieces.
func inkLines(runs []pdfRun, rules []pdf.Rule) []inkLine {
	var lines []inkLine
	for _, g := range groupLines(runs) {
		l := inkLine{y: g.y, size: g.size, runs: g.runs}
		for _, r := range g.runs {
			l.words = append(l.words, r.words()...)
		}
		slices.SortStableFunc(l.words, func(a, b pdfRun) int { return cmp.Compare(a.x0, b.x0) })
		l.pieces = l.piecesOf(rules, func(r, w pdfRun) bool { return false })
		lines = append(lines, l)
	}
	return slices.DeleteFunc(lines, func(l inkLine) bool { return len(l.pieces) == 0 })
}

// partTimes gives the lines with each time a piece of its own, however close the text after it stands.
func partTimes(lines []inkLine, rules []pdf.Rule) []inkLine {
	out := slices.Clone(lines)
	for i, l := range out {
		out[i].pieces = l.piecesOf(rules, func(r, w pdfRun) bool {
			return maybeTime(r.text) && len(r.text) < longestTime && wholeSlot.MatchString(r.text) && !slotPart.MatchString(w.text)
		})
	}
	return out
}

func (l inkLine) text() string {
	var parts []string
	for _, p := range l.pieces {
		parts = append(parts, p.text)
	}
	return strings.Join(parts, "\t")
}

func runsOf(lines []inkLine) []pdfRun {
	var runs []pdfRun
	for _, l := range lines {
		runs = append(runs, l.runs...)
	}
	return runs
}

// piecesOf joins the words of a line, unless there is a wide gap, a border, or another reason to part them.
func (l inkLine) piecesOf(rules []pdf.Rule, apart func(r, w pdfRun) bool) []pdfRun {
	var out []pdfRun
	for _, w := range l.words {
		if n := len(out); n > 0 && (w.single || w.x0-out[n-1].x1 <= pieceGap*w.size || goesOnRange(out[n-1], w)) &&
			!ruleBetween(rules, out[n-1].x1, w.x0, w.y+w.size/4) && !apart(out[n-1], w) {
			out[n-1].append(w)
			continue
		}
		out = append(out, w)
	}
	for i, r := range out {
		out[i].timed = maybeTime(r.text) && startsSlot.MatchString(r.text)
	}
	return out
}

// maybeTime says quickly that most texts begin with no time.
func maybeTime(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r) || r == '*' || r == ' '
}

// append adds a word to a piece.
func (r *pdfRun) append(w pdfRun) {
	if w.spaced || w.x0-r.x1 > wordGap*w.size || strings.HasSuffix(r.text, " ") {
		if r.word == 0 {
			r.word = r.x1 - r.x0
		}
		r.text = strings.TrimRight(r.text, " ") + " "
	}
	r.text += w.text
	r.x1, r.ink = math.Max(r.x1, w.x1), math.Max(r.ink, w.ink)
	r.size, r.bold = math.Max(r.size, w.size), r.bold && w.bold
}

// goesOnRange says that a word is the end of a range of times, set apart: "9.00 -   10.00".
func goesOnRange(r, w pdfRun) bool {
	return w.x0-r.x1 < 3*w.size && maybeTime(r.text) && len(r.text) < longestTime && (openRange(r.text) && startsTime.MatchString(w.text) || startsTime.MatchString(r.text) && dashes.MatchString(w.text))
}

// words parts a run at its spaces.
func (r pdfRun) words() []pdfRun {
	var out []pdfRun
	from, x, single := 0, r.x0, false
	for _, s := range append(slices.Clip(r.spaces), wordSpace{from: r.ink, at: len(r.text)}) {
		if text := strings.TrimSpace(r.text[from:s.at]); text != "" {
			out = append(out, pdfRun{x0: x, x1: s.from, ink: s.from, y: r.y, size: r.size, text: text, bold: r.bold, spaced: from > 0, single: single})
		}
		from, x, single = s.at, s.to, s.single
	}
	if n := len(out); n > 0 && strings.HasSuffix(r.text, " ") { // in Thai the end of a line says nothing else about one
		out[n-1].text += " "
	}
	return out
}
