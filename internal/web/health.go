package web

import (
	"fmt"
	"net/http"

	"sala.example/internal/vault"
)

// healthz says that the program answers at all.
func (s *Server) healthz(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("ok\n"))
}

// readyz says that commands can be saved: a proxy that asks sends people
// elsewhere while they cannot. Everybody may read why in a word; the log has it
// in full.
func (s *Server) readyz(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if err := s.Ready(); err != nil {
		s.Log.Warn("not ready", "error", err)
		w.Header().Set("Retry-After", retryAfter)
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = fmt.Fprintf(w, "not ready: %s\n", whyNotReady(err))
		return
	}
	_, _ = w.Write([]byte("ready\n"))
}

func whyNotReady(err error) string {
	switch {
	case vault.Full(err):
		return "the disk is full: Sala shows what there is and saves nothing until there is space"
	case vault.Unwritable(err):
		return "the disk takes no write: Sala shows what there is and saves nothing until it does"
	case vault.Damaged(err):
		return "the data is damaged: restore the last backup"
	}
	return "see the log"
}
