package web

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"

	"sala.example/internal/locale"
	"sala.example/internal/report"
	"sala.example/internal/workshop"
)

// fileName takes "name.th.svg" apart.
func fileName(file, ending string) (name, lang string, ok bool) {
	stem, ok := strings.CutSuffix(file, ending)
	if !ok {
		return "", "", false
	}
	i := strings.LastIndexByte(stem, '.')
	if i < 0 || !locale.Known(stem[i+1:]) {
		return "", "", false
	}
	return stem[:i], stem[i+1:], true
}

// reportFile serves report.{lang}.{html|docx|pdf} once the workshop is closed.
func (s *Server) reportFile(w http.ResponseWriter, r *http.Request) {
	v, src, err := s.closed(r)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	file := r.PathValue("file")
	ending := file[strings.LastIndexByte(file, '.')+1:]
	name, lang, ok := fileName(file, "."+ending)
	if !ok || name != "report" {
		s.failPage(w, r, errNotFound)
		return
	}
	data, kind, err := s.Report.File(r.Context(), src, lang, ending)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "private, no-cache")
	if ending == "html" {
		// The page is one file that also works from a disk, so its style is inside.
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self' data:; frame-ancestors 'none'")
	} else {
		h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", "sala-"+v.room.Code()+"."+lang+"."+ending))
	}
	writePacked(w, r, http.StatusOK, data)
}

// closed gives the report's source, only after the workshop closed.
func (s *Server) closed(r *http.Request) (visitor, *report.Source, error) {
	v, err := s.visitor(r)
	if err != nil {
		return v, nil, err
	}
	src, err := s.Source(r.Context(), v.room)
	if err != nil {
		return v, nil, err
	}
	if src.State.Closed.IsZero() {
		return v, nil, &workshop.Refusal{Code: "web.not-closed-yet"}
	}
	return v, src, nil
}

// record serves the workshop's record, which anybody can verify.
func (s *Server) record(w http.ResponseWriter, r *http.Request) {
	v, src, err := s.closed(r)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	var b bytes.Buffer
	if err := v.room.WriteRecord(r.Context(), &b, src.State); err != nil {
		s.failPage(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "application/jsonl; charset=utf-8")
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", "sala-"+v.room.Code()+".record.sala"))
	h.Set("Cache-Control", "private, no-cache")
	writePacked(w, r, http.StatusOK, b.Bytes())
}
