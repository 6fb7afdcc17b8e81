package room

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"sala.example/internal/rating"
	"sala.example/internal/room/view"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// turnout knows who has rated what in the open round, never how. It is counted
// from; who it was is never shown.
type turnout struct {
	mu      sync.Mutex
	rated   map[workshop.ID]map[workshop.ID]bool // person -> recommendation
	ballots map[workshop.ID]int                  // recommendation -> how many
	changed bool
}

// clear forgets everybody, when a round opens and when it closes.
func (t *turnout) clear() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rated, t.ballots = map[workshop.ID]map[workshop.ID]bool{}, map[workshop.ID]int{}
}

func (t *turnout) add(person, recommendation workshop.ID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.rated[person] == nil {
		t.rated[person] = map[workshop.ID]bool{}
	}
	if !t.rated[person][recommendation] {
		t.rated[person][recommendation] = true
		t.ballots[recommendation]++
	}
	t.changed = true
}

func (t *turnout) remove(person workshop.ID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for recommendation := range t.rated[person] {
		t.ballots[recommendation]--
	}
	delete(t.rated, person)
	t.changed = true
}

// of lists what a person has rated.
func (t *turnout) of(person workshop.ID) []workshop.ID {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Sorted(maps.Keys(t.rated[person]))
}

// by is how many recommendations a person has rated.
func (t *turnout) by(person workshop.ID) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.rated[person])
}

// on is how many have rated a recommendation.
func (t *turnout) on(recommendation workshop.ID) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.ballots[recommendation]
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
	r.rated.clear()
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

// viewTurnout counts people and ballots.
func (r *Room) viewTurnout() view.Turnout {
	v := view.Turnout{ByRecommendation: map[string]int{}, Waiting: map[string]int{}}
	round := r.state.OpenRound()
	if round == nil {
		return v
	}
	v.Round = round.ID
	for _, rec := range round.Recommendations {
		if n := r.rated.on(rec); n > 0 {
			v.ByRecommendation[rec] = n
		}
	}
	size, waiting := map[workshop.ID]int{}, map[workshop.ID]int{}
	for person, group := range round.Entitled {
		if r.state.Participants[person].Erased {
			continue
		}
		v.Entitled++
		size[group]++
		if r.rated.by(person) == len(round.Recommendations) {
			v.Rated++
		} else {
			waiting[group]++
		}
	}
	for _, group := range countable(size) {
		v.Waiting[group] = waiting[group]
	}
	return v
}

// countable are the role groups whose turnout may be shown: those of three or
// more. If fewer than three people would be left over, the smallest of them is
// not shown either, so that nobody's turnout follows from the total.
func countable(size map[workshop.ID]int) []workshop.ID {
	var shown []workshop.ID
	hidden := 0
	for _, group := range slices.Sorted(maps.Keys(size)) {
		if size[group] >= rating.MinCell {
			shown = append(shown, group)
		} else {
			hidden += size[group]
		}
	}
	if hidden == 0 || hidden >= rating.MinCell || len(shown) == 0 {
		return shown
	}
	smallest := slices.MinFunc(shown, func(a, b workshop.ID) int { return cmp.Compare(size[a], size[b]) })
	return slices.DeleteFunc(shown, func(group workshop.ID) bool { return group == smallest })
}
