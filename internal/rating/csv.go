package rating

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Row is one line of a ratings file: what one rater gave one item on one
// criterion in one round. Value 0 is no rating: "I don't know" if DontKnow is
// set, otherwise an abstention.
type Row struct {
	Rater, Group, Item, Criterion string
	Round, Value                  int
	DontKnow                      bool
}

// CSVError is one problem in a ratings file. Line counts from 1 with the
// header; Column is empty when the whole line is meant.
type CSVError struct {
	Line    int
	Column  string
	Problem string
}

func (e CSVError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("line %d: %s", e.Line, e.Problem)
	}
	return fmt.Sprintf("line %d, column %s: %s", e.Line, e.Column, e.Problem)
}

// maxCSVErrors is how many problems are worth reading at once.
const maxCSVErrors = 20

// csvColumns are the columns of a ratings file; all are required, in any order.
func csvColumns() []string {
	return []string{"rater", "group", "item", "criterion", "round", "value"}
}

// columnNamed is the column that a heading stands for, or the heading itself.
func columnNamed(heading string) string {
	heading = strings.ToLower(strings.TrimSpace(heading))
	if column, known := thaiHeadings[heading]; known {
		return column
	}
	return heading
}

var thaiHeadings = map[string]string{
	"ผู้ให้คะแนน": "rater", "กลุ่ม": "group", "ข้อ": "item", "ข้อเสนอแนะ": "item",
	"เกณฑ์": "criterion", "ด้าน": "criterion", "รอบ": "round", "คะแนน": "value",
}

// ReadCSV reads a ratings file: a header with the columns rater, group, item,
// criterion, round and value in any order (or their Thai names), then one line
// a rating. value is a whole number from 1 to 9; a cell that is empty or says
// "abstain" is an abstention, one that says "don't know", "dk" or "?" is
// counted apart. round is a whole number from 1. Any criterion may be named.
//
// Fields are divided by commas, semicolons or tabs, whichever the header has
// most of. A byte order mark, spaces around fields, blank lines, and the empty
// fields that spreadsheets leave at the end of lines do not count. The error
// joins a CSVError for each problem, at most the first twenty, and then no rows
// are returned.
func ReadCSV(r io.Reader) ([]Row, error) {
	text := bufio.NewReader(skipBOM(r))
	reader := csv.NewReader(text)
	reader.Comma = separator(text)
	reader.FieldsPerRecord = -1
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, CSVError{Line: 1, Problem: "the file is empty; want a header with the columns " + strings.Join(csvColumns(), ", ")}
	}
	if err != nil {
		return nil, brokenLine(err)
	}
	p := csvReader{reader: reader, seen: map[ratingKey]int{}, groups: map[string]membership{}}
	p.headerLine, _ = reader.FieldPos(0)
	if err := p.readHeader(trimEnd(header)); err != nil {
		return nil, err
	}
	return p.readRows()
}

// separator looks ahead at the first line that is not blank.
func separator(text *bufio.Reader) rune {
	head, _ := text.Peek(text.Size())
	line, _, _ := strings.Cut(strings.TrimLeft(string(head), "\r\n"), "\n")
	best := ','
	for _, candidate := range ";\t" {
		if strings.Count(line, string(candidate)) > strings.Count(line, string(best)) {
			best = candidate
		}
	}
	return best
}

// trimEnd drops the empty fields at the end of a line.
func trimEnd(record []string) []string {
	for len(record) > 0 && strings.TrimSpace(record[len(record)-1]) == "" {
		record = record[:len(record)-1]
	}
	return record
}

// csvReader remembers what must not come twice.
type csvReader struct {
	reader     *csv.Reader
	width      int
	index      map[string]int // column to field
	headerLine int
	seen       map[ratingKey]int     // rating to its line
	groups     map[string]membership // rater to group
	rows       []Row
	errs       []error
}

type ratingKey struct {
	rater, item, criterion string
	round                  int
}

type membership struct {
	group string
	line  int
}

func (p *csvReader) readHeader(header []string) error {
	p.width, p.index = len(header), map[string]int{}
	for i, name := range header {
		name = columnNamed(name)
		_, twice := p.index[name]
		switch {
		case !slices.Contains(csvColumns(), name):
			p.problem(p.headerLine, "", fmt.Sprintf("unknown column %q; want %s", clip(name), strings.Join(csvColumns(), ", ")))
		case twice:
			p.problem(p.headerLine, name, "the column is there twice")
		}
		p.index[name] = i
	}
	for _, name := range csvColumns() {
		if _, found := p.index[name]; !found {
			p.problem(p.headerLine, name, "the column is missing")
		}
	}
	return errors.Join(p.errs...)
}

