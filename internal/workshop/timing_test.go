package workshop

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// at is a clock time of the workshop's day in Bangkok.
func at(clock string) time.Time {
	return time.Date(2014, 9, 23, 0, clockMinutes(clock), 0, 0, time.FixedZone("ICT", 7*60*60)).UTC()
}

// start begins an item at a clock time.
func (r *room) start(clock string, session ID) {
	r.now = at(clock)
	r.do(chair, &StartSession{Session: session})
}

func TestTimingBeforeTheDay(t *testing.T) {
	r := newRoom(t)
	for _, clock := range []string{"07:00", "08:30", "12:00"} {
		d := r.s.Timing(at(clock))
		if d.Now != "" || d.Next != "s1" || d.Late != 0 || d.Budget != 60 || d.Left != 60 {
			t.Errorf("%s: %+v", clock, d)
		}
	}
}

func TestTimingOnTime(t *testing.T) {
	r := newRoom(t)
	r.start("08:30", "s1")
	r.start("09:00", "s2")
	d := r.s.Timing(at("09:40"))
	if d.Now != "s2" || d.Next != "s3" || d.Late != 0 || d.Over != 0 || len(d.Decision) != 0 {
		t.Errorf("%+v", d)
	}
	if d.Projected["s4"] != (Slot{"10:30", "11:30"}) {
		t.Errorf("projected %v", d.Projected)
	}
}

// Promise 7: an overrun shows what it costs the deciding items.
func TestOverrunEatsTheDecision(t *testing.T) {
	r := newRoom(t)
	r.start("09:00", "s2")
	d := r.s.Timing(at("10:25"))
	if d.Over != 25 || d.Late != 25 || d.Budget != 60 || d.Left != 35 {
		t.Errorf("%+v", d)
	}
	equal(t, "cut", d.Decision, []DecisionCut{{Session: "s4", From: 60, To: 35}})
	if d.Projected["s3"] != (Slot{"10:25", "10:55"}) {
		t.Errorf("projected %v", d.Projected)
	}
}

func TestDecisionIsCutDownToNothingAndFromTheLastBackwards(t *testing.T) {
	r := emptyRoom(t)
	c := sampleCreate()
	c.Programme[4].Decides = true
	r.do(organiser, c)
	r.start("09:00", "s2")
	d := r.s.Timing(at("10:45"))
	equal(t, "cut", d.Decision, []DecisionCut{{"s4", 60, 45}, {"s5", 30, 0}})
	d = r.s.Timing(at("13:00"))
	equal(t, "cut", d.Decision, []DecisionCut{{"s4", 60, 0}, {"s5", 30, 0}})
	if d.Left != 0 || d.Budget != 90 {
		t.Errorf("left %d of %d", d.Left, d.Budget)
	}
}

func TestLateBetweenItems(t *testing.T) {
	r := newRoom(t)
	r.start("08:30", "s1")
	r.now = at("09:00")
	r.do(chair, &FinishSession{Session: "s1"})
	if d := r.s.Timing(at("09:12")); d.Now != "" || d.Next != "s2" || d.Late != 12 {
		t.Errorf("%+v", d)
	}
}

func TestTimingOfTheSecondDay(t *testing.T) {
	r := emptyRoom(t)
	c := sampleCreate()
	c.Programme[4].Date, c.Programme[4].Start, c.Programme[4].End = "2014-09-24", "09:00", ""
	r.do(organiser, c)
	for _, id := range []ID{"s1", "s2", "s3"} {
		r.start(r.s.Session(id).Start, id)
	}
	r.start("10:30", "s4")
	if d := r.s.Timing(at("11:00")); d.Now != "s4" || d.Next != "" || len(d.Projected) != 0 {
		t.Errorf("tomorrow's item is next today: %+v", d)
	}
	r.now = at("11:30")
	r.do(chair, &FinishSession{Session: "s4"})
	if d := r.s.Timing(at("09:20").Add(24 * time.Hour)); d.Next != "s5" || d.Budget != 0 || d.Late != 0 {
		t.Errorf("%+v", d)
	}
}

// An item that the chair passed over is not what comes next.
func TestASkippedItemIsNotNext(t *testing.T) {
	r := newRoom(t)
	r.start("09:00", "s2")
	if d := r.s.Timing(at("09:10")); d.Next != "s3" {
		t.Errorf("the second item runs, and next is %s", d.Next)
	}
}

// The next of two parallel items is not late while the first one runs.
func TestAParallelItemIsNotLate(t *testing.T) {
	r := emptyRoom(t)
	c := sampleCreate()
	c.Programme[2].Kind, c.Programme[2].Start, c.Programme[2].End = "group", "09:00", "10:00"
	r.do(organiser, c)
	r.start("08:30", "s1")
	r.start("09:00", "s2")
	if d := r.s.Timing(at("09:01")); d.Late > 1 || d.Left < d.Budget-1 {
		t.Errorf("a minute into two parallel items: %+v", d)
	}
}

