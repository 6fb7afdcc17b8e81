package vault

import (
	"context"
	"database/sql"
	"fmt"
)

// markRemains notes, in the transaction of a deletion, that its remains are still to be removed from the disk: a crash in
// between is made good when the vault is opened again.
func markRemains(tx *sql.Tx) error {
	_, err := tx.Exec(`INSERT INTO remains DEFAULT VALUES`)
	return err
}

// scrub removes the remains of what was deleted before it was called. It does nothing when there are none.
func (v *Vault) scrub(ctx context.Context) error {
	var newest sql.NullInt64
	if err := v.db.Read().QueryRowContext(ctx, `SELECT max(id) FROM remains`).Scan(&newest); err != nil {
		return fmt.Errorf("look for remains: %w", err)
	}
	if !newest.Valid {
		return nil
	}
	if err := v.db.Scrub(ctx); err != nil {
		return err
	}
	return v.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM remains WHERE id <= ?`, newest.Int64) // what was deleted meanwhile scrubs for itself
		return err
	})
}
