// Package sqlite is the journal in one SQLite file. Appends to all workshops share transactions (see internal/sqlite).
package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"

	"sala.example/internal/journal"
	"sala.example/internal/sqlite"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Journal implements journal.Journal.
type Journal struct {
	journal.Bell
	db                                       *sqlite.DB
	lastEvent, insertEvent, useKey, moveHead *sql.Stmt // on the writer
}

// Open opens or creates the journal in the file at path. The data folder must be held by this process (see internal/datadir).
func Open(ctx context.Context, path string) (*Journal, error) {
	db, err := sqlite.Open(ctx, path, migrations)
	if err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	j := &Journal{db: db}
	if err := j.prepare(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open journal: %w", err), db.Close())
	}
	if err := j.sumKeys(ctx); err != nil && !sqlite.Unwritable(err) {
		return nil, errors.Join(fmt.Errorf("open journal: %w", err), j.Close())
	}
	return j, nil
}

const headQuery = `SELECT head.seq, hash, keys FROM head LEFT JOIN event USING (workshop, seq) WHERE head.workshop = ?`

func (j *Journal) prepare(ctx context.Context) (err error) {
	for _, s := range []struct {
		stmt  **sql.Stmt
		query string
	}{
		{&j.lastEvent, headQuery},
		{&j.insertEvent, `INSERT INTO event (workshop, seq, at, role, kind, data, hash) VALUES (?, ?, ?, ?, ?, ?, ?)`},
		{&j.useKey, `INSERT INTO command (id, seq) VALUES (?, ?) ON CONFLICT DO NOTHING`},
		{&j.moveHead, `INSERT INTO head (workshop, seq, keys) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, keys = iif(keys IS NULL, NULL, excluded.keys)`},
	} {
		if *s.stmt, err = j.db.Prepare(ctx, s.query); err != nil {
			return err
		}
	}
	return nil
}

// Waiting is how many appends the writer has not begun.
func (j *Journal) Waiting() int { return j.db.Waiting() }

// Close lets running appends finish and closes the file.
func (j *Journal) Close() error { return j.db.Close() }

// Append implements journal.Journal.
func (j *Journal) Append(ctx context.Context, workshop string, after uint64, batches ...journal.Batch) ([]journal.Event, error) {
	var events []journal.Event
	err := j.db.Write(ctx, func(tx *sql.Tx) (err error) {
		events, err = j.append(tx, workshop, after, batches)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("append to workshop %q: %w", workshop, asDamage(err, after+1))
	}
	j.Ring()
	return events, nil
}

func (j *Journal) append(tx *sql.Tx, workshop string, after uint64, batches []journal.Batch) ([]journal.Event, error) {
	head, err := scanHead(tx.Stmt(j.lastEvent).QueryRow(workshop), workshop)
	if err != nil {
		return nil, err
	}
	if head.Seq != after {
		return nil, journal.ErrConflict
	}
	var events []journal.Event
	for _, batch := range batches {
		added, err := head.Extend(batch.Drafts)
		if err != nil {
			return nil, err
		}
		if err := j.insert(tx, added); err != nil {
			return nil, err
		}
		if err := j.claim(tx, &head, batch.Key); err != nil {
			return nil, err
		}
		events = append(events, added...)
	}
	if len(batches) == 0 || head.Seq == 0 {
		return nil, nil
	}
	if _, err := tx.Stmt(j.moveHead).Exec(workshop, head.Seq, head.keys[:]); err != nil {
		return nil, fmt.Errorf("move the head: %w", err)
	}
	return events, nil
}

func (j *Journal) insert(tx *sql.Tx, events []journal.Event) error {
	stmt := tx.Stmt(j.insertEvent)
	for _, e := range events {
		if _, err := stmt.Exec(e.Workshop, e.Seq, e.At.UnixMilli(), e.Role, e.Kind, string(e.Data), e.Hash[:]); err != nil {
			return fmt.Errorf("insert event %d: %w", e.Seq, err)
		}
	}
	return nil
}

// claim marks the key as used by the command that ended with the head's event.
func (j *Journal) claim(tx *sql.Tx, h *head, key string) error {
	if key == "" {
		return nil
	}
	id := commandID(h.Workshop, key)
	h.keys.add(id, h.Seq)
	result, err := tx.Stmt(j.useKey).Exec(id, h.Seq)
	if err != nil {
		return fmt.Errorf("keep command key: %w", err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, journal.ErrDuplicate)
	}
	return nil
}

// commandID is the first half of the SHA-256 over the length of the workshop's name (8 bytes, big endian), the name and the key.
func commandID(workshop, key string) []byte {
	b := binary.BigEndian.AppendUint64(nil, uint64(len(workshop)))
	sum := sha256.Sum256(append(append(b, workshop...), key...))
	return sum[:16]
}

// head is a workshop's last event, and the sum over the keys of its commands.
type head struct {
	journal.Chain
	keys keySum
}

// scanHead reads a row of headQuery. An error is a *journal.Damage when the last event itself is lost.
func scanHead(row *sql.Row, workshop string) (head, error) {
	h := head{Chain: journal.Chain{Workshop: workshop}}
	var hash, keys []byte
	err := row.Scan(&h.Seq, &hash, &keys)
	if errors.Is(err, sql.ErrNoRows) {
		return h, nil
	}
	if err != nil {
		return h, fmt.Errorf("find the last event: %w", asDamage(err, h.Seq))
	}
	h.keys.join(keys)
	if copy(h.Hash[:], hash) < len(h.Hash) {
		return h, &journal.Damage{Seq: h.Seq, Reason: "is missing"}
	}
	return h, nil
}

// Head implements journal.Journal.
func (j *Journal) Head(ctx context.Context, workshop string) (uint64, journal.Hash, error) {
	h, err := scanHead(j.db.Read().QueryRowContext(ctx, headQuery, workshop), workshop)
	return h.Seq, h.Hash, err
}

// Seen implements journal.Journal.
func (j *Journal) Seen(ctx context.Context, workshop, key string) (seq uint64, ok bool, err error) {
	err = j.db.Read().QueryRowContext(ctx, `SELECT seq FROM command WHERE id = ?`, commandID(workshop, key)).Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, false, nil
	}
	if err != nil {
		return 0, false, fmt.Errorf("look for command key: %w", asDamage(err, 0))
	}
	return seq, true, nil
}
