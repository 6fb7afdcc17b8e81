package sqlite

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

func TestMigrations(t *testing.T) {
	const one, two = `CREATE TABLE a (x)`, `CREATE TABLE b (x); INSERT INTO b VALUES (1)`
	for name, test := range map[string]struct {
		steps []fs.FS
		want  string // part of the last step's error, "" for none
	}{
		"once each":                      {[]fs.FS{files(one), files(one, two), files(one, two)}, ""},
		"changed after it was applied":   {[]fs.FS{files(one), files(one + " STRICT")}, "add a new migration instead"},
		"database from a newer version":  {[]fs.FS{files(one, two), files(one)}, "use the newer version"},
		"a broken one is named":          {[]fs.FS{files(one), files(one, `CREATE TABLE b (x); nonsense`)}, "0002_step.sql"},
		"none at all":                    {[]fs.FS{files()}, ""},
		"two statements, second refused": {[]fs.FS{files(one, `INSERT INTO a VALUES (1); CREATE TABLE a (y)`)}, "already exists"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.db")
			for i, step := range test.steps {
				db, err := Open(t.Context(), path, step)
				if i == len(test.steps)-1 && test.want != "" {
					if err == nil || !strings.Contains(err.Error(), test.want) {
						t.Fatalf("got %v, want an error with %q", err, test.want)
					}
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				if err := db.Close(); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// A migration that fails halfway leaves nothing behind, so that it can be put right.
func TestBrokenMigrationChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	if _, err := Open(t.Context(), path, files(`CREATE TABLE a (x); nonsense`)); err == nil {
		t.Fatal("nonsense was applied")
	}
	db, err := Open(t.Context(), path, files(`CREATE TABLE a (x)`))
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}
