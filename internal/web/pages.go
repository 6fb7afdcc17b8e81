package web

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"sala.example/internal/locale"
	"sala.example/internal/thai"
)

//go:embed templates
var templateFiles embed.FS

// pages are the parsed templates, one set per page and language, so that {{t}}
// needs no language.
type pages struct {
	byLang map[string]map[string]*template.Template
}

func parsePages(assets *assetServer) (*pages, error) {
	p := &pages{byLang: map[string]map[string]*template.Template{}}
	names, err := templateFiles.ReadDir("templates")
	if err != nil {
		return nil, fmt.Errorf("list templates: %w", err)
	}
	for _, lang := range locale.Languages() {
		p.byLang[lang] = map[string]*template.Template{}
		for _, entry := range names {
			name := strings.TrimSuffix(entry.Name(), path.Ext(entry.Name()))
			if name == "base" {
				continue
			}
			t, err := template.New(name).Funcs(templateFuncs(lang, assets)).ParseFS(templateFiles, "templates/base.html", "templates/"+entry.Name())
			if err != nil {
				return nil, fmt.Errorf("template %s: %w", name, err)
			}
			p.byLang[lang][name] = t
		}
	}
	return p, nil
}

func templateFuncs(lang string, assets *assetServer) template.FuncMap {
	return template.FuncMap{
		"t": func(key string, args ...any) string {
			pairs := make([]string, len(args))
			for i, a := range args {
				pairs[i] = fmt.Sprint(a)
			}
			return thai.Hold(locale.Say(lang, key, pairs...))
		},
		"in":       func(t map[string]string) string { return thai.Hold(inLanguage(t, lang)) },
		"other":    func(t map[string]string) string { return thai.Hold(t[locale.Other(lang)]) },
		"hold":     thai.Hold,
		"langname": func(l string) string { return locale.Say(lang, "common.language."+l) },
		"asset":    assets.address,
		"chunks":   assets.chunks,
		"day":      func(date string) string { return writtenDate(date, lang) },
	}
}

// writtenDate is a date such as 2014-09-23 as people write it in lang.
func writtenDate(date, lang string) string {
	at, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return thai.Date(at, lang)
}

func inLanguage(t map[string]string, lang string) string {
	for _, l := range append([]string{lang}, locale.Languages()...) {
		if t[l] != "" {
			return t[l]
		}
	}
	for _, text := range t {
		return text
	}
	return ""
}

// pageData is what every template gets.
type pageData struct {
	Lang, OtherLang string
	Langs           []string
	Path            string
	Page            any // what a live page carries as JSON
}

func (s *Server) data(r *http.Request) pageData {
	lang := s.language(r)
	return pageData{Lang: lang, OtherLang: locale.Other(lang), Langs: locale.Languages(), Path: r.URL.RequestURI()}
}

// page writes a page. It is rendered whole before the first byte goes out, so
// that a mistake in a template is a clean error.
func (s *Server) page(w http.ResponseWriter, r *http.Request, status int, name string, data any) {
	t, ok := s.pages.byLang[s.language(r)][name]
	if !ok {
		s.Log.Error("no such template", "name", name)
		http.Error(w, "this page is missing", http.StatusInternalServerError)
		return
	}
	var body bytes.Buffer
	if err := t.ExecuteTemplate(&body, "base", data); err != nil {
		s.Log.Error("page not rendered", "name", name, "error", err)
		http.Error(w, "this page could not be made", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Language", s.language(r))
	writePacked(w, r, status, body.Bytes())
}

// writePacked sends a body with gzip where the browser takes it.
func writePacked(w http.ResponseWriter, r *http.Request, status int, body []byte) {
	w.Header().Add("Vary", "Accept-Encoding")
	if len(body) < 1024 || !takesGzip(r) {
		w.WriteHeader(status)
		_, _ = w.Write(body)
		return
	}
	w.Header().Set("Content-Encoding", "gzip")
	w.WriteHeader(status)
	z := packers.Get().(*gzip.Writer)
	defer packers.Put(z)
	z.Reset(w)
	_, _ = z.Write(body)
	_ = z.Close()
}

// packers are gzip writers to be used again: a new one costs a megabyte.
var packers = sync.Pool{New: func() any {
	z, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed) // fails for unknown levels alone
	return z
}}
