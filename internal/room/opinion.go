package room

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"sala.example/internal/opinion"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// opinionVote is a vote as the vault keeps it, in the box of its collecting,
// under a key that is burnt when it closes.
type opinionVote struct {
	Person    workshop.ID `json:"p"`
	Statement workshop.ID `json:"s"`
	Value     int8        `json:"v"`
}

// poll is the open collecting of opinions in memory: what the vault holds of
// it, and the newest map. Votes go through one writer (see votes), so that the
// book and the vault always agree on which of two votes was the last.
type poll struct {
	mu   sync.Mutex
	id   workshop.ID
	book opinion.Book

	changed bool                 // the counts are others than those shown
	rest    int                  // ticks until they are shown
	hung    bool                 // there is a new map to show
	moved   map[workshop.ID]bool // who voted since the map was drawn
	drawn   *opinion.Map         // nil before enough people voted
	drawing bool
	wait    int // ticks until the map may be drawn again
	gone    int // goes up when somebody is forgotten: a map that was begun before has their votes
}

// begin forgets the last collecting.
func (p *poll) begin(id workshop.ID) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.id, p.book, p.moved, p.drawn, p.changed = id, opinion.Book{}, map[workshop.ID]bool{}, nil, true
}

func (p *poll) end() { p.begin("") }

// kept notes a vote that the vault has.
func (p *poll) kept(id workshop.ID, v opinionVote) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if id != p.id {
		return // closed meanwhile
	}
	if before, voted := p.book.Of(v.Person)[v.Statement]; !voted || before != v.Value {
		p.moved[v.Person] = true
	}
	p.book.Set(v.Person, v.Statement, v.Value)
	p.changed = true
}

// forget takes a person's votes out, and the map that was drawn with them.
func (p *poll) forget(person workshop.ID) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.book.Of(person)) > 0 {
		p.drawn = nil
	}
	p.gone++
	p.book.Forget(person)
	delete(p.moved, person)
	p.changed = true
}

// knows says whether a person's votes are here.
func (p *poll) knows(person workshop.ID) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.book.Of(person)) > 0
}

// all lists the votes of the open collecting.
func (p *poll) all(id workshop.ID) ([]opinion.Vote, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if id != p.id {
		return nil, fmt.Errorf("the votes of %s are not at hand", id)
	}
	return p.book.All(), nil
}

// castOpinion takes a vote that was checked into the turn.
func (r *Room) castOpinion(q *request, t *turn, c *workshop.VoteStatement) error {
	v := opinionVote{q.actor.ID, c.Statement, int8(*c.Vote)}
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode vote: %w", err)
	}
	t.votes = append(t.votes, vote{
		q: q, box: c.Opinion, kept: func() { r.poll.kept(c.Opinion, v) },
		Vote: vault.Vote{Person: v.Person, Key: ballotKey(v.Person, v.Statement), Ballot: data},
	})
	return nil
}

// loadOpinion reads the votes of the collecting that was open when the program
// stopped.
func (r *Room) loadOpinion(ctx context.Context) error {
	r.casts.Wait()
	r.poll.end()
	open := r.state.OpenOpinion()
	if open == nil {
		return nil
	}
	r.poll.begin(open.ID)
	err := r.deps.Vault.OpenBallotBox(ctx, r.id, open.ID)
	if vault.Unwritable(err) {
		r.owing, err = true, nil // what is in it can be read all the same
	}
	if err != nil {
		return fmt.Errorf("open the box of opinions: %w", err)
	}
	ballots, err := r.deps.Vault.Ballots(ctx, r.id, open.ID)
	switch {
	case r.owing && errors.Is(err, vault.ErrBoxClosed): // there is none yet, so nobody has voted
		return nil
	case err != nil:
		return fmt.Errorf("read opinions: %w", err)
	}
	for _, data := range ballots {
		var v opinionVote
		if err := json.Unmarshal(data, &v); err != nil {
			return fmt.Errorf("decode vote: %w", err)
		}
		r.poll.kept(open.ID, v)
	}
	return nil
}

// withdrawOpinions removes a person's votes from the open collecting, known of
// here or not.
func (r *Room) withdrawOpinions(ctx context.Context, person workshop.ID) error {
	open := r.state.OpenOpinion()
	if open == nil {
		return nil
	}
	r.poll.forget(person)
	keys := make([]string, len(r.state.Statements))
	for i, st := range r.state.Statements {
		keys[i] = ballotKey(person, st.ID)
	}
	return r.withdraw(ctx, open.ID, keys)
}
