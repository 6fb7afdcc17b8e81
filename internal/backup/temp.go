package backup

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// unfinishedEnding is that of a file that is still being written.
const unfinishedEnding = ".part"

// tempPrefix begins the names of folders with an unpacked copy.
const tempPrefix = "sala-copy-"

// longestCopy is more than any copy takes: a folder that is older was left by a
// process that was killed.
const longestCopy = 2 * time.Hour

// tempDir is a folder for a copy, for its owner's eyes only. Those that killed
// processes left go first: they hold names and the key, and nobody else would
// ever remove them.
func tempDir() (string, error) {
	if err := sweepTemp(); err != nil {
		return "", err
	}
	return os.MkdirTemp("", tempPrefix)
}

// sweepTemp removes the folders of killed processes, as far as they are ours.
func sweepTemp() error {
	left, err := filepath.Glob(filepath.Join(os.TempDir(), tempPrefix+"*"))
	if err != nil {
		return err
	}
	for _, dir := range left {
		info, err := os.Stat(dir)
		if err != nil || time.Since(info.ModTime()) < longestCopy {
			continue
		}
		if err := os.RemoveAll(dir); err != nil && !errors.Is(err, fs.ErrPermission) {
			return err
		}
	}
	return nil
}
