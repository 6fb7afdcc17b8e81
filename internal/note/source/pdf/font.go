package pdf

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// unknown stands for a letter that the file does not name.
const unknown = string(utf8.RuneError)

// font is what is needed of a font: how its codes are cut, how wide they are, what they mean.
type font struct {
	composite bool
	unicode   *cmap
	utf16     bool               // codes of a composite font are UTF-16
	texts     [256]string        // of a simple font
	widths    map[uint32]float64 // in text space: 1 is the size of the type
	missing   float64            // width of a code that is not listed
	bold      bool
	seen      map[uint32]string // what has been looked up
}

// font reads the font that a resource names, once for each.
func (f *File) font(o object) *font {
	id, isRef := o.(ref)
	if known, ok := f.fonts[id]; ok && isRef {
		return known
	}
	d := f.dict(o)
	t := &font{composite: f.name(d["Subtype"]) == "Type0", widths: map[uint32]float64{}, seen: map[uint32]string{}}
	base := strings.ToLower(string(f.name(d["BaseFont"])))
	t.bold = strings.Contains(base, "bold") || strings.Contains(base, "black") || strings.Contains(base, "heavy")
	if s, is := f.resolve(d["ToUnicode"]).(*stream); is {
		t.unicode = f.readCmap(s)
	}
	if t.composite {
		f.compositeFont(t, d)
	} else {
		f.simpleFont(t, d)
	}
	if isRef {
		f.fonts[id] = t
	}
	return t
}

func (f *File) compositeFont(t *font, d dict) {
	encoding := string(f.name(d["Encoding"]))
	t.utf16 = strings.Contains(encoding, "UCS2") || strings.Contains(encoding, "UTF16")
	t.missing = 1
	kids := f.array(d["DescendantFonts"])
	if len(kids) == 0 {
		return
	}
	kid := f.dict(kids[0])
	if kid["DW"] != nil {
		t.missing = f.number(kid["DW"]) / 1000
	}
	list := f.array(kid["W"])
	for i := 0; i+1 < len(list) && f.spend(1); {
		first := f.integer(list[i])
		if widths := f.array(list[i+1]); widths != nil {
			f.spend(len(widths))
			for n, w := range widths {
				t.widths[uint32(first+n)] = f.number(w) / 1000
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			break
		}
		last, w := f.integer(list[i+1]), f.number(list[i+2])/1000
		for code := first; code <= min(last, first+1<<16) && f.spend(1); code++ {
			t.widths[uint32(code)] = w
		}
		i += 3
	}
}

func (f *File) simpleFont(t *font, d dict) {
	scale := 1.0 / 1000
	if f.name(d["Subtype"]) == "Type3" {
		if m := f.array(d["FontMatrix"]); len(m) == 6 {
			scale = f.number(m[0])
		}
	}
	first := f.integer(d["FirstChar"])
	for i, w := range firstOf(f.array(d["Widths"]), 256) {
		t.widths[uint32(first+i)] = f.number(w) * scale
	}
	t.missing = f.number(f.dict(d["FontDescriptor"])["MissingWidth"]) * scale
	if len(t.widths) == 0 && t.missing == 0 {
		t.missing = 0.5
	}
	f.encode(t, d)
}

// encode says what the codes of a simple font stand for: a known table, and its differences by name.
func (f *File) encode(t *font, d dict) {
	encoding := f.resolve(d["Encoding"])
	base := f.name(encoding)
	differences := array(nil)
	if e, is := encoding.(dict); is {
		base, differences = f.name(e["BaseEncoding"]), f.array(e["Differences"])
	}
	page := charmap.Windows1252
	if base == "MacRomanEncoding" {
		page = charmap.Macintosh
	}
	for code := range t.texts {
		t.texts[code] = clean(string(page.DecodeByte(byte(code))))
	}
	code := 0
	for _, o := range firstOf(differences, 512) {
		switch o := f.resolve(o).(type) {
		case float64:
			code = int(o)
		case name:
			if code >= 0 && code < 256 {
				t.texts[code] = cmp.Or(glyphText(o), unknown)
			}
			code++
		}
	}
}

func firstOf(list array, n int) array { return list[:min(len(list), n)] }

// next takes one code from a string: its text and its width. space says that word spacing applies.
func (t *font) next(f *File, s text) (letter string, width float64, rest text, space bool) {
	size := 1
	if t.composite {
		size = t.codeSize(len(s))
	}
	code := codeOf(s[:size])
	width, known := t.widths[code]
	if !known {
		width = t.missing
	}
	letter, known = t.seen[code]
	if !known {
		if t.unicode != nil {
			f.spend(len(t.unicode.ranges) / 16)
		}
		letter = t.text(code)
		t.seen[code] = letter
	}
	return letter, width, s[size:], size == 1 && code == ' '
}

func (t *font) codeSize(left int) int {
	if t.unicode != nil && t.unicode.bytes[1] && !t.unicode.bytes[2] {
		return 1
	}
	return min(2, left)
}

func (t *font) text(code uint32) string {
	if t.unicode != nil {
		if s, ok := t.unicode.lookup(code); ok {
			return clean(s)
		}
	}
	switch {
	case !t.composite:
		return t.texts[code&0xFF]
	case t.utf16:
		return clean(string(rune(code)))
	}
	return unknown
}

// clean marks what cannot be a letter.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r == 0 || r < ' ' && r != '\t' {
			return utf8.RuneError
		}
		return r
	}, s)
}

// unreadCode is a glyph for which its font states no letter.
type unreadCode struct {
	font *font
	code uint32
}

// unreadNumber numbers the glyphs without a letter.
func (f *File) unreadNumber(t *font, s text) int {
	key := unreadCode{t, codeOf(s)}
	if f.unread[key] == 0 {
		f.unread[key] = len(f.unread) + 1
	}
	return f.unread[key]
}
