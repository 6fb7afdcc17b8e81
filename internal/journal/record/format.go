// Package record writes and checks record.sala, what is published of a workshop: JSON Lines in UTF-8, each line ended by a
// line feed and in exactly the form that Write gives it.
//
//	{"sala":"record","version":1,"workshop":…,"events":N,"head":HASH,"title":…}
//	N events in order, as in journal.Event
//	disclosed passages: {"passage":REF,"salt":HEX,"text":…}, each matching a {"ref":REF,"hash":HASH} in an event's data
//	{"end":true,"sum":SHA-256 of all bytes before this line}
//
// The chain of hashes shows any change to an event, the sum any other; who compares the head with the one printed in the
// report knows that the record is the one of that day.
package record

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"sala.example/internal/journal"
	"sala.example/internal/passage"
)

// MaxLine is the most bytes that a line may have, its line feed included.
const MaxLine = 4 << 20

const (
	kind    = "record"
	version = 1
)

var (
	// ErrNotRecord tells that the file does not begin like a record of a version known here.
	ErrNotRecord = errors.New("not a record of Sala")
	// ErrTruncated tells that the file stops before its end.
	ErrTruncated = errors.New("truncated")
	// ErrAltered tells that the file was changed outside its events.
	ErrAltered = errors.New("altered outside its events")
)

// Header says what a record holds. Title is any JSON, such as the workshop's title in each language; empty becomes null.
type Header struct {
	Workshop string
	Events   uint64
	Head     journal.Hash
	Title    json.RawMessage
}

// Passage is a person's own words, disclosed with their consent, and the salt that ties them to the journal.
type Passage struct {
	Ref  string
	Salt []byte
	Text string
}

// headerLine, passageLine and endLine are the lines as they are written; the order of the fields is part of the format.
type headerLine struct {
	Sala     string          `json:"sala"`
	Version  int             `json:"version"`
	Workshop string          `json:"workshop"`
	Events   uint64          `json:"events"`
	Head     journal.Hash    `json:"head"`
	Title    json.RawMessage `json:"title"`
}

type passageLine struct {
	Passage string `json:"passage"`
	Salt    string `json:"salt"`
	Text    string `json:"text"`
}

type endLine struct {
	End bool         `json:"end"`
	Sum journal.Hash `json:"sum"`
}

// encode gives the one form in which v may stand in a record.
func encode(v any) ([]byte, error) {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false) // an event's data must stay as it was hashed
	if err := encoder.Encode(v); err != nil {
		return nil, err
	}
	if line.Len() > MaxLine {
		return nil, fmt.Errorf("line of %d bytes, more than %d", line.Len(), MaxLine)
	}
	return line.Bytes(), nil
}

// decode reads a line and refuses any other form of the same value, so that no byte can change unseen.
func decode[T any](line []byte) (T, error) {
	var v T
	if err := json.Unmarshal(line, &v); err != nil {
		return v, err
	}
	again, err := encode(v)
	if err != nil {
		return v, err
	}
	if !bytes.Equal(line, again) {
		return v, errors.New("not in the form in which records are written")
	}
	return v, nil
}

// refs are the pairs of ref and hash that stand in the events seen so far, and the refs disclosed.
type refs struct {
	pairs     map[pair]struct{}
	disclosed map[string]struct{}
}

type pair struct{ ref, hash string }

func newRefs() *refs { return &refs{pairs: map[pair]struct{}{}, disclosed: map[string]struct{}{}} }

// collect keeps every {"ref": text, "hash": text} at any depth of data.
func (r *refs) collect(data json.RawMessage) error {
	if !bytes.Contains(data, []byte(`"ref"`)) && !bytes.Contains(data, []byte(`\u`)) {
		return nil // the usual case, without reading it again
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		return err
	}
	r.walk(value)
	return nil
}

func (r *refs) walk(value any) {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			r.walk(item)
		}
	case map[string]any:
		ref, okRef := value["ref"].(string)
		hash, okHash := value["hash"].(string)
		if okRef && okHash {
			r.pairs[pair{ref, hash}] = struct{}{}
		}
		for _, item := range value {
			r.walk(item)
		}
	}
}

// disclose checks a passage against the events, and that it comes only once.
func (r *refs) disclose(p Passage) error {
	if _, twice := r.disclosed[p.Ref]; twice {
		return fmt.Errorf("passage %q is disclosed twice", p.Ref)
	}
	if _, ok := r.pairs[pair{p.Ref, passage.Hash(p.Salt, p.Text)}]; !ok {
		return fmt.Errorf("passage %q does not match the events", p.Ref)
	}
	r.disclosed[p.Ref] = struct{}{}
	return nil
}

func (p Passage) line() passageLine {
	return passageLine{Passage: p.Ref, Salt: hex.EncodeToString(p.Salt), Text: p.Text}
}
