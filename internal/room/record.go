package room

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"sala.example/internal/journal"
	"sala.example/internal/journal/record"
	"sala.example/internal/workshop"
)

// WriteRecord writes the workshop's record: every event, and
// the words that the report prints, with the salts that tie them to the chain.
// Introduction cards and captions stay out, and so does whatever was erased.
func (r *Room) WriteRecord(ctx context.Context, w io.Writer, s *workshop.State) error {
	seq, head, err := r.deps.Journal.Head(ctx, r.id)
	if err != nil {
		return fmt.Errorf("read head for the record: %w", err)
	}
	title, err := json.Marshal(s.Settings.Title)
	if err != nil {
		return fmt.Errorf("encode title: %w", err)
	}
	header := record.Header{Workshop: r.id, Events: seq, Head: head, Title: title}
	if err := record.Write(w, header, journal.All(ctx, r.deps.Journal, r.id, 0), r.disclosed(s)); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	return nil
}

// disclosed are the passages that the room saw as part of the deliberation.
func (r *Room) disclosed(s *workshop.State) []record.Passage {
	shown := *s
	shown.Participants = nil         // introduction cards
	shown.Captions = nil             // what people said, and did not write
	shown.Statements = s.Moderated() // what no moderator looked at was never shown
	all := r.Passages()
	var passages []record.Passage
	for _, w := range workshop.WordsIn(&shown) {
		if p, ok := all[w.Ref]; ok {
			passages = append(passages, record.Passage{Ref: p.Ref, Salt: p.Salt, Text: p.Text})
		}
	}
	slices.SortFunc(passages, func(a, b record.Passage) int { return cmp.Compare(a.Ref, b.Ref) })
	return slices.CompactFunc(passages, func(a, b record.Passage) bool { return a.Ref == b.Ref })
}

// Head is the hash of the last event.
func (r *Room) Head(ctx context.Context) (seq uint64, hash journal.Hash, err error) {
	return r.deps.Journal.Head(ctx, r.id)
}
