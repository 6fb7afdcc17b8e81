package note

import (
	"slices"
	"strings"
	"time"
)

// readProgramme settles days and times, and builds the items.
func readProgramme(n *Note, doc document) {
	parts := collect(doc)
	b := programmeBuilder{note: n, doc: doc, parts: parts, dates: eventDates(doc, parts), current: -2}
	b.yearFrom()
	if namesAfterDash(parts.drafts) {
		for i := range parts.drafts {
			parts.drafts[i].dashed = true
		}
	}
	square, colon := namesInBrackets(parts.drafts), namesBeforeColon(parts.drafts)
	for i := range parts.drafts {
		parts.drafts[i].square, parts.drafts[i].colon = square, colon
		if !b.isHours(i) {
			b.add(parts.drafts[i])
		}
	}
	b.flushAfternoon()
	b.emptyDays()
	b.parallels()
	b.settleDates()
	b.checkDates()
}

type programmeBuilder struct {
	note    *Note
	doc     document
	parts   programmeParts
	dates   []dateSpan // of the event as the head of the note gives them
	year    int        // of the event, 0 when nothing says it
	current int        // the mark the open day came from, -2 before any
	clock   dayClock
	hints   [][]bool // per day and item: the text around speaks of parallel sessions
	noon    afternoon
}

// yearFrom takes the year from the dates of the event, else from any day of the programme.
func (b *programmeBuilder) yearFrom() {
	for _, s := range b.dates {
		if s.last.year > 0 {
			b.year = s.last.year
			return
		}
	}
	for _, m := range b.parts.marks {
		if m.day.dated && m.day.span.last.year > 0 {
			b.year = m.day.span.last.year
			return
		}
	}
	if b.year = b.headYear(); b.year == 0 {
		b.year = b.doc.signed
	}
}

// headYear is the only year that the head of the note names, in its title ("Forum 2022") or on a line of its own, if it fits
// the weekdays of the programme. The note is still warned of: no date says it.
func (b *programmeBuilder) headYear() int {
	year, head := 0, true
	for _, tok := range b.doc.tokens {
		if tok.kind == tokSlot || tok.kind == tokSection && tok.section != secProgramme && tok.section != secTitle {
			head = false
		}
		if !head && (tok.kind != tokText || tok.line.level == 0 && !tok.line.strong) {
			continue // below the head only the title of a part says it: "**2026 Summit**"
		}
		for _, p := range pieces(cutRunes(tok.line.text, 200)) {
			y := commonYear(p.value, p.digits, false)
			if p.digits != 4 || y == 0 || y == year {
				continue
			}
			if year != 0 {
				return 0
			}
			year = y
		}
	}
	for _, m := range b.parts.marks {
		d := m.day.span.first
		if d.year = year; year > 0 && m.day.dated && m.day.span.weekday != nil && d.time().Weekday() != *m.day.span.weekday {
			return 0
		}
	}
	return year
}

// isHours recognises a slot without title or people that is no item: a lone time, or the hours of the whole event, within
// which the next item starts.
func (b *programmeBuilder) isHours(i int) bool {
	d := b.parts.drafts[i]
	if d.title != "" && !isHalfDay(d.title) || len(d.parts) > 0 {
		return false
	}
	if d.title != "" && !d.slot.ranged && (i+1 == len(b.parts.drafts) || b.parts.drafts[i+1].slot.start.clock != d.slot.start.clock) {
		return false // "19h30 Soirée"
	}
	if !d.slot.ranged || i+1 == len(b.parts.drafts) {
		return true
	}
	next := b.parts.drafts[i+1].slot.start.clock
	return next >= d.slot.start.clock && next < d.slot.end.clock
}

// isHalfDay recognises "Après-midi" and its like, whose hours are those of the items under it.
func isHalfDay(title string) bool { return halfDays[strings.ToLower(trimTail(title))] }

var halfDays = wordSet(`morning afternoon evening matin matinée après-midi soirée mañana tarde pagi siang sore sáng chiều เช้า บ่าย ช่วงเช้า ช่วงบ่าย ภาคเช้า ภาคบ่าย`)

