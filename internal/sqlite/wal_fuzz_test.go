package sqlite

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzLog: whatever stands where a log should be, it is read to its end, and
// damage is found within it or not at all.
func FuzzLog(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("not a log"))
	f.Add(make([]byte, logHeaderSize+2*(frameHeaderSize+usualPageSize)))
	f.Fuzz(func(t *testing.T, log []byte) {
		path := filepath.Join(t.TempDir(), "a.db")
		if err := os.WriteFile(path+"-wal", log, 0o600); err != nil {
			t.Fatal(err)
		}
		err := CheckLog(path)
		if damage, ok := err.(*LogDamage); err != nil && (!ok || damage.At < logHeaderSize || damage.At > int64(len(log))) {
			t.Errorf("%d bytes: %v", len(log), err)
		}
	})
}
