package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// timed reads a line with a slot at its start, after a date, or at its end.
func (t *tokeniser) timed(l line, raw, text string) bool {
	if sl, rest, labelled, ok := leadingSlot(raw); ok && t.accepts(sl, rest) {
		if labelled && !t.slotted && inBrackets(rest) {
			rest = "" // "Time: 14:00 to 16:30 (local time)"
		}
		if rest == "" && sl.ranged && !t.started && t.programmeBelow() {
			return true // "10:00 am - 12:00 pm", "AGENDA": the hours of the event
		}
		if t.again(l, sl, rest) || t.completes(l, sl, rest) || t.elsewhere(sl, rest) || labelled && (t.overall(sl, rest) || rest == "" && !t.slotted && t.style.labelled < 2) {
			return true
		}
		if t.hoursThenDate(l, sl, rest) {
			return true
		}
		t.slot(l, sl, rest, -1)
		return true
	}
	if isHoursLine(text) || t.dateThenSlot(l, text) {
		return true
	}
	if sl, title, ok := sessionSlot(text); ok && t.style.numbered > t.style.leading+t.style.fours {
		t.slot(l, sl, title, -1)
		return true
	}
	if t.follows(l, text) || t.sessionRange(l, text) {
		return true
	}
	if len(text) > 600 || t.style.trailing <= max(t.style.leading+t.style.fours, t.style.singles) || isDeadline(text) {
		return false
	}
	if sec, _ := heading(l, text); sec != noSection && sec != secProgramme {
		return false
	}
	title, sl, ok := trailingSlot(text)
	if !ok || !t.accepts(sl, title) || isContactLine(text) {
		return false
	}
	if t.overall(sl, "") && !t.started {
		return true
	}
	t.slot(l, sl, title, -1)
	return true
}

// programmeBelow says that the next written line is the heading of the programme.
func (t *tokeniser) programmeBelow() bool {
	for _, l := range t.below[:min(3, len(t.below))] {
		if l.blank() {
			continue
		}
		sec, rest := heading(l, l.text)
		return sec == secProgramme && rest == ""
	}
	return false
}

// again recognises the slot of the open item written once more before its room: "09:00 - 10:30 hrs. / Hall 1" below the title.
func (t *tokeniser) again(l line, sl slot, rest string) bool {
	if !sl.ranged || !t.slotted || !strings.Contains(l.raw, " / ") {
		return false
	}
	room := strings.TrimLeft(strings.TrimPrefix(rest, "hrs"), " ./")
	before := t.lastSlot()
	if !before.ranged || before.start.clock != sl.start.clock || before.end.clock != sl.end.clock || !namesRoom(headOf(room)) || t.pending() {
		return false
	}
	t.emit(token{kind: tokSection, line: l, section: secVenue, text: room, cell: -1})
	return true
}

// follows takes a short line that ends with a time for an item where the others begin with theirs, if the time comes after
// the item before: "Break 18:00 to 18:15" between "17:00-18:00 …" and "18:15-19:00 …".
func (t *tokeniser) follows(l line, text string) bool {
	if !t.slotted || l.level > 0 || utf8.RuneCountInString(text) > 60 || isDeadline(text) || isContactLine(text) {
		return false
	}
	title, sl, ok := trailingSlot(text)
	if !ok || !sl.sure() || l.bullet != "" || strings.ContainsAny(title, ".,:;") || !unicode.IsUpper(firstRune(title)) || kindOf(title, false) == KindOther && !sl.ranged {
		return false
	}
	if session, _ := sessionHeading(title); session {
		return false
	}
	before := t.lastSlot()
	if until := max(before.start.clock, before.end.clock); sl.start.clock < until || !sl.ranged && sl.start.clock == until {
		return false
	}
	t.slot(l, sl, title, -1)
	return true
}

// lastSlot is the slot read last, the zero slot before any.
func (t *tokeniser) lastSlot() slot {
	for i := len(t.out) - 1; i >= 0; i-- {
		if t.out[i].kind == tokSlot {
			return t.out[i].slot
		}
	}
	return slot{}
}

