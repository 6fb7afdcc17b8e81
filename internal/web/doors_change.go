package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/room"
	"sala.example/internal/room/view"
	"sala.example/internal/vault"
)

// What was done, for the page that comes after it.
const (
	doneLink    = "link"
	doneSet     = "set"
	doneRemoved = "removed"
	doneEnded   = "ended"
	doneErased  = "erased" // a speaker, who has no role
)

var doorsDone = []string{doneLink, doneSet, doneRemoved, doneEnded}

func backToDoors(w http.ResponseWriter, r *http.Request, v visitor, done, role string) {
	http.Redirect(w, r, "/w/"+v.room.ID()+"/doors?done="+done+"&role="+role+"#"+role, http.StatusSeeOther)
}

// doorOf is the role that a form names.
func doorOf(r *http.Request) (string, error) {
	role := r.PostFormValue("role")
	if !slices.Contains(access.StaffRoles(), role) {
		return "", errBadRequest
	}
	return role, nil
}

// openedBy are the sessions that a role's link or passphrase opened, except the
// one that says so: an organiser does not lock themselves out. What opened a
// session was not kept once; that counts as a link.
func openedBy(key, role string, v visitor) func(vault.Session) bool {
	return func(o vault.Session) bool {
		return o.Role == role && cmp.Or(o.By, byLink) == key && o.ID != v.session.ID
	}
}

// renewLink makes a role's link anew. The one before stops working, and whoever
// came in by it is out, at once.
func (s *Server) renewLink(w http.ResponseWriter, r *http.Request, v visitor) {
	role, err := doorOf(r)
	if err == nil {
		err = s.changeLink(r, v, role)
	}
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	backToDoors(w, r, v, doneLink, role)
}

func (s *Server) changeLink(r *http.Request, v visitor, role string) error {
	token, err := newToken()
	if err != nil {
		return err
	}
	link := vault.Link{Workshop: v.room.ID(), Role: role, Purpose: purposeStaff, Expires: s.Now().Add(staffLife)}
	ended := openedBy(byLink, role, v)
	if err := s.Vault.RenewLink(context.WithoutCancel(r.Context()), token, room.HashToken(token), link, ended); err != nil {
		return err
	}
	s.signedOut(v.room.ID(), ended)
	return nil
}

// setPassphrase gives a role a passphrase, or takes it away. Whoever came in by
// the one before is out, at once.
func (s *Server) setPassphrase(w http.ResponseWriter, r *http.Request, v visitor) {
	role, err := doorOf(r)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	typed, done := r.PostFormValue("passphrase"), doneSet
	if r.PostFormValue("remove") != "" {
		typed, done = "", doneRemoved
	}
	if err := s.changePassphrase(r, v, role, typed, done == doneRemoved); err != nil {
		p := s.problemOf(r, err)
		p.setHeader(w.Header())
		s.showDoors(w, r, p.status, v, refusedDoor{Error: p.message(s.language(r)), ErrorRole: role, Typed: typed})
		return
	}
	backToDoors(w, r, v, done, role)
}

func (s *Server) changePassphrase(r *http.Request, v visitor, role, typed string, remove bool) error {
	encoded := ""
	if !remove {
		day, _ := shown[view.Day](v.room, "day")
		known := []string{v.room.Code()}
		for _, title := range day.Title {
			known = append(known, title)
		}
		if err := fitPassphrase(typed, known...); err != nil {
			return err
		}
		var failed error
		err := s.signIns.hash(r.Context(), func() { encoded, failed = hashPassphrase(typed) })
		if err = cmp.Or(err, failed); err != nil {
			return err
		}
	}
	ended := openedBy(byPassphrase, role, v)
	if err := s.Vault.SetPassphrase(context.WithoutCancel(r.Context()), v.room.ID(), role, encoded, ended); err != nil {
		return err
	}
	s.signedOut(v.room.ID(), ended)
	return nil
}

// endSession signs one browser of the staff out.
func (s *Server) endSession(w http.ResponseWriter, r *http.Request, v visitor) {
	id := r.PostFormValue("session")
	var role string
	live, err := s.liveSessions(r.Context(), v.room.ID())
	for _, name := range access.StaffRoles() {
		if slices.ContainsFunc(live[name], func(o vault.Session) bool { return o.ID == id }) {
			role = name
		}
	}
	if err == nil && role != "" {
		err = s.endSessions(r.Context(), v.room.ID(), func(o vault.Session) bool { return o.ID == id })
	}
	switch {
	case err != nil:
		s.failPage(w, r, err)
	case role == "": // it ended meanwhile
		http.Redirect(w, r, "/w/"+v.room.ID()+"/doors", http.StatusSeeOther)
	case id == v.session.ID:
		s.setSessionCookies(w, r, v.actor.Role, v.room.ID(), "", -time.Second)
		http.Redirect(w, r, "/", http.StatusSeeOther)
	default:
		backToDoors(w, r, v, doneEnded, role)
	}
}

// eraseSpeaker takes somebody out of the programme who asks for it.
func (s *Server) eraseSpeaker(w http.ResponseWriter, r *http.Request, v visitor) {
	found, err := v.room.ForgetSpeaker(context.WithoutCancel(r.Context()), v.actor, r.PostFormValue("person"))
	switch {
	case err != nil:
		s.failPage(w, r, err)
	case !found: // erased meanwhile
		http.Redirect(w, r, "/w/"+v.room.ID()+"/doors", http.StatusSeeOther)
	default:
		http.Redirect(w, r, "/w/"+v.room.ID()+"/doors?done="+doneErased+"#speakers", http.StatusSeeOther)
	}
}
