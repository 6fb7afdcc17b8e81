// Package csvfile reads tables that people keep in spreadsheets and save as CSV:
// it takes what spreadsheets do to such files as it comes, and says of anything
// else in which line the problem is.
package csvfile

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Problem is what is wrong in a file. Line counts from 1 with the header; Column
// is the header's name of the column, empty when the whole line is meant.
type Problem struct {
	Line   int
	Column string
	What   string
}

// Error says where the problem is, then what it is.
func (p Problem) Error() string {
	if p.Column == "" {
		return fmt.Sprintf("line %d: %s", p.Line, p.What)
	}
	return fmt.Sprintf("line %d, column %s: %s", p.Line, p.Column, p.What)
}

// Table is a CSV file with a header. Fields are divided by commas, semicolons or
// tabs, whichever the first line has most of. Lines end in LF, CR LF or, as old
// Macs write them, CR alone. A byte order mark, spaces around fields, blank lines,
// lines of empty fields, and empty fields beyond the header do not count.
type Table struct {
	Header []string // one name or more, the last of them not empty
	reader *csv.Reader
	line   int
	ended  bool
}

// Open reads the header. The error is a Problem for bad content.
func Open(r io.Reader) (*Table, error) {
	text := bufio.NewReader(r)
	if head, err := text.Peek(3); err == nil && string(head) == "\ufeff" {
		_, _ = text.Discard(3) // just peeked, so it cannot fail
	}
	head, _ := text.Peek(text.Size())
	t := &Table{reader: csv.NewReader(withLineFeeds(text, string(head))), line: 1}
	t.reader.Comma = separator(string(head))
	t.reader.FieldsPerRecord = -1
	t.reader.ReuseRecord = true
	header, err := t.read()
	if errors.Is(err, io.EOF) {
		return nil, Problem{Line: 1, What: "the file is empty"}
	}
	if err != nil {
		return nil, err
	}
	t.Header = slices.Clone(trimEnd(header))
	return t, nil
}

// withLineFeeds gives a file in which CR alone ends the lines one that package
// csv can read.
func withLineFeeds(text io.Reader, head string) io.Reader {
	if strings.Contains(head, "\n") || !strings.Contains(head, "\r") {
		return text
	}
	return lineFeeds{text}
}

// lineFeeds reads CR as LF.
type lineFeeds struct{ io.Reader }

func (r lineFeeds) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	for i := range p[:n] {
		if p[i] == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// separator looks at the first line that is not blank.
func separator(head string) rune {
	line := strings.TrimLeft(head, "\r\n")
	if end := strings.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end]
	}
	best := ','
	for _, candidate := range ";\t" {
		if strings.Count(line, string(candidate)) > strings.Count(line, string(best)) {
			best = candidate
		}
	}
	return best
}

// Line is the line of the row read last, before any row that of the header.
func (t *Table) Line() int { return t.line }

// Column is the place of a column in the header and in every row, -1 if it is
// not there. Capitals do not count.
func (t *Table) Column(name string) int {
	return slices.IndexFunc(t.Header, func(h string) bool { return strings.EqualFold(h, name) })
}

// Problem is a problem in a column of the row read last.
func (t *Table) Problem(column int, format string, args ...any) Problem {
	return Problem{t.line, t.Header[column], fmt.Sprintf(format, args...)}
}

// Next is the next row, as many fields as the header has; it is overwritten by
// the one after it. The error is io.EOF after the last row, and a Problem for a
// row that cannot be used: reading may go on with the next row, and where there
// is no way on, io.EOF follows.
func (t *Table) Next() ([]string, error) {
	record, err := t.read()
	if err != nil {
		return nil, err
	}
	width := len(t.Header)
	if len(record) < width || len(trimEnd(record)) > width {
		return nil, Problem{Line: t.line, What: fmt.Sprintf("%d fields, the header has %d", len(record), width)}
	}
	return record[:width], nil
}

// read is the next line that is not blank.
func (t *Table) read() ([]string, error) {
	for !t.ended {
		record, err := t.reader.Read()
		if err != nil {
			t.ended = true
			return nil, t.explain(err)
		}
		t.line, _ = t.reader.FieldPos(0)
		for i, field := range record {
			record[i] = strings.TrimSpace(field)
		}
		switch {
		case !isText(record):
			return nil, Problem{Line: t.line, What: "the text is not UTF-8; save the file as CSV UTF-8"}
		case len(trimEnd(record)) > 0:
			return record, nil
		}
	}
	return nil, io.EOF
}

func (t *Table) explain(err error) error {
	var broken *csv.ParseError
	switch {
	case errors.As(err, &broken):
		return Problem{Line: broken.StartLine, What: "the quotation marks do not match"}
	case errors.Is(err, io.EOF):
		return io.EOF
	default:
		return fmt.Errorf("read after line %d: %w", t.line, err)
	}
}

// isText is false for other encodings and for files that hold no text.
func isText(record []string) bool {
	return !slices.ContainsFunc(record, func(field string) bool {
		return !utf8.ValidString(field) || strings.ContainsRune(field, 0)
	})
}

// trimEnd drops the empty fields at the end of a line.
func trimEnd(record []string) []string {
	for len(record) > 0 && record[len(record)-1] == "" {
		record = record[:len(record)-1]
	}
	return record
}
