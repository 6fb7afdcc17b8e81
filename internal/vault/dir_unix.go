//go:build unix

package vault

import (
	"errors"
	"fmt"
	"os"
)

// syncDir makes the name of a new file last.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("save the key: %w", err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("save the key: %w", err)
	}
	return nil
}
