package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// subset keeps the outlines of the used glyphs, and of the glyphs that those are
// composed of; every other glyph becomes empty. Glyph numbers stay, so that the
// shaper's numbers are the file's. Only the tables that a PDF reader needs for
// a CIDFontType2 remain (ISO 32000-1, 9.9).
func subset(data []byte, used map[font.GID]string) ([]byte, error) {
	ld, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("subset font: %w", err)
	}
	tables := map[string][]byte{}
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		t, err := ld.RawTable(opentype.MustNewTag(tag))
		if err != nil {
			return nil, fmt.Errorf("subset font: table %s: %w", tag, err)
		}
		tables[tag] = t
	}
	if len(tables["head"]) < 54 {
		return nil, errors.New("subset font: head table is too short")
	}
	long := binary.BigEndian.Uint16(tables["head"][50:]) == 1
	glyphs, err := outlines(tables["glyf"], tables["loca"], long)
	if err != nil {
		return nil, err
	}
	tables["glyf"], tables["loca"] = pick(glyphs, closure(glyphs, used), long)
	var out []opentype.Table
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		out = append(out, opentype.Table{Tag: opentype.MustNewTag(tag), Content: padded(tables[tag], 4)})
	}
	return opentype.WriteTTF(out), nil
}

// outlines cuts the glyf table at the offsets of the loca table.
func outlines(glyf, loca []byte, long bool) ([][]byte, error) {
	size, at := 2, func(i int) int { return 2 * int(binary.BigEndian.Uint16(loca[2*i:])) }
	if long {
		size, at = 4, func(i int) int { return int(binary.BigEndian.Uint32(loca[4*i:])) }
	}
	n := len(loca)/size - 1
	out := make([][]byte, max(n, 0))
	for i := range out {
		from, to := at(i), at(i+1)
		if from > to || to > len(glyf) {
			return nil, fmt.Errorf("subset font: glyph %d lies outside the glyf table", i)
		}
		out[i] = glyf[from:to]
	}
	return out, nil
}

// closure is the used glyphs, .notdef, and all parts of composite glyphs.
func closure(glyphs [][]byte, used map[font.GID]string) map[int]bool {
	in := map[int]bool{}
	todo := []int{0}
	for g := range used {
		todo = append(todo, int(g))
	}
	for len(todo) > 0 {
		g := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if g >= len(glyphs) || in[g] {
			continue
		}
		in[g] = true
		todo = append(todo, components(glyphs[g])...)
	}
	return in
}

// components of a composite glyph (OpenType specification, "glyf", composite
// glyph description): flags, glyph number, then arguments and a scale.
func components(g []byte) []int {
	if len(g) < 10 || int16(binary.BigEndian.Uint16(g)) >= 0 {
		return nil
	}
	const wordArgs, scale, more, xyScale, twoByTwo = 0x1, 0x8, 0x20, 0x40, 0x80
	var out []int
	for p := 10; p+4 <= len(g); {
		flags := binary.BigEndian.Uint16(g[p:])
		out = append(out, int(binary.BigEndian.Uint16(g[p+2:])))
		p += 6
		if flags&wordArgs != 0 {
			p += 2
		}
		switch {
		case flags&scale != 0:
			p += 2
		case flags&xyScale != 0:
			p += 4
		case flags&twoByTwo != 0:
			p += 8
		}
		if flags&more == 0 {
			break
		}
	}
	return out
}

// pick builds glyf and loca anew.
func pick(glyphs [][]byte, in map[int]bool, long bool) (glyf, loca []byte) {
	for i, g := range glyphs {
		loca = appendOffset(loca, len(glyf), long)
		if in[i] {
			glyf = append(glyf, padded(g, 2)...)
		}
	}
	return glyf, appendOffset(loca, len(glyf), long)
}

func appendOffset(loca []byte, offset int, long bool) []byte {
	if long {
		return binary.BigEndian.AppendUint32(loca, uint32(offset))
	}
	return binary.BigEndian.AppendUint16(loca, uint16(offset/2))
}

func padded(b []byte, to int) []byte {
	b = slices.Clone(b)
	for len(b)%to != 0 {
		b = append(b, 0)
	}
	return b
}
