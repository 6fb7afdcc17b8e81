package report

import (
	"slices"
	"strconv"

	"sala.example/internal/condition"
	"sala.example/internal/document"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// method says how the results came about, who took part, and what this paper
// does not show.
func (b *builder) method() []document.Block {
	var blocks []document.Block
	if rounds := b.closedRounds(); len(rounds) > 0 {
		blocks = append(blocks, b.howRated(rounds)...)
		blocks = append(blocks, b.gates(rounds)...)
		blocks = append(blocks, b.part(b.say("heading-rounds"), b.roundTable(rounds))...)
		blocks = append(blocks, b.part(b.say("heading-sources"), b.points("source-ram", "source-classic", "source-percentile", "source-7015"))...)
	}
	blocks = append(blocks, b.participation()...)
	return b.section("method", append(blocks, b.limits()...))
}

func (b *builder) closedRounds() []workshop.Round {
	var rounds []workshop.Round
	for _, r := range b.s.Rounds {
		if !r.Closed.IsZero() {
			rounds = append(rounds, r)
		}
	}
	return rounds
}

func (b *builder) howRated(rounds []workshop.Round) []document.Block {
	return []document.Block{document.List{Items: []document.Cell{
		text(b.say("method-scale")),
		text(b.say("method-blind")),
		text(b.say("method-entitled")),
		text(b.say("method-cells", "n", strconv.Itoa(rating.MinCell))),
		text(b.say("method-median")),
		text(b.say("method-ipras", "types", b.conventions(rounds))),
		text(b.say("method-classic")),
	}}}
}

// conventions names the percentile definitions that the rounds' gates stored.
func (b *builder) conventions(rounds []workshop.Round) string {
	var types []string
	for _, r := range rounds {
		used := rating.Summarise(rating.Counts{}, r.Gate.Convention).Convention
		if name := strconv.Itoa(int(used)); !slices.Contains(types, name) {
			types = append(types, name)
		}
	}
	return b.list(types)
}

// gates tells each gate that was used, once, with the rounds it was fixed for.
func (b *builder) gates(rounds []workshop.Round) []document.Block {
	var blocks []document.Block
	var told []rating.Gate
	for _, r := range rounds {
		if slices.ContainsFunc(told, r.Gate.Equal) {
			continue
		}
		told = append(told, r.Gate)
		var items []document.Cell
		for _, sentence := range condition.Sentences(b.s, r.Gate, b.lang) {
			items = append(items, text(sentence))
		}
		title := b.say("heading-gate", "rounds", b.roundsWith(rounds, r.Gate))
		blocks = append(blocks, b.part(title, document.List{Ordered: true, Items: items})...)
	}
	return blocks
}

func (b *builder) roundsWith(rounds []workshop.Round, gate rating.Gate) string {
	var numbers []string
	for _, r := range rounds {
		if r.Gate.Equal(gate) {
			numbers = append(numbers, strconv.Itoa(r.Number))
		}
	}
	return b.list(numbers)
}

func (b *builder) roundTable(rounds []workshop.Round) document.Table {
	t := document.Table{
		Header: []string{b.say("col-round"), b.say("col-time"), b.say("col-rated"), b.say("col-entitled"), b.say("col-quorum")},
		Widths: []float64{10, 22, 36, 14, 18},
		Align:  []document.Align{document.Start, document.Start, document.Start, document.End, document.End},
	}
	for _, r := range rounds {
		t.Rows = append(t.Rows, []document.Cell{
			text(strconv.Itoa(r.Number)), text(b.span(b.clock(r.Opened), b.clock(r.Closed))), text(b.numbers(r.Recommendations)),
			text(strconv.Itoa(len(r.Entitled))), text(strconv.Itoa(r.Gate.Quorum)),
		})
	}
	return t
}

// numbers are those of recommendations, in order.
func (b *builder) numbers(ids []workshop.ID) string {
	var names []string
	for _, r := range b.s.Recommendations {
		if slices.Contains(ids, r.ID) {
			names = append(names, strconv.Itoa(r.Number))
		}
	}
	return b.list(names)
}

// limits is what this report does not show.
func (b *builder) limits() []document.Block {
	return b.part(b.say("heading-limits"), b.points("limit-people", "limit-sample", "limit-language", "limit-erased"))
}

// points is a list of sentences.
func (b *builder) points(keys ...string) document.List {
	var list document.List
	for _, key := range keys {
		list.Items = append(list.Items, text(b.say(key)))
	}
	return list
}
