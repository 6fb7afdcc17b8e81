package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"sala.example/internal/report"
	"sala.example/internal/room/view"
	"sala.example/internal/thai"
	"sala.example/internal/workshop"
)

type captionsData struct {
	pageData
	Workshop, Role string
	Title          view.Text
	Lines          []captionLine
	Done           bool // one was taken out, just now
}

type captionLine struct{ ID, Lang, At, Text string }

// captions lists every caption, the newest first: GET …/captions. Screens show the
// last ones alone, and one can be asked to take out any.
func (s *Server) captions(w http.ResponseWriter, r *http.Request, v visitor) {
	d := captionsData{pageData: s.data(r), Workshop: v.room.ID(), Role: v.actor.Role, Done: r.URL.Query().Has("done")}
	err := v.room.Look(r.Context(), func(st *workshop.State) {
		d.Title = view.Text(st.Settings.Title)
		for _, c := range slices.Backward(st.Captions) {
			if text, there := v.room.Words(c.Text); there {
				d.Lines = append(d.Lines, captionLine{ID: c.ID, Lang: c.Lang, At: thai.Clock(c.At.In(st.Location()), d.Lang), Text: text})
			}
		}
	})
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	s.page(w, r, http.StatusOK, "captions", d)
}

// removeCaption takes a sentence out for good: POST …/captions.
func (s *Server) removeCaption(w http.ResponseWriter, r *http.Request, v visitor) {
	if _, err := v.room.Do(r.Context(), v.actor, "", &workshop.RemoveCaption{Caption: r.PostFormValue("caption")}); err != nil {
		s.failPage(w, r, err)
		return
	}
	http.Redirect(w, r, "/w/"+v.room.ID()+"/captions?as="+v.actor.Role+"&done=1", http.StatusSeeOther)
}

// captionsFile serves all captions of one language: GET …/captions/{lang}.vtt.
func (s *Server) captionsFile(w http.ResponseWriter, r *http.Request, v visitor) {
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
