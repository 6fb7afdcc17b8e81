package source

import (
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-ical"
)

// mostRepeats is how often one event is written out.
const mostRepeats = 50

// repeated gives an event once for each of its times. A rule is followed when it repeats by days or weeks and ends within
// mostRepeats times; any other is named as a doubt, and the event stands once.
func (c *calendar) repeated(e *ical.Component, ev Event) []Event {
	p := e.Props.Get(ical.PropRecurrenceRule)
	if p == nil {
		return []Event{ev}
	}
	r, ok := readRule(p.Value)
	starts := r.starts(ev.Start)
	if !ok || len(starts) == 0 {
		c.text.Doubts = append(c.text.Doubts, Doubt{Code: Repeats, Args: map[string]string{"title": ev.Summary, "rule": p.Value}})
		return []Event{ev}
	}
	left := c.exceptions(e)
	var all []Event
	for _, start := range starts {
		if left[start.Unix()] {
			continue
		}
		one := ev
		one.Start = start
		if !ev.End.IsZero() {
			one.End = start.Add(ev.End.Sub(ev.Start))
		}
		all = append(all, one)
	}
	return all
}

// exceptions are the times that EXDATE takes out.
func (c *calendar) exceptions(e *ical.Component) map[int64]bool {
	out := map[int64]bool{}
	for _, p := range e.Props[ical.PropExceptionDates] {
		for value := range strings.SplitSeq(p.Value, ",") {
			one := p
			one.Value = value
			if t, _, ok := c.time(&one); ok {
				out[t.Unix()] = true
			}
		}
	}
	return out
}

// rule is what is followed of a recurrence rule.
type rule struct {
	step  int // days from one time to the next, or from one week to the next
	days  map[time.Weekday]bool
	count int
	until time.Time
}

var weekdays = map[string]time.Weekday{
	"SU": time.Sunday, "MO": time.Monday, "TU": time.Tuesday, "WE": time.Wednesday, "TH": time.Thursday, "FR": time.Friday, "SA": time.Saturday,
}

func readRule(s string) (r rule, ok bool) {
	every, weekly := 1, false
	for part := range strings.SplitSeq(strings.ToUpper(s), ";") {
		name, value, _ := strings.Cut(part, "=")
		n, err := strconv.Atoi(value)
		switch name {
		case "FREQ":
			weekly, ok = value == "WEEKLY", value == "DAILY" || value == "WEEKLY"
		case "INTERVAL":
			every = n
		case "COUNT":
			if r.count = n; err != nil {
				return r, false
			}
		case "UNTIL":
			until, err := time.Parse("20060102", value[:min(8, len(value))])
			if err != nil {
				return r, false
			}
			r.until = until.AddDate(0, 0, 1)
		case "BYDAY":
			r.days = map[time.Weekday]bool{}
			for day := range strings.SplitSeq(value, ",") {
				w, known := weekdays[day]
				if !known {
					return r, false
				}
				r.days[w] = true
			}
		case "WKST":
		default:
			return r, false
		}
	}
	if weekly && r.days == nil {
		every *= 7
	} else if weekly && every != 1 {
		return r, false
	}
	r.step = every
	return r, ok && every > 0 && every <= 366 && (r.count > 0 || !r.until.IsZero())
}

// starts lists the times of a rule, none when there are more than mostRepeats.
func (r rule) starts(first time.Time) []time.Time {
	var all []time.Time
	t := first
	for range 3 * 366 {
		done := r.count > 0 && len(all) == r.count || !r.until.IsZero() && !t.Before(time.Date(r.until.Year(), r.until.Month(), r.until.Day(), 0, 0, 0, 0, t.Location()))
		if done {
			return all
		}
		if r.days == nil || r.days[t.Weekday()] {
			if all = append(all, t); len(all) > mostRepeats {
				return nil
			}
		}
		t = t.AddDate(0, 0, max(1, r.step))
	}
	return nil
}
