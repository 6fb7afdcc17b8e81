package pdf

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// elem is an element of the structure tree (ISO 32000-1, 14.7): what a screen
// reader reads, in which order.
type elem struct {
	ref    ref
	parent *elem
	tag    string
	lang   string
	alt    string
	attrs  string // attribute object, "" for none
	order  int
	kids   []kid
}

// kid is what an element holds, in reading order: an element, marked content of
// a page, or a link's annotation.
type kid struct {
	order, page int
	elem        *elem
	mcid        int
	annot       ref
}

// leaf is a stretch of an element's own text, or its picture.
type leaf struct {
	elem  *elem
	order int
}

func (w *writer) next() int {
	w.order++
	return w.order
}

// element adds an element to the tree, last in reading order.
func (w *writer) element(tag string, parent *elem) *elem {
	e := &elem{ref: w.file.reserve(), parent: parent, tag: tag, order: w.next()}
	if parent != nil {
		parent.kids = append(parent.kids, kid{order: e.order, elem: e})
	}
	w.elems = append(w.elems, e)
	return e
}

func (w *writer) leaf(e *elem) *leaf { return &leaf{elem: e, order: w.next()} }

// writeTags prints the tree and returns its root. parents is the number tree
// from a page's or annotation's key to the elements in it (14.7.4.4).
func (w *writer) writeTags(parents string) ref {
	root := w.file.reserve()
	for _, e := range w.elems {
		w.file.set(e.ref, w.elemBody(e, root))
	}
	w.file.set(root, fmt.Sprintf("<</Type/StructTreeRoot/K %v/ParentTree<</Nums[%s]>>>>", w.root.ref, parents))
	return root
}

func (w *writer) elemBody(e *elem, root ref) string {
	var b strings.Builder
	parent := root
	if e.parent != nil {
		parent = e.parent.ref
	}
	fmt.Fprintf(&b, "<</Type/StructElem/S/%s/P %v", e.tag, parent)
	if e.lang != "" {
		b.WriteString("/Lang" + literal(e.lang))
	}
	if e.alt != "" {
		b.WriteString("/Alt" + textString(e.alt))
	}
	if e.attrs != "" {
		b.WriteString("/A<<" + e.attrs + ">>")
	}
	slices.SortStableFunc(e.kids, func(a, b kid) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.page, b.page))
	})
	// Marked content of the page that the element starts on needs only its number.
	home := -1
	if i := slices.IndexFunc(e.kids, func(k kid) bool { return k.elem == nil }); i >= 0 {
		home = e.kids[i].page
		fmt.Fprintf(&b, "/Pg %v", w.pages[home].ref)
	}
	b.WriteString("/K[")
	for _, k := range e.kids {
		b.WriteString(w.kidBody(k, home))
	}
	return b.String() + "]>>"
}

func (w *writer) kidBody(k kid, home int) string {
	switch {
	case k.elem != nil:
		return k.elem.ref.String() + " "
	case k.annot != 0:
		return fmt.Sprintf("<</Type/OBJR/Obj %v/Pg %v>>", k.annot, w.pages[k.page].ref)
	case k.page == home:
		return fmt.Sprintf("%d ", k.mcid)
	}
	return fmt.Sprintf("<</Type/MCR/Pg %v/MCID %d>>", w.pages[k.page].ref, k.mcid)
}
