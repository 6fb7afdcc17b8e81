package web

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/locale"
	"sala.example/internal/room"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// putProfile changes what a person gave of themselves.
func (s *Server) putProfile(w http.ResponseWriter, r *http.Request, v visitor) {
	var form joinForm
	if err := readJSON(w, r, 16<<10, &form); err != nil {
		s.failJSON(w, r, err)
		return
	}
	if !locale.Known(form.Lang) {
		form.Lang = v.session.Lang
	}
	consents := map[string]bool{}
	for _, name := range consentNames {
		consents[name] = form.Consents[name]
	}
	form.Consents = consents
	if err := s.changeProfile(r.Context(), v, form); err != nil {
		s.failJSON(w, r, err)
		return
	}
	s.setLanguageCookie(w, form.Lang)
	writeJSON(w, http.StatusOK, map[string]bool{"ok": true})
}

// changeProfile joins again where role group or language change; names and
// consents alone can change at any time, after the closing too.
func (s *Server) changeProfile(ctx context.Context, v visitor, form joinForm) error {
	same := false
	err := v.room.Look(ctx, func(st *workshop.State) {
		p := st.Participants[v.actor.ID]
		same = p.RoleGroup == form.RoleGroup && p.Lang == form.Lang
	})
	if err != nil {
		return err
	}
	if !same {
		return s.letIn(ctx, v.room, v.actor.ID, v.actor, form, false)
	}
	if err := form.check(); err != nil {
		return err
	}
	return v.room.PutProfile(ctx, v.actor.ID, form.profile())
}

// erase forgets the person who asks, and signs them out everywhere.
func (s *Server) erase(w http.ResponseWriter, r *http.Request, v visitor) {
	if _, err := v.room.Do(r.Context(), v.actor, "", &workshop.EraseParticipant{Participant: v.actor.ID}); err != nil {
		s.failJSON(w, r, err)
		return
	}
	s.signedOut(v.room.ID(), func(o vault.Session) bool { return o.Person == v.actor.ID })
	s.setSessionCookies(w, r, v.actor.Role, v.room.ID(), "", -time.Second)
	writeJSON(w, http.StatusOK, map[string]string{"location": "/"})
}

// walkIn is the desk's form: somebody without an invitation is in within
// seconds, and can carry on on a phone by scanning what the desk shows.
func (s *Server) walkIn(w http.ResponseWriter, r *http.Request, v visitor) {
	var form joinForm
	if err := readJSON(w, r, 16<<10, &form); err != nil {
		s.failJSON(w, r, err)
		return
	}
	if !locale.Known(form.Lang) {
		form.Lang = s.language(r)
	}
	answer, err := s.once.do(r, v.actor.ID, func() (map[string]any, error) { return s.walkedIn(r, v, form) })
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, answer)
}

// walkedIn lets a person in and makes the link to their seat.
func (s *Server) walkedIn(r *http.Request, v visitor, form joinForm) (map[string]any, error) {
	person := room.NewID(s.Random, "p")
	if err := s.letIn(r.Context(), v.room, person, v.actor, form, true); err != nil {
		return nil, err
	}
	token, err := newToken()
	if err != nil {
		return nil, err
	}
	link := vault.Link{Workshop: v.room.ID(), Role: access.Participant, Purpose: purposeSeat, Target: person, Expires: s.Now().Add(seatLife)}
	if err := s.Vault.PutLink(r.Context(), room.HashToken(token), link); err != nil {
		return nil, fmt.Errorf("keep seat: %w", err)
	}
	address := s.address(r) + "/s/" + token
	picture, err := qrSVG(address)
	if err != nil {
		return nil, err
	}
	return map[string]any{"id": person, "link": address, "qr": picture}, nil
}
