package html

import (
	"fmt"
	"strings"

	"sala.example/internal/chart"
	"sala.example/internal/document"
)

// heading: the title is the h1, so that level 1 is an h2.
func (p *page) heading(h document.Heading) {
	tag := fmt.Sprintf("h%d", min(max(h.Level, 1), 3)+1)
	if h.State != nil {
		p.add("<div class=\"headed\">")
	}
	p.add("<", tag)
	if h.ID != "" {
		p.add(attr("id", h.ID))
	}
	p.add(p.langAttr(h.Lang), ">", heldEsc(h.Text), "</", tag, ">")
	if h.State != nil {
		p.state(*h.State)
		p.add("</div>")
	}
	p.add("\n")
}

func (p *page) state(s document.State) {
	p.add(`<span class="state" style="color:`, s.Mark.Colour(), `"`, p.langAttr(s.Lang), ">",
		`<span aria-hidden="true">`, s.Mark.Sign(), "</span> ", esc(s.Word), "</span>")
}

func (p *page) paragraph(b document.Paragraph) {
	p.add("<p")
	if class := paragraphClass(b.Style); class != "" {
		p.add(attr("class", class))
	}
	p.add(p.langAttr(b.Lang), ">")
	p.inLang(b.Lang, func() { p.runs(b.Runs) })
	p.add("</p>\n")
}

func paragraphClass(s document.Style) string {
	switch s {
	case document.Lead:
		return "lead"
	case document.Soft:
		return "soft"
	case document.Small:
		return "small soft"
	}
	return ""
}

func (p *page) pair(b document.Pair) {
	p.add("<div class=\"pair\">\n")
	for _, c := range []document.Cell{b.Left, b.Right} {
		p.add("<p")
		p.cell(c)
		p.add("</p>\n")
	}
	p.add("</div>\n")
}

// cell closes an opened tag with the cell's language and fills the element.
func (p *page) cell(c document.Cell) {
	p.add(p.langAttr(c.Lang), ">")
	p.inLang(c.Lang, func() { p.runs(c.Runs) })
}

func (p *page) list(b document.List) {
	tag := "ul"
	if b.Ordered {
		tag = "ol"
	}
	p.add("<", tag, ">\n")
	for _, item := range b.Items {
		p.add("<li")
		p.cell(item)
		p.add("</li>\n")
	}
	p.add("</", tag, ">\n")
}

// figure: the same facts as the picture lie folded under its caption.
func (p *page) figure(b document.Figure) {
	p.add("<figure>\n")
	var svg strings.Builder
	// A strings.Builder never fails.
	_ = chart.SVG(&svg, b.Drawing)
	p.add(svg.String(), "\n<figcaption>")
	if b.Table == nil {
		p.add(esc(b.Caption))
	} else {
		p.add("<details><summary>", esc(b.Caption), "</summary>\n")
		p.table(*b.Table)
		p.add("</details>")
	}
	p.add("</figcaption>\n</figure>\n")
}

func (p *page) runs(runs []document.Run) {
	for _, r := range runs {
		p.run(r)
	}
}

func (p *page) run(r document.Run) {
	var closing []string
	wrap := func(tag, attrs string) {
		p.add("<", tag, attrs, ">")
		closing = append(closing, "</"+tag+">")
	}
	if link := document.SafeLink(r.Link); link != "" {
		wrap("a", attr("href", link))
	}
	if lang := p.langAttr(r.Lang); lang != "" {
		wrap("span", lang)
	}
	for _, m := range manners(r) {
		wrap(m[0], m[1])
	}
	p.add(strings.ReplaceAll(esc(r.Text), "\n", "<br>"))
	for i := len(closing) - 1; i >= 0; i-- {
		p.add(closing[i])
	}
}

// manners are the elements around a run, outermost first, with attributes.
func manners(r document.Run) [][2]string {
	var m [][2]string
	if r.Ins {
		m = append(m, [2]string{"ins", ""})
	}
	if r.Del {
		m = append(m, [2]string{"del", ""})
	}
	if r.Bold {
		m = append(m, [2]string{"b", ""})
	}
	if r.Italic {
		m = append(m, [2]string{"i", ""})
	}
	if r.Soft {
		m = append(m, [2]string{"span", ` class="soft"`})
	}
	return m
}
