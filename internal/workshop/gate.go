package workshop

import (
	"fmt"

	"sala.example/internal/rating"
)

// checkGate refuses a gate that no round could open with. No gate at all means
// the usual one; no quorum means a majority of those of the accepting party who
// are there when a round opens. A quorum may be more than anybody hopes to see:
// it is for people to decide what they will not do without.
func checkGate(g rating.Gate, set Settings) error {
	if g.IsZero() {
		return nil
	}
	if g.Quorum == 0 {
		g.Quorum = rating.MinCell
	}
	if err := firstError(checkQuorum(g.Quorum, set.AcceptingParty, set), checkGroupQuorums(g.GroupQuorums, set)); err != nil {
		return err
	}
	if err := g.Validate(); err != nil {
		return refuse("round.gate", "reason", err.Error())
	}
	return nil
}

// checkGroupQuorums: a known role group each, once, and not the accepting
// party, whose quorum is apart.
func checkGroupQuorums(quorums []rating.GroupQuorum, set Settings) error {
	for i, q := range quorums {
		name := set.groupName(q.Group)
		switch {
		case name == nil:
			return refuse("quorum.unknown-group", "group", q.Group)
		case q.Group == set.AcceptingParty:
			return refuse("quorum.of-accepting-party", "group", name.In(set.Floor)).named("group", name)
		case i > 0 && quorums[i-1].Group == q.Group:
			return refuse("quorum.twice", "group", name.In(set.Floor)).named("group", name)
		}
		if err := checkQuorum(q.Quorum, q.Group, set); err != nil {
			return err
		}
	}
	return nil
}

func checkQuorum(quorum int, group ID, set Settings) error {
	if quorum >= rating.MinCell {
		return nil
	}
	name := set.groupName(group)
	return refuse("quorum.too-small", "group", name.In(set.Floor), "value", fmt.Sprint(quorum), "least", fmt.Sprint(rating.MinCell)).named("group", name)
}

// groupName is a role group's name; nil when there is no such group.
func (set Settings) groupName(id ID) Text {
	for _, g := range set.RoleGroups {
		if g.ID == id {
			return g.Name
		}
	}
	return nil
}

// Short is a role group of which fewer are in the room than its quorum asks for.
type Short struct {
	Group  ID  `json:"group"`
	Quorum int `json:"quorum"`
	Here   int `json:"here"`
}

// ShortOf lists the groups that cannot reach their quorum with those who are
// entitled, the accepting party first.
func (s *State) ShortOf(g rating.Gate, entitled map[ID]ID) []Short {
	here := map[ID]int{}
	for _, group := range entitled {
		here[group]++
	}
	all := append([]rating.GroupQuorum{{Group: s.Settings.AcceptingParty, Quorum: g.Quorum}}, g.GroupQuorums...)
	short := []Short{}
	for _, q := range all {
		if here[q.Group] < q.Quorum {
			short = append(short, Short{Group: q.Group, Quorum: q.Quorum, Here: here[q.Group]})
		}
	}
	return short
}
