package note

import (
	"strings"
	"unicode"
)

// entry is one paragraph or list item of a section.
type entry struct {
	text   string
	listed bool // set as a bullet or a number
	line   int
}

// readSections reads objective, expected output, languages and venue.
func readSections(n *Note, doc document) {
	contents := gather(doc)
	n.Objective, n.SubObjectives = objectives(contents[secObjective])
	n.ExpectedOutput = output(contents, doc)
	readGoal(n, contents, doc)
	for _, e := range contents[secDate] {
		if _, place := cutRoom(e.text); n.Venue == "" {
			n.Venue = cleanVenue(place) // "Dates: 17-19 February Location: Hall 2"
		}
	}
	n.Background = paragraphs(contents[secBackground])
	readOrganisers(n, contents, doc)
	n.Languages = languages(contents[secLanguage], doc)
	if venue := contents[secVenue]; len(venue) > 0 {
		n.Venue = venueWithoutDate(venue[0].text)
	}
}

// venueWithoutDate reads the place from "Date and venue: 23 September 2014, Hotel X" too.
func venueWithoutDate(s string) string {
	if spans := findDates(s); len(spans) > 0 {
		if _, place, ok := strings.Cut(s[spans[len(spans)-1].to:], "ณ "); ok {
			return cleanVenue(place)
		}
		s = s[:spans[0].from] + s[spans[len(spans)-1].to:]
	}
	for i, part := range splitOutside(s, ".;|") {
		if label := strings.ToLower(strings.Trim(part, " :,")); i > 0 && sectionOf[label] != noSection {
			s = s[:strings.Index(s, part)-1]
			break
		}
	}
	return cleanVenue(s)
}

// gather collects the text of every section outside the programme.
func gather(doc document) map[section][]entry {
	contents := make(map[section][]entry)
	current, item := noSection, false
	for _, tok := range doc.tokens {
		switch tok.kind {
		case tokSection:
			if item && tok.section == secVenue {
				continue
			}
			current, item = tok.section, false
			if tok.text != "" {
				contents[current] = append(contents[current], entry{text: tok.text, line: tok.line.no})
				if current == secVenue || current == secLanguage || current == secTitle || current == secDate {
					current = noSection
				}
			}
		case tokSlot:
			current, item = noSection, true
		case tokColumns:
			current = noSection
		case tokBlank:
			item = false
		case tokText:
			if current == secObjective || current == secOutput {
				tok = withoutOutline(tok)
			}
			if current != noSection {
				contents[current] = addEntry(contents[current], tok)
			}
		}
	}
	return contents
}

// withoutOutline takes "2.1 To share the findings" for a line of a list.
func withoutOutline(tok token) token {
	end := outlineEnd(tok.text)
	rest := strings.TrimLeft(tok.text[end:], ". ")
	if strings.IndexByte(tok.text[:end], '.') > 0 && end < 8 && unicode.IsLetter(firstRune(rest)) && tok.line.bullet == "" {
		tok.text, tok.line.bullet = rest, "-"
	}
	return tok
}

// addEntry adds a text to a section; a line that goes on with the one before is joined to it.
func addEntry(list []entry, tok token) []entry {
	if n := len(list); n > 0 && len(list[n-1].text) < longestJoined && tok.line.bullet == "" && tok.line.no == list[n-1].line+1 && (tok.line.indent && list[n-1].listed || continues(list[n-1].text, tok.text) && !isThai(firstRune(tok.text))) {
		list[n-1].text += " " + tok.text
		list[n-1].line = tok.line.no
		return list
	}
	text, listed := tok.text, tok.line.bullet != ""
	if mark, rest := cutBullet(text); mark != "" {
		text, listed = rest, true
	}
	return append(list, entry{text: text, listed: listed, line: tok.line.no})
}

// objectives separates the main objective from the list under it. Lines that all say "to …" are a list too.
func objectives(entries []entry) (main string, list []string) {
	purposes := 0
	for _, e := range entries {
		if startsPurpose(e.text) {
			purposes++
		}
	}
	for _, e := range entries {
		switch {
		case outputSentence(e.text) != "":
		case strings.HasSuffix(e.text, ":"):
			if at := strings.LastIndex(e.text, ". "); at > 0 && main == "" {
				main = e.text[:at+1] // "The aim is … . Specifically, we will:"
			}
		case e.listed || purposes > 1 && startsPurpose(e.text):
			list = append(list, trimListed(e.text))
		case main == "" && len(list) == 0:
			main = e.text
		}
	}
	return main, list
}

// trimListed removes what only joins the lines of a list: "…; and", "…;".
func trimListed(s string) string {
	for _, w := range []string{"; and", "; or", "; dan", "; và", "; y", "; et", " และ", ";", ","} {
		s = strings.TrimSpace(strings.TrimSuffix(s, w))
	}
	return s
}

func startsPurpose(s string) bool {
	for _, w := range []string{"to ", "เพื่อ", "untuk ", "đ\u1ec3 ", "nhằm ", "mengetahui ", "pour "} {
		if _, ok := cutPrefixFold(s, w); ok {
			return true
		}
	}
	return false
}

// outputPhrases open the sentence that names the expected output.
var outputPhrases = []string{"expected output", "expected outcome", "expected result", "ผลที่คาดว่าจะได้รับ", "ผลผลิตที่คาดหวัง", "keluaran yang diharapkan", "hasil yang diharapkan", "kết quả mong đợi", "resultado esperado", "producto esperado", "résultat attendu"}

var outputVerbs = []string{" are ", " is ", " will be ", "คือ", "ได้แก่", " adalah ", " là ", " es ", " son ", " est ", " sont ", ": "}

// outputSentence reads "The expected output is the …" and gives what follows, without article and full stop.
func outputSentence(s string) string {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return ""
	}
	for _, phrase := range outputPhrases {
		at := strings.Index(low, phrase)
		if at < 0 {
			continue
		}
		from := at + len(phrase)
		best, end := len(s), -1
		for _, verb := range outputVerbs {
			if v := strings.Index(low[from:min(len(low), from+80)], verb); v >= 0 && v < best {
				best, end = v, from+v+len(verb)
			}
		}
		if end >= 0 {
			return cleanOutput(firstSentence(s[end:]))
		}
	}
	return ""
}

func firstSentence(s string) string {
	if at := strings.Index(s, ". "); at > 0 {
		return s[:at]
	}
	return s
}

func cleanOutput(s string) string {
	s = strings.TrimRight(strings.TrimSpace(s), " .;")
	for _, article := range []string{"the ", "a ", "an "} {
		if rest, ok := cutPrefixFold(s, article); ok {
			return rest
		}
	}
	return s
}

// withoutCopula drops the verb that joined the words to their heading.
func withoutCopula(s string) string {
	for _, verb := range []string{"คือ", "ได้แก่"} {
		if rest, ok := strings.CutPrefix(s, verb); ok {
			return strings.TrimLeft(rest, " :")
		}
	}
	return s
}

// output takes the section of that name, else the sentence that says so anywhere outside the programme.
func output(contents map[section][]entry, doc document) string {
	var listed []string
	for _, e := range contents[secOutput] {
		text := firstOf(outputSentence(e.text), withoutCopula(e.text))
		if !strings.HasSuffix(text, ":") {
			listed = append(listed, strings.TrimRight(text, " .;"))
		}
	}
	if len(listed) > 0 {
		return strings.Join(listed, "; ")
	}
	for _, tok := range doc.tokens {
		if tok.kind == tokText {
			if found := outputSentence(tok.text); found != "" {
				return found
			}
		}
	}
	return ""
}
