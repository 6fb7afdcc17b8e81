package rating

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"sala.example/internal/csvfile"
	"sala.example/internal/thai"
)

// Row is one line of a ratings file: what one rater gave one item on one
// criterion in one round. Value 0 is no rating: "I don't know" if DontKnow is
// set, otherwise an abstention.
type Row struct {
	Rater, Group, Item, Criterion string
	Round, Value                  int
	DontKnow                      bool
}

// maxCSVErrors is how many problems are worth reading at once.
const maxCSVErrors = 20

// csvColumns are the columns of a ratings file; all are required, in any order.
func csvColumns() []string {
	return []string{"rater", "group", "item", "criterion", "round", "value"}
}

// columnNamed is the column that a name in the header stands for, or that name.
func columnNamed(name string) string {
	name = strings.ToLower(name)
	if column, known := thaiColumns[name]; known {
		return column
	}
	return name
}

var thaiColumns = map[string]string{
	"ผู้ให้คะแนน": "rater", "กลุ่ม": "group", "ข้อ": "item", "ข้อเสนอแนะ": "item",
	"เกณฑ์": "criterion", "ด้าน": "criterion", "รอบ": "round", "คะแนน": "value",
}

// ReadCSV reads a ratings file: a header with the columns rater, group, item,
// criterion, round and value in any order (or their Thai names), then one line
// a rating. value is a whole number from 1 to 9; a cell that is empty or says
// "abstain" is an abstention, one that says "don't know", "dk" or "?" is
// counted apart. round is a whole number from 1. Any criterion may be named.
// Numbers may be in Thai digits.
//
// What package csvfile forgives is forgiven. The error joins a csvfile.Problem
// for each problem, at most the first twenty, and then no rows are returned.
func ReadCSV(r io.Reader) ([]Row, error) {
	table, err := csvfile.Open(r)
	if err != nil {
		return nil, fmt.Errorf("%w; want a header with the columns %s", err, strings.Join(csvColumns(), ", "))
	}
	p := csvReader{Table: table, index: map[string]int{}, seen: map[ratingKey]int{}, groups: map[string]membership{}}
	if err := p.readHeader(); err != nil {
		return nil, err
	}
	return p.readRows()
}

// csvReader remembers what must not come twice.
type csvReader struct {
	*csvfile.Table
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

func (p *csvReader) readHeader() error {
	for i, name := range p.Header {
		name = columnNamed(name)
		_, twice := p.index[name]
		switch {
		case !slices.Contains(csvColumns(), name):
			p.problem("", "unknown column %q; want %s", clip(name), strings.Join(csvColumns(), ", "))
		case twice:
			p.problem(name, "the column is there twice")
		}
		p.index[name] = i
	}
	for _, name := range csvColumns() {
		if _, found := p.index[name]; !found {
			p.problem(name, "the column is missing")
		}
	}
	return errors.Join(p.errs...)
}

func (p *csvReader) readRows() ([]Row, error) {
	for len(p.errs) < maxCSVErrors {
		fields, err := p.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			p.errs = append(p.errs, err)
			continue
		}
		p.readRow(fields)
	}
	if len(p.errs) > 0 {
		return nil, errors.Join(p.errs...)
	}
	if len(p.rows) == 0 {
		return nil, csvfile.Problem{Line: p.Line() + 1, What: "there is no rating after the header"}
	}
	return p.rows, nil
}

func (p *csvReader) readRow(fields []string) {
	before := len(p.errs)
	field := func(column string) string { return fields[p.index[column]] }
	for _, column := range []string{"rater", "group", "item", "criterion"} {
		if field(column) == "" {
			p.problem(column, "is empty")
		}
	}
	if field("group") == Others {
		p.problem("group", "%q is what merged groups are called; give the group another name", Others)
	}
	row := Row{
		Rater: field("rater"), Group: field("group"), Item: field("item"), Criterion: field("criterion"),
		Round: p.round(field("round")),
	}
	row.Value, row.DontKnow = p.value(field("value"))
	if len(p.errs) == before {
		p.add(row)
	}
}

// add keeps a row unless it says something else than an earlier one.
func (p *csvReader) add(row Row) {
	key := ratingKey{row.Rater, row.Item, row.Criterion, row.Round}
	if first, twice := p.seen[key]; twice {
		p.problem("value", "rater %q already rated item %q on %s in round %d, in line %d",
			clip(row.Rater), clip(row.Item), clip(row.Criterion), row.Round, first)
		return
	}
	p.seen[key] = p.Line()
	was, known := p.groups[row.Rater]
	if known && was.group != row.Group {
		p.problem("group", "rater %q is in group %q here and in %q in line %d",
			clip(row.Rater), clip(row.Group), clip(was.group), was.line)
		return
	}
	if !known {
		p.groups[row.Rater] = membership{row.Group, p.Line()}
	}
	p.rows = append(p.rows, row)
}

func (p *csvReader) round(text string) int {
	n, err := strconv.Atoi(thai.Arabic(text))
	if err != nil || n < 1 {
		p.problem("round", "%q is not a whole number from 1", clip(text))
	}
	return n
}

func (p *csvReader) value(text string) (value int, dontKnow bool) {
	word := strings.ToLower(strings.ReplaceAll(text, "’", "'"))
	switch {
	case slices.Contains(abstentions, word):
		return 0, false
	case slices.Contains(dontKnows, word):
		return 0, true
	}
	n, err := strconv.Atoi(thai.Arabic(text))
	if err != nil || CheckRating(n) != nil {
		p.problem("value", `%q is not a whole number from 1 to 9; leave it empty for an abstention, write "dk" for "I don't know"`, clip(text))
	}
	return n, false
}

// What a cell says that holds no rating.
var (
	abstentions = []string{"", "abstain", "abstained", "abstention", "งดให้คะแนน", "ไม่ให้คะแนน"}
	dontKnows   = []string{"?", "dk", "don't know", "dont know", "do not know", "i don't know", "dont_know", "ไม่ทราบ", "ไม่รู้"}
)

func (p *csvReader) problem(column, format string, args ...any) {
	p.errs = append(p.errs, csvfile.Problem{Line: p.Line(), Column: column, What: fmt.Sprintf(format, args...)})
}

// clip keeps a message readable when a field is a whole page.
func clip(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
