package workshop

import (
	"fmt"
	"slices"
	"time"

	"sala.example/internal/rating"
)

// Round is one rating round on one recommendation or more. Everything that
// decides its result is fixed when it opens: the gate, the texts, and who may
// rate. What single people rate never comes here; see CastBallot.
type Round struct {
	ID              ID             `json:"id"`
	Number          int            `json:"number"`
	Recommendations []ID           `json:"recommendations"`
	Gate            rating.Gate    `json:"gate"`
	Criteria        []string       `json:"criteria"` // feasible, acceptable, and what else is asked
	Entitled        map[ID]ID      `json:"entitled"` // participant -> role group, as they stood at the opening
	Bound           []BoundWording `json:"bound"`    // the wordings that are rated
	Opened          time.Time      `json:"opened"`
	Due             time.Time      `json:"due,omitzero"` // when the chair means to close; ballots count until it is closed
	Closed          time.Time      `json:"closed"`
	Results         []Result       `json:"results,omitempty"`
}

// Result is what a closed round says of one recommendation. Receipts list the
// ratings that were counted, by criterion; Reasons are what people wrote
// beside their ratings, nobody's in particular.
type Result struct {
	Recommendation ID                   `json:"recommendation"`
	Tally          rating.Tally         `json:"tally"`
	Receipts       map[string][]Receipt `json:"receipts,omitempty"`
	Reasons        []Words              `json:"reasons,omitempty"`
}

// Round finds a round.
func (s *State) Round(id ID) *Round {
	return find(s.Rounds, id, func(r *Round) ID { return r.ID })
}

// OpenRound is the round that is open now, if any.
func (s *State) OpenRound() *Round {
	for i := range s.Rounds {
		if s.Rounds[i].Closed.IsZero() {
			return &s.Rounds[i]
		}
	}
	return nil
}

// LastResult is the newest closed result on a recommendation, with its round.
func (s *State) LastResult(recommendation ID) (*Round, *Result) {
	return s.resultBefore(len(s.Rounds)+1, recommendation)
}

// ResultBefore is the newest result on a recommendation from a round before
// this one.
func (s *State) ResultBefore(r *Round, recommendation ID) (*Round, *Result) {
	return s.resultBefore(r.Number, recommendation)
}

func (s *State) resultBefore(number int, recommendation ID) (*Round, *Result) {
	for i := min(number-1, len(s.Rounds)) - 1; i >= 0; i-- {
		r := &s.Rounds[i]
		if res := find(r.Results, recommendation, func(x *Result) ID { return x.Recommendation }); res != nil {
			return r, res
		}
	}
	return nil, nil
}

// StillRated says that the recommendation says what the round rated, to the
// word: a correction after the rating is a text that nobody rated.
func (r Round) StillRated(rec *Recommendation, required []Lang) bool {
	for _, now := range bind(rec, required) {
		if !slices.Contains(r.Bound, now) {
			return false
		}
	}
	return true
}

// Check holds a result against the gate that was fixed for its round.
func (s *State) Check(r *Round, res *Result) rating.Verdict {
	return r.Gate.Check(res.Tally, s.Settings.AcceptingParty, len(s.OpenObjections(res.Recommendation)))
}

// OpenRound starts a round. Rule: one round at a time; every required language
// of every text is there and current; somebody is there to rate. No list of
// recommendations means all that have no final decision. Feasible and
// acceptable are always asked; Criteria are asked besides. Minutes is how long
// the chair means to leave it open, 0 for no word on that.
type OpenRound struct {
	Recommendations []ID         `json:"recommendations,omitempty"`
	Criteria        []string     `json:"criteria,omitempty"`
	Minutes         int          `json:"minutes,omitempty"`
	Gate            *rating.Gate `json:"gate,omitempty"`
}

// longestRound is the most minutes that a round can be announced for.
const longestRound = 240

// Name is the command's name on the wire.
func (*OpenRound) Name() string { return "round.open" }

