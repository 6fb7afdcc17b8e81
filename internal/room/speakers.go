package room

import (
	"context"
	"errors"
	"fmt"

	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// Speakers are people whom the programme names. The journal knows them by an
// id; name and affiliation are in the vault alone.

// Speaker is one of them.
type Speaker struct {
	ID string
	vault.Profile
}

// Speakers lists whom the programme names, in its order, each once. Those who
// were erased are not among them.
func (r *Room) Speakers(ctx context.Context) (list []Speaker, err error) {
	err = r.Look(ctx, func(s *workshop.State) { list = r.speakers(s) })
	return list, err
}

func (r *Room) speakers(s *workshop.State) (list []Speaker) {
	seen := map[workshop.ID]bool{}
	add := func(ids []workshop.ID) {
		for _, id := range ids {
			if p := r.people.profile(id); p.Name != "" && !seen[id] {
				seen[id] = true
				list = append(list, Speaker{id, p})
			}
		}
	}
	for _, item := range s.Programme {
		add(item.Speakers)
		for _, part := range item.SubItems {
			add(part.Speakers)
		}
	}
	return list
}

// ForgetSpeaker erases a person whom the programme names, also after the
// closing: their key, name and affiliation go, and the id in the journal stands
// for nobody. It says whether there was one; who also joined is a participant
// and erased as such.
func (r *Room) ForgetSpeaker(ctx context.Context, id string) (found bool, err error) {
	var failed error
	err = r.Look(ctx, func(s *workshop.State) {
		for _, speaker := range r.speakers(s) {
			found = found || speaker.ID == id
		}
		if _, joined := s.Participants[id]; joined || !found {
			found = false
			return
		}
		if failed = r.deps.Vault.Erase(ctx, r.id, id); failed == nil {
			r.people.forget(id)
		}
	})
	if err := errors.Join(err, failed); err != nil {
		return false, fmt.Errorf("forget a speaker: %w", err)
	}
	return found, r.showNames(ctx)
}
