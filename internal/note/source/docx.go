package source

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"
)

// readDOCX reads the main part of a Word document.
func readDOCX(a *archive, main string) (*Text, error) {
	stylesPart, numbersPart := path.Join(path.Dir(main), "styles.xml"), path.Join(path.Dir(main), "numbering.xml")
	for _, r := range a.relations(path.Join(path.Dir(main), "_rels", path.Base(main)+".rels")) {
		switch {
		case strings.HasSuffix(r.kind, "/styles"):
			stylesPart = r.target
		case strings.HasSuffix(r.kind, "/numbering"):
			numbersPart = r.target
		}
	}
	d := &docx{flow: newFlow(), styles: readStyles(a, stylesPart), numbers: readNumberings(a, numbersPart)}
	if err := a.each(main, d.token); err != nil {
		return nil, err
	}
	body, err := d.flow.finish()
	if err != nil {
		return nil, err
	}
	return &Text{Format: DOCX, Body: body}, nil
}

// docx follows the elements of a document.
type docx struct {
	flow    *flow
	styles  map[string]style
	numbers *numberings
	prefix  string  // of the elements of a text document, "w"
	skipped int     // depth inside an element that is left out
	open    []*para // paragraphs, innermost last: a text box stands in a paragraph
	cell    cellMark
	inRun   bool // run properties are those of text, not of the paragraph's mark
	inText  bool // in <w:t>
	hidden  bool // the control's text is its own hint
}

// para is a paragraph while it is read.
type para struct {
	text         strings.Builder
	style        string
	outline      int
	list         string
	level        int
	bold         bool // of the run
	vanish       bool // the run is hidden
	plain, heavy bool // some text is not bold, some is
}

// cellMark is what the properties of a cell say before anything stands in it.
type cellMark struct {
	waiting bool
	columns int
	covered bool
}

// leftOut says that an element holds no text of the document: what was deleted or moved away, what a control says while it
// is empty, and the second form of a drawing.
func (d *docx) leftOut(n xml.Name) bool {
	switch n.Local {
	case "Fallback":
		return true
	case "sdtContent":
		hidden := d.hidden
		d.hidden = false
		return hidden
	case "del", "moveFrom", "instrText", "delInstrText", "pPrChange", "rPrChange", "tblPrChange", "tcPrChange", "trPrChange",
		"sectPrChange", "numberingChange", "tblGridChange", "rt", "sectPr":
		return d.isWord(n)
	}
	return false
}

func (d *docx) token(t xml.Token) error {
	switch e := t.(type) {
	case xml.StartElement:
		if d.prefix == "" {
			d.prefix = wordPrefix(e)
		}
		switch {
		case d.skipped > 0, d.leftOut(e.Name):
			d.skipped++
		case d.isWord(e.Name):
			d.start(e)
		}
	case xml.EndElement:
		if d.skipped > 0 {
			d.skipped--
			return nil
		}
		if d.isWord(e.Name) {
			d.end(e.Name.Local)
		}
	case xml.CharData:
		if d.skipped == 0 && d.inText {
			d.write(string(e))
		}
	}
	if d.flow.full() || len(d.open) > mostOpen {
		return ErrTooLarge
	}
	return nil
}

// mostOpen is how deep paragraphs stand in paragraphs, by text boxes.
const mostOpen = 64

// wordPrefix finds the prefix of the namespace of text documents, transitional or strict.
func wordPrefix(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Space == "xmlns" && strings.HasSuffix(a.Value, "wordprocessingml/main") {
			return a.Name.Local
		}
	}
	return "w"
}

func (d *docx) isWord(n xml.Name) bool { return n.Space == d.prefix }

func (d *docx) start(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		d.openCell()
		d.open = append(d.open, &para{})
	case "r":
		d.inRun = true
		if p := d.para(); p != nil {
			p.bold, p.vanish = settled(d.styles, p.style).bold, false
		}
	case "t":
		d.inText = true
	case "tab", "br", "cr", "noBreakHyphen", "sym", "ptab":
		d.sign(e)
	case "tbl":
		d.openCell()
		d.flow.openTable()
	case "tr":
		d.flow.openRow()
	case "tc":
		d.cell = cellMark{waiting: true, columns: 1}
	case "gridSpan":
		d.cell.columns, _ = strconv.Atoi(attr(e, "val"))
	case "vMerge":
		d.cell.covered = attr(e, "val") != "restart"
	case "showingPlcHdr":
		d.hidden = true
	default:
		d.property(e)
	}
}

// openCell starts the cell once its properties are known: at its first paragraph or table.
func (d *docx) openCell() {
	if d.cell.waiting {
		d.flow.openCell(d.cell.columns, 1, d.cell.covered)
		d.cell = cellMark{}
	}
}

func (d *docx) para() *para {
	if len(d.open) == 0 {
		return nil
	}
	return d.open[len(d.open)-1]
}

// property notes what matters of the properties of paragraphs and runs.
func (d *docx) property(e xml.StartElement) {
	p := d.para()
	if p == nil {
		return
	}
	value := attr(e, "val")
	switch e.Name.Local {
	case "pStyle":
		p.style = value
	case "outlineLvl":
		if n, err := strconv.Atoi(value); err == nil && n < mostLevels {
			p.outline = n + 1
		}
	case "numId":
		p.list = value
	case "ilvl":
		p.level, _ = strconv.Atoi(value)
	case "b", "bCs":
		if d.inRun {
			p.bold = isOn(value)
		}
	case "vanish", "webHidden":
		if d.inRun {
			p.vanish = isOn(value)
		}
	}
}

// sign writes what stands for a character: a tab, a break, a symbol.
func (d *docx) sign(e xml.StartElement) {
	if !d.inRun {
		return // a tab among the properties of a paragraph is a tab stop
	}
	switch e.Name.Local {
	case "tab", "ptab":
		d.write("\t")
	case "br", "cr":
		d.write("\n")
	case "noBreakHyphen":
		d.write("-")
	case "sym":
		if r, err := strconv.ParseUint(attr(e, "char"), 16, 32); err == nil && utf8.ValidRune(rune(r)) {
			d.write(string(rune(r)))
		}
	}
}

func (d *docx) write(s string) {
	p := d.para()
	if p == nil || p.vanish || p.text.Len() > MaxText {
		return
	}
	p.text.WriteString(s)
	if strings.TrimSpace(s) != "" {
		p.heavy, p.plain = p.heavy || p.bold, p.plain || !p.bold
	}
}

func (d *docx) end(local string) {
	switch local {
	case "p":
		d.endParagraph()
	case "r":
		d.inRun = false
	case "t":
		d.inText = false
	case "tc":
		d.openCell()
	case "tbl":
		d.flow.closeTable()
	}
}

func (d *docx) endParagraph() {
	p := d.para()
	if p == nil {
		return
	}
	d.open = d.open[:len(d.open)-1]
	s := settled(d.styles, p.style)
	if s.isContents() {
		return
	}
	if p.list == "" {
		p.list, p.level = s.list, max(p.level, s.level)
	}
	out := paragraph{text: p.text.String(), level: p.outline, strong: p.heavy && !p.plain}
	if out.level == 0 {
		out.level = s.outline
	}
	if strings.TrimSpace(out.text) == "" {
		d.flow.paragraph(paragraph{})
		return
	}
	if p.list != "" {
		out.mark = d.numbers.next(p.list, p.level)
	}
	d.flow.paragraph(out)
}
