package condition

import (
	"math"
	"strconv"

	"sala.example/internal/locale"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// Sentences tells a gate in plain words, one sentence per condition in the
// order in which rating.Gate.Check lists them, with the workshop's role groups.
func Sentences(s *workshop.State, g rating.Gate, lang string) []string {
	fill := []string{
		"party", s.AcceptingName(lang), "quorum", quorum(g.Quorum),
		"median", number(g.Median), "floor", number(g.Floor),
		"high", number(percent(g.RoomHigh)), "low", number(percent(g.RoomLow)),
	}
	var sentences []string
	for _, code := range rating.Codes() {
		key := "gate.sentence-" + string(code)
		if code != rating.GroupQuorumReached {
			sentences = append(sentences, locale.Say(lang, key, fill...))
			continue
		}
		for _, q := range g.GroupQuorums {
			sentences = append(sentences, locale.Say(lang, key, "group", s.GroupName(q.Group, lang), "quorum", quorum(q.Quorum)))
		}
	}
	return sentences
}

// quorum: fewer ratings than MinCell are never shown, so that no gate can ask
// for less.
func quorum(n int) string { return strconv.Itoa(max(n, rating.MinCell)) }

// percent is a share in per cent, to one decimal.
func percent(share float64) float64 { return math.Round(1000*share) / 10 }
