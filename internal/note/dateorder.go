package note

import (
	"fmt"
	"regexp"
	"slices"
	"time"
)

// slashed is a date in numbers with slashes.
var slashed = regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`)

// monthsFirstAsISO writes the dates of a note as 2026-06-23 when it has the month first, as in the United States: then "6/7/2026" would be
// read as another day. Other notes stay as they are.
func monthsFirstAsISO(text string) string {
	found := slashed.FindAllStringSubmatch(cutRunes(text, 200_000), 400)
	if len(found) < 2 || !writesMonthsFirst(found) {
		return text
	}
	return slashed.ReplaceAllStringFunc(text, func(s string) string {
		m := slashed.FindStringSubmatch(s)
		month, day := numberIn(m[1]), numberIn(m[2])
		if month > 12 || month == 0 || day == 0 || day > 31 {
			return s
		}
		return fmt.Sprintf("%s-%02d-%02d", m[3], month, day)
	})
}

// writesMonthsFirst judges all the dates of a note together: a second number above 12 says so, a first one above 12 the contrary; else
// the reading in which they lie within ten days, if they are months apart in the other.
func writesMonthsFirst(found [][]string) bool {
	var dayFirst, monthFirst []time.Time
	seconds := 0
	for _, m := range found {
		a, b, year := numberIn(m[1]), numberIn(m[2]), numberIn(m[3])
		switch {
		case a > 12 || a == 0 || b == 0 || b > 31:
			return false
		case b > 12:
			seconds++
			continue
		}
		dayFirst = append(dayFirst, date{year, b, a}.time())
		monthFirst = append(monthFirst, date{year, a, b}.time())
	}
	if seconds > 0 {
		return true
	}
	return spread(monthFirst) <= 10*24*time.Hour && spread(dayFirst) > 25*24*time.Hour
}

func spread(days []time.Time) time.Duration {
	if len(days) == 0 {
		return 0
	}
	return slices.MaxFunc(days, time.Time.Compare).Sub(slices.MinFunc(days, time.Time.Compare))
}
