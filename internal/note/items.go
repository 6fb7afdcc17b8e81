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
	next bool   // stands in a second column of titles
	row  bool   // stands in the row of the slot, after the title
}

// draft is an item before its times are settled and its people read.
type draft struct {
	slot     slot
	line     line
	title    string
	parts    []part
	day      int    // index into the marks of the programme, -1 before the first
	tailed   bool   // the title ends with who is in charge
	parallel bool   // the text around it speaks of parallel sessions
	restarts bool   // a table begins with it, and another went before
	topic    string // what stood above the slot as its topic
	dashed   bool   // the note ends titles with a dash and a name
	branched bool   // sessions are listed under it
	colon    bool   // the note begins titles with a name and a colon
	square   bool   // the note names people by lines in square brackets
}

// length is how many minutes the words give the item, 0 when they do not say. A lone start takes its end from them.
func (d *draft) length() int {
	head, minutes := trailingDuration(d.title)
	if d.slot.ranged {
		return firstMinutes(d.slot.minutes, minutes)
	}
	if minutes > 0 && d.slot.minutes == 0 && !d.slot.open {
		d.title, d.slot.minutes = head, minutes
	}
	return d.slot.minutes
}

// lastText is what the draft took last.
func (d *draft) lastText() string {
	if n := len(d.parts); n > 0 {
		return d.parts[n-1].text
	}
	return d.title
}

func firstMinutes(a, b int) int {
	if a > 0 {
		return a
	}
	return b
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
	person   bool // the text at hand is the name of a person, whose office stands below
	columns  []column
	names    []string
	flat     bool
	taken    int // texts that the open draft has taken after its slot
	parallel bool
	topic    string // "Topic: …" that stands before its time
	table    bool   // headings of a table have been seen since the last item
	begun    bool   // the heading of a session has been seen
	opened   bool   // it was the last thing seen, but for who leads the session
	headed   bool   // the heading of the programme has been seen
	waiting  []part // who leads the session that a heading has opened, for its first item
	loose    []part // persons named after a gap: they belong to the item before, if the programme goes on
	roster   bool   // a list of participants goes on
	ended    bool   // a section after the programme has been seen
}

func collect(doc document) programmeParts {
	c := collector{}
	for i, tok := range doc.tokens {
		switch tok.kind {
		case tokBlank:
			c.gap = true
			c.endAsTitle()
			continue
		case tokDay:
			c.open, c.parallel, c.waiting, c.loose = false, false, nil, nil
			c.out.marks = append(c.out.marks, tok)
		case tokColumns:
			c.open = false
			c.columns, c.names, c.flat = tok.columns, tok.names, tok.flat
			c.table = len(c.out.drafts) > 0
		case tokSection:
			c.section(tok)
		case tokSlot:
			c.slot(tok)
		case tokText:
			c.person = opensPerson(doc, i)
			c.text(tok)
		}
		c.gap = false
	}
	if c.begun || !c.ended && onlyBullets(c.loose) {
		c.keepLoose()
	}
	for i := range c.out.drafts {
		c.out.drafts[i].title = firstOf(c.out.drafts[i].title, c.out.drafts[i].topic)
	}
	c.out.drafts = joinHeaded(c.out.drafts)
	unstack(c.out.drafts)
	return c.out
}

// unstack gives two slots that stand one under the other the two lines below them, one each.
func unstack(drafts []draft) {
	for i := 1; i < len(drafts); i++ {
		a, b := &drafts[i-1], &drafts[i]
		if a.title != "" || len(a.parts) > 0 || b.title == "" || b.line.no-a.line.no > 2 || a.line.no == b.line.no || a.day != b.day || a.slot.start.clock > b.slot.start.clock {
			continue
		}
		for k, p := range b.parts {
			if label, _ := roleLabel(p.text); label == roleNone && p.line.no > b.line.no && !p.row && p.line.bullet == "" && !isPlace(p.text) && !beginsWithHonorific(p.text) {
				a.title, b.title = b.title, p.text
				b.parts = slices.Delete(slices.Clone(b.parts), k, k+1)
				break
			}
		}
	}
}

// keepLoose gives the persons named under the heading of a session to the item before it.
func (c *collector) keepLoose() {
	if len(c.out.drafts) > 0 {
		c.last().parts = append(c.last().parts, c.loose...)
	}
	c.loose = nil
}

// endAsTitle takes "End" for the title of "16:00 - End", when nothing else gives one.
func (c *collector) endAsTitle() {
	if !c.open || c.last().title != "" || !c.last().slot.open || len(c.last().parts) > 0 {
		return
	}
	d := c.last()
	word := d.line.text[strings.LastIndexByte(d.line.text, ' ')+1:]
	if endWords[strings.ToLower(word)] && unicode.IsUpper(firstRune(word)) {
		d.title, d.slot.open = word, false
	}
}

