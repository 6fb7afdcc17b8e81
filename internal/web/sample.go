package web

import (
	"net/http"

	"sala.example/internal/note/sample"
)

// sampleNote serves the concept note that ships with the program.
func (s *Server) sampleNote(w http.ResponseWriter, r *http.Request) {
	text, ok := map[string]string{"en": sample.English, "th": sample.Thai}[r.PathValue("lang")]
	if !ok {
		s.failJSON(w, r, errNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(text))
}
