package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// ErrHeld tells that somebody else reads the database, a program that copies it for example, so that its log cannot be
// emptied. Trying again helps when they are done.
var ErrHeld = errors.New("empty the log: a reader is in the way, try again")

// Scrub rewrites the file without the remains of what was deleted, and empties the log, so that no file of the database
// holds deleted content any more. Writers wait meanwhile, and for at most patience (whole milliseconds) more while readers
// hold on to the log: ErrHeld if they still do.
func (db *DB) Scrub(ctx context.Context, patience time.Duration) error {
	return db.hand(job{ctx: ctx, alone: func(writer *sql.DB) (err error) {
		if err := wait(writer, patience.Milliseconds()); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, wait(writer, usualWait)) }()
		return scrub(writer)
	}})
}

// scrub looks for readers first: with one in the way the work would be in vain.
func scrub(writer *sql.DB) error {
	if err := emptyLog(writer); err != nil {
		return err
	}
	if _, err := writer.Exec("VACUUM"); err != nil {
		return fmt.Errorf("vacuum: %w", err)
	}
	return emptyLog(writer)
}

func emptyLog(writer *sql.DB) error {
	var busy, pages, moved int
	if err := writer.QueryRow("PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &moved); err != nil {
		return fmt.Errorf("empty the log: %w", err)
	}
	if busy != 0 {
		return ErrHeld
	}
	return nil
}

// wait sets how long the writer waits for others.
func wait(writer *sql.DB, milliseconds int64) error {
	if _, err := writer.Exec(fmt.Sprintf("PRAGMA busy_timeout(%d)", milliseconds)); err != nil {
		return fmt.Errorf("set how long to wait: %w", err)
	}
	return nil
}
