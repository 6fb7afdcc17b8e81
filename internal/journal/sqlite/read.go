package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"time"

	"sala.example/internal/journal"
	"sala.example/internal/sqlite"
)

// Read implements journal.Journal. Every event is checked against its hash, and the last one against the head, so that a
// damaged disk shows at once.
func (j *Journal) Read(ctx context.Context, workshop string, after uint64, limit int) ([]journal.Event, error) {
	// The head is read first: events that come meanwhile lie behind it and do no harm.
	var head uint64
	err := j.db.Read().QueryRowContext(ctx, `SELECT seq FROM head WHERE workshop = ?`, workshop).Scan(&head)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("read workshop %q: %w", workshop, asDamage(err, after+1))
	}
	chain, err := j.place(ctx, workshop, after, head)
	if err != nil {
		return nil, err
	}
	if limit <= 0 {
		limit = math.MaxInt64
	}
	events, err := j.readBehind(ctx, &chain, limit)
	if err == nil && len(events) < limit && chain.Seq < head {
		err = &journal.Damage{Seq: chain.Seq + 1, Reason: "is missing"}
	}
	return events, err
}

// place gives the chain that stands behind event number seq.
func (j *Journal) place(ctx context.Context, workshop string, seq, head uint64) (journal.Chain, error) {
	chain := journal.Chain{Workshop: workshop, Seq: seq}
	if seq == 0 || seq > head {
		return chain, nil
	}
	var hash []byte
	const query = `SELECT hash FROM event WHERE workshop = ? AND seq = ?`
	err := j.db.Read().QueryRowContext(ctx, query, workshop, seq).Scan(&hash)
	if errors.Is(err, sql.ErrNoRows) {
		return chain, &journal.Damage{Seq: seq, Reason: "is missing"}
	}
	if err != nil {
		return chain, fmt.Errorf("find event %d of workshop %q: %w", seq, workshop, asDamage(err, seq))
	}
	copy(chain.Hash[:], hash)
	return chain, nil
}

// readBehind gives at most limit events that follow the chain, and moves it behind them.
func (j *Journal) readBehind(ctx context.Context, chain *journal.Chain, limit int) ([]journal.Event, error) {
	const query = `SELECT seq, at, role, kind, data, hash FROM event WHERE workshop = ? AND seq > ? ORDER BY seq LIMIT ?`
	rows, err := j.db.Read().QueryContext(ctx, query, chain.Workshop, chain.Seq, limit)
	if err != nil {
		return nil, fmt.Errorf("read workshop %q: %w", chain.Workshop, asDamage(err, chain.Seq+1))
	}
	defer rows.Close()
	var events []journal.Event
	for rows.Next() {
		event, err := scanEvent(rows, *chain)
		if err != nil { // the row is not what the schema allows
			return events, &journal.Damage{Seq: chain.Seq + 1, Reason: "cannot be read: " + err.Error()}
		}
		if err := chain.Check(event); err != nil {
			return events, err
		}
		events = append(events, event)
	}
	return events, asDamage(rows.Err(), chain.Seq+1)
}

// asDamage makes SQLite's word for a damaged file into the journal's: event seq
// is the first that cannot be had. Other errors stay as they are.
func asDamage(err error, seq uint64) error {
	if sqlite.Damaged(err) {
		return &journal.Damage{Seq: seq, Reason: "cannot be reached: " + err.Error()}
	}
	return err
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
	rows, err := j.db.Read().QueryContext(ctx, `SELECT workshop FROM head ORDER BY workshop`)
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
