package pdf

import (
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// face is a typeface in use in one file: its shaper and the glyphs that the
// file will have to hold. The symbol face has no typeface; see symbols.go.
type face struct {
	resource string // name in the pages' resources
	*typeface
	shaper *harfbuzz.Font
	widths *font.Face
	scale  float64 // of the type size, so that scripts look equally large
	used   map[font.GID]string
}

// glyph is one mark on paper; lengths are in thousandths of the type size.
type glyph struct {
	id             font.GID
	advance, width float64 // how far the pen moves, and would by the font alone
	x, y           float64 // shift of the mark from the pen
}

// shaped is text of one face ready to print; width is in thousandths of the type
// size, with the face's scale in it.
type shaped struct {
	text   string
	face   *face
	glyphs []glyph
	width  float64
}

// Faces in the order of their resources F0, F1, ...
const (
	regular = iota
	bold
	burmese
	burmeseBold
	symbol
	faceCount
)

// shaper turns text into glyphs; it remembers each word, because papers repeat
// themselves. It is for one file and one goroutine.
type shaper struct {
	faces [faceCount]*face
	words map[wordKey][]shaped
}

type wordKey struct {
	text string
	bold bool
}

func newShaper() *shaper { return &shaper{words: map[wordKey][]shaped{}} }

// shape gives the glyphs of a text without line breaks, as stretches of one
// face and one script.
func (s *shaper) shape(text string, isBold bool) ([]shaped, error) {
	key := wordKey{text, isBold}
	if known, ok := s.words[key]; ok {
		return known, nil
	}
	var out []shaped
	for _, st := range stretches(text, isBold) {
		f, err := s.face(st.face)
		if err != nil {
			return nil, err
		}
		out = append(out, f.shape(st.text, st.script))
	}
	s.words[key] = out
	return out, nil
}

func (s *shaper) face(i int) (*face, error) {
	if s.faces[i] != nil {
		return s.faces[i], nil
	}
	f := &face{resource: "F" + string(rune('0'+i)), scale: 1, used: map[font.GID]string{}}
	s.faces[i] = f
	load := [faceCount]func() (*typeface, error){sarabunRegular, sarabunBold, myanmarRegular, myanmarBold, nil}[i]
	if load == nil {
		return f, nil
	}
	t, err := load()
	if err != nil {
		return nil, err
	}
	if i == burmese || i == burmeseBold {
		f.scale = myanmarScale
	}
	f.typeface, f.widths = t, font.NewFace(t.font)
	f.shaper = harfbuzz.NewFont(f.widths)
	return f, nil
}

// Noto Sans Myanmar is drawn larger than Sarabun; at this share of the size the
// two stand well in a line.
const myanmarScale = 0.88

type stretch struct {
	text   string
	face   int
	script language.Script
}

// stretches cuts text where the face or the script changes. Marks, spaces and
// punctuation go with what stands before them.
func stretches(text string, isBold bool) []stretch {
	var out []stretch
	start := 0
	var current stretch
	for i, r := range text {
		next := stretchOf(r, isBold)
		if i == 0 {
			current = next
			continue
		}
		if next == current || (neutral(r) && current.face != symbol) {
			continue
		}
		current.text = text[start:i]
		out = append(out, current)
		current, start = next, i
	}
	current.text = text[start:]
	return append(out, current)
}

func stretchOf(r rune, isBold bool) stretch {
	st := stretch{face: regular, script: language.Latin}
	if isBold {
		st.face = bold
	}
	switch {
	case symbols[r] != nil:
		st.face = symbol
	case unicode.Is(unicode.Myanmar, r):
		st.face, st.script = st.face+burmese, language.Myanmar
	case unicode.Is(unicode.Thai, r):
		st.script = language.Thai
	}
	return st
}

// A neutral character belongs to no script of its own and may be set in any
// face that has it.
func neutral(r rune) bool {
	return symbols[r] == nil && (unicode.Is(unicode.Common, r) || unicode.Is(unicode.Inherited, r)) &&
		(r < 0x0e00 || 0x2000 <= r && r < 0x2100)
}

func (f *face) shape(text string, script language.Script) shaped {
	if f.typeface == nil {
		return f.shapeSymbols(text)
	}
	runes := []rune(text)
	buf := harfbuzz.NewBuffer()
	buf.ClusterLevel = harfbuzz.Characters
	buf.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: script}
	buf.AddRunes(runes, 0, len(runes))
	buf.Shape(f.shaper, nil)
	out := shaped{text: text, face: f, glyphs: make([]glyph, len(buf.Info))}
	em := 1000 / float64(f.font.Upem())
	for i, info := range buf.Info {
		pos := buf.Pos[i]
		out.glyphs[i] = glyph{
			id: info.Glyph, advance: float64(pos.XAdvance) * em, width: float64(f.widths.HorizontalAdvance(info.Glyph)) * em,
			x: float64(pos.XOffset) * em, y: float64(pos.YOffset) * em,
		}
		out.width += out.glyphs[i].advance
		f.note(info.Glyph, runes, buf.Info, i)
	}
	out.width *= f.scale
	return out
}

// note keeps a glyph for the file with the text that it stands for. An
// alternate form has no character of its own: alone in its cluster it stands
// for the cluster's character.
func (f *face) note(g font.GID, runes []rune, infos []harfbuzz.GlyphInfo, i int) {
	if _, ok := f.used[g]; ok {
		return
	}
	text := f.text(g)
	c := infos[i].Cluster
	alone := (i == 0 || infos[i-1].Cluster != c) && (i == len(infos)-1 || infos[i+1].Cluster != c)
	if text == "" && alone && g != 0 {
		text = string(runes[c])
	}
	f.used[g] = text
}
