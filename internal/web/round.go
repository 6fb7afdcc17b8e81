package web

import (
	"net/http"

	"sala.example/internal/condition"
	"sala.example/internal/locale"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// roundPreview is what a round would be if it opened now: above all its gate,
// in sentences, which nobody can change once it is open.
type roundPreview struct {
	Number          int                 `json:"number"`
	Recommendations []string            `json:"recommendations"`
	Criteria        []string            `json:"criteria"`
	Entitled        int                 `json:"entitled"`
	Gate            rating.Gate         `json:"gate"`
	Sentences       map[string][]string `json:"sentences"` // per language
	Short           []workshop.Short    `json:"short"`     // role groups too few for their quorum: a warning
}

// previewRound tries the command round.open and changes nothing: POST
// …/round/preview with the command's fields. What the command would refuse is
// refused here.
func (s *Server) previewRound(w http.ResponseWriter, r *http.Request, v visitor) {
	var c workshop.OpenRound
	if err := readJSON(w, r, largestCommand, &c); err != nil {
		s.failJSON(w, r, err)
		return
	}
	var preview *roundPreview
	var refused error
	err := v.room.Look(r.Context(), func(st *workshop.State) {
		preview, refused = s.tryRound(st, v.actor, &c)
	})
	if err == nil {
		err = refused
	}
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, preview)
}

func (s *Server) tryRound(st *workshop.State, by workshop.Actor, c *workshop.OpenRound) (*roundPreview, error) {
	env := workshop.Env{Actor: by, Now: s.Now(), NewID: func(string) workshop.ID { return "" }}
	events, err := workshop.Decide(st, c, env)
	if err != nil {
		return nil, err
	}
	opened := events[0].(*workshop.RoundOpened)
	p := &roundPreview{
		Number: opened.Number, Recommendations: opened.Recommendations, Criteria: opened.Criteria,
		Entitled: len(opened.Entitled), Gate: opened.Gate, Sentences: map[string][]string{},
		Short: st.ShortOf(opened.Gate, opened.Entitled),
	}
	for _, lang := range locale.Languages() {
		p.Sentences[lang] = condition.Sentences(st, opened.Gate, lang)
	}
	return p, nil
}
