package pdf

import (
	"fmt"

	"sala.example/internal/document"
)

// heading sizes and the space above, by level; the title is the H1.
var headings = [...]struct{ size, before float64 }{{16, 24}, {13.5, 8}, {11.5, 12}}

// heading sets the text at the left and the state at the right, or the state
// beneath when both do not fit well.
func (w *writer) heading(h document.Heading) error {
	level := min(max(h.Level, 1), len(headings))
	form := headings[level-1]
	s := setting{size: form.size, lead: leadingHead, bold: true, colour: document.Ink}
	e := w.elementIn(fmt.Sprintf("H%d", level+1), w.root, h.Lang)
	words := w.leaf(e) // before the state, which is read last
	state, err := w.state(h.State, w.leaf(e))
	if err != nil {
		return err
	}
	const gap = 16
	room := float64(columnWidth)
	beside := state != nil && state.lines[0].width < columnWidth*0.45
	if beside {
		room -= state.lines[0].width + gap
	}
	text, err := w.column(0, room, document.Text(h.Lang, h.Text), words, s)
	if err != nil {
		return err
	}
	strips := sideBySide([]column{text})
	switch {
	case beside:
		strips = sideBySide([]column{text, *state})
	case state != nil:
		state.align = document.Start
		strips = append(strips, sideBySide([]column{*state})...)
	}
	for i := range strips {
		strips[i].keep = true
	}
	w.mark(h, level, &strips[0])
	w.push(form.before, strips)
	return nil
}

// mark notes where the heading comes to stand, for bookmarks and links.
func (w *writer) mark(h document.Heading, level int, first *strip) {
	b := &bookmark{level: level, text: h.Text}
	w.bookmarks = append(w.bookmarks, b)
	first.onDraw(func(p *page, y float64) {
		b.at = dest{p.index, y - 6}
		if h.ID != "" {
			w.dests[h.ID] = b.at
		}
	})
}

// state sets sign and word at the right margin; nil for none.
func (w *writer) state(st *document.State, l *leaf) (*column, error) {
	if st == nil {
		return nil, nil
	}
	s := setting{size: sizeSmall + 0.5, lead: leadingHead, bold: true, colour: st.Mark.Colour(), align: document.End}
	runs := []document.Run{{Text: st.Mark.Sign() + "\u00a0" + st.Word, Lang: st.Lang}}
	c, err := w.column(0, columnWidth, document.Cell{Runs: runs}, l, s)
	return &c, err
}
