package report

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"sala.example/internal/document"
	"sala.example/internal/workshop"
)

// programme is the day as it really ran, against the first plan. It is left
// out while nothing has begun.
func (b *builder) programme() []document.Block {
	if !slices.ContainsFunc(b.s.Programme, func(p workshop.Session) bool { return !p.Started.IsZero() }) {
		return nil
	}
	var blocks []document.Block
	dates := b.programmeDates()
	for _, date := range dates {
		t := b.dayTable(date)
		if len(dates) > 1 {
			blocks = append(blocks, b.part(b.day(date), t)...)
		} else {
			blocks = append(blocks, t)
		}
	}
	blocks = append(blocks, b.balance())
	for _, date := range dates {
		blocks = append(blocks, b.agreementDay(date)...)
	}
	return b.section("programme", blocks)
}

func (b *builder) programmeDates() []string {
	var dates []string
	for _, p := range b.s.Programme {
		if !slices.Contains(dates, p.Date) {
			dates = append(dates, p.Date)
		}
	}
	return dates
}

func (b *builder) dayTable(date string) document.Table {
	t := document.Table{
		Header: []string{b.say("col-planned"), b.say("col-actual"), b.say("col-item"), b.say("col-difference")},
		Widths: []float64{25, 20, 40, 15}, Align: []document.Align{document.Start, document.Start, document.Start, document.End},
	}
	for _, p := range b.s.Programme {
		if p.Date == date {
			t.Rows = append(t.Rows, []document.Cell{b.planned(p), text(b.actual(p)), b.item(p), text(b.difference(p))})
		}
	}
	return t
}

func (b *builder) item(p workshop.Session) document.Cell {
	title := p.Title.In(b.lang)
	return document.Cell{Lang: b.script(title), Runs: []document.Run{{Text: title, Bold: p.Decides}}}
}

// planned is the first plan, with the later one beneath where there was one.
func (b *builder) planned(p workshop.Session) document.Cell {
	first := firstPlan(p)
	runs := plain(b.span(first.Start, first.End))
	if p.Planned != nil {
		replanned := b.say("replanned", "span", b.span(p.Start, p.End))
		runs = lines(runs, []document.Run{{Text: replanned, Soft: true}})
	}
	return document.Cell{Runs: runs}
}

func firstPlan(p workshop.Session) workshop.Slot {
	if p.Planned != nil {
		return *p.Planned
	}
	return workshop.Slot{Start: p.Start, End: p.End}
}

func (b *builder) actual(p workshop.Session) string {
	switch {
	case p.Started.IsZero():
		return b.say("not-held-item")
	case p.Finished.IsZero():
		return b.span(b.clock(p.Started), "")
	}
	return b.span(b.clock(p.Started), b.clock(p.Finished))
}

func (b *builder) difference(p workshop.Session) string {
	over, known := overrun(p)
	switch {
	case !known:
		return "–"
	case over == 0:
		return b.say("as-planned")
	case over < 0:
		return b.say("minutes", "n", fmt.Sprintf("−%d", -over))
	}
	return b.say("minutes", "n", fmt.Sprintf("+%d", over))
}

// overrun is by how many minutes an item took longer than first planned; not
// known of an item with an open end, or one that was not held to its end.
func overrun(p workshop.Session) (minutes int, known bool) {
	first := firstPlan(p)
	planned := workshop.Session{Start: first.Start, End: first.End}.Minutes()
	if planned == 0 || p.Started.IsZero() || p.Finished.IsZero() {
		return 0, false
	}
	return actualMinutes(p) - planned, true
}

func actualMinutes(p workshop.Session) int {
	return int(p.Finished.Sub(p.Started).Round(time.Minute) / time.Minute)
}

// balance sums up: how much ran over in all, and what deciding had of its time.
func (b *builder) balance() document.Block {
	over, planned, took := 0, 0, 0
	for _, p := range b.s.Programme {
		if more, known := overrun(p); known && more > 0 {
			over += more
		}
		if p.Decides {
			first := firstPlan(p)
			planned += workshop.Session{Start: first.Start, End: first.End}.Minutes()
			if !p.Started.IsZero() && !p.Finished.IsZero() {
				took += actualMinutes(p)
			}
		}
	}
	sentence := b.say("no-overrun")
	if over > 0 {
		sentence = b.count("overrun", over)
	}
	if planned > 0 {
		sentence += " " + b.say("decision-time", "planned", strconv.Itoa(planned), "took", strconv.Itoa(took))
	}
	return paragraph(document.Body, sentence)
}
