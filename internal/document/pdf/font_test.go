package pdf

import (
	"encoding/binary"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	"sala.example/internal/document/documenttest"
)

func shapeOne(t *testing.T, text string, isBold bool) []shaped {
	t.Helper()
	out, err := newShaper().shape(text, isBold)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestNoCharacterIsMissing(t *testing.T) {
	texts := append([]string{documenttest.Symbols, "၁၂ မြန်မာ", "฿ ๑๒๓ ฯลฯ", "ABC xyz 0-9"}, documenttest.ThaiWords...)
	for _, text := range texts {
		for _, isBold := range []bool{false, true} {
			for _, s := range shapeOne(t, text, isBold) {
				for _, g := range s.glyphs {
					if g.id == 0 {
						t.Errorf("%q: no glyph in %s for a character of %q", text, s.face.resource, s.text)
					}
				}
			}
		}
	}
}

// The marks of the test words are not the plain ones where those would collide:
// the alternates are what writers without shaping miss.
func TestMarksTakeTheirAlternates(t *testing.T) {
	plain, err := sarabunRegular()
	if err != nil {
		t.Fatal(err)
	}
	for word, mark := range map[string]rune{"ที่": '่', "ปู่": '่', "ฟ้า": '้', "ปิ่น": '่', "ฐู": 'ฐ', "ญู": 'ญ', "ศักดิ์": '์'} {
		nominal, ok := plain.font.NominalGlyph(mark)
		if !ok {
			t.Fatalf("no glyph for %q", mark)
		}
		for _, g := range shapeOne(t, word, false)[0].glyphs {
			if g.id == nominal {
				t.Errorf("%s: %q is set in its plain form", word, mark)
			}
		}
	}
}

// Each glyph in use stands for some text, alternates for that of their base.
func TestEveryGlyphHasText(t *testing.T) {
	s := newShaper()
	for _, word := range documenttest.ThaiWords {
		if _, err := s.shape(word, false); err != nil {
			t.Fatal(err)
		}
	}
	for g, text := range s.faces[regular].used {
		if text == "" {
			t.Errorf("glyph %d (%s) has no text", g, s.faces[regular].font.GlyphName(g))
		}
	}
}

func TestStretches(t *testing.T) {
	var got []string
	for _, s := range stretches("(ไทย) ✓ abc မြန်မာ 1", false) {
		got = append(got, s.text)
	}
	if want := "(|ไทย) |✓| abc |မြန်မာ 1"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}

func TestSubsetKeepsOnlyWhatIsUsed(t *testing.T) {
	face, err := sarabunRegular()
	if err != nil {
		t.Fatal(err)
	}
	acute, ok := face.font.NominalGlyph('é')
	if !ok {
		t.Fatal("no é in Sarabun")
	}
	small, err := subset(face.data, map[font.GID]string{acute: "é"})
	if err != nil {
		t.Fatal(err)
	}
	whole, kept := glyfOf(t, face.data), glyfOf(t, small)
	if len(kept) != len(whole) {
		t.Fatalf("%d glyphs, want %d", len(kept), len(whole))
	}
	want := closure(whole, map[font.GID]string{acute: "é"})
	for i := range whole {
		switch full := len(kept[i]) > 0; {
		case want[i] && !strings.HasPrefix(string(padded(whole[i], 2)), string(kept[i])):
			t.Errorf("glyph %d changed", i)
		case !want[i] && full:
			t.Errorf("glyph %d is not used but kept", i)
		}
	}
	if len(small) > len(face.data)/4 {
		t.Errorf("subset has %d of %d bytes", len(small), len(face.data))
	}
}

func TestSubsetRefusesADamagedFont(t *testing.T) {
	face, err := sarabunRegular()
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{nil, []byte("not a font at all"), face.data[:200]} {
		if _, err := subset(data, nil); err == nil {
			t.Errorf("no error for %d bytes", len(data))
		}
	}
	if _, err := outlines([]byte{1, 2}, []byte{0, 0, 0, 9}, false); err == nil {
		t.Error("no error for a glyph outside the table")
	}
}

// A composite glyph: two components, the first with word arguments and a scale.
func TestComponents(t *testing.T) {
	g := []byte{0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0}
	for _, v := range []uint16{0x1 | 0x8 | 0x20, 7, 0, 0, 0x4000, 0x0, 9, 0} {
		g = binary.BigEndian.AppendUint16(g, v)
	}
	if got := components(g); len(got) != 2 || got[0] != 7 || got[1] != 9 {
		t.Errorf("got %v", got)
	}
}

// glyfOf reads the outlines of a font file by its table directory.
func glyfOf(t *testing.T, data []byte) [][]byte {
	t.Helper()
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		e := data[12+16*i:]
		from, n := binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		tables[string(e[:4])] = data[from : from+n]
	}
	glyphs := int(binary.BigEndian.Uint16(tables["maxp"][4:]))
	out, err := outlines(tables["glyf"], tables["loca"][:2*(glyphs+1)], false)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
