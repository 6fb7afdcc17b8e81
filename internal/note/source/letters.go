package source

import (
	"strings"

	"golang.org/x/text/encoding/charmap"

	"sala.example/internal/thai"
)

// shapes are the codes that old Thai fonts of Windows give to marks that are set lower or further left, and to letters
// without their foot.
var shapes = map[rune]rune{
	'\uF700': 'ฐ', '\uF701': 'ิ', '\uF702': 'ี', '\uF703': 'ึ', '\uF704': 'ื', '\uF705': '่', '\uF706': '้', '\uF707': '๊', '\uF708': '๋', '\uF709': '์',
	'\uF70A': '่', '\uF70B': '้', '\uF70C': '๊', '\uF70D': '๋', '\uF70E': '์', '\uF70F': 'ญ', '\uF710': 'ั', '\uF711': 'ํ', '\uF712': '็', '\uF713': '่',
	'\uF714': '้', '\uF715': '๊', '\uF716': '๋', '\uF717': '์', '\uF718': 'ุ', '\uF719': 'ู', '\uF71A': 'ฺ',
}

// mendThai puts right what PDF files do to Thai whatever its words: ำ in two or three pieces (สำาหรับ, นํ้า), marks that
// stand after a space or before their vowel, letters by the codes of old fonts.
func mendThai(s string) string {
	s = fromLatin(s)
	if !strings.ContainsFunc(s, func(r rune) bool { return isThai(r) || shapes[r] != 0 }) {
		return s
	}
	out := make([]rune, 0, len(s))
	for _, r := range s {
		if shape := shapes[r]; shape != 0 {
			r = shape
		}
		for n := len(out); isThaiMark(r) && n > 1 && out[n-1] == ' ' && isThai(out[n-2]); n-- {
			out = out[:n-1]
		}
		if n := len(out); r == 'า' && n > 0 && out[n-1] == 'ำ' {
			continue
		}
		out = append(out, r)
	}
	return thai.Normalise(string(out))
}

func isThai(r rune) bool { return r >= 'ก' && r <= '๛' }

// isThaiMark is a mark over or under a consonant, or ำ, which does not begin anything.
func isThaiMark(r rune) bool {
	return r == 'ั' || r >= 'ำ' && r <= 'ฺ' || r >= '็' && r <= '๎'
}

// fromLatin reads Thai that was set with a Latin code page: letters such as ¡ÒÃ»ÃÐªØÁ, of which real words have few together.
func fromLatin(s string) string {
	high, letters := 0, 0
	for _, r := range s {
		switch {
		case r >= 0xA1 && r <= 0xFB:
			high, letters = high+1, letters+1
		case r > 0xFF && r != '–' && r != '“' && r != '”' && r != '…' && r != '•':
			return s
		case r >= 'A' && r <= 'z':
			letters++
		}
	}
	if high < 6 || high*10 < letters*7 {
		return s
	}
	data, err := charmap.Windows1252.NewEncoder().String(s)
	if err != nil || !looksThai874([]byte(data)) {
		return s
	}
	text, err := charmap.Windows874.NewDecoder().String(data)
	if err != nil || strings.ContainsRune(text, '\uFFFD') {
		return s
	}
	return text
}
