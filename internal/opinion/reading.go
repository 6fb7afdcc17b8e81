package opinion

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// How far apart groups are, in words.
const (
	ApartClear = "clear"
	ApartSome  = "some"
	ApartNo    = "hardly"
)

// Apart puts the silhouette in words, by the bounds of Kaufman and Rousseeuw
// (1990, table 4): over .5 a reasonable structure, to .25 a weak one.
func (o *Outcome) Apart() string {
	switch {
	case o.Silhouette > 0.5:
		return ApartClear
	case o.Silhouette > 0.25:
		return ApartSome
	}
	return ApartNo
}

// How much groups depend on who happened to vote, in words.
const (
	SteadyFirm    = "firm"
	SteadyPartly  = "partly"
	SteadyFragile = "fragile"
	SteadyUnknown = "unknown"
)

// Steadiness puts the stability in words. The bounds on the adjusted Rand index
// are ours: small rooms lie between .42 and .84.
func (o *Outcome) Steadiness() string {
	switch {
	case o.Stability == nil:
		return SteadyUnknown
	case o.Stability.Mean >= 0.8:
		return SteadyFirm
	case o.Stability.Mean >= 0.5:
		return SteadyPartly
	}
	return SteadyFragile
}

// Unites lists the statements that all agree or all disagree with, the most
// widely shared among the groups first.
func (o *Outcome) Unites() []OutcomeStatement {
	return o.pick(func(s OutcomeStatement) float64 {
		t := s.Total()
		switch s.Consensus {
		case "agree":
			return t.share()
		case "disagree":
			return t.opposed().share()
		}
		return 0
	})
}

// Divides lists the statements on which the shares of agreement of two groups
// lie farthest apart, if most of the one agree and most of the other do not.
func (o *Outcome) Divides() []OutcomeStatement {
	return o.pick(OutcomeStatement.gap)
}

// gap is how far apart two groups are that lie on either side of one half, 0
// when all lie on one.
func (s OutcomeStatement) gap() float64 {
	low, high := 1.0, 0.0
	for _, c := range s.Cells {
		if c.Group != nobodys {
			low, high = min(low, c.share()), max(high, c.share())
		}
	}
	if low >= 0.5 || high <= 0.5 {
		return 0
	}
	return high - low
}

// Bridges lists the statements with the best bridging scores that more than
// half of those who voted agree with, and that do not divide.
func (o *Outcome) Bridges() []OutcomeStatement {
	return o.pick(func(s OutcomeStatement) float64 {
		if s.Bridging == nil || s.Total().share() <= 0.5 || s.gap() > 0 {
			return 0
		}
		return *s.Bridging
	})
}

// pick gives the five statements with the highest score over 0; equals stay in
// order.
func (o *Outcome) pick(score func(OutcomeStatement) float64) []OutcomeStatement {
	var picked []OutcomeStatement
	for _, s := range o.Statements {
		if score(s) > 0 {
			picked = append(picked, s)
		}
	}
	slices.SortStableFunc(picked, func(a, b OutcomeStatement) int { return cmp.Compare(score(b), score(a)) })
	return picked[:min(shown, len(picked))]
}

// Pick draws up to n things without putting them back, each with a chance in
// proportion to its weight: how Polis chooses what a person votes on next.
func Pick(ids []string, weight func(id string) float64, n int, random *rand.Rand) []string {
	left := slices.Clone(ids)
	weights := make([]float64, len(left))
	total := 0.0
	for i, id := range left {
		weights[i] = weight(id)
		total += weights[i]
	}
	var picked []string
	for len(picked) < n && len(left) > 0 {
		at, mark := 0, random.Float64()*total
		for ; at < len(left)-1 && mark >= weights[at]; at++ {
			mark -= weights[at]
		}
		picked = append(picked, left[at])
		total -= weights[at]
		left, weights = slices.Delete(left, at, at+1), slices.Delete(weights, at, at+1)
	}
	return picked
}

// Numbers gives each statement that is told of a number from 1 on, so that a
// picture and the words beside it mean the same: first what unites, then what
// divides, what bridges, and what the groups stand for.
func (o *Outcome) Numbers() map[string]int {
	numbers := map[string]int{}
	number := func(id string) {
		if _, named := numbers[id]; !named {
			numbers[id] = len(numbers) + 1
		}
	}
	for _, list := range [][]OutcomeStatement{o.Unites(), o.Divides(), o.Bridges()} {
		for _, s := range list {
			number(s.ID)
		}
	}
	for _, g := range o.Groups {
		for _, stand := range g.Stands {
			number(stand.Statement)
		}
	}
	return numbers
}

// GroupName is the letter of a group: A for the largest.
func GroupName(group int) string { return string(rune('A' + group)) }
