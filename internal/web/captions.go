package web

import (
	"fmt"
	"net/http"
	"strings"

	"sala.example/internal/report"
)

// captions serves all captions of one language to who types them and to who
// leads: GET …/captions/{lang}.vtt.
func (s *Server) captions(w http.ResponseWriter, r *http.Request, v visitor) {
	lang, isVTT := strings.CutSuffix(r.PathValue("file"), ".vtt")
	if !isVTT {
		s.failPage(w, r, errNotFound)
		return
	}
	src, err := s.Source(r.Context(), v.room)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/vtt; charset=utf-8")
	h.Set("Cache-Control", "private, no-store")
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", "sala-"+v.room.Code()+"."+lang+".vtt"))
	writePacked(w, r, http.StatusOK, []byte(report.WebVTT(src, lang)))
}
