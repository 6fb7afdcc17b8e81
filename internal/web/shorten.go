package web

import (
	"maps"
	"strings"

	"sala.example/internal/workshop"
)

// shorten cuts what a note says to the number of characters that a workshop
// takes: at the end of a sentence or line, else of a word, and with "…" for
// the rest, which the organiser has in the note. No note is refused for its
// length.
func shorten(text string, most int) string {
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	kept := string(letters[:most-2])
	for _, end := range []string{"\n", ". ", " "} {
		if at := strings.LastIndex(kept, end); at > len(kept)/2 {
			kept = kept[:at+len(strings.TrimRight(end, " \n"))]
			break
		}
	}
	return strings.TrimSpace(kept) + " …"
}

// line is a text that is to be read in one go: a title, a place, a name.
func line(lang, text string) workshop.Text {
	return say(lang, shorten(text, workshop.LongestLine))
}

// passage is a text of some paragraphs.
func passage(lang, text string) workshop.Text {
	return say(lang, shorten(text, workshop.LongestPassage))
}

// lines is a line in every language that the source gives.
func lines(lang, text string, all map[string]string) workshop.Text {
	if len(all) == 0 {
		return line(lang, text)
	}
	short := workshop.Text(maps.Clone(all))
	for l, words := range short {
		short[l] = shorten(words, workshop.LongestLine)
	}
	return short
}
