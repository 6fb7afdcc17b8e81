package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"

	"sala.example/internal/sqlite"
)

// ErrKeysDamaged tells that the keys of commands are not those that were kept: a command that is sent again could be
// carried out twice. The events are not touched by it.
var ErrKeysDamaged = errors.New("the keys of commands are damaged: a command that is sent again could be carried out twice; restore the last backup")

// keySum is the exclusive or, over rows of the table command, of half the SHA-256 of id and seq (8 bytes, big endian).
// Each head holds that of its workshop's commands; together they are that of the whole table. Rows from before a
// workshop's first event (seq 0) do not count.
type keySum [sha256.Size / 2]byte

func (s *keySum) add(id []byte, seq uint64) {
	if seq == 0 {
		return
	}
	sum := sha256.Sum256(binary.BigEndian.AppendUint64(id[:len(id):len(id)], seq))
	s.join(sum[:])
}

func (s *keySum) join(other []byte) {
	for i := range min(len(s), len(other)) {
		s[i] ^= other[i]
	}
}

// CheckKeys reads all keys of commands and compares them with their sum. It returns ErrKeysDamaged when they differ.
func (j *Journal) CheckKeys(ctx context.Context) error {
	tx, err := j.db.Read().BeginTx(ctx, nil) // table and heads as of one moment
	if err != nil {
		return fmt.Errorf("check the keys of commands: %w", err)
	}
	defer tx.Rollback()
	heads, missing, err := sumOfHeads(tx)
	if err == nil && len(missing) > 0 {
		return nil // never taken: see sumKeys
	}
	var table keySum
	if err == nil {
		table, err = sumOfTable(tx)
	}
	switch {
	case sqlite.Damaged(err):
		return fmt.Errorf("%w (%w)", ErrKeysDamaged, err)
	case err != nil:
		return fmt.Errorf("check the keys of commands: %w", err)
	case table != heads:
		return ErrKeysDamaged
	}
	return nil
}

// sumKeys takes the sum for heads that have none. What the keys have suffered before is not seen.
func (j *Journal) sumKeys(ctx context.Context) error {
	err := j.db.Write(ctx, func(tx *sql.Tx) error {
		rest, missing, err := sumOfHeads(tx)
		if err != nil || len(missing) == 0 {
			return err
		}
		table, err := sumOfTable(tx)
		if err != nil {
			return err
		}
		rest.join(table[:])
		for _, workshop := range missing {
			if _, err := tx.Exec(`UPDATE head SET keys = ? WHERE workshop = ?`, rest[:], workshop); err != nil {
				return err
			}
			rest = keySum{} // the first has it all
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("sum the keys of commands: %w", err)
	}
	return nil
}

// sumOfHeads gives the sum that the heads hold together, and the workshops whose head has none yet.
func sumOfHeads(tx *sql.Tx) (sum keySum, missing []string, err error) {
	rows, err := tx.Query(`SELECT workshop, keys FROM head`)
	if err != nil {
		return sum, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var workshop string
		var keys []byte
		if err := rows.Scan(&workshop, &keys); err != nil {
			return sum, nil, err
		}
		if keys == nil {
			missing = append(missing, workshop)
		}
		sum.join(keys)
	}
	return sum, missing, rows.Err()
}

func sumOfTable(tx *sql.Tx) (sum keySum, err error) {
	rows, err := tx.Query(`SELECT id, seq FROM command`)
	if err != nil {
		return sum, err
	}
	defer rows.Close()
	for rows.Next() {
		var id sql.RawBytes
		var seq uint64
		if err := rows.Scan(&id, &seq); err != nil {
			return sum, err
		}
		sum.add(id, seq)
	}
	return sum, rows.Err()
}
