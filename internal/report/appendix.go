package report

import (
	"math"
	"strconv"

	"sala.example/internal/document"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// appendix holds the figures that a RAND/UCLA or Delphi study must report: for
// each recommendation and round the distribution with its measures and exact
// intervals, what changed between rounds, how far support reaches across role
// groups, and how far people agreed over all recommendations. It shows the
// cells of the tallies and their sums, nothing smaller.
func (b *builder) appendix() []document.Block {
	var blocks []document.Block
	for i := range b.s.Recommendations {
		r := &b.s.Recommendations[i]
		blocks = append(blocks, b.part(b.name(r), b.measuresOf(r)...)...)
	}
	if len(blocks) == 0 {
		return nil
	}
	blocks = append(blocks, b.bridging()...)
	blocks = append(blocks, b.reliability()...)
	blocks = append(blocks, b.part(b.say("heading-appendix-read"), b.points(
		"appendix-counts", "appendix-interval", "appendix-small", "appendix-change", "source-interval", "source-order", "source-alpha", "source-bridging"))...)
	return b.section("appendix", blocks)
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

func (b *builder) measuresOf(r *workshop.Recommendation) []document.Block {
	var blocks []document.Block
	results := resultsOf(b.s, r.ID)
	for i, rated := range results {
		if t := b.measuresTable(rated); len(t.Rows) > 0 {
			if len(results) > 1 {
				blocks = append(blocks, document.Heading{Level: 3, Text: b.say("round-name", "n", strconv.Itoa(rated.round.Number))})
			}
			blocks = append(blocks, t)
		}
		if i > 0 {
			blocks = append(blocks, b.roundsCompared(results[i-1], rated)...)
		}
	}
	return blocks
}

// measuresTable has a row per criterion and group that may be shown.
func (b *builder) measuresTable(rated ratedIn) document.Table {
	t := document.Table{
		Header: []string{
			b.say("col-group"), "n", b.say("col-median-ci"), "IPR", "DI", b.say("col-high-ci"), b.say("col-low-ci"), b.say("col-in-band"),
		},
		Widths: []float64{33, 4.5, 12, 6, 6, 15.5, 15.5, 7.5}, RowHeads: true,
		Align: []document.Align{
			document.Start, document.End, document.End, document.End, document.End, document.End, document.End, document.End,
		},
	}
	for _, c := range rated.result.Tally.Criteria {
		for _, row := range rowsOf(b.s, c, rated.round.Gate.Convention, b.lang) {
			t.Rows = append(t.Rows, b.measuresRow(c.Criterion, row))
		}
	}
	return t
}

func (b *builder) measuresRow(criterion string, row shownRow) []document.Cell {
	s, i := row.summary, rating.IntervalsOf(row.summary.Counts, rating.DefaultLevel)
	name := plain(b.criterion(criterion) + ": " + row.Label)
	if row.Note != "" {
		name = lines(name, plain("◇ "+row.Note))
	}
	return []document.Cell{
		{Runs: name},
		text(strconv.Itoa(s.N)), text(medianWithin(s.Median, i.Median)),
		text(decimal(s.IPR)), text(decimal(s.DI)), text(shareWithin(s.ShareHigh, i.ShareHigh)), text(shareWithin(s.ShareLow, i.ShareLow)),
		text(strconv.Itoa(whole(s.PercentAgreement / 100))),
	}
}

// medianWithin gives the interval only where it reaches its level: under six
// ratings it would be the whole panel.
func medianWithin(median float64, i *rating.Bounds) string {
	if i == nil || i.Coverage < rating.DefaultLevel {
		return number(median)
	}
	return number(median) + " (" + number(i.Low) + "–" + number(i.High) + ")"
}

func shareWithin(share float64, i *rating.Bounds) string {
	return strconv.Itoa(whole(share)) + " (" + strconv.Itoa(whole(i.Low)) + "–" + strconv.Itoa(whole(i.High)) + ")"
}

func percent(share float64) string { return strconv.Itoa(whole(share)) + " %" }

func whole(share float64) int { return int(math.Round(100 * share)) }

// decimal writes two digits behind the point.
func decimal(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }

// bridging ranks nothing: it gives both scores of each recommendation whose
// newest result has two groups or more.
func (b *builder) bridging() []document.Block {
	t := document.Table{
		Header: []string{b.say("col-recommendation"), b.criterion(rating.Feasible), b.criterion(rating.Acceptable), b.say("col-lower"), b.say("col-groups")},
		Widths: []float64{52, 12, 12, 12, 12}, RowHeads: true,
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
		Widths: []float64{15, 35, 25, 25},
		Align:  []document.Align{document.Start, document.Start, document.End, document.End},
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
