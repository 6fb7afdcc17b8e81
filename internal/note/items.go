package note

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is a text that belongs to an item besides the one on its slot's line.
type part struct {
	text string
	line line
	role column // what its column holds, colUnknown when the text has to tell
	name string // heading of an unknown column: a room or a track
	row  bool   // stands in the row of the slot, after the title
}

// draft is an item before its times are settled and its people read.
type draft struct {
	slot     slot
	line     line
	title    string
	parts    []part
	day      int  // index into the marks of the programme, -1 before the first
	parallel bool // the text around it speaks of parallel sessions
}

// programmeParts is the programme as tokens give it: the days that are announced and the items under them.
type programmeParts struct {
	marks  []token
	drafts []draft
}

// collector folds tokens into drafts.
type collector struct {
	out      programmeParts
	open     bool // the last draft still takes text
	gap      bool // a blank line came after the last text
	columns  []column
	names    []string
	flat     bool
	taken    int // texts that the open draft has taken after its slot
	parallel bool
}

func collect(doc document) programmeParts {
	c := collector{}
	for _, tok := range doc.tokens {
		switch tok.kind {
		case tokBlank:
			c.gap = true
			continue
		case tokDay:
			c.open, c.parallel = false, false
			c.out.marks = append(c.out.marks, tok)
		case tokColumns:
			c.open = false
			c.columns, c.names, c.flat = tok.columns, tok.names, tok.flat
		case tokSection:
			c.section(tok)
		case tokSlot:
			c.slot(tok)
		case tokText:
			c.text(tok)
		}
		c.gap = false
	}
	return c.out
}

func (c *collector) slot(tok token) {
	d := draft{slot: tok.slot, line: tok.line, title: tok.text, day: len(c.out.marks) - 1, parallel: c.parallel}
	c.out.drafts = append(c.out.drafts, d)
	c.open, c.taken = true, 0
	if tok.text != "" {
		c.taken = 1
	}
}

// section closes the open item, unless the label is one that an item may have of its own: its room or its language.
func (c *collector) section(tok token) {
	if c.open && !c.gap && tok.section == secVenue && tok.text != "" {
		c.last().parts = append(c.last().parts, part{text: tok.text, line: tok.line, role: colRoom})
		return
	}
	if c.open && !c.gap && tok.section == secTitle && tok.text != "" && c.last().title == "" {
		c.last().title = tok.text
		return
	}
	c.open = false
}

func (c *collector) last() *draft { return &c.out.drafts[len(c.out.drafts)-1] }

// text gives a text to the open item, or learns from a session heading.
func (c *collector) text(tok token) {
	if session, parallel := sessionHeading(tok.text); session && (!c.open || c.last().title != "" && tok.cell < 0 && tok.nth == 0) {
		c.open, c.parallel = false, parallel
		return
	}
	if !c.open {
		c.parallel = c.parallel || saysParallel(tok.text)
		return
	}
	d := c.last()
	role, name := c.columnRole(tok)
	switch {
	case d.title == "" && (role == colUnknown && name == "" || role == colTitle):
		d.title = afterTitleLabel(tok.text)
		if tok.line.no != d.line.no && d.line.bullet == "" {
			d.line.strong = tok.line.strong
		}
	case tok.cell < 0 && tok.nth == 0 && !c.accepts(tok, d):
		c.open = false
		c.parallel = saysParallel(tok.text)
		return
	case role != colNote && role != colNumber && role != colDate && role != colDuration:
		d.parts = append(d.parts, part{text: tok.text, line: tok.line, role: role, name: name, row: tok.nth > 1 || tok.cell >= 0 && tok.line.no == d.line.no})
	}
	c.taken++
}

// afterTitleLabel removes "Activity:" from the title of an item written as a block of labelled lines.
func afterTitleLabel(s string) string {
	if at := labelEnd(s); at > 0 {
		if col, ok := headerCell(s[:at]); ok && col == colTitle {
			return strings.TrimSpace(s[at+1:])
		}
	}
	return s
}

// columnRole says what the column of a text holds: by its number in a table, by its place after the slot elsewhere.
func (c *collector) columnRole(tok token) (column, string) {
	if len(c.columns) == 0 {
		return colUnknown, ""
	}
	at := tok.cell
	if at < 0 {
		if at = c.nthColumn(tok.nth); at < 0 {
			return colUnknown, ""
		}
	}
	if at >= len(c.columns) {
		return colUnknown, ""
	}
	if c.columns[at] == colUnknown && !slices.Contains(c.columns, colTitle) {
		return colUnknown, c.names[at]
	}
	return c.columns[at], ""
}

