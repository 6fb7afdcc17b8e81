package docx

import (
	"fmt"
	"slices"
	"strings"

	"sala.example/internal/document/fonts"
)

// font travels in the file (the licences and fsType 0 allow that), so that the
// paper looks alike where it is not installed.
type font struct {
	name, other string // other: the name to try where the font is missing
	style       string
	data        []byte
	key         [16]byte
}

// embedded is the fonts of a paper; the Myanmar ones only where they are used.
func embedded(burmese bool) []font {
	list := []font{
		{name: "Sarabun", other: "TH SarabunPSK", style: "Regular", data: fonts.Regular},
		{name: "Sarabun", style: "Bold", data: fonts.Bold},
	}
	if burmese {
		list = append(list, font{name: "Noto Sans Myanmar", other: "Myanmar Text", style: "Regular", data: fonts.MyanmarRegular},
			font{name: "Noto Sans Myanmar", style: "Bold", data: fonts.MyanmarBold})
	}
	for i := range list {
		list[i].key = [16]byte{0x5a, 0x1a, 0, byte(i + 1), 0, 0, 0x40, 0, 0x80, 0, 0x5a, 0x1a, 0, 0, 0, byte(i + 1)}
	}
	return list
}

// fontTable lists the fonts; those of one name follow each other.
func fontTable(list []font) string {
	var x strings.Builder
	x.WriteString("<w:fonts " + wordNS + ">")
	for i, f := range list {
		if f.other != "" {
			fmt.Fprintf(&x, `<w:font w:name="%s"><w:altName w:val="%s"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>`, f.name, f.other)
		}
		k := f.key
		fmt.Fprintf(&x, `<w:embed%s r:id="rId%d" w:fontKey="{%X-%X-%X-%X-%X}"/>`, f.style, i+1, k[:4], k[4:6], k[6:8], k[8:10], k[10:])
		if i == len(list)-1 || list[i+1].name != f.name {
			x.WriteString("</w:font>")
		}
	}
	return x.String() + "</w:fonts>"
}

func fontRels(list []font) string {
	var x strings.Builder
	x.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i := range list {
		fmt.Fprintf(&x, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font" Target="fonts/font%d.odttf"/>`, i+1, i+1)
	}
	return x.String() + "</Relationships>"
}

// obfuscate mixes the first 32 bytes with the font's key, read backwards
// (ECMA-376 part 4, font embedding): the format asks for it.
func obfuscate(data []byte, key [16]byte) []byte {
	out := slices.Clone(data)
	for i := range min(32, len(out)) {
		out[i] ^= key[15-i%16]
	}
	return out
}
