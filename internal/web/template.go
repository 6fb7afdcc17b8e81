package web

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"sala.example/internal/access"
	"sala.example/internal/room"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// A template is a draft to start the next workshop from. What this server
// keeps holds no people; a file that the organiser saves may name speakers.

// mostTemplates and largestTemplate bound what is kept.
const (
	mostTemplates   = 200
	largestTemplate = 1 << 20
)

// templateFile is a .sala-template.json.
type templateFile struct {
	Sala    string `json:"sala"` // "template"
	Version int    `json:"version"`
	Name    string `json:"name"`
	Draft   *Draft `json:"draft"`
}

// beginnings are what a new workshop can start from.
type beginnings struct {
	Templates []beginning `json:"templates"`
	Past      []beginning `json:"past"` // workshops of this organiser
}

type beginning struct {
	ID    string        `json:"id"`
	Name  string        `json:"name,omitempty"`
	Title workshop.Text `json:"title,omitempty"`
	Date  string        `json:"date"` // saved on, or its first day
}

// templates lists the templates by name, and the organiser's workshops with the
// newest first.
func (s *Server) templates(w http.ResponseWriter, r *http.Request) {
	session, err := s.organiser(r)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	kept, err := s.Vault.Templates(r.Context())
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	b := beginnings{Templates: []beginning{}, Past: []beginning{}}
	for id, t := range kept {
		b.Templates = append(b.Templates, beginning{ID: id, Name: t.Name, Date: t.Made.Format(time.DateOnly)})
	}
	if b.Past, err = s.past(r, session.Person); err != nil {
		s.failJSON(w, r, err)
		return
	}
	slices.SortFunc(b.Templates, func(a, b beginning) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(b.Past, func(a, b beginning) int { return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.ID, b.ID)) })
	writeJSON(w, http.StatusOK, b)
}

// past are the workshops in which a person has a session as organiser.
func (s *Server) past(r *http.Request, person string) ([]beginning, error) {
	found := []beginning{}
	for _, id := range s.House.Codes() {
		sessions, err := s.Vault.SessionsOf(r.Context(), id, person)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(slices.Collect(maps.Values(sessions)), func(o vault.Session) bool { return o.Role == access.Organiser }) {
			continue
		}
		rm, err := s.House.Room(r.Context(), id)
		if err != nil {
			s.Log.Warn("a past workshop does not open", "workshop", id, "error", err)
			continue // its organiser sees the others
		}
		b := beginning{ID: id}
		err = rm.Look(r.Context(), func(st *workshop.State) {
			b.Title = st.Settings.Title
			for _, p := range st.Programme {
				b.Date = cmp.Or(b.Date, p.Date)
			}
		})
		if err != nil {
			return nil, err
		}
		found = append(found, b)
	}
	return found, nil
}

// saveTemplate keeps a draft under a name, without anybody whom it names.
func (s *Server) saveTemplate(w http.ResponseWriter, r *http.Request) {
	session, err := s.organiser(r)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	var asked templateFile
	if err := readJSON(w, r, largestTemplate, &asked); err != nil {
		s.failJSON(w, r, err)
		return
	}
	answer, err := s.once.do(r, session.Person, func() (map[string]any, error) { return s.savedTemplate(r, asked) })
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	writeJSON(w, http.StatusCreated, answer)
}

func (s *Server) savedTemplate(r *http.Request, asked templateFile) (map[string]any, error) {
	name := strings.TrimSpace(asked.Name)
	switch {
	case asked.Draft == nil:
		return nil, errBadRequest
	case name == "":
		return nil, &workshop.Refusal{Code: "template.no-name"}
	case utf8.RuneCountInString(name) > longestName:
		return nil, &workshop.Refusal{Code: "text.too-long", Args: map[string]string{"limit": "120"}}
	}
	kept, err := s.Vault.Templates(r.Context())
	if err != nil {
		return nil, err
	}
	if len(kept) >= mostTemplates {
		return nil, &workshop.Refusal{Code: "template.too-many", Args: map[string]string{"limit": fmt.Sprint(mostTemplates)}}
	}
	asked.Draft.withoutPeople()
	body, err := json.Marshal(asked.Draft)
	if err != nil {
		return nil, fmt.Errorf("write template: %w", err)
	}
	id := room.NewID(s.Random, "m")
	if err := s.Vault.PutTemplate(r.Context(), id, vault.Template{Name: name, Made: s.Now(), Body: body}); err != nil {
		return nil, err
	}
	return map[string]any{"id": id, "name": name}, nil
}

