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

// castOpinion is a vote that was checked, on its way to the vault.
type castOpinion struct {
	q       *request
	opinion workshop.ID
	opinionVote
}

// poll is the open collecting of opinions in memory: what the vault holds of
// it, and the newest map. Votes go through one writer, so that the book and the
// vault always agree on which of two votes was the last.
type poll struct {
	mu      sync.Mutex
	id      workshop.ID
	book    opinion.Book
	queue   []castOpinion
	writing bool

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

// enqueue takes votes in; true when there is no writer at work yet.
func (p *poll) enqueue(votes []castOpinion) (begin bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.queue = append(p.queue, votes...)
	begin = !p.writing
	p.writing = true
	return begin
}

// dequeue gives what waits; nothing when the writer's work is done.
func (p *poll) dequeue() []castOpinion {
	p.mu.Lock()
	defer p.mu.Unlock()
	votes := p.queue
	p.queue = nil
	p.writing = len(votes) > 0
	return votes
}

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

// castOpinions sends the votes of a turn to the vault, beside the room's
// goroutine.
func (r *Room) castOpinions(votes []castOpinion) {
	if len(votes) == 0 || !r.poll.enqueue(votes) {
		return
	}
	r.casts.Add(1)
	go func() {
		defer r.casts.Done()
		for votes := r.poll.dequeue(); len(votes) > 0; votes = r.poll.dequeue() {
			r.keepOpinions(votes)
		}
	}()
}

// keepOpinions writes votes together; if that fails, one by one.
func (r *Room) keepOpinions(votes []castOpinion) {
	err := r.writeOpinions(votes)
	for _, v := range votes {
		failed := err
		if err != nil && len(votes) > 1 {
			failed = r.writeOpinions([]castOpinion{v})
		}
		if failed != nil {
			r.log.Error("opinion not saved", "error", failed)
			v.q.reply <- answer{err: r.unsaved(failed)}
			continue
		}
		r.poll.kept(v.opinion, v.opinionVote)
		r.deps.Metrics.Ballots.Inc()
		v.q.reply <- answer{receipt: Receipt{Seq: v.q.seq}}
	}
}

// writeOpinions puts votes into the boxes of their collectings.
func (r *Room) writeOpinions(votes []castOpinion) error {
	boxes := map[workshop.ID][]vault.Vote{}
	for _, v := range votes {
		data, err := json.Marshal(v.opinionVote)
		if err != nil {
			return fmt.Errorf("encode vote: %w", err)
		}
		boxes[v.opinion] = append(boxes[v.opinion], vault.Vote{Person: ballotKey(v.Person, v.Statement), Ballot: data})
	}
	for id, box := range boxes {
		if err := r.deps.Vault.CastAll(context.Background(), r.id, id, box...); err != nil {
			return err
		}
	}
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
