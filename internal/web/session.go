package web

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/locale"
	"sala.example/internal/room"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// visitor is who asks, in which workshop.
type visitor struct {
	room    *room.Room
	actor   workshop.Actor
	class   access.Class
	session vault.Session
	token   string // of the session
}

// A browser can hold several sessions: a chair's laptop may also show the
// projector and try a phone. Each role of each workshop has its own cookie, and
// a request says as which role it comes (?as=chair).
func cookieName(role, workshopID string) string {
	return "sala-" + role + "-" + strings.TrimPrefix(workshopID, "w_")
}

// session finds the browser's session in a workshop with one of these roles,
// the first role first.
func (s *Server) session(r *http.Request, workshopID string, roles ...string) (vault.Session, bool, error) {
	v, _, ok, err := s.sessionAndToken(r, workshopID, roles...)
	return v, ok, err
}

func (s *Server) sessionAndToken(r *http.Request, workshopID string, roles ...string) (v vault.Session, token string, ok bool, err error) {
	for _, role := range roles {
		for _, cookie := range r.CookiesNamed(cookieName(role, workshopID)) { // one may be of another path
			v, ok, err := s.sessions.find(r.Context(), cookie.Value)
			if err != nil {
				return v, "", false, err
			}
			if ok && v.Role == role && v.Workshop == workshopID {
				return v, cookie.Value, true, nil
			}
		}
	}
	return vault.Session{}, "", false, nil
}

// visitor opens the room that the address names for the session that the
// browser holds, in a role that may ask for that address. Without ?as= any of
// these roles will do.
func (s *Server) visitor(r *http.Request) (visitor, error) {
	roles := access.RolesAt(r.Pattern)
	if as := r.URL.Query().Get("as"); as != "" {
		if slices.Contains(access.Roles(), as) && !slices.Contains(roles, as) {
			return visitor{}, errDenied
		}
		roles = []string{as}
	}
	id := r.PathValue("id")
	rm, err := s.House.Room(r.Context(), id)
	if err != nil {
		return visitor{}, err
	}
	session, token, ok, err := s.sessionAndToken(r, id, roles...)
	if err != nil {
		return visitor{}, err
	}
	if !ok {
		return visitor{}, s.whyNot(r, id)
	}
	if r.Method == http.MethodPost {
		r.Body = &signedBody{ReadCloser: r.Body, still: func() (bool, error) {
			_, ok, err := s.sessions.find(r.Context(), token)
			return ok, err
		}}
	}
	return visitor{
		room: rm, session: session, token: token, class: access.ClassOf(session.Role),
		actor: workshop.Actor{ID: session.Person, Role: session.Role},
	}, nil
}

// signedBody ends in an error when the session ended before it: a body may take
// half a minute, and whoever was signed out meanwhile must not finish what they began.
type signedBody struct {
	io.ReadCloser
	still func() (bool, error) // the session is there
}

func (b *signedBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err != io.EOF {
		return n, err
	}
	switch still, failed := b.still(); {
	case failed != nil:
		return n, failed
	case !still:
		return n, errSessionGone
	}
	return n, io.EOF
}

// whyNot tells somebody who is here in another role from somebody who is not
// here at all.
func (s *Server) whyNot(r *http.Request, workshopID string) error {
	if _, here, err := s.session(r, workshopID, access.Roles()...); err == nil && here && r.URL.Query().Get("as") == "" {
		return errDenied
	}
	return errSessionGone
}

// as wraps a handler for who may ask for its address.
func (s *Server) as(next func(http.ResponseWriter, *http.Request, visitor)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := s.visitor(r)
		switch {
		case err != nil && r.Method == http.MethodPost && !isForm(r): // a page's script asks
			s.failJSON(w, r, err)
		case err != nil:
			s.failPage(w, r, err)
		default:
			s.renew(w, r, v)
			next(w, r, v)
		}
	}
}

// isForm says that a page without script sends its form.
func isForm(r *http.Request) bool {
	return strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded")
}

const languageCookie = "sala-lang"

// language is the reader's: what they chose, else what their browser asks for.
func (s *Server) language(r *http.Request) string {
	if c, err := r.Cookie(languageCookie); err == nil && locale.Known(c.Value) {
		return c.Value
	}
	return locale.Match(r.Header.Get("Accept-Language"))
}

func (s *Server) setLanguageCookie(w http.ResponseWriter, lang string) {
	http.SetCookie(w, &http.Cookie{
		Name: languageCookie, Value: lang, Path: "/", MaxAge: int((365 * 24 * time.Hour).Seconds()),
		HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteLaxMode,
	})
}

// setLanguage changes the reader's language and goes back.
func (s *Server) setLanguage(w http.ResponseWriter, r *http.Request) {
	lang, back := r.PostFormValue("lang"), r.PostFormValue("back")
	if locale.Known(lang) {
		s.setLanguageCookie(w, lang)
	}
	http.Redirect(w, r, localPath(back), http.StatusSeeOther)
}

// localPath keeps a redirect on this site.
func localPath(path string) string {
	odd := func(c rune) bool { return c < ' ' || c == 0x7f || c == '\\' }
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsFunc(path, odd) {
		return "/"
	}
	return path
}
