package workshop

import (
	"fmt"
	"slices"

	"sala.example/internal/rating"
)

// CloseRound ends a round and counts. Rule: it is open.
type CloseRound struct {
	Round ID `json:"round"`
}

// Name is the command's name on the wire.
func (*CloseRound) Name() string { return "round.close" }

// Decide tallies the ballots by role group; small groups are merged or left
// out there, so that nothing smaller ever reaches the journal.
func (c *CloseRound) Decide(s *State, env Env) ([]Event, error) {
	r := s.Round(c.Round)
	if r == nil {
		return nil, refuse("round.unknown")
	}
	if !r.Closed.IsZero() {
		return nil, refuse("round.closed", "number", fmt.Sprint(r.Number))
	}
	ballots, err := env.Ballots(r.ID)
	if err != nil {
		return nil, fmt.Errorf("read ballots: %w", err)
	}
	e := &RoundClosed{Round: r.ID}
	for _, rec := range r.Recommendations {
		of := slices.DeleteFunc(slices.Clone(ballots), func(b Ballot) bool { return b.Recommendation != rec })
		result, err := s.count(r, rec, of)
		if err != nil {
			return nil, err
		}
		e.Results = append(e.Results, result)
	}
	return []Event{e}, nil
}

// count makes the result of one recommendation from its ballots. Reasons stay
// out when so few rated that the writer would be known.
func (s *State) count(r *Round, recommendation ID, ballots []Ballot) (Result, error) {
	var plain []rating.Ballot
	for _, b := range ballots {
		plain = append(plain, rating.Ballot{Group: b.RoleGroup, Lang: b.Lang, Ratings: b.Ratings, DontKnow: b.DontKnow})
	}
	tally, err := rating.NewTally(plain, r.Criteria, s.Settings.AcceptingParty, r.Gate.GroupQuorums...)
	if err != nil {
		return Result{}, err
	}
	result := Result{Recommendation: recommendation, Tally: tally, Receipts: receipts(tally, ballots)}
	for _, b := range ballots {
		if b.Reason != "" && len(ballots) >= rating.MinCell {
			result.Reasons = append(result.Reasons, Say(b.Reason))
		}
	}
	return result, nil
}

// RoundClosed carries the tallies.
type RoundClosed struct {
	Round   ID       `json:"round"`
	Results []Result `json:"results"`
}

// Kind is the event's name in the journal.
func (*RoundClosed) Kind() string { return "round.closed" }

func (e *RoundClosed) apply(s *State, m Meta) error {
	r := s.Round(e.Round)
	if r == nil {
		return errDangling
	}
	r.Closed, r.Results = m.At, e.Results
	return nil
}
