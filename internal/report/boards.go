package report

import (
	"sala.example/internal/document"
	"sala.example/internal/workshop"
)

// boards are the framing boards of the groups: the cards in their domains. A
// domain without cards is left out.
func (b *builder) boards() []document.Block {
	var blocks []document.Block
	for _, g := range b.s.Groups {
		if t := b.board(g); len(t.Rows) > 0 {
			blocks = append(blocks, b.part(g.Name.In(b.lang), t)...)
		}
	}
	return b.section("boards", blocks)
}

func (b *builder) board(g workshop.Group) document.Table {
	t := document.Table{Header: []string{b.say("col-domain"), b.say("col-cards")}, Widths: []float64{28, 72}, RowHeads: true}
	for _, d := range g.Domains {
		var cards [][]document.Run
		for _, c := range g.Cards {
			if said := b.read(c.Text); c.Domain == d.ID && said != "" {
				cards = append(cards, []document.Run{{Text: "· "}, {Text: said, Lang: b.script(said)}})
			}
		}
		if len(cards) > 0 {
			t.Rows = append(t.Rows, []document.Cell{text(d.Name.In(b.lang)), {Runs: lines(cards...)}})
		}
	}
	return t
}
