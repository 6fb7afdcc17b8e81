// Package ui is the browser side: the islands and style sheets that esbuild
// made of src and css, the fonts and the icon. All are committed and embedded,
// so that the program builds with Go alone; `go generate ./internal/ui` makes
// dist anew.
package ui

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// The phone is split: phone.js and what it imports are its first load, the rest
// comes after the first paint. A chunk's name holds the hash of its content.

//go:generate go run ./gen -o src/types.ts -fresh dist
//go:generate go tool esbuild src/*.tsx --bundle --minify --format=esm --target=es2020 --jsx=automatic --jsx-import-source=preact --outdir=dist --log-level=warning
//go:generate go tool esbuild src/phone.tsx --bundle --splitting --chunk-names=chunk-[hash] --minify --format=esm --target=es2020 --jsx=automatic --jsx-import-source=preact --outdir=dist --log-level=warning
//go:generate go tool esbuild css/*.css --bundle --minify --target=es2020,safari14 --external:*.woff2 --outdir=dist --log-level=warning

//go:embed dist fonts static
var embedded embed.FS

// FS is everything that /assets/ serves, in one flat folder: phone.js,
// base.css, sarabun-thai-400-normal.woff2 and so on.
func FS() fs.FS { return assets{} }

// folders are where assets looks, in this order.
func folders() []string { return []string{"dist", "fonts", "static"} }

// staticImport finds what a bundled script imports before it runs, in contrast
// to import(…), which it may do later.
var staticImport = regexp.MustCompile(`\b(?:from|import)\s*"\./([^"/]+\.js)"`)

// Loads lists what a browser fetches before a script runs: the script itself,
// then every chunk that it imports, and those that these import.
func Loads(script string) ([]string, error) {
	names := []string{script}
	for i := 0; i < len(names); i++ {
		source, err := fs.ReadFile(FS(), names[i])
		if err != nil {
			return nil, fmt.Errorf("read what %s loads: %w", script, err)
		}
		for _, m := range staticImport.FindAllSubmatch(source, -1) {
			if name := string(m[1]); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names, nil
}

// Immutable says that a file's name holds the hash of its content.
func Immutable(name string) bool { return strings.HasPrefix(name, "chunk-") }

type assets struct{}

// Open finds the file; a name with a folder in it is not there.
func (assets) Open(name string) (fs.File, error) {
	for _, dir := range folders() {
		if path.Base(name) != name || name == "." {
			break
		}
		if f, err := embedded.Open(path.Join(dir, name)); err == nil {
			return f, nil
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fmt.Errorf("no such asset: %w", fs.ErrNotExist)}
}

// ReadDir lists every asset; it reads only the root, ".".
func (assets) ReadDir(name string) ([]fs.DirEntry, error) {
	var all []fs.DirEntry
	for _, dir := range folders() {
		entries, err := embedded.ReadDir(dir)
		if err != nil {
			return nil, fmt.Errorf("list assets: %w", err)
		}
		all = append(all, entries...)
	}
	return all, nil
}
