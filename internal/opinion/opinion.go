// Package opinion finds groups of people who vote alike on short statements,
// and what they hold in common, with the mathematics of Polis
// (compdemocracy/polis, math/src/polismath/math/*.clj at 08e03eb), stage by
// stage: matrix, centre, principal components, projection, base clusters,
// groups, representative statements, consensus and priorities.
//
// A vote is +1 agree, 0 pass, -1 disagree; Polis stores the opposite sign.
// Everything is computed in the order of the identifiers, so that no result
// depends on the order in which votes arrive.
package opinion

import (
	"cmp"
	"strconv"
	"strings"
)

// The three votes.
const (
	Agree    = 1
	Pass     = 0
	Disagree = -1
)

// Vote is what one voter said of one statement. Time orders the votes of one
// voter on one statement, in any unit; the latest counts.
type Vote struct {
	Voter, Statement string
	Value            int8
	Time             int64
}

// Point is a place on the opinion map.
type Point [2]float64

// CompareIDs orders identifiers: whole numbers first and by value, then words.
func CompareIDs(a, b string) int {
	x, errA := strconv.Atoi(a)
	y, errB := strconv.Atoi(b)
	switch {
	case errA == nil && errB == nil && x != y:
		return cmp.Compare(x, y)
	case errA == nil && errB != nil:
		return -1
	case errA != nil && errB == nil:
		return 1
	}
	return strings.Compare(a, b)
}
