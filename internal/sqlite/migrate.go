package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// migrate applies the files migrations/0001_name.sql, 0002_… in order, each once and in a transaction of its own.
//
// Migrations are append-only: a file that was applied is remembered by its SHA-256, and a changed or missing one is refused,
// as is a database that a newer version of the program has already changed.
func migrate(ctx context.Context, db *sql.DB, migrations fs.FS) error {
	const table = `CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, sum TEXT NOT NULL)`
	if _, err := db.ExecContext(ctx, table); err != nil {
		return fmt.Errorf("migration table: %w", err)
	}
	files, err := fs.Glob(migrations, "migrations/*.sql") // sorted by name
	if err != nil {
		return fmt.Errorf("list migrations: %w", err)
	}
	for i, file := range files {
		if err := apply(ctx, db, migrations, file, i+1); err != nil {
			return fmt.Errorf("migration %s: %w", path.Base(file), err)
		}
	}
	var applied int
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM migration`).Scan(&applied); err != nil {
		return fmt.Errorf("count migrations: %w", err)
	}
	if applied > len(files) {
		return fmt.Errorf("the database has %d migrations, this program knows %d: use the newer version of Sala", applied, len(files))
	}
	return nil
}

func apply(ctx context.Context, db *sql.DB, migrations fs.FS, file string, version int) error {
	text, err := fs.ReadFile(migrations, file)
	if err != nil {
		return err
	}
	digest := sha256.Sum256(text)
	sum := hex.EncodeToString(digest[:])
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // has no effect after Commit
	var applied string
	switch err := tx.QueryRow(`SELECT sum FROM migration WHERE version = ?`, version).Scan(&applied); {
	case err == nil && applied == sum:
		return nil
	case err == nil:
		return errors.New("was changed after it had been applied (add a new migration instead), or the database is damaged (restore the last backup)")
	case !errors.Is(err, sql.ErrNoRows):
		return err
	}
	if _, err := tx.Exec(string(text)); err != nil {
		return err
	}
	if _, err := tx.Exec(`INSERT INTO migration (version, name, sum) VALUES (?, ?, ?)`, version, path.Base(file), sum); err != nil {
		return err
	}
	return tx.Commit()
}
