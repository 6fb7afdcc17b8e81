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
	leaf *leaf
	ops  bytes.Buffer
}

// of finds the buffer of a leaf, so that its lines stay together in the file.
func (p *page) of(l *leaf) *bytes.Buffer {
	for i := len(p.contents) - 1; i >= 0; i-- {
		if p.contents[i].leaf == l {
			return &p.contents[i].ops
		}
	}
	c := &content{leaf: l}
	p.contents = append(p.contents, c)
	return &c.ops
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
		content := w.file.stream("", p.bytes())
		annots := w.writeAnnots(p, links)
		w.file.set(p.ref, fmt.Sprintf("<</Type/Page/Parent %v/MediaBox[0 0 %v %v]/Resources<</Font<<%s>>>>/Contents %v/StructParents %d/Tabs/S%s>>",
			root, pageWidth, pageHeight, fonts, content, p.index, annots))
		fmt.Fprintf(&kids, "%v ", p.ref)
		fmt.Fprintf(&parents, "%d[", p.index)
		for _, c := range p.contents {
			fmt.Fprintf(&parents, "%v ", c.leaf.elem.ref)
		}
		parents.WriteString("]")
	}
	w.file.set(root, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(w.pages), kids.String()))
	return root, parents.String() + links.nums.String()
}

// bytes is the page's content stream: artifacts, then each leaf in reading order
// as marked content whose number is its place.
func (p *page) bytes() []byte {
	var b bytes.Buffer
	if p.back.Len() > 0 {
		fmt.Fprintf(&b, "/Artifact BMC\n%sEMC\n", p.back.Bytes())
	}
	slices.SortStableFunc(p.contents, func(a, b *content) int { return cmp.Compare(a.leaf.order, b.leaf.order) })
	for i, c := range p.contents {
		e := c.leaf.elem
		e.kids = append(e.kids, kid{order: c.leaf.order, page: p.index, mcid: i})
		fmt.Fprintf(&b, "/%s<</MCID %d>>BDC\n%sEMC\n", e.tag, i, c.ops.Bytes())
	}
	fmt.Fprintf(&b, "/Artifact<</Type/Pagination>>BDC\n%sEMC\n", p.artifacts.Bytes())
	return b.Bytes()
}
