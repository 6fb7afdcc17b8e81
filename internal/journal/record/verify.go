package record

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"

	"sala.example/internal/journal"
)

// Summary is what a sound record holds.
type Summary struct {
	Workshop string
	Events   uint64
	Head     journal.Hash
}

// Verify reads a record from its first byte to its last and returns nil only for exactly what Write wrote. The error names
// what is wrong: a *journal.Damage for the first damaged event, ErrNotRecord, ErrTruncated, ErrAltered, or an error of r. It keeps one line and
// the refs of passages in memory, never more than a small multiple of what it has read.
func Verify(r io.Reader) (Summary, error) {
	in := &reader{lines: bufio.NewScanner(r), sum: sha256.New()}
	in.lines.Buffer(nil, MaxLine)
	in.lines.Split(splitLine)
	header, err := in.header()
	if err != nil {
		return Summary{}, err
	}
	summary := Summary{Workshop: header.Workshop, Events: header.Events, Head: header.Head}
	refs, err := in.events(header)
	if err != nil {
		return summary, err
	}
	return summary, in.rest(refs)
}

// splitLine gives a line with its line feed; bytes without one at the end of the file are a truncated line.
func splitLine(data []byte, atEOF bool) (int, []byte, error) {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1, data[:i+1], nil
	}
	if atEOF && len(data) > 0 {
		return 0, nil, ErrTruncated
	}
	return 0, nil, nil
}

type reader struct {
	lines *bufio.Scanner
	sum   hash.Hash // of all lines before the one that next gave last
}

// next gives the next line. It is valid until the call after. At the end of the file it gives ErrTruncated: a record says itself where it ends.
func (in *reader) next() ([]byte, error) {
	if in.lines.Scan() {
		return in.lines.Bytes(), nil
	}
	if err := in.lines.Err(); err != nil {
		return nil, err
	}
	return nil, ErrTruncated
}

func (in *reader) header() (headerLine, error) {
	line, err := in.next()
	if errors.Is(err, bufio.ErrTooLong) || errors.Is(err, ErrTruncated) {
		return headerLine{}, ErrNotRecord
	}
	if err != nil {
		return headerLine{}, err
	}
	in.sum.Write(line)
	header, err := decode[headerLine](line)
	switch {
	case err != nil || header.Sala != kind || header.Workshop == "":
		return headerLine{}, ErrNotRecord
	case header.Version != version:
		return headerLine{}, fmt.Errorf("%w: version %d is not known here", ErrNotRecord, header.Version)
	}
	return header, nil
}

func (in *reader) events(header headerLine) (*refs, error) {
	chain, refs := journal.Chain{Workshop: header.Workshop}, newRefs()
	for chain.Seq < header.Events {
		line, err := in.next()
		if errors.Is(err, bufio.ErrTooLong) {
			return nil, &journal.Damage{Seq: chain.Seq + 1, Reason: "is too long"}
		}
		if err != nil {
			return nil, fmt.Errorf("event %d: %w", chain.Seq+1, err)
		}
		in.sum.Write(line)
		event, err := decode[journal.Event](line)
		if err != nil {
			return nil, &journal.Damage{Seq: chain.Seq + 1, Reason: absence(line)}
		}
		if err := chain.Check(event); err != nil {
			return nil, err
		}
		if err := refs.collect(event.Data); err != nil {
			return nil, &journal.Damage{Seq: chain.Seq, Reason: "was altered"}
		}
	}
	if chain.Hash != header.Head {
		return nil, fmt.Errorf("%w: the header names another head", ErrAltered)
	}
	return refs, nil
}

// absence says why there is no event in a line: it is gone, when what comes after the events stands in its place.
func absence(line []byte) string {
	_, notEnd := decode[endLine](line)
	_, notPassage := decode[passageLine](line)
	if notEnd == nil || notPassage == nil {
		return "is missing"
	}
	return "was altered"
}

// rest reads the passages, the end and nothing more.
func (in *reader) rest(refs *refs) error {
	for {
		line, err := in.next()
		if errors.Is(err, bufio.ErrTooLong) {
			return fmt.Errorf("%w: a passage is too long", ErrAltered)
		}
		if err != nil {
			return err
		}
		if end, err := decode[endLine](line); err == nil {
			return in.end(end)
		}
		in.sum.Write(line)
		if err := checkPassage(refs, line); err != nil {
			return fmt.Errorf("%w: %w", ErrAltered, err)
		}
	}
}

func checkPassage(refs *refs, line []byte) error {
	disclosed, err := decode[passageLine](line)
	if err != nil {
		return errors.New("neither a passage nor the end")
	}
	salt, err := hex.DecodeString(disclosed.Salt)
	if err != nil || hex.EncodeToString(salt) != disclosed.Salt {
		return fmt.Errorf("passage %q has a salt that is not hex", disclosed.Passage)
	}
	return refs.disclose(Passage{Ref: disclosed.Passage, Salt: salt, Text: disclosed.Text})
}

func (in *reader) end(end endLine) error {
	if !end.End || !bytes.Equal(end.Sum[:], in.sum.Sum(nil)) {
		return fmt.Errorf("%w: the sum does not match", ErrAltered)
	}
	if _, err := in.next(); !errors.Is(err, ErrTruncated) || in.lines.Err() != nil {
		return fmt.Errorf("%w: something stands behind the end", ErrAltered)
	}
	return nil
}
