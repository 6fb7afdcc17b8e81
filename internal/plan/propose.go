package plan

import "slices"

// step is by how much talks give way, in minutes.
const step = 5

// propose gives the day as it would be without a finding: nothing overlaps that did not, nothing is lost, and the day ends
// when it ended. nil when that cannot be done by moving minutes, or when the day has to be put in order first.
func (p programme) propose(f Finding) []Item {
	at := slices.IndexFunc(p.days(), func(d day) bool { return d.date == f.Date })
	if at < 0 {
		return nil
	}
	d := p.days()[at]
	if d.vetoed || len(d.blocks) == 0 {
		return nil
	}
	for _, candidate := range p.candidates(f, d) {
		if items := candidate.items(); candidate.ends() == d.ends() && p.settled(f, items) {
			return items
		}
	}
	return nil
}

// candidates are days that may do, the best first.
func (p programme) candidates(f Finding, d day) []day {
	switch f.Code {
	case CodeNoDecision:
		wanted := max(UsualDecision, DecisionEach*p.recommendations)
		return d.inserting(d.beforeClosing(), Item{Kind: Decision, Decides: true}, wanted, LeastDecision)
	case CodeShort:
		return d.growing(lastOf(d, block.decides), DecisionEach*p.recommendations-p.decisionMinutes())
	case CodeNoReport:
		return d.inserting(lastOf(d, func(b block) bool { return b.any(Group) })+1, Item{Kind: Presentation}, UsualReport, LeastReport)
	case CodeNoEnd:
		return []day{d.ended()}
	case CodeStretch:
		return d.rested(MaxStretch)
	case CodeBooth:
		return d.rested(MaxBooth)
	case CodeNoLunch:
		return d.inserting(d.nearest(12*60), Item{Kind: Break}, UsualLunch, RealLunch)
	case CodeFewQuestions:
		return d.asking()
	case CodeGap:
		return d.filled(f)
	}
	return nil
}

func (p programme) decisionMinutes() int {
	minutes := 0
	for _, d := range p.days() {
		for _, b := range d.blocks {
			if b.decides() {
				minutes += b.minutes()
			}
		}
	}
	return minutes
}

// settled says that with a day's items replaced the finding is gone.
func (p programme) settled(f Finding, day []Item) bool {
	after := p
	after.items = slices.DeleteFunc(slices.Clone(p.items), func(it Item) bool { return it.Date == f.Date })
	after.items = append(after.items, day...)
	return !slices.ContainsFunc(after.look(), func(g Finding) bool {
		return g.Code == f.Code && g.Date == f.Date && (len(f.Items) == 0 || len(g.Items) == 0 || sharesItem(f, g))
	})
}

func sharesItem(f, g Finding) bool {
	return slices.ContainsFunc(f.Items, func(i int) bool { return slices.Contains(g.Items, i) })
}

// inserting puts an item before block at: as long as wanted, else the longest for which talks can give, down to least.
func (d day) inserting(at int, it Item, wanted, least int) (all []day) {
	if at < 0 {
		return nil
	}
	for minutes := upToStep(wanted); minutes >= least; minutes -= step {
		if shorter, ok := d.take(minutes); ok {
			all = append(all, shorter.insert(at, it, minutes))
		}
	}
	return all
}

// growing lengthens block at by what talks give.
func (d day) growing(at, minutes int) []day {
	minutes = upToStep(minutes)
	if at < 0 || !d.blocks[at].even() {
		return nil
	}
	shorter, ok := d.take(minutes)
	if !ok {
		return nil
	}
	return []day{shorter.resize(at, shorter.blocks[at].minutes()+minutes)}
}

// asking gives questions the minutes that they lack: to the last item for questions, or after the last talk.
func (d day) asking() []day {
	talks, minutes := 0, 0
	for _, b := range d.blocks {
		talks += b.talks()
		if b.any(QA) {
			minutes += b.minutes()
		}
	}
	lacking := upToStep(QuestionsEach*talks - minutes)
	if at := lastOf(d, func(b block) bool { return b.any(QA) }); at >= 0 {
		return d.growing(at, lacking)
	}
	return d.inserting(lastOf(d, func(b block) bool { return b.talks() > 0 })+1, Item{Kind: QA}, lacking, lacking)
}

// mostBreaks is how many breaks one proposal adds at most.
const mostBreaks = 6

// rested puts breaks of fifteen minutes into the middle of what is too long, one after the other.
func (d day) rested(limit int) []day {
	for range mostBreaks {
		at := slices.IndexFunc(d.runs(), func(r run) bool { return d.minutes(r) > limit })
		if at < 0 {
			return []day{d}
		}
		r := d.runs()[at]
		middle := d.within(r, d.blocks[r.from].start+d.minutes(r)/2)
		shorter, ok := d.take(UsualBreak)
		if !ok || middle < 0 {
			return nil
		}
		d = shorter.insert(middle, Item{Kind: Break}, UsualBreak)
	}
	return []day{d}
}

// ended gives every item without an end the start of what comes next.
func (d day) ended() day {
	d = d.clone()
	for i, b := range d.blocks {
		for j := range b.items {
			if b.items[j].End == NoEnd && i < len(d.blocks)-1 {
				b.items[j].End = b.ends[j]
			}
		}
	}
	return d
}

// longestFilled is the longest gap that becomes a break; what is longer needs a thought.
const longestFilled = 60

// filled makes a break of a gap.
func (d day) filled(f Finding) []day {
	at := slices.IndexFunc(d.blocks, func(b block) bool { return b.gap >= RealBreak && Clock(b.start) == f.Args["end"] })
	if at < 0 || d.blocks[at].gap > longestFilled {
		return nil
	}
	minutes := d.blocks[at].gap
	d = d.clone()
	d.blocks[at].gap = 0
	return []day{d.insert(at, Item{Kind: Break}, minutes)}
}

// beforeClosing is the place of the closing, or after everything.
func (d day) beforeClosing() int {
	if at := lastOf(d, func(b block) bool { return b.any(Closing) }); at >= 0 {
		return at
	}
	return len(d.blocks)
}

func lastOf(d day, is func(block) bool) int {
	for i := len(d.blocks) - 1; i >= 0; i-- {
		if is(d.blocks[i]) {
			return i
		}
	}
	return -1
}

// nearest is the place between two blocks that is nearest to a time.
func (d day) nearest(minute int) int { return d.within(run{0, len(d.blocks)}, minute) }

// within is that place inside a run, -1 when it is a single block.
func (d day) within(r run, minute int) int {
	best := -1
	for i := r.from + 1; i < r.to; i++ {
		if best < 0 || distance(d.blocks[i].start, minute) < distance(d.blocks[best].start, minute) {
			best = i
		}
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }

// upToStep rounds up to whole steps.
func upToStep(minutes int) int { return (minutes + step - 1) / step * step }
