package report

import (
	"slices"
	"strconv"

	"sala.example/internal/document"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// appendix holds the figures that a RAND/UCLA or Delphi study must report, in
// tables with a row for each recommendation, criterion and round: the
// distribution; the measures of the whole room and of the accepting party, with
// exact intervals; every role group; what changed between rounds; how far
// support reaches across role groups; and how far people agreed over all
// recommendations. It shows the cells of the tallies and their sums, nothing
// smaller.
func (b *builder) appendix() []document.Block {
	list := b.measured()
	if len(list) == 0 {
		return nil
	}
	party := b.s.Settings.AcceptingParty
	blocks := b.table(b.say("heading-counts"), b.countsOf(list))
	blocks = append(blocks, b.table(b.say("heading-measures", "group", groupLabel(b.s, nil, b.lang)), b.measures(list, measured.room))...)
	blocks = append(blocks, b.table(b.say("heading-measures", "group", b.groupName(party)), b.measures(list, func(m measured) rating.Counts { return m.group(party) }))...)
	blocks = append(blocks, b.table(b.say("heading-by-group"), b.byGroup(list))...)
	blocks = append(blocks, b.table(b.say("heading-between"), b.between(list))...)
	blocks = append(blocks, b.bridging()...)
	blocks = append(blocks, b.reliability()...)
	blocks = append(blocks, b.part(b.say("heading-appendix-read"), b.points(
		"appendix-interval", "appendix-small", "appendix-verdict", "appendix-cells", "appendix-change",
		"source-interval", "source-order", "source-alpha", "source-bridging"))...)
	return b.section("appendix", blocks)
}

// table is a table under its heading, or nothing when it has no rows.
func (b *builder) table(title string, t document.Table) []document.Block {
	if len(t.Rows) == 0 {
		return nil
	}
	return b.part(title, t)
}

// measured is what was rated on one criterion of a recommendation in a round.
type measured struct {
	rated     *workshop.Recommendation
	round     *workshop.Round
	criterion rating.CriterionTally
	before    *measured // the same in the round before, nil for none
}

func (m measured) room() rating.Counts { return m.criterion.Room() }

// group has no counts for a group that is not shown apart.
func (m measured) group(id string) rating.Counts {
	cell, _ := m.criterion.Cell(id)
	return cell.Counts
}

func (m measured) summary(c rating.Counts) rating.Summary {
	return rating.Summarise(c, m.round.Gate.Convention)
}

// measured lists everything of which anything may be shown, by recommendation,
// criterion and round.
func (b *builder) measured() []measured {
	var list []measured
	for i := range b.s.Recommendations {
		r := &b.s.Recommendations[i]
		results := resultsOf(b.s, r.ID)
		for _, criterion := range criteriaIn(results) {
			var before *measured
			for _, rated := range results {
				c, asked := rated.result.Tally.Criterion(criterion)
				if !asked || len(c.Cells) == 0 {
					continue
				}
				m := measured{r, rated.round, c, before}
				list, before = append(list, m), &m
			}
		}
	}
	return list
}

// criteriaIn are the criteria of some results, in the order of their rounds.
func criteriaIn(results []ratedIn) []string {
	var names []string
	for _, rated := range results {
		for _, c := range rated.result.Tally.Criteria {
			if !slices.Contains(names, c.Criterion) {
				names = append(names, c.Criterion)
			}
		}
	}
	return names
}

// ratedIn is one result with its round.
type ratedIn struct {
	round  *workshop.Round
	result *workshop.Result
}

// resultsOf are the results on a recommendation, the earliest first.
func resultsOf(s *workshop.State, recommendation workshop.ID) []ratedIn {
	var all []ratedIn
	for i := range s.Rounds {
		for k := range s.Rounds[i].Results {
			if s.Rounds[i].Results[k].Recommendation == recommendation {
				all = append(all, ratedIn{&s.Rounds[i], &s.Rounds[i].Results[k]})
			}
		}
	}
	return all
}

// figures is a dense table whose first two columns say what was rated, and in
// which round.
func (b *builder) figures() document.Table {
	return document.Table{
		Dense: true, RowHeads: true, Header: []string{b.say("col-rated-on"), b.say("col-round")},
		Widths: []float64{16, 6.5}, Align: []document.Align{document.Start, document.End},
	}
}

// column adds one of figures.
func column(t *document.Table, name string, width float64) {
	t.Header, t.Widths, t.Align = append(t.Header, name), append(t.Widths, width), append(t.Align, document.End)
}

// rowName is the first two cells of a row of figures.
func (b *builder) rowName(m measured) []document.Cell {
	return []document.Cell{text(strconv.Itoa(m.rated.Number) + " " + b.criterion(m.criterion.Criterion)), text(strconv.Itoa(m.round.Number))}
}