// template gives the draft of one.
func (s *Server) template(w http.ResponseWriter, r *http.Request) {
	if _, err := s.organiser(r); err != nil {
		s.failJSON(w, r, err)
		return
	}
	kept, ok, err := s.Vault.Template(r.Context(), r.PathValue("template"))
	if err == nil && !ok {
		err = errNotFound
	}
	var d Draft
	if err == nil {
		err = json.Unmarshal(kept.Body, &d)
	}
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"name": kept.Name, "draft": d.filled()})
}

// removeTemplate forgets one.
func (s *Server) removeTemplate(w http.ResponseWriter, r *http.Request) {
	_, err := s.organiser(r)
	if err == nil {
		err = s.Vault.DropTemplate(r.Context(), r.PathValue("template"))
	}
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, map[string]bool{"ok": true})
}

// openTemplate looks into a template file, and keeps nothing of it.
func (s *Server) openTemplate(w http.ResponseWriter, r *http.Request) {
	if _, err := s.organiser(r); err != nil {
		s.failJSON(w, r, err)
		return
	}
	var f templateFile
	if err := readJSON(w, r, largestDraft, &f); err != nil || f.Sala != "template" || f.Version != 1 || f.Draft == nil {
		s.failJSON(w, r, &workshop.Refusal{Code: "template.not-one"})
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"name": f.Name, "draft": f.Draft.filled()})
}

// withoutPeople takes out whom the programme names.
func (d *Draft) withoutPeople() {
	for i := range d.Items {
		d.Items[i].Speakers = []DraftPerson{}
		for j := range d.Items[i].SubItems {
			d.Items[i].SubItems[j].Speakers = []DraftPerson{}
		}
	}
}

// filled has a list wherever a page expects one, and a text wherever it
// expects a text.
func (d *Draft) filled() *Draft {
	for _, list := range []*[]string{&d.Interpretation, &d.Required} {
		*list = orEmpty(*list)
	}
	d.Organisers, d.Partners = orEmpty(d.Organisers), orEmpty(d.Partners)
	d.SubObjectives, d.Items, d.RoleGroups = orEmpty(d.SubObjectives), orEmpty(d.Items), orEmpty(d.RoleGroups)
	d.Recommendations, d.Groups = orEmpty(d.Recommendations), orEmpty(d.Groups)
	d.GroupQuorums = orEmpty(d.GroupQuorums)
	for _, text := range []*workshop.Text{&d.Title, &d.Place, &d.Objective, &d.ExpectedOutput, &d.Background} {
		*text = orText(*text)
	}
	for i := range d.Items {
		it := &d.Items[i]
		it.Title, it.Speakers, it.SubItems = orText(it.Title), orEmpty(it.Speakers), orEmpty(it.SubItems)
		for j := range it.SubItems {
			it.SubItems[j].Title, it.SubItems[j].Speakers = orText(it.SubItems[j].Title), orEmpty(it.SubItems[j].Speakers)
		}
	}
	for i := range d.Recommendations {
		rec := &d.Recommendations[i]
		rec.Owner, rec.Segments, rec.Evidence = orText(rec.Owner), orEmpty(rec.Segments), orEmpty(rec.Evidence)
	}
	return d
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func orText(t workshop.Text) workshop.Text {
	if t == nil {
		return workshop.Text{}
	}
	return t
}
