package report

import (
	"strconv"
	"strings"

	"sala.example/internal/document"
	"sala.example/internal/locale"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// between holds each round against the one before it: the whole room, the
// accepting party, and which groups moved by more than chance could do.
func (b *builder) between(list []measured) document.Table {
	t := b.figures()
	room, party := groupLabel(b.s, nil, b.lang), b.groupName(b.s.Settings.AcceptingParty)
	for _, panel := range []string{room, party} {
		for _, c := range []struct {
			name  string
			width float64
		}{{b.say("median"), 9}, {b.say("col-high-ci"), 10}, {"DI", 12}} {
			column(&t, panel+": "+c.name, c.width)
		}
	}
	t.Header, t.Widths, t.Align = append(t.Header, b.say("col-moved")), append(t.Widths, 17), append(t.Align, document.Start)
	for _, m := range list {
		if m.before != nil {
			t.Rows = append(t.Rows, b.betweenRow(m))
		}
	}
	return t
}

func (b *builder) betweenRow(m measured) []document.Cell {
	change := compare(b.s, m.before.criterion, m.criterion, m.round)
	row := b.rowName(m)
	row[1] = text(strconv.Itoa(m.before.round.Number) + " → " + strconv.Itoa(m.round.Number))
	row = append(row, b.shiftCells(change.Room)...)
	row = append(row, b.shiftCells(shiftOf(change, b.s.Settings.AcceptingParty))...)
	return append(row, text(b.movedGroups(change)))
}

// shiftOf finds a group's change; without ratings when the group is not shown
// apart in both rounds.
func shiftOf(change rating.Change, group string) rating.Shift {
	for _, s := range change.Groups {
		if (rating.Cell{Groups: s.Groups}).Name() == group {
			return s
		}
	}
	return rating.Shift{}
}

func (b *builder) shiftCells(s rating.Shift) []document.Cell {
	if s.NBefore == 0 || s.NAfter == 0 {
		return []document.Cell{text("–"), text("–"), text("–")}
	}
	arrow := func(d rating.Difference, show func(float64) string) document.Cell {
		said := show(d.Before) + " → " + show(d.After)
		if d.Finding == rating.Moved {
			said += movedMark
		}
		return text(said)
	}
	return []document.Cell{arrow(s.Median, number), arrow(s.ShareHigh, func(x float64) string { return strconv.Itoa(whole(x)) }), arrow(s.DI, decimal)}
}

// movedGroups names the role groups whose median or share of 7-9 moved.
func (b *builder) movedGroups(change rating.Change) string {
	var names []string
	for _, s := range change.Groups {
		if s.Median.Finding == rating.Moved || s.ShareHigh.Finding == rating.Moved {
			names = append(names, groupLabel(b.s, s.Groups, b.lang))
		}
	}
	if len(names) == 0 {
		return "–"
	}
	return strings.Join(names, ", ")
}

// compare keeps the order of the workshop's role groups.
func compare(s *workshop.State, was, now rating.CriterionTally, round *workshop.Round) rating.Change {
	now.Cells = inOrder(s, now.Cells)
	return rating.Compare(was, now, round.Gate.Convention)
}

// groupLabel names a cell by its groups; none is the room.
func groupLabel(s *workshop.State, groups []string, lang string) string {
	switch name := (rating.Cell{Groups: groups}).Name(); {
	case len(groups) == 0:
		return locale.Say(lang, "common.room")
	case name == rating.Others:
		return others(lang)
	default:
		return s.GroupName(name, lang)
	}
}
