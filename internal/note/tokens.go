package note

import "strings"

type tokenKind int

const (
	tokText tokenKind = iota
	tokBlank
	tokSlot
	tokDay
	tokSection
	tokColumns
)

// token is a piece of a line that one recogniser has claimed.
type token struct {
	kind    tokenKind
	line    line
	text    string // of a text; after a section's label; after a slot
	cell    int    // number of the cell in its table row, -1 outside one
	nth     int    // place among the texts that follow a slot on its line (the first is in the slot token), 0 for others
	slot    slot
	day     dayMark
	section section
	columns []column
	names   []string // the headings of the columns, as written
	flat    bool     // of columns: every cell stands on a line of its own
}

// document is a note cut into tokens.
type document struct {
	lines  []line
	tokens []token
	late   bool // some time is written with an hour above 12
}

// tokeniser walks the lines once. Its state is what the lines before say about the next one.
type tokeniser struct {
	style   layout
	out     []token
	columns []column
	started bool // a programme heading, a table heading or a slot has been seen
}

// layout is how a note writes its slots, counted over all lines before any is judged.
type layout struct {
	leading  int // lines that start with a sure slot
	trailing int // lines that end with one
	fours    int // lines that start with "0900-1000" or "0900", years apart
	singles  int // lines that start with a lone "9.00"
	labelled int // lines that are nothing but "Time: 9:00-9:30"
	dated    int // lines that start with a date and a slot
	numbered int // lines such as "Session 1 (9:00-10:30): Title"
}

func tokenise(lines []line) document {
	t := tokeniser{style: measure(lines), out: make([]token, 0, len(lines)+len(lines)/4)}
	for i, l := range lines {
		if i+1 < len(lines) && t.flatHeader(lines, i) {
			continue
		}
		t.line(l)
	}
	doc := document{lines: lines, tokens: t.out}
	for _, tok := range t.out {
		if tok.kind == tokSlot && (tok.slot.start.clock >= 13*60 || tok.slot.end.clock >= 13*60) && tok.slot.start.half == unmarked && tok.slot.end.half == unmarked {
			doc.late = true
		}
	}
	return doc
}

// longLine is the length in bytes above which a line is prose and no recogniser needs to read all of it.
const longLine = 2000

func measure(lines []line) layout {
	var st layout
	for _, l := range lines {
		if l.blank() {
			continue
		}
		sl, rest, labelled, ok := leadingSlot(firstTimed(l))
		if ok && labelled && rest == "" {
			st.labelled++
		}
		switch {
		case ok && sl.sure() && sl.ranged:
			st.leading++
		case ok && sl.start.style == four && !sl.yearlike():
			st.fours++
		case ok:
			st.singles++
		case len(l.text) < 200:
			if _, _, ok := trailingSlot(l.text); ok {
				st.trailing++
			}
			if _, _, _, ok := dateAndSlot(l.text); ok {
				st.dated++
			}
			if _, _, ok := sessionSlot(l.text); ok {
				st.numbered++
			}
		}
	}
	return st
}

// firstTimed gives the cell of a row that holds its slot, or the text of the line.
func firstTimed(l line) string {
	if l.table {
		for _, c := range l.cells {
			if digitSize(c, skipOpeners(c, 0)) > 0 && (len(c) > 3) {
				return c
			}
		}
	}
	return cutRunes(l.raw, 200)
}

// accepts says whether a slot at the start of a line is one, given how the note writes the others.
func (st layout) accepts(s slot, rest string) bool {
	switch {
	case s.yearlike():
		return st.fours >= 2 && s.ranged
	case s.start.style == four && s.ranged:
		return true
	case s.start.style == four:
		return st.fours >= 2 || s.start.unit
	case s.sure():
		return true
	case s.start.style == dotted && !s.ranged:
		return st.leading+st.singles >= 3 && s.start.clock%5 == 0 || st.leading+st.singles >= 2 && (s.start.clock >= 6*60 || s.start.hours == 2)
	case s.start.style == word:
		return st.leading+st.singles >= 2
	}
	return s.ranged
}

func (t *tokeniser) line(l line) {
	switch {
	case l.blank():
		t.emit(token{kind: tokBlank, line: l, cell: -1})
	case len(l.text) > longLine:
		t.longLine(l)
	case l.table || len(l.cells) >= 2:
		t.row(l)
	default:
		t.plain(l, l.raw)
	}
}

func (t *tokeniser) emit(tok token) {
	switch tok.kind {
	case tokSlot, tokColumns:
		t.started = true
	case tokSection:
		t.started = t.started || tok.section == secProgramme
	}
	t.out = append(t.out, tok)
}

func (t *tokeniser) text(l line, s string, cell int) {
	for i, part := range strings.Split(s, cellBreak) {
		if part = joinSpace(part); part != "" && !isPageNumber(part) {
			if i > 0 {
				l.bullet = ""
			}
			t.emit(token{kind: tokText, line: l, text: part, cell: cell})
		}
	}
}

