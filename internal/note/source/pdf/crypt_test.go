package pdf

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The files of testdata hold one line and were encrypted by qpdf 11.3: with an owner's password alone, so that anybody may read
// them, or (locked-…) with one to open them.
func TestEncryptedFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) != 6 {
		t.Fatalf("found %d files in testdata, %v", len(files), err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(name, "locked") {
			if _, err := Open(data, Standard); !errors.Is(err, ErrPassword) {
				t.Errorf("%s: %v", name, err)
			}
		} else if got := letters(opened(t, data)[0]); got != "9:00 Opening" {
			t.Errorf("%s: %q", name, got)
		}
	}
}
