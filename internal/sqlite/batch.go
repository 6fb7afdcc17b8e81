package sqlite

import (
	"context"
	"database/sql"
	"fmt"
)

// maxBatch bounds how many callers share one transaction, and so how long the first of them waits.
const maxBatch = 1024

// job is one caller's work, waiting for the writer. Exactly one of work and alone is set.
type job struct {
	ctx   context.Context
	work  func(*sql.Tx) error // runs in a transaction that it shares with other callers
	alone func(*sql.DB) error // runs between transactions
	done  chan error
}

// Write runs work in a transaction and returns nil only when its changes are on the disk.
//
// Many callers share one transaction and one fsync, each behind a savepoint: an error of work rolls back its own
// changes only and is returned as it is. When the transaction itself fails (full disk, I/O error) every caller in it
// gets that error and nothing of any of them is kept; the next call tries afresh.
//
// When ctx ends before work has started, nothing happens and ctx's error is returned; once work has started, Write waits
// for the outcome. Work runs on the writer's goroutine: it must be quick, must not call Write, must use tx without a
// cancellable context (an interrupted statement would roll back the other callers too), and must close its rows.
func (db *DB) Write(ctx context.Context, work func(tx *sql.Tx) error) error {
	return db.hand(job{ctx: ctx, work: work})
}

// Waiting is how many callers have handed in work that the writer has not begun.
func (db *DB) Waiting() int { return len(db.jobs) }

// hand gives the job to the writer and waits for its answer.
func (db *DB) hand(j job) error {
	j.done = make(chan error, 1)
	if err := db.enqueue(j); err != nil {
		return err
	}
	return <-j.done
}

func (db *DB) enqueue(j job) error {
	db.mu.RLock()
	defer db.mu.RUnlock()
	if db.closed {
		return ErrClosed
	}
	select {
	case db.jobs <- j:
		return nil
	case <-j.ctx.Done():
		return j.ctx.Err()
	}
}

// run is the writer: it takes what has gathered while the last batch was being written, and writes that.
func (db *DB) run() {
	defer close(db.drained)
	for first := range db.jobs {
		batch, alone := db.gather(first)
		if len(batch) > 0 {
			db.commit(batch)
		}
		if alone != nil {
			alone.done <- db.runAlone(alone)
		}
	}
}

// gather takes the jobs that are waiting, up to one that must run alone, which is returned apart.
func (db *DB) gather(first job) (batch []job, alone *job) {
	for j, ok := first, true; ok; {
		if j.alone != nil {
			return batch, &j
		}
		batch = append(batch, j)
		if len(batch) == maxBatch {
			return batch, nil
		}
		select {
		case j, ok = <-db.jobs:
		default:
			ok = false
		}
	}
	return batch, nil
}

func (db *DB) runAlone(j *job) error {
	if err := j.ctx.Err(); err != nil {
		return err
	}
	return j.alone(db.writer)
}

// commit runs the batch in one transaction and answers every caller, after the COMMIT.
func (db *DB) commit(batch []job) {
	answers := make([]error, len(batch))
	err := db.transact(batch, answers)
	for i, j := range batch {
		if err != nil {
			j.done <- err
		} else {
			j.done <- answers[i]
		}
	}
}

// transact fills answers with each caller's own error. Its own error means that nothing of the batch was kept.
func (db *DB) transact(batch []job, answers []error) error {
	tx, err := db.writer.Begin()
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer tx.Rollback() // has no effect after Commit
	savepoint, release, rollbackTo := tx.Stmt(db.savepoint), tx.Stmt(db.release), tx.Stmt(db.rollbackTo)
	for i, j := range batch {
		if answers[i] = j.ctx.Err(); answers[i] != nil {
			continue
		}
		if _, err := savepoint.Exec(); err != nil {
			return fmt.Errorf("begin a caller's part: %w", err)
		}
		if answers[i] = j.work(tx); answers[i] != nil {
			// SQLite rolls the whole transaction back by itself on a full disk or an I/O error;
			// then the savepoint is gone, and the batch with it.
			if _, err := rollbackTo.Exec(); err != nil {
				return fmt.Errorf("transaction lost: %w", answers[i])
			}
		}
		if _, err := release.Exec(); err != nil {
			return fmt.Errorf("end a caller's part: %w", err)
		}
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}
