package pdf

import (
	"bytes"
	"math"
)

// painter follows the operators of a page and notes letters and lines.
type painter struct {
	file  *File
	page  *Page
	path  path
	marks []mark

	turned [3]int // letters that stand turned by 90, 180 and 270 degrees against the page
}

// state is what q keeps and Q brings back.
type state struct {
	view    matrix // to the page as a reader sees it
	font    *font
	size    float64
	spacing float64 // after each letter
	words   float64 // after each space of one byte
	scale   float64 // horizontal
	leading float64
	rise    float64
}

// mark is a marked-content sequence that is open.
type mark struct {
	artifact bool
	actual   string // ActualText: it stands for everything inside
	replaces bool
	written  bool // actual has been put at the first letter
}

const (
	mostForms  = 6       // how deep forms lie in forms
	mostGlyphs = 100_000 // on one page
)

// run follows one content stream.
func (p *painter) run(data []byte, resources dict, s state, depth int) {
	l := lexer{data: data}
	t := texter{}
	var kept []state
	var args []object
	open := len(p.marks)
	for l.at < len(l.data) && p.file.spend(1) {
		o := l.next()
		op, is := o.(operator)
		if !is {
			if len(args) < 64 {
				args = append(args, o)
			}
			p.file.spend(l.parts / 8)
			continue
		}
		switch op {
		case "q":
			if len(kept) < 256 {
				kept = append(kept, s)
			}
		case "Q":
			if n := len(kept); n > 0 {
				s, kept = kept[n-1], kept[:n-1]
			}
		case "cm":
			s.view = matrixOf(args).times(s.view)
		case "Do":
			p.draw(resources, args, s, depth)
		case "BI":
			p.page.Pictures++
			skipPicture(&l)
		case "BMC", "BDC":
			p.begin(args, resources)
		case "EMC":
			if len(p.marks) > open {
				p.marks = p.marks[:len(p.marks)-1]
			}
		default:
			if !p.pathOperator(op, args, s) && !s.set(op, args, p.file, resources) {
				t.operator(p, op, args, &s)
			}
		}
		args = args[:0]
	}
	p.marks = p.marks[:min(open, len(p.marks))]
}

// set changes the state of text.
func (s *state) set(op operator, args []object, f *File, resources dict) bool {
	switch op {
	case "Tf":
		if len(args) == 2 {
			key, _ := args[0].(name)
			s.font, s.size = f.font(f.dict(resources["Font"])[key]), num(args, 1)
		}
	case "Tc":
		s.spacing = num(args, 0)
	case "Tw":
		s.words = num(args, 0)
	case "Tz":
		s.scale = num(args, 0) / 100
	case "TL":
		s.leading = num(args, 0)
	case "Ts":
		s.rise = num(args, 0)
	default:
		return false
	}
	return true
}

func num(args []object, i int) float64 {
	if i >= len(args) {
		return 0
	}
	n, _ := args[i].(float64)
	return n
}

func matrixOf(args []object) matrix {
	if len(args) < 6 {
		return identity
	}
	return matrix{num(args, 0), num(args, 1), num(args, 2), num(args, 3), num(args, 4), num(args, 5)}
}

// draw follows a form, or counts a picture.
func (p *painter) draw(resources dict, args []object, s state, depth int) {
	if len(args) == 0 || depth >= mostForms {
		return
	}
	key, _ := args[0].(name)
	form, is := p.file.resolve(p.file.dict(resources["XObject"])[key]).(*stream)
	if !is || !p.file.spend(10) {
		return
	}
	if p.file.name(form.dict["Subtype"]) != "Form" {
		p.page.Pictures++
		return
	}
	if m := p.file.array(form.dict["Matrix"]); len(m) == 6 {
		s.view = matrixOf(m).times(s.view)
	}
	own := p.file.dict(form.dict["Resources"])
	if own == nil {
		own = resources
	}
	if data := p.file.formData(form); len(data) < largestDrawing || bytes.Contains(data, []byte("BT")) || bytes.Contains(data, []byte("Do")) {
		p.run(data, own, s, depth+1)
	}
}

// largestDrawing is the size, in bytes, above which a form without text is a picture and draws no table.
const largestDrawing = 20_000

// formData unpacks a form once: a letterhead is drawn on every page.
func (f *File) formData(form *stream) []byte {
	data, known := f.forms[form]
	if !known {
		data = f.unpack(form)
		f.forms[form] = data
	}
	return data
}

// begin opens a marked-content sequence.
func (p *painter) begin(args []object, resources dict) {
	m := mark{}
	if n := len(p.marks); n > 0 {
		m.artifact = p.marks[n-1].artifact
	}
	if len(args) > 0 && args[0] == name("Artifact") {
		m.artifact = true
	}
	if len(args) > 1 {
		properties, is := args[1].(dict)
		if key, named := args[1].(name); named && !is {
			properties = p.file.dict(p.file.dict(resources["Properties"])[key])
		}
		if actual, is := p.file.resolve(properties["ActualText"]).(text); is {
			m.actual, m.replaces = textString(actual), true
		}
	}
	if len(p.marks) < 64 {
		p.marks = append(p.marks, m)
	}
}

