package source

import (
	"encoding/xml"
	"math"
	"path"
	"strconv"
	"strings"
)

// Limits of a spreadsheet.
const (
	mostSheets = 50
	mostRows   = 20_000  // of one sheet
	mostTexts  = 500_000 // shared texts
)

// readXLSX reads the visible sheets of a workbook as a stream. It is our own: excelize fills up every row to its last cell, and
// every sheet to its last row, before anything can be asked of it, so that a small file with a cell in the far corner of each
// row ends the process for want of memory.
func readXLSX(a *archive, main string) (*Text, error) {
	targets := map[string]string{}
	w := &workbook{archive: a, flow: newFlow(), text: &Text{Format: XLSX}}
	styles, texts := path.Join(path.Dir(main), "styles.xml"), path.Join(path.Dir(main), "sharedStrings.xml")
	for _, r := range a.relations(path.Join(path.Dir(main), "_rels", path.Base(main)+".rels")) {
		targets[r.id] = r.target
		switch {
		case strings.HasSuffix(r.kind, "/styles"):
			styles = r.target
		case strings.HasSuffix(r.kind, "/sharedStrings"):
			texts = r.target
		}
	}
	w.dates = dateStyles(a, styles)
	if err := w.readTexts(texts); err != nil {
		return nil, err
	}
	if err := a.each(main, w.bookToken); err != nil {
		return nil, err
	}
	for _, s := range w.sheets {
		if s.hidden {
			w.text.Doubts = append(w.text.Doubts, Doubt{Code: SheetHidden, Args: map[string]string{"name": s.name}})
		} else if target := targets[s.id]; a.files[target] != nil && !strings.Contains(target, "chartsheets/") {
			if err := w.readSheet(s.name, target); err != nil {
				return nil, err
			}
		}
	}
	var err error
	w.text.Body, err = w.flow.finish()
	return w.text, err
}

// workbook is a spreadsheet while it is read.
type workbook struct {
	archive  *archive
	flow     *flow
	text     *Text
	sheets   []sheetEntry
	shared   []string // texts that cells name by number
	dates    []bool   // by style
	from1904 bool
}

// sheetEntry is a sheet as the workbook lists it.
type sheetEntry struct {
	name, id string
	hidden   bool
}

func (w *workbook) bookToken(t xml.Token) error {
	e, is := t.(xml.StartElement)
	if !is {
		return nil
	}
	switch e.Name.Local {
	case "workbookPr":
		w.from1904 = isOn(attr(e, "date1904")) && attr(e, "date1904") != ""
	case "sheet":
		if len(w.sheets) < mostSheets {
			state := attr(e, "state")
			w.sheets = append(w.sheets, sheetEntry{name: attr(e, "name"), id: attr(e, "id"), hidden: state == "hidden" || state == "veryHidden"})
		}
	}
	return nil
}

// readTexts reads the shared texts; how a word is read aloud (rPh) is left out.
func (w *workbook) readTexts(part string) error {
	var now strings.Builder
	inText, aloud := false, false
	return w.archive.eachIfThere(part, func(t xml.Token) error {
		switch e := t.(type) {
		case xml.StartElement:
			inText, aloud = e.Name.Local == "t", aloud || e.Name.Local == "rPh"
		case xml.EndElement:
			inText, aloud = false, aloud && e.Name.Local != "rPh"
			if e.Name.Local == "si" {
				w.shared = append(w.shared, now.String())
				now.Reset()
			}
		case xml.CharData:
			if inText && !aloud {
				now.Write(e)
			}
		}
		if len(w.shared) > mostTexts {
			return ErrTooLarge
		}
		return nil
	})
}

// value writes a cell: a number that is shown as a date or a time as 2006-01-02 or 15:04, another number without noise.
func (w *workbook) value(kind string, style int, raw string) string {
	switch kind {
	case "s":
		if n, err := strconv.Atoi(strings.TrimSpace(raw)); err == nil && n >= 0 && n < len(w.shared) {
			return strings.TrimSpace(w.shared[n])
		}
		return ""
	case "e":
		return ""
	case "str", "inlineStr", "b", "d":
		return strings.TrimSpace(raw)
	}
	raw = strings.TrimSpace(raw)
	n, err := strconv.ParseFloat(raw, 64)
	switch {
	case err != nil || n < 0 || n > lastDay || math.IsNaN(n):
		return raw
	case style >= 0 && style < len(w.dates) && w.dates[style]:
		return writeDate(n, w.from1904)
	case strings.ContainsAny(raw, ".eE"):
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return raw
}
