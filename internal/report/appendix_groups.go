package report

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sala.example/internal/document"
	"sala.example/internal/rating"
)

// byGroup has a column for each role group that is shown anywhere, and one for
// small groups together.
func (b *builder) byGroup(list []measured) document.Table {
	t := b.figures()
	groups := b.groupsIn(list)
	t.Widths = []float64{17, 6}
	for _, group := range groups {
		label := groupLabel(b.s, []string{group}, b.lang)
		column(&t, label, roomFor(label))
	}
	for _, m := range list {
		row := b.rowName(m)
		for _, group := range groups {
			row = append(row, groupCell(m, group))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// roomFor is the width that a group's name and figures need, in letters: its
// longest word, since nothing breaks one. Thai breaks where it must.
func roomFor(name string) float64 {
	const figures = 9.4
	room := figures
	for _, word := range strings.Fields(name) {
		if !strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Thai, r) }) {
			room = max(room, 0.8*float64(utf8.RuneCountInString(word))+3.7)
		}
	}
	return room
}

// groupsIn are the names of cells, in the order of the workshop's role groups,
// merged ones last.
func (b *builder) groupsIn(list []measured) []string {
	shown := map[string]bool{}
	for _, m := range list {
		for _, cell := range m.criterion.Cells {
			shown[cell.Name()] = true
		}
	}
	var names []string
	for _, g := range b.s.Settings.RoleGroups {
		if shown[g.ID] {
			names = append(names, g.ID)
		}
	}
	if shown[rating.Others] {
		names = append(names, rating.Others)
	}
	return names
}

// groupCell is a group's median and how many rated, and under it DI and the
// share of 7-9.
func groupCell(m measured, group string) document.Cell {
	s := m.summary(m.group(group))
	if s.N == 0 {
		return text("–")
	}
	first := number(s.Median) + " (" + strconv.Itoa(s.N) + ")"
	if s.Disagrees() {
		first += " " + disagrees
	}
	return document.Cell{Runs: lines(plain(first), plain(decimal(s.DI)+"\u00a0 "+strconv.Itoa(whole(s.ShareHigh))))}
}
