package workshop

// Group is a breakout group with one sheet: a framing board, and the rows of
// the action plan that name it.
type Group struct {
	ID       ID       `json:"id"`
	Name     Text     `json:"name"`
	Template string   `json:"template"` // id of a board template
	Domains  []Domain `json:"domains"`
	Cards    []Card   `json:"cards"`
}

// Domain is a field of a board.
type Domain struct {
	ID   ID   `json:"id"`
	Name Text `json:"name"`
}

// Card is a note on a board.
type Card struct {
	ID     ID    `json:"id"`
	Domain ID    `json:"domain"`
	Text   Words `json:"text"`
}

// Group finds a group.
func (s *State) Group(id ID) *Group {
	return find(s.Groups, id, func(g *Group) ID { return g.ID })
}

// card finds a card and the group it belongs to.
func (s *State) card(id ID) (*Group, *Card) {
	for i := range s.Groups {
		if c := find(s.Groups[i].Cards, id, func(c *Card) ID { return c.ID }); c != nil {
			return &s.Groups[i], c
		}
	}
	return nil, nil
}

func (g Group) hasDomain(id ID) bool {
	return find(g.Domains, id, func(d *Domain) ID { return d.ID }) != nil
}

// AddGroup sets up a breakout group with a board. Rule: a name and at least
// one domain.
type AddGroup struct {
	Label    Text     `json:"name"`
	Template string   `json:"template"`
	Domains  []Domain `json:"domains"`
}

// Name is the command's name on the wire.
func (*AddGroup) Name() string { return "group.add" }

// Decide makes the group.
func (c *AddGroup) Decide(s *State, env Env) ([]Event, error) {
	e, err := c.event(env)
	if err != nil {
		return nil, err
	}
	return []Event{e}, nil
}

func (c *AddGroup) event(env Env) (*GroupAdded, error) {
	if err := checkText(c.Label.In("en"), maxLine); err != nil {
		return nil, err
	}
	if len(c.Domains) == 0 {
		return nil, refuse("group.no-domains")
	}
	return &GroupAdded{ID: env.NewID("b"), Name: c.Label, Template: c.Template, Domains: c.Domains}, nil
}

// JoinGroup seats a participant in a group; sitting down elsewhere moves them.
type JoinGroup struct {
	Group ID `json:"group"`
}

// Name is the command's name on the wire.
func (*JoinGroup) Name() string { return "group.join" }

// Decide seats the participant.
func (c *JoinGroup) Decide(s *State, env Env) ([]Event, error) {
	if !s.isHere(env.Actor.ID) {
		return nil, refuse("participant.unknown")
	}
	p := s.Participants[env.Actor.ID]
	if s.Group(c.Group) == nil {
		return nil, refuse("group.unknown")
	}
	if p.Group == c.Group {
		return nil, nil
	}
	return []Event{&GroupJoined{Group: c.Group, Participant: p.ID}}, nil
}

// AddCard puts a card into a domain of the group's board.
type AddCard struct {
	Group  ID    `json:"group"`
	Domain ID    `json:"domain"`
	Text   Words `json:"text"`
}

// Name is the command's name on the wire.
func (*AddCard) Name() string { return "card.add" }

// Decide checks the domain and the text.
func (c *AddCard) Decide(s *State, env Env) ([]Event, error) {
	g := s.Group(c.Group)
	if g == nil {
		return nil, refuse("group.unknown")
	}
	if !g.hasDomain(c.Domain) {
		return nil, refuse("card.unknown-domain")
	}
	if err := checkWords(c.Text, 1000); err != nil {
		return nil, err
	}
	return []Event{&CardAdded{ID: env.NewID("c"), Group: g.ID, Domain: c.Domain, Text: c.Text}}, nil
}

// MoveCard puts a card into another domain of its board.
type MoveCard struct {
	Card   ID `json:"card"`
	Domain ID `json:"domain"`
}

// Name is the command's name on the wire.
func (*MoveCard) Name() string { return "card.move" }

// Decide checks the domain.
func (c *MoveCard) Decide(s *State, env Env) ([]Event, error) {
	g, card := s.card(c.Card)
	if card == nil {
		return nil, refuse("card.unknown")
	}
	if !g.hasDomain(c.Domain) {
		return nil, refuse("card.unknown-domain")
	}
	return []Event{&CardMoved{Card: card.ID, Domain: c.Domain}}, nil
}

// RemoveCard takes a card off the board.
type RemoveCard struct {
	Card ID `json:"card"`
}

// Name is the command's name on the wire.
func (*RemoveCard) Name() string { return "card.remove" }

// Decide removes the card.
func (c *RemoveCard) Decide(s *State, env Env) ([]Event, error) {
	if _, card := s.card(c.Card); card == nil {
		return nil, refuse("card.unknown")
	}
	return []Event{&CardRemoved{Card: c.Card}}, nil
}

// GroupAdded is a new breakout group.
type GroupAdded struct {
	ID       ID       `json:"id"`
	Name     Text     `json:"name"`
	Template string   `json:"template"`
	Domains  []Domain `json:"domains"`
}

// Kind is the event's name in the journal.
func (*GroupAdded) Kind() string { return "group.added" }

func (e *GroupAdded) apply(s *State, m Meta) error {
	s.Groups = append(s.Groups, Group{ID: e.ID, Name: e.Name, Template: e.Template, Domains: e.Domains})
	return nil
}

// GroupJoined seats a participant.
type GroupJoined struct {
	Group       ID `json:"group"`
	Participant ID `json:"participant"`
}

// Kind is the event's name in the journal.
func (*GroupJoined) Kind() string { return "group.joined" }

func (e *GroupJoined) apply(s *State, m Meta) error {
	p, ok := s.Participants[e.Participant]
	if !ok || s.Group(e.Group) == nil {
		return errDangling
	}
	p.Group = e.Group
	s.Participants[e.Participant] = p
	return nil
}

// CardAdded is a new card.
type CardAdded struct {
	ID     ID    `json:"id"`
	Group  ID    `json:"group"`
	Domain ID    `json:"domain"`
	Text   Words `json:"text"`
}

// Kind is the event's name in the journal.
func (*CardAdded) Kind() string { return "card.added" }

func (e *CardAdded) apply(s *State, m Meta) error {
	g := s.Group(e.Group)
	if g == nil {
		return errDangling
	}
	g.Cards = append(g.Cards, Card{ID: e.ID, Domain: e.Domain, Text: e.Text})
	return nil
}

// CardMoved is a card in another domain.
type CardMoved struct {
	Card   ID `json:"card"`
	Domain ID `json:"domain"`
}

// Kind is the event's name in the journal.
func (*CardMoved) Kind() string { return "card.moved" }

func (e *CardMoved) apply(s *State, m Meta) error {
	_, c := s.card(e.Card)
	if c == nil {
		return errDangling
	}
	c.Domain = e.Domain
	return nil
}

// CardRemoved is a card taken off the board.
type CardRemoved struct {
	Card ID `json:"card"`
}

// Kind is the event's name in the journal.
func (*CardRemoved) Kind() string { return "card.removed" }

func (e *CardRemoved) apply(s *State, m Meta) error {
	g, _ := s.card(e.Card)
	if g == nil {
		return errDangling
	}
	var kept []Card
	for _, c := range g.Cards {
		if c.ID != e.Card {
			kept = append(kept, c)
		}
	}
	g.Cards = kept
	return nil
}

// GroupOfCard is the group on whose board a card lies, empty for none.
func (s *State) GroupOfCard(card ID) ID {
	if g, _ := s.card(card); g != nil {
		return g.ID
	}
	return ""
}
