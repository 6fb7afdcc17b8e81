package workshop

// How an objection ends.
const (
	ObjectionOpen       = "open"
	ObjectionIntegrated = "integrated" // the text now meets it
	ObjectionWithdrawn  = "withdrawn"
	ObjectionDissent    = "dissent" // carried into the record
)

// Objection is a reasoned harm that a recommendation would do, and what would
// remove it (the consent call).
type Objection struct {
	ID             ID     `json:"id"`
	Recommendation ID     `json:"recommendation"`
	Reason         Words  `json:"reason"`
	Remedy         Words  `json:"remedy,omitzero"`
	Author         string `json:"author"` // mask
	Status         string `json:"status"`
}

// Objection finds an objection.
func (s *State) Objection(id ID) *Objection {
	return find(s.Objections, id, func(o *Objection) ID { return o.ID })
}

// OpenObjections lists the objections to a recommendation that nobody settled.
func (s *State) OpenObjections(recommendation ID) []Objection {
	var open []Objection
	for _, o := range s.Objections {
		if o.Recommendation == recommendation && o.Status == ObjectionOpen {
			open = append(open, o)
		}
	}
	return open
}

// RaiseObjection is open to every participant. Rule: with a reason; before the
// recommendation is decided.
type RaiseObjection struct {
	Recommendation ID    `json:"recommendation"`
	Reason         Words `json:"reason"`
	Remedy         Words `json:"remedy,omitzero"`
}

// Name is the command's name on the wire.
func (*RaiseObjection) Name() string { return "objection.raise" }

// Decide checks the reason.
func (c *RaiseObjection) Decide(s *State, env Env) ([]Event, error) {
	r := s.Recommendation(c.Recommendation)
	if r == nil {
		return nil, refuse("recommendation.unknown")
	}
	if c.Reason.IsZero() {
		return nil, refuse("objection.no-reason")
	}
	if err := firstError(checkWords(c.Reason, maxPassage), checkOptional(c.Remedy, maxPassage), s.checkAmendable(r)); err != nil {
		return nil, err
	}
	id := env.NewID("o")
	return []Event{&ObjectionRaised{ID: id, Recommendation: r.ID, Reason: c.Reason, Remedy: c.Remedy, Author: env.Mask(id)}}, nil
}

// SettleObjection ends an objection. Rule: the chair says that it is integrated
// or carried as dissent; its author may withdraw it.
type SettleObjection struct {
	Objection ID     `json:"objection"`
	As        string `json:"as"`
}

// Name is the command's name on the wire.
func (*SettleObjection) Name() string { return "objection.settle" }

// Decide knows the author by mask; access lets chairs settle.
func (c *SettleObjection) Decide(s *State, env Env) ([]Event, error) {
	o := s.Objection(c.Objection)
	if o == nil {
		return nil, refuse("objection.unknown")
	}
	if o.Status != ObjectionOpen {
		return nil, refuse("objection.settled")
	}
	switch c.As {
	case ObjectionWithdrawn:
		if env.Mask(o.ID) != o.Author {
			return nil, refuse("objection.not-yours")
		}
	case ObjectionIntegrated, ObjectionDissent:
		if env.Actor.Role == "participant" {
			return nil, refuse("access.denied")
		}
	default:
		return nil, refuse("objection.unknown-end", "value", c.As)
	}
	return []Event{&ObjectionSettled{Objection: o.ID, As: c.As}}, nil
}

// ObjectionRaised is a new objection.
type ObjectionRaised struct {
	ID             ID     `json:"id"`
	Recommendation ID     `json:"recommendation"`
	Reason         Words  `json:"reason"`
	Remedy         Words  `json:"remedy,omitzero"`
	Author         string `json:"author"`
}

// Kind is the event's name in the journal.
func (*ObjectionRaised) Kind() string { return "objection.raised" }

func (e *ObjectionRaised) apply(s *State, m Meta) error {
	s.Objections = append(s.Objections, Objection{ID: e.ID, Recommendation: e.Recommendation, Reason: e.Reason, Remedy: e.Remedy, Author: e.Author, Status: ObjectionOpen})
	return nil
}

// ObjectionSettled is an objection's end.
type ObjectionSettled struct {
	Objection ID     `json:"objection"`
	As        string `json:"as"`
}

// Kind is the event's name in the journal.
func (*ObjectionSettled) Kind() string { return "objection.settled" }

func (e *ObjectionSettled) apply(s *State, m Meta) error {
	o := s.Objection(e.Objection)
	if o == nil {
		return errDangling
	}
	o.Status = e.As
	return nil
}
