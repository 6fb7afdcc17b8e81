package note

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"

	xunicode "golang.org/x/text/encoding/unicode"
)

// MaxBytes is the largest note that is read.
const MaxBytes = 20 << 20

// MaxText is the longest text that is parsed: about 500 pages of Thai, in bytes of UTF-8.
const MaxText = 4 << 20

// What can be wrong with a note before its text is looked at. Use errors.Is.
var (
	ErrEmpty    = errors.New("the note holds no text")
	ErrBinary   = errors.New("the file is not plain text")
	ErrTooLarge = errors.New("the note is too large (more than 20 MB, or more text than about 500 pages)")
)

// Decode reads a note as text: UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one, and, when the
// bytes are not UTF-8, Windows-874 (TIS-620) or Windows-1252 by the habit of their letters. It returns ErrEmpty, ErrBinary or
// ErrTooLarge, wrapped with the name.
func Decode(r io.Reader, name string) (string, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return "", fmt.Errorf("read note %s: %w", name, err)
	}
	if len(data) > MaxBytes {
		return "", fmt.Errorf("read note %s: %w", name, ErrTooLarge)
	}
	text, err := decodeBytes(data)
	if err != nil {
		return "", fmt.Errorf("read note %s: %w", name, err)
	}
	return text, nil
}

func decodeBytes(data []byte) (string, error) {
	text, err := toUTF8(data)
	if err != nil {
		return "", err
	}
	if strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return "", ErrEmpty
	}
	return text, nil
}

func toUTF8(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(data, []byte{0, 0, 0xFE, 0xFF}):
		return decodeWide(utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM).NewDecoder().Bytes(data))
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return decodeWide(xunicode.UTF16(xunicode.LittleEndian, xunicode.ExpectBOM).NewDecoder().Bytes(data))
	}
	if !looksLikeText(data) {
		return "", ErrBinary
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
		return "", ErrBinary
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
		return "", ErrBinary
	}
	return string(text), nil
}

// looksLikeText refuses a NUL, the signature of a PDF or ZIP (which may have no NUL for a long while), and
// more than one control character in a hundred bytes.
func looksLikeText(data []byte) bool {
	for _, mark := range []string{"%PDF-", "PK\x03\x04", "\xD0\xCF\x11\xE0", "{\\rtf"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return false
		}
	}
	control := 0
	for _, b := range data {
		switch {
		case b == 0:
			return false
		case b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v', b == 0x7F:
			control++
		}
	}
	return control*100 <= len(data)
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
