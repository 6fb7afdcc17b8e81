package thai

import (
	"strings"
	"unicode/utf8"
)

const (
	opening = "([{“‘«‹"
	closing = ")]}”’»›,.;:!?%‰°…၊။ฯๆ"
	hyphens = "-‐–—/"
)

// piece is one word of the text with what a line breaker asks of it.
type piece struct {
	text        string
	class       class
	first, last rune
}

// Breaks returns the byte offsets, ascending and inside s, before which a line may
// end: after spaces, between Thai words, and after a hyphen or slash between
// letters. No line begins with a space, a closing mark, ๆ or ฯ, or the unit of a
// number (% or น.), and none ends with an opening mark or a no-break space.
func (g *Segmenter) Breaks(s string) []int {
	var offsets []int
	var before, prev piece
	at := 0
	for _, word := range g.Words(s) {
		next := newPiece(word)
		if at > 0 && mayBreak(before, prev, next) {
			offsets = append(offsets, at)
		}
		before, prev = prev, next
		at += len(word)
	}
	return offsets
}

func newPiece(word string) piece {
	_, c := scanRun(word)
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	return piece{word, c, first, last}
}

// mayBreak decides about the place between prev and next; before is what stands
// in front of prev.
func mayBreak(before, prev, next piece) bool {
	switch {
	case next.class == space, next.class == newline, closes(next), isMark(next.first):
		return false
	case prev.class == newline:
		return true
	case opens(prev):
		return false
	case prev.class == space:
		return !isNoBreakSpace(prev.last) && !opens(before) && !(before.class == digits && next.text == "น.")
	case strings.ContainsRune(hyphens, prev.last):
		return isText(before) && isText(next)
	}
	return meetsThai(prev, next)
}

// opens: p may not end a line, nor may the space after it.
func opens(p piece) bool { return p.text != "" && strings.ContainsRune(opening, p.last) }

// closes: p may not begin a line. ฯลฯ and ฯพณฯ are words and may.
func closes(p piece) bool {
	return strings.ContainsRune(closing, p.first) && p.text != "ฯลฯ" && p.text != "ฯพณฯ"
}

func isNoBreakSpace(r rune) bool { return r == '\u00A0' || r == '\u202F' }

func isText(p piece) bool {
	return p.class == thaiText || p.class == letters || p.class == myanmar
}

// meetsThai: a boundary of a Thai word, with another word or with a bracket.
// Numbers stay with the Thai word that they touch.
func meetsThai(prev, next piece) bool {
	switch {
	case prev.class == thaiText && prev.last != '.':
		return isText(next) || strings.ContainsRune(opening, next.first)
	case next.class == thaiText:
		return isText(prev) || strings.ContainsRune(closing, prev.last) && prev.last != '.'
	}
	return false
}
