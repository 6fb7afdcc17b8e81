package plan

import "slices"

// day is one day as blocks, one after the other. Items side by side are one block.
type day struct {
	date   string
	blocks []block
	vague  []Item // their times are not known, or end before they start
	vetoed bool   // items overlap that should not, or are vague: nothing is moved on such a day
}

// block is a run of items that overlap in time: one item, or parallel sessions.
type block struct {
	items      []Item
	ends       []int // of each item, or the start of what comes next
	start, end int
	gap        int // minutes of nothing before it
	once       int // minutes it had in the programme
}

func newDay(date string, items []Item) day {
	d := day{date: date}
	var clear []Item
	for _, it := range items {
		if it.Start < 0 || it.End == Unclear || it.End != NoEnd && it.End < it.Start {
			d.vague = append(d.vague, it)
		} else {
			clear = append(clear, it)
		}
	}
	byTime(clear)
	for _, it := range clear {
		d.add(it, endOf(it, clear))
	}
	for i, b := range d.blocks {
		d.blocks[i].once = b.minutes()
	}
	d.vetoed = len(d.vague) > 0 || len(overlaps([]day{d})) > 0
	return d
}

// endOf is when an item ends; without an end, when the next one starts.
func endOf(it Item, items []Item) int {
	if it.End != NoEnd {
		return it.End
	}
	for _, next := range items {
		if next.Start > it.Start {
			return next.Start
		}
	}
	return it.Start
}

func (d *day) add(it Item, end int) {
	if n := len(d.blocks); n > 0 {
		last := &d.blocks[n-1]
		if it.Start < last.end || it.Start == last.start {
			last.items, last.ends = append(last.items, it), append(last.ends, end)
			last.end = max(last.end, end)
			return
		}
		d.blocks = append(d.blocks, block{items: []Item{it}, ends: []int{end}, start: it.Start, end: end, gap: it.Start - last.end})
		return
	}
	d.blocks = append(d.blocks, block{items: []Item{it}, ends: []int{end}, start: it.Start, end: end})
}

func (b block) minutes() int { return b.end - b.start }

// all says that every item of the block is of a kind.
func (b block) all(kind string) bool {
	return !slices.ContainsFunc(b.items, func(it Item) bool { return it.Kind != kind })
}

// any says that one of them is.
func (b block) any(kind string) bool {
	return slices.ContainsFunc(b.items, func(it Item) bool { return it.Kind == kind })
}

func (b block) decides() bool {
	return slices.ContainsFunc(b.items, func(it Item) bool { return it.Decides })
}

// rests says that nobody sits through the block.
func (b block) rests() bool {
	return b.all(Registration) || b.all(Break) && b.minutes() >= RealBreak
}

// even says that all items of the block have one slot, so that it can grow and shrink as a whole.
func (b block) even() bool {
	for i, it := range b.items {
		if it.Start != b.start || b.ends[i] != b.end {
			return false
		}
	}
	return true
}

func (b block) talks() int {
	n := 0
	for _, it := range b.items {
		if it.Kind == Talk {
			n += max(1, it.Talks)
		}
	}
	return n
}

// run is blocks from..to-1 of a day without a break or a pause between them.
type run struct{ from, to int }

// runs cuts a day at its breaks.
func (d day) runs() []run {
	var runs []run
	open := -1
	for i, b := range d.blocks {
		if open >= 0 && (b.rests() || b.gap >= RealBreak) {
			runs = append(runs, run{open, i})
			open = -1
		}
		if open < 0 && !b.rests() {
			open = i
		}
	}
	if open >= 0 {
		runs = append(runs, run{open, len(d.blocks)})
	}
	return runs
}

func (d day) minutes(r run) int { return d.blocks[r.to-1].end - d.blocks[r.from].start }

func (d day) itemsOf(r run) []Item {
	var items []Item
	for _, b := range d.blocks[r.from:r.to] {
		items = append(items, b.items...)
	}
	return items
}

// items of the day in order.
func (d day) items() []Item { return d.itemsOf(run{0, len(d.blocks)}) }

// ends is when the day is over.
func (d day) ends() int {
	if len(d.blocks) == 0 {
		return 0
	}
	return d.blocks[len(d.blocks)-1].end
}
