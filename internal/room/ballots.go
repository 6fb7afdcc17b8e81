package room

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// ballotKey is a person's place in the box for one recommendation.
func ballotKey(person, recommendation workshop.ID) string { return person + "/" + recommendation }

// cast takes a ballot that was checked into the turn.
func (r *Room) cast(q *request, t *turn, c *workshop.CastBallot) error {
	ballot, err := r.ballot(q, c)
	if err != nil {
		r.log.Error("make receipts", "error", err)
		return ErrUnavailable
	}
	data, err := json.Marshal(ballot)
	if err != nil {
		return fmt.Errorf("encode ballot: %w", err)
	}
	t.votes = append(t.votes, vote{
		q: q, box: c.Round, codes: ballot.Codes, kept: func() { r.rated.add(q.actor.ID, c.Recommendation) },
		Vote: vault.Vote{Person: ballotKey(q.actor.ID, c.Recommendation), Ballot: data},
	})
	return nil
}

// ballot is what the command casts, with its receipts.
func (r *Room) ballot(q *request, c *workshop.CastBallot) (b workshop.Ballot, err error) {
	b = c.Ballot(r.state, q.actor.ID, func(criterion string) string {
		code, failed := r.deps.Vault.Receipt(q.ctx, r.id, c.Round, q.actor.ID, c.Recommendation+"/"+criterion)
		err = errors.Join(err, failed)
		return code
	})
	return b, err
}

// ballots reads the box of a round for counting.
func (r *Room) ballots(ctx context.Context, round workshop.ID) ([]workshop.Ballot, error) {
	raw, err := r.deps.Vault.Ballots(ctx, r.id, round)
	if err != nil {
		return nil, err
	}
	var ballots []workshop.Ballot
	for _, data := range raw {
		var b workshop.Ballot
		if err := json.Unmarshal(data, &b); err != nil {
			return nil, fmt.Errorf("decode ballot: %w", err)
		}
		ballots = append(ballots, b)
	}
	return ballots, nil
}

// turnout knows who has rated what in the open round, never how. It is counted
// from, never shown.
type turnout struct {
	mu      sync.Mutex
	round   workshop.ID
	rated   map[workshop.ID]map[workshop.ID]bool // person -> recommendation
	changed bool
}

func (t *turnout) begin(round workshop.ID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.round, t.rated = round, map[workshop.ID]map[workshop.ID]bool{}
}

func (t *turnout) end() { t.begin("") }

func (t *turnout) add(person, recommendation workshop.ID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.rated[person] == nil {
		t.rated[person] = map[workshop.ID]bool{}
	}
	t.rated[person][recommendation] = true
	t.changed = true
}

func (t *turnout) remove(person workshop.ID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.rated, person)
	t.changed = true
}

// of lists what a person has rated.
func (t *turnout) of(person workshop.ID) []workshop.ID {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Sorted(maps.Keys(t.rated[person]))
}

// takeChanged says whether ballots came in since it was last asked.
func (t *turnout) takeChanged() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	changed := t.changed
	t.changed = false
	return changed
}

// loadTurnout finds out who has rated in the round that was open when the
// program stopped.
func (r *Room) loadTurnout(ctx context.Context) error {
	round := r.state.OpenRound()
	if round == nil {
		return nil
	}
	r.rated.begin(round.ID)
	if err := r.deps.Vault.OpenBallotBox(ctx, r.id, round.ID); vault.Unwritable(err) {
		r.owing = true // it is opened later; what lies in it already is counted now
	} else if err != nil {
		return fmt.Errorf("open ballot box: %w", err)
	}
	var keys []string
	for person := range round.Entitled {
		for _, rec := range round.Recommendations {
			keys = append(keys, ballotKey(person, rec))
		}
	}
	voted, err := r.deps.Vault.Voters(ctx, r.id, round.ID, keys)
	if errors.Is(err, vault.ErrBoxClosed) {
		return nil // there is none yet
	}
	if err != nil {
		return fmt.Errorf("read turnout: %w", err)
	}
	for person := range round.Entitled {
		for _, rec := range round.Recommendations {
			if voted[ballotKey(person, rec)] {
				r.rated.add(person, rec)
			}
		}
	}
	return nil
}