// textString reads a string outside a content stream: UTF-16 with a mark, UTF-8 with one, else Latin.
func textString(s text) string {
	switch {
	case len(s) >= 2 && s[:2] == "\xFE\xFF":
		return clean(utf16All(s[2:]))
	case len(s) >= 3 && s[:3] == "\xEF\xBB\xBF":
		return clean(string(s[3:]))
	}
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = rune(s[i])
	}
	return clean(string(runes))
}

func utf16All(s text) string {
	var out []byte
	for len(s) > 0 {
		n := min(len(s), 64)
		if n == 64 && s[62]&0xFC == 0xD8 { // no cut inside a pair
			n = 62
		}
		out = append(out, utf16Text(s[:n])...)
		s = s[n:]
	}
	return string(out)
}

// skipPicture steps over an inline picture: its end stands alone between spaces.
func skipPicture(l *lexer) {
	for {
		at := bytes.Index(l.data[l.at:], []byte("EI"))
		if at < 0 {
			l.at = len(l.data)
			return
		}
		start := l.at + at
		l.at = start + 2
		if start > 0 && isSpace(l.data[start-1]) && (l.at == len(l.data) || isSpace(l.data[l.at])) {
			return
		}
	}
}

// texter keeps where text stands between BT and ET.
type texter struct{ at, line matrix }

func (t *texter) operator(p *painter, op operator, args []object, s *state) {
	switch op {
	case "BT":
		t.at, t.line = identity, identity
	case "Tm":
		t.line = matrixOf(args)
		t.at = t.line
	case "TD":
		s.leading = -num(args, 1)
		t.newLine(num(args, 0), num(args, 1))
	case "Td":
		t.newLine(num(args, 0), num(args, 1))
	case "T*":
		t.newLine(0, -s.leading)
	case "\"":
		s.words, s.spacing = num(args, 0), num(args, 1)
		t.newLine(0, -s.leading)
		t.show(p, args[min(2, len(args)):], s)
	case "'":
		t.newLine(0, -s.leading)
		t.show(p, args, s)
	case "Tj":
		t.show(p, args, s)
	case "TJ":
		if len(args) > 0 {
			list, _ := args[0].(array)
			t.show(p, list, s)
		}
	}
}

func (t *texter) newLine(x, y float64) {
	t.line = move(x, y).times(t.line)
	t.at = t.line
}

// show draws strings; a number between them moves back.
func (t *texter) show(p *painter, list []object, s *state) {
	for _, o := range list {
		switch o := o.(type) {
		case float64:
			t.at = move(-o/1000*s.size*s.scale, 0).times(t.at)
		case text:
			for len(o) > 0 && s.font != nil && p.file.spend(letterCost) {
				letter, width, rest, space := s.font.next(p.file, o)
				unread := 0
				if letter == unknown {
					unread = p.file.unreadNumber(s.font, o[:len(o)-len(rest)])
				}
				p.glyph(letter, unread, width, t.at, s)
				advance := width*s.size + s.spacing
				if space {
					advance += s.words
				}
				t.at = move(advance*s.scale, 0).times(t.at)
				o = rest
			}
		}
	}
}

// glyph notes one letter, unless its place or its direction is not that of a line.
func (p *painter) glyph(letter string, unread int, width float64, at matrix, s *state) {
	m := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.times(at).times(s.view)
	size := math.Hypot(m.c, m.d)
	g := Glyph{Text: letter, X: m.e, Y: m.f, Width: width * m.a, Size: size, Bold: s.font.bold, Unread: unread}
	for i := range p.marks {
		g.Decoration = g.Decoration || p.marks[i].artifact
		if p.marks[i].replaces {
			g.Text = ""
			if !p.marks[i].written {
				g.Text, p.marks[i].written = p.marks[i].actual, true
			}
			break
		}
	}
	if !finite(g.X, g.Y, g.Width, g.Size) || size < 0.5 || size > 500 {
		return
	}
	switch slope := math.Abs(m.b) > math.Abs(m.a)/2; {
	case slope && m.b > 0:
		p.turned[0]++
		return
	case slope:
		p.turned[2]++
		return
	case m.a < 0:
		p.turned[1]++
		return
	}
	if len(p.page.Glyphs) >= mostGlyphs {
		p.file.err = ErrTooLarge
		return
	}
	p.page.Glyphs = append(p.page.Glyphs, g)
}

func finite(numbers ...float64) bool {
	for _, n := range numbers {
		if math.IsNaN(n) || math.Abs(n) > 1e6 {
			return false
		}
	}
	return true
}
