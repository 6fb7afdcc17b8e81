package note

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	doubleMark  = regexp.MustCompile(`(\d)(?:\.:|:\.|::)(\d\d)`)                                   // "9.:15"
	brokenEnd   = regexp.MustCompile(`([-–]\s?\d{1,2}:\d) (\d)(\s|$)`)                             // "16:00-18:0 0 Review"
	gluedBefore = regexp.MustCompile(`(\p{L})(\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2})`)        // "4 Nov13.00-13.10"
	gluedAfter  = regexp.MustCompile(`(\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2})(\p{Lu}\p{Ll})`) // "13.00-13.10Report"
	spacedDate  = regexp.MustCompile(`(\d{1,2}) ?/ ?(\d{1,2}) ?/ ?(\d{4})`)                        // "18 – 20 / 09 / 2026"
	timeOfRange = regexp.MustCompile(`(^|\| ?)(\d{1,2}[.:]\d{2}) ?([-–]) ?(\d{2})(\d{2})( |$)`)    // "10.00 - 1015"
	oneDigit    = regexp.MustCompile(`:\d \d(?:\s|$)`)
	fourDigits  = regexp.MustCompile(`[-–] ?\d{4}(?: |$)`)
	dayThenTime = regexp.MustCompile(`^(?:[-*•] ?)?(\d{1,2}/\d{1,2})\s*[-–:]\s*(\d{1,2}(?:[:.]\d{2}|[hg]\d{0,2})(?:\D|$).*)`) // "23/07 – 7h30: Opening"
)

// repairTimes puts right what copying and typing do to times: marks typed twice, spaces lost or added.
func repairTimes(s string) string {
	if len(s) > longLine || strings.IndexFunc(s, isDigit) < 0 {
		return s
	}
	if strings.Contains(s, ".:") || strings.Contains(s, ":.") || strings.Contains(s, "::") {
		s = doubleMark.ReplaceAllString(s, "$1:$2")
	}
	if strings.Contains(s, " /") || strings.Contains(s, "/ ") {
		s = spacedDate.ReplaceAllString(s, "$1/$2/$3")
	}
	if !strings.ContainsAny(s, "-–") {
		return s
	}
	if oneDigit.MatchString(s) {
		s = brokenEnd.ReplaceAllString(s, "$1$2$3")
	}
	if gluesLetters(s) {
		s = gluedBefore.ReplaceAllString(s, "$1 $2")
		s = gluedAfter.ReplaceAllString(s, "$1 $2")
	}
	if fourDigits.MatchString(s) {
		s = timeOfRange.ReplaceAllString(s, "$1$2 $3 $4.$5$6")
	}
	return s
}

// gluesLetters says that a letter stands beside a digit.
func gluesLetters(s string) bool {
	before := ' '
	for _, r := range s {
		if isDigit(r) && unicode.IsLetter(before) || isDigit(before) && unicode.IsUpper(r) {
			return true
		}
		before = r
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
