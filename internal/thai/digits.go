package thai

import "strings"

// Arabic writes the Thai digits ๐-๙ in s as 0-9.
func Arabic(s string) string { return shiftDigits(s, '๐', '0') }

// ThaiDigits writes the digits 0-9 in s as ๐-๙.
func ThaiDigits(s string) string { return shiftDigits(s, '0', '๐') }

func shiftDigits(s string, from, to rune) string {
	return strings.Map(func(r rune) rune {
		if r >= from && r <= from+9 {
			return r - from + to
		}
		return r
	}, s)
}
