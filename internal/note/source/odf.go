package source

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// readODF reads an OpenDocument text or spreadsheet.
func readODF(a *archive) (*Text, error) {
	d := &odf{flow: newFlow(), ordered: map[string]bool{}}
	if err := a.each("content.xml", d.token); err != nil {
		return nil, err
	}
	body, err := d.flow.finish()
	if err != nil {
		return nil, err
	}
	return &Text{Format: ODT, Body: body}, nil
}

// odf follows the elements of content.xml.
type odf struct {
	flow    *flow
	skipped int
	open    []*strings.Builder // paragraphs, innermost last: a frame stands in a paragraph
	levels  []int              // their heading levels
	styling string             // the list style that is being read
	ordered map[string]bool    // list styles that count
	lists   []odfList
}

type odfList struct {
	ordered bool
	item    int
	marked  bool // the item has its mark
}

func (d *odf) token(t xml.Token) error {
	switch e := t.(type) {
	case xml.StartElement:
		switch name := e.Name.Local; {
		case d.skipped > 0, name == "tracked-changes", name == "annotation", name == "note", name == "table-of-content", name == "forms":
			d.skipped++
		default:
			d.start(e)
		}
	case xml.EndElement:
		if d.skipped > 0 {
			d.skipped--
		} else {
			d.end(e.Name.Local)
		}
	case xml.CharData:
		if n := len(d.open); d.skipped == 0 && n > 0 && d.open[n-1].Len() <= MaxText {
			d.open[n-1].WriteString(strings.NewReplacer("\n", " ", "\r", " ").Replace(string(e)))
		}
	}
	if d.flow.full() || len(d.open) > mostOpen || len(d.lists) > mostOpen {
		return ErrTooLarge
	}
	return nil
}

func (d *odf) start(e xml.StartElement) {
	switch e.Name.Local {
	case "list-style":
		d.styling = attr(e, "name")
	case "list-level-style-number":
		if attr(e, "level") == "1" {
			d.ordered[d.styling] = true
		}
	case "list":
		style := attr(e, "style-name")
		ordered := d.ordered[style]
		if n := len(d.lists); style == "" && n > 0 {
			ordered = d.lists[n-1].ordered
		}
		d.lists = append(d.lists, odfList{ordered: ordered})
	case "list-item":
		if n := len(d.lists); n > 0 {
			d.lists[n-1].item++
			d.lists[n-1].marked = false
		}
	case "p", "h":
		level, _ := strconv.Atoi(attr(e, "outline-level"))
		d.open, d.levels = append(d.open, &strings.Builder{}), append(d.levels, level)
	case "tab", "line-break", "s":
		d.sign(e)
	case "table":
		d.flow.openTable()
	case "table-row":
		d.flow.openRow()
	case "table-cell", "covered-table-cell":
		d.openCell(e)
	}
}

func (d *odf) sign(e xml.StartElement) {
	n := len(d.open)
	if n == 0 {
		return
	}
	switch e.Name.Local {
	case "tab":
		d.open[n-1].WriteByte('\t')
	case "line-break":
		d.open[n-1].WriteByte('\n')
	case "s":
		spaces, _ := strconv.Atoi(attr(e, "c"))
		d.open[n-1].WriteString(strings.Repeat(" ", max(1, min(spaces, 20))))
	}
}

// openCell starts a cell. A covered cell stands for itself, so that a cell that covers others counts as one; a run of empty
// cells at the end of a row is written as one repeated thousands of times.
func (d *odf) openCell(e xml.StartElement) {
	times, _ := strconv.Atoi(attr(e, "number-columns-repeated"))
	for range max(1, min(times, 30)) {
		d.flow.openCell(1, 1, e.Name.Local == "covered-table-cell")
	}
}

func (d *odf) end(local string) {
	switch local {
	case "list":
		d.lists = d.lists[:max(0, len(d.lists)-1)]
	case "table":
		d.flow.closeTable()
	case "p", "h":
		d.endParagraph()
	}
}

func (d *odf) endParagraph() {
	n := len(d.open)
	if n == 0 {
		return
	}
	p := paragraph{text: d.open[n-1].String()}
	if d.levels[n-1] > 0 {
		p.level = d.levels[n-1]
	}
	d.open, d.levels = d.open[:n-1], d.levels[:n-1]
	if last := len(d.lists) - 1; last >= 0 && !d.lists[last].marked && p.level == 0 && strings.TrimSpace(p.text) != "" {
		l := &d.lists[last]
		l.marked = true
		p.mark = "- "
		if l.ordered {
			p.mark = strconv.Itoa(l.item) + ". "
		}
	}
	d.flow.paragraph(p)
}
