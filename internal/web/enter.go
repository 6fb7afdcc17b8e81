package web

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/room"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// What opened a session, as the vault keeps it.
const (
	byCode       = "code"       // a participant who joined
	bySeat       = "seat"       // a walk-in whom the desk let in
	byLink       = "link"       // the link of a role
	byPassphrase = "passphrase" // the passphrase of a role
	bySetup      = "setup"      // whoever made the workshop
)

// How long sessions last.
const (
	unusedLife  = 30 * 24 * time.Hour // without being used
	closedLife  = 90 * 24 * time.Hour // after the workshop closed, however much they are used
	tokenLife   = 12 * time.Hour      // then a page brings a new token
	tokenGrace  = time.Minute         // in which requests under way may come with the one before
	tokenRepeat = time.Minute         // before a new token that did not arrive is made again
)

// keepSession is how the vault takes a new session in.
type keepSession func(ctx context.Context, tokenHash string, v vault.Session) error

// openSession signs a browser in. The token is always a fresh one: what the
// browser came with is never taken over, and a session of the staff that it held
// in the same role ends.
func (s *Server) openSession(w http.ResponseWriter, r *http.Request, v vault.Session, keep keepSession) error {
	token, err := newToken()
	if err != nil {
		return err
	}
	now := s.Now()
	v.ID, v.Created, v.Expires = "", now, s.lasts(r.Context(), v.Workshop, now)
	if !now.Before(v.Expires) {
		return errLinkExpired // the workshop closed long ago
	}
	err = keep(context.WithoutCancel(r.Context()), room.HashToken(token), v)
	if errors.Is(err, vault.ErrShut) {
		return errLinkExpired
	}
	if err != nil {
		return fmt.Errorf("keep session: %w", err)
	}
	if err := s.endFormer(r, v); err != nil {
		return err
	}
	s.setSessionCookies(w, r, v.Role, v.Workshop, token, unusedLife)
	return nil
}

// endFormer ends the session of the staff that this browser held until now.
func (s *Server) endFormer(r *http.Request, v vault.Session) error {
	if v.Role == access.Participant {
		return nil // perhaps another person's, whom the desk let in on the same phone
	}
	former, held, err := s.session(r, v.Workshop, v.Role)
	if err != nil || !held {
		return err
	}
	return s.endSessions(r.Context(), v.Workshop, func(o vault.Session) bool { return o.ID == former.ID })
}

// endSessions signs people out, at once and in every tab: in the vault, in what
// is remembered of it, and on open streams.
func (s *Server) endSessions(ctx context.Context, workshopID string, ended func(vault.Session) bool) error {
	if err := s.Vault.EndSessions(context.WithoutCancel(ctx), workshopID, ended); err != nil {
		return err
	}
	s.signedOut(workshopID, ended)
	return nil
}

// signedOut forgets sessions that the vault no longer has.
func (s *Server) signedOut(workshopID string, ended func(vault.Session) bool) {
	s.sessions.forget()
	s.streams.end(func(v vault.Session) bool { return v.Workshop == workshopID && ended(v) })
}

// lasts is until when a session that is used now lasts.
func (s *Server) lasts(ctx context.Context, workshopID string, now time.Time) time.Time {
	expires := now.Add(unusedLife)
	if workshopID == "" {
		return expires
	}
	rm, err := s.House.Room(ctx, workshopID)
	if err != nil {
		return expires // cannot be used before it opens again
	}
	var closed time.Time
	if err := rm.Look(ctx, func(st *workshop.State) { closed = st.Closed }); err != nil || closed.IsZero() {
		return expires
	}
	return earlier(expires, closed.Add(closedLife))
}

// renew gives the browser a new token when the one it came with is old. The old
// one works until the new one was used, since an answer can get lost, and a
// moment longer for requests under way.
func (s *Server) renew(w http.ResponseWriter, r *http.Request, v visitor) {
	now := s.Now()
	if now.Sub(v.session.Issued) < tokenLife || v.session.Follows != "" {
		return
	}
	token, err := newToken()
	if err != nil {
		return
	}
	done, err := s.Vault.RenewSession(context.WithoutCancel(r.Context()), room.HashToken(v.token), room.HashToken(token), now, tokenRepeat)
	if err != nil {
		s.Log.Warn("session not renewed", "error", err) // the token of before goes on
	}
	if done {
		s.setSessionCookies(w, r, v.session.Role, v.session.Workshop, token, unusedLife)
	}
}

// setSessionCookies gives the browser its token; with a life below zero it
// takes it away.
func (s *Server) setSessionCookies(w http.ResponseWriter, r *http.Request, role, workshopID, token string, life time.Duration) {
	for _, path := range cookiePaths(role, workshopID) {
		http.SetCookie(w, &http.Cookie{
			Name: cookieName(role, workshopID), Value: token, Path: path, MaxAge: int(life.Seconds()),
			HttpOnly: true, Secure: s.Secure || r.TLS != nil, SameSite: http.SameSiteLaxMode,
		})
	}
}

// cookiePaths are where a session's cookie goes: to its workshop, and to the
// door by which the same role comes in again.
func cookiePaths(role, workshopID string) []string {
	switch {
	case workshopID == "":
		return []string{"/new", "/s"}
	case role == access.Participant:
		return []string{"/w/" + workshopID, "/j"}
	}
	return []string{"/w/" + workshopID, "/s"}
}

// newToken makes a secret of 128 bits that fits into an address. It never comes
// from the seed of a rehearsal: a demonstration's keys are real.
func newToken() (string, error) {
	var b [16]byte
	if _, err := rand.Read(b[:]); err != nil {
		return "", fmt.Errorf("make token: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(b[:]), nil
}
