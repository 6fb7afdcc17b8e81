package note

// dayClock reads the times of one day in order. Times only move forward within a day, which is what tells
// an unmarked "1:00" after "12:00" to be one o'clock in the afternoon.
type dayClock struct {
	last  Clock // start of the item before, NoClock at the beginning
	until Clock // latest end so far, NoClock at the beginning
	late  bool  // the note writes some hour above 12: "8:30" after "17:00" is not half past eight in the evening
}

// longestItem is the longest an item may become by reading its end as afternoon: "11:00-10:30" is a slip, not 11 hours.
const longestItem = 6 * 60

// read settles a slot. The doubts name what was assumed or what contradicts.
func (c *dayClock) read(s slot) (start, end Clock, doubts []doubt) {
	start, end = applyHalves(s)
	if s.ranged && s.end.half == am && s.start.half == unmarked {
		s.start.half = am // "9:30 - 10:00 AM" is in the morning
	}
	if moved, ok := c.forward(start, s.start); ok {
		start = moved
		if s.ranged && s.end.half == unmarked && end < start && end < 12*60 {
			end += 12 * 60
		}
		doubts = append(doubts, doubtAfternoon)
	} else if c.last >= 0 && start < c.last {
		doubts = append(doubts, doubtBackwards)
	}
	if end >= 0 && end < start {
		if s.end.half == unmarked && end < 12*60 && end+12*60 > start && end+12*60-start <= longestItem {
			end += 12 * 60
			doubts = appendOnce(doubts, doubtAfternoon)
		} else {
			doubts = append(doubts, doubtEndBeforeStart)
		}
	}
	if end < 0 && s.minutes > 0 {
		end = start + Clock(s.minutes)
		doubts = append(doubts, doubtFromDuration)
	}
	c.last = start
	c.until = max(c.until, start, end)
	return start, end, doubts
}

// applyHalves lets a marker that stands once hold for the whole range: "8:30-9:00 AM", "11:00-12:30 PM" (from the morning).
func applyHalves(s slot) (start, end Clock) {
	start, end = s.start.clock, s.end.clock
	if !s.ranged {
		return start, NoClock
	}
	switch {
	case s.start.half == unmarked && s.end.half != unmarked && start < 13*60:
		if both := start.in(s.end.half); both < end {
			start = both
		}
	case s.end.half == unmarked && s.start.half == pm && end < 12*60:
		end += 12 * 60
	}
	return start, end
}

// forward moves an unmarked start before the one before it, or before the working day, to the afternoon.
func (c *dayClock) forward(start Clock, r reading) (Clock, bool) {
	if r.half != unmarked || start >= 12*60 || r.style == word {
		return start, false
	}
	if c.last < 0 {
		early := start >= 60 && start < 6*60 && r.hours == 1 && !c.late
		return start + 12*60, early
	}
	if start >= c.last {
		return start, false
	}
	moved := start + 12*60
	if moved < c.last || moved-c.until > longestItem || c.late && start >= 7*60 {
		return start, false
	}
	return moved, true
}

// newDay says that a slot can only belong to the next day: the morning again after an afternoon, in a note that
// writes hours above 12.
func (c *dayClock) newDay(s slot) bool {
	return c.late && s.start.half == unmarked && s.start.clock >= 6*60 && s.start.clock < 11*60 && c.until >= 15*60
}

type doubt string

const (
	doubtAfternoon      doubt = CodeAfternoon
	doubtBackwards      doubt = CodeBackwards
	doubtEndBeforeStart doubt = CodeEndBeforeStart
	doubtFromDuration   doubt = CodeFromDuration
)

func appendOnce[T comparable](list []T, v T) []T {
	for _, have := range list {
		if have == v {
			return list
		}
	}
	return append(list, v)
}
