package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"

	"sala.example/internal/ui"
)

// assetServer serves the embedded files, packed once.
type assetServer struct {
	files  map[string]asset
	loaded map[string][]string // by script: addresses of what it imports before it runs
}

type asset struct {
	packed        []byte // nil where gzip does not pay
	kind, version string
}

func newAssets() (*assetServer, error) {
	s := &assetServer{files: map[string]asset{}, loaded: map[string][]string{}}
	entries, err := fs.ReadDir(ui.FS(), ".")
	if err != nil {
		return nil, fmt.Errorf("list assets: %w", err)
	}
	for _, e := range entries {
		data, err := fs.ReadFile(ui.FS(), e.Name())
		if err != nil {
			return nil, fmt.Errorf("read asset: %w", err)
		}
		s.files[e.Name()] = newAsset(e.Name(), data)
		if path.Ext(e.Name()) != ".js" {
			continue
		}
		names, err := ui.Loads(e.Name())
		if err != nil {
			return nil, err
		}
		for _, name := range names[1:] {
			s.loaded[e.Name()] = append(s.loaded[e.Name()], "/assets/"+name) // as the script names it, which has no version
		}
	}
	return s, nil
}

func newAsset(name string, data []byte) asset {
	sum := sha256.Sum256(data)
	a := asset{kind: mime.TypeByExtension(path.Ext(name)), version: hex.EncodeToString(sum[:6])}
	switch path.Ext(name) {
	case ".woff2":
		a.kind = "font/woff2"
	case ".js":
		a.kind = "text/javascript; charset=utf-8"
	}
	if !strings.HasSuffix(name, ".woff2") {
		var b bytes.Buffer
		z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		_, _ = z.Write(data) // writing to memory does not fail
		_ = z.Close()
		a.packed = b.Bytes()
	}
	return a
}

// address is where a file is served; it changes when the file does.
func (s *assetServer) address(name string) string {
	return "/assets/" + name + "?v=" + s.files[name].version
}

// chunks are the addresses of what a script imports before it runs, so that a
// page can have them fetched together with it.
func (s *assetServer) chunks(script string) []string { return s.loaded[script] }

func (s *assetServer) serve(w http.ResponseWriter, r *http.Request) {
	a, ok := s.files[r.PathValue("file")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	if r.URL.Query().Get("v") != a.version && !ui.Immutable(r.PathValue("file")) {
		h.Set("Cache-Control", "public, max-age=300") // fonts named in a style sheet
	}
	if a.packed != nil && takesGzip(r) {
		h.Set("Content-Encoding", "gzip")
		_, _ = w.Write(a.packed)
		return
	}
	http.ServeFileFS(w, r, ui.FS(), r.PathValue("file"))
}
