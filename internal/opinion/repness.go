package opinion

import (
	"cmp"
	"slices"
)

// shown is how many statements stand for a group or for the consensus.
const shown = 5

// Representative is a statement that sets a group apart, or that all agree on.
// Its words are those of Polis.
type Representative struct {
	Statement   string  `json:"tid"`
	Successes   int     `json:"n_success"` // those who voted as RepfulFor says
	Trials      int     `json:"n_trials"`
	Share       float64 `json:"p_success"`
	ShareTest   float64 `json:"p_test"`
	Repness     float64 `json:"repness,omitempty"`      // share against that of the others
	RepnessTest float64 `json:"repness_test,omitempty"` // z of the difference from the others
	RepfulFor   string  `json:"repful_for,omitempty"`   // "agree" or "disagree"
	Agrees      int     `json:"n_agree,omitempty"`      // only with BestAgree
	BestAgree   bool    `json:"best_agree,omitempty"`
}

// side is how a group stands to a statement, taken as agreement.
type side struct{ share, shareTest, ratio, ratioTest float64 }

func newSide(group, rest Tally) side {
	return side{
		share:     group.share(),
		shareTest: group.shareTest(),
		ratio:     group.share() / rest.share(),
		ratioTest: twoProportionTest(group.Agree, group.Votes, rest.Agree, rest.Votes),
	}
}

func (s side) passes() bool      { return s.ratioTest > significant && s.shareTest > significant }
func (s side) strength() float64 { return s.ratio * s.ratioTest * s.share * s.shareTest }

// standing is a group's relation to one statement, for and against.
type standing struct {
	statement     string
	tally         Tally
	agree, oppose side
}

func newStanding(statement string, group, rest Tally) standing {
	return standing{statement, group, newSide(group, rest), newSide(group.opposed(), rest.opposed())}
}

// finish takes the side by which the group differs more from the others.
func (s standing) finish() Representative {
	chosen, n, word := s.oppose, s.tally.Disagree, "disagree"
	if s.agree.ratioTest > s.oppose.ratioTest {
		chosen, n, word = s.agree, s.tally.Agree, "agree"
	}
	return Representative{
		Statement: s.statement, Successes: n, Trials: s.tally.Votes,
		Share: chosen.share, ShareTest: chosen.shareTest,
		Repness: chosen.ratio, RepnessTest: chosen.ratioTest, RepfulFor: word,
	}
}

func (s standing) extreme() float64 { return max(s.agree.ratioTest, s.oppose.ratioTest) }

// beatsAsAgreement says whether s is a better statement that the group agrees
// with than the best so far (repness.clj: beats-best-agr?).
func (s standing) beatsAsAgreement(best *standing) bool {
	switch {
	case s.tally.Agree == 0 && s.tally.Disagree == 0:
		return false
	case best == nil:
		return s.agree.shareTest > significant || (s.agree.ratio > 1 && s.agree.share > 0.5)
	case best.agree.ratio > 1:
		return s.agree.strength() > best.agree.strength()
	}
	return s.agree.share*s.agree.shareTest > best.agree.share*best.agree.shareTest
}

// Representatives names, for each group, up to five statements that set it
// apart from all others: by group and column of tallies, agreements first.
// Zeroed statements never stand for anybody. Source: repness.clj,
// select-rep-comments.
func (m *Matrix) Representatives(tallies [][]Tally) [][]Representative {
	total := make([]Tally, len(m.Statements))
	for _, group := range tallies {
		for j, t := range group {
			total[j] = total[j].plus(t)
		}
	}
	all := make([][]Representative, len(tallies))
	for g, group := range tallies {
		var standings []standing
		for j, t := range group {
			rest := Tally{total[j].Agree - t.Agree, total[j].Disagree - t.Disagree, total[j].Votes - t.Votes}
			if !m.Zeroed[j] {
				standings = append(standings, newStanding(m.Statements[j], t, rest))
			}
		}
		all[g] = selectRepresentatives(standings)
	}
	return all
}

func selectRepresentatives(standings []standing) []Representative {
	var best, bestAgree *standing
	var passed []Representative
	for i := range standings {
		s := &standings[i]
		if s.agree.passes() || s.oppose.passes() {
			passed = append(passed, s.finish())
		}
		if best == nil || s.extreme() > best.extreme() {
			best = s
		}
		if s.beatsAsAgreement(bestAgree) {
			bestAgree = s
		}
	}
	switch {
	case bestAgree != nil:
		return ranked(bestAgree, passed)
	case len(passed) > 0:
		return ranked(nil, passed)
	case best != nil:
		return []Representative{best.finish()}
	}
	return nil
}

// ranked puts the best agreement first, then the others by strength, cuts the
// list, and shows agreements before disagreements.
func ranked(bestAgree *standing, passed []Representative) []Representative {
	strength := func(r Representative) float64 { return r.Repness * r.RepnessTest * r.Share * r.ShareTest }
	slices.SortStableFunc(passed, func(a, b Representative) int { return cmp.Compare(strength(b), strength(a)) })
	var list []Representative
	if bestAgree != nil {
		first := bestAgree.finish()
		first.Agrees, first.BestAgree = bestAgree.tally.Agree, true
		passed = slices.DeleteFunc(passed, func(r Representative) bool { return r.Statement == first.Statement })
		list = append(list, first)
	}
	list = append(list, passed...)
	list = list[:min(shown, len(list))]
	slices.SortStableFunc(list, func(a, b Representative) int { return cmp.Compare(a.RepfulFor, b.RepfulFor) })
	return list
}
