package workshop

import (
	"fmt"
	"slices"

	"sala.example/internal/rating"
)

// Ballot is one person's rating of one recommendation, without the person.
// A criterion that is missing is an abstention, unless it is in DontKnow.
// Codes are the receipts, by criterion.
type Ballot struct {
	Recommendation ID                `json:"recommendation"`
	RoleGroup      ID                `json:"roleGroup"`
	Lang           Lang              `json:"lang,omitempty"`
	Ratings        map[string]int    `json:"ratings"`
	DontKnow       []string          `json:"dontKnow,omitempty"`
	Reason         string            `json:"reason,omitempty"`
	Codes          map[string]string `json:"codes,omitempty"`
}

// CastBallot is one person's rating of one recommendation in the open round; a
// later one replaces it until the round closes. Rule: entitled when the round
// opened, and each rating from 1 to 9; a criterion left out is an abstention,
// one in DontKnow is counted apart. Reason is for everybody to read when the
// round closes, without a name: it belongs to nobody then, and cannot be taken
// back by its author any more.
//
// It leads to no event: the room puts the ballot into the vault, and only
// tallies reach the journal when the round closes.
type CastBallot struct {
	Round          ID             `json:"round"`
	Recommendation ID             `json:"recommendation"`
	Ratings        map[string]int `json:"ratings"`
	DontKnow       []string       `json:"dontKnow,omitempty"`
	Reason         string         `json:"reason,omitempty"`
}

// longestReason is in letters.
const longestReason = 500

// Name is the command's name on the wire.
func (*CastBallot) Name() string { return "ballot.cast" }

// Decide checks the ballot and returns no event.
func (c *CastBallot) Decide(s *State, env Env) ([]Event, error) {
	r := s.Round(c.Round)
	if r == nil {
		return nil, refuse("round.unknown")
	}
	if !r.Closed.IsZero() {
		return nil, refuse("round.closed", "number", fmt.Sprint(r.Number))
	}
	if !slices.Contains(r.Recommendations, c.Recommendation) {
		return nil, refuse("recommendation.not-in-round")
	}
	if _, entitled := r.Entitled[env.Actor.ID]; !entitled {
		return nil, refuse("round.not-entitled")
	}
	return nil, firstError(c.checkRatings(r), checkOptional(Say(c.Reason), longestReason))
}

func (c *CastBallot) checkRatings(r *Round) error {
	for _, criterion := range append(sortedKeys(c.Ratings), c.DontKnow...) {
		if !slices.Contains(r.Criteria, criterion) {
			return refuse("ballot.unknown-criterion", "value", criterion)
		}
	}
	for criterion, value := range c.Ratings {
		if rating.CheckRating(value) != nil {
			return refuse("ballot.out-of-range", "value", fmt.Sprint(value))
		}
		if slices.Contains(c.DontKnow, criterion) {
			return refuse("ballot.both", "value", criterion)
		}
	}
	return nil
}

// Ballot is what the vault keeps of the command. Code gives the receipt of one
// criterion.
func (c *CastBallot) Ballot(s *State, by ID, code func(criterion string) string) Ballot {
	dontKnow := slices.Clone(c.DontKnow)
	slices.Sort(dontKnow)
	b := Ballot{
		Recommendation: c.Recommendation, RoleGroup: s.Round(c.Round).Entitled[by], Lang: s.Participants[by].Lang,
		Ratings: c.Ratings, DontKnow: slices.Compact(dontKnow), Reason: Say(c.Reason).plain,
	}
	for criterion := range c.Ratings {
		if b.Codes == nil {
			b.Codes = map[string]string{}
		}
		b.Codes[criterion] = code(criterion)
	}
	return b
}
