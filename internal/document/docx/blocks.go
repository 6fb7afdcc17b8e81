package docx

import (
	"fmt"
	"strconv"
	"strings"

	"sala.example/internal/document"
)

// body is word/document.xml being written, with what other parts need of it.
type body struct {
	strings.Builder
	doc       *document.Document
	bookmarks map[string]string // heading ID to bookmark name
	links     []string          // addresses, in the order of their relationships
	lists     []bool            // each list: is it ordered
	ids       int               // of tracked changes and bookmarks
	fresh     bool              // the next block starts a page
	burmese   bool              // Myanmar letters are in use
}

func newBody(d *document.Document) *body {
	b := &body{doc: d, bookmarks: map[string]string{}}
	for _, block := range d.Blocks {
		if h, ok := block.(document.Heading); ok && h.ID != "" {
			b.bookmarks[h.ID] = "h" + strconv.Itoa(len(b.bookmarks)+1)
		}
	}
	return b
}

func (b *body) add(parts ...string) {
	for _, p := range parts {
		b.WriteString(p)
	}
}

// The page: A4, margins of 25 mm; lengths in twentieths of a point.
const (
	textWidth = 9066
	section   = `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="1360" w:right="1420" w:bottom="1420" w:left="1420" w:header="700" w:footer="700" w:gutter="0"/><w:pgNumType w:fmt="decimal"/></w:sectPr>`
)

// document is the finished part: titles, blocks, page.
func (b *body) document() string {
	t := newBody(b.doc)
	t.titles()
	return `<w:document ` + wordNS + `><w:body>` + t.String() + b.String() + section + `</w:body></w:document>`
}

func (b *body) titles() {
	d := b.doc
	if d.Kicker != "" {
		b.paragraph("Kicker", "", document.Text("", d.Kicker))
	}
	if d.Title != "" {
		b.paragraph("Title", "", document.Text("", d.Title))
	}
	if d.Subtitle != "" {
		b.paragraph("Subtitle", "", document.Text(d.SubtitleLang, d.Subtitle))
	}
}

func (b *body) block(block document.Block) {
	if _, heads := block.(document.Heading); b.fresh && !heads {
		b.add(`<w:p><w:pPr><w:pStyle w:val="Gap"/><w:keepNext/><w:pageBreakBefore/></w:pPr></w:p>`)
		b.fresh = false
	}
	switch block := block.(type) {
	case document.Heading:
		b.heading(block)
	case document.Paragraph:
		b.paragraph(b.styleOf(block))
	case document.Pair:
		b.pair(block)
	case document.Table:
		b.table(block, tableForm{})
	case document.Figure:
		b.figure(block)
	case document.List:
		b.list(block)
	case document.PageBreak:
		b.fresh = true
	case document.Rule:
		b.add(`<w:p><w:pPr><w:pStyle w:val="Rule"/></w:pPr></w:p>`)
	}
}

// paragraph prints a cell's runs; props are paragraph properties after the style.
func (b *body) paragraph(style, props string, c document.Cell) {
	b.add(`<w:p><w:pPr><w:pStyle w:val="`, style, `"/>`, props, "</w:pPr>")
	b.runs(c.Runs, document.FirstLang(c.Lang, b.doc.Lang))
	b.add("</w:p>")
}

// styleOf: running Thai text is spread over the line the Thai way, where words
// have no spaces to widen.
func (b *body) styleOf(p document.Paragraph) (style, props string, c document.Cell) {
	style = [...]string{document.Body: "BodyText", document.Lead: "Lead", document.Soft: "Soft", document.Small: "Small"}[p.Style]
	if p.Style == document.Body && base(document.FirstLang(p.Lang, b.doc.Lang)) == "th" {
		props = `<w:jc w:val="thaiDistribute"/>`
	}
	return style, props, document.Cell{Lang: p.Lang, Runs: p.Runs}
}

// heading is a real heading style, which carries the outline level; the state
// stands at the right margin.
func (b *body) heading(h document.Heading) {
	level := min(max(h.Level, 1), 3)
	b.add(`<w:p><w:pPr><w:pStyle w:val="Heading`, strconv.Itoa(level), `"/>`)
	if b.fresh {
		b.add("<w:pageBreakBefore/>")
	}
	if h.State != nil {
		b.add(`<w:tabs><w:tab w:val="right" w:pos="`, strconv.Itoa(textWidth), `"/></w:tabs>`)
	}
	if b.fresh {
		b.add(`<w:spacing w:before="0"/>`)
		b.fresh = false
	}
	b.add("</w:pPr>")
	end := b.bookmark(h.ID)
	lang := document.FirstLang(h.Lang, b.doc.Lang)
	b.text(h.Text, face{bold: true}, lang)
	b.WriteString(end)
	if s := h.State; s != nil {
		f := face{bold: true, colour: s.Mark.Colour(), half: 21}
		b.text("\t"+s.Mark.Sign()+"\u00a0"+s.Word, f, document.FirstLang(s.Lang, b.doc.Lang))
	}
	b.add("</w:p>")
}

func (b *body) bookmark(id string) (end string) {
	name, ok := b.bookmarks[id]
	if !ok {
		return ""
	}
	b.ids++
	fmt.Fprintf(b, `<w:bookmarkStart w:id="%d" w:name="%s"/>`, b.ids, name)
	return fmt.Sprintf(`<w:bookmarkEnd w:id="%d"/>`, b.ids)
}

func (b *body) list(l document.List) {
	b.lists = append(b.lists, l.Ordered)
	num := fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, len(b.lists))
	for _, item := range l.Items {
		b.paragraph("ListParagraph", num, item)
	}
}

// figure prints the caption and the facts as a shaded table.
func (b *body) figure(f document.Figure) {
	b.paragraph("Caption", "", document.Text("", f.Caption))
	if f.Table == nil {
		b.paragraph("Small", "", document.Text("", f.Drawing.Desc))
		return
	}
	b.table(*f.Table, tableForm{shaded: true, title: f.Drawing.Title, desc: f.Drawing.Desc})
}
