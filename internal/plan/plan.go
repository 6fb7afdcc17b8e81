// Package plan looks at a draft programme as an organiser would the evening before: is there time to agree, to report, to
// ask, to rest? Each finding says which items it is about and, where a few moved minutes settle it, proposes the day as it
// would then be. It knows the programme alone: no people, no clock.
package plan

import (
	"cmp"
	"slices"
	"strconv"
)

// Item is one line of a programme. Times are minutes since midnight.
type Item struct {
	Of      int    // which item of the programme it is; New for one that a proposal adds
	Date    string // ISO date
	Start   int    // Unclear when it cannot be read
	End     int    // NoEnd when the programme gives none, Unclear when it cannot be read
	Kind    string // the kinds below, or any other word
	Room    string // "" for the main room, or where nobody said
	Decides bool   // the room can agree here
	Talks   int    // how many are given in it: its parts; at least one in an item of kind Talk
}

// Marks instead of a number.
const (
	New     = -1
	NoEnd   = -1
	Unclear = -2
)

// The kinds of items that the check tells apart: the words of package note.
const (
	Registration = "registration"
	Talk         = "talk"
	QA           = "qa"
	Break        = "break"
	Group        = "group"
	Presentation = "presentation"
	Decision     = "decision"
	Closing      = "closing"
)

// Finding is one thing to look at. Args holds numbers and times of day as text.
type Finding struct {
	Code     string            `json:"code"`
	Args     map[string]string `json:"args"`
	Items    []int             `json:"items"` // the programme's items that it is about, ascending
	Date     string            `json:"date"`  // of the day that Proposal replaces, else of its items
	Proposal []Item            `json:"-"`     // that day's items in order after the change; nil when a person has to think
}

// The codes of findings, with the names of their arguments.
const (
	CodeUnclear      = "unclear-time"       // nothing is known of these items until their times are
	CodeOverlap      = "overlap"            // start, end: two items at one time, not in two rooms that have names
	CodeNoDecision   = "no-decision"        // n: recommendations
	CodeShort        = "short-decision"     // minutes, n, wanted
	CodeNoReport     = "no-report"          // groups work, and nobody hears of it
	CodeNoEnd        = "no-end"             // n: items without an end
	CodeOpenDay      = "open-day"           // start: the last item has no end
	CodeStretch      = "long-stretch"       // minutes, start, end, limit
	CodeNoLunch      = "no-lunch"           // start, end of the day
	CodeFewQuestions = "few-questions"      // minutes, n: talks, wanted
	CodeBooth        = "booth-without-rest" // minutes, start, end, limit
	CodeBoothDay     = "booth-long-day"     // minutes, limit
	CodeGap          = "gap"                // minutes, start, end
)

// What is enough, in minutes. Where no source is named the figure is our own rule of thumb, open to argument.
const (
	DecisionEach  = 5   // to read one recommendation in two languages, rate it, and hear the result
	LeastDecision = 15  // under this nothing is agreed
	UsualDecision = 30  // of an item for deciding when there are no recommendations yet
	UsualReport   = 30  // of an item in which groups report
	LeastReport   = 15  //
	QuestionsEach = 5   // of questions for each talk
	MaxStretch    = 150 // without a break: as package note
	UsualBreak    = 15  //
	RealBreak     = 10  // a pause under this is none
	LunchFrom     = 11 * 60
	LunchUntil    = 14 * 60
	RealLunch     = 30
	UsualLunch    = 60

	// AIIC's Professional Standards on the length of an interpreter's working day: two sessions of two and a half to three
	// hours each at most; and on team strength: more interpreters where that is exceeded.
	MaxBooth    = 180
	MaxBoothDay = 2 * MaxBooth
)

// Check looks at the programme as it is. recommendations is how many are to be agreed, interpreted whether anybody works in a
// booth. Findings come with the gravest kind first, then by day and hour.
func Check(items []Item, recommendations int, interpreted bool) []Finding {
	p := programme{recommendations: recommendations, interpreted: interpreted}
	for i, it := range items {
		it.Of = i
		p.items = append(p.items, it)
	}
	findings := p.look()
	for i := range findings {
		findings[i].Proposal = p.propose(findings[i])
	}
	return findings
}

// programme is what one check looks at.
type programme struct {
	items           []Item
	recommendations int
	interpreted     bool
}

// look finds, without proposing anything.
func (p programme) look() []Finding {
	var all []Finding
	days := p.days()
	for _, rule := range []func([]day) []Finding{
		unclear, overlaps, p.deciding, reporting, openEnds, stretches, lunches, questions, p.booths, gaps,
	} {
		all = append(all, rule(days)...)
	}
	return all
}

// dates are those of the programme, ascending.
func (p programme) dates() []string {
	var dates []string
	for _, it := range p.items {
		if !slices.Contains(dates, it.Date) {
			dates = append(dates, it.Date)
		}
	}
	slices.Sort(dates)
	return dates
}

func (p programme) days() []day {
	var days []day
	for _, date := range p.dates() {
		days = append(days, newDay(date, p.on(date)))
	}
	return days
}

func (p programme) on(date string) []Item {
	var items []Item
	for _, it := range p.items {
		if it.Date == date {
			items = append(items, it)
		}
	}
	return items
}

// finding makes one; args are pairs of name and value.
func finding(code, date string, items []Item, args ...any) Finding {
	f := Finding{Code: code, Date: date, Args: map[string]string{}, Items: []int{}}
	for _, it := range items {
		if it.Of != New && !slices.Contains(f.Items, it.Of) {
			f.Items = append(f.Items, it.Of)
		}
	}
	slices.Sort(f.Items)
	for i := 0; i+1 < len(args); i += 2 {
		f.Args[args[i].(string)] = asText(args[i+1])
	}
	return f
}

// clock is a time of day.
type clock int

func asText(v any) string {
	switch v := v.(type) {
	case clock:
		return Clock(int(v))
	case int:
		return strconv.Itoa(v)
	}
	return ""
}

// Clock writes minutes since midnight as "15:04"; "" for NoEnd and Unclear.
func Clock(minutes int) string {
	if minutes < 0 {
		return ""
	}
	two := func(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }
	return two(minutes/60) + ":" + two(minutes%60)
}

// byTime orders items of one day; equal ones keep their order.
func byTime(items []Item) {
	slices.SortStableFunc(items, func(a, b Item) int { return cmp.Compare(a.Start, b.Start) })
}
