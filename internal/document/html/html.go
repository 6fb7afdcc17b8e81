// Package html prints a document as one HTML page that needs nothing beside it:
// semantic elements, a language on every change of language, styles in the page,
// pictures as SVG, and a print style for A4.
package html

import (
	_ "embed"
	"fmt"
	"html"
	"io"
	"strings"

	"sala.example/internal/document"
	"sala.example/internal/thai"
)

//go:embed style.css
var style string

// page collects the HTML; lang is the language of the element being filled.
type page struct {
	strings.Builder
	lang string
}

// Write prints the document. The only error is that of w.
func Write(w io.Writer, d *document.Document) error {
	p := &page{lang: d.Lang}
	p.open(d)
	for _, b := range d.Blocks {
		p.block(b)
	}
	p.close(d)
	if _, err := io.WriteString(w, p.String()); err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	return nil
}

func (p *page) open(d *document.Document) {
	p.add("<!doctype html>\n<html", attr("lang", d.Lang), ">\n<head>\n<meta charset=\"utf-8\">\n")
	p.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	p.add("<title>", esc(d.Title), "</title>\n")
	if d.Author != "" {
		p.add("<meta name=\"author\"", attr("content", d.Author), ">\n")
	}
	p.add("<style>\n", fontStyle(), style, footStyle(d), "</style>\n</head>\n<body>\n<main>\n<header>\n")
	if d.Kicker != "" {
		p.add("<p class=\"kicker\">", esc(d.Kicker), "</p>\n")
	}
	p.add("<h1>", heldEsc(d.Title), "</h1>\n")
	if d.Subtitle != "" {
		p.add("<p class=\"subtitle\"", p.langAttr(d.SubtitleLang), ">", heldEsc(d.Subtitle), "</p>\n")
	}
	p.add("</header>\n")
}

func (p *page) close(d *document.Document) {
	p.add("</main>\n")
	if d.Footer != "" {
		p.add("<footer>", esc(d.Footer), "</footer>\n")
	}
	p.add("</body>\n</html>\n")
}

func (p *page) block(b document.Block) {
	switch b := b.(type) {
	case document.Heading:
		p.heading(b)
	case document.Paragraph:
		p.paragraph(b)
	case document.Pair:
		p.pair(b)
	case document.Table:
		p.table(b)
	case document.Figure:
		p.figure(b)
	case document.List:
		p.list(b)
	case document.PageBreak:
		p.add("<div class=\"page-break\"></div>\n")
	case document.Rule:
		p.add("<hr>\n")
	}
}

func (p *page) add(parts ...string) {
	for _, s := range parts {
		p.WriteString(s)
	}
}

// langAttr is the lang attribute of an element, where it differs from what the
// element stands in.
func (p *page) langAttr(lang string) string {
	if lang == "" || lang == p.lang {
		return ""
	}
	return attr("lang", lang)
}

// inLang runs fill with the language of the element it fills.
func (p *page) inLang(lang string, fill func()) {
	outer := p.lang
	p.lang = document.FirstLang(lang, outer)
	fill()
	p.lang = outer
}

func attr(name, value string) string {
	return " " + name + `="` + html.EscapeString(document.Printable(value)) + `"`
}

// esc makes text fit for an element. ๆ may not begin a line: a no-break space
// holds it to the word before, and a word joiner where there is no space.
func esc(s string) string {
	s = document.HoldRepeat(document.Printable(s))
	s = strings.ReplaceAll(s, "ๆ", "\u2060ๆ")
	return html.EscapeString(strings.ReplaceAll(s, "\u00a0\u2060ๆ", "\u00a0ๆ"))
}

// heldEsc is esc for headings, which stand in large letters and which nobody
// copies text from: their compounds are held together too.
func heldEsc(s string) string {
	return html.EscapeString(thai.Hold(document.Printable(s)))
}

// footStyle puts the footer and the page number on every printed sheet, in
// browsers that know page margin boxes (CSS Paged Media 3).
func footStyle(d *document.Document) string {
	return "@page { @bottom-left { content: " + cssString(document.Printable(d.Footer)) +
		"; } @bottom-right { content: counter(page); } }\n"
}

// cssString quotes text for CSS inside <style>: everything but letters, marks,
// digits and spaces beyond "<" is written as a hexadecimal escape.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r < 0x20, strings.ContainsRune(`"\<>&`, r):
			fmt.Fprintf(&b, "\\%x ", r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
