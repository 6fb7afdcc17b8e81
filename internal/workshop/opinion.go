package workshop

import (
	"fmt"
	"time"

	"sala.example/internal/opinion"
)

// Opinion is one collecting of agreement and disagreement with the statements
// that are accepted while it is open. It is a picture of the room, never a gate:
// no decision hangs on it. What single people vote never comes here; see
// VoteStatement.
type Opinion struct {
	ID      ID               `json:"id"`
	Opened  time.Time        `json:"opened"`
	Closed  time.Time        `json:"closed"`
	Outcome *opinion.Outcome `json:"outcome,omitempty"`
}

// Opinion finds a collecting of opinions.
func (s *State) Opinion(id ID) *Opinion {
	return find(s.Opinions, id, func(o *Opinion) ID { return o.ID })
}

// OpenOpinion is the collecting that goes on now, nil for none.
func (s *State) OpenOpinion() *Opinion {
	if o := s.LastOpinion(); o != nil && o.Closed.IsZero() {
		return o
	}
	return nil
}

// LastOpinion is the newest collecting, open or closed, nil for none.
func (s *State) LastOpinion() *Opinion {
	if len(s.Opinions) == 0 {
		return nil
	}
	return &s.Opinions[len(s.Opinions)-1]
}

// MissingForOpinion is how many people must still come before opinions can be
// collected: fewer than 15 would see chance, and each other.
func (s *State) MissingForOpinion() int { return max(0, opinion.MinPeople-s.Present()) }

// OpenOpinion begins to collect opinions. Rule: none is open, and 15 people
// are in the room.
type OpenOpinion struct{}

// Name is the command's name on the wire.
func (*OpenOpinion) Name() string { return "opinion.open" }

// Decide counts the people.
func (*OpenOpinion) Decide(s *State, env Env) ([]Event, error) {
	if s.OpenOpinion() != nil {
		return nil, refuse("opinion.already-open")
	}
	if s.MissingForOpinion() > 0 {
		return nil, refuse("opinion.too-few", "from", fmt.Sprint(opinion.MinPeople), "n", fmt.Sprint(s.Present()))
	}
	return []Event{&OpinionOpened{ID: env.NewID("op")}}, nil
}

// VoteStatement is one person's vote on one statement: 1 agree, -1 disagree, 0
// pass; a later one replaces it until the collecting closes. Rule: it is open,
// the person is in the room, and the statement is accepted.
//
// It leads to no event: the room puts the vote into the vault, and only what
// groups of three or more have in common reaches the journal at closing.
type VoteStatement struct {
	Opinion   ID   `json:"opinion"`
	Statement ID   `json:"statement"`
	Vote      *int `json:"vote"`
}

// Name is the command's name on the wire.
func (*VoteStatement) Name() string { return "statement.vote" }

// Decide checks the vote and returns no event.
func (c *VoteStatement) Decide(s *State, env Env) ([]Event, error) {
	if err := s.openOpinion(c.Opinion); err != nil {
		return nil, err
	}
	st := s.Statement(c.Statement)
	switch {
	case st == nil:
		return nil, refuse("statement.unknown")
	case st.Status() != StatementAccepted:
		return nil, refuse("statement.not-accepted")
	case !st.readable(env.Read):
		return nil, refuse("statement.gone")
	case !s.isHere(env.Actor.ID):
		return nil, refuse("participant.unknown")
	case c.Vote == nil || *c.Vote < opinion.Disagree || *c.Vote > opinion.Agree:
		return nil, refuse("statement.vote-value")
	}
	return nil, nil
}

// openOpinion refuses what is about no open collecting.
func (s *State) openOpinion(id ID) error {
	switch o := s.Opinion(id); {
	case o == nil:
		return refuse("opinion.unknown")
	case !o.Closed.IsZero():
		return refuse("opinion.closed")
	}
	return nil
}

// CloseOpinion ends a collecting and keeps what groups have in common. Rule: it
// is open.
type CloseOpinion struct {
	Opinion ID `json:"opinion"`
}

// Name is the command's name on the wire.
func (*CloseOpinion) Name() string { return "opinion.close" }

// Decide makes the map for the last time, from the votes of those who are
// still here.
func (c *CloseOpinion) Decide(s *State, env Env) ([]Event, error) {
	if err := s.openOpinion(c.Opinion); err != nil {
		return nil, err
	}
	votes, err := env.Votes(c.Opinion)
	if err != nil {
		return nil, fmt.Errorf("read votes: %w", err)
	}
	drawn := opinion.Draw(opinion.NewMatrix(votes, s.NotVotedOn(env.Read)), s.RoleGroupOf)
	drawn.Steady(opinion.Resamples(len(votes)), stabilitySeed)
	return []Event{&OpinionClosed{Opinion: c.Opinion, Outcome: drawn.Outcome}}, nil
}

// stabilitySeed makes the same votes give the same stability.
const stabilitySeed = 1

// NotVotedOn are the statements that no map may hold: those that are not, or
// no longer, accepted, and those whose words are gone.
func (s *State) NotVotedOn(read func(Words) (string, bool)) map[ID]bool {
	out := map[ID]bool{}
	for i := range s.Statements {
		if st := &s.Statements[i]; st.Status() != StatementAccepted || !st.readable(read) {
			out[st.ID] = true
		}
	}
	return out
}

// RoleGroupOf is the role group of a participant, empty for nobody known.
func (s *State) RoleGroupOf(participant ID) ID { return s.Participants[participant].RoleGroup }

// OpinionOpened begins a collecting.
type OpinionOpened struct {
	ID ID `json:"id"`
}

// Kind is the event's name in the journal.
func (*OpinionOpened) Kind() string { return "opinion.opened" }

func (e *OpinionOpened) apply(s *State, m Meta) error {
	s.Opinions = append(s.Opinions, Opinion{ID: e.ID, Opened: m.At})
	return nil
}

// OpinionClosed carries what groups have in common.
type OpinionClosed struct {
	Opinion ID              `json:"opinion"`
	Outcome opinion.Outcome `json:"outcome"`
}

// Kind is the event's name in the journal.
func (*OpinionClosed) Kind() string { return "opinion.closed" }

func (e *OpinionClosed) apply(s *State, m Meta) error {
	o := s.Opinion(e.Opinion)
	if o == nil {
		return errDangling
	}
	o.Closed, o.Outcome = m.At, &e.Outcome
	return nil
}