// Decide freezes gate, texts and entitlement.
func (c *OpenRound) Decide(s *State, env Env) ([]Event, error) {
	if s.OpenRound() != nil {
		return nil, refuse("round.already-open")
	}
	recs, err := c.recommendations(s)
	if err != nil {
		return nil, err
	}
	criteria, err := c.criteria()
	if err != nil {
		return nil, err
	}
	if c.Minutes < 0 || c.Minutes > longestRound {
		return nil, refuse("round.minutes", "most", fmt.Sprint(longestRound))
	}
	gate, err := c.gate(s)
	if err != nil {
		return nil, err
	}
	e := &RoundOpened{ID: env.NewID("v"), Number: len(s.Rounds) + 1, Criteria: criteria, Gate: gate, Entitled: s.present()}
	if c.Minutes > 0 {
		e.Due = env.Now.Add(time.Duration(c.Minutes) * time.Minute)
	}
	for _, r := range recs {
		if err := s.checkLanguages(r); err != nil {
			return nil, err
		}
		e.Recommendations = append(e.Recommendations, r.ID)
		e.Bound = append(e.Bound, bind(r, s.Settings.Required)...)
	}
	if len(e.Entitled) == 0 {
		return nil, refuse("round.nobody")
	}
	return []Event{e}, nil
}

// gate is the round's own, or the workshop's, with the quorum counted.
func (c *OpenRound) gate(s *State) (rating.Gate, error) {
	gate := s.Settings.Gate
	if c.Gate != nil {
		gate = *c.Gate
		gate.GroupQuorums = rating.SortQuorums(gate.GroupQuorums)
	}
	if gate.Quorum == 0 {
		gate.Quorum = s.majorityOfAcceptingParty()
	}
	return gate, checkGate(gate, s.Settings)
}

// criteria are those of the gate, and the further ones in their usual order.
func (c *OpenRound) criteria() ([]string, error) {
	for _, name := range c.Criteria {
		if rating.CheckCriterion(name) != nil {
			return nil, refuse("ballot.unknown-criterion", "value", name)
		}
	}
	asked := slices.Clone(gateCriteria)
	for _, name := range rating.Criteria() {
		if slices.Contains(c.Criteria, name) && !slices.Contains(asked, name) {
			asked = append(asked, name)
		}
	}
	return asked, nil
}

// gateCriteria are asked in every round.
var gateCriteria = []string{rating.Feasible, rating.Acceptable}

func (c *OpenRound) recommendations(s *State) ([]*Recommendation, error) {
	ids := c.Recommendations
	if len(ids) == 0 {
		for _, r := range s.Recommendations {
			if d := r.Decision(); d == nil || !d.Final() {
				ids = append(ids, r.ID)
			}
		}
	}
	var recs []*Recommendation
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			continue
		}
		r := s.Recommendation(id)
		if r == nil {
			return nil, refuse("recommendation.unknown")
		}
		if d := r.Decision(); d != nil && d.Final() {
			return nil, refuse("text.decided", "number", fmt.Sprint(r.Number))
		}
		recs = append(recs, r)
	}
	if len(recs) == 0 {
		return nil, refuse("round.nothing-to-rate")
	}
	return recs, nil
}

// present are those who may rate, with the role group that they rate in.
func (s *State) present() map[ID]ID {
	here := map[ID]ID{}
	for id, p := range s.Participants {
		if !p.Erased {
			here[id] = p.RoleGroup
		}
	}
	return here
}

// majorityOfAcceptingParty is the quorum when the organiser named none: more
// than half of those in the room, never under the smallest group that is shown.
func (s *State) majorityOfAcceptingParty() int {
	n := 0
	for _, p := range s.Participants {
		if p.RoleGroup == s.Settings.AcceptingParty && !p.Erased {
			n++
		}
	}
	return max(n/2+1, rating.MinCell)
}

// RoundOpened fixes everything that the result will hang on.
type RoundOpened struct {
	ID              ID             `json:"id"`
	Number          int            `json:"number"`
	Recommendations []ID           `json:"recommendations"`
	Criteria        []string       `json:"criteria"`
	Gate            rating.Gate    `json:"gate"`
	Entitled        map[ID]ID      `json:"entitled"`
	Bound           []BoundWording `json:"bound"`
	Due             time.Time      `json:"due,omitzero"`
}

// Kind is the event's name in the journal.
func (*RoundOpened) Kind() string { return "round.opened" }

func (e *RoundOpened) apply(s *State, m Meta) error {
	s.Rounds = append(s.Rounds, Round{
		ID: e.ID, Number: e.Number, Recommendations: e.Recommendations, Criteria: e.Criteria, Gate: e.Gate,
		Entitled: e.Entitled, Bound: e.Bound, Opened: m.At, Due: e.Due,
	})
	return nil
}