func (c *collector) slot(tok token) {
	c.endAsTitle()
	d := draft{slot: tok.slot, line: tok.line, title: tok.text, tailed: tok.tailed, day: len(c.out.marks) - 1, parallel: c.parallel}
	c.keepLoose()
	d.parts, c.waiting, c.loose = c.waiting, nil, nil
	c.roster, c.ended = false, false
	d.restarts, c.table = c.table, false
	d.topic, c.topic = c.topic, ""
	c.out.drafts = append(c.out.drafts, d)
	c.open, c.taken = true, 0
	if tok.text != "" {
		c.taken = 1
	}
}

// section closes the open item, unless the label is one that an item may have of its own: its room or its language.
func (c *collector) section(tok token) {
	c.headed = c.headed || tok.section == secProgramme
	if c.open && !c.gap && tok.section == secVenue && tok.text != "" {
		c.last().parts = append(c.last().parts, part{text: tok.text, line: tok.line, role: colRoom})
		return
	}
	if c.open && !c.gap && tok.section == secTitle && tok.text != "" && c.last().title == "" {
		c.last().title = tok.text
		return
	}
	if c.open && !c.gap && tok.section == secProgramme && tok.text == "" && tok.line.level == 0 && breaksOff(c.last().title) {
		c.last().title += " " + tok.line.text // "Basis for action of the", "Programme"
		return
	}
	c.roster = c.roster || isRoster(tok.line.text)
	c.ended = c.ended || tok.section == secContact || tok.section == secOther || tok.section == secOrganiser || tok.section == secPartner
	c.open = false
	if tok.section == secContact {
		c.loose = nil
	}
}

func (c *collector) last() *draft { return &c.out.drafts[len(c.out.drafts)-1] }

// text gives a text to the open item, or learns from a session heading.
func (c *collector) text(tok token) {
	if c.open && tok.cell < 0 && tok.nth == 0 && branches(c.last(), tok.text) {
		c.last().parts = append(c.last().parts, part{text: tok.text, line: tok.line})
		return
	}
	if session, parallel := sessionHeading(tok.text); session && (!c.open || c.last().title != "" && tok.cell < 0 && tok.nth == 0) {
		if c.begun {
			c.keepLoose()
		}
		c.open, c.parallel, c.waiting, c.loose, c.begun, c.opened = false, parallel, nil, nil, true, true
		return
	}
	if len(c.out.drafts) == 0 && addresses(tok.text) {
		c.out.marks = nil // the date above the address is the letter's own
	}
	if topic := titleLabel(tok.text); topic != "" && (!c.open || c.last().title != "" && tok.cell >= 0 && tok.line.no != c.last().line.no) {
		c.open, c.topic = false, topic
		return
	}
	if !c.open {
		c.parallel = c.parallel || saysParallel(tok.text)
		c.wait(tok)
		return
	}
	d := c.last()
	if m := wholeDuration(tok.text); m > 0 && d.title != "" && d.slot.minutes == 0 {
		d.slot.minutes = m
		return
	}
	role, name := c.columnRole(tok)
	switch {
	case (d.title == "" || inBrackets(d.title)) && (role == colUnknown && name == "" || role == colTitle):
		d.title = afterTitleLabel(tok.text)
		if tok.line.no != d.line.no && d.line.bullet == "" {
			d.line.strong = tok.line.strong
		}
	case c.taken <= 1 && tok.nth == 0 && (tok.cell < 0 && isBareSession(d.title) || isBareTalk(d.title) && !c.gap && d.title != d.line.text) && isTopic(tok):
		d.title += ": " + tok.text
	case tok.cell < 0 && tok.nth == 0 && !c.accepts(tok, d):
		c.open = false
		c.parallel = saysParallel(tok.text)
		if loosePerson(tok) {
			c.keepsFor(tok)
		}
		return
	case role != colNote && role != colNumber && role != colDate && role != colDuration:
		d.parts = append(d.parts, part{text: tok.text, line: tok.line, role: role, name: name, next: c.secondTitle(tok), row: tok.nth > 1 || tok.cell >= 0 && tok.line.no == d.line.no})
	}
	c.taken++
}

