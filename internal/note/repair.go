package note

import (
	"regexp"
	"strings"
)

var (
	doubleMark  = regexp.MustCompile(`(\d)(?:\.:|:\.|::)(\d\d)`)                                                              // "9.:15"
	brokenEnd   = regexp.MustCompile(`([-–]\s?\d{1,2}:\d) (\d)(\s|$)`)                                                        // "16:00-18:0 0 Review"
	gluedBefore = regexp.MustCompile(`(\p{L})(\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2})`)                                   // "4 Nov13.00-13.10"
	gluedAfter  = regexp.MustCompile(`(\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2})(\p{Lu}\p{Ll})`)                            // "13.00-13.10Report"
	spacedDate  = regexp.MustCompile(`(\d{1,2}) ?/ ?(\d{1,2}) ?/ ?(\d{4})`)                                                   // "18 – 20 / 09 / 2026"
	timeOfRange = regexp.MustCompile(`(^|\| ?)(\d{1,2}[.:]\d{2}) ?([-–]) ?(\d{2})(\d{2})( |$)`)                               // "10.00 - 1015"
	dayThenTime = regexp.MustCompile(`^(?:[-*•] ?)?(\d{1,2}/\d{1,2})\s*[-–:]\s*(\d{1,2}(?:[:.]\d{2}|[hg]\d{0,2})(?:\D|$).*)`) // "23/07 – 7h30: Opening"
)

// repairTimes puts right what copying and typing do to times: marks typed twice, spaces lost or added.
func repairTimes(s string) string {
	if len(s) > longLine || strings.IndexFunc(s, isDigit) < 0 {
		return s
	}
	s = doubleMark.ReplaceAllString(s, "$1:$2")
	s = brokenEnd.ReplaceAllString(s, "$1$2$3")
	s = gluedBefore.ReplaceAllString(s, "$1 $2")
	s = gluedAfter.ReplaceAllString(s, "$1 $2")
	s = spacedDate.ReplaceAllString(s, "$1/$2/$3")
	return timeOfRange.ReplaceAllString(s, "$1$2 $3 $4.$5$6")
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
