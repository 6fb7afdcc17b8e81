package docx

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"time"
	"unicode"

	"sala.example/internal/document"
)

// face is how a run looks, beyond its paragraph's style.
type face struct {
	bold, italic bool
	colour       string // "#rrggbb", "" for the style's
	half         int    // size in half points, 0 for the style's
	link         bool
	symbol       bool
}

// runs prints runs; outer is the language of what holds them.
func (b *body) runs(runs []document.Run, outer string) {
	for _, r := range runs {
		f := face{bold: r.Bold, italic: r.Italic}
		if r.Soft {
			f.colour = document.Grey
		}
		closing := b.openLink(r.Link)
		f.link = closing != ""
		b.change(r, f, document.FirstLang(r.Lang, outer))
		b.WriteString(closing)
	}
}

// openLink starts a hyperlink and returns its end, or "" when there is none.
func (b *body) openLink(link string) string {
	link = document.SafeLink(link)
	id, inside := strings.CutPrefix(link, "#")
	switch name, known := b.bookmarks[id]; {
	case link == "", inside && !known:
		return ""
	case inside:
		b.add(`<w:hyperlink w:anchor="`, name, `">`)
	default:
		b.add(`<w:hyperlink r:id="`, b.relate(link), `">`)
	}
	return "</w:hyperlink>"
}

// change prints a run, within a tracked change if it is one.
func (b *body) change(r document.Run, f face, lang string) {
	kind := ""
	switch {
	case r.Ins:
		kind = "w:ins"
	case r.Del:
		kind = "w:del"
	default:
		b.text(r.Text, f, lang)
		return
	}
	b.ids++
	b.add("<", kind, ` w:id="`, strconv.Itoa(b.ids), `" w:author="`, esc(author(b.doc)), `" w:date="`, b.doc.Created.UTC().Format(time.RFC3339), `">`)
	b.pieces(r.Text, f, lang, r.Del)
	b.add("</", kind, ">")
}

func (b *body) text(s string, f face, lang string) { b.pieces(s, f, lang, false) }

// pieces prints text as runs of one script each, because Word chooses font, size
// and language by the run's script.
func (b *body) pieces(s string, f face, lang string, removed bool) {
	s = document.HoldRepeat(document.Printable(s))
	for _, p := range split(s) {
		g := f
		g.symbol = p.script == symbol
		b.burmese = b.burmese || p.script == myanmar
		b.add("<w:r>", runProps(g, pieceLang(p.script, lang)), content(p.text, removed), "</w:r>")
	}
}

// pieceLang is the language of a run: that of the text, unless its script
// belongs to another.
func pieceLang(s script, lang string) string {
	switch {
	case s == thai && base(lang) != "th":
		return "th"
	case s == myanmar && base(lang) != "my":
		return "my"
	case s == plain && complexLang(lang):
		return "en-GB"
	}
	return lang
}

func content(s string, removed bool) string {
	open := `<w:t xml:space="preserve">`
	end := "</w:t>"
	if removed {
		open, end = `<w:delText xml:space="preserve">`, "</w:delText>"
	}
	s = open + esc(s) + end
	s = strings.ReplaceAll(s, "\n", end+"<w:br/>"+open)
	return strings.ReplaceAll(s, "\t", end+"<w:tab/>"+open)
}

// runProps are the run properties in the order of the schema (CT_RPr). The
// complex-script forms always go with the others.
func runProps(f face, lang string) string {
	var b strings.Builder
	if f.link {
		b.WriteString(`<w:rStyle w:val="Hyperlink"/>`)
	}
	b.WriteString(fontsFor(f, lang))
	if f.bold {
		b.WriteString("<w:b/><w:bCs/>")
	}
	if f.italic {
		b.WriteString("<w:i/><w:iCs/>")
	}
	if f.colour != "" {
		b.WriteString(`<w:color w:val="` + f.colour[1:] + `"/>`)
	}
	if f.half > 0 {
		fmt.Fprintf(&b, `<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, f.half, f.half)
	}
	if complexLang(lang) && !f.symbol {
		b.WriteString("<w:cs/>")
	}
	return "<w:rPr>" + b.String() + langMark(lang) + "</w:rPr>"
}

func fontsFor(f face, lang string) string {
	name, cs := "Sarabun", "Sarabun"
	switch {
	case f.symbol:
		name, cs = "Segoe UI Symbol", "Segoe UI Symbol"
	case base(lang) == "my":
		cs = "Noto Sans Myanmar"
	}
	return `<w:rFonts w:ascii="` + name + `" w:hAnsi="` + name + `" w:cs="` + cs + `"/>`
}

func langMark(lang string) string {
	if complexLang(lang) {
		return `<w:lang w:val="en-GB" w:bidi="` + esc(tag(lang)) + `"/>`
	}
	return `<w:lang w:val="` + esc(tag(lang)) + `" w:bidi="th-TH"/>`
}

func complexLang(lang string) bool { return base(lang) == "th" || base(lang) == "my" }

func base(lang string) string {
	b, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return b
}

// tag is a language with its country, as Word wants it.
func tag(lang string) string {
	full := map[string]string{"th": "th-TH", "en": "en-GB", "my": "my-MM", "km": "km-KH", "": "en-GB"}[strings.ToLower(lang)]
	return document.FirstLang(full, lang)
}

func esc(s string) string { return html.EscapeString(document.Printable(s)) }

type script int

const (
	plain script = iota
	thai
	myanmar
	symbol
)

type piece struct {
	text   string
	script script
}

// split cuts text where its script changes. Spaces and marks without a script
// stay with what is before them, digits and brackets do not.
func split(s string) []piece {
	var out []piece
	start := 0
	current := plain
	for i, r := range s {
		next, settled := scriptOf(r)
		if i == 0 {
			current = next
		}
		if !settled && current != symbol {
			continue
		}
		if next != current {
			out = append(out, piece{s[start:i], current})
			start, current = i, next
		}
	}
	if start < len(s) {
		out = append(out, piece{s[start:], current})
	}
	return out
}

func scriptOf(r rune) (s script, settled bool) {
	switch {
	case unicode.Is(unicode.Thai, r), r == '฿':
		return thai, true
	case unicode.Is(unicode.Myanmar, r):
		return myanmar, true
	case strings.ContainsRune("✓✗●◐◇■○▲□", r):
		return symbol, true
	case r == ' ', r == '\u00a0', r == '\n', unicode.Is(unicode.Mn, r):
		return plain, false
	}
	return plain, true
}
