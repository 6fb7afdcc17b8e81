package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/room"
	"sala.example/internal/room/view"
	"sala.example/internal/vault"
)

var (
	errWrongPassphrase = &problem{status: http.StatusForbidden, code: "web.wrong-passphrase"}
	errNoPassphrase    = &problem{status: http.StatusUnprocessableEntity, code: "web.no-passphrase"}
	errBusy            = &problem{status: http.StatusServiceUnavailable, code: "web.busy", retry: true}
)

// signInClosed is the answer to who has to wait.
func signInClosed(wait time.Duration) *problem {
	return &problem{status: http.StatusTooManyRequests, code: "web.sign-in-closed", args: map[string]string{"seconds": seconds(wait)}}
}

// signIns limits what strangers can make the server do with passphrases.
type signIns struct {
	from    *tries        // by address
	at      *tries        // by workshop and role
	hashing chan struct{} // holds an element for each hash under way
}

// A hash takes 19 MiB and a core; more at once would be felt in the room.
const (
	hashesAtOnce = 2
	hashWait     = 3 * time.Second
)

func newSignIns(now func() time.Time) *signIns {
	return &signIns{from: newTries(now, mostPassphrases), at: newTries(now, mostAtOneDoor), hashing: make(chan struct{}, hashesAtOnce)}
}

// take counts a try, or gives how long to wait. An address that has to wait
// does not close a door for others, nor a closed door an address.
func (l *signIns) take(from, at string) (wait time.Duration) {
	if wait = l.from.take(from, 1); wait > 0 {
		return wait
	}
	if wait = l.at.take(at, 1); wait > 0 {
		l.from.giveBack(from, 1)
	}
	return wait
}

func (l *signIns) giveBack(from, at string) {
	l.from.giveBack(from, 1)
	l.at.giveBack(at, 1)
}

// hash works when it is its turn, and not at all when that takes long.
func (l *signIns) hash(ctx context.Context, work func()) error {
	ctx, cancel := context.WithTimeout(ctx, hashWait)
	defer cancel()
	select {
	case l.hashing <- struct{}{}:
		defer func() { <-l.hashing }()
		work()
		return nil
	case <-ctx.Done():
		return errBusy
	}
}

type signInData struct {
	pageData
	Workshop string
	Title    view.Text
	Roles    []string
	Role     string
	Error    string
}

// signInForm asks for a role and its passphrase, the same whether the role has
// one or not.
func (s *Server) signInForm(w http.ResponseWriter, r *http.Request) {
	rm, err := s.House.Room(r.Context(), r.PathValue("id"))
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	s.showSignIn(w, r, rm, http.StatusOK, r.URL.Query().Get("role"), "")
}

func (s *Server) showSignIn(w http.ResponseWriter, r *http.Request, rm *room.Room, status int, role, problem string) {
	d := signInData{pageData: s.data(r), Workshop: rm.ID(), Roles: access.StaffRoles(), Role: role, Error: problem}
	if day, ok := shown[view.Day](rm, "day"); ok {
		d.Title = day.Title
	}
	s.page(w, r, status, "signin", d)
}

// signInAddress is the page of a workshop that helps who is not signed in.
func signInAddress(r *http.Request, p *problem) string {
	if id := r.PathValue("id"); p == errSessionGone && id != "" {
		return "/w/" + url.PathEscape(id) + "/sign-in"
	}
	return ""
}

// signIn opens a role to whoever knows its passphrase.
func (s *Server) signIn(w http.ResponseWriter, r *http.Request) {
	rm, err := s.House.Room(r.Context(), r.PathValue("id"))
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	role := r.PostFormValue("role")
	if err := s.signInto(w, r, rm.ID(), role); err != nil {
		p := s.problemOf(r, err)
		p.setHeader(w.Header())
		setWait(w.Header(), p)
		s.showSignIn(w, r, rm, p.status, role, p.message(s.language(r)))
		return
	}
	http.Redirect(w, r, "/w/"+rm.ID()+homeOf[role], http.StatusSeeOther)
}

func (s *Server) signInto(w http.ResponseWriter, r *http.Request, workshopID, role string) error {
	if role == "" || r.PostFormValue("passphrase") == "" { // no guess
		return errNoPassphrase
	}
	encoded, err := s.checkPassphrase(r, workshopID, role)
	if err != nil {
		return err
	}
	session := vault.Session{Workshop: workshopID, Person: room.NewID(s.Random, "u"), Role: role, Lang: s.language(r), By: byPassphrase}
	err = s.openSession(w, r, session, func(ctx context.Context, tokenHash string, v vault.Session) error {
		return s.Vault.EnterByPassphrase(ctx, tokenHash, v, encoded)
	})
	if errors.Is(err, errLinkExpired) {
		return errWrongPassphrase
	}
	return err
}

// checkPassphrase gives the hash of the role's passphrase if the one that was
// sent is right. A role that does not exist or has none is answered like a wrong
// one, and takes as long.
func (s *Server) checkPassphrase(r *http.Request, workshopID, role string) (encoded string, err error) {
	from, at := s.remote(r), workshopID
	if slices.Contains(access.StaffRoles(), role) {
		at += " " + role
	}
	if wait := s.signIns.take(from, at); wait > 0 {
		return "", signInClosed(wait)
	}
	door, err := s.Vault.Door(r.Context(), workshopID, role)
	right := false
	if err == nil {
		err = s.signIns.hash(r.Context(), func() { right = vault.CheckPassphrase(door.Passphrase, r.PostFormValue("passphrase")) })
	}
	if err == nil && !right {
		return "", errWrongPassphrase
	}
	s.signIns.giveBack(from, at)
	return door.Passphrase, err
}
