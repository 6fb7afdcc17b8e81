package report

import (
	"sala.example/internal/document"
	"sala.example/internal/thai"
)

// verify tells how anybody can check that this paper says what the record says.
func (b *builder) verify() []document.Block {
	return b.section("verify", []document.Block{
		paragraph(document.Body, b.say("verify-how")),
		document.Table{RowHeads: true, Widths: []float64{20, 80}, Rows: [][]document.Cell{
			{text(b.say("verify-command")), text("sala verify record.sala")},
			{text(b.say("verify-head")), text(b.src.Head)},
			{text(b.say("verify-made")), text(b.date(b.src.Made) + " " + thai.Clock(b.src.Made.In(b.zone), b.lang))},
		}},
	})
}
