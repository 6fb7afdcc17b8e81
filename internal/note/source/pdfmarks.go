package source

import (
	"strings"

	"sala.example/internal/note/source/pdf"
)

// Fonts have marks of several heights for tall and for low letters; some writers, "Microsoft Print to PDF" among them, state the
// letter of one height only. The same glyph is the same mark all over the file: the words around it tell which.
const (
	firstMark = 0xF0000 // runes of private use stand for the glyphs until the text is whole
	mostMarks = 500     // different glyphs
	markTries = 40      // places of each that are looked at
	marks     = "่้๊๋์็ัิีึืุูํ"
)

// markOf gives a rune for a glyph without a letter, and without width as a mark is; else the text that it has.
func markOf(g pdf.Glyph) string {
	if g.Unread == 0 || g.Unread > mostMarks || g.Text != unreadable || g.Width > 0.05*g.Size {
		return g.Text
	}
	return string(rune(firstMark + g.Unread))
}

func isUnreadMark(r rune) bool { return r >= firstMark && r <= firstMark+mostMarks }

// mendMarks puts a mark for each rune that stands for one, and says how many there were. What no word explains is U+FFFD.
func mendMarks(text string) (mended string, count int) {
	if strings.IndexFunc(text, isUnreadMark) < 0 {
		return text, 0
	}
	runes := []rune(text)
	places := map[rune][]int{}
	for i, r := range runes {
		if isUnreadMark(r) && len(places[r]) < markTries {
			places[r] = append(places[r], i)
		}
	}
	w := words{known: map[string]bool{}}
	found := map[rune]rune{}
	for r, at := range places {
		found[r] = w.markAt(runes, r, at)
	}
	for i, r := range runes {
		if isUnreadMark(r) {
			runes[i] = found[r]
			if found[r] != '\uFFFD' {
				count++
			}
		}
	}
	return strings.ReplaceAll(string(runes), "ํา", "ำ"), count
}

// markAt chooses the mark that makes the cheapest words at the places; it has to make words, not only fewer letters.
func (w *words) markAt(runes []rune, unread rune, at []int) rune {
	best, least := '\uFFFD', 0
	for i, try := range append([]rune{'\uFFFD'}, []rune(marks)...) {
		cost := 0
		for _, place := range at {
			cost += w.cost(wordAround(runes, place, unread, try))
		}
		if i == 0 || cost < least {
			best, least = try, cost
		}
	}
	return best
}

// wordAround gives the Thai letters around a place with a mark tried; marks not yet known are left out, and with U+FFFD the place
// itself is.
func wordAround(runes []rune, place int, unread, try rune) []rune {
	const reach = 14
	from, to := place, place+1
	for from > 0 && place-from < reach && (isThaiLetter(runes[from-1]) || isUnreadMark(runes[from-1])) {
		from--
	}
	for to < len(runes) && to-place < reach && (isThaiLetter(runes[to]) || isUnreadMark(runes[to])) {
		to++
	}
	var out []rune
	for _, r := range runes[from:to] {
		switch {
		case r == unread && try != '\uFFFD':
			out = append(out, try)
		case !isUnreadMark(r):
			out = append(out, r)
		}
	}
	return []rune(strings.ReplaceAll(string(out), "ํา", "ำ"))
}