// isHoursLine recognises "Mornings: 8:00 – 11:30; afternoons: 13:30 – 16:30": the hours of all days, and no item.
func isHoursLine(text string) bool {
	if len(text) > 160 {
		return false
	}
	ranges, rest := 0, ""
	for i := 0; i < len(text); {
		if sl, next, ok := slotAt(text, i); ok && sl.ranged {
			ranges, i, rest = ranges+1, next, rest+" "
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		rest += text[i : i+size]
		i += size
	}
	if ranges < 2 {
		return false
	}
	halves := 0
	for _, w := range wordsOf(rest) {
		if !halfDays[w] && !halfDays[strings.TrimSuffix(w, "s")] && !dayWords[w] && w != "buổi" && w != "a" {
			return false
		}
		halves++
	}
	return halves > 0
}

// overall recognises the hours of the whole event, given in the head of the note: "เวลา 08.30 - 16.30 น.".
func (t *tokeniser) overall(sl slot, rest string) bool {
	length := sl.end.clock - sl.start.clock
	if length < 0 {
		length += 12 * 60
		if length > 10*60 {
			return false
		}
	}
	return sl.ranged && length >= 3*60 && (rest == "" || isPlaceLead(rest))
}

// hoursThenDate reads "14h00 - 17h00, Sunday 10/05/2026, Room 2": the hours of the event, its date and its place.
func (t *tokeniser) hoursThenDate(l line, sl slot, rest string) bool {
	spans := findDates(cutRunes(rest, 120))
	if !sl.ranged && t.started || len(spans) == 0 || !onlyDayWords(rest[:spans[0].from]) || isDeadline(rest) {
		return false
	}
	after := strings.TrimLeft(rest[spans[0].to:], " ,;|)")
	if t.started && after != "" {
		return false
	}
	t.emit(token{kind: tokDay, line: l, day: dayMark{span: spans[0], dated: true, text: spans[0].text}, cell: -1})
	if after != "" {
		t.text(l, after, -1)
	}
	return true
}

// dateThenSlot reads "Monday 16 March, 09:00-10:00 Title" and drops the hours of "23 September 2014, 8:30-17:00".
func (t *tokeniser) dateThenSlot(l line, text string) bool {
	span, sl, rest, ok := dateAndSlot(text)
	if !ok {
		return false
	}
	t.emit(token{kind: tokDay, line: l, day: dayMark{span: span, dated: true, text: span.text}, cell: -1})
	if !t.slotted && inBrackets(rest) && holdsTime(rest) && t.overall(sl, "") {
		return true // "13 September 2024, 9:00-12:30 (doors open at 8:30)"
	}
	if rest != "" && !t.overall(sl, rest) && (t.started || t.style.dated >= 2) || rest == "" && t.onlyDatedHours(sl) {
		t.slot(l, sl, rest, -1)
	} else if rest != "" {
		t.text(l, rest, -1)
	}
	return true
}

// onlyDatedHours says that the note gives every hour on the line of its day, with the title below: "Thursday, 3 September 2026, 12:00 hrs".
func (t *tokeniser) onlyDatedHours(sl slot) bool {
	others := t.style.leading + t.style.fours + max(0, t.style.trailing-t.style.onDays)
	return others == 0 && t.style.singles < t.style.dated && t.style.dated >= 2 && !t.overall(sl, "")
}

// dateAndSlot reads a line that starts with a date and a slot.
func dateAndSlot(text string) (span dateSpan, sl slot, rest string, ok bool) {
	if part := dayThenTime.FindStringSubmatch(text); part != nil {
		mark, isDay := shortDate(part[1])
		sl, rest, _, ok = leadingSlot(part[2])
		return mark.span, sl, rest, ok && isDay && sl.sure()
	}
	spans := findDates(cutRunes(text, 120))
	if len(spans) == 0 || !onlyDayWords(text[:spans[0].from]) || isDeadline(text) {
		return span, sl, "", false
	}
	sl, rest, _, ok = leadingSlot(strings.TrimLeft(text[spans[0].to:], " ,;:/|()-–—"))
	return spans[0], sl, rest, ok && sl.sure()
}

// completes takes a time that stands alone, right after a lone start that has no title yet, for its end
// (START and FINISH as cells, each on its own line).
func (t *tokeniser) completes(l line, sl slot, rest string) bool {
	if sl.ranged || rest != "" || !t.pending() {
		return false
	}
	for i := len(t.out) - 1; i >= 0; i-- {
		last := &t.out[i]
		if last.kind != tokSlot {
			continue
		}
		if last.slot.ranged || last.slot.open && !last.slot.dangling || l.no-last.line.no > 3 {
			return false
		}
		last.slot.end, last.slot.ranged, last.slot.open = sl.start, true, false
		return true
	}
	return false
}

// elsewhere recognises the slot just read in another time zone, on a line or in a cell of its own.
func (t *tokeniser) elsewhere(sl slot, rest string) bool {
	if !sl.ranged || rest != "" || !t.pending() {
		return false
	}
	for i := len(t.out) - 1; i >= 0; i-- {
		if last := t.out[i]; last.kind == tokSlot {
			return otherZone(last.slot, sl)
		}
	}
	return false
}

// otherZone says that two ranges are one in two zones: whole hours apart, and neither follows the other.
func otherZone(a, b slot) bool {
	return a.ranged && b.ranged && sameHourElsewhere(a, b) && (a.start.clock-b.start.clock)%60 == 0 && a.end.clock != b.start.clock && b.end.clock != a.start.clock
}

// slot emits a slot with the text after it, cut into cells.
func (t *tokeniser) slot(l line, sl slot, rest string, cell int) {
	var cells []string
	if cell < 0 {
		cells, _ = splitCells(rest) // a cell is whole, whatever bars it holds
	}
	if len(cells) == 0 && strings.Contains(rest, " / ") && strings.Contains(l.raw, "/") && slashAfterSlot(l.raw, rest) {
		cells = strings.Split(rest, " / ")
	}
	if len(cells) == 0 {
		cells = []string{rest}
	}
	if end, after, _, ok := leadingSlot(cells[0]); ok && after == "" && !sl.ranged && !end.ranged && len(cells) > 1 {
		sl.end, sl.ranged, cells = end.start, true, cells[1:]
	}
	if m, end := readDuration(cells[0], 0); m > 0 && end == len(cells[0]) && len(cells) > 1 {
		sl.minutes, cells = m, cells[1:]
	}
	if len(cells) > 1 && cell < 0 && t.roomColumns() {
		t.emitCells(l, sl, cells)
		return
	}
	t.emitSlot(l, sl, cells, cell)
}

// roomColumns says that the headings after the time are rooms or tracks, two at least.
func (t *tokeniser) roomColumns() bool {
	rooms := 0
	for _, col := range t.columns {
		switch col {
		case colUnknown:
			rooms++
		case colTitle:
			return false
		}
	}
	return rooms >= 2
}

// emitCells emits a slot whose texts belong to the rooms in which they take place.
func (t *tokeniser) emitCells(l line, sl slot, cells []string) {
	t.emit(token{kind: tokSlot, line: l, slot: sl, cell: -1})
	for i, c := range cells {
		if c = joinSpace(c); c != "" {
			t.emit(token{kind: tokText, line: l, text: c, cell: -1, nth: i + 1})
		}
	}
}

// emitSlot emits a slot whose first text is its title.
func (t *tokeniser) emitSlot(l line, sl slot, cells []string, cell int) {
	parts := strings.Split(cells[0], cellBreak)
	title := joinSpace(parts[0])
	t.emit(token{kind: tokSlot, line: l, slot: sl, text: title, cell: cell, tailed: t.tailed && cell < 0 && len(cells) == 1})
	l.bullet = ""
	for _, p := range parts[1:] {
		t.text(l, p, cell)
	}
	for i, c := range cells[1:] {
		if c = joinSpace(c); c != "" {
			t.emit(token{kind: tokText, line: l, text: c, cell: -1, nth: i + 2})
		}
	}
}

func slashAfterSlot(raw, rest string) bool {
	before := strings.TrimRight(raw[:max(0, len(raw)-len(rest))], " ")
	return strings.HasSuffix(before, "/")
}
