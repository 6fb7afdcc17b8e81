package ui

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(FS(), name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func packed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// A phone on a bad network loads the page's script, with every chunk that it
// imports before it runs, and its style sheets in 25 kB.
func TestPhoneLoadsLittle(t *testing.T) {
	const most = 25_000
	scripts, err := Loads("phone.js")
	if err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, name := range append(scripts, "phone.css", "base.css") {
		n := packed(t, read(t, name))
		t.Logf("%s: %d bytes", name, n)
		sum += n
	}
	if sum > most {
		t.Errorf("the first load of the phone page is %d bytes, more than %d", sum, most)
	}
}

// What the phone fetches after its first paint is there, and not in the first
// load.
func TestPhoneHasALaterPart(t *testing.T) {
	first, err := Loads("phone.js")
	if err != nil {
		t.Fatal(err)
	}
	var later []string
	for _, name := range first {
		for _, m := range regexp.MustCompile(`import\("\./([^"]+)"\)`).FindAllSubmatch(read(t, name), -1) {
			later = append(later, string(m[1]))
		}
	}
	if len(later) != 1 || slices.Contains(first, later[0]) || !Immutable(later[0]) {
		t.Fatalf("phone.js fetches %v later; its first load is %v", later, first)
	}
	t.Logf("%s: %d bytes", later[0], packed(t, read(t, later[0])))
}

// Every chunk in dist is one that a page loads: none is left of an older build.
func TestNoChunkIsLeftOver(t *testing.T) {
	entries, err := fs.ReadDir(FS(), ".")
	if err != nil {
		t.Fatal(err)
	}
	var scripts []byte
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".js") {
			scripts = append(scripts, read(t, e.Name())...)
		}
	}
	for _, e := range entries {
		if Immutable(e.Name()) && !bytes.Contains(scripts, []byte(`"./`+e.Name()+`"`)) {
			t.Errorf("no script names %s: run go generate ./internal/ui", e.Name())
		}
	}
}

// Every font that a style sheet names is served from the same folder.
func TestFontsAreThere(t *testing.T) {
	named := regexp.MustCompile(`url\(([^)]+)\)`).FindAllStringSubmatch(string(read(t, "base.css")), -1)
	if len(named) == 0 {
		t.Fatal("base.css names no font")
	}
	for _, m := range named {
		read(t, strings.Trim(m[1], `"'`))
	}
	read(t, "LICENSE")
}

func TestAssetsAreFlat(t *testing.T) {
	for _, name := range []string{"dist/phone.js", "../ui.go", "none.js", "."} {
		if _, err := FS().Open(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Open(%q): %v, want not to exist", name, err)
		}
	}
	entries, err := fs.ReadDir(FS(), ".")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, e := range entries {
		if seen[e.Name()] {
			t.Errorf("%s is there twice", e.Name())
		}
		seen[e.Name()] = true
	}
	if !seen["phone.js"] || !seen["icon.svg"] {
		t.Errorf("the list of assets lacks phone.js or icon.svg: %v", seen)
	}
}
