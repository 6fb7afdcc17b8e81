package condition

import (
	"strconv"

	"sala.example/internal/locale"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// Explain says in one sentence what a result means for the accepting party, for
// example "Officers find it acceptable (median 8, 7 of 9 rated 7-9) but not
// feasible (median 4, and they disagree among themselves)". It is empty when
// too few of them rated either criterion to be shown.
func Explain(s *workshop.State, round *workshop.Round, result *workshop.Result, lang string) string {
	feasible, shown := s.AcceptingSummary(round, result, rating.Feasible)
	acceptable, both := s.AcceptingSummary(round, result, rating.Acceptable)
	if !shown || !both {
		return ""
	}
	return explain(lang, s.AcceptingName(lang), feasible, acceptable)
}

// explain wants the name of the group in lang, in English as a plural that can
// start a sentence.
func explain(lang, group string, feasible, acceptable rating.Summary) string {
	a, f := acceptable.Answer(), feasible.Answer()
	if a == rating.Silent && f == rating.Silent {
		return locale.Say(lang, "explain.silent", "group", group)
	}
	and := "and"
	if (a == rating.For) != (f == rating.For) {
		and = "but"
	}
	second := "explain.feasible-" + string(f)
	if finds(a) && finds(f) {
		second += "-too"
	}
	return locale.Say(lang, "explain.sentence", "group", group, "and", locale.Say(lang, "explain."+and),
		"acceptable", locale.Say(lang, "explain.acceptable-"+string(a))+reason(lang, a, acceptable),
		"feasible", locale.Say(lang, second)+reason(lang, f, feasible))
}

// finds: "find it" is said once for two answers that both use it.
func finds(f rating.Answer) bool { return f == rating.For || f == rating.Against }

// reason is the figures behind an answer, in brackets after a space.
func reason(lang string, f rating.Answer, s rating.Summary) string {
	kind := string(f)
	switch {
	case f == rating.Silent:
		return ""
	case f == rating.Divided && s.ClassicDisagreement:
		kind = "split"
	case s.Disagrees():
		kind = "disagree"
	}
	return " " + locale.Say(lang, "explain.reason-"+kind, "median", number(s.Median), "n", strconv.Itoa(s.N),
		"low", strconv.Itoa(s.Counts.Low()), "high", strconv.Itoa(s.Counts.High()))
}
