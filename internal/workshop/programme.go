package workshop

import (
	"time"
)

// Session is one item of the programme.
type Session struct {
	ID       ID        `json:"id"`
	Date     string    `json:"date"`  // 2014-09-23
	Start    string    `json:"start"` // 24-hour clock of the workshop's zone: 08:30
	End      string    `json:"end"`   // empty: open end
	Title    Text      `json:"title"`
	Kind     string    `json:"kind,omitempty"`    // registration, opening, talk, qa, break, group, presentation, decision, closing, …
	Decides  bool      `json:"decides,omitempty"` // an agreed text can come out of it
	Room     string    `json:"room,omitempty"`
	Speakers []ID      `json:"speakers,omitempty"` // people in the vault
	SubItems []SubItem `json:"subItems,omitempty"`
	Planned  *Slot     `json:"planned,omitempty"` // the first plan, kept when a re-plan moved the item
	Started  time.Time `json:"started"`
	Finished time.Time `json:"finished"`
}

// SubItem is a numbered part of an item, such as one city's experience.
type SubItem struct {
	Title    Text `json:"title"`
	Speakers []ID `json:"speakers,omitempty"`
}

// Slot is a start and an end, 24-hour clock.
type Slot struct {
	Start string `json:"start"`
	End   string `json:"end"`
}

// Running says that the item was started and not yet finished.
func (p Session) Running() bool { return !p.Started.IsZero() && p.Finished.IsZero() }

// Session finds a programme item.
func (s *State) Session(id ID) *Session {
	return find(s.Programme, id, func(p *Session) ID { return p.ID })
}

func checkSession(p Session) error {
	if err := checkText(p.Title.In("en"), maxLine); err != nil {
		return refuse("session.no-title", "start", p.Start)
	}
	if p.Date == "" {
		return refuse("session.no-date", "start", p.Start)
	}
	if err := firstError(checkDate(p.Date), checkClock(p.Start)); err != nil {
		return err
	}
	if p.End == "" {
		return nil
	}
	if err := checkClock(p.End); err != nil {
		return err
	}
	if p.End < p.Start {
		return refuse("session.end-before-start", "start", p.Start, "end", p.End)
	}
	return nil
}

func checkClock(clock string) error {
	if _, err := time.Parse("15:04", clock); err != nil || len(clock) != 5 {
		return refuse("session.not-a-time", "value", clock)
	}
	return nil
}

// StartSession begins an item. Rule: it has not begun yet; whatever was
// running ends with the same stroke, so that the clock never has two items.
type StartSession struct {
	Session ID `json:"session"`
}

// Name is the command's name on the wire.
func (*StartSession) Name() string { return "session.start" }

// Decide finishes what runs and starts the item.
func (c *StartSession) Decide(s *State, env Env) ([]Event, error) {
	p := s.Session(c.Session)
	if p == nil {
		return nil, refuse("session.unknown")
	}
	if !p.Started.IsZero() {
		return nil, refuse("session.already-started")
	}
	var events []Event
	for _, other := range s.Programme {
		if other.Running() && !sameSlot(other, *p) {
			events = append(events, &SessionFinished{Session: other.ID})
		}
	}
	return append(events, &SessionStarted{Session: p.ID}), nil
}

// sameSlot tells parallel sessions, which may run side by side.
func sameSlot(a, b Session) bool { return a.Date == b.Date && a.Start == b.Start && a.End == b.End }

// FinishSession ends an item. Rule: it is running.
type FinishSession struct {
	Session ID `json:"session"`
}

// Name is the command's name on the wire.
func (*FinishSession) Name() string { return "session.finish" }

// Decide ends the item.
func (c *FinishSession) Decide(s *State, env Env) ([]Event, error) {
	p := s.Session(c.Session)
	if p == nil {
		return nil, refuse("session.unknown")
	}
	if !p.Running() {
		return nil, refuse("session.not-running")
	}
	return []Event{&SessionFinished{Session: p.ID}}, nil
}

// Replan moves items that have not begun. Rule: each stays within its day and
// does not end before it starts.
type Replan struct {
	Moves []Move `json:"moves"`
}

// Move gives an item new times.
type Move struct {
	Session ID     `json:"session"`
	Start   string `json:"start"`
	End     string `json:"end"`
}

// Name is the command's name on the wire.
func (*Replan) Name() string { return "programme.replan" }

// Decide checks every move before any is made.
func (c *Replan) Decide(s *State, env Env) ([]Event, error) {
	if len(c.Moves) == 0 {
		return nil, refuse("programme.nothing-to-move")
	}
	for _, mv := range c.Moves {
		p := s.Session(mv.Session)
		if p == nil {
			return nil, refuse("session.unknown")
		}
		if !p.Started.IsZero() {
			return nil, refuse("session.already-started")
		}
		moved := *p
		moved.Start, moved.End = mv.Start, mv.End
		if err := checkSession(moved); err != nil {
			return nil, err
		}
	}
	return []Event{&Replanned{Moves: c.Moves}}, nil
}

// SessionStarted is an item's beginning, at the event's time.
type SessionStarted struct {
	Session ID `json:"session"`
}

// Kind is the event's name in the journal.
func (*SessionStarted) Kind() string { return "session.started" }

func (e *SessionStarted) apply(s *State, m Meta) error {
	p := s.Session(e.Session)
	if p == nil {
		return errDangling
	}
	p.Started = m.At
	return nil
}

// SessionFinished is an item's end, at the event's time.
type SessionFinished struct {
	Session ID `json:"session"`
}

// Kind is the event's name in the journal.
func (*SessionFinished) Kind() string { return "session.finished" }

func (e *SessionFinished) apply(s *State, m Meta) error {
	p := s.Session(e.Session)
	if p == nil {
		return errDangling
	}
	p.Finished = m.At
	return nil
}

// Replanned is a change of the plan. The first plan is kept for the report.
type Replanned struct {
	Moves []Move `json:"moves"`
}

// Kind is the event's name in the journal.
func (*Replanned) Kind() string { return "programme.replanned" }

func (e *Replanned) apply(s *State, m Meta) error {
	for _, mv := range e.Moves {
		if s.Session(mv.Session) == nil {
			return errDangling
		}
	}
	for _, mv := range e.Moves {
		p := s.Session(mv.Session)
		if p.Planned == nil {
			p.Planned = &Slot{Start: p.Start, End: p.End}
		}
		p.Start, p.End = mv.Start, mv.End
	}
	return nil
}
