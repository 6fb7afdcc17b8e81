package thai

import (
	"unicode"
	"unicode/utf8"
)

// class is what a run of text is made of. Only thaiText is cut further.
type class uint8

const (
	other class = iota
	thaiText
	digits
	letters
	myanmar
	space
	newline
)

// scanRun measures the run that begins at s[0] (s is not empty). Combining marks
// and Thai following vowels stay with what they follow, so no run begins inside a
// cluster.
func scanRun(s string) (end int, c class) {
	first, size := utf8.DecodeRuneInString(s)
	c, end = classOf(first), size
	prev := first
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		following, _ := utf8.DecodeRuneInString(s[end+size:])
		if !joins(c, prev, r, following) {
			break
		}
		prev, end = r, end+size
	}
	return end, c
}

// joins tells whether r continues a run of class c that ends in prev.
func joins(c class, prev, r, following rune) bool {
	if isMark(r) || isFollowingVowel(r) && !unicode.IsSpace(prev) {
		return c != newline
	}
	switch rc := classOf(r); c {
	case thaiText:
		return rc == thaiText || r == '.' && prev != '.' && following != '.'
	case digits:
		return rc == digits || (r == '.' || r == ',' || r == ':') && classOf(following) == digits
	case letters:
		return rc == letters || rc == digits || (r == '\'' || r == '’') && classOf(following) == letters
	case newline:
		return prev == '\r' && r == '\n'
	case other:
		return r == prev
	default:
		return rc == c
	}
}

func classOf(r rune) class {
	switch {
	case r >= '0' && r <= '9', r >= '๐' && r <= '๙', r >= '၀' && r <= '၉':
		return digits
	case r >= 'ก' && r <= 'ฺ', r >= saraE && r <= '๎':
		return thaiText
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return letters
	case r == '\n', r == '\r', r == '\u2028', r == '\u2029':
		return newline
	case unicode.IsSpace(r):
		return space
	case r < utf8.RuneSelf:
		return other
	case isMyanmar(r):
		return myanmar
	case unicode.IsLetter(r):
		return letters
	case unicode.IsDigit(r):
		return digits
	}
	return other
}

func isMyanmar(r rune) bool {
	return unicode.Is(unicode.Myanmar, r) && r != '၊' && r != '။'
}

func isMark(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r >= 'ก' && r <= '๛':
		return r == maiHanAkt || r >= 'ิ' && r <= 'ฺ' || r >= '็' && r <= '๎'
	}
	return unicode.IsMark(r)
}
