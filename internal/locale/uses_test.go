package locale

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	islandCall   = regexp.MustCompile(`\bt(?:In)?\([^)]*\)`)
	templateCall = regexp.MustCompile(`\{\{\s*t "[^"]*"`)
	keyLiteral   = regexp.MustCompile(`"([a-z]+\.[A-Za-z0-9.-]+)"`)
)

// Every sentence that a page or an island names is there. Keys that are put
// together from data are beyond this test.
func TestPagesNameSentencesThatExist(t *testing.T) {
	found := 0
	for _, place := range []struct {
		root, ending string
		call         *regexp.Regexp
	}{
		{"../ui/src", ".ts", islandCall},
		{"../ui/src", ".tsx", islandCall},
		{"../web/templates", ".html", templateCall},
	} {
		err := fs.WalkDir(os.DirFS(place.root), ".", func(name string, _ fs.DirEntry, err error) error {
			if err != nil || path.Ext(name) != place.ending {
				return err
			}
			text, err := os.ReadFile(path.Join(place.root, name))
			if err != nil {
				return err
			}
			for _, key := range keysNamed(string(text), place.call) {
				found++
				if !Has("en", key) {
					t.Errorf("%s/%s names %q, which no language has", place.root, name, key)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatalf("read the pages: %v", err)
		}
	}
	if found < 200 {
		t.Fatalf("only %d sentences found in the pages: is t() called otherwise now?", found)
	}
}

// keysNamed lists the keys in calls of t, those with a known area alone.
func keysNamed(text string, call *regexp.Regexp) []string {
	areas := map[string]bool{}
	for key := range catalogue()["en"] {
		area, _, _ := strings.Cut(key, ".")
		areas[area] = true
	}
	var keys []string
	for _, c := range call.FindAllString(text, -1) {
		for _, m := range keyLiteral.FindAllStringSubmatch(c, -1) {
			if area, _, _ := strings.Cut(m[1], "."); areas[area] {
				keys = append(keys, m[1])
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
