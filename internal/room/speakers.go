package room

import (
	"context"
	"errors"
	"fmt"
	"slices"

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
// closing: the captions that name them go, then their key, name and affiliation,
// and the id in the journal stands for nobody. It says whether there was one; who
// also joined is a participant and erased as such. The actor must be one who may
// take captions out.
func (r *Room) ForgetSpeaker(ctx context.Context, actor workshop.Actor, id string) (found bool, err error) {
	var named []workshop.Caption
	err = r.Look(ctx, func(s *workshop.State) {
		if found = r.isSpeaker(s, id); found {
			named = s.CaptionsNaming(r.people.names(id), r.people.read)
		}
	})
	if err != nil || !found {
		return false, err
	}
	for _, c := range named {
		if _, err := r.Do(ctx, actor, "", &workshop.RemoveCaption{Caption: c.ID}); err != nil && !gone(err) {
			return false, fmt.Errorf("take out a caption that names a speaker: %w", err)
		}
	}
	var failed error
	err = r.Look(ctx, func(s *workshop.State) {
		if found = r.isSpeaker(s, id); !found {
			return // joined or erased meanwhile
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

// isSpeaker says that the programme names somebody who did not join.
func (r *Room) isSpeaker(s *workshop.State, id workshop.ID) bool {
	_, joined := s.Participants[id]
	return !joined && slices.ContainsFunc(r.speakers(s), func(sp Speaker) bool { return sp.ID == id })
}

// gone says that a caption was taken out by somebody else meanwhile.
func gone(err error) bool {
	var refusal *workshop.Refusal
	return errors.As(err, &refusal) && refusal.Code == "caption.unknown"
}
