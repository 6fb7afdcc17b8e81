package report

import (
	"slices"
	"strings"

	"sala.example/internal/document"
	"sala.example/internal/thai"
	"sala.example/internal/workshop"
)

// people names the speakers of the programme and the participants who let the
// report name them, and counts the others.
func (b *builder) people() []document.Block {
	var blocks []document.Block
	if speakers := b.speakers(); len(speakers.Rows) > 0 {
		blocks = append(blocks, b.part(b.say("heading-speakers"), speakers)...)
	}
	if len(b.src.Named) > 0 {
		blocks = append(blocks, b.part(b.say("heading-named"), b.participants())...)
	}
	if n := b.s.Present() - len(b.src.Named); n > 0 {
		blocks = append(blocks, paragraph(document.Small, b.count("unnamed", n)))
	}
	return b.section("people", blocks)
}

// speakers goes through the programme: each item that names somebody, and its
// parts.
func (b *builder) speakers() document.Table {
	t := document.Table{Widths: []float64{50, 50}}
	add := func(title workshop.Text, ids []workshop.ID) {
		if names := b.speakerNames(ids); len(names) > 0 {
			said := title.In(b.lang)
			t.Rows = append(t.Rows, []document.Cell{document.Text(b.script(said), said), {Runs: names}})
		}
	}
	for _, p := range b.s.Programme {
		add(p.Title, p.Speakers)
		for _, part := range p.SubItems {
			add(part.Title, part.Speakers)
		}
	}
	return t
}

func (b *builder) speakerNames(ids []workshop.ID) []document.Run {
	var all [][]document.Run
	for _, id := range ids {
		if p, known := b.src.Speakers[id]; known && p.Name != "" {
			all = append(all, b.person(p))
		}
	}
	return lines(all...)
}

// participants are in the order of the role groups, and in each by name.
func (b *builder) participants() document.List {
	people := slices.Clone(b.src.Named)
	compare := thai.Comparer(b.lang)
	slices.SortStableFunc(people, func(x, y Person) int {
		if d := b.groupOrder(x.RoleGroup) - b.groupOrder(y.RoleGroup); d != 0 {
			return d
		}
		return compare(x.Name+x.Affiliation, y.Name+y.Affiliation)
	})
	var list document.List
	for _, p := range people {
		list.Items = append(list.Items, document.Cell{Runs: b.person(p)})
	}
	return list
}

func (b *builder) groupOrder(id workshop.ID) int {
	return slices.IndexFunc(b.s.Settings.RoleGroups, func(g workshop.RoleGroup) bool { return g.ID == id })
}

// person is a name with what they belong to.
func (b *builder) person(p Person) []document.Run {
	runs := []document.Run{{Text: p.Name, Lang: b.script(p.Name)}}
	var of []string
	for _, s := range []string{p.Affiliation, b.groupName(p.RoleGroup)} {
		if s != "" {
			of = append(of, s)
		}
	}
	if len(of) == 0 {
		return runs
	}
	said := strings.Join(of, " · ")
	return append(runs, document.Run{Text: " – " + said, Lang: b.script(said), Soft: true})
}