func (b *programmeBuilder) add(d draft) {
	mark := b.dayMark(d.day)
	if mark != b.current {
		b.openDay(mark, d.line.no)
	} else if b.clock.newDay(d.slot) && b.nextDate() != "" {
		b.followingDay(d.line.no)
	} else if d.restarts && len(b.eventDays()) < 2 && b.clock.last > d.slot.start.clock && d.slot.start.half == unmarked && d.slot.start.clock >= 6*60 && b.clock.until >= 12*60 {
		b.undatedDay(d.line.no)
	}
	stated := d.length()
	it, unnamed := buildItem(d)
	b.clock.late = b.doc.late
	var doubts []doubt
	it.Start, it.End, doubts = b.clock.read(d.slot)
	it.Kind = kindOf(it.Title, len(it.Speakers) > 0)
	if stated > 0 && it.End > it.Start && int(it.End-it.Start) != stated {
		b.note.warn(CodeDuration, it.Line, "slot", slotText(it), "minutes", itoa(stated), "title", it.Title)
	}
	b.warn(it, d, doubts, unnamed)
	if it.Title == "" && len(it.Speakers)+len(it.Moderators)+len(it.Subitems)+len(it.Parallel.Tracks) == 0 {
		return // the warning names the line
	}
	day := &b.note.Days[len(b.note.Days)-1]
	day.Items = append(day.Items, it)
	b.hints[len(b.hints)-1] = append(b.hints[len(b.hints)-1], d.parallel)
}

// within says that items of another day stand before a mark: a run of days there has one programme for all of them.
func (b *programmeBuilder) within(i int) bool {
	if len(b.parts.drafts) == 0 {
		return false
	}
	first := b.parts.drafts[0].day
	return first >= 0 && first < i && !b.parts.marks[first].day.many()
}

// dayMark skips marks that give a run of days: they date the event and open no day, unless they stand inside the programme.
func (b *programmeBuilder) dayMark(i int) int {
	for i >= 0 && b.parts.marks[i].day.many() && !b.within(i) {
		i--
	}
	return max(i, -1)
}

func (b *programmeBuilder) openDay(mark, line int) {
	b.flushAfternoon()
	day := Day{Line: line}
	if mark >= 0 {
		tok := b.parts.marks[mark]
		day = b.readDay(tok)
	} else if days := b.eventDays(); len(days) > 0 {
		day.Date = days[0]
	}
	if n := len(b.note.Days); n > 0 && day.Date != "" && b.note.Days[n-1].Date == day.Date {
		b.current = mark
		if b.clock.last >= 0 {
			return
		}
	} else {
		b.note.Days = append(b.note.Days, day)
		b.hints = append(b.hints, nil)
	}
	b.current = mark
	b.clock = dayClock{last: NoClock, until: NoClock}
}

// readDay dates a day from its mark: its own date, or the place of "Day 2" or of a weekday in the run of event days.
func (b *programmeBuilder) readDay(tok token) Day {
	mark := tok.day
	day := Day{Text: mark.text, Line: tok.line.no}
	days := b.eventDays()
	switch {
	case mark.dated:
		d := mark.span.first
		if d.year == 0 {
			d.year = b.year
		}
		day.Date = d.iso()
		day.Text = mark.span.text
		b.checkWeekday(d, mark.span.weekday, tok)
	case mark.ordinal > 0 && mark.ordinal <= len(days):
		day.Date = days[mark.ordinal-1]
	case mark.number > 0 && mark.weekday != nil && len(days) == 0:
		day.Date = b.inMonths(mark)
	case mark.number > 0 && onNumber(days, mark.number) != "":
		day.Date = onNumber(days, mark.number)
		b.checkWeekday(parseISO(day.Date), mark.weekday, tok)
	case mark.weekday != nil:
		day.Date = onWeekday(days, *mark.weekday)
	}
	if mark.ordinal > len(days) && len(days) > 1 && !mark.dated {
		b.note.warn(CodeDayBeyond, tok.line.no, "written", mark.text, "days", itoa(len(days)))
	}
	return day
}

// inMonths dates "Tuesday 29" by the months that the head names with a year, "November/December 2026": the one in which the
// weekday is right.
func (b *programmeBuilder) inMonths(mark dayMark) string {
	for _, tok := range b.doc.tokens {
		if tok.kind == tokSlot {
			break
		}
		ps := pieces(cutRunes(tok.line.text, 200))
		for k, p := range ps {
			if p.month == 0 {
				continue
			}
			for _, y := range ps[k+1 : min(len(ps), k+6)] {
				d := date{commonYear(y.value, y.digits, false), p.month, mark.number}
				if y.digits == 4 && d.year > 0 && d.exists() && d.time().Weekday() == *mark.weekday {
					return d.iso()
				}
			}
		}
	}
	return ""
}

// onNumber is the event day that falls on a day of the month.
func onNumber(days []string, number int) string {
	for _, iso := range days {
		if parseISO(iso).day == number {
			return iso
		}
	}
	return ""
}

func parseISO(iso string) date {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return date{}
	}
	return date{t.Year(), int(t.Month()), t.Day()}
}

