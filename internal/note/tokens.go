package note

import (
	"regexp"
	"slices"
	"strings"
)

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
	tailed  bool     // of a slot: its text ends with who is in charge
	flat    bool     // of columns: every cell stands on a line of its own
}

// document is a note cut into tokens.
type document struct {
	lines  []line
	tokens []token
	signed int  // the year in which a letter was signed, 0 for none
	late   bool // some time is written with an hour above 12
}

// tokeniser walks the lines once. Its state is what the lines before say about the next one.
type tokeniser struct {
	style   layout
	out     []token
	columns []column
	slotted bool   // a slot has been seen
	tailed  bool   // the people in charge end the lines of titles, as the headings say
	below   []line // the lines after the one at hand
	started bool   // a programme heading, a table heading or a slot has been seen
}

// layout is how a note writes its slots, counted over all lines before any is judged.
type layout struct {
	leading  int // lines that start with a sure slot
	trailing int // lines that end with one
	fours    int // lines that start with "0900-1000" or "0900", years apart
	singles  int // lines that start with a lone "9.00"
	labelled int // lines that are nothing but "Time: 9:00-9:30"
	dated    int // days and hours with which lines start
	onDays   int // lines that start with a date and a slot
	numbered int // lines such as "Session 1 (9:00-10:30): Title"

	shortDates bool // some row begins with "14.09" and goes on with a slot
}

func tokenise(lines []line) document {
	lines = timeLengths(splitRunOn(unfoldMatrix(cutLeaders(timesBelow(joinRowTails(dropPosted(lines)))))))
	t := tokeniser{style: measure(lines), out: make([]token, 0, len(lines)+len(lines)/4)}
	for i, l := range lines {
		if i+1 < len(lines) && t.flatHeader(lines, i) {
			continue
		}
		t.below = lines[i+1:]
		t.line(l)
	}
	doc := document{lines: lines}
	doc.tokens, doc.signed = withoutSigning(t.out)
	for _, tok := range t.out {
		if tok.kind == tokSlot && (tok.slot.start.clock >= 13*60 || tok.slot.end.clock >= 13*60) && tok.slot.start.half == unmarked && tok.slot.end.half == unmarked {
			doc.late = true
		}
	}
	return doc
}

// signing is the place and the date above a Vietnamese letter: "TP. Hồ Chí Minh, ngày 18 tháng 5 năm 2026".
var signing = regexp.MustCompile(`(?i)^[^\d:]{2,30}, ?ngày \d{1,2} ?tháng`)

// withoutSigning drops the date of a letter when days of the programme are dated, and gives its year.
func withoutSigning(tokens []token) (kept []token, year int) {
	at, days := -1, 0
	for i, tok := range tokens {
		if tok.kind == tokDay && tok.day.dated {
			days++
		}
		if at < 0 && days == 0 && tok.kind <= tokDay && signing.MatchString(cutRunes(tok.line.text, 80)) || at < 0 && days == 1 && tok.kind == tokDay && signing.MatchString(cutRunes(tok.line.text, 80)) {
			at = i
		}
		if tok.kind == tokSlot && days > 1 {
			break
		}
	}
	if at < 0 || days < 1 || tokens[at].kind == tokDay && days < 2 {
		return tokens, 0
	}
	if spans := findDates(cutRunes(tokens[at].line.text, 80)); len(spans) > 0 {
		year = spans[0].last.year
	}
	return slices.Delete(tokens, at, at+1), year
}

// longLine is the length in bytes above which a line is prose and no recogniser needs to read all of it.
const longLine = 2000

func measure(lines []line) layout {
	var st layout
	type datedHours struct {
		day   date
		start Clock
	}
	dated := map[datedHours]bool{} // the hours of the event may be told twice
	for _, l := range lines {
		if l.blank() {
			continue
		}
		st.shortDates = st.shortDates || datedRow(l)
		st.leading += slotsInRow(l)
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
			if span, sl, _, ok := dateAndSlot(l.text); ok {
				st.onDays++
				dated[datedHours{span.first, sl.start.clock}] = true
			}
			if _, _, ok := sessionSlot(l.text); ok {
				st.numbered++
			}
		}
	}
	st.dated = len(dated)
	return st
}

// slotsInRow counts the ranges of a row that holds a whole programme; fewer than four say nothing.
func slotsInRow(l line) int {
	n := 0
	for _, c := range l.cells {
		if sl, _, _, ok := leadingSlot(c); ok && sl.ranged && l.table {
			n++
		}
	}
	if n < fewestRun {
		return 0
	}
	return n
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
	case s.start.short && !s.sure():
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

// accepts also knows what came before: a small lone "1.20" or "2.10" is a time of the afternoon once the programme has begun,
// and the number of a paragraph before that.
func (t *tokeniser) accepts(s slot, rest string) bool {
	lone := !s.ranged && s.start.style == dotted && !s.start.sure()
	if lone && !t.started && s.start.hours == 1 && s.start.clock < 7*60 {
		return false
	}
	return t.style.accepts(s, rest)
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
		t.slotted = t.slotted || tok.kind == tokSlot
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
	if sl, rest, _, ok := leadingSlot(l.raw); ok && sl.ranged && t.accepts(sl, rest) {
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
	if last, ok := spacedHeader(text); ok {
		t.tailed = last
		t.emit(token{kind: tokColumns, line: l, cell: -1})
		return
	}
	if t.timed(l, raw, text) {
		return
	}
	if mark, ok := t.dayHeading(l, text); ok {
		t.emit(token{kind: tokDay, line: l, day: mark, cell: -1})
		return
	}
	if !t.pending() {
		if sec, content := heading(l, text); sec != noSection && !(t.slotted && sec != secContact && beginsWithHonorific(content)) {
			t.emit(token{kind: tokSection, line: l, section: sec, text: content, cell: -1})
			return
		}
	}
	t.text(l, raw, -1)
}

// dayHeading takes "Tuesday 14 May – Field visit" for a heading too, but only inside the programme: before it, the place
// follows the date.
func (t *tokeniser) dayHeading(l line, text string) (dayMark, bool) {
	mark, ok := dayHeading(l, text)
	if ok || !t.started || !mark.dated || mark.span.weekday == nil || mark.span.from > 0 {
		return mark, ok
	}
	after := strings.TrimLeft(text[mark.span.to:], " ")
	return mark, len(after) < 90 && (strings.HasPrefix(after, "–") || strings.HasPrefix(after, "—") || strings.HasPrefix(after, "-"))
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
