package thai

import "strings"

// Arabic writes the Thai digits ๐-๙ in s as 0-9.
func Arabic(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '๐' && r <= '๙' {
			return r - '๐' + '0'
		}
		return r
	}, s)
}
