package workshop

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"sala.example/internal/rating"
)

// The outcomes of a decision.
const (
	Agreed            = "agreed"
	AgreedWithDissent = "agreed-with-dissent"
	Revise            = "revise"
	RejectedOutcome   = "rejected"
	NoQuorum          = "no-quorum"
)

// Outcomes lists every outcome, in the order in which a report gives them.
func Outcomes() []string {
	return []string{Agreed, AgreedWithDissent, Revise, RejectedOutcome, NoQuorum}
}

// Decision is what the chair recorded. It binds the exact revision of every
// required language of every segment.
type Decision struct {
	ID       ID             `json:"id"`
	Outcome  string         `json:"outcome"`
	Sentence Words          `json:"sentence,omitzero"` // the chair's own words
	Round    ID             `json:"round,omitempty"`   // the result it rests on
	Bound    []BoundWording `json:"bound"`
	At       time.Time      `json:"at"`
	Reopened time.Time      `json:"reopened"`
	Reason   Words          `json:"reason,omitzero"` // why it was reopened
}

// BoundWording is one revision that a decision binds.
type BoundWording struct {
	Segment ID   `json:"segment"`
	Lang    Lang `json:"lang"`
	Rev     int  `json:"rev"`
}

// Agreed says that the text stands.
func (d Decision) Agreed() bool { return d.Outcome == Agreed || d.Outcome == AgreedWithDissent }

// Final says that nothing more is to be done on the text.
func (d Decision) Final() bool { return d.Agreed() || d.Outcome == RejectedOutcome }

// Decision is the decision in force, nil when there is none.
func (r Recommendation) Decision() *Decision {
	if len(r.Decisions) == 0 {
		return nil
	}
	last := r.Decisions[len(r.Decisions)-1]
	if !last.Reopened.IsZero() {
		return nil
	}
	return &last
}

// RecordDecision is the chair's. Rule: a final decision once, until it is
// reopened; not while
// the recommendation is being rated; not while a required language is missing
// or outdated, unless the text goes back for revision or there was no quorum.
// "Agreed" needs every condition of the gate, on the text as it stands;
// "agreed with recorded dissent" needs those of the accepting party, the quorum
// of each role group that has one, and a sentence that says what the dissent is.
type RecordDecision struct {
	Recommendation ID     `json:"recommendation"`
	Outcome        string `json:"outcome"`
	Sentence       Words  `json:"sentence,omitzero"`
}

// Name is the command's name on the wire.
func (*RecordDecision) Name() string { return "decision.record" }

// Decide checks the outcome against languages, round and gate.
func (c *RecordDecision) Decide(s *State, env Env) ([]Event, error) {
	r := s.Recommendation(c.Recommendation)
	if r == nil {
		return nil, refuse("recommendation.unknown")
	}
	if !slices.Contains(Outcomes(), c.Outcome) {
		return nil, refuse("decision.unknown-outcome", "value", c.Outcome)
	}
	if s.alreadyDecided(r, c.Outcome) {
		return nil, refuse("decision.already", "number", fmt.Sprint(r.Number))
	}
	if round := s.OpenRound(); round != nil && slices.Contains(round.Recommendations, r.ID) {
		return nil, refuse("text.being-rated", "number", fmt.Sprint(r.Number))
	}
	if err := firstError(checkOptional(c.Sentence, maxPassage), c.checkOutcome(s, r)); err != nil {
		return nil, err
	}
	e := &DecisionRecorded{ID: env.NewID("d"), Recommendation: r.ID, Outcome: c.Outcome, Sentence: c.Sentence, Bound: bind(r, s.Settings.Required)}
	if round, _ := s.LastResult(r.ID); round != nil {
		e.Round = round.ID
	}
	return append(s.carryObjections(r, c.Outcome), e), nil
}

// alreadyDecided: a final decision stands until it is reopened; one that sends
// the text on can be followed by another, but not by the same on the same round.
func (s *State) alreadyDecided(r *Recommendation, outcome string) bool {
	d := r.Decision()
	if d == nil {
		return false
	}
	round, _ := s.LastResult(r.ID)
	sameRound := round == nil && d.Round == "" || round != nil && d.Round == round.ID
	return d.Final() || d.Outcome == outcome && sameRound
}

// carryObjections carries what is still open into the record when a text is
// agreed with dissent.
func (s *State) carryObjections(r *Recommendation, outcome string) []Event {
	if outcome != AgreedWithDissent {
		return nil
	}
	var events []Event
	for _, o := range s.OpenObjections(r.ID) {
		events = append(events, &ObjectionSettled{Objection: o.ID, As: ObjectionDissent})
	}
	return events
}

func (c *RecordDecision) checkOutcome(s *State, r *Recommendation) error {
	switch c.Outcome {
	case Agreed, AgreedWithDissent:
		return firstError(s.checkLanguages(r), c.checkGate(s, r))
	case RejectedOutcome:
		return s.checkLanguages(r)
	case NoQuorum:
		return s.checkNoQuorum(r)
	}
	return nil
}

