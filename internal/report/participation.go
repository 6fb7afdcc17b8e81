package report

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"sala.example/internal/document"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// participation counts who took part, by role group and by language. The two
// are never crossed.
func (b *builder) participation() []document.Block {
	present := b.s.Present()
	if present < rating.MinCell {
		return nil
	}
	blocks := []document.Block{paragraph(document.Body, b.say("participation", "n", strconv.Itoa(present)))}
	groups := b.heads(func(p workshop.Participant) string { return p.RoleGroup }, b.s.Settings.AcceptingParty, b.groupName)
	languages := b.heads(func(p workshop.Participant) string { return p.Lang }, "", b.language)
	blocks = append(blocks, headsTable(b.say("col-group"), groups)...)
	blocks = append(blocks, headsTable(b.say("col-language"), languages)...)
	return b.part(b.say("heading-participation"), blocks...)
}

// headsTable is a table of numbers of people, or nothing without rows.
func headsTable(column string, rows [][]document.Cell) []document.Block {
	if len(rows) == 0 {
		return nil
	}
	return []document.Block{document.Table{
		Header: []string{column, "n"}, Rows: rows,
		Widths: []float64{85, 15}, Align: []document.Align{document.Start, document.End}, RowHeads: true,
	}}
}

// heads counts participants by the same rule as ratings, each person as one
// rating, so that what is small is merged or left out in the same way.
func (b *builder) heads(by func(workshop.Participant) string, protected string, name func(string) string) [][]document.Cell {
	var people []rating.Ballot
	for _, id := range slices.Sorted(maps.Keys(b.s.Participants)) {
		if p := b.s.Participants[id]; !p.Erased {
			people = append(people, rating.Ballot{Group: by(p), Ratings: map[string]int{"here": 1}})
		}
	}
	tally, err := rating.NewTally(people, []string{"here"}, protected)
	if err != nil {
		return nil // cannot be: every person has the one rating asked for
	}
	var rows [][]document.Cell
	for _, cell := range inOrder(b.s, tally.Criteria[0].Cells) {
		var names []string
		for _, g := range cell.Groups {
			names = append(names, cmp.Or(name(g), b.say("not-said")))
		}
		rows = append(rows, []document.Cell{text(b.list(names)), text(strconv.Itoa(cell.Counts.N()))})
	}
	return rows
}
