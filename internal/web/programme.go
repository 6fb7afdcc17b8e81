package web

import (
	"encoding/json"
	"net/http"
	"strings"

	"sala.example/internal/locale"
	"sala.example/internal/room"
	"sala.example/internal/schedule"
	"sala.example/internal/workshop"
)

// programmeFiles are the forms in which other programs take the programme.
var programmeFiles = map[string]struct {
	contentType string
	write       func(schedule.Plan) ([]byte, error)
}{
	"programme.ics": {"text/calendar; charset=utf-8", func(p schedule.Plan) ([]byte, error) { return []byte(schedule.ICal(p)), nil }},
	"programme.csv": {"text/csv; charset=utf-8", schedule.CSV},
	"schedule.xml":  {"application/xml; charset=utf-8", schedule.FrabXML},
	"schedule.json": {"application/json; charset=utf-8", schedule.FrabJSON},
}

// programme gives the programme to calendars and conference apps, which have
// no cookie: GET /j/{code}/programme.ics?lang=th. Whoever has the code could
// join and read it there; it names speakers as the programme does, and nobody
// else.
func (s *Server) programme(w http.ResponseWriter, r *http.Request) {
	rm, err := s.findCode(r, r.PathValue("code"))
	if err != nil {
		s.failCode(w, r, err)
		return
	}
	file, known := programmeFiles[r.PathValue("file")]
	if !known {
		s.failPage(w, r, errNotFound)
		return
	}
	plan, err := s.plan(r, rm, s.askedLanguage(r))
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	data, err := file.write(plan)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	w.Header().Set("Content-Type", file.contentType)
	w.Header().Set("Cache-Control", "private, max-age=300")
	_, _ = w.Write(data) // the reader is gone, if anything
}

// askedLanguage is ?lang=, else the reader's.
func (s *Server) askedLanguage(r *http.Request) string {
	if lang := r.URL.Query().Get("lang"); locale.Known(lang) {
		return lang
	}
	return s.language(r)
}

// plan is the programme as it is now.
func (s *Server) plan(r *http.Request, rm *room.Room, lang string) (plan schedule.Plan, err error) {
	url := s.address(r) + "/j/" + rm.Code()
	err = rm.Look(r.Context(), func(st *workshop.State) {
		plan = schedule.Of(st, lang, url, func(id workshop.ID) schedule.Person {
			p := rm.Profile(id)
			return schedule.Person{Name: strings.TrimSpace(p.Name), Affiliation: p.Affiliation}
		})
	})
	return plan, err
}

// eventData is the programme for search engines and calendars that read the
// join page. It is data, not script: JSON with <, > and & escaped.
func (s *Server) eventData(r *http.Request, rm *room.Room) json.RawMessage {
	plan, err := s.plan(r, rm, s.language(r))
	if err != nil {
		return json.RawMessage("{}")
	}
	data, err := schedule.SchemaOrg(plan)
	if err != nil {
		return json.RawMessage("{}")
	}
	return data
}
