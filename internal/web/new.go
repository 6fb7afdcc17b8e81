package web

import (
	"context"
	"net/http"

	"sala.example/internal/access"
	"sala.example/internal/board"
	"sala.example/internal/locale"
	"sala.example/internal/rating"
	"sala.example/internal/room"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// largestDraft is more than any corrected import; a note itself may be larger.
const largestDraft = 4 << 20

// Draft is a workshop as the organiser confirms it on the review page. Times
// are "15:04", dates "2006-01-02".
type Draft struct {
	Title           workshop.Text         `json:"title"`
	Place           workshop.Text         `json:"place"`
	Objective       workshop.Text         `json:"objective"`
	SubObjectives   []workshop.Text       `json:"subObjectives"`
	ExpectedOutput  workshop.Text         `json:"expectedOutput"`
	Goal            *workshop.Goal        `json:"goal,omitempty"` // the expected output as a number; nil: none is set
	Background      workshop.Text         `json:"background"`
	Organisers      []workshop.Text       `json:"organisers"`
	Partners        []workshop.Text       `json:"partners"`
	IsDraft         bool                  `json:"draft"`
	Timezone        string                `json:"timezone"`
	Floor           string                `json:"floor"`
	Interpretation  []string              `json:"interpretation"`
	Required        []string              `json:"required"`
	Items           []DraftItem           `json:"items"`
	RoleGroups      []workshop.RoleGroup  `json:"roleGroups"`
	AcceptingParty  string                `json:"acceptingParty"`
	Quorum          int                   `json:"quorum"`         // 0: a majority of the accepting party in the room
	GroupQuorums    []rating.GroupQuorum  `json:"groupQuorums"`   // of other role groups; none by default
	Gate            *rating.Gate          `json:"gate,omitempty"` // nil: the usual one; its quorums are those above
	Recommendations []DraftRecommendation `json:"recommendations"`
	Groups          []DraftGroup          `json:"groups"`
	MadeUp          bool                  `json:"madeUp"`
}

// DraftItem is a programme item.
type DraftItem struct {
	Date     string         `json:"date"`
	Start    string         `json:"start"`
	End      string         `json:"end"`
	Title    workshop.Text  `json:"title"`
	Kind     string         `json:"kind"`
	Room     string         `json:"room"`
	Decides  bool           `json:"decides"`
	Speakers []DraftPerson  `json:"speakers"`
	SubItems []DraftSubItem `json:"subItems"`
}

// DraftSubItem is a part of an item.
type DraftSubItem struct {
	Title    workshop.Text `json:"title"`
	Speakers []DraftPerson `json:"speakers"`
}

// DraftPerson is somebody named in the programme.
type DraftPerson struct {
	Name        string `json:"name"`
	Affiliation string `json:"affiliation"`
}

// DraftRecommendation is a text in one language or more, one element a segment.
type DraftRecommendation struct {
	Segments []workshop.Text     `json:"segments"`
	Owner    workshop.Text       `json:"owner"`
	Evidence []workshop.Evidence `json:"evidence"`
}

// DraftGroup is a breakout group with a board template.
type DraftGroup struct {
	Name     workshop.Text `json:"name"`
	Template string        `json:"template"`
}

type newData struct {
	pageData
}

type newIsland struct {
	Lang      string            `json:"lang"`
	Messages  map[string]string `json:"messages"`
	Templates []board.Template  `json:"templates"`
	Languages []string          `json:"languages"`
}

// newPage is where an organiser drops the note.
func (s *Server) newPage(w http.ResponseWriter, r *http.Request) {
	if _, err := s.organiser(r); err != nil {
		s.failPage(w, r, err)
		return
	}
	d := newData{pageData: s.data(r)}
	d.Page = newIsland{
		Lang: d.Lang, Messages: locale.Area(d.Lang, "common", "review", "plan"),
		Templates: board.Templates(), Languages: locale.Languages(),
	}
	s.page(w, r, http.StatusOK, "review", d)
}

// organiser is whoever opened the installation's setup link.
func (s *Server) organiser(r *http.Request) (vault.Session, error) {
	session, ok, err := s.session(r, "", access.Organiser)
	if err != nil {
		return session, err
	}
	if !ok {
		return session, errSessionGone
	}
	return session, nil
}

// create opens the workshop that the organiser confirmed.
func (s *Server) create(w http.ResponseWriter, r *http.Request) {
	session, err := s.organiser(r)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	var d Draft
	if err := readJSON(w, r, largestDraft, &d); err != nil {
		s.failJSON(w, r, err)
		return
	}
	workshop.Straighten(&d)
	answer, err := s.once.do(r, session.Person, func() (map[string]any, error) { return s.created(r, session, &d) })
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	session.Workshop, session.By = answer["id"].(string), bySetup
	if err := s.openSession(w, r, session, s.Vault.PutSession); err != nil {
		s.failJSON(w, r, err)
		return
	}
	writeJSON(w, http.StatusCreated, answer)
}

// created opens the workshop and says where it is and how each role gets in.
func (s *Server) created(r *http.Request, session vault.Session, d *Draft) (map[string]any, error) {
	rm, err := s.CreateWorkshop(r.Context(), workshop.Actor{ID: session.Person, Role: access.Organiser}, d)
	if err != nil {
		return nil, err
	}
	links, err := s.StaffLinks(r.Context(), s.address(r), rm.ID())
	if err != nil {
		return nil, err
	}
	byRole := map[string]string{}
	for _, l := range links {
		byRole[l.Role] = l.URL
	}
	return map[string]any{"id": rm.ID(), "code": rm.Code(), "location": "/w/" + rm.ID() + "/links", "links": byRole}, nil
}

// CreateWorkshop opens a workshop and the links of its roles.
func (s *Server) CreateWorkshop(ctx context.Context, actor workshop.Actor, d *Draft) (*room.Room, error) {
	cmd, people, err := d.command(func() string { return room.NewID(s.Random, "x") })
	if err != nil {
		return nil, err
	}
	rm, err := s.House.Create(ctx, actor, cmd, people)
	if err != nil {
		return nil, err
	}
	return rm, s.PutStaffLinks(ctx, rm.ID())
}

// command turns the draft into the command, with the people whom the programme
// names kept apart.
func (d *Draft) command(newPerson func() string) (*workshop.Create, map[workshop.ID]vault.Profile, error) {
	gate := rating.Default()
	if d.Gate != nil {
		gate = *d.Gate
	}
	gate.Quorum, gate.GroupQuorums = d.Quorum, d.GroupQuorums
	cmd := &workshop.Create{Settings: workshop.Settings{
		Title: d.Title, Place: d.Place, Objective: d.Objective, SubObjectives: d.SubObjectives, ExpectedOutput: d.ExpectedOutput,
		Goal: d.Goal, Background: d.Background, Organisers: d.Organisers, Partners: d.Partners,
		Draft: d.IsDraft, Timezone: d.Timezone, Floor: d.Floor, Interpretation: d.Interpretation, Required: d.Required,
		RoleGroups: d.RoleGroups, AcceptingParty: d.AcceptingParty, Gate: gate, MadeUp: d.MadeUp,
	}}
	people := map[workshop.ID]vault.Profile{}
	keep := func(named []DraftPerson) []workshop.ID {
		var ids []workshop.ID
		for _, p := range named {
			id := newPerson()
			people[id] = vault.Profile{Name: workshop.CleanName(p.Name), Affiliation: workshop.CleanName(p.Affiliation)}
			ids = append(ids, id)
		}
		return ids
	}
	for _, item := range d.Items {
		session := workshop.Session{
			Date: item.Date, Start: item.Start, End: item.End, Title: item.Title, Kind: item.Kind,
			Room: item.Room, Decides: item.Decides, Speakers: keep(item.Speakers),
		}
		for _, sub := range item.SubItems {
			session.SubItems = append(session.SubItems, workshop.SubItem{Title: sub.Title, Speakers: keep(sub.Speakers)})
		}
		cmd.Programme = append(cmd.Programme, session)
	}
	for _, rec := range d.Recommendations {
		cmd.Recommendations = append(cmd.Recommendations, workshop.AddRecommendation{Segments: rec.Segments, Owner: rec.Owner, Evidence: rec.Evidence})
	}
	for _, g := range d.Groups {
		added, err := g.command()
		if err != nil {
			return nil, nil, err
		}
		cmd.Groups = append(cmd.Groups, added)
	}
	return cmd, people, nil
}

func (g DraftGroup) command() (workshop.AddGroup, error) {
	template, ok := board.ByID(g.Template)
	if !ok {
		return workshop.AddGroup{}, &workshop.Refusal{Code: "group.no-domains"}
	}
	added := workshop.AddGroup{Label: g.Name, Template: template.ID}
	for _, d := range template.Domains {
		added.Domains = append(added.Domains, workshop.Domain{ID: d.ID, Name: d.Name})
	}
	return added, nil
}

// DefaultTimezone is where the first workshops were.
const DefaultTimezone = "Asia/Bangkok"