// wait keeps "Chair: Dr. X" under the heading of a session for the first item of that session, and a person who stands alone
// for the item before.
func (c *collector) wait(tok token) {
	r, rest := roleLabel(tok.text)
	labelled := r != roleNone && rest != "" && labelEnd(tok.text) > 0
	if c.opened = c.opened && labelled; c.opened {
		c.waiting = append(c.waiting, part{text: tok.text, line: tok.line})
		return
	}
	if marks := honorificsIn(cutRunes(tok.text, 60), true); len(marks) > 0 && marks[0].from == 0 && len(c.out.drafts) > 0 && !c.roster || loosePerson(tok) && !c.roster {
		c.keepsFor(tok)
		return
	}
	if r != roleNone && rest != "" && (c.begun || c.headed || len(c.out.drafts) > 0) && (labelled || r == roleModerator && beginsWithPerson(rest)) {
		c.waiting = append(c.waiting, part{text: tok.text, line: tok.line})
	}
}

// inBrackets recognises "(Plenary)": a remark on the slot, no title.
func inBrackets(s string) bool {
	return strings.HasPrefix(s, "(") && strings.IndexByte(s, ')') == len(s)-1
}

// titleLabel is what follows "Topic:" and its like, "" without one.
func titleLabel(s string) string {
	if at := labelEnd(s); at > 0 && at < 16 && (strings.EqualFold(s[:at], "topic") || strings.EqualFold(s[:at], "title") || strings.EqualFold(s[:at], "activity") || strings.EqualFold(s[:at], "topik") || strings.EqualFold(s[:at], "kegiatan")) {
		return strings.TrimSpace(s[at+1:])
	}
	return ""
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

// secondTitle says that a text stands under a second heading for titles ("Activity", then "Topic"), not one for details.
func (c *collector) secondTitle(tok token) bool {
	at := slices.Index(c.columns, colTitle)
	return tok.cell > at && at >= 0 && tok.cell < len(c.columns) && c.columns[tok.cell] == colTitle && !detailHeads[strings.ToLower(c.names[tok.cell])]
}

// detailHeads are headings of columns that say more about the title beside them.
var detailHeads = wordSet(`details detail รายละเอียด uraian contenu contents content`)

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
	if tok.line.level > 0 && !(tok.line.level >= 5 && d.line.level >= 5) || len(d.parts) > 60 || isContactLine(tok.text) || isDeadline(tok.text) && len(findDates(tok.text)) > 0 {
		return false
	}
	if !c.gap {
		return utf8.RuneCountInString(tok.text) < 600
	}
	if c.person || tok.line.bullet == "" && breaksOff(d.lastText()) {
		return true // an affiliation may run over the end of a page
	}
	if people := onlyPersons(cutRunes(tok.text, 120)); len(people) > 0 && people[0].Degrees != "" {
		return true // "Ana X, MD, MPH" below the title
	}
	if strings.HasPrefix(tok.text, "ห้องที่") && strings.HasPrefix(d.title, "ห้องที่") {
		return true // the next of the rooms in which the item goes on
	}
	if c.taken <= 1 && opensQuote(tok.text) && len(d.parts) == 0 {
		return true // the topic below "Discussion 1"
	}
	r, _ := roleLabel(tok.text)
	marks := honorificsIn(cutRunes(tok.text, 60), true)
	return r != roleNone || tok.line.bullet != "" || len(marks) > 0 && marks[0].from == 0 || tok.line.indent && !d.line.indent
}

// continues says that a line goes on with the title before it: it starts small, or the title breaks off.
func continues(title, text string) bool {
	r := firstRune(text)
	if unicode.IsLower(r) || strings.Count(title, "“") > strings.Count(title, "”") || strings.Count(title, "(") > strings.Count(title, ")") {
		return true
	}
	if strings.HasSuffix(text, "?") && !strings.HasSuffix(title, "?") && asks(title) {
		return true
	}
	last := title[strings.LastIndexByte(title, ' ')+1:]
	if linkWords[last] || linkWords[strings.ToLower(last)] && strings.ToUpper(title) == title && len(last) > 1 || strings.HasSuffix(title, ",") || strings.HasSuffix(title, "/") {
		return true
	}
	return isThai(r) && utf8.RuneCountInString(title) >= 45 && !strings.HasSuffix(title, ")")
}

// asks says that a title has a word that opens a question.
func asks(title string) bool {
	for _, w := range wordsOf(title) {
		if questionWords[w] {
			return true
		}
	}
	return false
}

var questionWords = wordSet(`what how who why where when which qué cómo quién por cuál quel quelle quels quelles comment pourquoi qui apa bagaimana siapa mengapa`)

// linkWords cannot end a title.
var linkWords = wordSet(`and of the for in on to with by a an at from or & de del la el los las y en con para por du des le les et à au aux dan di untuk pada dengan yang và của cho về tại trong ในการ และ ของ เรื่อง`)
