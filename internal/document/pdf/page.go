package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A4 and its margins in points; the text column is 160 mm wide.
const (
	pageWidth    = 595.28
	pageHeight   = 841.89
	marginSide   = 71
	marginTop    = 68
	marginBottom = 76
	columnWidth  = pageWidth - 2*marginSide
)

// page is a sheet being filled. y counts from the top, as one reads.
type page struct {
	ref       ref
	index     int
	back      bytes.Buffer // colour beneath text, rules: no part of the text
	contents  []*content
	artifacts bytes.Buffer // text that is no part of the text: foot, repeated heads
	annots    []annot
}

// content is what one leaf prints on the page.
type content struct {
	leaf     *leaf
	segments []segment
}

// segment is operators with the properties that their text has for readers, ""
// for none. Segments lie side by side, not inside each other: readers built on
// poppler lose what follows a nested one.
type segment struct {
	props string
	ops   []byte
}

// tag of the segment's marked content: poppler heeds ActualText in a Span only.
func (s segment) tag(e *elem) string {
	if s.props != "" {
		return "Span"
	}
	return e.tag
}

// add prints operators as part of a leaf, so that its lines stay together in
// the file; what needs no properties is one segment.
func (p *page) add(l *leaf, props string, ops []byte) {
	c := p.of(l)
	if n := len(c.segments); n > 0 && props == "" && c.segments[n-1].props == "" {
		c.segments[n-1].ops = append(c.segments[n-1].ops, ops...)
		return
	}
	c.segments = append(c.segments, segment{props, ops})
}

func (p *page) of(l *leaf) *content {
	for i := len(p.contents) - 1; i >= 0; i-- {
		if p.contents[i].leaf == l {
			return p.contents[i]
		}
	}
	c := &content{leaf: l}
	p.contents = append(p.contents, c)
	return c
}

// rect fills a rectangle beneath the text.
func (p *page) rect(x, y, w, h float64, colour string) {
	if c, ok := rgb(colour); ok {
		fmt.Fprintf(&p.back, "%s rg %s %s %s %s re f\n", c, num(x), num(pageHeight-y-h), num(w), num(h))
	}
}

// writePages prints the pages and returns their root and the structure's parent
// tree. A page's key is its index; an annotation's follow.
func (w *writer) writePages(fonts string) (ref, string) {
	root := w.file.reserve()
	var kids, parents strings.Builder
	links := &linkTree{next: len(w.pages)}
	for _, p := range w.pages {
		ops, owners := p.print()
		content := w.file.stream("", ops)
		annots := w.writeAnnots(p, links)
		w.file.set(p.ref, fmt.Sprintf("<</Type/Page/Parent %v/MediaBox[0 0 %v %v]/Resources<</Font<<%s>>>>/Contents %v/StructParents %d/Tabs/S%s>>",
			root, pageWidth, pageHeight, fonts, content, p.index, annots))
		fmt.Fprintf(&kids, "%v ", p.ref)
		fmt.Fprintf(&parents, "%d[%s]", p.index, owners)
	}
	w.file.set(root, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(w.pages), kids.String()))
	return root, parents.String() + links.nums.String()
}

// print makes the page's content stream: artifacts, then the segments of each leaf
// in reading order as marked content numbered from 0. owners lists the element
// of each number.
func (p *page) print() (ops []byte, owners string) {
	var b bytes.Buffer
	var refs strings.Builder
	if p.back.Len() > 0 {
		fmt.Fprintf(&b, "/Artifact BMC\n%sEMC\n", p.back.Bytes())
	}
	slices.SortStableFunc(p.contents, func(a, b *content) int { return cmp.Compare(a.leaf.order, b.leaf.order) })
	mcid := 0
	for _, c := range p.contents {
		e := c.leaf.elem
		for _, s := range c.segments {
			e.kids = append(e.kids, kid{order: c.leaf.order, page: p.index, mcid: mcid})
			fmt.Fprintf(&b, "/%s<</MCID %d%s>>BDC\n%sEMC\n", s.tag(e), mcid, s.props, s.ops)
			fmt.Fprintf(&refs, "%v ", e.ref)
			mcid++
		}
	}
	if p.artifacts.Len() > 0 {
		fmt.Fprintf(&b, "/Artifact<</Type/Pagination>>BDC\n%sEMC\n", p.artifacts.Bytes())
	}
	return b.Bytes(), refs.String()
}
