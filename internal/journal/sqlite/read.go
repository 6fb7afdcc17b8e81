package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"time"

	"sala.example/internal/journal"
)

// Read implements journal.Journal. Every event is checked against its hash, so that a damaged disk shows at once.
func (j *Journal) Read(ctx context.Context, workshop string, after uint64, limit int) ([]journal.Event, error) {
	chain, err := j.place(ctx, workshop, after)
	if err != nil {
		return nil, err
	}
	if limit <= 0 {
		limit = math.MaxInt64
	}
	const query = `SELECT seq, at, role, kind, data, hash FROM event WHERE workshop = ? AND seq > ? ORDER BY seq LIMIT ?`
	rows, err := j.db.Read().QueryContext(ctx, query, workshop, after, limit)
	if err != nil {
		return nil, fmt.Errorf("read workshop %q: %w", workshop, err)
	}
	defer rows.Close()
	var events []journal.Event
	for rows.Next() {
		event, err := scanEvent(rows, chain)
		if err != nil {
			return events, fmt.Errorf("read workshop %q: %w", workshop, err)
		}
		if err := chain.Check(event); err != nil {
			return events, err
		}
		events = append(events, event)
	}
	return events, rows.Err()
}

// place gives the chain that stands behind event number seq.
func (j *Journal) place(ctx context.Context, workshop string, seq uint64) (journal.Chain, error) {
	if seq == 0 {
		return journal.Chain{Workshop: workshop}, nil
	}
	const query = `SELECT seq, hash FROM event WHERE workshop = ? AND seq = ?`
	chain, err := scanHead(j.db.Read().QueryRowContext(ctx, query, workshop, seq), workshop)
	chain.Seq = seq
	return chain, err
}

func scanEvent(rows *sql.Rows, behind journal.Chain) (journal.Event, error) {
	event := journal.Event{Workshop: behind.Workshop, Prev: behind.Hash}
	var at int64
	var hash, data []byte
	if err := rows.Scan(&event.Seq, &at, &event.Role, &event.Kind, &data, &hash); err != nil {
		return event, err
	}
	event.At = time.UnixMilli(at).UTC()
	event.Data = data
	copy(event.Hash[:], hash)
	return event, nil
}

// Workshops implements journal.Journal.
func (j *Journal) Workshops(ctx context.Context) ([]string, error) {
	// Jumps from name to name along the primary key instead of reading every event.
	rows, err := j.db.Read().QueryContext(ctx, `
		WITH RECURSIVE w (name) AS (
			SELECT min(workshop) FROM event
			UNION ALL
			SELECT (SELECT min(workshop) FROM event WHERE workshop > w.name) FROM w WHERE w.name IS NOT NULL
		) SELECT name FROM w WHERE name IS NOT NULL`)
	if err != nil {
		return nil, fmt.Errorf("list workshops: %w", err)
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, fmt.Errorf("list workshops: %w", err)
		}
		names = append(names, name)
	}
	return names, rows.Err()
}
