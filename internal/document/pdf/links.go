package pdf

import (
	"fmt"
	"strings"
)

// link is a stretch of text that leads somewhere.
type link struct {
	target, text string
	elem         *elem
}

// annot is a place on a page that can be pressed.
type annot struct {
	link       *link
	x, y, w, h float64
}

// dest is where a heading stands.
type dest struct {
	page int
	y    float64
}

func (w *writer) link(target, text string) *link { return &link{target: target, text: text} }

// annotate adds a place, or widens the last one when it is of the same link on
// the same line.
func (p *page) annotate(l *link, x, y, w, h float64) {
	if n := len(p.annots); n > 0 {
		if last := &p.annots[n-1]; last.link == l && last.y == y {
			last.w = x + w - last.x
			return
		}
	}
	p.annots = append(p.annots, annot{l, x, y, w, h})
}

// linkTree is the annotations' part of the parent tree.
type linkTree struct {
	next int
	nums strings.Builder
}

// writeAnnots adds a page's links. A link to a heading that the paper does not
// have leads nowhere and is left out.
func (w *writer) writeAnnots(p *page, tree *linkTree) string {
	var refs strings.Builder
	for _, a := range p.annots {
		action, ok := w.action(a.link.target)
		if !ok {
			continue
		}
		r := w.file.add(fmt.Sprintf("<</Type/Annot/Subtype/Link/Rect[%s %s %s %s]/Border[0 0 0]/F 4/StructParent %d/Contents%s%s>>",
			num(a.x), num(pageHeight-a.y-a.h), num(a.x+a.w), num(pageHeight-a.y), tree.next, textString(a.link.text), action))
		a.link.elem.kids = append(a.link.elem.kids, kid{order: w.next(), page: p.index, annot: r})
		fmt.Fprintf(&tree.nums, "%d %v ", tree.next, a.link.elem.ref)
		tree.next++
		fmt.Fprintf(&refs, "%v ", r)
	}
	if refs.Len() == 0 {
		return ""
	}
	return "/Annots[" + refs.String() + "]"
}

func (w *writer) action(target string) (string, bool) {
	id, inside := strings.CutPrefix(target, "#")
	if !inside {
		return "/A<</S/URI/URI" + literal(target) + ">>", true
	}
	d, ok := w.dests[id]
	if !ok {
		return "", false
	}
	return "/Dest" + w.destArray(d), true
}

func (w *writer) destArray(d dest) string {
	return fmt.Sprintf("[%v/XYZ null %s null]", w.pages[d.page].ref, num(pageHeight-d.y))
}
