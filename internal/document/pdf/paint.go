package pdf

import (
	"bytes"
	"fmt"

	"sala.example/internal/document"
)

// paintLine prints a line whose top left corner is at x, y and whose baseline
// lies base under y.
func (p *page) paintLine(l line, x, y, base float64) {
	for _, part := range l.parts {
		p.decorate(part, x+part.at, y+base)
		p.add(part.look.leaf, properties(part), textOps(part, x+part.at, pageHeight-y-base))
	}
}

// paintArtifact prints a line that is not part of the text: the foot of the page,
// a table head that was read before.
func (p *page) paintArtifact(l line, x, y, base float64) {
	for _, t := range l.parts {
		p.artifacts.Write(spanned(t, x+t.at, pageHeight-y-base))
	}
}

// decorate paints the washes and lines of changes and links, and notes where a
// link can be pressed.
func (p *page) decorate(t part, x, baseline float64) {
	size, w := t.look.size, t.points()
	if t.look.ins || t.look.del {
		wash, at := document.InsWash, 0.17
		if t.look.del {
			wash, at = document.DelWash, -0.25
		}
		p.rect(x, baseline-size*0.95, w, size*1.3, wash)
		p.rect(x, baseline+size*at, w, size*0.06, t.look.colour)
	}
	if t.look.link != nil {
		p.rect(x, baseline+size*0.17, w, size*0.04, document.Accent)
		p.annotate(t.look.link, x, baseline-size, w, size*1.3)
	}
}

// properties tell readers the text of a part and its language: the glyphs of
// Thai are not its characters one by one, so each word carries its ActualText
// (ISO 32000-1, 14.9.4).
func properties(t part) string {
	props := ""
	if !ascii(t.text) {
		props = "/ActualText" + textString(t.text)
	}
	if t.look.lang != "" {
		props += "/Lang" + literal(t.look.lang)
	}
	return props
}

// spanned prints a part outside the text: in a picture or an artifact.
func spanned(t part, x, baseline float64) []byte {
	ops := textOps(t, x, baseline)
	if props := properties(t); props != "" {
		return fmt.Appendf(nil, "/Span<<%s>>BDC\n%sEMC\n", props, ops)
	}
	return ops
}

// slant is the shear of slanted text: Sarabun's italics lean by 10 degrees.
const slant = "0.18"

func textOps(t part, x, baseline float64) []byte {
	var b bytes.Buffer
	colour, _ := rgb(t.look.colour)
	lean := "0"
	if t.look.italic {
		lean = slant
	}
	fmt.Fprintf(&b, "BT /%s %s Tf %s rg 1 0 %s 1 %s %s Tm ", t.face.resource, num(t.look.size*t.face.scale), colour, lean, num(x), num(baseline))
	writeGlyphs(&b, t)
	b.WriteString("ET\n")
	return b.Bytes()
}

// writeGlyphs shows the glyphs. Numbers in a TJ array move the pen back by
// thousandths of the size; Ts raises a mark.
func writeGlyphs(b *bytes.Buffer, t part) {
	code := "%04X"
	if t.face.typeface == nil {
		code = "%02X"
	}
	pen, at, rise := 0.0, 0.0, 0.0
	b.WriteString("[<")
	for _, g := range t.glyphs {
		if g.y != rise {
			fmt.Fprintf(b, ">]TJ %s Ts[<", num(g.y*t.look.size*t.face.scale/1000))
			rise = g.y
		}
		if shift := at - (pen + g.x); shift > 0.5 || shift < -0.5 {
			fmt.Fprintf(b, ">%s<", num(shift))
			at -= shift
		}
		fmt.Fprintf(b, code, g.id)
		at += g.width
		pen += g.advance
	}
	b.WriteString(">]TJ ")
	if rise != 0 {
		b.WriteString("0 Ts ")
	}
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
