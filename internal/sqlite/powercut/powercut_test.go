package powercut

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	_ "modernc.org/sqlite"
)

// TestWhatIsNotSyncedIsLost: the disk is one that would notice. A database that
// syncs keeps every row through every cut; one that does not loses some.
func TestWhatIsNotSyncedIsLost(t *testing.T) {
	for _, c := range []struct {
		synchronous string
		keeps       bool
	}{{"FULL", true}, {"OFF", false}} {
		t.Run(c.synchronous, func(t *testing.T) {
			dir := t.TempDir()
			disk, err := Watch(dir)
			if err != nil {
				t.Fatal(err)
			}
			db := open(t, dir, c.synchronous)
			if _, err := db.Exec(`CREATE TABLE n (i INTEGER)`); err != nil {
				t.Fatal(err)
			}
			losses, torn := 0, 0
			for i := range 40 {
				if _, err := db.Exec(`INSERT INTO n VALUES (?)`, i); err != nil {
					t.Fatal(err)
				}
				left, lost := disk.Cut()
				torn += lost
				if n := rows(t, left); n < i+1 {
					losses++
				}
			}
			if c.keeps != (losses == 0) || c.keeps != (torn == 0) {
				t.Errorf("synchronous=%s: %d of 40 cuts lost rows, %d sectors were lost", c.synchronous, losses, torn)
			}
		})
	}
}

func open(t *testing.T, dir, synchronous string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", fmt.Sprintf("file:%s?_pragma=journal_mode(WAL)&_pragma=synchronous(%s)", filepath.Join(dir, "a.db"), synchronous))
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

// rows counts what a cut left; a database that cannot be read has none.
func rows(t *testing.T, left Image) (n int) {
	t.Helper()
	dir := t.TempDir()
	if err := left.Write(dir); err != nil {
		t.Fatal(err)
	}
	if err := open(t, dir, "FULL").QueryRow(`SELECT count(*) FROM n`).Scan(&n); err != nil {
		return 0
	}
	return n
}

// TestCutInTheMiddleOfAWrite: each sector on its way is there or not, at random.
func TestCutInTheMiddleOfAWrite(t *testing.T) {
	d := &Disk{files: map[string]*file{}}
	d.change("f", change{0, make([]byte, 600)})
	d.sync("f")
	data := make([]byte, 2000)
	for i := range data {
		data[i] = 1
	}
	d.change("f", change{100, data})
	sizes := map[int]bool{}
	for end := time.Now().Add(20 * time.Second); len(sizes) < 4 && time.Now().Before(end); {
		left, _ := d.Cut()
		b := left["f"]
		sizes[len(b)] = true
		if len(b) < 600 || b[0] != 0 || b[99] != 0 || b[100] != b[511] || b[512] != b[599] {
			t.Fatalf("%d bytes are left: %v", len(b), b[:min(len(b), 600)])
		}
	}
	for _, size := range []int{600, 1024, 1536, 2048, 2100} {
		delete(sizes, size)
	}
	if len(sizes) > 0 {
		t.Errorf("files of sizes %v are left", sizes)
	}
}
