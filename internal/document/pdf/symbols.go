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
	'●': {1, "circle", 760, disc(380, 340, 300) + " f"},
	'○': {2, "ring", 760, "70 w " + disc(380, 340, 265) + " s"},
	'◐': {3, "half", 760, "70 w " + disc(380, 340, 265) + " s 380 605 m 234 605 115 486 115 340 c 115 194 234 75 380 75 c f"},
	'◇': {4, "diamond", 760, "70 w 380 640 m 680 340 l 380 40 l 80 340 l s"},
	'■': {5, "square", 760, "115 75 530 530 re f"},
	'□': {6, "box", 760, "70 w 150 110 460 460 re s"},
	'▲': {7, "triangle", 760, "380 630 m 680 80 l 80 80 l f"},
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
		stream := f.stream("", fmt.Appendf(nil, "%s 0 0 0 760 700 d1 %s", num(s.width), s.path))
		fmt.Fprintf(&procs, "/%s %v", s.name, stream)
		fmt.Fprintf(&names, "/%s", s.name)
		fmt.Fprintf(&widths, "%s ", num(s.width))
	}
	unicode := f.stream("", toUnicode(used, 1))
	return f.add(fmt.Sprintf("<</Type/Font/Subtype/Type3/Name/SalaSigns/FontBBox[0 0 760 700]/FontMatrix[.001 0 0 .001 0 0]"+
		"/CharProcs<<%s>>/Encoding<</Type/Encoding/Differences[1%s]>>/FirstChar 1/LastChar %d/Widths[%s]/Resources<<>>/ToUnicode %v>>",
		procs.String(), names.String(), len(signs), widths.String(), unicode))
}
