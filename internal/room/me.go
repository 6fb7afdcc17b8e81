package room

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"sala.example/internal/room/view"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// Me is one person's own view: what they gave, cast, asked and proposed.
func (r *Room) Me(ctx context.Context, actor workshop.Actor, lang string) (view.Me, error) {
	profile := r.people.profile(actor.ID)
	me := view.Me{
		ID: actor.ID, Role: actor.Role, Lang: lang, Name: profile.Name, Alias: profile.Alias,
		Consents: profile.Consents, Ballots: map[string]map[string]view.Ballot{},
		Supports: []string{}, Mine: []string{}, Stances: map[string]string{},
	}
	if me.Consents == nil {
		me.Consents = map[string]bool{}
	}
	round := ""
	err := r.Look(ctx, func(s *workshop.State) {
		p := s.Participants[actor.ID]
		me.Group, me.Sheet, me.Intro = p.RoleGroup, p.Group, r.people.text(p.Intro)
		r.collectMine(s, actor.ID, &me)
		if open := s.OpenRound(); open != nil && open.Entitled[actor.ID] != "" {
			round = open.ID
		}
	})
	if err != nil {
		return me, err
	}
	if round != "" {
		me.Ballots[round], err = r.ownBallots(ctx, round, actor.ID)
	}
	return me, err
}

// collectMine finds what bears the person's mask.
func (r *Room) collectMine(s *workshop.State, person workshop.ID, me *view.Me) {
	for _, q := range s.Questions {
		mask := r.people.mask(person, q.ID)
		if q.Author == mask || slices.Contains(q.Supporters, mask) {
			me.Supports = append(me.Supports, q.ID)
		}
	}
	for _, a := range s.Amendments {
		if a.Author == r.people.mask(person, a.ID) {
			me.Mine = append(me.Mine, a.ID)
		}
	}
	for _, o := range s.Objections {
		if o.Author == r.people.mask(person, o.ID) {
			me.Mine = append(me.Mine, o.ID)
		}
	}
	for _, st := range s.Stances {
		if st.By == r.people.mask(person, "stance:"+st.Recommendation) {
			me.Stances[st.Recommendation] = st.Stance
		}
	}
}

func (r *Room) ownBallots(ctx context.Context, round, person string) (map[string]view.Ballot, error) {
	own := map[string]view.Ballot{}
	for _, rec := range r.rated.of(person) {
		data, ok, err := r.deps.Vault.Ballot(ctx, r.id, round, ballotKey(person, rec))
		if err != nil {
			return nil, fmt.Errorf("read own ballot: %w", err)
		}
		var b workshop.Ballot
		if !ok || json.Unmarshal(data, &b) != nil {
			continue
		}
		if b.Ratings == nil {
			b.Ratings = map[string]int{}
		}
		own[rec] = view.Ballot{Ratings: b.Ratings, DontKnow: b.DontKnow, Reason: b.Reason, Codes: b.Codes}
	}
	return own, nil
}

// PutProfile keeps what a person gave of themselves, in the vault alone. What
// the organiser's list said of them beside stays as long as their name does.
func (r *Room) PutProfile(ctx context.Context, person string, p vault.Profile) error {
	if before := r.people.profile(person); p.Name != "" && p.Name == before.Name {
		p.Honorific = cmp.Or(p.Honorific, before.Honorific)
		p.Affiliation = cmp.Or(p.Affiliation, before.Affiliation)
	}
	if err := r.deps.Vault.PutProfile(ctx, r.id, person, p); err != nil {
		return fmt.Errorf("keep profile: %w", err)
	}
	r.people.put(person, p)
	return r.showNames(ctx)
}

// Profile is what a person gave of themselves.
func (r *Room) Profile(person string) vault.Profile { return r.people.profile(person) }

// touchNames is called on the room's goroutine.
func (r *Room) touchNames() {
	for _, name := range []string{"day", "screen", "desk"} {
		r.dirty[name] = true
	}
}

// Words gives back what a person wrote, false when it was erased.
func (r *Room) Words(w workshop.Words) (string, bool) { return r.people.read(w) }

// Passages are all words that are still there, by reference, for the record.
func (r *Room) Passages() map[string]vault.Passage {
	r.people.mu.RLock()
	defer r.people.mu.RUnlock()
	all := make(map[string]vault.Passage, len(r.people.passages))
	for ref, p := range r.people.passages {
		all[ref] = p
	}
	return all
}

// Snapshot is a copy of the state that the caller may keep.
func (r *Room) Snapshot(ctx context.Context) (*workshop.State, error) {
	var data []byte
	var err error
	if lookErr := r.Look(ctx, func(s *workshop.State) { data, err = json.Marshal(s) }); lookErr != nil {
		return nil, lookErr
	}
	if err != nil {
		return nil, fmt.Errorf("copy state: %w", err)
	}
	return workshop.Restore(data)
}

// AnswerDue is the day by which a person promised their superior's answer on a
// recommendation; for somebody who promised none, the first such day in the
// room; empty when there is none.
func (r *Room) AnswerDue(s *workshop.State, person, recommendation workshop.ID) string {
	first := ""
	for _, st := range s.StancesOn(recommendation) {
		if st.Stance != workshop.StanceAsk {
			continue
		}
		if st.By == r.people.mask(person, "stance:"+recommendation) {
			return st.Until
		}
		if first == "" || st.Until < first {
			first = st.Until
		}
	}
	return first
}
