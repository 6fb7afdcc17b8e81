package web

import (
	"bytes"
	"net/http"

	"sala.example/internal/access"
	"sala.example/internal/chart"
	"sala.example/internal/report"
)

// ownOpinion serves a person their own side of the open collecting of opinions:
// GET …/opinion/next, with their own votes when ?votes is given.
func (s *Server) ownOpinion(w http.ResponseWriter, r *http.Request, v visitor) {
	own, err := v.room.OwnOpinion(r.Context(), v.actor, r.URL.Query().Has("votes"))
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, own)
}

// opinionPicture draws the newest opinion map: GET …/opinion/map.{lang}.svg for
// everybody, with ?projector in large letters, …/opinion/mine.{lang}.svg with the
// participant's own place in it.
func (s *Server) opinionPicture(w http.ResponseWriter, r *http.Request) {
	v, err := s.visitor(r)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	name, lang, ok := fileName(r.PathValue("file"), ".svg")
	mine := name == "mine" && v.actor.Role == access.Participant
	if !ok || name != "map" && !mine {
		s.failPage(w, r, errNotFound)
		return
	}
	outcome, place, err := v.room.OpinionOutcome(r.Context(), v.actor.ID)
	if err == nil && outcome == nil {
		err = errNotFound
	}
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	drawing := report.OpinionPicture(outcome, lang, nil, false)
	switch {
	case mine:
		drawing = report.OpinionPicture(outcome, lang, place, true)
	case r.URL.Query().Has("projector"):
		drawing = report.ProjectorOpinion(outcome, lang)
	}
	var b bytes.Buffer
	if err := chart.SVG(&b, drawing); err != nil {
		s.failPage(w, r, err)
		return
	}
	writeSVG(w, b.Bytes(), "no-store")
}
