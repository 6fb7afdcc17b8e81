package opinion

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// CSVError is a problem in a file. Line counts from 1 with the heading; Column
// is the heading of the column, empty when the whole line is meant.
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

// table reads a CSV file with a heading line.
type table struct {
	reader  *csv.Reader
	heading []string
	line    int // of the record read last
}

// openTable reads the heading; a byte order mark is skipped.
func openTable(r io.Reader) (*table, error) {
	buffered := bufio.NewReader(r)
	if mark, err := buffered.Peek(3); err == nil && string(mark) == "\ufeff" {
		buffered.Discard(3)
	}
	t := &table{reader: csv.NewReader(buffered), line: 1}
	t.reader.ReuseRecord = true
	heading, err := t.next()
	if errors.Is(err, io.EOF) {
		return nil, CSVError{Line: 1, Problem: "the file is empty"}
	}
	if err != nil {
		return nil, err
	}
	for _, h := range heading {
		t.heading = append(t.heading, strings.TrimSpace(h))
	}
	return t, t.checkHeading()
}

func (t *table) checkHeading() error {
	seen := map[string]bool{}
	for _, h := range t.heading {
		if seen[h] && h != "" {
			return CSVError{1, h, "the column is there twice"}
		}
		seen[h] = true
	}
	return nil
}

// next is the next record, until the following call; io.EOF after the last.
func (t *table) next() ([]string, error) {
	record, err := t.reader.Read()
	var broken *csv.ParseError
	switch {
	case errors.As(err, &broken) && errors.Is(err, csv.ErrFieldCount):
		return nil, CSVError{Line: broken.Line, Problem: fmt.Sprintf("has %d fields, the heading has %d", len(record), len(t.heading))}
	case errors.As(err, &broken):
		return nil, CSVError{Line: broken.Line, Problem: broken.Err.Error()}
	case errors.Is(err, io.EOF):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("after line %d: %w", t.line, err)
	}
	t.line, _ = t.reader.FieldPos(0)
	return record, nil
}

// column is the place of a heading, -1 if it is not there.
func (t *table) column(heading string) int { return slices.Index(t.heading, heading) }

// problem is an error in a field of the record read last.
func (t *table) problem(column int, format string, args ...any) error {
	return CSVError{t.line, t.heading[column], fmt.Sprintf(format, args...)}
}

// id reads an identifier.
func (t *table) id(record []string, column int) (string, error) {
	if s := strings.TrimSpace(record[column]); s != "" {
		return s, nil
	}
	return "", t.problem(column, "is empty")
}

// vote reads -1, 0 or 1.
func (t *table) vote(record []string, column int) (int8, error) {
	switch strings.TrimSpace(record[column]) {
	case "1":
		return Agree, nil
	case "0":
		return Pass, nil
	case "-1":
		return Disagree, nil
	}
	return 0, t.problem(column, "%q is no vote; want 1 (agree), 0 (pass) or -1 (disagree)", record[column])
}

// whole reads a whole number.
func (t *table) whole(record []string, column int) (int64, error) {
	n, err := strconv.ParseInt(strings.TrimSpace(record[column]), 10, 64)
	if err != nil {
		return 0, t.problem(column, "%q is not a whole number", record[column])
	}
	return n, nil
}

// Comment is a statement as Polis exports it.
type Comment struct {
	ID        string
	Moderated int // 1 in, 0 not yet, -1 out
}

// ReadComments reads Polis' comments.csv: the columns comment-id and moderated,
// in any order; others do not count. The error is a CSVError for bad content.
func ReadComments(r io.Reader) ([]Comment, error) {
	t, err := openTable(r)
	if err != nil {
		return nil, err
	}
	id, moderated := t.column("comment-id"), t.column("moderated")
	if id < 0 || moderated < 0 {
		return nil, CSVError{Line: 1, Problem: "want the columns comment-id and moderated"}
	}
	var comments []Comment
	for {
		record, err := t.next()
		if errors.Is(err, io.EOF) {
			return comments, nil
		}
		if err != nil {
			return nil, err
		}
		c, err := t.comment(record, id, moderated)
		if err != nil {
			return nil, err
		}
		comments = append(comments, c)
	}
}

func (t *table) comment(record []string, id, moderated int) (Comment, error) {
	name, err := t.id(record, id)
	if err != nil {
		return Comment{}, err
	}
	state, err := t.whole(record, moderated)
	if err != nil {
		return Comment{}, err
	}
	if state < -1 || state > 1 {
		return Comment{}, t.problem(moderated, "%d is no state; want 1 (in), 0 (not yet) or -1 (out)", state)
	}
	return Comment{strings.Clone(name), int(state)}, nil
}

// ModeratedOut names the statements that were moderated out.
func ModeratedOut(comments []Comment) []string {
	var out []string
	for _, c := range comments {
		if c.Moderated < 0 {
			out = append(out, c.ID)
		}
	}
	return out
}
