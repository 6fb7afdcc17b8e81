package web

import (
	"net/http"
	"strings"
	"time"

	"sala.example/internal/room/view"
	"sala.example/internal/vault"
)

type leaveData struct {
	pageData
	Workshop string
	Title    view.Text
	Role     string
	Back     string // the role's page, below the workshop's
	Left     bool
	Forget   string // what the browser keeps under keys that begin so is this session's
}

// leaveForm says what leaving means, and asks.
func (s *Server) leaveForm(w http.ResponseWriter, r *http.Request, v visitor) {
	s.showLeave(w, r, http.StatusOK, v, false)
}

// leave ends the session of this browser, in every tab. Nothing that was sent is
// touched.
func (s *Server) leave(w http.ResponseWriter, r *http.Request, v visitor) {
	if r.PostFormValue("leave") == "" { // not from the page that says what it means
		s.showLeave(w, r, http.StatusUnprocessableEntity, v, false)
		return
	}
	if err := s.endSessions(r.Context(), v.room.ID(), func(o vault.Session) bool { return o.ID == v.session.ID }); err != nil {
		s.failPage(w, r, err)
		return
	}
	s.setSessionCookies(w, r, v.actor.Role, v.room.ID(), "", -time.Second)
	s.showLeave(w, r, http.StatusOK, v, true)
}

func (s *Server) showLeave(w http.ResponseWriter, r *http.Request, status int, v visitor, left bool) {
	d := leaveData{
		pageData: s.data(r), Workshop: v.room.ID(), Role: v.actor.Role, Back: homeOf[v.actor.Role], Left: left,
		Forget: strings.Join([]string{"sala", v.room.ID(), v.actor.Role, v.actor.ID, ""}, "|"),
	}
	if day, ok := shown[view.Day](v.room, "day"); ok {
		d.Title = day.Title
	}
	if left {
		d.Path = "/"
	}
	s.page(w, r, status, "leave", d)
}
