package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"

	"sala.example/internal/journal"
	"sala.example/internal/sqlite"
)

// SaveSnapshot implements journal.Journal.
func (j *Journal) SaveSnapshot(ctx context.Context, workshop string, seq uint64, state []byte) error {
	if seq == 0 {
		return nil
	}
	err := j.db.Write(ctx, func(tx *sql.Tx) error {
		head, err := scanHead(tx.Stmt(j.lastEvent).QueryRow(workshop), workshop)
		if err != nil {
			return err
		}
		if seq > head.Seq {
			return fmt.Errorf("it is ahead of the journal, which ends at event %d", head.Seq)
		}
		return replaceSnapshot(tx, workshop, seq, head.Seq, state)
	})
	if err != nil {
		return fmt.Errorf("save snapshot of workshop %q at event %d: %w", workshop, seq, err)
	}
	return nil
}

// snapshotPart is how many bytes of a state lie in one row: SQLite keeps a buffer as large as the largest value it ever had.
const snapshotPart = 64 << 10

// replaceSnapshot keeps the newer snapshot; one that is ahead of the journal's last event is none.
func replaceSnapshot(tx *sql.Tx, workshop string, seq, last uint64, state []byte) error {
	var newer bool
	const query = `SELECT EXISTS (SELECT 1 FROM snapshot WHERE workshop = ? AND seq > ? AND seq <= ?)`
	if err := tx.QueryRow(query, workshop, seq, last).Scan(&newer); err != nil || newer {
		return err
	}
	if _, err := tx.Exec(`DELETE FROM snapshot WHERE workshop = ?`, workshop); err != nil {
		return err
	}
	sum := snapshotSum(workshop, seq, state)
	for part := 0; part == 0 || len(state) > 0; part++ {
		size := min(len(state), snapshotPart)
		const insert = `INSERT INTO snapshot (workshop, part, seq, sum, state) VALUES (?, ?, ?, ?, ?)`
		if _, err := tx.Exec(insert, workshop, part, seq, sum, append([]byte{}, state[:size]...)); err != nil {
			return err
		}
		state = state[size:]
	}
	return nil
}

// Snapshot implements journal.Journal.
func (j *Journal) Snapshot(ctx context.Context, workshop string) (seq uint64, state []byte, err error) {
	seq, sum, state, err := j.readSnapshot(ctx, workshop)
	switch {
	case sqlite.Damaged(err):
		return 0, nil, fmt.Errorf("read snapshot of workshop %q: %w: %w", workshop, journal.ErrSnapshot, err)
	case err != nil:
		return 0, nil, fmt.Errorf("read snapshot of workshop %q: %w", workshop, err)
	case sum == nil:
		return 0, nil, nil
	case !bytes.Equal(sum, snapshotSum(workshop, seq, state)):
		return 0, nil, fmt.Errorf("workshop %q: %w", workshop, journal.ErrSnapshot)
	}
	return seq, state, nil
}

// readSnapshot puts the parts together. Without a snapshot all is nothing.
func (j *Journal) readSnapshot(ctx context.Context, workshop string) (seq uint64, sum, state []byte, err error) {
	const query = `SELECT seq, sum, state FROM snapshot
		WHERE workshop = ?1 AND seq <= (SELECT seq FROM head WHERE workshop = ?1) ORDER BY part`
	rows, err := j.db.Read().QueryContext(ctx, query, workshop)
	if err != nil {
		return 0, nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var part sql.RawBytes
		if err := rows.Scan(&seq, &sum, &part); err != nil {
			return 0, nil, nil, err
		}
		state = append(state, part...)
	}
	return seq, sum, state, rows.Err()
}

// snapshotSum is SHA-256 over the length of the workshop's name, the name, seq (both numbers 8 bytes, big endian) and the state.
func snapshotSum(workshop string, seq uint64, state []byte) []byte {
	h := sha256.New()
	h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(workshop))))
	h.Write([]byte(workshop))
	h.Write(binary.BigEndian.AppendUint64(nil, seq))
	h.Write(state)
	return h.Sum(nil)
}
