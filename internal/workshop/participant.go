package workshop

import (
	"regexp"
	"time"
)

// Participant is a person in the room as the journal knows them: an opaque id,
// a role group and a language. Name, alias and consents are in the vault.
type Participant struct {
	ID        ID        `json:"id"`
	RoleGroup ID        `json:"roleGroup"`
	Lang      Lang      `json:"lang"`
	Joined    time.Time `json:"joined"`
	CheckedIn bool      `json:"checkedIn,omitempty"` // seen at the desk
	Group     ID        `json:"group,omitempty"`     // breakout group
	Intro     Words     `json:"intro,omitzero"`
	Erased    bool      `json:"erased,omitempty"`
}

// Present counts the participants who have joined and were not erased.
func (s *State) Present() int {
	n := 0
	for _, p := range s.Participants {
		if !p.Erased {
			n++
		}
	}
	return n
}

// isHere says that a participant has joined and was not erased.
func (s *State) isHere(id ID) bool {
	p, ok := s.Participants[id]
	return ok && !p.Erased
}

// participantID is the form of an id, so that nobody's name becomes one.
var participantID = regexp.MustCompile(`^[a-z][a-z0-9_-]{0,39}$`)

// Join lets a person in. Rule: a known role group; nobody is asked for a name.
// Joining again changes role group or language, not who one is.
type Join struct {
	Participant ID   `json:"participant"`
	RoleGroup   ID   `json:"roleGroup"`
	Lang        Lang `json:"lang"`
	Desk        bool `json:"desk,omitempty"` // let in by the desk
}

// Name is the command's name on the wire.
func (*Join) Name() string { return "participant.join" }

// Decide checks the role group.
func (c *Join) Decide(s *State, env Env) ([]Event, error) {
	if _, ok := s.RoleGroup(c.RoleGroup); !ok {
		return nil, refuse("role-group.unknown")
	}
	if !participantID.MatchString(c.Participant) || s.Participants[c.Participant].Erased {
		return nil, refuse("participant.unknown")
	}
	if err := checkLang(c.Lang); err != nil {
		return nil, err
	}
	joined := &Joined{Participant: c.Participant, RoleGroup: c.RoleGroup, Lang: c.Lang}
	if c.Desk {
		return []Event{joined, &CheckedIn{Participant: c.Participant}}, nil
	}
	return []Event{joined}, nil
}

// CheckIn notes at the desk that a person is here. Rule: they have joined;
// twice is once.
type CheckIn struct {
	Participant ID `json:"participant"`
}

// Name is the command's name on the wire.
func (*CheckIn) Name() string { return "participant.checkin" }

// Decide checks the person in.
func (c *CheckIn) Decide(s *State, env Env) ([]Event, error) {
	if !s.isHere(c.Participant) {
		return nil, refuse("participant.unknown")
	}
	p := s.Participants[c.Participant]
	if p.CheckedIn {
		return nil, nil
	}
	return []Event{&CheckedIn{Participant: p.ID}}, nil
}

// Introduce sets one's introduction card: one line that the projector can
// show. An empty line takes the card back.
type Introduce struct {
	Line Words `json:"line"`
}

// Name is the command's name on the wire.
func (*Introduce) Name() string { return "participant.introduce" }

// Decide checks the line.
func (c *Introduce) Decide(s *State, env Env) ([]Event, error) {
	if !s.isHere(env.Actor.ID) {
		return nil, refuse("participant.unknown")
	}
	if err := checkOptional(c.Line, maxLine); err != nil {
		return nil, err
	}
	return []Event{&Introduced{Participant: env.Actor.ID, Line: c.Line}}, nil
}

// EraseParticipant forgets a person: their key in the vault is destroyed, the
// journal keeps the fact. Rule: oneself, or an organiser for anybody.
type EraseParticipant struct {
	Participant ID `json:"participant"`
}

