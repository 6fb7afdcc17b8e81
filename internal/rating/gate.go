package rating

import "fmt"

// Gate is the rule that a recommendation must pass, fixed before its round
// opens. It looks at Feasible and Acceptable only. Shares are 0..1, medians
// 1..9.
type Gate struct {
	Quorum     int        `json:"quorum"`          // ratings needed from the accepting party, at least MinCell
	Median     float64    `json:"median"`          // its median must reach this
	RoomHigh   float64    `json:"room_high"`       // the room's share of 7-9 must reach this
	RoomLow    float64    `json:"room_low"`        // its share of 1-3 must stay under this
	Floor      float64    `json:"floor"`           // every role group's median must be above this
	Convention Convention `json:"percentile_type"` // Hyndman-Fan type for DI; 0 is the default

	GroupQuorums []GroupQuorum `json:"group_quorums,omitempty"` // of other role groups, each at most once, sorted by group
}

// Default is the gate of agreement.md, section 6.
func Default() Gate {
	return Gate{Quorum: MinCell, Median: 7, RoomHigh: 0.70, RoomLow: 0.15, Floor: 3, Convention: DefaultConvention}
}

// Validate refuses a gate that cannot be meant.
func (g Gate) Validate() error {
	switch {
	case g.Quorum < MinCell:
		return fmt.Errorf("gate: a quorum of %d: want %d or more, fewer ratings are never shown", g.Quorum, MinCell)
	case !within(g.Median, Lowest, Highest):
		return fmt.Errorf("gate: a median of %v: want %d to %d", g.Median, Lowest, Highest)
	case !within(g.Floor, 0, g.Median) || g.Floor == g.Median:
		return fmt.Errorf("gate: a floor of %v: want less than the median %v", g.Floor, g.Median)
	case !within(g.RoomHigh, 0, 1):
		return fmt.Errorf("gate: a share of 7-9 of %v: want 0 to 1", g.RoomHigh)
	case !within(g.RoomLow, 0, 1) || g.RoomLow == 0:
		return fmt.Errorf("gate: a share of 1-3 of %v: want more than 0, up to 1", g.RoomLow)
	case g.Convention != 0 && g.Convention.Check() != nil:
		return fmt.Errorf("gate: %w", g.Convention.Check())
	default:
		return checkQuorums(g.GroupQuorums)
	}
}

// within is false for NaN too.
func within(x, low, high float64) bool { return x >= low && x <= high }

// Code names a condition of the gate.
type Code string

// The conditions, in the order in which Check lists them.
const (
	QuorumReached         Code = "quorum"
	GroupQuorumReached    Code = "group-quorum" // once for each of the gate's GroupQuorums
	AcceptingMedian       Code = "accepting-median"
	AcceptingDisagreement Code = "accepting-disagreement"
	RoomHigh              Code = "room-high"
	RoomLow               Code = "room-low"
	GroupFloor            Code = "group-floor"
	Objections            Code = "objections"
)

// Codes lists the conditions in their order.
func Codes() []Code {
	return []Code{QuorumReached, GroupQuorumReached, AcceptingMedian, AcceptingDisagreement, RoomHigh, RoomLow, GroupFloor, Objections}
}

// IsQuorum tells the conditions without which no result counts.
func (c Code) IsQuorum() bool { return c == QuorumReached || c == GroupQuorumReached }

// Condition is one line of the verdict: what was asked, what was found, and
// whether it held. Value and Bound are in the unit of the condition: ratings,
// a median, DI, a share, objections.
type Condition struct {
	Code      Code    `json:"code"`
	Criterion string  `json:"criterion,omitempty"` // empty for objections
	Group     string  `json:"group,omitempty"`     // whose result this is; empty is the room
	Value     float64 `json:"value"`
	Bound     float64 `json:"bound"`
	Held      bool    `json:"held"`
	Unknown   bool    `json:"unknown,omitempty"`  // too few ratings to show; Value is 0, and the condition did not hold
	Classic   bool    `json:"classic,omitempty"`  // disagreement by the classic rule too, or only by that one
	AtLeast   bool    `json:"at_least,omitempty"` // Value or more: the group's ratings are shown with others'
}

// Outcome is what the gate suggests; the chair decides.
type Outcome string

// The outcomes a gate can suggest. Rejecting is for people alone.
const (
	Agreed            Outcome = "agreed"
	AgreedWithDissent Outcome = "agreed-with-dissent"
	Revise            Outcome = "revise"
	NoQuorum          Outcome = "no-quorum"
)

// Verdict is the gate held against one tally.
type Verdict struct {
	Conditions []Condition `json:"conditions"`
	Suggested  Outcome     `json:"suggested"`
}

