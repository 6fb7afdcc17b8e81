package note

import "strings"

// isPicture recognises emoji and other pictographs: they decorate announcements and carry no text. The arrows and ticks
// that serve as bullets (➢ ✓ ✔ ❖) are not among them.
func isPicture(r rune) bool {
	switch {
	case strings.ContainsRune(bulletRunes, r):
		return false
	case r >= 0x1F000 && r <= 0x1FAFF, r >= 0x2600 && r <= 0x27BF, r >= 0x23E9 && r <= 0x23FA, r >= 0x2B05 && r <= 0x2B55:
		return true
	}
	return r == '⌚' || r == '⌛' || r == '\u20E3'
}

// dropPictures leaves a space where a picture was, and nothing at the ends of the line.
func dropPictures(s string) string {
	if strings.IndexFunc(s, isPicture) < 0 {
		return s
	}
	lead := strings.HasPrefix(s, " ") || strings.HasPrefix(s, "\t")
	s = strings.Map(func(r rune) rune {
		if isPicture(r) {
			return ' '
		}
		return r
	}, s)
	if !lead {
		s = strings.TrimLeft(s, " ")
	}
	return s
}
