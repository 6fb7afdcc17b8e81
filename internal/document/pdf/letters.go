package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	"sala.example/internal/document/fonts"
)

// typeface is a parsed TrueType font and the text that each glyph stands for.
type typeface struct {
	name  string
	data  []byte
	font  *font.Font
	texts map[font.GID]string
}

// Parsing takes milliseconds, so each font is read once and shared.
var (
	sarabunRegular = loader("Sarabun-Regular", fonts.Regular)
	sarabunBold    = loader("Sarabun-Bold", fonts.Bold)
	myanmarRegular = loader("NotoSansMyanmar-Regular", fonts.MyanmarRegular)
	myanmarBold    = loader("NotoSansMyanmar-Bold", fonts.MyanmarBold)
)

func loader(name string, data []byte) func() (*typeface, error) {
	return sync.OnceValues(func() (*typeface, error) {
		face, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("read font %s: %w", name, err)
		}
		return &typeface{name: name, data: data, font: face.Font, texts: glyphTexts(face.Font)}, nil
	})
}

// glyphTexts inverts the font's character map. Where two characters share a
// glyph the lower one counts; Latin ligatures are spelt out.
func glyphTexts(f *font.Font) map[font.GID]string {
	lowest := map[font.GID]rune{}
	for it := f.Cmap.Iter(); it.Next(); {
		r, g := it.Char()
		if old, ok := lowest[g]; !ok || r < old {
			lowest[g] = r
		}
	}
	texts := make(map[font.GID]string, len(lowest))
	for g, r := range lowest {
		texts[g] = string(r)
		if spelt, ok := ligatures[r]; ok {
			texts[g] = spelt
		}
	}
	return texts
}

var ligatures = map[rune]string{'\ufb00': "ff", '\ufb01': "fi", '\ufb02': "fl", '\ufb03': "ffi", '\ufb04': "ffl"}

// text of a glyph: from the character map, or from a name such as
// "uni0E4D0E49" (Adobe Glyph List Specification, section 2), or "".
func (t *typeface) text(g font.GID) string {
	if s, ok := t.texts[g]; ok {
		return s
	}
	name, _, _ := strings.Cut(t.font.GlyphName(g), ".")
	digits, ok := strings.CutPrefix(name, "uni")
	if !ok || len(digits)%4 != 0 {
		return ""
	}
	var b strings.Builder
	for ; len(digits) > 0; digits = digits[4:] {
		u, err := strconv.ParseUint(digits[:4], 16, 16)
		if err != nil {
			return ""
		}
		b.WriteRune(rune(u))
	}
	return b.String()
}
