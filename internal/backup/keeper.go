package backup

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Keeper makes a backup every so often and keeps the newest ones.
type Keeper struct {
	Data  string        // the data folder
	Into  string        // where the copies go
	Every time.Duration // between two copies
	Keep  int           // how many stay
	Now   func() time.Time
	Log   *slog.Logger

	Checks []Check // what a copy must pass
}

// Run makes copies until ctx ends. A copy that fails is logged and tried again
// at its next time.
func (k *Keeper) Run(ctx context.Context) {
	next := time.NewTimer(k.untilFirst())
	defer next.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-next.C:
			path, err := k.Copy(ctx)
			switch {
			case ctx.Err() != nil: // Sala is told to stop
			case err != nil:
				k.Log.Error("scheduled backup failed", "error", err)
			default:
				k.Log.Info("scheduled backup", "file", filepath.Base(path))
			}
			next.Reset(k.Every)
		}
	}
}

// settled is how long a start is left alone.
const settled = time.Minute

// untilFirst counts from the newest copy, whoever made it: a server that is
// started more often than a copy is due would otherwise never make one.
func (k *Keeper) untilFirst() time.Duration {
	soon := min(settled, k.Every)
	copies, err := k.copies()
	if err != nil || len(copies) == 0 {
		return soon
	}
	made, err := time.Parse(copyPrefix+copyTime+copyEnding, copies[len(copies)-1])
	if err != nil {
		return soon
	}
	return min(max(k.Every-k.Now().Sub(made), soon), k.Every)
}

const (
	copyPrefix = "sala-"
	copyTime   = "20060102T150405Z" // UTC
	copyEnding = ".backup"
)

func copyName(made time.Time) string {
	return copyPrefix + made.UTC().Format(copyTime) + copyEnding
}

// Copy makes one backup now and removes those beyond Keep.
func (k *Keeper) Copy(ctx context.Context) (path string, err error) {
	if err := os.MkdirAll(k.Into, 0o700); err != nil {
		return "", fmt.Errorf("scheduled backup: %w", err)
	}
	if err := k.sweep(); err != nil {
		k.Log.Warn("what a killed backup left is still there", "error", err)
	}
	made := k.Now()
	path = filepath.Join(k.Into, copyName(made))
	if err := WriteFile(ctx, k.Data, made, path, k.Checks...); err != nil {
		return "", err
	}
	return path, k.prune(filepath.Base(path))
}

// sweep removes what copies left that were killed half-way: they hold names and
// the key, and nobody would ever remove them.
func (k *Keeper) sweep() error {
	left, err := filepath.Glob(filepath.Join(k.Into, copyPrefix+"*"+copyEnding+unfinishedEnding))
	if err != nil {
		return err
	}
	for _, path := range left {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}

// prune removes the oldest copies; their names sort by time. Those that are
// newer than the newest were made before the clock was set back, and go first.
func (k *Keeper) prune(newest string) error {
	copies, err := k.copies()
	if err != nil {
		return fmt.Errorf("tidy backups: %w", err)
	}
	if i := slices.Index(copies, newest); i >= 0 {
		copies = append(copies[i+1:], copies[:i+1]...)
	}
	for len(copies) > max(k.Keep, 1) {
		err = errors.Join(err, os.Remove(filepath.Join(k.Into, copies[0])))
		copies = copies[1:]
	}
	return err
}

// copies are the names of the copies, sorted.
func (k *Keeper) copies() (names []string, err error) {
	entries, err := os.ReadDir(k.Into)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), copyPrefix) && strings.HasSuffix(e.Name(), copyEnding) {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, err
}

// WriteFile writes a backup to a file that appears only when it is whole.
func WriteFile(ctx context.Context, dir string, made time.Time, path string, checks ...Check) error {
	unfinished := path + unfinishedEnding
	f, err := os.OpenFile(unfinished, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	_, err = Write(ctx, dir, made, f, checks...)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(unfinished))
	}
	if err := os.Rename(unfinished, path); err != nil {
		return errors.Join(fmt.Errorf("back up: %w", err), os.Remove(unfinished))
	}
	if err := syncDir(filepath.Dir(path)); err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	return nil
}
