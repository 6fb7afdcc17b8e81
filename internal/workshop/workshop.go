// Package workshop is the heart of Sala: the nouns of a policy workshop, the
// commands people give and the events that follow. It is pure: Decide turns a
// state and a command into events, Apply turns a state and an event into the
// next state, and neither does I/O nor reads a clock. Time, ids and the words
// that people wrote come in from outside through Env.
package workshop

import (
	"slices"
	"time"

	"sala.example/internal/rating"
)

// ID names a thing: "r_…" a recommendation, "p_…" a participant, and so on.
type ID = string

// Lang is a language tag such as "th" or "en".
type Lang = string

// Text is a short text that the organiser wrote, one wording per language. It
// is for labels; what the room agrees on is made of segments.
type Text map[Lang]string

// In returns the text in lang, else in English, else in any language there is.
func (t Text) In(lang Lang) string {
	for _, l := range []Lang{lang, "en"} {
		if t[l] != "" {
			return t[l]
		}
	}
	for _, l := range sortedKeys(t) {
		if t[l] != "" {
			return t[l]
		}
	}
	return ""
}

// Format is the form of a state's JSON. Whoever changes what a state holds
// counts it up.
const Format = 4

// State is a workshop as it stands after event Seq. It is a plain value: its
// JSON form is the snapshot, and equal histories give equal bytes.
type State struct {
	Format          int                `json:"format"`
	Seq             uint64             `json:"seq"`
	At              time.Time          `json:"at"` // of the last event
	ID              ID                 `json:"id"`
	Settings        Settings           `json:"settings"`
	Opened          time.Time          `json:"opened"`
	Closed          time.Time          `json:"closed"`
	Programme       []Session          `json:"programme"`
	Participants    map[ID]Participant `json:"participants"`
	Recommendations []Recommendation   `json:"recommendations"`
	Amendments      []Amendment        `json:"amendments"`
	Questions       []Question         `json:"questions"`
	Captions        []Caption          `json:"captions,omitempty"`
	Groups          []Group            `json:"groups"`
	Rounds          []Round            `json:"rounds"`
	Statements      []Statement        `json:"statements"`
	Opinions        []Opinion          `json:"opinions"`
	Objections      []Objection        `json:"objections"`
	Stances         []Stance           `json:"stances"`
	Actions         []Action           `json:"actions"`
	Screen          Screen             `json:"screen"`
	Redacted        []string           `json:"redacted,omitempty"` // passages that were taken out
}

// Settings are what the organiser fixed when creating the workshop.
type Settings struct {
	Title          Text        `json:"title"`
	Place          Text        `json:"place"`
	Objective      Text        `json:"objective"`
	SubObjectives  []Text      `json:"subObjectives,omitempty"`
	ExpectedOutput Text        `json:"expectedOutput"`
	Goal           *Goal       `json:"goal,omitempty"`       // the expected output as a number, when the organiser set one
	Background     Text        `json:"background,omitempty"` // why the workshop is held
	Organisers     []Text      `json:"organisers,omitempty"` // bodies, not persons
	Partners       []Text      `json:"partners,omitempty"`
	Draft          bool        `json:"draft,omitempty"`
	Timezone       string      `json:"timezone"`
	Floor          Lang        `json:"floor"`
	Interpretation []Lang      `json:"interpretation,omitempty"`
	Required       []Lang      `json:"required"` // a decision needs a current wording in each
	RoleGroups     []RoleGroup `json:"roleGroups"`
	AcceptingParty ID          `json:"acceptingParty"`
	Gate           rating.Gate `json:"gate"`
	MadeUp         bool        `json:"madeUp,omitempty"` // demo material: shown as such wherever it appears
}

// RoleGroup is one kind of stakeholder in the room.
type RoleGroup struct {
	ID   ID   `json:"id"`
	Name Text `json:"name"`
}

// RoleGroup finds a role group by id.
func (s *State) RoleGroup(id ID) (RoleGroup, bool) {
	i := slices.IndexFunc(s.Settings.RoleGroups, func(g RoleGroup) bool { return g.ID == id })
	if i < 0 {
		return RoleGroup{}, false
	}
	return s.Settings.RoleGroups[i], true
}

// Location is the workshop's time zone; an unknown name means Bangkok's offset.
func (s *State) Location() *time.Location {
	if loc, err := time.LoadLocation(s.Settings.Timezone); err == nil {
		return loc
	}
	return time.FixedZone("ICT", 7*60*60)
}

// find returns a pointer to the element of list with that id, or nil.
func find[T any](list []T, id ID, idOf func(*T) ID) *T {
	for i := range list {
		if idOf(&list[i]) == id {
			return &list[i]
		}
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