func onWeekday(days []string, w time.Weekday) string {
	for _, iso := range days {
		if t, err := time.Parse(time.DateOnly, iso); err == nil && t.Weekday() == w {
			return iso
		}
	}
	return ""
}

// eventDays lists the ISO dates of the event as its head gives them.
func (b *programmeBuilder) eventDays() []string {
	var all []string
	for _, s := range b.dates {
		if s.first.year == 0 {
			s.first.year, s.last.year = b.year, b.year
		}
		for _, d := range s.days() {
			if iso := d.iso(); iso != "" {
				all = appendOnce(all, iso)
			}
		}
	}
	return all
}

// nextDate is the event day after the open one, "" when there is none.
func (b *programmeBuilder) nextDate() string {
	open := b.note.Days[len(b.note.Days)-1].Date
	days := b.eventDays()
	for i, iso := range days[:max(0, len(days)-1)] {
		if iso == open {
			return days[i+1]
		}
	}
	return ""
}

// followingDay opens the next day of the event where the times start again and no heading says so.
func (b *programmeBuilder) followingDay(line int) {
	b.flushAfternoon()
	date := b.nextDate()
	b.note.Days = append(b.note.Days, Day{Date: date, Line: line})
	b.hints = append(b.hints, nil)
	b.clock = dayClock{last: NoClock, until: NoClock}
	b.note.warn(CodeDayAssumed, line, "date", date)
}

// undatedDay opens a day of which nothing says the date: a second table whose times start in the morning again.
func (b *programmeBuilder) undatedDay(line int) {
	b.flushAfternoon()
	b.note.Days = append(b.note.Days, Day{Line: line})
	b.hints = append(b.hints, nil)
	b.clock = dayClock{last: NoClock, until: NoClock}
}

// emptyDays keeps a day of the programme that is announced without a timed item ("Monday: arrival of participants").
func (b *programmeBuilder) emptyDays() {
	if len(b.note.Days) == 0 {
		return
	}
	seen := false
	for i, tok := range b.doc.tokens {
		seen = seen || tok.kind == tokColumns || tok.kind == tokSection && tok.section == secProgramme || tok.kind == tokSlot
		if tok.kind != tokDay || !seen || tok.day.many() || !tok.day.dated || b.hasDay(tok) || i+1 == len(b.doc.tokens) {
			continue
		}
		b.insertDay(b.readDay(tok))
	}
}

func (b *programmeBuilder) hasDay(tok token) bool {
	d := tok.day.span.first
	if d.year == 0 {
		d.year = b.year
	}
	for _, day := range b.note.Days {
		if day.Date == d.iso() {
			return true
		}
	}
	return false
}

func (b *programmeBuilder) insertDay(day Day) {
	at := len(b.note.Days)
	for i, d := range b.note.Days {
		if d.Line > day.Line {
			at = i
			break
		}
	}
	b.note.Days = slices.Insert(b.note.Days, at, day)
	b.hints = slices.Insert(b.hints, at, nil)
}

// settleDates lists the dates: those of the head, and every day that has an item.
func (b *programmeBuilder) settleDates() {
	all := b.eventDays()
	stated := false
	for _, d := range b.note.Days {
		if len(d.Items) > 0 && d.Date != "" {
			all = appendOnce(all, d.Date)
		}
	}
	for i, m := range b.parts.marks {
		if m.day.many() && b.within(i) && m.day.span.first.year > 0 {
			for _, d := range m.day.span.days() {
				all = appendOnce(all, d.iso())
			}
		}
	}
	for _, s := range b.dates {
		stated = stated || s.last.year > 0
	}
	for _, m := range b.parts.marks {
		stated = stated || m.day.dated && m.day.span.last.year > 0
	}
	slices.Sort(all)
	b.note.Dates, b.note.YearStated = all, stated
	if len(all) == 0 {
		code := CodeNoDate
		if len(b.dates) > 0 || b.anyDated() {
			code = CodeYearMissing
		}
		b.note.warn(code, b.dateLine())
	} else if !stated {
		b.note.warn(CodeYearMissing, b.dateLine())
	}
}

func (b *programmeBuilder) anyDated() bool {
	for _, m := range b.parts.marks {
		if m.day.dated {
			return true
		}
	}
	return false
}

func (b *programmeBuilder) dateLine() int {
	for _, m := range b.parts.marks {
		if m.day.dated {
			return m.line.no
		}
	}
	for _, tok := range b.doc.tokens {
		if tok.kind == tokSlot {
			break
		}
		if len(findDates(cutRunes(tok.line.text, 400))) > 0 && !isDeadline(tok.line.text) {
			return tok.line.no
		}
	}
	return 0
}
