package room

import (
	"fmt"
	"strconv"

	"sala.example/internal/locale"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// ConditionText is one condition of the gate as a person reads it, in lang.
func ConditionText(s *workshop.State, c rating.Condition, lang string) string {
	return locale.Say(lang, "gate.condition-"+string(c.Code),
		"criterion", locale.Say(lang, "gate.criterion-"+criterionOrRoom(c.Criterion)),
		"group", s.GroupName(c.Group, lang), "bound", conditionBound(c))
}

func criterionOrRoom(criterion string) string {
	if criterion == "" {
		return "any"
	}
	return criterion
}

// conditionValue is what was found, in the unit of the condition.
func conditionValue(c rating.Condition) string {
	switch {
	case c.Unknown:
		return "–"
	case c.Code == rating.RoomHigh || c.Code == rating.RoomLow:
		return percent(c.Value)
	case c.Code == rating.AcceptingDisagreement:
		return strconv.FormatFloat(c.Value, 'f', 2, 64)
	}
	return strconv.FormatFloat(c.Value, 'g', 4, 64)
}

func conditionBound(c rating.Condition) string {
	if c.Code == rating.RoomHigh || c.Code == rating.RoomLow {
		return percent(c.Bound)
	}
	return strconv.FormatFloat(c.Bound, 'g', 4, 64)
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }
