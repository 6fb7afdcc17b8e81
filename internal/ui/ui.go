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
)

//go:generate go run ./gen -o src/types.ts
//go:generate go tool esbuild src/*.tsx --bundle --minify --format=esm --target=es2020 --jsx=automatic --jsx-import-source=preact --outdir=dist --log-level=warning
//go:generate go tool esbuild css/*.css --bundle --minify --target=es2020,safari14 --external:*.woff2 --outdir=dist --log-level=warning

//go:embed dist fonts static
var embedded embed.FS

// FS is everything that /assets/ serves, in one flat folder: phone.js,
// base.css, sarabun-thai-400-normal.woff2 and so on.
func FS() fs.FS { return assets{} }

// folders are where assets looks, in this order.
func folders() []string { return []string{"dist", "fonts", "static"} }

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
