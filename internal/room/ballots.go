package room

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

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
	t.votes = append(t.votes, vote{
		q: q, box: c.Round, codes: ballot.Codes, kept: func() { r.rated.add(q.actor.ID, c.Recommendation) },
		Vote: vault.Vote{Person: q.actor.ID, Key: ballotKey(q.actor.ID, c.Recommendation), Ballot: ballot.JSON()},
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
