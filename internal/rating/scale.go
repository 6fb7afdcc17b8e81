// Package rating turns blind ratings from 1 to 9 into results that can be
// checked: RAND/UCLA panel statistics, tallies per role group that give no one
// away, the gate that a recommendation must pass, and a sentence that says what
// a result means. It is pure: no clock, no files, no network.
package rating

import (
	"errors"
	"fmt"
	"slices"
)

// The ends of the scale, and of its three bands 1-3, 4-6 and 7-9
// (RAND/UCLA Appropriateness Method, Fitch et al. 2001, MR-1269).
const (
	Lowest  = 1
	Highest = 9
)

// The two criteria that every round asks and that the gate looks at.
const (
	Feasible   = "feasible"
	Acceptable = "acceptable"
)

// Further criteria that a round may ask: those of GRADE's Evidence-to-Decision
// framework for health-system and public-health decisions (BMC Health Research
// Policy and Systems 16:45, table 1) that a room can judge.
const (
	Priority  = "priority"
	Effects   = "effects"
	Resources = "resources"
	Equity    = "equity"
)

// ErrRating and ErrCriterion are what CheckRating and CheckCriterion wrap.
var (
	ErrRating    = errors.New("not a rating from 1 to 9")
	ErrCriterion = errors.New("not a known criterion")
)

// Criteria lists every criterion a round may ask, the two of the gate first.
func Criteria() []string {
	return []string{Feasible, Acceptable, Priority, Effects, Resources, Equity}
}

// CheckRating refuses everything but 1 to 9. An abstention is not a rating.
func CheckRating(value int) error {
	if value < Lowest || value > Highest {
		return fmt.Errorf("%d: %w", value, ErrRating)
	}
	return nil
}

// CheckCriterion refuses a criterion that Criteria does not list.
func CheckCriterion(name string) error {
	if !slices.Contains(Criteria(), name) {
		return fmt.Errorf("%q: %w", name, ErrCriterion)
	}
	return nil
}
