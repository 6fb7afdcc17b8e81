package opinion

import (
	"maps"
	"slices"
)

// bridging scores each statement over role groups: the product of (A+1)/(S+2).
// Only votes in cells that are shown count, and role groups with fewer than
// MinGroup of them are merged, so that no difference between the score and the
// cells could tell of one or two people.
func (p *Map) bridging(told [][]bool, role func(voter string) string) {
	m := p.analysis.matrix
	byRole := make([]map[string]Tally, len(m.Statements))
	for i, voter := range m.Voters {
		group := role(voter)
		columns, values := m.row(i)
		for c, j := range columns {
			if m.Zeroed[j] || !told[j][p.groupOf[i]+1] {
				continue
			}
			if byRole[j] == nil {
				byRole[j] = map[string]Tally{}
			}
			byRole[j][group] = byRole[j][group].count(values[c], 1)
		}
	}
	at := 0
	for j := range m.Statements {
		if !m.Zeroed[j] {
			p.Outcome.Statements[at].Bridging = bridge(byRole[j])
			at++
		}
	}
}

// bridge is the score of one statement, nil when there are not two groups.
func bridge(byRole map[string]Tally) *float64 {
	cells := mergeSmall(byRole)
	if len(cells) < 2 {
		return nil
	}
	score := 1.0
	for _, t := range cells {
		score *= t.share()
	}
	score = round(score, 3)
	return &score
}

// mergeSmall makes cells of MinGroup votes or more that hold all votes: small
// groups are merged, with the smallest other one if they are too few even so.
// nil when that cannot be done. It goes by numbers and names alone.
func mergeSmall(byRole map[string]Tally) []Tally {
	var cells []Tally
	var small Tally
	for _, name := range slices.Sorted(maps.Keys(byRole)) {
		if t := byRole[name]; t.Votes >= MinGroup {
			cells = append(cells, t)
		} else {
			small = small.plus(t)
		}
	}
	switch {
	case small.Votes == 0:
		return cells
	case small.Votes >= MinGroup:
		return append(cells, small)
	case len(cells) == 0:
		return nil
	}
	host := 0
	for i, t := range cells {
		if t.Votes < cells[host].Votes {
			host = i
		}
	}
	cells[host] = cells[host].plus(small)
	return cells
}
