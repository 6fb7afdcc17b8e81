package thai

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	saraAa    = 'า'
	saraAm    = 'ำ'
	saraE     = 'เ'
	saraAe    = 'แ'
	maiHanAkt = 'ั'
	nikhahit  = 'ํ'
	karan     = '์'
	softHy    = '\u00AD'
	zwSpace   = '\u200B'
	wordJoin  = '\u2060'
	byteOrder = '\uFEFF'
)

// Normalise gives text that looks the same one spelling, so that it can be
// compared, searched, hashed and diffed. It is NFC, and beyond it:
//
//   - ํ + า, with or without a tone mark between or after, becomes (tone) + ำ
//   - a tone mark or ์ stands after the vowel above or below, not before it
//   - เ + เ becomes แ
//   - zero-width space, word joiner, byte order mark and soft hyphen go
//   - bytes that are not UTF-8 become U+FFFD
//
// NFC alone leaves น้ำ and นํ้า apart; NFKC would take ำ to pieces. Normalise is
// idempotent.
func Normalise(s string) string {
	if isASCII(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	// Composing can bring marks together that NFC orders, and the other way round;
	// each turn moves vowels to the left or shortens the text, so this ends.
	for {
		s = norm.NFC.String(s)
		composed := compose(s)
		if composed == s {
			return s
		}
		s = composed
	}
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func compose(s string) string {
	out := make([]rune, 0, len(s)/2)
	for _, r := range s {
		out = appendComposed(out, r)
	}
	return string(out)
}

// appendComposed adds one rune to text that is already composed.
func appendComposed(out []rune, r rune) []rune {
	last := rune(0)
	if len(out) > 0 {
		last = out[len(out)-1]
	}
	switch {
	case r == zwSpace, r == wordJoin, r == byteOrder, r == softHy:
		return out
	case r == saraE && last == saraE:
		out[len(out)-1] = saraAe
		return out
	case r == saraAa:
		return appendSaraAa(out)
	case isTone(r) && last == saraAm:
		out[len(out)-1] = r
		return append(out, saraAm)
	case isVowelMark(r):
		return insertBeforeTones(out, r)
	}
	return append(out, r)
}

// appendSaraAa joins า with the ํ of the marks before it, if there is one.
func appendSaraAa(out []rune) []rune {
	for i := len(out) - 1; i >= 0 && (isTone(out[i]) || isVowelMark(out[i])); i-- {
		if out[i] == nikhahit {
			copy(out[i:], out[i+1:])
			out[len(out)-1] = saraAm
			return out
		}
	}
	return append(out, saraAa)
}

func insertBeforeTones(out []rune, r rune) []rune {
	out = append(out, r)
	for i := len(out) - 1; i > 0 && isTone(out[i-1]); i-- {
		out[i-1], out[i] = out[i], out[i-1]
	}
	return out
}

// isTone: the marks written last over a consonant, ่ ้ ๊ ๋ and ์.
func isTone(r rune) bool { return r >= '่' && r <= karan }

// isVowelMark: the marks next to the consonant, ั ิ ี ึ ื ุ ู ฺ ็ ํ.
func isVowelMark(r rune) bool {
	return r == maiHanAkt || (r >= 'ิ' && r <= 'ฺ') || r == '็' || r == nikhahit
}
