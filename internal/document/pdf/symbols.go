package pdf

import (
	"fmt"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
)

// sign is a symbol drawn by ourselves, because Sarabun lacks it: a path on an em
// of 1000 units with the baseline at 0, and how it is painted.
type sign struct {
	code  font.GID
	name  string
	width float64
	path  string
}

// symbols that papers use and Sarabun 0.4.1 lacks, with ■ and ▲ so that a
// table's marks match. They become a Type 3 font (ISO 32000-1, 9.6.5): real
// text to a reader, and alike in every viewer.
var symbols = map[rune]*sign{
	'●': {1, "circle", 860, disc(430, 345, 350) + " f"},
	'○': {2, "ring", 860, "80 w " + disc(430, 345, 310) + " s"},
	'◐': {3, "half", 860, "80 w " + disc(430, 345, 310) + " s 430 655 m 259 655 120 516 120 345 c 120 174 259 35 430 35 c f"},
	'◇': {4, "diamond", 860, "80 w 430 700 m 785 345 l 430 -10 l 75 345 l s"},
	'■': {5, "square", 860, "120 35 620 620 re f"},
	'□': {6, "box", 860, "80 w 160 75 540 540 re s"},
	'▲': {7, "triangle", 860, "430 680 m 790 40 l 70 40 l f"},
	'✓': {8, "check", 760, "90 w 1 J 1 j 120 330 m 310 120 l 640 600 l S"},
	'✗': {9, "cross", 760, "90 w 1 J 150 110 m 610 590 l 150 590 m 610 110 l S"},
}

// disc is a circle by four Bézier curves (error below 0.03 % of the radius).
func disc(x, y, r float64) string {
	k := r * 0.5523
	return fmt.Sprintf("%v %v m %v %v %v %v %v %v c %v %v %v %v %v %v c %v %v %v %v %v %v c %v %v %v %v %v %v c",
		num(x+r), num(y),
		num(x+r), num(y+k), num(x+k), num(y+r), num(x), num(y+r),
		num(x-k), num(y+r), num(x-r), num(y+k), num(x-r), num(y),
		num(x-r), num(y-k), num(x-k), num(y-r), num(x), num(y-r),
		num(x+k), num(y-r), num(x+r), num(y-k), num(x+r), num(y))
}

func (f *face) shapeSymbols(text string) shaped {
	out := shaped{text: text, face: f}
	for _, r := range text {
		s := symbols[r]
		out.glyphs = append(out.glyphs, glyph{id: s.code, advance: s.width, width: s.width})
		out.width += s.width
		f.used[s.code] = string(r)
	}
	return out
}

// writeSymbols adds the Type 3 font of all symbols.
func writeSymbols(f *file, used map[font.GID]string) ref {
	signs := make([]*sign, 0, len(symbols))
	for _, s := range symbols {
		signs = append(signs, s)
	}
	slices.SortFunc(signs, func(a, b *sign) int { return int(a.code) - int(b.code) })
	var procs, names, widths strings.Builder
	for _, s := range signs {
		stream := f.stream("", fmt.Appendf(nil, "%s 0 0 -80 860 780 d1 %s", num(s.width), s.path))
		fmt.Fprintf(&procs, "/%s %v", s.name, stream)
		fmt.Fprintf(&names, "/%s", s.name)
		fmt.Fprintf(&widths, "%s ", num(s.width))
	}
	unicode := f.stream("", toUnicode(used, 1))
	return f.add(fmt.Sprintf("<</Type/Font/Subtype/Type3/Name/SalaSigns/FontBBox[0 -80 860 780]/FontMatrix[.001 0 0 .001 0 0]"+
		"/CharProcs<<%s>>/Encoding<</Type/Encoding/Differences[1%s]>>/FirstChar 1/LastChar %d/Widths[%s]/Resources<<>>/ToUnicode %v>>",
		procs.String(), names.String(), len(signs), widths.String(), unicode))
}
