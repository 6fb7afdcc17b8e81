package workshop

import (
	"fmt"
	"time"
)

// Where an amendment stands.
const (
	Proposed  = "proposed"
	Accepted  = "accepted"
	Rejected  = "rejected"
	Withdrawn = "withdrawn"
)

// Amendment proposes other words for a segment in one language. It is anchored
// to the segment's id and a revision, never to a line or a page.
type Amendment struct {
	ID       ID        `json:"id"`
	Segment  ID        `json:"segment"`
	Lang     Lang      `json:"lang"`
	Rev      int       `json:"rev"`
	Text     Words     `json:"text"`
	Reason   Words     `json:"reason"`
	Author   string    `json:"author"` // mask
	Proposed time.Time `json:"proposed"`
	Status   string    `json:"status"`
	Answer   Words     `json:"answer,omitzero"`
}

// Amendment finds an amendment.
func (s *State) Amendment(id ID) *Amendment {
	return find(s.Amendments, id, func(a *Amendment) ID { return a.ID })
}

// MovedOn says that the text has changed since the amendment was written.
func (s *State) MovedOn(a Amendment) bool {
	_, g := s.Segment(a.Segment)
	return g == nil || g.Wordings[a.Lang].Rev != a.Rev
}

// ProposeAmendment is open to everybody in the room. Rule: with a reason, on
// the wording that stands now; a text that has moved on comes back to its
// author with what it says today.
type ProposeAmendment struct {
	Segment ID    `json:"segment"`
	Lang    Lang  `json:"lang"`
	Rev     int   `json:"rev"`
	Text    Words `json:"text"`
	Reason  Words `json:"reason"`
}

// Name is the command's name on the wire.
func (*ProposeAmendment) Name() string { return "amendment.propose" }

// Decide checks the anchor, the text and the reason.
func (c *ProposeAmendment) Decide(s *State, env Env) ([]Event, error) {
	r, g := s.Segment(c.Segment)
	if g == nil {
		return nil, refuse("segment.unknown")
	}
	if err := firstError(checkWords(c.Text, maxPassage), s.checkLanguage(c.Lang)); err != nil {
		return nil, err
	}
	if c.Reason.IsZero() {
		return nil, refuse("amendment.no-reason")
	}
	if err := firstError(checkWords(c.Reason, maxPassage), s.checkAmendable(r)); err != nil {
		return nil, err
	}
	w := g.Wordings[c.Lang]
	if w.Rev != c.Rev {
		return nil, refuse("text.moved-on", "rev", fmt.Sprint(w.Rev))
	}
	if c.Text.plain == w.Text {
		return nil, refuse("text.unchanged")
	}
	id := env.NewID("a")
	return []Event{&AmendmentProposed{ID: id, Segment: g.ID, Lang: c.Lang, Rev: c.Rev, Text: c.Text, Reason: c.Reason, Author: env.Mask(id)}}, nil
}

// checkAmendable: a decided text takes no amendments; one being rated does,
// they wait for the next round.
func (s *State) checkAmendable(r *Recommendation) error {
	if d := r.Decision(); d != nil && d.Final() {
		return refuse("text.decided", "number", fmt.Sprint(r.Number))
	}
	return nil
}

// AcceptAmendment makes the proposed words the room's. Rule: only while the
// wording is the one that was amended.
type AcceptAmendment struct {
	Amendment ID    `json:"amendment"`
	Answer    Words `json:"answer,omitzero"`
}

// Name is the command's name on the wire.
func (*AcceptAmendment) Name() string { return "amendment.accept" }

// Decide revises the wording and closes the amendment.
func (c *AcceptAmendment) Decide(s *State, env Env) ([]Event, error) {
	a, err := s.openAmendment(c.Amendment)
	if err != nil {
		return nil, err
	}
	r, g := s.Segment(a.Segment)
	if err := firstError(checkOptional(c.Answer, maxPassage), s.checkEditable(r)); err != nil {
		return nil, err
	}
	if s.MovedOn(*a) {
		return nil, refuse("text.moved-on", "rev", fmt.Sprint(g.Wordings[a.Lang].Rev))
	}
	text, ok := env.Read(a.Text)
	if !ok {
		return nil, refuse("amendment.erased")
	}
	revised := &WordingRevised{Segment: g.ID, Lang: a.Lang, Rev: a.Rev + 1, Text: text, Reason: a.Reason, Amendment: a.ID}
	revised.Meaning, revised.Follows = g.meaningAfterAmendment(a.Lang)
	return []Event{&AmendmentAccepted{Amendment: a.ID, Answer: c.Answer}, revised}, nil
}

