package record

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"iter"
	"unicode/utf8"

	"sala.example/internal/journal"
)

// Write writes a record. It fails, leaving w unfinished, unless the events are the whole and sound sequence that the header
// announces, and every passage matches one of them.
func Write(w io.Writer, header Header, events iter.Seq2[journal.Event, error], passages []Passage) error {
	out := &writer{w: bufio.NewWriter(w), sum: sha256.New()}
	if err := out.header(header); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	refs, err := out.events(header, events)
	if err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	if err := out.passages(refs, passages); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	if err := out.line(endLine{End: true, Sum: journal.Hash(out.sum.Sum(nil))}); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	if err := out.w.Flush(); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	return nil
}

type writer struct {
	w   *bufio.Writer
	sum hash.Hash // of all lines written
}

func (out *writer) line(v any) error {
	line, err := encode(v)
	if err != nil {
		return err
	}
	out.sum.Write(line)
	_, err = out.w.Write(line)
	return err
}

func (out *writer) header(h Header) error {
	if len(h.Title) == 0 {
		h.Title = json.RawMessage("null")
	}
	if h.Workshop == "" || !utf8.ValidString(h.Workshop) || !utf8.Valid(h.Title) {
		return errors.New("the header has no workshop, or is not UTF-8")
	}
	return out.line(headerLine{Sala: kind, Version: version, Workshop: h.Workshop, Events: h.Events, Head: h.Head, Title: h.Title})
}

func (out *writer) events(h Header, events iter.Seq2[journal.Event, error]) (*refs, error) {
	chain, refs := journal.Chain{Workshop: h.Workshop}, newRefs()
	for event, err := range events {
		if err == nil {
			err = chain.Check(event)
		}
		if err == nil {
			err = out.line(event)
		}
		if err == nil {
			err = refs.collect(event.Data)
		}
		if err != nil {
			return nil, err
		}
	}
	if chain.Seq != h.Events || chain.Hash != h.Head {
		return nil, fmt.Errorf("the header announces %d events and head %s, but there are %d and %s", h.Events, h.Head, chain.Seq, chain.Hash)
	}
	return refs, nil
}

func (out *writer) passages(refs *refs, passages []Passage) error {
	for _, p := range passages {
		if !utf8.ValidString(p.Ref) || !utf8.ValidString(p.Text) {
			return fmt.Errorf("passage %q is not UTF-8", p.Ref)
		}
		if err := refs.disclose(p); err != nil {
			return err
		}
		if err := out.line(p.line()); err != nil {
			return err
		}
	}
	return nil
}
