// Package backup puts a data folder into one file while Sala goes on, checks
// such files, and brings them back. A backup is a zip with journal.db, vault.db,
// vault.key and manifest.json, which lists what the workshops held and the
// SHA-256 of every file.
//
// A backup holds names, words and open ballots, with the key that opens them:
// it is to be kept like the data folder itself. One that was made before a
// person was erased still holds them.
package backup

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"sala.example/internal/journal"
	journalsqlite "sala.example/internal/journal/sqlite"
	"sala.example/internal/sqlite"
)

// Manifest says what a backup holds.
type Manifest struct {
	Sala      string            `json:"sala"` // "backup"
	Version   int               `json:"version"`
	Made      time.Time         `json:"made"`
	Workshops []Workshop        `json:"workshops"`
	Files     map[string]string `json:"files"` // name -> SHA-256, hex
}

// Workshop is one workshop as the backup has it.
type Workshop struct {
	ID     string       `json:"id"`
	Events uint64       `json:"events"`
	Head   journal.Hash `json:"head"`
}

const (
	kind         = "backup"
	version      = 1
	manifestName = "manifest.json"
	journalName  = "journal.db"
	vaultName    = "vault.db"
	keyName      = "vault.key"
)

// tries is how often a copy is made anew because a round opened or closed meanwhile.
const tries = 5

// Check looks into a copy of a data folder for what this package does not know:
// whether what the vault sealed can be opened. It may finish what a crash left
// undone there.
type Check func(ctx context.Context, dir string) error

// ErrBusy is a data folder in which rounds open and close faster than it can be copied.
var ErrBusy = errors.New("a round was opened or closed while the copy was made; try again in a moment")

// Write writes a backup of the data folder dir to w. The folder may be in use.
//
// The journal is copied before the vault, so that every event finds its words.
// Ballots, and votes of the opinion map, leave the vault when their round has
// closed: if one opened or closed between the two copies, both are made again. So
// no open round comes back without its ballots, and no ballots come back whose
// round nobody knows, which would never be burnt. What does not pass the checks is not written, so
// that a damaged copy never takes the place of a sound one.
func Write(ctx context.Context, dir string, made time.Time, w io.Writer, checks ...Check) (*Manifest, error) {
	temp, err := tempDir()
	if err != nil {
		return nil, fmt.Errorf("back up: %w", err)
	}
	defer os.RemoveAll(temp)
	m := &Manifest{Sala: kind, Version: version, Made: made.UTC().Truncate(time.Second), Files: map[string]string{}}
	if m.Workshops, err = soundCopy(ctx, dir, temp, checks); err != nil {
		return nil, fmt.Errorf("back up: %w", err)
	}
	if err := pack(ctx, w, temp, m); err != nil {
		return nil, fmt.Errorf("back up: %w", err)
	}
	return m, nil
}

// soundCopy copies the folder's files into temp and checks them.
func soundCopy(ctx context.Context, dir, temp string, checks []Check) ([]Workshop, error) {
	if err := snapshot(ctx, dir, temp); err != nil {
		return nil, err
	}
	found, err := workshops(ctx, temp)
	if err != nil {
		return nil, err
	}
	return found, passes(ctx, temp, checks)
}

func passes(ctx context.Context, dir string, checks []Check) error {
	for _, check := range checks {
		if err := check(ctx, dir); err != nil {
			return err
		}
	}
	return nil
}

// snapshot copies the folder's files into temp.
func snapshot(ctx context.Context, dir, temp string) error {
	for range tries {
		for _, name := range []string{journalName, vaultName} {
			if err := os.Remove(filepath.Join(temp, name)); err != nil && !errors.Is(err, os.ErrNotExist) {
				return err
			}
			if err := sqlite.Copy(ctx, filepath.Join(dir, name), filepath.Join(temp, name)); err != nil {
				return err
			}
		}
		moved, err := boxesMoved(ctx, dir, temp)
		if err != nil {
			return err
		}
		if !moved {
			return copyFile(filepath.Join(dir, keyName), filepath.Join(temp, keyName))
		}
	}
	return ErrBusy
}

// boxesMoved says whether a box began or ended in the folder's journal since
// the copy of the journal was made.
func boxesMoved(ctx context.Context, dir, temp string) (bool, error) {
	after := filepath.Join(temp, "after.db")
	if err := sqlite.Copy(ctx, filepath.Join(dir, journalName), after); err != nil {
		return false, err
	}
	defer os.Remove(after)
	was, err := countBoxed(ctx, filepath.Join(temp, journalName))
	if err != nil {
		return false, err
	}
	is, err := countBoxed(ctx, after)
	return is != was, err
}

// movesBox says that with an event of this kind a box for ballots or opinions
// begins or ends in the vault.
func movesBox(kind string) bool {
	return slices.Contains([]string{"round.opened", "round.closed", "opinion.opened", "opinion.closed"}, kind)
}

func countBoxed(ctx context.Context, path string) (n int, err error) {
	err = withJournal(ctx, path, func(j journal.Journal, id string) error {
		for e, err := range journal.All(ctx, j, id, 0) {
			if err != nil {
				return err
			}
			if movesBox(e.Kind) {
				n++
			}
		}
		return nil
	})
	return n, err
}

// workshops reads every workshop of the copy, and so checks its chain.
func workshops(ctx context.Context, temp string) (list []Workshop, err error) {
	err = withJournal(ctx, filepath.Join(temp, journalName), func(j journal.Journal, id string) error {
		if err := journal.Verify(journal.All(ctx, j, id, 0)); err != nil {
			return fmt.Errorf("workshop %s: %w", id, err)
		}
		seq, head, err := j.Head(ctx, id)
		list = append(list, Workshop{ID: id, Events: seq, Head: head})
		return err
	})
	return list, err
}

// withJournal opens the journal at path, calls f for each workshop in it, and
// checks what belongs to none.
func withJournal(ctx context.Context, path string, f func(j journal.Journal, id string) error) (err error) {
	j, err := journalsqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	ids, err := j.Workshops(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := f(j, id); err != nil {
			return err
		}
	}
	return j.CheckKeys(ctx)
}

// pack writes the files and, last, the manifest.
func pack(ctx context.Context, w io.Writer, temp string, m *Manifest) error {
	z := zip.NewWriter(w)
	for _, name := range []string{journalName, vaultName, keyName} {
		if err := ctx.Err(); err != nil {
			return err
		}
		sum, err := add(z, filepath.Join(temp, name), m.Made)
		if err != nil {
			return err
		}
		m.Files[name] = sum
	}
	out, err := z.CreateHeader(&zip.FileHeader{Name: manifestName, Method: zip.Deflate, Modified: m.Made})
	if err != nil {
		return err
	}
	e := json.NewEncoder(out)
	e.SetIndent("", " ")
	if err := e.Encode(m); err != nil {
		return err
	}
	return z.Close()
}

func add(z *zip.Writer, path string, made time.Time) (sum string, err error) {
	in, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer in.Close()
	out, err := z.CreateHeader(&zip.FileHeader{Name: filepath.Base(path), Method: zip.Deflate, Modified: made})
	if err != nil {
		return "", err
	}
	h := sha256.New()
	_, err = io.Copy(io.MultiWriter(out, h), in)
	return hex.EncodeToString(h.Sum(nil)), err
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o600)
}
