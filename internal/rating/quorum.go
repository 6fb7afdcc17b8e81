package rating

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
)

// GroupQuorum is how many ratings a gate asks of one role group other than the
// accepting party, on each of the two criteria; MinCell or more.
type GroupQuorum struct {
	Group  string `json:"group"`
	Quorum int    `json:"quorum"`
}

// SortQuorums gives them in the order in which a gate holds them: by group.
func SortQuorums(quorums []GroupQuorum) []GroupQuorum {
	return slices.SortedFunc(slices.Values(quorums), func(a, b GroupQuorum) int { return cmp.Compare(a.Group, b.Group) })
}

// Equal says that both gates ask for the same.
func (g Gate) Equal(other Gate) bool {
	same := slices.Equal(g.GroupQuorums, other.GroupQuorums)
	g.GroupQuorums, other.GroupQuorums = nil, nil
	return same && reflect.DeepEqual(g, other)
}

// IsZero says that nobody chose a gate.
func (g Gate) IsZero() bool { return g.Equal(Gate{}) }

func checkQuorums(quorums []GroupQuorum) error {
	for i, q := range quorums {
		switch {
		case q.Group == "" || q.Group == Others:
			return fmt.Errorf("gate: a quorum of %q: that is no role group", q.Group)
		case i > 0 && q.Group <= quorums[i-1].Group:
			return fmt.Errorf("gate: the quorum of %q: want each role group once, sorted", q.Group)
		case q.Quorum < MinCell:
			return fmt.Errorf("gate: a quorum of %d of %q: want %d or more, fewer ratings are never shown", q.Quorum, q.Group, MinCell)
		}
	}
	return nil
}

// reachedUnseen lists the groups that gave as many ratings as their quorum asks
// but have no cell of their own, because it took in a smaller group.
func reachedUnseen(byGroup map[string]Counts, cells []Cell, quorums []GroupQuorum) []string {
	var reached []string
	for _, q := range quorums {
		alone := slices.ContainsFunc(cells, func(c Cell) bool { return c.Name() == q.Group })
		if !alone && byGroup[q.Group].N() >= max(q.Quorum, MinCell) {
			reached = append(reached, q.Group)
		}
	}
	slices.Sort(reached)
	return reached
}

// held tells how many of the group rated where it has a cell of its own. Of a
// group that is shown with others only whether they were enough is known.
func (q GroupQuorum) held(r result) Condition {
	c := Condition{Code: GroupQuorumReached, Criterion: r.criterion, Group: q.Group, Bound: float64(max(q.Quorum, MinCell))}
	if cell, alone := r.tally.Cell(q.Group); alone {
		return c.atLeast(float64(cell.Counts.N()))
	}
	if !slices.Contains(r.tally.Reached, q.Group) {
		c.Unknown = true
		return c
	}
	c.AtLeast = true
	return c.atLeast(c.Bound)
}
