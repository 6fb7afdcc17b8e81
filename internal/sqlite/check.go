package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
)

// ErrMalformed tells that pages of a database do not fit together: an index that lacks a row of its table, a row whose
// owner is gone, a page that cannot be read. Damaged knows it.
var ErrMalformed = errors.New("database is malformed")

// Check reads every page of the database and compares tables, indexes and references. What SQLite cannot know, whether
// the value of a column is the one that was written, is for the caller. It returns ErrMalformed with what is wrong first.
func (db *DB) Check(ctx context.Context) error { return check(ctx, db.reader) }

// CheckFile is Check for the database at path, while other processes go on using it.
func CheckFile(ctx context.Context, path string) (err error) {
	db, err := openBeside(path)
	if err != nil {
		return fmt.Errorf("check database: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := check(ctx, db); err != nil {
		return fmt.Errorf("check database %s: %w", filepath.Base(path), err)
	}
	return nil
}

// openBeside opens a database for a moment that another process may have open.
func openBeside(path string) (*sql.DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	return sql.Open("sqlite", uri(path, "mode=rw&_pragma=busy_timeout(5000)"))
}

func check(ctx context.Context, db *sql.DB) error {
	var found string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&found); err != nil {
		return err
	}
	if found != "ok" {
		return fmt.Errorf("%w: %s", ErrMalformed, found)
	}
	var table, parent string
	var row, key sql.NullInt64
	err := db.QueryRowContext(ctx, "PRAGMA foreign_key_check").Scan(&table, &row, &parent, &key)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	return fmt.Errorf("%w: a row of table %s has lost its %s", ErrMalformed, table, parent)
}
