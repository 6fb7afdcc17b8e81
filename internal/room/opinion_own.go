package room

import (
	"context"
	"encoding/binary"
	"math"
	"math/rand/v2"

	"sala.example/internal/opinion"
	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

// nextStatements is how many statements a phone is given ahead, so that it can
// go on without a network.
const nextStatements = 12

// OwnOpinion is one person's own side of the open collecting: what they may
// vote on next, their own votes if withVotes, what they proposed, and their own
// place on the map. It holds nothing of anybody else.
func (r *Room) OwnOpinion(ctx context.Context, actor workshop.Actor, withVotes bool) (view.OwnOpinion, error) {
	v := view.OwnOpinion{Next: []view.OwnVote{}, Votes: []view.OwnVote{}, Proposed: []view.OwnPropose{}}
	err := r.Look(ctx, func(s *workshop.State) {
		r.ownProposals(s, actor.ID, &v)
		if open := s.OpenOpinion(); open != nil && r.seated(actor) {
			v.ID = open.ID
			r.ownVotes(actor.ID, withVotes, &v)
		}
	})
	return v, err
}

func (r *Room) seated(actor workshop.Actor) bool {
	p, here := r.state.Participants[actor.ID]
	return here && !p.Erased
}

// ownProposals finds what bears the person's mask.
func (r *Room) ownProposals(s *workshop.State, person workshop.ID, v *view.OwnOpinion) {
	for i := range s.Statements {
		st := &s.Statements[i]
		if st.Seeded() || st.Author != r.people.mask(person, st.ID) {
			continue
		}
		own := view.OwnPropose{Statement: st.ID, Text: r.statementText(st), Status: st.Status()}
		if n := len(st.Log); n > 0 {
			own.Reason = r.people.text(st.Log[n-1].Reason)
		}
		v.Proposed = append(v.Proposed, own)
	}
}

func (r *Room) ownVotes(person workshop.ID, withVotes bool, v *view.OwnOpinion) {
	ids := r.votable()
	text := func(id string) view.Text { return r.statementText(r.state.Statement(id)) }
	own := r.poll.own(person, ids, r.dice(person))
	v.Of = len(ids)
	for _, id := range ids {
		value, voted := own.votes[id]
		if !voted {
			continue
		}
		v.Voted++
		if withVotes {
			v.Votes = append(v.Votes, view.OwnVote{Statement: id, Text: text(id), Vote: int(value)})
		}
	}
	for _, id := range own.next {
		v.Next = append(v.Next, view.OwnVote{Statement: id, Text: text(id)})
	}
	if own.placed {
		v.Placed, v.X, v.Y, v.Group = true, tenth(own.at[0]), tenth(own.at[1]), groupName(own.group)
	}
}

func tenth(x float64) float64 { return math.Round(x*10) / 10 }

// dice are thrown the same for the same person until they vote again, so that
// the statement under a person's thumb does not change by itself.
func (r *Room) dice(person workshop.ID) func(voted int) *rand.Rand {
	mask := []byte(r.people.mask(person, "opinion:next"))
	return func(voted int) *rand.Rand {
		return rand.New(rand.NewPCG(binary.BigEndian.Uint64(mask), uint64(voted)))
	}
}

// ownSide is what a poll knows of one person.
type ownSide struct {
	votes  map[string]int8
	next   []string
	placed bool
	at     opinion.Point
	group  int
}

// own chooses, of the statements that the person has not voted on, which come
// next: by weighted chance, the weights being Polis' priorities.
func (p *poll) own(person workshop.ID, ids []string, dice func(int) *rand.Rand) ownSide {
	p.mu.Lock()
	defer p.mu.Unlock()
	side := ownSide{votes: map[string]int8{}, group: -1}
	for id, value := range p.book.Of(person) {
		side.votes[id] = value
	}
	var left []string
	for _, id := range ids {
		if _, voted := side.votes[id]; !voted {
			left = append(left, id)
		}
	}
	extremity := func(string) float64 { return 0 }
	if p.drawn != nil {
		extremity = p.drawn.Extremity
		side.at, side.placed = p.drawn.Locate(side.votes)
		side.group, _ = p.drawn.Nearest(side.at)
	}
	priority := func(id string) float64 { return opinion.Priority(p.book.Tally(id), extremity(id), false) }
	side.next = opinion.Pick(left, priority, nextStatements, dice(len(side.votes)))
	return side
}

// OpinionOutcome is what the picture of the newest collecting is drawn from,
// nil before there is one, and the person's own place if it is open and they
// have one.
func (r *Room) OpinionOutcome(ctx context.Context, person workshop.ID) (outcome *opinion.Outcome, place *opinion.Point, err error) {
	err = r.Look(ctx, func(s *workshop.State) {
		last := s.LastOpinion()
		if last == nil {
			return
		}
		if outcome = last.Outcome; outcome != nil {
			return
		}
		if _, _, drawn := r.poll.counts(); drawn != nil {
			outcome = &drawn.Outcome
			if own := r.poll.own(person, nil, r.dice(person)); own.placed {
				place = &own.at
			}
		}
	})
	return outcome, place, err
}
