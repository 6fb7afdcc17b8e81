package web

import (
	"encoding/json"
	"net/http"
	"strconv"
)

// topic serves one topic whole.
func (s *Server) topic(w http.ResponseWriter, r *http.Request) {
	v, err := s.visitor(r)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	t, ok := v.room.Topic(v.class, r.PathValue("topic"))
	if !ok {
		s.failJSON(w, r, errDenied)
		return
	}
	tag := strconv.Quote(t.Tag)
	h := w.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", "private, no-cache")
	h.Add("Vary", "Accept-Encoding")
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", "application/json; charset=utf-8")
	body := t.Body
	if takesGzip(r) {
		h.Set("Content-Encoding", "gzip")
		body = t.Packed()
	}
	_, _ = w.Write(body)
}

// me serves a person's own view.
func (s *Server) me(w http.ResponseWriter, r *http.Request) {
	v, err := s.visitor(r)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	me, err := v.room.Me(r.Context(), v.actor, s.language(r))
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	data, err := json.Marshal(me)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	s.renew(w, r, v)
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	writePacked(w, r, http.StatusOK, data)
}
