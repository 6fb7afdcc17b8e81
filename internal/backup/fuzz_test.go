package backup

import (
	"archive/zip"
	"bytes"
	"crypto/rand"
	"os"
	"path/filepath"
	"testing"

	journalsqlite "sala.example/internal/journal/sqlite"
	"sala.example/internal/vault"
)

// FuzzRestore: whatever is given as a backup, only one that is whole comes
// back, nothing is written beside the folder, and nothing stays of one that is
// refused.
func FuzzRestore(f *testing.F) {
	sound := soundBackup(f)
	f.Add(sound)
	f.Add(sound[:len(sound)/2])
	f.Add([]byte("PK"))
	f.Add(zipped(f, map[string]string{manifestName: "{}"}))
	f.Add(zipped(f, map[string]string{"../outside": "x", "/outside": "x", manifestName: `{"sala":"backup","version":1}`}))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		path, into := filepath.Join(dir, "given"), filepath.Join(dir, "into")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		m, err := Restore(t.Context(), path, into)
		if err == nil && len(m.Files) < 3 {
			t.Errorf("restored: %+v", m)
		}
		beside, listed := os.ReadDir(dir)
		inside, also := os.ReadDir(into)
		if listed != nil || also != nil || len(beside) != 2 || err != nil && len(inside) > 0 {
			t.Errorf("after %v: %v beside, %v inside (%v %v)", err, beside, inside, listed, also)
		}
	})
}

// soundBackup is the backup of a folder with two events.
func soundBackup(f *testing.F) []byte {
	f.Helper()
	dir := f.TempDir()
	j, err := journalsqlite.Open(f.Context(), filepath.Join(dir, journalName))
	if err != nil {
		f.Fatal(err)
	}
	defer j.Close()
	v, err := vault.Open(f.Context(), dir, rand.Reader)
	if err != nil {
		f.Fatal(err)
	}
	defer v.Close()
	var out bytes.Buffer
	if _, err := Write(f.Context(), dir, noon, &out); err != nil {
		f.Fatal(err)
	}
	return out.Bytes()
}

func zipped(f *testing.F, files map[string]string) []byte {
	f.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			f.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		f.Fatal(err)
	}
	return out.Bytes()
}
