package workshop

import "sala.example/internal/rating"

// AcceptingName is the accepting party's name.
func (s *State) AcceptingName(lang Lang) string {
	g, _ := s.RoleGroup(s.Settings.AcceptingParty)
	return g.Name.In(lang)
}

// GroupName is a role group's name; empty for the room.
func (s *State) GroupName(id ID, lang Lang) string {
	g, _ := s.RoleGroup(id)
	return g.Name.In(lang)
}

// Explain says in one sentence what a result means for the accepting party,
// empty when too few of it rated either criterion to be shown.
func (s *State) Explain(round *Round, result *Result, lang Lang) string {
	name := s.AcceptingName(lang)
	summary := func(criterion string) (rating.Summary, bool) {
		c, _ := result.Tally.Criterion(criterion)
		cell, shown := c.Cell(s.Settings.AcceptingParty)
		return rating.Summarise(cell.Counts, round.Gate.Convention), shown
	}
	feasible, ok1 := summary(rating.Feasible)
	acceptable, ok2 := summary(rating.Acceptable)
	if !ok1 || !ok2 {
		return ""
	}
	return rating.Explain(lang, name, feasible, acceptable)
}
