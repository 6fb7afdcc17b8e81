package web

import (
	"errors"
	"net/http"
	"strings"

	"sala.example/internal/room"
)

type homeData struct {
	pageData
	Code  string
	Error string
}

// home asks for the code.
func (s *Server) home(w http.ResponseWriter, r *http.Request) {
	s.page(w, r, http.StatusOK, "home", homeData{pageData: s.data(r)})
}

// typedCode goes to the workshop whose code was typed; a wrong one stays in
// the field.
func (s *Server) typedCode(w http.ResponseWriter, r *http.Request) {
	code := strings.TrimSpace(r.PostFormValue("code"))
	rm, err := s.findCode(r, code)
	if err != nil {
		p := s.problemOf(r, err)
		d := homeData{pageData: s.data(r), Code: code, Error: p.message(s.language(r))}
		d.Path = "/"
		s.page(w, r, p.status, "home", d)
		return
	}
	http.Redirect(w, r, "/j/"+rm.Code(), http.StatusSeeOther)
}

// findCode looks a code up, and slows down those who guess.
func (s *Server) findCode(r *http.Request, code string) (*room.Room, error) {
	if s.tries.exhausted(s.remote(r)) {
		return nil, errTooMany
	}
	rm, err := s.House.ByCode(r.Context(), code)
	if errors.Is(err, room.ErrNoRoom) {
		s.tries.note(s.remote(r))
		return nil, errWrongCode
	}
	return rm, err
}
