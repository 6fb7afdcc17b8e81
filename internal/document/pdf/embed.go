package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/go-text/typesetting/font"
)

// writeFonts adds every face in use and returns the pages' font resources.
func (s *shaper) writeFonts(f *file) (string, error) {
	var b strings.Builder
	for _, face := range s.faces {
		if face == nil {
			continue
		}
		r, err := face.write(f)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "/%s %v", face.resource, r)
	}
	return b.String(), nil
}

// write adds a composite font with two-byte codes that are glyph numbers
// (ISO 32000-1, 9.7: Type0, CIDFontType2, Identity-H).
func (fc *face) write(f *file) (ref, error) {
	if fc.typeface == nil {
		return writeSymbols(f, fc.used), nil
	}
	data, err := subset(fc.data, fc.used)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", fc.name, err)
	}
	name := subsetTag(fc.used) + "+" + fc.name
	program := f.stream(fmt.Sprintf("/Length1 %d", len(data)), data)
	em := 1000 / float64(fc.font.Upem())
	ext, _ := fc.widths.FontHExtents()
	up, down := float64(ext.Ascender)*em, float64(ext.Descender)*em
	const symbolic = 4
	descriptor := f.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[-900 -700 2400 1300]/ItalicAngle 0"+
		"/Ascent %s/Descent %s/CapHeight 700/StemV %d/FontFile2 %v>>", name, symbolic, num(up), num(down), fc.stem(), program))
	cid := f.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %v/CIDToGIDMap/Identity/DW 0/W[%s]>>", name, descriptor, fc.widthArray()))
	unicode := f.stream("", toUnicode(fc.used, 2))
	return f.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>",
		name, cid, unicode)), nil
}

func (fc *face) stem() int {
	if strings.HasSuffix(fc.name, "Bold") {
		return 140
	}
	return 85
}

func (fc *face) widthArray() string {
	var b strings.Builder
	em := 1000 / float64(fc.font.Upem())
	for _, g := range slices.Sorted(maps.Keys(fc.used)) {
		fmt.Fprintf(&b, "%d[%s]", g, num(float64(fc.widths.HorizontalAdvance(g))*em))
	}
	return b.String()
}

// subsetTag is the six letters that tell one subset of a font from another
// (9.6.4), made from the glyphs it holds.
func subsetTag(used map[font.GID]string) string {
	h := sha256.New()
	for _, g := range slices.Sorted(maps.Keys(used)) {
		fmt.Fprintf(h, "%d ", g)
	}
	tag := h.Sum(nil)[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	return string(tag)
}

// toUnicode is the character map by which a reader gets text back from codes of
// the given number of bytes (9.10.3). A glyph without text is left out.
func toUnicode(used map[font.GID]string, codeBytes int) []byte {
	var lines []string
	for _, g := range slices.Sorted(maps.Keys(used)) {
		if used[g] == "" {
			continue
		}
		var hex strings.Builder
		for _, u := range utf16.Encode([]rune(used[g])) {
			fmt.Fprintf(&hex, "%04X", u)
		}
		lines = append(lines, fmt.Sprintf("<%0*X> <%s>\n", 2*codeBytes, g, hex.String()))
	}
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
	fmt.Fprintf(&b, "1 begincodespacerange\n<%s> <%s>\nendcodespacerange\n", strings.Repeat("00", codeBytes), strings.Repeat("FF", codeBytes))
	for block := range slices.Chunk(lines, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", len(block), strings.Join(block, ""))
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}
