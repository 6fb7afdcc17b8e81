package web

import (
	"bytes"
	"net/http"
	"time"

	"sala.example/internal/chart"
	"sala.example/internal/report"
	"sala.example/internal/workshop"
)

// resultPicture draws one result: GET …/result/{round}/{recommendation}.{lang}.svg,
// with ?rounds against the round before it, with ?tall for a phone, with
// ?projector as large as there is room. The bytes are the same for everybody,
// and stay the same: a phone draws its reader's own rating over them by itself.
func (s *Server) resultPicture(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	rounds, tall := query.Has("rounds"), query.Has("tall")
	s.picture(w, r, "private, max-age=31536000, immutable", func(st *workshop.State, rec, lang string) (chart.Drawing, bool) {
		round := st.Round(r.PathValue("round"))
		if round == nil {
			return chart.Drawing{}, false
		}
		result := resultOn(round, rec)
		switch {
		case result == nil:
			return chart.Drawing{}, false
		case rounds:
			return report.RoundsPicture(st, round, result, lang, tall)
		case tall:
			return report.TallPicture(st, round, result, lang), true
		case query.Has("projector"):
			return report.ProjectorPicture(st, round, result, lang), true
		}
		return report.Picture(st, round, result, lang), true
	})
}

func resultOn(round *workshop.Round, rec workshop.ID) *workshop.Result {
	for i := range round.Results {
		if round.Results[i].Recommendation == rec {
			return &round.Results[i]
		}
	}
	return nil
}

// dayPicture draws how the recommendations became agreed over a day on which
// something was decided: GET …/day/{date}.{lang}.svg, with ?tall for a phone. It
// knows of decisions only, never of ratings.
func (s *Server) dayPicture(w http.ResponseWriter, r *http.Request) {
	tall := r.URL.Query().Has("tall")
	s.picture(w, r, "no-store", func(st *workshop.State, date, lang string) (chart.Drawing, bool) {
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			return chart.Drawing{}, false
		}
		return report.DayPicture(st, date, lang, tall)
	})
}

// picture serves what draw makes of {name}.{lang}.svg at the end of the path, for
// every role of the workshop.
func (s *Server) picture(w http.ResponseWriter, r *http.Request, cache string, draw func(st *workshop.State, name, lang string) (chart.Drawing, bool)) {
	v, err := s.visitor(r)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	name, lang, found := fileName(r.PathValue("file"), ".svg")
	var drawing chart.Drawing
	if found {
		err = v.room.Look(r.Context(), func(st *workshop.State) { drawing, found = draw(st, name, lang) })
	}
	if err == nil && !found {
		err = errNotFound
	}
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	var b bytes.Buffer
	if err := chart.SVG(&b, drawing); err != nil {
		s.failPage(w, r, err)
		return
	}
	writeSVG(w, b.Bytes(), cache)
}
