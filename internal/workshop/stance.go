package workshop

import "time"

// What an officer of the accepting party can say (promise 13).
const (
	StanceAgree   = "agree"
	StanceReserve = "reserve" // agree with reservation, with its text
	StanceAsk     = "ask"     // must ask my superior, by a date
	StanceCannot  = "cannot"  // with the reason
)

// Stance is what one officer says for their office. It is an act of office and
// shown to the room, by mask; the person behind it is not in the journal.
type Stance struct {
	Recommendation ID        `json:"recommendation"`
	By             string    `json:"by"` // mask
	Stance         string    `json:"stance"`
	Text           Words     `json:"text,omitzero"`
	Until          string    `json:"until,omitempty"` // for ask: 2014-10-07
	At             time.Time `json:"at"`
}

// Stances lists what the accepting party says of a recommendation.
func (s *State) StancesOn(recommendation ID) []Stance {
	var list []Stance
	for _, st := range s.Stances {
		if st.Recommendation == recommendation {
			list = append(list, st)
		}
	}
	return list
}

// GiveStance is for the accepting party alone. Rule: a reservation has a text,
// a refusal a reason, a question to the superior a date; a later stance
// replaces the earlier one. When the workshop is closed, only those who had to
// ask may still answer.
type GiveStance struct {
	Recommendation ID     `json:"recommendation"`
	Stance         string `json:"stance"`
	Text           Words  `json:"text,omitzero"`
	Until          string `json:"until,omitempty"`
}

// Name is the command's name on the wire.
func (*GiveStance) Name() string { return "stance.give" }

// Decide checks who speaks and what the stance needs.
func (c *GiveStance) Decide(s *State, env Env) ([]Event, error) {
	by := env.Mask("stance:" + c.Recommendation)
	if !s.Closed.IsZero() && !s.asked(c.Recommendation, by) {
		return nil, refuse("workshop.closed")
	}
	if s.Recommendation(c.Recommendation) == nil {
		return nil, refuse("recommendation.unknown")
	}
	if s.Participants[env.Actor.ID].RoleGroup != s.Settings.AcceptingParty {
		return nil, refuse("stance.not-accepting-party")
	}
	if err := firstError(checkOptional(c.Text, maxPassage), checkDate(c.Until)); err != nil {
		return nil, err
	}
	switch c.Stance {
	case StanceAgree:
	case StanceReserve, StanceCannot:
		if c.Text.IsZero() {
			return nil, refuse("stance.no-text")
		}
	case StanceAsk:
		if c.Until == "" {
			return nil, refuse("stance.no-date")
		}
	default:
		return nil, refuse("stance.unknown", "value", c.Stance)
	}
	return []Event{&StanceGiven{Recommendation: c.Recommendation, By: by, Stance: c.Stance, Text: c.Text, Until: c.Until}}, nil
}

// asked says that this officer still owes the room their superior's answer.
func (s *State) asked(recommendation ID, by string) bool {
	for _, st := range s.StancesOn(recommendation) {
		if st.By == by {
			return st.Stance == StanceAsk
		}
	}
	return false
}

// StanceGiven is an officer's stance.
type StanceGiven struct {
	Recommendation ID     `json:"recommendation"`
	By             string `json:"by"`
	Stance         string `json:"stance"`
	Text           Words  `json:"text,omitzero"`
	Until          string `json:"until,omitempty"`
}

// Kind is the event's name in the journal.
func (*StanceGiven) Kind() string { return "stance.given" }

func (e *StanceGiven) apply(s *State, m Meta) error {
	given := Stance{Recommendation: e.Recommendation, By: e.By, Stance: e.Stance, Text: e.Text, Until: e.Until, At: m.At}
	for i, old := range s.Stances {
		if old.Recommendation == e.Recommendation && old.By == e.By {
			s.Stances[i] = given
			return nil
		}
	}
	s.Stances = append(s.Stances, given)
	return nil
}