// longLine reads prose: it can open with a slot (the seed's fifth item is long), but is no heading.
func (t *tokeniser) longLine(l line) {
	if sl, rest, _, ok := leadingSlot(l.raw); ok && sl.ranged && t.style.accepts(sl, rest) {
		t.slot(l, sl, rest, -1)
		return
	}
	t.text(l, l.raw, -1)
}

// plain reads a line that is no table row.
func (t *tokeniser) plain(l line, raw string) {
	text := joinSpace(raw)
	if t.pending() && (text == "-" || text == "–" || text == "—") {
		return
	}
	if rest, ok := slashHeader(text); ok {
		t.emit(token{kind: tokColumns, line: l, cell: -1})
		if rest == "" {
			return
		}
		text, raw = rest, rest
	}
	if t.timed(l, raw, text) {
		return
	}
	if mark, ok := dayHeading(l, text); ok {
		t.emit(token{kind: tokDay, line: l, day: mark, cell: -1})
		return
	}
	if !t.pending() {
		if sec, content := heading(l, text); sec != noSection {
			t.emit(token{kind: tokSection, line: l, section: sec, text: content, cell: -1})
			return
		}
	}
	t.text(l, raw, -1)
}

// timed reads a line with a slot at its start, after a date, or at its end.
func (t *tokeniser) timed(l line, raw, text string) bool {
	if sl, rest, labelled, ok := leadingSlot(raw); ok && t.style.accepts(sl, rest) {
		if t.completes(l, sl, rest) || labelled && (t.overall(sl, rest) || rest == "" && !t.started && t.style.labelled < 2) {
			return true
		}
		t.slot(l, sl, rest, -1)
		return true
	}
	if t.dateThenSlot(l, text) {
		return true
	}
	if sl, title, ok := sessionSlot(text); ok && t.style.numbered > t.style.leading+t.style.fours {
		t.slot(l, sl, title, -1)
		return true
	}
	if len(text) > 200 || t.style.trailing <= t.style.leading+t.style.fours || isDeadline(text) {
		return false
	}
	if sec, _ := heading(l, text); sec != noSection && sec != secProgramme {
		return false
	}
	title, sl, ok := trailingSlot(text)
	if !ok || !t.style.accepts(sl, title) || isContactLine(text) {
		return false
	}
	if t.overall(sl, "") && !t.started {
		return true
	}
	t.slot(l, sl, title, -1)
	return true
}

// overall recognises the hours of the whole event, given in the head of the note: "เวลา 08.30 - 16.30 น.".
func (t *tokeniser) overall(sl slot, rest string) bool {
	length := sl.end.clock - sl.start.clock
	if length < 0 {
		length += 12 * 60
	}
	return sl.ranged && length >= 3*60 && (rest == "" || isPlaceLead(rest))
}

// dateThenSlot reads "Monday 16 March, 09:00-10:00 Title" and drops the hours of "23 September 2014, 8:30-17:00".
func (t *tokeniser) dateThenSlot(l line, text string) bool {
	span, sl, rest, ok := dateAndSlot(text)
	if !ok {
		return false
	}
	t.emit(token{kind: tokDay, line: l, day: dayMark{span: span, dated: true, text: span.text}, cell: -1})
	if rest != "" && !t.overall(sl, rest) && (t.started || t.style.dated >= 2) {
		t.slot(l, sl, rest, -1)
	} else if rest != "" {
		t.text(l, rest, -1)
	}
	return true
}

// dateAndSlot reads a line that starts with a date and a slot.
func dateAndSlot(text string) (span dateSpan, sl slot, rest string, ok bool) {
	spans := findDates(cutRunes(text, 120))
	if len(spans) == 0 || !onlyDayWords(text[:spans[0].from]) || isDeadline(text) {
		return span, sl, "", false
	}
	sl, rest, _, ok = leadingSlot(strings.TrimLeft(text[spans[0].to:], " ,;:/|()-–—"))
	return spans[0], sl, rest, ok && sl.sure()
}

// pending says that the last thing seen is a slot that still has no title.
func (t *tokeniser) pending() bool {
	for i := len(t.out) - 1; i >= 0; i-- {
		switch t.out[i].kind {
		case tokBlank:
			continue
		case tokSlot:
			return t.out[i].text == ""
		}
		return false
	}
	return false
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
		if last.slot.ranged || last.slot.open || l.no-last.line.no > 3 {
			return false
		}
		last.slot.end, last.slot.ranged = sl.start, true
		return true
	}
	return false
}

// slot emits a slot with the text after it, cut into cells.
func (t *tokeniser) slot(l line, sl slot, rest string, cell int) {
	cells, _ := splitCells(rest)
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
		if !sl.ranged {
			sl.minutes = m
		}
		cells = cells[1:]
	}
	parts := strings.Split(cells[0], cellBreak)
	title := joinSpace(parts[0])
	t.emit(token{kind: tokSlot, line: l, slot: sl, text: title, cell: cell})
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
