package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"

	xunicode "golang.org/x/text/encoding/unicode"
)

// Decode reads plain text: UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one, and, when the bytes are not
// UTF-8, Windows-874 (TIS-620) or Windows-1252 by the habit of their letters. It gives ErrEmpty, ErrUnknown or ErrTooLarge.
func Decode(data []byte) (string, error) {
	if len(data) > MaxBytes {
		return "", ErrTooLarge
	}
	for _, mark := range []string{"%PDF-", "PK\x03\x04", "\xD0\xCF\x11\xE0", "{\\rtf"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return "", ErrUnknown
		}
	}
	text, err := decode(data)
	if err != nil {
		return "", err
	}
	if err := check(text); err == ErrEmpty {
		return "", err
	}
	return text, nil
}

func decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(data, []byte{0, 0, 0xFE, 0xFF}):
		return decodeWide(utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM).NewDecoder().Bytes(data))
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return decodeWide(xunicode.UTF16(xunicode.LittleEndian, xunicode.ExpectBOM).NewDecoder().Bytes(data))
	}
	if isNoText(data) {
		return decodeBare16(data)
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	return decodeLegacy(data)
}

// decodeLegacy reads bytes that are not UTF-8: UTF-8 with a few damaged places, Windows-874, or Windows-1252.
func decodeLegacy(data []byte) (string, error) {
	if damaged := strings.ToValidUTF8(string(data), "\uFFFD"); strings.Count(damaged, "\uFFFD")*50 < highBytes(data) {
		return damaged, nil
	}
	page := charmap.Windows1252
	if looksThai874(data) {
		page = charmap.Windows874
	}
	text, err := page.NewDecoder().Bytes(data)
	if err != nil || strings.Count(string(text), "\uFFFD")*20 > highBytes(data) {
		return "", ErrUnknown
	}
	return string(text), nil
}

func highBytes(data []byte) int {
	high := 0
	for _, b := range data {
		if b >= 0x80 {
			high++
		}
	}
	return high
}

func decodeWide(text []byte, err error) (string, error) {
	if err != nil || bytes.IndexByte(text, 0) >= 0 {
		return "", ErrUnknown
	}
	return string(text), nil
}

// decodeBare16 reads UTF-16 that has lost its mark: spaces and line ends have a zero beside them, on the same side each time.
func decodeBare16(data []byte) (string, error) {
	little, big := 0, 0
	for i := 0; i+1 < len(data); i += 2 {
		if data[i] == ' ' || data[i] == '\n' {
			if data[i+1] == 0 {
				little++
			}
		} else if data[i] == 0 && (data[i+1] == ' ' || data[i+1] == '\n') {
			big++
		}
	}
	order := xunicode.LittleEndian
	if big > little {
		order, little, big = xunicode.BigEndian, big, little
	}
	if little < 3 || little < 20*big || little*400 < len(data) {
		return "", ErrUnknown
	}
	text, err := xunicode.UTF16(order, xunicode.IgnoreBOM).NewDecoder().Bytes(data)
	if bytes.Contains(text, []byte("\uFFFD")) {
		return "", ErrUnknown
	}
	return decodeWide(text, err)
}

// isNoText finds a NUL, or more than one control character in a hundred bytes.
func isNoText(data []byte) bool {
	control := 0
	for _, b := range data {
		switch {
		case b == 0:
			return true
		case b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v', b == 0x7F:
			control++
		}
	}
	return control*100 > len(data)
}

// looksThai874 tells Windows-874 from the Latin code pages: Thai words are runs of high bytes (0xA1-0xFB),
// Latin letters with an accent stand alone.
func looksThai874(data []byte) bool {
	high, thai, paired := 0, 0, 0
	for i, b := range data {
		if b < 0x80 {
			continue
		}
		high++
		if b >= 0xA1 && b <= 0xDA || b >= 0xDF && b <= 0xFB {
			thai++
		}
		if i > 0 && data[i-1] >= 0x80 || i+1 < len(data) && data[i+1] >= 0x80 {
			paired++
		}
	}
	return thai*10 >= high*9 && paired*10 >= high*7
}
