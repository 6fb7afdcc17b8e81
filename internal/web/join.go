package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"unicode/utf8"

	"sala.example/internal/access"
	"sala.example/internal/locale"
	"sala.example/internal/room"
	"sala.example/internal/room/view"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// consentNames are what a person can agree to; all are off until they do.
var consentNames = []string{"report", "screen", "photo"}

type joinData struct {
	pageData
	Code   string
	Title  view.Text
	Place  view.Text
	Date   string
	Groups []view.RoleGroup
	Form   joinForm
	wrongForm
	Event json.RawMessage // the programme as data
}

// wrongForm says why a form came back: beside the field that is to be put
// right, or above all of them.
type wrongForm struct {
	Error string
	Field string // "" for none in particular
}

// joinForm is what a person gives, as much as they like.
type joinForm struct {
	Name      string          `json:"name"`
	Alias     string          `json:"alias"`
	RoleGroup string          `json:"roleGroup"`
	Lang      string          `json:"lang"`
	Consents  map[string]bool `json:"consents"`
}

// longestName is in characters.
const longestName = 120

func readJoinForm(r *http.Request) joinForm {
	f := joinForm{
		Name: workshop.CleanName(r.PostFormValue("name")), Alias: workshop.CleanName(r.PostFormValue("alias")),
		RoleGroup: r.PostFormValue("roleGroup"), Lang: r.PostFormValue("lang"), Consents: map[string]bool{},
	}
	for _, name := range consentNames {
		f.Consents[name] = r.PostFormValue(name) != ""
	}
	return f
}

var errNoRoleGroup = &problem{status: http.StatusUnprocessableEntity, code: "web.no-role-group"}

func (f joinForm) check() error {
	if f.RoleGroup == "" {
		return errNoRoleGroup
	}
	if utf8.RuneCountInString(f.Name) > longestName || utf8.RuneCountInString(f.Alias) > longestName {
		return &workshop.Refusal{Code: "text.too-long", Args: map[string]string{"limit": "120"}}
	}
	return nil
}

// wrong is what the form's author reads of a problem, and at which field.
func (f joinForm) wrong(p *problem, lang string) wrongForm {
	w := wrongForm{Error: p.message(lang)}
	switch {
	case p == errNoRoleGroup, p.code == "role-group.unknown":
		w.Field = "roleGroup"
	case p.code == "text.too-long" && utf8.RuneCountInString(f.Name) > longestName:
		w.Field = "name"
	case p.code == "text.too-long":
		w.Field = "alias"
	}
	return w
}

func (f joinForm) profile() vault.Profile {
	return vault.Profile{Name: workshop.CleanName(f.Name), Alias: workshop.CleanName(f.Alias), Consents: f.Consents}
}

// joinForm asks for language and role group, and for nothing else that one
// must answer.
func (s *Server) joinForm(w http.ResponseWriter, r *http.Request) {
	rm, err := s.findCode(r, r.PathValue("code"))
	if err != nil {
		s.failCode(w, r, err)
		return
	}
	if session, ok, err := s.session(r, rm.ID(), access.Participant); err == nil && ok {
		if known, err := hasJoined(r.Context(), rm, session.Person); err == nil && known {
			http.Redirect(w, r, "/w/"+rm.ID(), http.StatusSeeOther)
			return
		}
	}
	s.showJoin(w, r, rm, http.StatusOK, joinForm{Lang: s.language(r)}, wrongForm{})
}

func hasJoined(ctx context.Context, rm *room.Room, person string) (known bool, err error) {
	err = rm.Look(ctx, func(st *workshop.State) {
		p, ok := st.Participants[person]
		known = ok && !p.Erased
	})
	return known, err
}

func (s *Server) showJoin(w http.ResponseWriter, r *http.Request, rm *room.Room, status int, form joinForm, wrong wrongForm) {
	d := joinData{pageData: s.data(r), Code: rm.Code(), Form: form, wrongForm: wrong, Event: s.eventData(r, rm)}
	if day, ok := shown[view.Day](rm, "day"); ok {
		d.Title, d.Place, d.Groups = day.Title, day.Place, day.Groups
		if len(day.Items) > 0 {
			d.Date = day.Items[0].Date
		}
	}
	s.page(w, r, status, "join", d)
}

// join lets a person in. What they typed stays in the form when it is refused,
// and when they choose another language halfway.
func (s *Server) join(w http.ResponseWriter, r *http.Request) {
	r, turned := s.turnPage(w, r)
	rm, err := s.findCode(r, r.PathValue("code"))
	if err != nil {
		s.failCode(w, r, err)
		return
	}
	form := readJoinForm(r)
	if !locale.Known(form.Lang) {
		form.Lang = s.language(r)
	}
	if turned {
		s.showJoin(w, r, rm, http.StatusOK, form, wrongForm{})
		return
	}
	person := room.NewID(s.Random, "p")
	if err := s.letIn(r.Context(), rm, person, workshop.Actor{ID: person, Role: access.Participant}, form, false); err != nil {
		p := s.problemOf(r, err)
		p.setHeader(w.Header())
		s.showJoin(w, r, rm, p.status, form, form.wrong(p, s.language(r)))
		return
	}
	session := vault.Session{Workshop: rm.ID(), Person: person, Role: access.Participant, Lang: form.Lang, By: byCode}
	if err := s.openSession(w, r, session, s.Vault.PutSession); err != nil {
		s.failPage(w, r, err)
		return
	}
	s.setLanguageCookie(w, form.Lang)
	http.Redirect(w, r, "/w/"+rm.ID(), http.StatusSeeOther)
}

// turnPage looks whether a form was sent to be read in another language: with a
// field "language", which only the buttons of the languages have. The request
// that it gives speaks that language and has no such field.
func (s *Server) turnPage(w http.ResponseWriter, r *http.Request) (asked *http.Request, turned bool) {
	lang := r.PostFormValue("language")
	if !locale.Known(lang) {
		return r, false
	}
	s.setLanguageCookie(w, lang)
	asked = r.Clone(r.Context())
	asked.Header.Set("Cookie", (&http.Cookie{Name: languageCookie, Value: lang}).String())
	for _, fields := range []url.Values{asked.Form, asked.PostForm} {
		fields.Del("language")
		fields.Set("lang", lang)
	}
	return asked, true
}

// letIn joins a person and keeps what they gave. The profile is kept after the
// room agreed, so that a refused person leaves no trace.
func (s *Server) letIn(ctx context.Context, rm *room.Room, person string, actor workshop.Actor, form joinForm, desk bool) error {
	if err := form.check(); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx) // who leaves in between is not left half in
	if _, err := rm.Do(ctx, actor, "", &workshop.Join{Participant: person, RoleGroup: form.RoleGroup, Lang: form.Lang, Desk: desk}); err != nil {
		return err
	}
	return rm.PutProfile(ctx, person, form.profile())
}
