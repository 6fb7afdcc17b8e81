package workshop

import (
	"fmt"
	"time"
)

// How far an action has come.
const (
	ActionOpen    = "open"
	ActionStarted = "started"
	ActionDone    = "done"
	ActionStuck   = "stuck"
)

// Action is a row of the action plan: who does what by when.
type Action struct {
	ID             ID             `json:"id"`
	Group          ID             `json:"group,omitempty"`
	Recommendation ID             `json:"recommendation,omitempty"`
	Rev            int            `json:"rev"`
	Row            ActionRow      `json:"row"`
	Status         string         `json:"status"`
	Reports        []ActionReport `json:"reports,omitempty"`
}

// ActionRow is what the group fills in.
type ActionRow struct {
	Action      Words  `json:"action"`
	Lead        Words  `json:"lead,omitzero"` // the owner
	Partners    Words  `json:"partners,omitzero"`
	FirstStep   Words  `json:"firstStep,omitzero"`
	FirstStepBy string `json:"firstStepBy,omitempty"` // 2014-10-23
	Due         string `json:"due,omitempty"`
	Budget      Words  `json:"budget,omitzero"`
	Indicator   Words  `json:"indicator,omitzero"`
}

// ActionReport is one word on how it goes, by whoever holds the link.
type ActionReport struct {
	At     time.Time `json:"at"`
	Status string    `json:"status"`
	Note   Words     `json:"note,omitzero"`
}

// Action finds an action.
func (s *State) Action(id ID) *Action {
	return find(s.Actions, id, func(a *Action) ID { return a.ID })
}

// firstStepDays is promise 2: the first step is within 30 days.
const firstStepDays = 30

// Complete says that the row has an owner, a date, and a first step within 30
// days of today, which is a date in the workshop's zone.
func (r ActionRow) Complete(today time.Time) bool {
	if r.Lead.IsZero() || r.FirstStep.IsZero() || r.Due == "" {
		return false
	}
	first, last := today.Format(time.DateOnly), today.AddDate(0, 0, firstStepDays).Format(time.DateOnly)
	return first <= r.FirstStepBy && r.FirstStepBy <= last
}

// Today is the date that actions are held against: that of the closing, once
// the workshop has closed.
func (s *State) Today(now time.Time) time.Time {
	if !s.Closed.IsZero() {
		now = s.Closed
	}
	return now.In(s.Location())
}

// AgreedWithoutAction lists the agreed recommendations that nobody has taken
// on: no action that is complete.
func (s *State) AgreedWithoutAction(now time.Time) []*Recommendation {
	complete := map[ID]bool{}
	for _, a := range s.Actions {
		if a.Row.Complete(s.Today(now)) {
			complete[a.Recommendation] = true
		}
	}
	var without []*Recommendation
	for i := range s.Recommendations {
		r := &s.Recommendations[i]
		if d := r.Decision(); d != nil && d.Agreed() && !complete[r.ID] {
			without = append(without, r)
		}
	}
	return without
}

// PutAction writes a row of the plan, new or on top of the revision that its
// writer saw.
type PutAction struct {
	Action         ID        `json:"id,omitempty"` // empty: a new row
	Rev            int       `json:"rev,omitempty"`
	Group          ID        `json:"group,omitempty"`
	Recommendation ID        `json:"recommendation,omitempty"`
	Row            ActionRow `json:"row"`
}

// Name is the command's name on the wire.
func (*PutAction) Name() string { return "action.put" }

// Decide checks the row and what it belongs to.
func (c *PutAction) Decide(s *State, env Env) ([]Event, error) {
	if err := c.Row.check(); err != nil {
		return nil, err
	}
	if c.Group != "" && s.Group(c.Group) == nil {
		return nil, refuse("group.unknown")
	}
	if c.Recommendation != "" && s.Recommendation(c.Recommendation) == nil {
		return nil, refuse("recommendation.unknown")
	}
	e := &ActionPut{ID: c.Action, Rev: 1, Group: c.Group, Recommendation: c.Recommendation, Row: c.Row}
	if c.Action == "" {
		e.ID = env.NewID("n")
		return []Event{e}, nil
	}
	old := s.Action(c.Action)
	if old == nil {
		return nil, refuse("action.unknown")
	}
	if old.Rev != c.Rev {
		return nil, refuse("text.moved-on", "rev", fmt.Sprint(old.Rev))
	}
	e.Rev = old.Rev + 1
	return []Event{e}, nil
}