func (p *csvReader) readRows() ([]Row, error) {
	for len(p.errs) < maxCSVErrors {
		record, err := p.reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			p.errs = append(p.errs, brokenLine(err))
			break
		}
		p.readRow(record)
	}
	if len(p.rows) == 0 && len(p.errs) == 0 {
		p.problem(p.headerLine+1, "", "there is no rating after the header")
	}
	if len(p.errs) > 0 {
		return nil, errors.Join(p.errs...)
	}
	return p.rows, nil
}

func (p *csvReader) readRow(record []string) {
	line, _ := p.reader.FieldPos(0)
	filled := len(trimEnd(record))
	switch {
	case filled == 0: // a spreadsheet's empty row
		return
	case filled > p.width, len(record) < p.width:
		p.problem(line, "", fmt.Sprintf("%d fields, the header has %d", len(record), p.width))
		return
	case !utf8.ValidString(strings.Join(record, "")):
		p.problem(line, "", "the text is not UTF-8; save the file as CSV UTF-8")
		return
	}
	before := len(p.errs)
	field := func(column string) string { return strings.TrimSpace(record[p.index[column]]) }
	for _, column := range []string{"rater", "group", "item", "criterion"} {
		if field(column) == "" {
			p.problem(line, column, "is empty")
		}
	}
	row := Row{
		Rater: field("rater"), Group: field("group"), Item: field("item"), Criterion: field("criterion"),
		Round: p.round(line, field("round")),
	}
	row.Value, row.DontKnow = p.value(line, field("value"))
	if len(p.errs) == before {
		p.add(line, row)
	}
}

// add keeps a row unless it says something else than an earlier one.
func (p *csvReader) add(line int, row Row) {
	key := ratingKey{row.Rater, row.Item, row.Criterion, row.Round}
	if first, twice := p.seen[key]; twice {
		p.problem(line, "value", fmt.Sprintf("rater %q already rated item %q on %s in round %d, in line %d",
			clip(row.Rater), clip(row.Item), clip(row.Criterion), row.Round, first))
		return
	}
	p.seen[key] = line
	was, known := p.groups[row.Rater]
	if known && was.group != row.Group {
		p.problem(line, "group", fmt.Sprintf("rater %q is in group %q here and in %q in line %d",
			clip(row.Rater), clip(row.Group), clip(was.group), was.line))
		return
	}
	if !known {
		p.groups[row.Rater] = membership{row.Group, line}
	}
	p.rows = append(p.rows, row)
}

func (p *csvReader) round(line int, text string) int {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		p.problem(line, "round", fmt.Sprintf("%q is not a whole number from 1", clip(text)))
	}
	return n
}

func (p *csvReader) value(line int, text string) (value int, dontKnow bool) {
	word := strings.ToLower(strings.ReplaceAll(text, "’", "'"))
	switch {
	case slices.Contains(abstentions, word):
		return 0, false
	case slices.Contains(dontKnows, word):
		return 0, true
	}
	n, err := strconv.Atoi(text)
	if err != nil || CheckRating(n) != nil {
		p.problem(line, "value", fmt.Sprintf(`%q is not a whole number from 1 to 9; leave it empty for an abstention, write "dk" for "I don't know"`, clip(text)))
	}
	return n, false
}

// What a cell says that holds no rating.
var (
	abstentions = []string{"", "abstain", "abstained", "abstention", "งดให้คะแนน", "ไม่ให้คะแนน"}
	dontKnows   = []string{"?", "dk", "don't know", "dont know", "do not know", "i don't know", "dont_know", "ไม่ทราบ", "ไม่รู้"}
)

func (p *csvReader) problem(line int, column, text string) {
	p.errs = append(p.errs, CSVError{line, column, text})
}

// brokenLine puts a quoting error in the words of the other problems.
func brokenLine(err error) error {
	var broken *csv.ParseError
	if errors.As(err, &broken) {
		return CSVError{Line: broken.Line, Problem: "the quotation marks do not match"}
	}
	return fmt.Errorf("read ratings: %w", err)
}

// clip keeps a message readable when a field is a whole page.
func clip(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
