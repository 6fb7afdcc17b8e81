package note

import (
	"strings"
	"unicode"
)

// cutOtherZone removes the same slot in a second time zone from what follows a slot: "14:00–14:10 / 09:00–09:10 Welcome",
// "9:00 ICT (10:00 SGT) Welcome". The zone that is written first counts. gap is what was cut between the slot and rest.
func cutOtherZone(sl slot, gap, rest string) string {
	other, next, ok := scanSlot(rest, skipOpeners(rest, 0))
	if !ok || next >= len(rest) || !sameHourElsewhere(sl, other) || !strings.ContainsAny(gap, "/|(") && !strings.HasPrefix(rest, "(") {
		return rest
	}
	after := strings.TrimLeft(rest[next:], " )")
	if zone, tail, found := strings.Cut(strings.TrimPrefix(after, "("), ")"); found && strings.HasPrefix(after, "(") && len(zone) < 20 {
		after = tail // "(Geneva)"
	}
	if after = trimLead(after); after == "" {
		return rest
	}
	return after
}

// sameHourElsewhere says that two slots can be one in two zones: equally long, some half hours apart. Lone starts must name their zones.
func sameHourElsewhere(a, b slot) bool {
	if a.ranged != b.ranged || a.start.clock == b.start.clock || (a.start.clock-b.start.clock)%30 != 0 {
		return false
	}
	if !a.ranged {
		return a.start.unit && b.start.unit || a.start.style == colon && b.start.style == colon && a.start.half == b.start.half
	}
	const day = 24 * 60
	return (a.end.clock-a.start.clock+day)%(12*60) == (b.end.clock-b.start.clock+day)%(12*60)
}

// skipZoneName steps over "(Bangkok)" between a slot and the slot of another zone.
func skipZoneName(s string) string {
	inner, after, ok := strings.Cut(strings.TrimPrefix(s, "("), ")")
	if !ok || !strings.HasPrefix(s, "(") || len(inner) > 20 || strings.IndexFunc(inner, unicode.IsDigit) >= 0 {
		return s
	}
	if tail := strings.TrimLeft(after, " "); strings.HasPrefix(tail, "/") || strings.HasPrefix(tail, "|") || strings.HasPrefix(tail, "(") {
		return tail
	}
	return s
}
