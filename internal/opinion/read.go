package opinion

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"sala.example/internal/csvfile"
)

// table is a CSV file of identifiers, votes and numbers.
type table struct{ *csvfile.Table }

func openTable(r io.Reader) (table, error) {
	t, err := csvfile.Open(r)
	if err != nil {
		return table{}, err
	}
	return table{t}, table{t}.checkHeader()
}

func (t table) checkHeader() error {
	seen := map[string]bool{}
	for i, name := range t.Header {
		if seen[name] && name != "" {
			return t.Problem(i, "the column is there twice")
		}
		seen[name] = true
	}
	return nil
}

// id reads an identifier.
func (t table) id(record []string, column int) (string, error) {
	if record[column] == "" {
		return "", t.Problem(column, "is empty")
	}
	return record[column], nil
}

// vote reads -1, 0 or 1.
func (t table) vote(record []string, column int) (int8, error) {
	switch record[column] {
	case "1":
		return Agree, nil
	case "0":
		return Pass, nil
	case "-1":
		return Disagree, nil
	}
	return 0, t.Problem(column, "%q is no vote; want 1 (agree), 0 (pass) or -1 (disagree)", record[column])
}

// whole reads a whole number.
func (t table) whole(record []string, column int) (int64, error) {
	n, err := strconv.ParseInt(record[column], 10, 64)
	if err != nil {
		return 0, t.Problem(column, "%q is not a whole number", record[column])
	}
	return n, nil
}

// Comment is a statement as Polis exports it.
type Comment struct {
	ID        string
	Moderated int // 1 in, 0 not yet, -1 out
}

// ReadComments reads Polis' comments.csv: the columns comment-id and moderated,
// in any order; others do not count. The error is a csvfile.Problem for bad content.
func ReadComments(r io.Reader) ([]Comment, error) {
	t, err := openTable(r)
	if err != nil {
		return nil, err
	}
	id, moderated := t.Column("comment-id"), t.Column("moderated")
	if id < 0 || moderated < 0 {
		return nil, csvfile.Problem{Line: t.Line(), What: "want the columns comment-id and moderated"}
	}
	var comments []Comment
	for {
		record, err := t.Next()
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

func (t table) comment(record []string, id, moderated int) (Comment, error) {
	name, err := t.id(record, id)
	if err != nil {
		return Comment{}, err
	}
	state, err := t.whole(record, moderated)
	if err != nil {
		return Comment{}, err
	}
	if state < -1 || state > 1 {
		return Comment{}, t.Problem(moderated, "%d is no state; want 1 (in), 0 (not yet) or -1 (out)", state)
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
