package source

import (
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding/htmlindex"
)

var (
	htmlStart = regexp.MustCompile(`(?is)^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|meta|title)\b`)
	htmlTag   = regexp.MustCompile(`(?i)<[a-z][a-z0-9]*\b[^>]*>`)
	htmlPiece = regexp.MustCompile(`(?i)^\s*<(p|div|table|h[1-6]|ul|ol|span|article|section|main)\b[^>]*>`)
	charset   = regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]*(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_.:-]+)`)
)

// looksHTML recognises a page by its beginning, a piece of one by its marks when the name says HTML or it begins with one.
func looksHTML(ending string, data []byte) bool {
	head := bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xEF\xBB\xBF"))
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		text, err := decode(data[:min(len(data), 8192)&^1])
		if err != nil {
			return false
		}
		head = []byte(text)
	}
	if htmlStart.Match(head) {
		return true
	}
	if ending == ".html" || ending == ".htm" || ending == ".xhtml" {
		return htmlTag.Match(head)
	}
	return htmlPiece.Match(head) && bytes.Contains(data, []byte("</"))
}

// readHTML reads a page. The tokenizer alone is used: it is linear, and a paper needs no exact tree.
func readHTML(data []byte) (*Text, error) {
	text, err := decodeHTML(data)
	if err != nil {
		return nil, err
	}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(MaxText)
	p := &page{flow: newFlow()}
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				return nil, ErrTooLarge
			}
			p.endParagraph()
			body, err := p.flow.finish()
			if err != nil {
				return nil, err
			}
			return &Text{Format: HTML, Body: body, Title: strings.Join(strings.Fields(p.title), " ")}, nil
		case html.TextToken:
			switch {
			case p.skipping == "":
				p.text(string(z.Text()))
			case p.skipping == "title" && p.title == "":
				p.title = cutTitle(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			p.start(z.Token())
		case html.EndTagToken:
			p.end(z.Token())
		}
		if p.flow.full() || p.out.Len() > MaxText {
			return nil, ErrTooLarge
		}
	}
}

// decodeHTML believes a byte order mark, then valid UTF-8, then what the page declares.
func decodeHTML(data []byte) (string, error) {
	if !utf8.Valid(data) {
		if m := charset.FindSubmatch(data[:min(len(data), 4096)]); m != nil {
			label := strings.Replace(strings.ToLower(string(m[1])), "cp874", "windows-874", 1)
			if e, err := htmlindex.Get(label); err == nil && !bytes.HasPrefix(data, []byte("\xFF\xFE")) && !bytes.HasPrefix(data, []byte("\xFE\xFF")) {
				if text, err := e.NewDecoder().Bytes(data); err == nil && label != "utf-8" && label != "utf8" {
					return string(text), nil
				}
			}
		}
	}
	return decode(data)
}

// page follows the tags of a page.
type page struct {
	flow     *flow
	out      strings.Builder // the open paragraph
	last     byte            // that was written to it
	level    int             // of the open heading
	pre      int             // inside <pre>
	lists    []htmlList
	mark     string // of the item that has begun
	bold     int    // open tags that make text bold
	plain    bool   // some text of the paragraph is not bold
	heavy    bool   // some is
	title    string // of the page, which is none of its text
	skipping string // name of the element that is left out, "" for none
	depth    int    // how deep in elements of that name
}

type htmlList struct {
	ordered bool
	item    int
	format  string
}

// text adds text; outside <pre> white space is one space.
func (p *page) text(s string) {
	if p.pre > 0 {
		p.write(s)
		return
	}
	for i, word := range strings.FieldsFunc(s, isHTMLSpace) {
		if i > 0 || isHTMLSpace(rune(s[0])) {
			p.space()
		}
		p.write(word)
	}
	if s != "" && isHTMLSpace(rune(s[len(s)-1])) {
		p.space()
	}
}

func (p *page) write(s string) {
	if s == "" {
		return
	}
	if strings.TrimSpace(s) != "" {
		p.heavy, p.plain = p.heavy || p.bold > 0, p.plain || p.bold == 0
	}
	p.out.WriteString(s)
	p.last = s[len(s)-1]
}

// space writes a space where one may stand.
func (p *page) space() {
	if p.out.Len() > 0 && p.last != ' ' && p.last != '\n' {
		p.out.WriteByte(' ')
		p.last = ' '
	}
}

// longestTitle is the length in bytes up to which the title of a page is kept.
const longestTitle = 500

func cutTitle(s string) string {
	if len(s) > longestTitle {
		s = strings.ToValidUTF8(s[:longestTitle], "")
	}
	return s
}

// isHTMLSpace is white space that HTML folds; a no-break space is not.
func isHTMLSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f'
}

func (p *page) endParagraph() {
	text := p.out.String()
	p.out.Reset()
	out := paragraph{text: text, level: p.level, mark: p.mark, strong: p.heavy && !p.plain}
	p.heavy, p.plain = false, false
	if strings.Trim(text, " \t\n\r\u00A0") == "" {
		return
	}
	p.mark = ""
	p.flow.paragraph(out)
}

// skipped are elements that hold nothing to read.
func skipped(t html.Token) bool {
	switch t.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Svg, atom.Iframe, atom.Select, atom.Button, atom.Textarea, atom.Title, atom.Object, atom.Audio, atom.Video:
		return true
	case atom.Br, atom.Hr, atom.Img, atom.Input, atom.Meta, atom.Link, atom.Col, atom.Wbr, atom.P, atom.Li, atom.Td, atom.Th, atom.Tr, atom.Body, atom.Html:
		return false // without an end tag, or one that may be missing
	}
	for _, a := range t.Attr {
		style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
		if a.Key == "hidden" || a.Key == "style" && (strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") || strings.Contains(style, "mso-hide:all")) {
			return true
		}
	}
	return false
}

func (p *page) start(t html.Token) {
	if p.skipping != "" {
		if t.Data == p.skipping && t.Type == html.StartTagToken {
			p.depth++
		}
		return
	}
	if skipped(t) {
		if t.Type == html.StartTagToken {
			p.skipping, p.depth = t.Data, 1
		}
		return
	}
	switch t.DataAtom {
	case atom.Br:
		p.out.WriteByte('\n')
		p.last = '\n'
	case atom.B, atom.Strong:
		p.bold++
	case atom.Pre:
		p.endParagraph()
		p.pre++
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		p.endParagraph()
		p.level = int(t.Data[1] - '0')
	case atom.Ul, atom.Ol, atom.Li:
		p.list(t)
	case atom.Table, atom.Tr, atom.Td, atom.Th, atom.Caption:
		p.table(t)
	default:
		if isBlock(t.DataAtom) {
			p.endParagraph()
		}
	}
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Blockquote, atom.Dl, atom.Dt, atom.Dd, atom.Hr, atom.Form, atom.Fieldset,
		atom.Figure, atom.Figcaption, atom.Address, atom.Details, atom.Summary, atom.Center, atom.Body, atom.Html, atom.Head, atom.Thead, atom.Tbody, atom.Tfoot, atom.Caption, atom.Legend, atom.Tr:
		return true
	}
	return false
}

func (p *page) list(t html.Token) {
	p.endParagraph()
	if t.DataAtom != atom.Li {
		if len(p.lists) < 64 {
			start, _ := strconv.Atoi(value(t, "start"))
			p.lists = append(p.lists, htmlList{ordered: t.DataAtom == atom.Ol, item: max(start-1, 0), format: value(t, "type")})
		}
		return
	}
	p.mark = "- "
	if n := len(p.lists); n > 0 && p.lists[n-1].ordered {
		l := &p.lists[n-1]
		l.item++
		if stated, err := strconv.Atoi(value(t, "value")); err == nil {
			l.item = stated
		}
		p.mark = count(l.item, listFormats[l.format]) + ". "
		if l.format == "a" {
			p.mark = count(l.item, "lowerLetter") + ") "
		}
	}
}

// listFormats are the types of <ol> by the names of Word's formats.
var listFormats = map[string]string{"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

func value(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func (p *page) table(t html.Token) {
	p.endParagraph()
	switch t.DataAtom {
	case atom.Table:
		p.flow.openTable()
	case atom.Tr:
		p.flow.openRow()
	case atom.Td, atom.Th:
		p.mark, p.level = "", 0
		columns, _ := strconv.Atoi(value(t, "colspan"))
		rows, _ := strconv.Atoi(value(t, "rowspan"))
		p.flow.openCell(columns, max(1, rows), false)
	}
}

func (p *page) end(t html.Token) {
	if p.skipping != "" {
		if t.Data == p.skipping {
			if p.depth--; p.depth == 0 {
				p.skipping = ""
			}
		}
		return
	}
	switch t.DataAtom {
	case atom.B, atom.Strong:
		p.bold = max(0, p.bold-1)
	case atom.Pre:
		p.endParagraph()
		p.pre = max(0, p.pre-1)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		p.endParagraph()
		p.level = 0
	case atom.Ul, atom.Ol:
		p.endParagraph()
		p.lists = p.lists[:max(0, len(p.lists)-1)]
	case atom.Li, atom.Td, atom.Th:
		p.endParagraph()
		p.mark = ""
	case atom.Table:
		p.endParagraph()
		p.flow.closeTable()
	default:
		if isBlock(t.DataAtom) {
			p.endParagraph()
		}
	}
}