// Name is the command's name on the wire.
func (*EraseParticipant) Name() string { return "participant.erase" }

// Decide notes the erasure; the room destroys the key. Captions that name the
// person go too: nobody wrote them for themselves.
func (c *EraseParticipant) Decide(s *State, env Env) ([]Event, error) {
	p, ok := s.Participants[c.Participant]
	if !ok {
		return nil, refuse("participant.unknown")
	}
	if p.Erased {
		return nil, nil
	}
	return append(s.forgetNamed(env.Names(p.ID), env), &ParticipantErased{Participant: p.ID}), nil
}

// RedactPassage takes one passage out for good; the chain shows that, not what.
type RedactPassage struct {
	Ref string `json:"ref"`
}

// Name is the command's name on the wire.
func (*RedactPassage) Name() string { return "passage.redact" }

// Decide notes the redaction; the room removes the passage from the vault. The
// translations of a statement go with its author's words.
func (c *RedactPassage) Decide(s *State, env Env) ([]Event, error) {
	if _, ok := env.Read(Words{Ref: c.Ref}); !ok {
		return nil, refuse("passage.unknown")
	}
	events := []Event{&PassageRedacted{Ref: c.Ref}}
	for _, w := range s.translationsOf(c.Ref) {
		if _, ok := env.Read(w); ok {
			events = append(events, &PassageRedacted{Ref: w.Ref})
		}
	}
	return events, nil
}

// Joined is a person's arrival, or a change of their role group or language.
type Joined struct {
	Participant ID   `json:"participant"`
	RoleGroup   ID   `json:"roleGroup"`
	Lang        Lang `json:"lang"`
}

// Kind is the event's name in the journal.
func (*Joined) Kind() string { return "participant.joined" }

func (e *Joined) apply(s *State, m Meta) error {
	p, ok := s.Participants[e.Participant]
	if !ok {
		p = Participant{ID: e.Participant, Joined: m.At}
	}
	p.RoleGroup, p.Lang = e.RoleGroup, e.Lang
	s.Participants[p.ID] = p
	return nil
}

// CheckedIn is the desk's note that a person is here.
type CheckedIn struct {
	Participant ID `json:"participant"`
}

// Kind is the event's name in the journal.
func (*CheckedIn) Kind() string { return "participant.checked-in" }

func (e *CheckedIn) apply(s *State, m Meta) error {
	p, ok := s.Participants[e.Participant]
	if !ok {
		return errDangling
	}
	p.CheckedIn = true
	s.Participants[e.Participant] = p
	return nil
}

// Introduced is a new introduction card.
type Introduced struct {
	Participant ID    `json:"participant"`
	Line        Words `json:"line,omitzero"`
}

// Kind is the event's name in the journal.
func (*Introduced) Kind() string { return "participant.introduced" }

func (e *Introduced) apply(s *State, m Meta) error {
	p, ok := s.Participants[e.Participant]
	if !ok {
		return errDangling
	}
	p.Intro = e.Line
	s.Participants[e.Participant] = p
	return nil
}

// ParticipantErased is the fact that a person was forgotten.
type ParticipantErased struct {
	Participant ID `json:"participant"`
}

// Kind is the event's name in the journal.
func (*ParticipantErased) Kind() string { return "participant.erased" }

func (e *ParticipantErased) apply(s *State, m Meta) error {
	p, ok := s.Participants[e.Participant]
	if !ok {
		return errDangling
	}
	p.Erased, p.Intro = true, Words{}
	s.Participants[e.Participant] = p
	return nil
}

// PassageRedacted is the fact that a passage was taken out.
type PassageRedacted struct {
	Ref string `json:"ref"`
}

// Kind is the event's name in the journal.
func (*PassageRedacted) Kind() string { return "passage.redacted" }

func (e *PassageRedacted) apply(s *State, m Meta) error {
	s.Redacted = append(s.Redacted, e.Ref)
	return nil
}
