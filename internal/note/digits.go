package note

import (
	"strconv"
	"unicode/utf8"
)

// digitAt reads one decimal digit in Western, Thai, Lao, Khmer, Myanmar or full-width writing.
func digitAt(s string, i int) (value, size int) {
	if i >= len(s) {
		return 0, 0
	}
	if b := s[i]; b < utf8.RuneSelf {
		if b >= '0' && b <= '9' {
			return int(b - '0'), 1
		}
		return 0, 0
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	for _, zero := range [...]rune{'๐', '໐', '០', '၀', '０'} {
		if r >= zero && r <= zero+9 {
			return int(r - zero), size
		}
	}
	return 0, 0
}

// readNumber reads a run of digits at i: its value (of the first nine digits), how many digits, and the place after it.
func readNumber(s string, i int) (value, digits, next int) {
	for {
		d, size := digitAt(s, i)
		if size == 0 {
			return value, digits, i
		}
		if digits < 9 {
			value = value*10 + d
		}
		digits++
		i += size
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
