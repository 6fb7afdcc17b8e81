package source

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"
)

// delimiters are what may stand between the fields of a CSV file.
var delimiters = []rune{',', ';', '\t', '|'}

// headings of columns by which a CSV file without the name of one is known; a start and a title have to be among them.
var (
	startHeadings = []string{"start", "start time", "start_time", "time", "from", "เริ่ม", "เวลาเริ่ม", "เวลา"}
	titleHeadings = []string{"title", "activity", "session", "summary", "topic", "กิจกรรม", "รายการ", "หัวข้อ"}
)

// looksCSV recognises a table of fields: by its name when its first lines have as many fields, else by its headings.
func looksCSV(ending, text string) bool {
	named := ending == ".csv" || ending == ".tsv" || ending == ".tab"
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if named {
		return strings.ContainsAny(first, ",;\t|")
	}
	var start, title bool
	for _, field := range strings.FieldsFunc(first, func(r rune) bool { return r == ',' || r == ';' }) {
		field = strings.ToLower(strings.Trim(field, " \"\r\ufeff"))
		start = start || slices.Contains(startHeadings, field)
		title = title || slices.Contains(titleHeadings, field) || strings.HasPrefix(field, "title_")
	}
	return start && title
}

// readCSV reads a table of fields; damaged quotes are taken as they stand.
func readCSV(text string) (*Text, error) {
	delimiter := delimiterOf(text)
	if len(text) > MaxText || strings.Count(text, string(delimiter)) > mostCells {
		return nil, ErrTooLarge
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.TrimLeadingSpace = delimiter, true, -1, true
	f := newFlow()
	sheet := Sheet{}
	for !f.full() && len(sheet.Rows) <= mostRows {
		fields, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, ErrBroken
		}
		var line []cell
		for i := range fields[:min(len(fields), mostColumns)] {
			fields[i] = strings.TrimSpace(fields[i])
			line = append(line, cell{columns: 1, blocks: []block{{text: paragraph{text: fields[i]}}}})
		}
		f.cells += len(line)
		before := f.out.lines
		if f.printRow(line, nil); f.out.lines > before {
			sheet.Rows = append(sheet.Rows, Row{Line: f.out.lines, Cells: fields[:len(line)]})
		}
	}
	body, err := f.finish()
	if err != nil || len(sheet.Rows) > mostRows {
		return nil, ErrTooLarge
	}
	return &Text{Format: CSV, Body: body, Sheets: []Sheet{sheet}}, nil
}

// delimiterOf takes the delimiter that cuts the first lines into most fields, the same number in each if there is such.
func delimiterOf(text string) rune {
	best, most := ',', 0
	lines := strings.SplitN(text, "\n", 11)
	for _, d := range delimiters {
		least, all := 1<<30, 0
		for _, l := range lines[:min(len(lines), 10)] {
			if strings.TrimSpace(l) != "" {
				n := strings.Count(l, string(d))
				least, all = min(least, n), all+min(n, 50)
			}
		}
		if score := min(least, 1000)*100 + all; score > most {
			best, most = d, score
		}
	}
	return best
}
