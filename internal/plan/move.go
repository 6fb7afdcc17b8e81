package plan

import "slices"

// clone makes a day whose blocks can be changed.
func (d day) clone() day {
	d.blocks = slices.Clone(d.blocks)
	for i, b := range d.blocks {
		d.blocks[i].items, d.blocks[i].ends = slices.Clone(b.items), slices.Clone(b.ends)
	}
	return d
}

// take shortens talks by a number of minutes, always the longest one next, and moves what follows earlier: never to under
// half of a talk's time, nor under ten minutes. Not ok when they have not that much to give.
func (d day) take(minutes int) (day, bool) {
	for ; minutes > 0; minutes -= step {
		at := -1
		for i, b := range d.blocks {
			if b.gives() && (at < 0 || b.minutes() > d.blocks[at].minutes()) {
				at = i
			}
		}
		if at < 0 {
			return d, false
		}
		d = d.resize(at, d.blocks[at].minutes()-step)
	}
	return d, true
}

// leastTalk is the shortest a talk is made, in minutes.
const leastTalk = 10

// gives says that a block of talks can be a step shorter.
func (b block) gives() bool {
	left := b.minutes() - step
	return b.all(Talk) && !b.decides() && b.even() && left >= leastTalk && 2*left >= b.once
}

// resize gives an even block another length and moves what follows along.
func (d day) resize(at, minutes int) day {
	d = d.clone()
	b := &d.blocks[at]
	b.end = b.start + minutes
	for i := range b.items {
		b.ends[i] = b.end
		if b.items[i].End != NoEnd {
			b.items[i].End = b.end
		}
	}
	d.settle(at + 1)
	return d
}

// insert puts a new item before block at and moves what follows along. What stood after a pause still does.
func (d day) insert(at int, it Item, minutes int) day {
	d = d.clone()
	start := d.blocks[0].start
	if at > 0 {
		start = d.blocks[at-1].end
	}
	it.Of, it.Date, it.Start, it.End = New, d.date, start, start+minutes
	d.blocks = slices.Insert(d.blocks, at, block{items: []Item{it}, ends: []int{it.End}, start: it.Start, end: it.End, once: minutes})
	d.settle(at + 1)
	return d
}

// settle lets the blocks from one on follow each other again, with the pauses that they had.
func (d *day) settle(from int) {
	for i := max(from, 1); i < len(d.blocks); i++ {
		d.blocks[i].moveTo(d.blocks[i-1].end + d.blocks[i].gap)
	}
}

// moveTo moves a block as a whole.
func (b *block) moveTo(start int) {
	by := start - b.start
	b.start, b.end = b.start+by, b.end+by
	for i := range b.items {
		b.items[i].Start += by
		b.ends[i] += by
		if b.items[i].End != NoEnd {
			b.items[i].End += by
		}
	}
}
