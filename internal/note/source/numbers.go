package source

import (
	"strconv"
	"strings"
)

// thaiLetters count lists in Thai papers: ก ข ค ง, without the two that nobody writes any more (ฃ ฅ).
var thaiLetters = []rune("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ")

// count writes n in one of the number formats of Word (ST_NumberFmt).
func count(n int, format string) string {
	switch format {
	case "lowerLetter":
		return letter(n, 'a')
	case "upperLetter":
		return letter(n, 'A')
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "thaiNumbers":
		return strings.Map(func(r rune) rune { return r - '0' + '๐' }, strconv.Itoa(max(n, 0)))
	case "thaiLetters":
		if n >= 1 && n <= len(thaiLetters) {
			return string(thaiLetters[n-1])
		}
	case "decimalZero":
		if n < 10 && n >= 0 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// letter counts a to z, then aa to zz as Word does.
func letter(n int, first byte) string {
	if n < 1 || n > 26*8 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+byte((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, s := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= s.value; n -= s.value {
			b.WriteString(s.sign)
		}
	}
	return b.String()
}
