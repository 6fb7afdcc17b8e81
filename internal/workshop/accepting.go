package workshop

import "sala.example/internal/rating"

// AcceptingName is the accepting party's name.
func (s *State) AcceptingName(lang Lang) string { return s.GroupName(s.Settings.AcceptingParty, lang) }

// GroupName is a role group's name; empty for the room.
func (s *State) GroupName(id ID, lang Lang) string {
	g, _ := s.RoleGroup(id)
	return g.Name.In(lang)
}

// AcceptingSummary is the accepting party's own result on a criterion; shown is
// false when too few of it rated to be shown.
func (s *State) AcceptingSummary(round *Round, result *Result, criterion string) (summary rating.Summary, shown bool) {
	c, _ := result.Tally.Criterion(criterion)
	cell, shown := c.Cell(s.Settings.AcceptingParty)
	return rating.Summarise(cell.Counts, round.Gate.Convention), shown
}