// Check holds the gate against a tally: each condition once per criterion, in
// the order of Codes. A criterion that was not rated has no quorum.
func (g Gate) Check(t Tally, acceptingParty string, openObjections int) Verdict {
	var v Verdict
	results := []result{g.read(t, Feasible, acceptingParty), g.read(t, Acceptable, acceptingParty)}
	checks := []func(result) Condition{g.quorum}
	for _, q := range g.GroupQuorums {
		checks = append(checks, q.held)
	}
	checks = append(checks, g.acceptingMedian, g.acceptingDisagreement, g.roomHigh, g.roomLow, g.groupFloor)
	for _, check := range checks {
		for _, r := range results {
			v.Conditions = append(v.Conditions, check(r))
		}
	}
	v.Conditions = append(v.Conditions, Condition{Code: Objections, Value: float64(openObjections), Held: openObjections == 0})
	v.Suggested = suggest(v.Conditions)
	return v
}

// Lines puts the conditions that ask the same of both criteria together, in
// their order: one line of a table each.
func (v Verdict) Lines() [][]Condition {
	var lines [][]Condition
	for _, c := range v.Conditions {
		if c.Criterion == Acceptable && len(lines) > 0 {
			lines[len(lines)-1] = append(lines[len(lines)-1], c)
		} else {
			lines = append(lines, []Condition{c})
		}
	}
	return lines
}

// suggest: without a quorum nothing else counts; if objections are all that is
// left, they can be carried as recorded dissent.
func suggest(conditions []Condition) Outcome {
	outcome := Agreed
	for _, c := range conditions {
		switch {
		case c.Held:
		case c.Code.IsQuorum():
			return NoQuorum
		case c.Code == Objections && outcome == Agreed:
			outcome = AgreedWithDissent
		default:
			outcome = Revise
		}
	}
	return outcome
}

// result is what the conditions of one criterion look at.
type result struct {
	criterion string
	group     string // the accepting party
	accepting Summary
	room      Summary
	tally     CriterionTally
}

func (g Gate) read(t Tally, criterion, acceptingParty string) result {
	r := result{criterion: criterion, group: acceptingParty}
	c, found := t.Criterion(criterion)
	if !found {
		return r
	}
	r.tally = c
	r.room = Summarise(c.Room(), g.Convention)
	if cell, shown := c.Cell(acceptingParty); shown && acceptingParty != "" && acceptingParty != Others {
		r.accepting = Summarise(cell.Counts, g.Convention)
	}
	return r
}

func (g Gate) quorum(r result) Condition {
	c := r.ofAcceptingParty(QuorumReached, float64(max(g.Quorum, MinCell)))
	return c.atLeast(float64(r.accepting.N))
}

func (g Gate) acceptingMedian(r result) Condition {
	return r.ofAcceptingParty(AcceptingMedian, g.Median).atLeast(r.accepting.Median)
}

// acceptingDisagreement blocks on either rule: a party that is split is not
// asked to accept by a majority of its own.
func (g Gate) acceptingDisagreement(r result) Condition {
	c := r.ofAcceptingParty(AcceptingDisagreement, 1)
	c.Value = r.accepting.DI
	c.Classic = r.accepting.ClassicDisagreement
	c.Held = !c.Unknown && !r.accepting.Disagrees()
	return c
}

func (g Gate) roomHigh(r result) Condition {
	return r.ofRoom(RoomHigh, g.RoomHigh).atLeast(r.room.ShareHigh)
}

func (g Gate) roomLow(r result) Condition {
	c := r.ofRoom(RoomLow, g.RoomLow)
	c.Value = r.room.ShareLow
	c.Held = !c.Unknown && c.Value < c.Bound
	return c
}

// groupFloor reports the cell with the lowest median, the first among equals.
func (g Gate) groupFloor(r result) Condition {
	c := r.ofRoom(GroupFloor, g.Floor)
	for i, cell := range r.tally.Cells {
		if m := median(cell.Counts); i == 0 || m < c.Value {
			c.Group, c.Value = cell.Name(), m
		}
	}
	c.Held = !c.Unknown && c.Value > c.Bound
	return c
}

func (r result) ofAcceptingParty(code Code, bound float64) Condition {
	return Condition{Code: code, Criterion: r.criterion, Group: r.group, Bound: bound, Unknown: r.accepting.N == 0}
}

func (r result) ofRoom(code Code, bound float64) Condition {
	return Condition{Code: code, Criterion: r.criterion, Bound: bound, Unknown: r.room.N == 0}
}

func (c Condition) atLeast(value float64) Condition {
	c.Value = value
	c.Held = !c.Unknown && value >= c.Bound
	return c
}
