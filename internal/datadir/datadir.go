// Package datadir makes sure that a data folder belongs to one process at a time.
package datadir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// ErrInUse tells that another process works in the data folder.
var ErrInUse = errors.New("data folder is in use by another Sala")

// lockName is the file whose lock stands for the folder. The system drops the lock when the process ends, however it ends.
const lockName = "sala.lock"

// Dir is a data folder held by this process.
type Dir struct {
	lock *os.File
}

// Open creates the folder if need be (mode 0700) and takes it for this process. It returns ErrInUse, with the other
// process's number where known, when the folder is taken. The folder must be on a local disk.
func Open(path string) (*Dir, error) {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return nil, fmt.Errorf("create data folder: %w", err)
	}
	lock, err := os.OpenFile(filepath.Join(path, lockName), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock data folder: %w", err)
	}
	if err := lockFile(lock); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w%s", path, err, holder(lock)), lock.Close())
	}
	note(lock)
	return &Dir{lock: lock}, nil
}

// Free says whether no process holds the folder at this moment. It creates and writes nothing.
func Free(path string) (bool, error) {
	lock, err := os.OpenFile(filepath.Join(path, lockName), os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, fmt.Errorf("look for the data folder's lock: %w", err)
	}
	defer lock.Close() // and by it the lock
	err = lockFile(lock)
	if errors.Is(err, ErrInUse) {
		return false, nil
	}
	return err == nil, err
}

// Close gives the folder back. Close the databases in it first.
func (d *Dir) Close() error { return d.lock.Close() }

// note writes this process's number into the lock file, for the message of a second process. It is a courtesy: on a full
// disk there is none, and the lock holds all the same.
func note(lock *os.File) {
	if err := lock.Truncate(0); err == nil {
		_, _ = lock.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	}
}

func holder(lock *os.File) string {
	number := make([]byte, 20)
	n, _ := lock.ReadAt(number, 0) // the number is a courtesy: without it the message still says what is wrong
	pid := strings.TrimSpace(string(number[:n]))
	if _, err := strconv.Atoi(pid); err != nil {
		return ""
	}
	return " (process " + pid + "); stop it first, or choose another folder with --data"
}
