package pdf

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// signNames are the names of signs in fonts (Adobe Glyph List), as far as papers use them; letters are made by letterNamed.
var signNames = map[string]string{
	"space": " ", "nbspace": " ", "exclam": "!", "quotedbl": "\"", "numbersign": "#", "dollar": "$", "percent": "%", "ampersand": "&", "quotesingle": "'",
	"parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-", "minus": "−", "period": ".", "slash": "/", "colon": ":",
	"semicolon": ";", "less": "<", "equal": "=", "greater": ">", "question": "?", "at": "@", "bracketleft": "[", "backslash": "\\", "bracketright": "]",
	"underscore": "_", "grave": "`", "braceleft": "{", "bar": "|", "braceright": "}", "asciitilde": "~", "asciicircum": "^", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4",
	"five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "bullet": "•", "endash": "–", "emdash": "—", "ellipsis": "…", "quoteleft": "‘",
	"quoteright": "’", "quotedblleft": "“", "quotedblright": "”", "quotesinglbase": "‚", "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»",
	"guilsinglleft": "‹", "guilsinglright": "›", "fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "degree": "°", "copyright": "©", "registered": "®", "trademark": "™",
	"section": "§", "paragraph": "¶", "dagger": "†", "daggerdbl": "‡", "periodcentered": "·", "middot": "·", "ordfeminine": "ª", "ordmasculine": "º", "onehalf": "½",
	"onequarter": "¼", "threequarters": "¾", "Euro": "€", "sterling": "£", "yen": "¥", "cent": "¢", "exclamdown": "¡", "questiondown": "¿", "multiply": "×", "divide": "÷",
	"plusminus": "±", "AE": "Æ", "ae": "æ", "OE": "Œ", "oe": "œ", "germandbls": "ß", "Oslash": "Ø", "oslash": "ø", "Lslash": "Ł", "lslash": "ł", "Eth": "Ð", "eth": "ð", "Thorn": "Þ", "thorn": "þ",
	"dotlessi": "ı", "Dcroat": "Đ", "dcroat": "đ", "softhyphen": "\u00AD", "sfthyphen": "\u00AD", "fraction": "⁄", "baht": "฿", "circle": "○", "filledbox": "■", "checkmark": "✓",
}

// accentNames end the name of a letter that carries them: "eacute", "ohornacute".
var accentNames = []struct{ name, mark string }{
	{"grave", "\u0300"},
	{"acute", "\u0301"},
	{"circumflex", "\u0302"},
	{"tilde", "\u0303"},
	{"macron", "\u0304"},
	{"breve", "\u0306"},
	{"dotaccent", "\u0307"},
	{"dieresis", "\u0308"},
	{"hookabove", "\u0309"},
	{"ring", "\u030A"},
	{"hungarumlaut", "\u030B"},
	{"caron", "\u030C"},
	{"horn", "\u031B"},
	{"dotbelow", "\u0323"},
	{"cedilla", "\u0327"},
	{"ogonek", "\u0328"},
}

// glyphText gives the text of a named glyph, "" for a name that says nothing.
func glyphText(glyph name) string {
	s, _, _ := strings.Cut(string(glyph), ".")
	if sign, ok := signNames[s]; ok {
		return sign
	}
	if letter := letterNamed(s); letter != "" {
		return norm.NFC.String(letter)
	}
	for _, prefix := range []string{"uni", "u"} {
		if digits, ok := strings.CutPrefix(s, prefix); ok && len(digits) >= 4 && len(digits) <= 6 {
			if r, err := strconv.ParseUint(digits, 16, 32); err == nil && utf8.ValidRune(rune(r)) {
				return string(rune(r))
			}
		}
	}
	return ""
}

func letterNamed(s string) string {
	if len(s) == 1 {
		return s
	}
	for _, a := range accentNames {
		if base, ok := strings.CutSuffix(s, a.name); ok && base != "" && len(base) < 20 {
			if letter := letterNamed(base); letter != "" {
				return letter + a.mark
			}
		}
	}
	return ""
}
