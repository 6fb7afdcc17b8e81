package web

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sala.example/internal/locale"
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

// shortened is a field of the draft that holds the beginning of what the note
// says.
type shortened struct {
	Path string `json:"path"` // in the draft, such as "items.3.title.en"
	Most int    `json:"most"` // characters that the field takes
}

// fit shortens each text of the draft that is longer than a workshop takes,
// and says which these are.
func (d *Draft) fit() []shortened {
	cut := []shortened{}
	fit := func(path string, text workshop.Text, most int) {
		for _, lang := range slices.Sorted(maps.Keys(text)) {
			if short := shorten(text[lang], most); short != text[lang] {
				text[lang] = short
				cut = append(cut, shortened{Path: path + "." + lang, Most: most})
			}
		}
	}
	fitEach := func(path string, texts []workshop.Text, most int) {
		for i, text := range texts {
			fit(fmt.Sprintf("%s.%d", path, i), text, most)
		}
	}
	fit("title", d.Title, workshop.LongestLine)
	fit("place", d.Place, workshop.LongestLine)
	fitEach("organisers", d.Organisers, workshop.LongestLine)
	fitEach("partners", d.Partners, workshop.LongestLine)
	fit("background", d.Background, workshop.LongestBackground)
	fit("objective", d.Objective, workshop.LongestPassage)
	fitEach("subObjectives", d.SubObjectives, workshop.LongestPassage)
	fit("expectedOutput", d.ExpectedOutput, workshop.LongestPassage)
	for i, item := range d.Items {
		fit(fmt.Sprintf("items.%d.title", i), item.Title, workshop.LongestLine)
		for j, sub := range item.SubItems {
			fit(fmt.Sprintf("items.%d.subItems.%d.title", i, j), sub.Title, workshop.LongestLine)
		}
	}
	return cut
}

// shortenedWarning is the doubt about texts that were cut.
func shortenedWarning(lang string) warning {
	say := func(lang string) string { return locale.Say(lang, "review.shortened-note") }
	return warning{Code: "shortened", Message: say(lang), Messages: inEveryLanguage(say)}
}