// Of two parallel items the one that ends last is waited for.
func TestTheLastOfParallelItemsIsWaitedFor(t *testing.T) {
	for _, order := range [][2]ID{{"s2", "s3"}, {"s3", "s2"}} {
		r := emptyRoom(t)
		c := sampleCreate()
		c.Programme[2].Kind, c.Programme[2].Start, c.Programme[2].End = "group", "09:00", "10:00"
		r.do(organiser, c)
		r.start("09:00", order[0])
		r.start("09:40", order[1])
		if d := r.s.Timing(at("09:45")); d.Next != "s4" || d.Late != 10 {
			t.Errorf("%s runs until 10:40, the next begins at 10:30: %+v", order[1], d)
		}
	}
}

// An item without an end runs until the next should have begun.
func TestAnOpenEndRunsLate(t *testing.T) {
	r := emptyRoom(t)
	c := sampleCreate()
	c.Programme[1].End = ""
	r.do(organiser, c)
	r.start("08:30", "s1")
	r.start("09:00", "s2")
	if d := r.s.Timing(at("09:50")); d.Late != 0 {
		t.Errorf("the break is at 10:00: %+v", d)
	}
	if d := r.s.Timing(at("10:20")); d.Late != 20 || d.Left != 40 {
		t.Errorf("the break should have begun 20 minutes ago: %+v", d)
	}
}

func TestMinutes(t *testing.T) {
	for slot, want := range map[Slot]int{{"08:30", "09:00"}: 30, {"08:30", ""}: 0, {"", "09:00"}: 0, {"09:00", "09:00"}: 0} {
		if got := (Session{Start: slot.Start, End: slot.End}).Minutes(); got != want {
			t.Errorf("%v: %d minutes, want %d", slot, got, want)
		}
	}
}

func TestRescueTakesFromThePause(t *testing.T) {
	r := newRoom(t)
	if moves := r.s.Rescue(at("09:00")); moves != nil {
		t.Errorf("nothing is late, yet %v", moves)
	}
	r.start("08:30", "s1")
	r.start("09:00", "s2")
	equal(t, "20 minutes late", r.s.Rescue(at("10:20")), []Move{{"s3", "10:20", "10:30"}})
	equal(t, "30 minutes late", r.s.Rescue(at("10:30")), []Move{
		{"s3", "10:30", "10:35"}, {"s4", "10:35", "11:35"}, {"s5", "11:35", "12:05"},
	})
}

func TestRescueLeavesPeopleTheirLunch(t *testing.T) {
	r := emptyRoom(t)
	c := sampleCreate()
	c.Programme[2].End, c.Programme[3].Start = "11:00", "11:00" // an hour
	r.do(organiser, c)
	r.start("08:30", "s1")
	r.start("09:00", "s2")
	if got := r.s.Rescue(at("10:30"))[0]; got != (Move{"s3", "10:30", "11:10"}) {
		t.Errorf("lunch becomes %v, want 40 minutes", got)
	}
}

func TestRescueWithoutAPause(t *testing.T) {
	r := emptyRoom(t)
	c := sampleCreate()
	c.Programme[2].Kind = "talk"
	r.do(organiser, c)
	r.start("09:00", "s2")
	if moves := r.s.Rescue(at("10:30")); moves != nil {
		t.Errorf("%v", moves)
	}
}

// A re-plan that was applied has done its work: a second tap at the same
// moment has nothing left to win, and the day is no longer told to be late by
// what the plan has already taken in.
func TestRescueIsDoneOnce(t *testing.T) {
	r := newRoom(t)
	r.start("08:30", "s1")
	r.start("09:00", "s2")
	r.now = at("10:20")
	r.do(chair, &Replan{Moves: r.s.Rescue(r.now)})
	if again := r.s.Rescue(r.now); again != nil {
		t.Errorf("a second tap moves again: %v", again)
	}
	if d := r.s.Timing(r.now); d.Left != d.Budget {
		t.Errorf("after the re-plan the decision still loses %d minutes", d.Budget-d.Left)
	}
}

// Whatever the day looks like: the sums hold, and the moves that are proposed
// can be made.
func TestTimingHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := emptyRoom(t)
		c := sampleCreate()
		for i := range c.Programme {
			p := &c.Programme[i]
			start := rapid.IntRange(0, 23*60).Draw(t, "start")
			length := rapid.IntRange(0, 23*60+59-start).Draw(t, "length")
			p.Start, p.End = clock(start), rapid.SampledFrom([]string{clock(start + length), ""}).Draw(t, "end")
			p.Kind = rapid.SampledFrom([]string{"break", "talk", "decision"}).Draw(t, "kind")
			p.Decides = p.Kind == "decision"
		}
		r.do(organiser, c)
		for i := range rapid.IntRange(0, 5).Draw(t, "started") {
			r.start(clock(rapid.IntRange(0, 1439).Draw(t, "at")), r.s.Programme[i].ID)
		}
		now := at(clock(rapid.IntRange(0, 1439).Draw(t, "now")))
		d := r.s.Timing(now)
		lost := 0
		for _, cut := range d.Decision {
			if cut.To < 0 || cut.To >= cut.From {
				t.Fatalf("cut %+v", cut)
			}
			lost += cut.From - cut.To
		}
		if d.Late < 0 || d.Over < 0 || d.Left != d.Budget-lost || lost > d.Late {
			t.Fatalf("%+v", d)
		}
		if moves := r.s.Rescue(now); moves != nil {
			r.now = now
			r.do(chair, &Replan{Moves: moves})
		}
	})
}
