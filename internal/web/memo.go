package web

import (
	"errors"
	"fmt"
	"net/http"

	"sala.example/internal/access"
	"sala.example/internal/report"
	"sala.example/internal/workshop"
)

// memo gives a memorandum on one recommendation to an officer who must ask a
// superior: GET …/memo/{recommendation}.{lang}.docx. It names nobody, and holds
// nothing that the room does not see.
func (s *Server) memo(w http.ResponseWriter, r *http.Request, v visitor) {
	src, err := s.Source(r.Context(), v.room)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	if err := mayTakeMemo(src.State, v.actor); err != nil {
		s.failPage(w, r, err)
		return
	}
	for _, format := range []string{"docx", "pdf", "html"} {
		rec, lang, ok := fileName(r.PathValue("file"), "."+format)
		if !ok {
			continue
		}
		data, contentType, err := report.MemoFile(src, rec, v.room.AnswerDue(src.State, v.actor.ID, rec), lang, format)
		if errors.Is(err, report.ErrNoSuchPaper) {
			err = errNotFound
		}
		if err != nil {
			s.failPage(w, r, err)
			return
		}
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("Cache-Control", "private, no-store")
		w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", "memo-"+lang+"."+format))
		_, _ = w.Write(data) // the reader is gone, if anything
		return
	}
	s.failPage(w, r, errNotFound)
}

// mayTakeMemo: the accepting party's people, and those who run the day.
func mayTakeMemo(st *workshop.State, a workshop.Actor) error {
	if a.Role == access.Participant && st.Participants[a.ID].RoleGroup != st.Settings.AcceptingParty {
		return &workshop.Refusal{Code: "stance.not-accepting-party"}
	}
	return nil
}
