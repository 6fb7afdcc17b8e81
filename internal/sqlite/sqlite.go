// Package sqlite opens a SQLite file so that what it acknowledges is on the disk: write-ahead log,
// synchronous=FULL, one writer that commits the work of many callers together, and readers beside it.
//
// It knows nothing about workshops. The journal and the vault each own one DB.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	_ "modernc.org/sqlite" // registers the driver "sqlite"
)

// ErrClosed is the answer to a call on a DB that has been closed.
var ErrClosed = errors.New("database is closed")

// readersPerCore bounds the open read connections: enough to keep the cores busy while some wait for the disk.
const readersPerCore = 4

// DB is one open database file. All methods may be called from many goroutines.
type DB struct {
	writer *sql.DB // exactly one connection, used by the batcher only
	reader *sql.DB // query_only connections

	savepoint, release, rollbackTo *sql.Stmt

	jobs    chan job
	drained chan struct{}

	mu     sync.RWMutex // held for reading while a job is handed over, so that Close closes jobs after the last one
	closed bool
}

// Option changes how Open opens a database.
type Option func(pragmas)

// SecureDelete makes SQLite overwrite what is deleted with zeros. The log keeps older copies until Scrub.
func SecureDelete() Option {
	return func(p pragmas) { p["secure_delete"] = pragma{ask: "ON", answer: "1"} }
}

// Open opens the database at path, creating it readable by its owner only, and brings its schema up to date with the
// files migrations/NNNN_name.sql of migrations (see migrate). It fails when SQLite does not confirm every setting. No other
// process may have the database open.
func Open(ctx context.Context, path string, migrations fs.FS, options ...Option) (*DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	settings := durable()
	for _, option := range options {
		option(settings)
	}
	if err := createPrivate(path); err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	if err := CheckLog(path); err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	db, err := connect(ctx, path, settings, migrations, "")
	if Unwritable(err) {
		// A full disk has no room for the log's index either. This process, which has the folder to itself, can keep it in
		// its own memory (https://www.sqlite.org/vfs.html, "unix-excl"), so that at least all can be read.
		if alone, again := connect(ctx, path, settings, migrations, "&vfs=unix-excl"); again == nil {
			db, err = alone, nil
		}
	}
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", filepath.Base(path), err)
	}
	go db.run()
	return db, nil
}

// createPrivate makes the file before SQLite does, which would make it readable by everybody.
// The log and its index inherit the mode.
func createPrivate(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

func connect(ctx context.Context, path string, settings pragmas, migrations fs.FS, extra string) (_ *DB, err error) {
	db := &DB{jobs: make(chan job, maxBatch), drained: make(chan struct{})}
	defer func() {
		if err != nil {
			err = errors.Join(err, db.closeConnections())
		}
	}()
	writing := settings.forWriter()
	if db.writer, err = pool(path, writing, 1, extra+"&_txlock=immediate"); err != nil {
		return nil, err
	}
	if err = writing.check(ctx, db.writer); err != nil {
		return nil, err
	}
	if err = migrate(ctx, db.writer, migrations); err != nil {
		return nil, err
	}
	if err = db.prepareSavepoints(ctx); err != nil {
		return nil, err
	}
	reading := settings.forReader()
	if db.reader, err = pool(path, reading, readersPerCore*runtime.NumCPU(), extra+"&_pragma=query_only(1)"); err != nil {
		return nil, err
	}
	return db, reading.check(ctx, db.reader)
}

func pool(path string, settings pragmas, connections int, extra string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", uri(path, settings.query()+extra))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db, nil
}

func (db *DB) prepareSavepoints(ctx context.Context) (err error) {
	for _, s := range []struct {
		stmt  **sql.Stmt
		query string
	}{
		{&db.savepoint, "SAVEPOINT caller"},
		{&db.release, "RELEASE caller"},
		{&db.rollbackTo, "ROLLBACK TO caller"},
	} {
		if *s.stmt, err = db.writer.PrepareContext(ctx, s.query); err != nil {
			return err
		}
	}
	return nil
}

// Prepare prepares a statement for the writer. Use it inside Write by way of tx.Stmt. It lives as long as the DB.
func (db *DB) Prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	stmt, err := db.writer.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("prepare %q: %w", query, err)
	}
	return stmt, nil
}

// Read gives the readers. They see what has been committed and cannot write.
func (db *DB) Read() *sql.DB { return db.reader }

// Close lets the work that was handed in finish, then closes the file. Later calls get ErrClosed.
func (db *DB) Close() error {
	db.mu.Lock()
	if db.closed {
		db.mu.Unlock()
		return nil
	}
	db.closed = true
	close(db.jobs)
	db.mu.Unlock()
	<-db.drained
	return db.closeConnections()
}

// closeConnections closes the writer last: the last connection to leave empties and removes the log.
func (db *DB) closeConnections() error {
	var errs []error
	for _, pool := range []*sql.DB{db.reader, db.writer} {
		if pool != nil {
			errs = append(errs, pool.Close())
		}
	}
	return errors.Join(errs...)
}
