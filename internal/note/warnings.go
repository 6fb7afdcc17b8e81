package note

import (
	"slices"
	"strings"
)

// Warning is a doubt about a note: what to look at, and on which line. Message puts it in words.
type Warning struct {
	Code string            `json:"code"`
	Line int               `json:"line"` // 1-based source line, 0 when it is about the note as a whole
	Args map[string]string `json:"args,omitempty"`
}

// The codes of warnings. They are stable: interfaces and tests may rely on them.
const (
	CodeDraft          = "draft"                    // the note says that it is a draft
	CodeAfternoon      = "time-read-as-afternoon"   // written, read, items
	CodeEndBeforeStart = "end-before-start"         // start, end, title
	CodeBackwards      = "time-goes-back"           // start, title
	CodeFromDuration   = "end-from-duration"        // start, end, title
	CodeSameSlot       = "same-slot-twice"          // slot, title, other
	CodeOverlap        = "overlap"                  // slot, title, other, otherSlot
	CodeWeekday        = "weekday-contradicts-date" // date, written, real (weekday numbers, Sunday 0)
	CodeDayAssumed     = "day-assumed"              // date
	CodeDayBeyond      = "day-beyond-event"         // written, days
	CodeNoDate         = "no-date"
	CodeYearMissing    = "year-missing"
	CodeNoTimes        = "no-times"
	CodeNoTitle        = "no-title"
	CodeUntitled       = "item-without-title" // start
	CodeNoObjective    = "no-objective"
	CodeTBC            = "tbc-speaker"      // title
	CodeNamesAlike     = "names-alike"      // a, b
	CodeDecisionTime   = "decision-time"    // minutes
	CodeNoDecision     = "no-decision-item" // nothing in the programme is for agreeing
	CodeShortQA        = "short-qa"         // minutes, talks
	CodeLongStretch    = "long-stretch"     // minutes, from, to
	CodeDamaged        = "damaged-text"
	CodeBadDate        = "date-impossible"        // written
	CodeDuration       = "duration-contradicts"   // slot, minutes, title
	CodeRowNotRead     = "row-not-read"           // title, written
	CodeGoalNumber     = "goal-without-number"    // the expected output is agreement, and gives no number
	CodeGoalNumberBy   = "goal-without-number-by" // by
	CodeGoalUnclear    = "goal-unclear"           // written
	CodeGoalTwice      = "goal-twice"             // written

	// What the document itself leaves open: the codes of source.Doubt.
	CodeLetters     = "letters-repaired"        // count
	CodePages       = "pages-without-text"      // pages
	CodeRepeats     = "repetition-not-expanded" // title, rule
	CodeAllDay      = "all-day-event"           // title, date
	CodeTimesInUTC  = "times-in-utc"
	CodeSheetHidden = "sheet-hidden" // name
)

func (n *Note) warn(code string, line int, args ...string) {
	w := Warning{Code: code, Line: line}
	for i := 0; i+1 < len(args); i += 2 {
		if w.Args == nil {
			w.Args = make(map[string]string)
		}
		w.Args[args[i]] = args[i+1]
	}
	n.Warnings = append(n.Warnings, w)
}

// warnAboutNote adds the warnings that need the whole note.
func warnAboutNote(n *Note, doc document) {
	if n.Draft {
		n.warn(CodeDraft, 0)
	}
	if n.Title == "" {
		n.warn(CodeNoTitle, 0)
	}
	if n.Objective == "" && len(n.SubObjectives) == 0 {
		n.warn(CodeNoObjective, 0)
	}
	for _, l := range doc.lines {
		if strings.ContainsRune(l.text, '\uFFFD') {
			n.warn(CodeDamaged, l.no)
			break
		}
	}
	warnNamesAlike(n)
	warnProgramme(n)
}

func warnProgramme(n *Note) {
	items := n.Items()
	if len(items) == 0 {
		n.warn(CodeNoTimes, 0)
		return
	}
	c := n.Check()
	if c.DecisionItems == 0 {
		n.warn(CodeNoDecision, 0)
	} else {
		n.warn(CodeDecisionTime, 0, "minutes", itoa(c.DecisionMinutes))
	}
	if c.QAMinutes > 0 && c.QAMinutes <= 10*max(1, c.Talks/2) && c.Talks > 1 && c.QAMinutes < c.TalkMinutes/4 {
		n.warn(CodeShortQA, c.QALine, "minutes", itoa(c.QAMinutes), "talks", itoa(c.Talks))
	}
	for _, s := range c.Stretches {
		if s.Minutes > longestStretch {
			n.warn(CodeLongStretch, s.Line, "minutes", itoa(s.Minutes), "from", s.From.String(), "to", s.To.String())
		}
	}
}

// sortWarnings orders by line, those about the whole note last; equal lines keep their order.
func sortWarnings(n *Note) {
	key := func(w Warning) int {
		if w.Line == 0 {
			return 1 << 30
		}
		return w.Line
	}
	slices.SortStableFunc(n.Warnings, func(a, b Warning) int { return key(a) - key(b) })
}
