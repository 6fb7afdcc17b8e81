package room

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// The organiser's list: people who are expected. They are in the vault alone,
// and become participants when the desk lets them in under the same id.

// expectAtOnce is how many profiles wait for one durable write.
const expectAtOnce = 32

// Expect keeps people of the list, by id; each profile says how they are let
// in.
func (r *Room) Expect(ctx context.Context, people map[string]vault.Profile) error {
	var wait sync.WaitGroup
	var mu sync.Mutex
	var errs []error
	slots := make(chan struct{}, expectAtOnce)
	for id, p := range people {
		slots <- struct{}{}
		wait.Go(func() {
			defer func() { <-slots }()
			err := r.deps.Vault.PutProfile(ctx, r.id, id, p)
			if err == nil {
				r.people.put(id, p)
				return
			}
			mu.Lock()
			defer mu.Unlock()
			errs = append(errs, err)
		})
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("keep the list: %w", err)
	}
	return r.showNames(ctx)
}

// Expected is the organiser's list by id, with those who have come since.
func (r *Room) Expected() map[string]vault.Profile {
	r.people.mu.RLock()
	defer r.people.mu.RUnlock()
	expected := map[string]vault.Profile{}
	for id, p := range r.people.profiles {
		if p.Expected != nil {
			expected[id] = p
		}
	}
	return expected
}

// ForgetExpected erases one of the list who did not come, or ("") all of them,
// and says how many they were.
func (r *Room) ForgetExpected(ctx context.Context, person string) (int, error) {
	n := 0
	var failed error
	err := r.Look(ctx, func(s *workshop.State) { // nobody comes in meanwhile
		n, failed = r.forgetAbsent(ctx, s, person)
	})
	if err := errors.Join(err, failed); err != nil {
		return 0, fmt.Errorf("forget the list: %w", err)
	}
	return n, r.showNames(ctx)
}

// forgetAbsent erases who is on the list and did not come, one or ("") all. It
// is called on the room's goroutine, also when the workshop has closed: then
// nobody will come any more.
func (r *Room) forgetAbsent(ctx context.Context, s *workshop.State, person string) (int, error) {
	var absent []string
	for id := range r.Expected() {
		if _, came := s.Participants[id]; !came && (person == "" || person == id) {
			absent = append(absent, id)
		}
	}
	if len(absent) == 0 {
		return 0, nil
	}
	if err := r.deps.Vault.Erase(ctx, r.id, absent...); err != nil {
		return 0, err
	}
	for _, id := range absent {
		r.people.forget(id)
	}
	return len(absent), nil
}

// showNames has the views made anew that show names.
func (r *Room) showNames(ctx context.Context) error {
	return r.ask(ctx, &request{ctx: ctx, read: func(*workshop.State) { r.touchNames() }}).err
}
