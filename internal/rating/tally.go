package rating

import (
	"fmt"
	"maps"
	"slices"
)

// MinCell is the fewest ratings that are ever shown together.
const MinCell = 3

// Others stands for a cell that holds several role groups.
const Others = "_others"

// Ballot is one person's secret ratings on one recommendation: criterion to
// 1..9. A criterion that is absent or 0 is an abstention, unless it is among
// DontKnow.
type Ballot struct {
	Group    string
	Lang     string
	Ratings  map[string]int
	DontKnow []string
}

// Tally is what is left of the ballots on one recommendation when a round
// closes. It holds no cell of fewer than MinCell ratings, and nothing from
// which one could be worked out: cells never overlap, and the room is their
// sum and is not stored.
type Tally struct {
	Ballots  int              `json:"ballots"`
	Criteria []CriterionTally `json:"criteria"`
}

// CriterionTally is the result on one criterion. NotShown counts ratings that
// could not be merged with anybody and were dropped. Languages are the same
// ratings as in Cells, by the language in which people follow; see
// byLanguage for when there are none. Reached are the role groups that a gate
// asks a quorum of and that reached it, among those without a cell of their own:
// how many of them rated is not told.
type CriterionTally struct {
	Criterion string   `json:"criterion"`
	Cells     []Cell   `json:"cells"`
	Languages []Cell   `json:"languages,omitempty"`
	Reached   []string `json:"reached,omitempty"`
	Abstained int      `json:"abstained"`
	DontKnow  int      `json:"dont_know,omitempty"`
	NotShown  int      `json:"not_shown"`
}

// Cell is the histogram of one role group, or of several that were merged.
type Cell struct {
	Groups []string `json:"groups"`
	Counts Counts   `json:"counts"`
}

// Name is the role group of the cell, or Others.
func (c Cell) Name() string {
	if len(c.Groups) == 1 {
		return c.Groups[0]
	}
	return Others
}

// Room is the histogram of everybody who is shown.
func (t CriterionTally) Room() Counts {
	var room Counts
	for _, cell := range t.Cells {
		room = room.Plus(cell.Counts)
	}
	return room
}

// Shows says that the role group's ratings are in one of the cells.
func (t CriterionTally) Shows(group string) bool {
	return slices.ContainsFunc(t.Cells, func(c Cell) bool { return slices.Contains(c.Groups, group) })
}

// Cell finds the cell of one role group, unless the group is merged or hidden;
// for Others it finds the cell of merged groups.
func (t CriterionTally) Cell(group string) (Cell, bool) {
	for _, cell := range t.Cells {
		if cell.Name() == group {
			return cell, true
		}
	}
	return Cell{}, false
}

// CellOf finds the cell that holds exactly these role groups.
func (t CriterionTally) CellOf(groups []string) (Cell, bool) {
	for _, cell := range t.Cells {
		if slices.Equal(cell.Groups, groups) {
			return cell, true
		}
	}
	return Cell{}, false
}

// Criterion finds the result on one criterion.
func (t Tally) Criterion(name string) (CriterionTally, bool) {
	for _, c := range t.Criteria {
		if c.Criterion == name {
			return c, true
		}
	}
	return CriterionTally{}, false
}

// NewTally counts the ballots on one recommendation. Role groups with fewer
// than MinCell ratings on a criterion are merged into one cell; if that is
// still too small it also takes in the smallest other group (by name among
// equals), but never the accepting party, whose result decides; if there is
// none the ratings are dropped and only their number is kept. An accepting
// party that is too small is treated like any group, and so misses its quorum;
// an empty acceptingParty protects nobody.
// The choice depends on numbers and names alone, never on ratings or order. The
// quorums that the round's gate asks of role groups change nothing of it; they
// only mark who is in Reached.
//
// A ballot with a criterion that the round does not ask, or a rating outside
// 1..9, is an error: it must have been refused when it came in.
func NewTally(ballots []Ballot, criteria []string, acceptingParty string, quorums ...GroupQuorum) (Tally, error) {
	if err := checkBallots(ballots, criteria); err != nil {
		return Tally{}, err
	}
	t := Tally{Ballots: len(ballots)}
	for _, criterion := range criteria {
		t.Criteria = append(t.Criteria, tallyCriterion(ballots, criterion, acceptingParty, quorums))
	}
	return t, nil
}

func checkBallots(ballots []Ballot, criteria []string) error {
	for _, b := range ballots {
		for _, criterion := range slices.Sorted(maps.Keys(b.Ratings)) {
			if !slices.Contains(criteria, criterion) {
				return fmt.Errorf("tally: ballot rates %q: %w", criterion, ErrCriterion)
			}
			if value := b.Ratings[criterion]; value != 0 {
				if err := CheckRating(value); err != nil {
					return fmt.Errorf("tally: ballot on %q: %w", criterion, err)
				}
			}
		}
	}
	return nil
}

func tallyCriterion(ballots []Ballot, criterion, acceptingParty string, quorums []GroupQuorum) CriterionTally {
	t := CriterionTally{Criterion: criterion}
	byGroup := map[string]Counts{}
	for _, b := range ballots {
		value := b.Ratings[criterion]
		switch {
		case value == 0 && slices.Contains(b.DontKnow, criterion):
			t.DontKnow++
			continue
		case value == 0:
			t.Abstained++
			continue
		}
		c := byGroup[b.Group]
		c[value-1]++
		byGroup[b.Group] = c
	}
	t.Cells, t.NotShown = mergeSmall(byGroup, acceptingParty)
	t.Reached = reachedUnseen(byGroup, t.Cells, quorums)
	t.Languages = byLanguage(t.Cells, ballots, criterion)
	return t
}

// mergeSmall makes cells of at least MinCell ratings, by group name with the
// merged one last, and counts the ratings that fit into none.
func mergeSmall(byGroup map[string]Counts, protected string) (cells []Cell, notShown int) {
	var others Cell
	for _, group := range slices.Sorted(maps.Keys(byGroup)) {
		cell := Cell{Groups: []string{group}, Counts: byGroup[group]}
		switch n := cell.Counts.N(); {
		case n == 0:
		case n < MinCell:
			others = others.merge(cell)
		default:
			cells = append(cells, cell)
		}
	}
	n := others.Counts.N()
	if n == 0 {
		return cells, 0
	}
	if n < MinCell {
		host := smallest(cells, protected)
		if host < 0 {
			return cells, n
		}
		others = others.merge(cells[host])
		cells = slices.Delete(cells, host, host+1)
	}
	return append(cells, others), 0
}

func (c Cell) merge(other Cell) Cell {
	groups := slices.Concat(c.Groups, other.Groups)
	slices.Sort(groups)
	return Cell{Groups: groups, Counts: c.Counts.Plus(other.Counts)}
}

// smallest is the index of the cell with the fewest ratings, the first by name
// among equals, that is not the protected group's; -1 if there is none.
func smallest(cells []Cell, protected string) int {
	best := -1
	for i, cell := range cells {
		if protected != "" && cell.Name() == protected {
			continue
		}
		if best < 0 || cell.Counts.N() < cells[best].Counts.N() {
			best = i
		}
	}
	return best
}
