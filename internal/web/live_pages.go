package web

import (
	"encoding/json"
	"net/http"
	"slices"

	"sala.example/internal/locale"
	"sala.example/internal/room/view"
)

// livePage says what a live page is made of.
type livePage struct {
	name   string // template and island
	topics []string
	areas  []string // areas of locale/ that the island speaks from
	pairs  []string // areas that it speaks from in every language at once
}

var (
	phonePage = livePage{
		name:   "phone",
		topics: []string{"day", "texts", "questions", "groups", "rounds", "turnout", "opinion", "captions"},
		areas:  []string{"common", "phone", "rating", "opinion"},
		pairs:  []string{"scale"},
	}
	chairPage = livePage{
		name:   "chair",
		topics: []string{"day", "texts", "questions", "groups", "rounds", "turnout", "screen", "opinion", "statements"},
		areas:  []string{"common", "staff", "chair", "rating", "scale", "opinion"},
	}
	textsPage = livePage{
		name:   "texts",
		topics: []string{"day", "texts", "rounds", "booth", "captions"},
		areas:  []string{"common", "staff", "texts", "captions"},
	}
	deskPage = livePage{
		name:   "desk",
		topics: []string{"day", "desk"},
		areas:  []string{"common", "staff", "desk"},
	}
	screenPage = livePage{
		name:   "screen",
		topics: []string{"day", "texts", "questions", "groups", "rounds", "turnout", "screen", "opinion", "captions"},
		areas:  []string{"common", "screen", "opinion"},
		pairs:  []string{"common", "screen", "opinion"},
	}
	sheetPage = livePage{
		name:   "sheet",
		topics: []string{"day", "texts", "groups"},
		areas:  []string{"common", "staff", "sheet"},
	}
)

// liveData is what the template of a live page gets: the topics as the viewer
// sees them, for a page that can be read before any script runs.
type liveData struct {
	pageData
	Workshop    string
	Code        string
	JoinAddress string
	Group       string
	Me          view.Me
	Day         *view.Day
	Texts       *view.Texts
	Questions   *view.Questions
	Groups      *view.Groups
	Turnout     *view.Turnout
	Screen      *view.Screen
	Desk        *view.Desk
}

// island is the JSON that a live page carries for its script.
type island struct {
	Workshop string                 `json:"workshop"`
	Lang     string                 `json:"lang"`
	Now      int64                  `json:"now"`
	Seen     string                 `json:"seen"` // the place that the topics show, as the stream tells it
	Me       view.Me                `json:"me"`
	Topics   map[string]islandTopic `json:"topics"`
	Messages json.RawMessage        `json:"messages"`
	Words    json.RawMessage        `json:"words,omitempty"`
	Join     string                 `json:"join"`
	Group    string                 `json:"group,omitempty"`
}

type islandTopic struct {
	Rev   uint64          `json:"rev"`
	State json.RawMessage `json:"state"`
}

// sentences are what a live page's script speaks with, as JSON, made once.
type sentences struct {
	messages map[string]json.RawMessage // by language
	words    json.RawMessage            // in every language at once; nil for none
}

func (p livePage) sentences() sentences {
	said, pairs := sentences{messages: map[string]json.RawMessage{}}, map[string]map[string]string{}
	for _, lang := range locale.Languages() {
		said.messages[lang] = toJSON(locale.Area(lang, p.areas...))
		pairs[lang] = locale.Area(lang, p.pairs...)
	}
	if len(p.pairs) > 0 {
		said.words = toJSON(pairs)
	}
	return said
}

func toJSON[T map[string]string | map[string]map[string]string](texts T) json.RawMessage {
	data, _ := json.Marshal(texts) // texts always are JSON
	return data
}

// live serves a live page to those who may see it.
func (s *Server) live(p livePage) http.HandlerFunc {
	said := p.sentences()
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := s.visitor(r)
		if err != nil {
			s.failPage(w, r, err)
			return
		}
		data, err := s.liveData(r, p, v, said)
		if err != nil {
			s.failPage(w, r, err)
			return
		}
		s.renew(w, r, v)
		s.page(w, r, http.StatusOK, p.name, data)
	}
}

func (s *Server) liveData(r *http.Request, p livePage, v visitor, said sentences) (*liveData, error) {
	lang := s.language(r)
	me, err := v.room.Me(r.Context(), v.actor, lang)
	if err != nil {
		return nil, err
	}
	d := &liveData{
		pageData: s.data(r), Workshop: v.room.ID(), Code: v.room.Code(),
		JoinAddress: s.joinAddress(v.room.Code()), Group: r.PathValue("group"), Me: me,
	}
	page := island{
		Workshop: d.Workshop, Lang: lang, Now: s.Now().UnixMilli(), Me: me, Join: d.JoinAddress, Group: d.Group,
		Topics: map[string]islandTopic{}, Messages: said.messages[lang], Words: said.words,
		Seen: v.room.Place().String(), // before the topics: what changes meanwhile is sent once more
	}
	for _, name := range p.topics {
		t, ok := v.room.Topic(v.class, name)
		if !ok {
			continue
		}
		page.Topics[name] = islandTopic{Rev: t.Rev, State: t.Body}
		d.take(t.View)
	}
	if d.Group != "" && !slices.ContainsFunc(d.Groups.Groups, func(g view.Group) bool { return g.ID == d.Group }) {
		return nil, errNotFound
	}
	d.Page = page
	return d, nil
}

// take puts a topic's view into its field.
func (d *liveData) take(v any) {
	switch v := v.(type) {
	case view.Day:
		d.Day = &v
	case view.Texts:
		d.Texts = &v
	case view.Questions:
		d.Questions = &v
	case view.Groups:
		d.Groups = &v
	case view.Turnout:
		d.Turnout = &v
	case view.Screen:
		d.Screen = &v
	case view.Desk:
		d.Desk = &v
	}
}

// joinAddress is what a person types: "192.168.1.7:8080/j/4F7KQX".
func (s *Server) joinAddress(code string) string { return s.Address() + "/j/" + code }
