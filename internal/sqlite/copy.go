package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
)

// Copy writes a whole and consistent copy of the database at path to target,
// which must not exist, while other processes go on using the database
// (VACUUM INTO). What was deleted is not in the copy.
func Copy(ctx context.Context, path, target string) error {
	db, err := openBeside(path)
	if err != nil {
		return fmt.Errorf("copy database: %w", err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", target); err != nil {
		return fmt.Errorf("copy database %s: %w", filepath.Base(path), err)
	}
	return nil
}