// nthColumn is the number of the nth column after those of time, for a line set with tabs or a table with a cell per line
// (there, every text after the second belongs to the column of the second).
func (c *collector) nthColumn(nth int) int {
	if c.flat && nth == 0 {
		nth = min(c.taken+1, 2)
	}
	if nth == 0 {
		return -1
	}
	for i, col := range c.columns {
		switch col {
		case colTime, colStart, colEnd, colNumber, colDate, colDuration:
			continue
		}
		if nth--; nth == 0 {
			return i
		}
	}
	return -1
}

// accepts says whether a line of its own still belongs to an item. After a blank line only what is plainly a part does.
func (c *collector) accepts(tok token, d *draft) bool {
	if c.flat || d.title == "" {
		return utf8.RuneCountInString(tok.text) < 400
	}
	if tok.line.level > 0 || len(d.parts) > 60 || isContactLine(tok.text) || isDeadline(tok.text) && len(findDates(tok.text)) > 0 {
		return false
	}
	if !c.gap {
		return utf8.RuneCountInString(tok.text) < 600
	}
	r, _ := roleLabel(tok.text)
	marks := honorificsIn(cutRunes(tok.text, 60), true)
	return r != roleNone || tok.line.bullet != "" || len(marks) > 0 && marks[0].from == 0 || tok.line.indent && !d.line.indent
}

// sessionWords open the heading of a part of the day that has no time of its own.
var sessionWords = []string{
	"session", "part", "module", "theme", "block", "ช่วงที่", "ภาคเช้า", "ภาคบ่าย", "ช่วงเช้า", "ช่วงบ่าย", "sesi", "bagian", "phiên", "phần", "buổi sáng", "buổi chiều", "sesión", "bloque", "módulo", "séance", "partie", "atelier n",
	"morning session", "afternoon session", "evening session", "morning", "afternoon", "plenary session",
}

var ordinalWords = wordSet(`first second third fourth fifth sixth seventh primera segunda tercera cuarta première deuxième troisième quatrième 1st 2nd 3rd 4th 5th opening closing plenary parallel morning afternoon`)

// sessionHeading recognises "Second Session: City experience (plenary/Room 1)", "ช่วงที่ 2 …", "Session 3" and whether it runs in parallel.
func sessionHeading(s string) (ok, parallel bool) {
	low := strings.ToLower(s)
	if len(low) > 160 {
		return false, false
	}
	for range 2 {
		first, rest, _ := strings.Cut(low, " ")
		if ordinalWords[first] && strings.HasPrefix(rest, "se") {
			low = rest
		}
	}
	for _, w := range sessionWords {
		rest, found := strings.CutPrefix(low, w)
		if !found || followedByLetter(rest, 0) && w < "ก" {
			continue
		}
		trimmed := strings.TrimLeft(rest, " .")
		if low != strings.ToLower(s) || trimmed == "" || trimmed[0] == ':' || startsDigit(trimmed) || strings.Trim(headOf(trimmed), "ivx :-–") == "" || w >= "ก" {
			return true, saysParallel(s)
		}
	}
	return false, false
}

var parallelWords = []string{"parallel", "concurrent", "simultaneous session", "breakout", "คู่ขนาน", "พร้อมกัน", "paralel", "bersamaan", "song song", "paralel", "simultáneas", "parallèle"}

func saysParallel(s string) bool {
	low := strings.ToLower(s)
	for _, w := range parallelWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// continues says that a line goes on with the title before it: it starts small, or the title breaks off.
func continues(title, text string) bool {
	r := firstRune(text)
	if unicode.IsLower(r) {
		return true
	}
	last := strings.ToLower(title[strings.LastIndexByte(title, ' ')+1:])
	if linkWords[last] || strings.HasSuffix(title, ",") || strings.HasSuffix(title, "/") {
		return true
	}
	return isThai(r) && utf8.RuneCountInString(title) >= 45 && !strings.HasSuffix(title, ")")
}

// linkWords cannot end a title.
var linkWords = wordSet(`and of the for in on to with by a an at from or & de del la el los las y en con para por du des le les et à au aux dan di untuk pada dengan yang và của cho về tại trong ในการ และ ของ เรื่อง`)
