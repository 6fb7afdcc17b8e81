package note

// Check is what the programme alone tells an organiser about the day. All amounts are minutes.
type Check struct {
	Minutes         int // of all items, parallel ones once
	Items           int
	DecisionItems   int // group presentations and items in which the room agrees
	DecisionMinutes int // of those
	QAMinutes       int
	QALine          int // source line of the first item for questions, 0 for none
	Talks           int // talks, each numbered sub-item counted
	TalkMinutes     int
	BreakMinutes    int
	Stretches       []Stretch // runs without a break, per day in order
}

// Stretch is a run of items without a break.
type Stretch struct {
	From, To Clock
	Minutes  int
	Line     int // source line of its first item
}

// longestStretch is the run without a break above which a warning is due: two and a half hours.
const longestStretch = 150

// minutes is the length of the ith item of a day. One without an end lasts until the next one starts; the last one
// of the day, and one that ends before it starts, count as 0.
func minutes(items []Item, i int) int {
	end := items[i].End
	if end == NoClock && i+1 < len(items) {
		end = items[i+1].Start
	}
	return max(0, int(end-items[i].Start))
}

// Check sums up the programme.
func (n *Note) Check() Check {
	var c Check
	for _, d := range n.Days {
		for i, it := range d.Items {
			c.Items++
			if i > 0 && it.Parallel.Shared && d.Items[i-1].Start == it.Start {
				continue
			}
			c.count(it, minutes(d.Items, i))
		}
		c.Stretches = append(c.Stretches, stretches(d.Items)...)
	}
	return c
}

func (c *Check) count(it Item, m int) {
	c.Minutes += m
	switch it.Kind {
	case KindPresentation, KindDecision:
		c.DecisionItems++
		c.DecisionMinutes += m
	case KindQA:
		c.QAMinutes += m
		if c.QALine == 0 {
			c.QALine = it.Line
		}
	case KindTalk:
		c.Talks += max(1, len(it.Subitems))
		c.TalkMinutes += m
	case KindBreak:
		c.BreakMinutes += m
	}
}

// stretches cuts a day at its breaks and at registration, which nobody sits through.
func stretches(items []Item) []Stretch {
	var all []Stretch
	var open Stretch
	close := func() {
		if open.Minutes = int(open.To - open.From); open.Line > 0 && open.Minutes > 0 {
			all = append(all, open)
		}
		open = Stretch{}
	}
	for i, it := range items {
		if it.Kind == KindBreak || it.Kind == KindRegistration {
			close()
			continue
		}
		if open.Line == 0 {
			open = Stretch{From: it.Start, To: it.Start, Line: it.Line}
		}
		open.To = max(open.To, it.Start+Clock(minutes(items, i)))
	}
	close()
	return all
}

// DecisionMinutes is the time the programme leaves to agree: group presentations, the way forward, plenary decisions.
func (n *Note) DecisionMinutes() int { return n.Check().DecisionMinutes }
