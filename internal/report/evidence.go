package report

import (
	"cmp"
	"slices"

	"sala.example/internal/document"
	"sala.example/internal/workshop"
)

// evidenceCited lists each piece of evidence once, by its id.
func (b *builder) evidenceCited() []document.Block {
	var cited []workshop.Evidence
	for _, r := range b.s.Recommendations {
		for _, e := range r.Evidence {
			if !slices.ContainsFunc(cited, func(c workshop.Evidence) bool { return c.ID == e.ID }) {
				cited = append(cited, e)
			}
		}
	}
	if len(cited) == 0 {
		return nil
	}
	slices.SortStableFunc(cited, func(x, y workshop.Evidence) int { return cmp.Compare(x.ID, y.ID) })
	t := document.Table{Widths: []float64{10, 90}, RowHeads: true}
	for _, e := range cited {
		t.Rows = append(t.Rows, []document.Cell{text(e.ID), {Runs: b.evidenceRuns(e)}})
	}
	return b.section("evidence", []document.Block{t})
}

func (b *builder) evidenceRuns(e workshop.Evidence) []document.Run {
	var runs []document.Run
	if statement := e.Statement.In(b.lang); statement != "" {
		runs = append(runs, document.Run{Text: statement + " ", Lang: b.script(statement)})
	}
	if source := cmp.Or(e.Source, e.URL); source != "" {
		runs = append(runs, document.Run{Text: source, Lang: b.script(source), Soft: true, Link: e.URL})
	}
	return runs
}