// checkLanguages refuses while a required language is missing or outdated.
func (s *State) checkLanguages(r *Recommendation) error {
	for _, g := range r.Segments {
		switch status, lang := g.Status(s.Settings.Required); status {
		case Missing:
			return refuse("text.missing-language", "number", fmt.Sprint(r.Number), "lang", lang)
		case Newer:
			return refuse("text.outdated-language", "number", fmt.Sprint(r.Number), "lang", lang)
		}
	}
	return nil
}

func (c *RecordDecision) checkGate(s *State, r *Recommendation) error {
	round, result := s.LastResult(r.ID)
	if result == nil {
		return refuse("decision.not-rated", "number", fmt.Sprint(r.Number))
	}
	if !round.StillRated(r, s.Settings.Required) {
		return refuse("decision.text-changed-since", "number", fmt.Sprint(r.Number))
	}
	failed := failing(s.Check(round, result), c.Outcome == AgreedWithDissent)
	if len(failed) > 0 {
		return refuse("decision.gate", "number", fmt.Sprint(r.Number), "conditions", strings.Join(failed, " "))
	}
	if c.Outcome == AgreedWithDissent && c.Sentence.IsZero() {
		return refuse("decision.dissent-needs-sentence")
	}
	return nil
}

// failing lists the conditions that stand in the way; dissent may stand
// against the room's conditions, never against the accepting party's or against
// a quorum.
func failing(v rating.Verdict, dissent bool) []string {
	var codes []string
	for _, c := range v.Conditions {
		if !c.Held && (!dissent || c.Code.IsQuorum() || OfAcceptingParty(c.Code)) {
			codes = append(codes, string(c.Code))
		}
	}
	return slices.Compact(codes)
}

// OfAcceptingParty tells the conditions that the accepting party must meet
// from those of the whole room.
func OfAcceptingParty(code rating.Code) bool {
	switch code {
	case rating.QuorumReached, rating.AcceptingMedian, rating.AcceptingDisagreement:
		return true
	}
	return false
}

func (s *State) checkNoQuorum(r *Recommendation) error {
	round, result := s.LastResult(r.ID)
	if result == nil {
		return refuse("decision.not-rated", "number", fmt.Sprint(r.Number))
	}
	for _, c := range s.Check(round, result).Conditions {
		if c.Code.IsQuorum() && !c.Held {
			return nil
		}
	}
	return refuse("decision.quorum-was-there", "number", fmt.Sprint(r.Number))
}

func bind(r *Recommendation, required []Lang) []BoundWording {
	var bound []BoundWording
	for _, g := range r.Segments {
		for _, lang := range required {
			if w, ok := g.Wordings[lang]; ok {
				bound = append(bound, BoundWording{Segment: g.ID, Lang: lang, Rev: w.Rev})
			}
		}
	}
	return bound
}

// ReopenDecision takes a decision up again. Rule: there is one, and the chair
// says why.
type ReopenDecision struct {
	Recommendation ID    `json:"recommendation"`
	Reason         Words `json:"reason"`
}

// Name is the command's name on the wire.
func (*ReopenDecision) Name() string { return "decision.reopen" }

// Decide reopens the decision in force.
func (c *ReopenDecision) Decide(s *State, env Env) ([]Event, error) {
	r := s.Recommendation(c.Recommendation)
	if r == nil {
		return nil, refuse("recommendation.unknown")
	}
	if r.Decision() == nil {
		return nil, refuse("decision.none", "number", fmt.Sprint(r.Number))
	}
	if c.Reason.IsZero() {
		return nil, refuse("decision.reopen-needs-reason")
	}
	if err := checkWords(c.Reason, maxPassage); err != nil {
		return nil, err
	}
	return []Event{&DecisionReopened{Recommendation: r.ID, Reason: c.Reason}}, nil
}

// DecisionRecorded is the chair's decision.
type DecisionRecorded struct {
	ID             ID             `json:"id"`
	Recommendation ID             `json:"recommendation"`
	Outcome        string         `json:"outcome"`
	Sentence       Words          `json:"sentence,omitzero"`
	Round          ID             `json:"round,omitempty"`
	Bound          []BoundWording `json:"bound"`
}

// Kind is the event's name in the journal.
func (*DecisionRecorded) Kind() string { return "decision.recorded" }

func (e *DecisionRecorded) apply(s *State, m Meta) error {
	r := s.Recommendation(e.Recommendation)
	if r == nil {
		return errDangling
	}
	r.Decisions = append(r.Decisions, Decision{ID: e.ID, Outcome: e.Outcome, Sentence: e.Sentence, Round: e.Round, Bound: e.Bound, At: m.At})
	return nil
}

// DecisionReopened takes a decision up again.
type DecisionReopened struct {
	Recommendation ID    `json:"recommendation"`
	Reason         Words `json:"reason"`
}

// Kind is the event's name in the journal.
func (*DecisionReopened) Kind() string { return "decision.reopened" }

func (e *DecisionReopened) apply(s *State, m Meta) error {
	r := s.Recommendation(e.Recommendation)
	if r == nil || len(r.Decisions) == 0 {
		return errDangling
	}
	last := &r.Decisions[len(r.Decisions)-1]
	last.Reopened, last.Reason = m.At, e.Reason
	return nil
}
