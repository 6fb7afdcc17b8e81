package cli

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

var (
	pdfStream = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)
	pdfMap    = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]{4,})>\n`)
	pdfShown  = regexp.MustCompile(`<([0-9A-F]{4,})>`)
)

// inflated is a PDF with its streams unpacked, and behind it the texts that it
// would give to somebody who copies them. A page has numbers of glyphs for
// letters, so each page is read through each of the fonts' maps: more than a
// reader sees, never less.
func inflated(t *testing.T, data []byte) string {
	t.Helper()
	var streams []string
	for _, m := range pdfStream.FindAllSubmatch(data, -1) {
		z, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue // packed in another way: a picture
		}
		plain, err := io.ReadAll(z)
		if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) { // the last byte may look like a line end
			t.Fatalf("a stream of the PDF: %v", err)
		}
		streams = append(streams, string(plain))
	}
	var maps []map[string]string
	for _, s := range streams {
		if strings.Contains(s, "begincmap") {
			maps = append(maps, letters(s))
		}
	}
	if len(maps) == 0 {
		t.Fatal("the PDF has no map from glyphs to letters: it cannot be searched")
	}
	var all strings.Builder
	all.Write(data)
	for _, s := range streams {
		all.WriteString(s)
		for _, m := range maps {
			all.WriteString(copied(s, m) + "\n")
		}
	}
	return all.String()
}

func letters(cmap string) map[string]string {
	of := map[string]string{}
	for _, m := range pdfMap.FindAllStringSubmatch(cmap, -1) {
		of[m[1]] = utf16Text(m[2])
	}
	return of
}

// copied is the text of a page in one font; texts for copying (ActualText) are
// in the clear.
func copied(page string, letters map[string]string) string {
	var text strings.Builder
	for _, m := range pdfShown.FindAllStringSubmatch(page, -1) {
		if rest, actual := strings.CutPrefix(m[1], "FEFF"); actual {
			text.WriteString(utf16Text(rest))
			continue
		}
		for i := 0; i+4 <= len(m[1]); i += 4 {
			text.WriteString(letters[m[1][i:i+4]])
		}
	}
	return text.String()
}

func utf16Text(digits string) string {
	raw, err := hex.DecodeString(digits)
	if err != nil {
		return ""
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(raw[2*i:])
	}
	return string(utf16.Decode(units))
}
