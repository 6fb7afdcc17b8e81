package workshop

import (
	"fmt"
	"slices"
	"time"

	"sala.example/internal/rating"
)

// Create opens a workshop with everything that the organiser confirmed on the
// review page. Rule: only once; a title, a programme item and two role groups
// or more, one of them the accepting party.
type Create struct {
	ID              ID                  `json:"id"`
	Settings        Settings            `json:"settings"`
	Programme       []Session           `json:"programme"`
	Recommendations []AddRecommendation `json:"recommendations"`
	Groups          []AddGroup          `json:"groups"`
}

// Name is the command's name on the wire.
func (*Create) Name() string { return "workshop.create" }

// Decide checks the settings and lays the workshop out as events.
func (c *Create) Decide(s *State, env Env) ([]Event, error) {
	if s.ID != "" || c.ID == "" {
		return nil, refuse("workshop.exists")
	}
	set := c.Settings
	set.Organisers, set.Partners, set.RoleGroups = cleanNames(set.Organisers), cleanNames(set.Partners), cleanGroups(set.RoleGroups)
	set.Gate.GroupQuorums = rating.SortQuorums(set.Gate.GroupQuorums)
	if err := checkSettings(set); err != nil {
		return nil, err
	}
	if set.Gate.IsZero() {
		set.Gate = rating.Default()
		set.Gate.Quorum = 0 // a majority of the accepting party, counted when a round opens
	}
	if len(c.Programme) == 0 {
		return nil, refuse("workshop.no-programme")
	}
	programme := slices.Clone(c.Programme)
	for i := range programme {
		if err := checkSession(programme[i]); err != nil {
			return nil, err
		}
		programme[i].ID = env.NewID("s")
		programme[i].Planned, programme[i].Started, programme[i].Finished = nil, time.Time{}, time.Time{}
	}
	events := []Event{&Created{ID: c.ID, Settings: set, Programme: programme}}
	for i := range c.Recommendations {
		added, err := c.Recommendations[i].event(set.Required, i+1, env)
		if err != nil {
			return nil, err
		}
		events = append(events, added)
	}
	for i := range c.Groups {
		added, err := c.Groups[i].event(env)
		if err != nil {
			return nil, err
		}
		events = append(events, added)
	}
	return events, nil
}

func checkSettings(set Settings) error {
	if isBlank(set.Title.In(set.Floor)) {
		return refuse("workshop.no-title")
	}
	if err := checkRoleGroups(set.RoleGroups); err != nil {
		return err
	}
	if !slices.ContainsFunc(set.RoleGroups, func(g RoleGroup) bool { return g.ID == set.AcceptingParty }) {
		return refuse("workshop.no-accepting-party")
	}
	if err := checkRequired(set.Required); err != nil {
		return err
	}
	if err := checkFacts(set); err != nil {
		return err
	}
	if err := checkGate(set.Gate, set); err != nil {
		return err
	}
	if _, err := time.LoadLocation(set.Timezone); err != nil {
		return refuse("workshop.timezone", "value", set.Timezone)
	}
	return nil
}

// checkFacts bounds what the organiser tells about the workshop.
func checkFacts(set Settings) error {
	if err := set.Goal.check(); err != nil {
		return err
	}
	for _, objective := range slices.Concat([]Text{set.Objective, set.ExpectedOutput}, set.SubObjectives) {
		if err := checkWritten(objective, maxPassage); err != nil {
			return err
		}
	}
	if err := firstError(checkWritten(set.Title, maxLine), checkWritten(set.Place, maxLine), checkEach(set.Background, LongestBackground)); err != nil {
		return err
	}
	bodies := slices.Concat(set.Organisers, set.Partners)
	if len(bodies) > maxBodies {
		return refuse("workshop.bodies", "most", fmt.Sprint(maxBodies))
	}
	for _, name := range bodies {
		if err := firstError(checkText(name.In(set.Floor), maxLine), checkEach(name, maxLine)); err != nil {
			return err
		}
	}
	return nil
}

// checkEach checks a text in every language that it has.
func checkEach(text Text, limit int) error {
	for lang, words := range text {
		if err := firstError(checkLang(lang), checkText(words, limit)); err != nil {
			return err
		}
	}
	return nil
}

// checkWritten is checkEach for a text that may stand empty in a language.
func checkWritten(text Text, limit int) error {
	for lang, words := range text {
		if isBlank(words) {
			continue
		}
		if err := firstError(checkLang(lang), checkText(words, limit)); err != nil {
			return err
		}
	}
	return nil
}

// Bounds of what a workshop is set up with, in characters.
const (
	LongestLine       = maxLine    // title, place, names
	LongestPassage    = maxPassage // objective, expected output
	LongestBackground = 20000      // some eight pages
)

const maxBodies = 200 // organisers and partners

// checkRoleGroups: two or more, each with a name and an id of its own.
func checkRoleGroups(groups []RoleGroup) error {
	seen := map[ID]bool{"": true, rating.Others: true, "others": true, "room": true} // these are rows of every result
	for _, g := range groups {
		if seen[g.ID] || checkText(g.Name.In("en"), maxLine) != nil {
			return refuse("workshop.role-group", "name", g.Name.In("en"))
		}
		seen[g.ID] = true
	}
	if len(groups) < 2 {
		return refuse("workshop.no-role-groups")
	}
	return nil
}

func checkRequired(langs []Lang) error {
	if len(langs) == 0 {
		return refuse("workshop.no-languages")
	}
	for i, lang := range langs {
		if lang == "" || checkLang(lang) != nil || slices.Contains(langs[:i], lang) {
			return refuse("language.unknown", "lang", lang)
		}
	}
	return nil
}

// Created is the first event of every journal.
type Created struct {
	ID        ID        `json:"id"`
	Settings  Settings  `json:"settings"`
	Programme []Session `json:"programme"`
}

// Kind is the event's name in the journal.
func (*Created) Kind() string { return "workshop.created" }

func (e *Created) apply(s *State, m Meta) error {
	s.ID, s.Settings, s.Programme, s.Opened = e.ID, e.Settings, slices.Clone(e.Programme), m.At
	s.Screen = Screen{Mode: ScreenNow}
	return nil
}

// CloseWorkshop ends the day. Rule: no round and no collecting of opinions is open, and nothing stands as
// agreed without an owner, a first step within 30 days, and a date (promise 2).
type CloseWorkshop struct{}

// Name is the command's name on the wire.
func (*CloseWorkshop) Name() string { return "workshop.close" }

// Decide names the first thing that is still missing.
func (*CloseWorkshop) Decide(s *State, env Env) ([]Event, error) {
	if r := s.OpenRound(); r != nil {
		return nil, refuse("workshop.round-open", "round", fmt.Sprint(r.Number))
	}
	if s.OpenOpinion() != nil {
		return nil, refuse("workshop.opinion-open")
	}
	if without := s.AgreedWithoutAction(env.Now); len(without) > 0 {
		return nil, refuse("workshop.no-action", "recommendations", numbers(without))
	}
	return []Event{&Closed{}}, nil
}

// Closed ends the workshop; open questions are carried over by it.
type Closed struct{}

// Kind is the event's name in the journal.
func (*Closed) Kind() string { return "workshop.closed" }

func (e *Closed) apply(s *State, m Meta) error {
	s.Closed = m.At
	for i := range s.Questions {
		if s.Questions[i].Status == IsOpen {
			s.Questions[i].Status = IsCarried
		}
	}
	for i := range s.Programme {
		if s.Programme[i].Running() {
			s.Programme[i].Finished = m.At
		}
	}
	return nil
}