func (r ActionRow) check() error {
	return firstError(
		checkWords(r.Action, maxPassage),
		checkOptional(r.Lead, maxLine), checkOptional(r.Partners, maxLine),
		checkOptional(r.FirstStep, maxPassage), checkDate(r.FirstStepBy), checkDate(r.Due),
		checkOptional(r.Budget, maxLine), checkOptional(r.Indicator, maxPassage))
}

// RemoveAction takes a row out of the plan.
type RemoveAction struct {
	Action ID `json:"id"`
}

// Name is the command's name on the wire.
func (*RemoveAction) Name() string { return "action.remove" }

// Decide removes the row.
func (c *RemoveAction) Decide(s *State, env Env) ([]Event, error) {
	if s.Action(c.Action) == nil {
		return nil, refuse("action.unknown")
	}
	return []Event{&ActionRemoved{ID: c.Action}}, nil
}

// ReportAction says how an action goes, through its follow-up link.
type ReportAction struct {
	Action ID     `json:"id"`
	Status string `json:"status"`
	Note   Words  `json:"note,omitzero"`
}

// Name is the command's name on the wire.
func (*ReportAction) Name() string { return "action.report" }

// Decide checks the status.
func (c *ReportAction) Decide(s *State, env Env) ([]Event, error) {
	if s.Action(c.Action) == nil {
		return nil, refuse("action.unknown")
	}
	switch c.Status {
	case ActionOpen, ActionStarted, ActionDone, ActionStuck:
	default:
		return nil, refuse("action.unknown-status", "value", c.Status)
	}
	if err := checkOptional(c.Note, maxPassage); err != nil {
		return nil, err
	}
	return []Event{&ActionReported{ID: c.Action, Status: c.Status, Note: c.Note}}, nil
}

// ActionPut is a row as it stands now.
type ActionPut struct {
	ID             ID        `json:"id"`
	Rev            int       `json:"rev"`
	Group          ID        `json:"group,omitempty"`
	Recommendation ID        `json:"recommendation,omitempty"`
	Row            ActionRow `json:"row"`
}

// Kind is the event's name in the journal.
func (*ActionPut) Kind() string { return "action.put" }

func (e *ActionPut) apply(s *State, m Meta) error {
	a := s.Action(e.ID)
	if a == nil {
		s.Actions = append(s.Actions, Action{ID: e.ID, Status: ActionOpen})
		a = &s.Actions[len(s.Actions)-1]
	}
	a.Rev, a.Group, a.Recommendation, a.Row = e.Rev, e.Group, e.Recommendation, e.Row
	return nil
}

// ActionRemoved is a row taken out.
type ActionRemoved struct {
	ID ID `json:"id"`
}

// Kind is the event's name in the journal.
func (*ActionRemoved) Kind() string { return "action.removed" }

func (e *ActionRemoved) apply(s *State, m Meta) error {
	var kept []Action
	for _, a := range s.Actions {
		if a.ID != e.ID {
			kept = append(kept, a)
		}
	}
	s.Actions = kept
	return nil
}

// ActionReported is news of an action.
type ActionReported struct {
	ID     ID     `json:"id"`
	Status string `json:"status"`
	Note   Words  `json:"note,omitzero"`
}

// Kind is the event's name in the journal.
func (*ActionReported) Kind() string { return "action.reported" }

func (e *ActionReported) apply(s *State, m Meta) error {
	a := s.Action(e.ID)
	if a == nil {
		return errDangling
	}
	a.Status = e.Status
	a.Reports = append(a.Reports, ActionReport{At: m.At, Status: e.Status, Note: e.Note})
	return nil
}
