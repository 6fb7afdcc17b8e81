// Package condition tells a gate, its conditions and what a result means as
// people read them, for the screen and for the report alike.
package condition

import (
	"math"
	"strconv"
	"strings"

	"sala.example/internal/locale"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// Text is one condition in lang. A condition without a criterion is said of
// both.
func Text(s *workshop.State, c rating.Condition, lang string) string {
	criterion := c.Criterion
	if criterion == "" {
		criterion = "any"
	}
	return locale.Say(lang, "gate.condition-"+string(c.Code),
		"criterion", locale.Say(lang, "gate.criterion-"+criterion),
		"group", s.GroupName(c.Group, lang), "bound", Bound(c))
}

// Bound is what was asked for, in the unit of the condition.
func Bound(c rating.Condition) string { return inUnit(c, c.Bound) }

// Value is what was found, in the unit of the condition, and by how much it
// missed what was asked for: "6.5 (−0.5)". A dash when there were too few
// ratings to show, and "≥ 4" where no more than that is told.
func Value(c rating.Condition) string {
	if c.Unknown {
		return "–"
	}
	if c.AtLeast {
		return "≥ " + inUnit(c, c.Value)
	}
	found, gap := inUnit(c, c.Value), inUnit(c, c.Value-c.Bound)
	missed := c.Value < c.Bound
	if c.Code == rating.AcceptingDisagreement || c.Code == rating.RoomLow {
		missed = c.Value > c.Bound
	}
	if c.Held || !missed || c.Code == rating.Objections {
		return found // also where it lies on the bound, or where only the classic rule failed
	}
	if rest, negative := strings.CutPrefix(gap, "-"); negative {
		return found + " (−" + rest + ")"
	}
	return found + " (+" + gap + ")"
}

func inUnit(c rating.Condition, x float64) string {
	switch c.Code {
	case rating.RoomHigh, rating.RoomLow:
		return number(percent(x)) + " %"
	case rating.AcceptingDisagreement:
		return number(math.Round(100*x) / 100)
	}
	return number(x)
}

// number writes 7 as "7" and 6.5 as "6.5".
func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
