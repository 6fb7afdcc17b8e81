package rating

import (
	"maps"
	"slices"
)

// byLanguage divides the ratings of the cells by language. Two divisions of
// the same people can be subtracted from each other: if all three of a role
// group and one more read English, the fourth is the difference. So each
// language cell shares either nobody or at least MinCell ratings with each role
// group's cell; whatever is added or subtracted then is of MinCell people or
// more. Languages that break this are merged until none does; when that leaves
// one cell, the division says nothing, and there is none.
func byLanguage(cells []Cell, ballots []Ballot, criterion string) []Cell {
	shared := map[string][]Counts{} // language -> its ratings in each cell
	for _, b := range ballots {
		value := b.Ratings[criterion]
		at := slices.IndexFunc(cells, func(c Cell) bool { return slices.Contains(c.Groups, b.Group) })
		if value == 0 || at < 0 {
			continue
		}
		if shared[b.Lang] == nil {
			shared[b.Lang] = make([]Counts, len(cells))
		}
		shared[b.Lang][at][value-1]++
	}
	var parts []part
	for _, lang := range slices.Sorted(maps.Keys(shared)) {
		parts = append(parts, part{langs: []string{lang}, in: shared[lang]})
	}
	parts = mergeUnsafe(parts)
	if len(parts) < 2 {
		return nil
	}
	var out []Cell
	for _, p := range parts {
		out = append(out, p.cell())
	}
	return out
}

// part is a language, or several, with its ratings in each role group's cell.
type part struct {
	langs []string
	in    []Counts
}

func (p part) safe() bool {
	return !slices.ContainsFunc(p.in, func(c Counts) bool { return c.N() > 0 && c.N() < MinCell })
}

func (p part) n() int {
	n := 0
	for _, c := range p.in {
		n += c.N()
	}
	return n
}

func (p part) cell() Cell {
	c := Cell{Groups: p.langs}
	for _, in := range p.in {
		c.Counts = c.Counts.Plus(in)
	}
	return c
}

func (p part) merge(q part) part {
	m := part{langs: slices.Sorted(slices.Values(slices.Concat(p.langs, q.langs))), in: slices.Clone(p.in)}
	for i, c := range q.in {
		m.in[i] = m.in[i].Plus(c)
	}
	return m
}

// mergeUnsafe merges the parts that could be subtracted into one; while that
// one is not safe itself, it takes in the smallest other.
func mergeUnsafe(parts []part) []part {
	var safe []part
	var rest *part
	add := func(p part) {
		if rest != nil {
			p = rest.merge(p)
		}
		rest = &p
	}
	for _, p := range parts {
		if p.safe() {
			safe = append(safe, p)
		} else {
			add(p)
		}
	}
	for rest != nil && !rest.safe() && len(safe) > 0 {
		at := 0
		for i, p := range safe {
			if p.n() < safe[at].n() {
				at = i
			}
		}
		add(safe[at])
		safe = slices.Delete(safe, at, at+1)
	}
	if rest == nil {
		return safe
	}
	return append(safe, *rest)
}
