package rating

import "slices"

// Finding says what exact intervals say of a difference between two rounds.
type Finding string

// The findings. Two 95 % intervals that do not overlap are a stricter test than
// one at 5 %, and they do not know that the same people rated twice: "moved" is
// said rarely, and can be relied on.
const (
	Moved  Finding = "moved"      // the intervals do not overlap
	Chance Finding = "chance"     // they overlap: not more than chance could do
	TooFew Finding = "too-few"    // a panel too small for an interval at this level
	NoSide Finding = "no-ratings" // nobody rated in one of the rounds
)

// Difference is one measure in two rounds. Change is After - Before; Finding is
// empty for a measure that has no exact interval.
type Difference struct {
	Before  float64 `json:"before"`
	After   float64 `json:"after"`
	Change  float64 `json:"change"`
	Finding Finding `json:"finding,omitempty"`
}

// Shift is how the result of one panel differs between two rounds. Groups is
// empty for the room. Without ratings in both rounds every difference is 0.
type Shift struct {
	Groups    []string   `json:"groups,omitempty"`
	NBefore   int        `json:"n_before"`
	NAfter    int        `json:"n_after"`
	Median    Difference `json:"median"`
	ShareHigh Difference `json:"share_high"`
	ShareLow  Difference `json:"share_low"`
	DI        Difference `json:"di"`
}

// Change compares two rounds on one criterion. Groups are the cells that hold
// the same role groups in both rounds; NotCompared names the role groups that
// are in no such cell. Convention is the percentile type behind both DI.
type Change struct {
	Criterion   string     `json:"criterion"`
	Convention  Convention `json:"percentile_type"`
	Level       float64    `json:"level"`
	Room        Shift      `json:"room"`
	Groups      []Shift    `json:"groups"`
	NotCompared []string   `json:"not_compared"`
}

// Compare holds a round against an earlier one. It looks at whole cells and
// their sum only, and never adds or subtracts cells of its own: a group that is
// merged in one round and alone in the other is not compared, because what is
// left of the merged cell would be somebody's. A convention outside 1..9
// counts as the default.
func Compare(before, after CriterionTally, convention Convention) Change {
	c := Change{
		Criterion: after.Criterion, Convention: convention.orDefault(), Level: DefaultLevel,
		Room: shift(before.Room(), after.Room(), convention), Groups: []Shift{}, NotCompared: []string{},
	}
	compared := map[string]bool{}
	for _, now := range after.Cells {
		was, found := before.CellOf(now.Groups)
		if !found {
			continue
		}
		s := shift(was.Counts, now.Counts, convention)
		s.Groups = now.Groups
		c.Groups = append(c.Groups, s)
		for _, group := range now.Groups {
			compared[group] = true
		}
	}
	for _, cell := range slices.Concat(before.Cells, after.Cells) {
		for _, group := range cell.Groups {
			if !compared[group] {
				compared[group] = true
				c.NotCompared = append(c.NotCompared, group)
			}
		}
	}
	slices.SortFunc(c.NotCompared, compareNatural)
	return c
}

func shift(before, after Counts, convention Convention) Shift {
	was, now := Summarise(before, convention), Summarise(after, convention)
	s := Shift{NBefore: was.N, NAfter: now.N}
	if was.N == 0 || now.N == 0 {
		s.Median.Finding, s.ShareHigh.Finding, s.ShareLow.Finding = NoSide, NoSide, NoSide
		return s
	}
	from, to := IntervalsOf(before, DefaultLevel), IntervalsOf(after, DefaultLevel)
	s.Median = difference(was.Median, now.Median, finding(from.Median, to.Median))
	s.ShareHigh = difference(was.ShareHigh, now.ShareHigh, finding(from.ShareHigh, to.ShareHigh))
	s.ShareLow = difference(was.ShareLow, now.ShareLow, finding(from.ShareLow, to.ShareLow))
	s.DI = difference(was.DI, now.DI, "")
	return s
}

func difference(before, after float64, f Finding) Difference {
	return Difference{Before: before, After: after, Change: after - before, Finding: f}
}

func finding(before, after *Bounds) Finding {
	switch {
	case before.Coverage < DefaultLevel || after.Coverage < DefaultLevel:
		return TooFew
	case before.Overlaps(*after):
		return Chance
	default:
		return Moved
	}
}
