package room

import (
	"context"
	"errors"
	"time"

	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// follow does what an event calls for outside the journal. Each step can be
// done again: what a crash left undone is done when the room opens.
func (r *Room) follow(e workshop.Event) {
	ctx := context.Background()
	var err error
	switch e := e.(type) {
	case *workshop.Created:
		r.zone = r.state.Location()
	case *workshop.RoundOpened:
		r.rated.clear()
		err = r.deps.Vault.OpenBallotBox(ctx, r.id, e.ID)
	case *workshop.RoundClosed:
		r.rated.clear()
		err = r.deps.Vault.Burn(ctx, r.id, e.Round)
	case *workshop.OpinionOpened:
		r.poll.begin(e.ID)
		err = r.deps.Vault.OpenBallotBox(ctx, r.id, e.ID)
	case *workshop.OpinionClosed:
		r.poll.end()
		err = r.deps.Vault.Burn(ctx, r.id, e.Opinion)
	case *workshop.ParticipantErased:
		err = r.forget(ctx, e.Participant)
	case *workshop.Closed:
		_, err = r.forgetAbsent(ctx, r.state, "")
	case *workshop.PassageRedacted:
		err = r.redact(ctx, e.Ref)
	case *workshop.CaptionCorrected:
		err = r.redact(ctx, e.Was)
	case *workshop.CaptionsRemoved:
		err = r.redact(ctx, e.Was...)
	}
	if err != nil {
		r.log.Error("follow event", "kind", e.Kind(), "error", err)
		r.owing = true
	}
}

// redact destroys passages.
func (r *Room) redact(ctx context.Context, refs ...string) error {
	for _, ref := range refs {
		r.people.drop(ref)
	}
	return r.deps.Vault.Redact(ctx, r.id, refs...)
}

// retryEvery is how often the vault is asked again to follow the journal.
const retryEvery = time.Second

// settleUp does what the vault could not do when its event was saved, on a full
// disk for example: opens the box of the open round, burns those of closed ones,
// and finishes erasures.
func (r *Room) settleUp() {
	r.nextTry = r.deps.Now().Add(retryEvery)
	ctx := context.Background()
	if round := r.state.OpenRound(); round != nil {
		if err := r.deps.Vault.OpenBallotBox(ctx, r.id, round.ID); err != nil {
			return // said before, and tried again
		}
	}
	if open := r.state.OpenOpinion(); open != nil {
		if err := r.deps.Vault.OpenBallotBox(ctx, r.id, open.ID); err != nil {
			return
		}
	}
	r.owing = r.tidy(ctx) != nil
}

// forget destroys what is known of a person, ballots in an open round included.
// The key goes last: its mark in the vault says that all else is gone (see
// tidyErased), so it waits when a ballot could not be withdrawn.
func (r *Room) forget(ctx context.Context, person workshop.ID) error {
	r.casts.Wait()
	r.people.forget(person)
	if err := errors.Join(r.withdrawBallots(ctx, person), r.withdrawOpinions(ctx, person)); err != nil {
		return err
	}
	return r.deps.Vault.Erase(ctx, r.id, person)
}

func (r *Room) withdrawBallots(ctx context.Context, person workshop.ID) error {
	round := r.state.OpenRound()
	if round == nil {
		return nil
	}
	r.rated.remove(person)
	var keys []string
	for _, rec := range round.Recommendations {
		keys = append(keys, ballotKey(person, rec))
	}
	return r.withdraw(ctx, round.ID, keys)
}

// withdraw takes ballots out of a box; where there is no box, none were cast.
func (r *Room) withdraw(ctx context.Context, box string, keys []string) error {
	err := r.deps.Vault.Withdraw(ctx, r.id, box, keys...)
	if errors.Is(err, vault.ErrBoxClosed) {
		return nil
	}
	return err
}
