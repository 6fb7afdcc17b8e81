package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"

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
		_, err = tx.Exec(`INSERT INTO snapshot (workshop, seq, sum, state) VALUES (?1, ?2, ?3, ?4)
			ON CONFLICT (workshop) DO UPDATE SET seq = ?2, sum = ?3, state = ?4 WHERE seq <= ?2 OR seq > ?5`,
			workshop, seq, snapshotSum(workshop, seq, state), append([]byte{}, state...), head.Seq)
		return err
	})
	if err != nil {
		return fmt.Errorf("save snapshot of workshop %q at event %d: %w", workshop, seq, err)
	}
	return nil
}

// Snapshot implements journal.Journal.
func (j *Journal) Snapshot(ctx context.Context, workshop string) (seq uint64, state []byte, err error) {
	var sum []byte
	const query = `SELECT seq, sum, state FROM snapshot
		WHERE workshop = ?1 AND seq <= (SELECT seq FROM head WHERE workshop = ?1)`
	err = j.db.Read().QueryRowContext(ctx, query, workshop).Scan(&seq, &sum, &state)
	if errors.Is(err, sql.ErrNoRows) || sqlite.Damaged(err) {
		return 0, nil, nil
	}
	if err != nil {
		return 0, nil, fmt.Errorf("read snapshot of workshop %q: %w", workshop, err)
	}
	if !bytes.Equal(sum, snapshotSum(workshop, seq, state)) {
		return 0, nil, nil
	}
	return seq, state, nil
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
