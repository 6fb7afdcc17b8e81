package opinion

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"sala.example/internal/csvfile"
)

// ReadVotes reads the votes that Polis exports, in either of its shapes, told
// by their headers; columns may be in any order. What package csvfile forgives is
// forgiven.
//
// votes.csv has a line for each vote: comment-id, voter-id, vote, and timestamp
// for the order of a voter's votes on one statement (without it, that of the
// lines). Other columns do not count.
//
// participants-votes.csv has a line for each participant: participant, a
// column for each statement named by its number, empty for no vote, and
// optionally xid, group-id, n-comments, n-votes, n-agree and n-disagree.
//
// The error is a csvfile.Problem for bad content, and then no votes are returned.
func ReadVotes(r io.Reader) ([]Vote, error) {
	t, err := openTable(r)
	if err != nil {
		return nil, err
	}
	var read func([]string) error
	v := voteReader{table: t, known: map[string]string{}}
	switch {
	case t.Column("comment-id") >= 0 && t.Column("voter-id") >= 0 && t.Column("vote") >= 0:
		read = v.long()
	case t.Column("participant") >= 0:
		read, err = v.wide()
	default:
		err = csvfile.Problem{Line: t.Line(), What: "want the columns comment-id, voter-id and vote (votes.csv), or participant and a column for each statement (participants-votes.csv)"}
	}
	if err != nil {
		return nil, err
	}
	return v.all(read)
}

type voteReader struct {
	table
	votes []Vote
	known map[string]string // one string for each identifier
}

func (v *voteReader) all(read func([]string) error) ([]Vote, error) {
	for {
		record, err := v.Next()
		if errors.Is(err, io.EOF) {
			return v.votes, nil
		}
		if err != nil {
			return nil, err
		}
		if err := read(record); err != nil {
			return nil, err
		}
	}
}

// name reads an identifier that may be kept.
func (v *voteReader) name(record []string, column int) (string, error) {
	s, err := v.id(record, column)
	if err != nil {
		return "", err
	}
	if known, ok := v.known[s]; ok {
		return known, nil
	}
	s = strings.Clone(s)
	v.known[s] = s
	return s, nil
}

// long reads the lines of votes.csv.
func (v *voteReader) long() func([]string) error {
	statement, voter, vote, timestamp := v.Column("comment-id"), v.Column("voter-id"), v.Column("vote"), v.Column("timestamp")
	return func(record []string) error {
		next := Vote{Time: int64(v.Line())}
		var err error
		if next.Statement, err = v.name(record, statement); err != nil {
			return err
		}
		if next.Voter, err = v.name(record, voter); err != nil {
			return err
		}
		if next.Value, err = v.vote(record, vote); err != nil {
			return err
		}
		if timestamp >= 0 {
			if next.Time, err = v.whole(record, timestamp); err != nil {
				return err
			}
		}
		v.votes = append(v.votes, next)
		return nil
	}
}

// aboutVoter are the columns of participants-votes.csv that are no statements.
func aboutVoter() []string {
	return []string{"participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"}
}

// wide reads the lines of participants-votes.csv.
func (v *voteReader) wide() (func([]string) error, error) {
	participant := v.Column("participant")
	var statements []int
	for c, h := range v.Header {
		if slices.Contains(aboutVoter(), strings.ToLower(h)) {
			continue
		}
		if h == "" {
			return nil, v.Problem(c, "column %d has no name", c+1)
		}
		if _, err := strconv.ParseUint(h, 10, 63); err != nil {
			return nil, v.Problem(c, "is neither the number of a statement nor one of %s", strings.Join(aboutVoter(), ", "))
		}
		statements = append(statements, c)
	}
	seen := map[string]bool{}
	return func(record []string) error {
		voter, err := v.name(record, participant)
		if err != nil {
			return err
		}
		if seen[voter] {
			return v.Problem(participant, "%s has two lines", voter)
		}
		seen[voter] = true
		return v.wideVotes(record, voter, statements)
	}, nil
}

func (v *voteReader) wideVotes(record []string, voter string, statements []int) error {
	for _, c := range statements {
		if record[c] == "" {
			continue
		}
		value, err := v.vote(record, c)
		if err != nil {
			return err
		}
		v.votes = append(v.votes, Vote{Voter: voter, Statement: v.Header[c], Value: value})
	}
	return nil
}