// meaningAfterAmendment: what participants propose always moves the meaning on.
// An amendment to a wording that was outdated does not bring it in line; both
// languages then wait for the rapporteur.
func (g Segment) meaningAfterAmendment(lang Lang) (meaning, follows int) {
	if g.Outdated(lang) {
		return g.Meaning + 1, g.Wordings[lang].Follows
	}
	return g.Meaning + 1, g.Meaning + 1
}

func (s *State) openAmendment(id ID) (*Amendment, error) {
	a := s.Amendment(id)
	if a == nil {
		return nil, refuse("amendment.unknown")
	}
	if a.Status != Proposed {
		return nil, refuse("amendment.settled")
	}
	return a, nil
}

// RejectAmendment leaves the wording as it is. Rule: its author is told why.
type RejectAmendment struct {
	Amendment ID    `json:"amendment"`
	Answer    Words `json:"answer"`
}

// Name is the command's name on the wire.
func (*RejectAmendment) Name() string { return "amendment.reject" }

// Decide closes the amendment.
func (c *RejectAmendment) Decide(s *State, env Env) ([]Event, error) {
	a, err := s.openAmendment(c.Amendment)
	if err != nil {
		return nil, err
	}
	if c.Answer.IsZero() {
		return nil, refuse("amendment.no-answer")
	}
	if err := checkWords(c.Answer, maxPassage); err != nil {
		return nil, err
	}
	return []Event{&AmendmentRejected{Amendment: a.ID, Answer: c.Answer}}, nil
}

// WithdrawAmendment takes one's own amendment back.
type WithdrawAmendment struct {
	Amendment ID `json:"amendment"`
}

// Name is the command's name on the wire.
func (*WithdrawAmendment) Name() string { return "amendment.withdraw" }

// Decide knows the author by mask.
func (c *WithdrawAmendment) Decide(s *State, env Env) ([]Event, error) {
	a, err := s.openAmendment(c.Amendment)
	if err != nil {
		return nil, err
	}
	if env.Mask(a.ID) != a.Author {
		return nil, refuse("amendment.not-yours")
	}
	return []Event{&AmendmentWithdrawn{Amendment: a.ID}}, nil
}

// AmendmentProposed is a new amendment.
type AmendmentProposed struct {
	ID      ID     `json:"id"`
	Segment ID     `json:"segment"`
	Lang    Lang   `json:"lang"`
	Rev     int    `json:"rev"`
	Text    Words  `json:"text"`
	Reason  Words  `json:"reason"`
	Author  string `json:"author"`
}

// Kind is the event's name in the journal.
func (*AmendmentProposed) Kind() string { return "amendment.proposed" }

func (e *AmendmentProposed) apply(s *State, m Meta) error {
	s.Amendments = append(s.Amendments, Amendment{
		ID: e.ID, Segment: e.Segment, Lang: e.Lang, Rev: e.Rev, Text: e.Text, Reason: e.Reason,
		Author: e.Author, Proposed: m.At, Status: Proposed,
	})
	return nil
}

// AmendmentAccepted precedes the WordingRevised that it leads to.
type AmendmentAccepted struct {
	Amendment ID    `json:"amendment"`
	Answer    Words `json:"answer,omitzero"`
}

// Kind is the event's name in the journal.
func (*AmendmentAccepted) Kind() string { return "amendment.accepted" }

func (e *AmendmentAccepted) apply(s *State, m Meta) error {
	return s.settle(e.Amendment, Accepted, e.Answer)
}

// AmendmentRejected leaves the wording as it was.
type AmendmentRejected struct {
	Amendment ID    `json:"amendment"`
	Answer    Words `json:"answer"`
}

// Kind is the event's name in the journal.
func (*AmendmentRejected) Kind() string { return "amendment.rejected" }

func (e *AmendmentRejected) apply(s *State, m Meta) error {
	return s.settle(e.Amendment, Rejected, e.Answer)
}

// AmendmentWithdrawn is its author's own act.
type AmendmentWithdrawn struct {
	Amendment ID `json:"amendment"`
}

// Kind is the event's name in the journal.
func (*AmendmentWithdrawn) Kind() string { return "amendment.withdrawn" }

func (e *AmendmentWithdrawn) apply(s *State, m Meta) error {
	return s.settle(e.Amendment, Withdrawn, Words{})
}

func (s *State) settle(id ID, status string, answer Words) error {
	a := s.Amendment(id)
	if a == nil {
		return errDangling
	}
	a.Status, a.Answer = status, answer
	return nil
}
