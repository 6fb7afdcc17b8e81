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
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"sala.example/internal/sqlite"
)

// ErrNotBackup is a file that is no backup of Sala.
var ErrNotBackup = errors.New("not a backup of Sala")

// largestFile bounds what is unpacked, against a file that was made to fill
// the disk.
const largestFile = 64 << 30

// Verify checks a backup: every file against the manifest, the chain of every
// workshop against its head, and what else is asked for.
func Verify(ctx context.Context, path string, checks ...Check) (*Manifest, error) {
	temp, err := tempDir()
	if err != nil {
		return nil, fmt.Errorf("verify backup: %w", err)
	}
	defer os.RemoveAll(temp)
	return unpack(ctx, path, temp, checks)
}

// VerifyFolder checks the data folder dir, which may be in use, as a backup of
// it would be, and that the pages of its databases fit together. It writes
// nothing into the folder.
func VerifyFolder(ctx context.Context, dir string, checks ...Check) ([]Workshop, error) {
	temp, err := tempDir()
	if err != nil {
		return nil, fmt.Errorf("verify data folder: %w", err)
	}
	defer os.RemoveAll(temp)
	for _, name := range []string{journalName, vaultName, keyName} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			return nil, fmt.Errorf("not a data folder of Sala: %w", err)
		}
	}
	for _, name := range []string{journalName, vaultName} {
		if err := sqlite.CheckFile(ctx, filepath.Join(dir, name)); err != nil {
			return nil, err
		}
	}
	return soundCopy(ctx, dir, temp, checks)
}

// CheckLogs looks at what a killed server left unfinished in the data folder dir,
// which nobody may be using. Write and VerifyFolder cannot do it, since the folder
// may be in use; where it is not, they must come after it: to open a database
// whose log is damaged removes the commits behind the damage.
func CheckLogs(dir string) error {
	var errs []error
	for _, name := range []string{journalName, vaultName} {
		errs = append(errs, sqlite.CheckLog(filepath.Join(dir, name)))
	}
	return errors.Join(errs...)
}

// Restore puts a backup's files into dir, which must be empty or new, after
// checking them. A backup that is whole comes back as it is, also where Verify
// would find a row of the vault that does not open: the rest is worth having. A
// server that is started on dir carries on with the same links.
func Restore(ctx context.Context, path, dir string) (*Manifest, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("restore: %w", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("restore: %w", err)
	}
	if len(entries) > 0 {
		return nil, fmt.Errorf("restore: %s is not empty: choose a new folder, so that nothing is overwritten", dir)
	}
	m, err := unpack(ctx, path, dir, nil)
	if err == nil {
		err = syncDir(dir)
	}
	if err != nil {
		return nil, errors.Join(err, removeAll(dir))
	}
	return m, nil
}

// removeAll empties a folder that was not filled whole.
func removeAll(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		err = errors.Join(err, os.RemoveAll(filepath.Join(dir, e.Name())))
	}
	return err
}

// unpack writes the files into dir and checks them.
func unpack(ctx context.Context, path, dir string, checks []Check) (*Manifest, error) {
	z, err := zip.OpenReader(path)
	if errors.Is(err, zip.ErrFormat) {
		return nil, ErrNotBackup
	}
	if err != nil {
		return nil, fmt.Errorf("open backup: %w", err)
	}
	defer z.Close()
	m, err := readManifest(&z.Reader)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{journalName, vaultName, keyName} {
		if err := extract(&z.Reader, name, m.Files[name], dir); err != nil {
			return nil, err
		}
	}
	found, err := workshops(ctx, dir)
	if err != nil {
		return nil, unusable(err)
	}
	if !slices.Equal(found, m.Workshops) {
		return nil, errors.New("backup is damaged: its journal is not the one that its manifest describes")
	}
	if err := passes(ctx, dir, checks); err != nil {
		return nil, unusable(err)
	}
	return m, nil
}

// unusable says why what is in a backup cannot be used: the backup is to blame,
// unless the disk did not take what was unpacked. Nobody should throw a sound
// backup away because of a full disk.
func unusable(err error) error {
	var file *fs.PathError // writing the copy, or reading the backup
	if errors.As(err, &file) || sqlite.Unwritable(err) {
		return fmt.Errorf("unpack backup (this says nothing about the backup; is there space on the disk?): %w", err)
	}
	return fmt.Errorf("backup is damaged: %w", err)
}

func readManifest(z *zip.Reader) (*Manifest, error) {
	f, err := z.Open(manifestName)
	if err != nil {
		return nil, ErrNotBackup
	}
	defer f.Close()
	var m Manifest
	if err := json.NewDecoder(io.LimitReader(f, 16<<20)).Decode(&m); err != nil || m.Sala != kind {
		return nil, ErrNotBackup
	}
	if m.Version != version {
		return nil, fmt.Errorf("backup of version %d: this program knows version %d; use a newer one", m.Version, version)
	}
	return &m, nil
}

func extract(z *zip.Reader, name, want, dir string) error {
	in, err := z.Open(name)
	if err != nil {
		return fmt.Errorf("backup is damaged: it has no %s", name)
	}
	defer in.Close()
	out, err := os.OpenFile(filepath.Join(dir, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("unpack backup: %w", err)
	}
	h := sha256.New()
	_, err = io.Copy(io.MultiWriter(out, h), io.LimitReader(in, largestFile))
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		return unusable(fmt.Errorf("%s: %w", name, err))
	}
	if hex.EncodeToString(h.Sum(nil)) != want {
		return fmt.Errorf("backup is damaged: %s is not as it was written", name)
	}
	return nil
}
