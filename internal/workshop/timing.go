package workshop

import (
	"fmt"
	"slices"
	"time"
)

// Timing is where the day stands against its plan at one moment. Minutes are
// whole; the plan's clock is that of the workshop's zone.
type Timing struct {
	Now       ID            // the item that runs, empty between items
	Next      ID            // the next item that has not begun
	Late      int           // minutes behind the plan, 0 when on time or early
	Over      int           // minutes that the running item is over its own end
	Projected map[ID]Slot   // expected start and end of the items still to come
	Decision  []DecisionCut // what the lateness takes from the items that decide
	Budget    int           // minutes left for deciding, as planned
	Left      int           // minutes left for deciding, as it stands
}

// DecisionCut is a deciding item that gets shorter.
type DecisionCut struct {
	Session  ID
	From, To int // minutes
}

// Minutes is the planned length; 0 with an open end.
func (p Session) Minutes() int {
	start, end := clockMinutes(p.Start), clockMinutes(p.End)
	if start < 0 || end < 0 {
		return 0
	}
	return end - start
}

// Timing holds the day against the clock. The day's last planned end is kept,
// so lateness comes out of the items still to come: the deciding items pay
// from the last one backwards, each down to nothing.
func (s *State) Timing(now time.Time) Timing {
	local := now.In(s.Location())
	minute := local.Hour()*60 + local.Minute()
	t := Timing{Projected: map[ID]Slot{}}
	day := s.currentDay()
	rest := stillToCome(day)
	s.lateness(day, rest, minute, &t)
	for _, p := range rest {
		t.Projected[p.ID] = p.shifted(t.Late)
	}
	t.cut(day, rest)
	return t
}

// currentDay is the list of items of the day that is under way: that of the
// running item, else of the first item that has not begun.
func (s *State) currentDay() []*Session {
	date := ""
	for _, p := range s.Programme {
		if p.Running() {
			date = p.Date
		}
	}
	for i := 0; i < len(s.Programme) && date == ""; i++ {
		if s.Programme[i].Started.IsZero() {
			date = s.Programme[i].Date
		}
	}
	var day []*Session
	for i := range s.Programme {
		if s.Programme[i].Date == date {
			day = append(day, &s.Programme[i])
		}
	}
	return day
}

// stillToCome are the items behind the last one that has begun, without those
// that run beside it; an item that was skipped is not waited for.
func stillToCome(day []*Session) []*Session {
	last := -1
	for i, p := range day {
		if !p.Started.IsZero() {
			last = i
		}
	}
	rest := day[last+1:]
	for last >= 0 && len(rest) > 0 && sameSlot(*day[last], *rest[0]) {
		rest = rest[1:]
	}
	return rest
}

// lateness finds now and next, and how much later than planned the next item
// will begin: a running item keeps its planned length from when it began, and
// lasts at least until now. Before the day has begun nothing is late.
func (s *State) lateness(day, rest []*Session, minute int, t *Timing) {
	expected, begun := -1, false
	for _, p := range day {
		begun = begun || !p.Started.IsZero()
		if !p.Running() {
			continue
		}
		t.Now = p.ID
		expected = max(expected, minute)
		if end := clockMinutes(p.End); end >= 0 {
			t.Over = max(t.Over, minute-end)
			lateStart := max(0, s.minuteOf(p.Started)-clockMinutes(p.Start))
			expected = max(expected, end+lateStart)
		}
	}
	if len(rest) > 0 {
		t.Next = rest[0].ID
	}
	switch {
	case t.Now == "" && begun && t.Next != "":
		t.Late = max(0, minute-clockMinutes(rest[0].Start))
	case t.Now != "" && expected >= 0 && t.Next != "":
		t.Late = max(0, expected-clockMinutes(rest[0].Start))
	case t.Now != "":
		t.Late = t.Over
	}
}

func (s *State) minuteOf(at time.Time) int {
	local := at.In(s.Location())
	return local.Hour()*60 + local.Minute()
}

// shifted is the item's slot, some minutes later.
func (p Session) shifted(by int) Slot {
	slot := Slot{Start: clock(clockMinutes(p.Start) + by)}
	if p.End != "" {
		slot.End = clock(clockMinutes(p.End) + by)
	}
	return slot
}

// cut says which deciding items pay for the lateness.
func (t *Timing) cut(day, rest []*Session) {
	for _, p := range day {
		if p.Decides && p.Running() {
			t.Budget += p.Minutes()
			t.Left += p.Minutes()
		}
	}
	owed := t.Late
	for _, p := range slices.Backward(rest) {
		if !p.Decides {
			continue
		}
		planned := p.Minutes()
		paid := min(owed, planned)
		owed -= paid
		t.Budget += planned
		t.Left += planned - paid
		if paid > 0 {
			t.Decision = append(t.Decision, DecisionCut{Session: p.ID, From: planned, To: planned - paid})
		}
	}
	slices.Reverse(t.Decision)
}

// Shortest a pause may get in a proposed re-plan, in minutes.
const (
	shortestLunch = 40
	shortestBreak = 5
)

// Rescue proposes the moves that win the lateness back from the pauses still
// to come, so that deciding keeps its time. Empty when nothing is late or no
// pause can give.
func (s *State) Rescue(now time.Time) []Move {
	t := s.Timing(now)
	if t.Late == 0 {
		return nil
	}
	shift, won := t.Late, false
	var moves []Move
	for _, p := range stillToCome(s.currentDay()) {
		if p.End == "" {
			continue
		}
		start, length := clockMinutes(p.Start)+shift, p.Minutes()
		if give := p.canGive(); give > 0 && shift > 0 {
			give = min(give, shift)
			length, shift, won = length-give, shift-give, true
		}
		end := start + length
		if start != clockMinutes(p.Start) || end != clockMinutes(p.End) {
			moves = append(moves, Move{Session: p.ID, Start: clock(start), End: clock(end)})
		}
	}
	if !won {
		return nil
	}
	return moves
}

// canGive is how many minutes a pause can lose.
func (p Session) canGive() int {
	if p.Kind != "break" {
		return 0
	}
	if p.Minutes() >= shortestLunch+20 {
		return p.Minutes() - shortestLunch
	}
	return max(0, p.Minutes()-shortestBreak)
}

// clockMinutes reads 08:30 as 510; -1 when it is no time.
func clockMinutes(clock string) int {
	at, err := time.Parse("15:04", clock)
	if err != nil {
		return -1
	}
	return at.Hour()*60 + at.Minute()
}

func clock(minutes int) string {
	minutes = min(max(minutes, 0), 24*60-1)
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
}
