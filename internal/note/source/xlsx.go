package source

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Limits of a spreadsheet: excelize holds every part, and every sheet that is read, in memory.
const (
	mostSheetXML = 8 << 20 // bytes of XML in all parts together
	mostSheets   = 50
	mostRows     = 20_000 // of one sheet
	mostEmpty    = 1000   // empty rows before a sheet is taken to end
)

// readXLSX reads the visible sheets of a workbook.
func readXLSX(a *archive, data []byte) (*Text, error) {
	if err := a.measure(); err != nil {
		return nil, err
	}
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostUnpacked, RawCellValue: true})
	if err != nil {
		return nil, ErrBroken
	}
	defer file.Close()
	w := &workbook{file: file, flow: newFlow(), dates: map[int]bool{}, text: &Text{Format: XLSX}}
	if props, err := file.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		w.from1904 = *props.Date1904
	}
	names := file.GetSheetList()
	for _, name := range names[:min(len(names), mostSheets)] {
		w.sheet(name, len(names) > 1)
	}
	if w.text.Body, err = w.flow.finish(); err != nil {
		return nil, err
	}
	return w.text, nil
}

// measure unpacks every entry once, without keeping it: what the directory says of sizes need not be true.
func (a *archive) measure() error {
	xml := int64(0)
	for name, f := range a.files {
		if f.FileInfo().IsDir() {
			continue
		}
		n, err := a.size(name)
		if err != nil {
			return err
		}
		if strings.HasSuffix(strings.ToLower(name), ".xml") {
			xml += n
		}
	}
	if xml > mostSheetXML {
		return ErrTooLarge
	}
	return nil
}

func (a *archive) size(name string) (int64, error) {
	r, err := a.open(name)
	if err != nil {
		return 0, err
	}
	defer r.Close()
	var n int64
	buf := make([]byte, 32<<10)
	for {
		got, err := r.Read(buf)
		n += int64(got)
		switch {
		case err == ErrTooLarge:
			return n, err
		case err != nil:
			return n, nil
		}
	}
}

type workbook struct {
	file     *excelize.File
	flow     *flow
	text     *Text
	dates    map[int]bool // by style: its numbers are dates or times
	from1904 bool
}

// sheet reads one sheet; one that cannot be read (a chart) says nothing.
func (w *workbook) sheet(name string, named bool) {
	if visible, err := w.file.GetSheetVisible(name); err != nil || !visible {
		w.text.Doubts = append(w.text.Doubts, Doubt{Code: SheetHidden, Args: map[string]string{"name": name}})
		return
	}
	rows, err := w.file.Rows(name)
	if err != nil {
		return
	}
	defer rows.Close()
	merged := w.merged(name)
	sheet := Sheet{Name: name}
	var above []string
	for n, empty := 1, 0; rows.Next() && n <= mostRows && empty < mostEmpty && !w.flow.full(); n++ {
		values, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			break
		}
		values = values[:min(len(values), mostColumns)]
		if strings.TrimSpace(strings.Join(values, "")) == "" {
			empty++
			continue
		}
		if empty = 0; named && len(sheet.Rows) == 0 {
			w.flow.out.gap()
			w.flow.out.line("## " + strings.Join(strings.Fields(name), " "))
		}
		var cells []string
		var line []cell
		for i, v := range values {
			covered := merged[place{n, i + 1}]
			v = w.value(name, n, i+1, v)
			line = append(line, cell{columns: 1, covered: covered, blocks: []block{{text: paragraph{text: v}}}})
			if covered && v == "" && i < len(above) {
				v = above[i]
			}
			cells = append(cells, v)
		}
		w.flow.cells += len(line)
		before := w.flow.out.lines
		if above = w.flow.printRow(line, above); w.flow.out.lines > before {
			sheet.Rows = append(sheet.Rows, Row{Line: w.flow.out.lines, Cells: cells})
		}
	}
	if len(sheet.Rows) > 0 {
		w.text.Sheets = append(w.text.Sheets, sheet)
	}
}

type place struct{ row, column int }

// merged notes the cells under the first one of a merged range, in its first column.
func (w *workbook) merged(sheet string) map[place]bool {
	covered := map[place]bool{}
	ranges, err := w.file.GetMergeCells(sheet, true)
	if err != nil {
		return covered
	}
	for _, r := range ranges {
		column, first, err1 := excelize.CellNameToCoordinates(r.GetStartAxis())
		_, last, err2 := excelize.CellNameToCoordinates(r.GetEndAxis())
		for n := first + 1; err1 == nil && err2 == nil && n <= min(last, mostRows) && len(covered) < mostCells; n++ {
			covered[place{n, column}] = true
		}
	}
	return covered
}

// value writes a cell: a number that is shown as a date or a time as 2006-01-02 or 15:04, another number without noise.
func (w *workbook) value(sheet string, row, column int, raw string) string {
	n, err := strconv.ParseFloat(raw, 64)
	if err != nil || n < 0 || n > 2_958_465 || math.IsNaN(n) {
		return strings.TrimSpace(raw)
	}
	if !w.isDate(sheet, row, column) {
		if strings.ContainsAny(raw, ".eE") {
			return strconv.FormatFloat(n, 'f', -1, 64)
		}
		return raw
	}
	t, err := excelize.ExcelDateToTime(n+0.5/86400, w.from1904)
	if err != nil {
		return raw
	}
	switch whole := n == math.Floor(n); {
	case n < 1:
		return t.Format("15:04")
	case whole:
		return t.Format("2006-01-02")
	}
	return t.Format("2006-01-02 15:04")
}

// isDate asks how the cell is shown.
func (w *workbook) isDate(sheet string, row, column int) bool {
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return false
	}
	id, err := w.file.GetCellStyle(sheet, cell)
	if err != nil {
		return false
	}
	known, ok := w.dates[id]
	if !ok {
		if style, err := w.file.GetStyle(id); err == nil {
			known = isDateFormat(style.NumFmt, style.CustomNumFmt)
		}
		w.dates[id] = known
	}
	return known
}

// isDateFormat knows the built-in formats of dates and times (ECMA-376, 18.8.30, with those of Thai Excel, 71 to 81), and a
// format of one's own by the letters in it.
func isDateFormat(id int, custom *string) bool {
	if custom == nil {
		return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58 || id >= 71 && id <= 81
	}
	quoted, bracket := false, false
	for _, r := range strings.ToLower(*custom) {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '[', r == ']':
			bracket = r == '['
		case bracket:
		case r == ';':
			return false
		case strings.ContainsRune("ymdhsปดว", r):
			return true
		}
	}
	return false
}
