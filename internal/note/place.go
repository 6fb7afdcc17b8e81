package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mayBePlace refuses what stands beside a date and is no place: a sentence, a session, a theme, an hour, a piece of another line.
func mayBePlace(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || labelRole(s) != roleNone || saysOrganiser(s) || isPaper(s) || isPublished(s) || opensWithWeekday(s) || isOutlined(s) || describes(s) || kindOf(s, false) == KindBreak {
		return false
	}
	if !isPlace(s) && len(words) <= 4 && surelyNamed(s) {
		return false // who speaks first
	}
	if first := strings.ToLower(words[0]); paperLeads[first] && !isPlace(s) {
		return false
	}
	if session, _ := sessionHeading(s); session || len(words) > 5 && holdsTime(s) || strings.Contains(s, ". ") && !isPlace(s) {
		return false
	}
	if saysThai(s) {
		return false
	}
	if strings.IndexFunc(s, isThai) >= 0 || isPlace(s) && !(len(words) > 10 && saysIs(strings.ToLower(s))) {
		return true
	}
	if len(words) > 14 || saysIs(strings.ToLower(s)) || unicode.IsLower(firstRune(s)) && !opensPlace(s) {
		return false
	}
	if len(words) >= 3 && strings.ToUpper(s) == s && !strings.Contains(s, ",") {
		return false // the theme of the day
	}
	named := kindOf(s, false) != KindOther || namesEvent(s)
	return !named && 2*capitals(words) >= len(withoutLinks(words))
}

// saysThai recognises a Thai sentence that tells the reader something.
func saysThai(s string) bool {
	for _, w := range []string{"สามารถ", "ผู้สนใจ", "ขอเชิญ", "ได้ที่", "คลิก"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// opensPlace recognises the article before a place: "l’auditorium", "la Casa".
func opensPlace(s string) bool {
	rest := cutArticle(s)
	return len(rest) < len(s) && unicode.IsUpper(firstRune(rest))
}

// capitals counts the words of a text that begin with a capital.
func capitals(words []string) int {
	n := 0
	for _, w := range words {
		bare := strings.TrimLeftFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if r := firstRune(bare); unicode.IsUpper(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// withoutLinks leaves out the small words that only join others.
func withoutLinks(words []string) []string {
	var kept []string
	for _, w := range words {
		if !linkWords[w] {
			kept = append(kept, w)
		}
	}
	return kept
}

// holdsTime says that a time stands somewhere in a text.
func holdsTime(s string) bool {
	for i := 0; i < len(s); {
		if sl, next, ok := slotAt(s, i); ok && sl.sure() {
			return true
		} else if ok {
			i = next
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return false
}
