package note

import "strings"

// scanDuration reads "(30 min)", "30'", "(1.5 h)" or "– 45 minutes" right after a lone start.
func scanDuration(s string, i int) (minutes, next int) {
	at := skipSpace(s, i, 3)
	if at < len(s) && s[at] == '(' {
		at++
	}
	m, after := readDuration(s, at)
	if m == 0 {
		return 0, i
	}
	if after < len(s) && s[after] == ')' {
		after++
	}
	return m, after
}

// durationUnits maps a unit to its minutes. Longer words come first.
var durationUnits = []struct {
	text    string
	minutes int
}{
	{"minutes", 1},
	{"minute", 1},
	{"minutos", 1},
	{"minutter", 1},
	{"menit", 1},
	{"phút", 1},
	{"นาที", 1},
	{"mins", 1},
	{"min.", 1},
	{"min", 1},
	{"mn", 1},
	{"'", 1},
	{"’", 1},
	{"′", 1},
	{"hours", 60},
	{"hour", 60},
	{"ชั่วโมง", 60},
	{"ชม.", 60},
	{"jam", 60},
	{"tiếng", 60},
	{"horas", 60},
	{"hora", 60},
	{"heures", 60},
	{"heure", 60},
	{"hrs", 60},
	{"hr", 60},
	{"h", 60},
	{"m", 1},
}

// readDuration reads "30 min", "1.5 h", "๒ ชั่วโมง": at most twelve hours.
func readDuration(s string, i int) (minutes, next int) {
	whole, digits, at := readNumber(s, i)
	if digits == 0 || digits > 3 {
		return 0, i
	}
	tenths := 0
	if at < len(s) && (s[at] == '.' || s[at] == ',') {
		if value, n, end := readNumber(s, at+1); n == 1 {
			tenths, at = value, end
		}
	}
	at = skipSpace(s, at, 1)
	for _, u := range durationUnits {
		if end, ok := wordAt(s, at, u.text); ok {
			total := (whole*10 + tenths) * u.minutes / 10
			if u.minutes == 60 && tenths == 0 {
				more, after := minutesAfterHours(s, end)
				total, end = total+more, after
			}
			if total <= 0 || total > 12*60 {
				return 0, i
			}
			return total, end
		}
	}
	return 0, i
}

// minutesAfterHours reads the "30 min" of "1 h 30 min".
func minutesAfterHours(s string, i int) (minutes, next int) {
	value, digits, at := readNumber(s, skipSpace(s, i, 1))
	if digits == 0 || digits > 2 || value > 59 {
		return 0, i
	}
	at = skipSpace(s, at, 1)
	for _, u := range durationUnits {
		if end, ok := wordAt(s, at, u.text); ok && u.minutes == 1 {
			return value, end
		}
	}
	return 0, i
}

// wholeDuration reads a text that is a length and nothing else: "30m", "1 h 30 min"; 0 for any other.
func wholeDuration(s string) int {
	m, end := readDuration(s, 0)
	if end != len(s) {
		return 0
	}
	return m
}

// eachWords say that a length holds for every speaker or group, not for the item.
var eachWords = []string{"each", "per ", "ต่อ", "คนละ", "กลุ่มละ", "masing", "mỗi", "cada", "chacun", "par "}

// trailingDuration reads the length in brackets, or after a dash or comma, that ends a title: "Small groups (1 hour)",
// "Reports (5 min each, 30 min)". head is the title without it; minutes is 0 when there is none.
func trailingDuration(s string) (head string, minutes int) {
	if before, after, ok := strings.Cut(s, "): "); ok {
		if head, minutes := trailingDuration(before + ")"); minutes > 0 {
			return head + ": " + after, minutes // "Lecture 1 (2 hours): Title"
		}
	}
	t := strings.TrimRight(s, " .")
	open := strings.LastIndexByte(t, '(')
	if !strings.HasSuffix(t, ")") || open <= 0 {
		return s, 0
	}
	inner := strings.TrimSpace(t[open+1 : len(t)-1])
	if comma := strings.LastIndexByte(inner, ','); comma >= 0 {
		if first, _ := readDuration(inner, 0); first == 0 {
			return s, 0 // "(2018, 124 min)" is a film
		}
		inner = strings.TrimSpace(inner[comma+1:])
	}
	m, end := readDuration(inner, 0)
	if m == 0 || end != len(inner) || beginsWithAny(inner, eachWords) {
		return s, 0
	}
	return trimTail(t[:open]), m
}
