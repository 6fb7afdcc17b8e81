package web

import (
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
	rm, err := s.findTyped(r, code)
	if err != nil {
		p := s.problemOf(r, err)
		d := homeData{pageData: s.data(r), Code: code, Error: p.message(s.language(r))}
		d.Path = "/"
		setWait(w.Header(), p)
		s.page(w, r, p.status, "home", d)
		return
	}
	http.Redirect(w, r, "/j/"+rm.Code(), http.StatusSeeOther)
}

var errNoCode = &problem{status: http.StatusUnprocessableEntity, code: "web.no-code"}

// findTyped counts an empty field as no guess.
func (s *Server) findTyped(r *http.Request, code string) (*room.Room, error) {
	if code == "" {
		return nil, errNoCode
	}
	return s.findCode(r, code)
}
