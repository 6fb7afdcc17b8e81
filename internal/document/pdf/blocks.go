package pdf

import (
	"fmt"

	"sala.example/internal/document"
)

// Type sizes in points.
const (
	sizeTitle = 21
	sizeLead  = 13
	sizeBody  = 11.5
	sizeSmall = 10
	sizeFoot  = 9
)

func (w *writer) block(b document.Block) error {
	switch b := b.(type) {
	case document.Heading:
		return w.heading(b)
	case document.Paragraph:
		return w.paragraph(b)
	case document.Pair:
		return w.pair(b)
	case document.Table:
		return w.table(b)
	case document.Figure:
		return w.figure(b)
	case document.List:
		return w.list(b)
	case document.PageBreak:
		w.strips = append(w.strips, strip{fresh: true, keep: true})
	case document.Rule:
		w.rule()
	}
	return nil
}

// titles sets what stands above the blocks.
func (w *writer) titles(d *document.Document) error {
	for _, t := range []struct {
		text, tag, lang string
		set             setting
	}{
		{d.Kicker, "P", "", setting{size: sizeSmall + 0.5, lead: leading, colour: document.Grey}},
		{d.Title, "H1", "", setting{size: sizeTitle, lead: leadingHead, bold: true, colour: document.Ink}},
		{d.Subtitle, "P", d.SubtitleLang, setting{size: sizeBody + 0.5, lead: leading, colour: document.Grey}},
	} {
		if t.text == "" {
			continue
		}
		if err := w.text(document.Text(t.lang, t.text), t.tag, t.set, 2); err != nil {
			return err
		}
	}
	return nil
}

// text sets a text across the page as an element of its own.
func (w *writer) text(c document.Cell, tag string, s setting, before float64) error {
	e := w.elementIn(tag, w.root, c.Lang)
	col, err := w.column(0, columnWidth, c, w.leaf(e), s)
	if err != nil {
		return err
	}
	w.push(before, sideBySide([]column{col}))
	return nil
}

// elementIn adds an element that states its language where it is not the
// document's.
func (w *writer) elementIn(tag string, parent *elem, lang string) *elem {
	e := w.element(tag, parent)
	if lang != w.lang {
		e.lang = lang
	}
	return e
}

func (w *writer) paragraph(b document.Paragraph) error {
	s := setting{size: sizeBody, lead: leading, colour: document.Ink}
	before := 7.0
	switch b.Style {
	case document.Lead:
		s.size, before = sizeLead, 12
	case document.Soft:
		s.colour = document.Grey
	case document.Small:
		s.size, s.colour = sizeSmall, document.Grey
	}
	return w.text(document.Cell{Lang: b.Lang, Runs: b.Runs}, "P", s, before)
}

// pair sets two languages side by side; each is read as a whole.
func (w *writer) pair(b document.Pair) error {
	const gap = 22
	half := (columnWidth - gap) / 2.0
	s := setting{size: sizeBody, lead: leading, colour: document.Ink}
	both := w.element("Div", w.root)
	left, err := w.column(0, half, b.Left, w.leaf(w.elementIn("P", both, b.Left.Lang)), s)
	if err != nil {
		return err
	}
	s.colour = document.Grey
	right, err := w.column(half+gap, half, b.Right, w.leaf(w.elementIn("P", both, b.Right.Lang)), s)
	if err != nil {
		return err
	}
	w.push(5, sideBySide([]column{left, right}))
	return nil
}

func (w *writer) list(b document.List) error {
	const indent = 20
	list := w.element("L", w.root)
	s := setting{size: sizeBody, lead: leading, colour: document.Ink}
	if b.Ordered {
		list.attrs = "/O/List/ListNumbering/Decimal"
	}
	for i, item := range b.Items {
		li := w.elementIn("LI", list, item.Lang)
		label := "•"
		if b.Ordered {
			label = fmt.Sprintf("%d.", i+1)
		}
		left, err := w.column(0, indent, document.Text("", label), w.leaf(w.element("Lbl", li)), s)
		if err != nil {
			return err
		}
		right, err := w.column(indent, columnWidth-indent, item, w.leaf(w.element("LBody", li)), s)
		if err != nil {
			return err
		}
		before := 3.0
		if i == 0 {
			before = 8
		}
		w.push(before, sideBySide([]column{left, right}))
	}
	return nil
}

// rule opens the block after it, and stays with it.
func (w *writer) rule() {
	w.strips = append(w.strips, strip{before: 15, height: 5, keep: true, draw: func(p *page, y float64) {
		p.rect(marginSide, y, columnWidth, 1.3, document.Ink)
	}})
}

func (w *writer) footLine(text string, limit float64) (line, error) {
	text = document.Printable(text)
	l := &look{size: sizeFoot, colour: document.Grey}
	words, err := w.words(text, []span{{len(text), l}})
	if err != nil {
		return line{}, err
	}
	lines, err := w.lines(words, limit)
	if err != nil {
		return line{}, err
	}
	return lines[0], nil
}
