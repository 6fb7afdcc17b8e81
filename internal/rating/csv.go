package rating

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Row is one line of a ratings file: what one rater gave one item on one
// criterion in one round. Value 0 is an abstention.
type Row struct {
	Rater, Group, Item, Criterion string
	Round, Value                  int
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

// ReadCSV reads a ratings file: a header with the columns rater, group, item,
// criterion, round and value in any order, then one line a rating. value is a
// whole number from 1 to 9, or empty for an abstention; round is a whole number
// from 1. A byte order mark is skipped, spaces around fields do not count.
// Any criterion may be named. The error joins a CSVError for each problem, at
// most the first twenty, and then no rows are returned.
func ReadCSV(r io.Reader) ([]Row, error) {
	reader := csv.NewReader(skipBOM(r))
	reader.FieldsPerRecord = -1
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, CSVError{Line: 1, Problem: "the file is empty; want a header with the columns " + strings.Join(csvColumns(), ", ")}
	}
	if err != nil {
		return nil, brokenLine(err)
	}
	p := csvReader{reader: reader, seen: map[ratingKey]int{}, groups: map[string]membership{}}
	if err := p.readHeader(header); err != nil {
		return nil, err
	}
	return p.readRows()
}

// csvReader remembers what must not come twice.
type csvReader struct {
	reader *csv.Reader
	width  int
	index  map[string]int        // column to field
	seen   map[ratingKey]int     // rating to its line
	groups map[string]membership // rater to group
	rows   []Row
	errs   []error
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
		name = strings.ToLower(strings.TrimSpace(name))
		_, twice := p.index[name]
		switch {
		case !slices.Contains(csvColumns(), name):
			p.problem(1, "", fmt.Sprintf("unknown column %q; want %s", clip(name), strings.Join(csvColumns(), ", ")))
		case twice:
			p.problem(1, name, "the column is there twice")
		}
		p.index[name] = i
	}
	for _, name := range csvColumns() {
		if _, found := p.index[name]; !found {
			p.problem(1, name, "the column is missing")
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
		p.problem(2, "", "there is no rating after the header")
	}
	if len(p.errs) > 0 {
		return nil, errors.Join(p.errs...)
	}
	return p.rows, nil
}

func (p *csvReader) readRow(record []string) {
	line, _ := p.reader.FieldPos(0)
	if len(record) != p.width {
		p.problem(line, "", fmt.Sprintf("%d fields, the header has %d", len(record), p.width))
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
		Round: p.round(line, field("round")), Value: p.value(line, field("value")),
	}
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

func (p *csvReader) value(line int, text string) int {
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil || CheckRating(n) != nil {
		p.problem(line, "value", fmt.Sprintf("%q is not a whole number from 1 to 9; leave it empty for an abstention", clip(text)))
	}
	return n
}

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
