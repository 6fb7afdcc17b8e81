package vault

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"sala.example/internal/sqlite"
)

// How long a deletion waits for others who read the file, and how often what it could not remove is tried again. Writers
// wait as long as a scrub does, so that it is not patient.
const (
	scrubPatience = time.Second
	scrubAgain    = time.Second
)

// markRemains notes, in the transaction of a deletion, that its remains are still to be removed from the disk: a crash in
// between is made good when the vault is opened again.
func markRemains(tx *sql.Tx) error {
	_, err := tx.Exec(`INSERT INTO remains DEFAULT VALUES`)
	return err
}

// scrub removes the remains of what was deleted before it was called. It does nothing when there are none. Where it
// cannot, it is tried again until it can. That somebody else reads the file is no error: what was deleted can no longer be
// had from here, and its remains go when they are done.
func (v *Vault) scrub(ctx context.Context) error {
	err := v.tryScrub(ctx, scrubPatience)
	if err != nil {
		select {
		case v.owing <- struct{}{}:
		default: // it has been asked for
		}
	}
	if errors.Is(err, sqlite.ErrHeld) {
		return nil
	}
	return err
}

func (v *Vault) tryScrub(ctx context.Context, patience time.Duration) error {
	var newest sql.NullInt64
	if err := v.db.Read().QueryRowContext(ctx, `SELECT max(id) FROM remains`).Scan(&newest); err != nil {
		return fmt.Errorf("look for remains: %w", err)
	}
	if !newest.Valid {
		return nil
	}
	if err := v.db.Scrub(ctx, patience); err != nil {
		return err
	}
	return v.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM remains WHERE id <= ?`, newest.Int64) // what was deleted meanwhile scrubs for itself
		return err
	})
}

// scrubLater tries again beside the callers, whenever it is asked to, until nothing remains. It ends when the vault is
// closed.
func (v *Vault) scrubLater(closed <-chan struct{}) {
	again := time.NewTicker(scrubAgain)
	defer again.Stop()
	owing := false
	for {
		select {
		case <-v.owing:
			owing = true
		case <-again.C:
			if owing {
				owing = v.tryScrub(context.Background(), 0) != nil
			}
		case <-closed:
			return
		}
	}
}
