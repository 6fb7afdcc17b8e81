package report

import (
	"strconv"

	"sala.example/internal/document"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// bridging ranks nothing: it gives both scores of each recommendation whose
// newest result has two groups or more.
func (b *builder) bridging() []document.Block {
	t := document.Table{
		Header: []string{b.say("col-recommendation"), b.criterion(rating.Feasible), b.criterion(rating.Acceptable), b.say("col-lower"), b.say("col-groups")},
		Widths: []float64{60, 10, 10, 10, 10}, RowHeads: true, Dense: true,
		Align: []document.Align{document.Start, document.End, document.End, document.End, document.End},
	}
	for i := range b.s.Recommendations {
		r := &b.s.Recommendations[i]
		_, result := b.result(r)
		if result == nil {
			continue
		}
		if bridges, ok := rating.BridgingOf(result.Tally); ok {
			t.Rows = append(t.Rows, []document.Cell{
				text(b.name(r)), text(decimal(bridges.Feasible.PerGroup)), text(decimal(bridges.Acceptable.PerGroup)),
				text(decimal(bridges.Lower.PerGroup)), text(strconv.Itoa(bridges.Lower.Cells)),
			})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return b.part(b.say("heading-bridging"), paragraph(document.Body, b.say("bridging-means")), t)
}

// reliability is how far the room agreed over all recommendations of a round:
// Krippendorff's alpha needs no more than the room's histograms. A round on one
// recommendation has none.
func (b *builder) reliability() []document.Block {
	t := document.Table{
		Header: []string{b.say("col-round"), b.say("col-criterion"), b.say("col-recommendations"), b.say("col-alpha")},
		Widths: []float64{10, 30, 25, 35}, Dense: true,
		Align: []document.Align{document.Start, document.Start, document.End, document.End},
	}
	for _, round := range b.closedRounds() {
		for _, criterion := range criteriaOf(round) {
			units := unitsOf(round, criterion)
			alpha, ok := rating.Alpha(units, rating.Ordinal)
			if len(units) > 1 && ok {
				t.Rows = append(t.Rows, []document.Cell{
					text(strconv.Itoa(round.Number)), text(b.criterion(criterion)), text(strconv.Itoa(len(units))), text(decimal(alpha)),
				})
			}
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return b.part(b.say("heading-reliability"), paragraph(document.Body, b.say("alpha-means")), t)
}

func criteriaOf(round workshop.Round) []string {
	var names []string
	if len(round.Results) > 0 {
		for _, c := range round.Results[0].Tally.Criteria {
			names = append(names, c.Criterion)
		}
	}
	return names
}

// unitsOf lists the ratings of each recommendation of which any are shown.
func unitsOf(round workshop.Round, criterion string) [][]int {
	var units [][]int
	for _, result := range round.Results {
		c, _ := result.Tally.Criterion(criterion)
		var unit []int
		for i, n := range c.Room() {
			for range n {
				unit = append(unit, i+1)
			}
		}
		if len(unit) > 0 {
			units = append(units, unit)
		}
	}
	return units
}
