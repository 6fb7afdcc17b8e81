package plan

// unclear finds items whose times cannot be read, or that end before they start.
func unclear(days []day) (all []Finding) {
	for _, d := range days {
		if len(d.vague) > 0 {
			all = append(all, finding(CodeUnclear, d.date, d.vague))
		}
	}
	return all
}

// overlaps finds items at one time that are not in two rooms with names.
func overlaps(days []day) (all []Finding) {
	for _, d := range days {
		for _, b := range d.blocks {
			for i, it := range b.items {
				for j, other := range b.items[:i] {
					if it.Start < b.ends[j] && other.Start < b.ends[i] && (it.Room == other.Room || it.Room == "" || other.Room == "") {
						all = append(all, finding(CodeOverlap, d.date, []Item{other, it}, "start", clock(it.Start), "end", clock(min(b.ends[i], b.ends[j]))))
					}
				}
			}
		}
	}
	return all
}

// deciding holds the time in which the room can agree against the number of recommendations.
func (p programme) deciding(days []day) []Finding {
	minutes, found, date := 0, []Item{}, ""
	for _, d := range days {
		for _, b := range d.blocks {
			if b.decides() {
				minutes, date = minutes+b.minutes(), d.date
				found = append(found, b.items...)
			}
		}
	}
	last := lastDay(days)
	switch {
	case last < 0:
		return nil
	case minutes == 0:
		return []Finding{finding(CodeNoDecision, days[last].date, found, "n", p.recommendations)}
	case minutes < DecisionEach*p.recommendations:
		return []Finding{finding(CodeShort, date, found, "minutes", minutes, "n", p.recommendations, "wanted", DecisionEach*p.recommendations)}
	}
	return nil
}

// lastDay is the last one on which anything happens, -1 for none.
func lastDay(days []day) int {
	for i := len(days) - 1; i >= 0; i-- {
		if len(days[i].blocks) > 0 {
			return i
		}
	}
	return -1
}

// reporting finds the last group work when no presentation follows it.
func reporting(days []day) []Finding {
	var work []Item
	date := ""
	for _, d := range days {
		for _, b := range d.blocks {
			switch {
			case b.any(Presentation):
				work = nil
			case b.any(Group):
				work, date = b.items, d.date
			}
		}
	}
	if work == nil {
		return nil
	}
	return []Finding{finding(CodeNoReport, date, work)}
}

// openEnds finds items without an end, and days of which nobody knows when they are over.
func openEnds(days []day) (all []Finding) {
	for _, d := range days {
		var open []Item
		for i, b := range d.blocks {
			for _, it := range b.items {
				switch {
				case it.End != NoEnd:
				case i == len(d.blocks)-1:
					all = append(all, finding(CodeOpenDay, d.date, []Item{it}, "start", clock(it.Start)))
				default:
					open = append(open, it)
				}
			}
		}
		if len(open) > 0 {
			all = append(all, finding(CodeNoEnd, d.date, open, "n", len(open)))
		}
	}
	return all
}

// stretches finds runs without a break that are too long for anybody.
func stretches(days []day) []Finding { return longRuns(days, CodeStretch, MaxStretch) }

func longRuns(days []day, code string, limit int) (all []Finding) {
	for _, d := range days {
		for _, r := range d.runs() {
			if m := d.minutes(r); m > limit {
				all = append(all, finding(code, d.date, d.itemsOf(r), "minutes", m, "limit", limit, "start", clock(d.blocks[r.from].start), "end", clock(d.blocks[r.to-1].end)))
			}
		}
	}
	return all
}

// lunches finds days through noon on which nobody can eat.
func lunches(days []day) (all []Finding) {
	for _, d := range days {
		if len(d.blocks) == 0 || d.blocks[0].start > LunchFrom || d.ends() < LunchUntil || d.hasLunch() {
			continue
		}
		all = append(all, finding(CodeNoLunch, d.date, nil, "start", clock(d.blocks[0].start), "end", clock(d.ends())))
	}
	return all
}

// hasLunch looks for half an hour around noon, as a break or as nothing at all.
func (d day) hasLunch() bool {
	for _, b := range d.blocks {
		free := 0
		if b.all(Break) {
			free = min(b.end, LunchUntil) - max(b.start, LunchFrom)
		}
		if free >= RealLunch || b.lunchBefore() {
			return true
		}
	}
	return false
}

// lunchBefore says that the pause before the block is long enough to eat in.
func (b block) lunchBefore() bool {
	return min(b.start, LunchUntil)-max(b.start-b.gap, LunchFrom) >= RealLunch
}

// questions holds the time for questions against the number of talks of a day. One talk alone may take them inside.
func questions(days []day) (all []Finding) {
	for _, d := range days {
		talks, minutes, items := 0, 0, []Item{}
		for _, b := range d.blocks {
			talks += b.talks()
			if b.any(QA) {
				minutes += b.minutes()
			}
			if b.any(QA) || b.talks() > 0 {
				items = append(items, b.items...)
			}
		}
		if talks > 1 && minutes < QuestionsEach*talks {
			all = append(all, finding(CodeFewQuestions, d.date, items, "minutes", minutes, "n", talks, "wanted", QuestionsEach*talks))
		}
	}
	return all
}

// booths finds what two interpreters cannot do: see MaxBooth.
func (p programme) booths(days []day) []Finding {
	if !p.interpreted {
		return nil
	}
	all := longRuns(days, CodeBooth, MaxBooth)
	for _, d := range days {
		minutes := 0
		for _, r := range d.runs() {
			minutes += d.minutes(r)
		}
		if minutes > MaxBoothDay {
			all = append(all, finding(CodeBoothDay, d.date, nil, "minutes", minutes, "limit", MaxBoothDay))
		}
	}
	return all
}

// gaps finds time for which nothing is planned. Half an hour and more around noon is lunch.
func gaps(days []day) (all []Finding) {
	for _, d := range days {
		for i, b := range d.blocks {
			if b.gap < RealBreak || b.lunchBefore() {
				continue
			}
			between := append(d.blocks[i-1].items[:1:1], b.items[0])
			all = append(all, finding(CodeGap, d.date, between, "minutes", b.gap, "start", clock(b.start-b.gap), "end", clock(b.start)))
		}
	}
	return all
}
