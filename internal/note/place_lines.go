package note

import (
	"strings"
	"unicode"
)

// placeLine reads the place from a line of the head of its own that stands neither beside nor below the date: "Town, Country", or a
// building above its address.
func placeLine(n *Note, doc document) string {
	city := ""
	for i, tok := range doc.tokens {
		if tok.kind == tokSlot || tok.kind == tokColumns {
			break
		}
		if tok.kind != tokText || tok.line.bullet != "" || isTitleLine(n, tok.text) {
			continue
		}
		if isPlaceName(tok.text) && aboveAddress(doc, i) {
			return cleanVenue(tok.text)
		}
		if city == "" && isCityLine(tok.text) {
			city = cleanVenue(tok.text)
		}
	}
	return city
}

// isTitleLine says that a line of the head is the title, a part of it, or the title with the kind of paper but without a place.
func isTitleLine(n *Note, s string) bool {
	before, after, holds := strings.Cut(s, n.Title)
	return n.Title != "" && (strings.Contains(n.Title, s) || holds && len(before+after) < 40 && !strings.Contains(before+after, ","))
}

// isPlaceName recognises a short line with a word for a building, of which nearly every word is a name.
func isPlaceName(s string) bool {
	words := withoutLinks(strings.Fields(s))
	return len(words) > 1 && len(words) <= 9 && isPlace(s) && unicode.IsUpper(firstRune(s)) && labelEnd(s) < 0 && lastRune(s) != '.' && capitals(words) == len(words) && !namesEvent(s) && !saysOrganiser(s)
}

// aboveAddress says that the text at token i stands above the number or the code of a street.
func aboveAddress(doc document, i int) bool {
	if i+1 >= len(doc.tokens) {
		return false
	}
	next := doc.tokens[i+1]
	return next.kind == tokText && len(next.text) < 120 && isAddress(next.text)
}

// streetWords stand in addresses.
var streetWords = wordSet(`street road avenue boulevard lane square rue boulevard calle avenida jalan jl đường phố soi thanon via plaza drive strasse`)

// isAddress recognises "12 Example Street" and "Example Road 12, 10200 Town".
func isAddress(s string) bool {
	digits, street := false, false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' }) {
		digits = digits || startsDigit(w)
		street = street || streetWords[strings.ToLower(strings.Trim(w, "."))]
	}
	return digits && street && !startsTime(s)
}

// isCityLine recognises "Town, Country" and "Hotel, Town, Country": names between commas, of which the last is a country.
func isCityLine(s string) bool {
	parts := strings.Split(s, ",")
	if len(parts) < 2 || len(parts) > 4 || len(s) > 90 {
		return false
	}
	if !isCountry(parts[len(parts)-1]) {
		return false
	}
	for _, p := range parts {
		words := withoutLinks(strings.Fields(p))
		if len(words) == 0 || len(words) > 4 || capitals(words) < len(words) || startsDigit(strings.TrimSpace(p)) || isBodyWord(words[0]) {
			return false
		}
	}
	return true
}

// afterHours is the place behind a date and its hours on one line: ", 13:00-16:30, Example Hall, Example University".
func afterHours(s string) string {
	rest := strings.TrimLeft(s, " ,)|–—-•")
	if len(rest) == len(s) {
		return ""
	}
	if _, next, ok := scanSlot(rest, skipOpeners(rest, 0)); ok {
		rest = strings.TrimLeft(rest[next:], " ,)|–—-•")
	}
	if place := cleanVenue(rest); isPlaceName(place) && mayBePlace(place) {
		return place
	}
	return ""
}
