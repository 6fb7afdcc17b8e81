package note

import (
	"slices"
	"strings"
	"time"

	"sala.example/internal/note/source"
)

// fromSheets reads a table whose headings name a start and a title as it stands: nothing is guessed from a title, and each
// row is one item. It says false for any other document.
//
// The columns, in any order: date, start, end, title or title_xx (xx a language), kind, room, speakers ("Name (Affiliation);
// Name"), moderators, parts or parts_xx (see JoinSubitems), decides, uid. A date that is left out is that of the row before;
// an apostrophe before "=", "+", "-" or "@" is taken off, which spreadsheets want there.
func fromSheets(t *source.Text) (*Note, bool) {
	var b *sheetBuilder
	for _, s := range t.Sheets {
		if len(s.Rows) < 2 {
			continue
		}
		h, ok := readSheetHead(s.Rows[0].Cells)
		if !ok && b == nil {
			return nil, false
		}
		if !ok {
			continue
		}
		if b == nil {
			b = &sheetBuilder{days: dayBuilder{note: &Note{YearStated: true}}}
		}
		b.head = h
		for _, r := range s.Rows[1:] {
			b.row(r)
		}
	}
	if b == nil || len(b.days.note.Days) == 0 {
		return nil, false
	}
	return b.days.finish(b.titles.String()), true
}

// sheetHead says in which column what stands; -1 for none.
type sheetHead struct {
	at     map[string]int
	titles []langColumn // the first one is the language of the note
	parts  []langColumn
	ours   bool // the speakers stand under the heading that Sala writes
}

type langColumn struct {
	lang string // "" when the heading does not say
	at   int
}

// sheetNames are the headings of columns in files of Sala; those of columnWords are known besides.
var sheetNames = wordSet("date start end kind room speakers moderators decides uid duration")

func readSheetHead(cells []string) (h sheetHead, ok bool) {
	h.at = map[string]int{}
	for i, c := range cells {
		name := strings.ToLower(strings.TrimSpace(c))
		if lang, found := langSuffix(name, "title"); found {
			h.titles = append(h.titles, langColumn{lang, i})
			continue
		}
		if lang, found := langSuffix(name, "parts"); found {
			h.parts = append(h.parts, langColumn{lang, i})
			continue
		}
		lang := ""
		h.ours = h.ours || name == "speakers"
		if !sheetNames[name] {
			if name = columnName(c); name == "" {
				var base string
				base, lang, _ = cutLanguage(c)
				name = columnName(base)
			}
		}
		if name == "title" {
			h.titles = append(h.titles, langColumn{lang, i})
		} else if _, taken := h.at[name]; !taken && name != "" {
			h.at[name] = i
		}
	}
	_, start := h.at["start"]
	return h, start && len(h.titles) > 0
}

// columnName gives a heading in any language by the name that a file of Sala has for it.
func columnName(heading string) string {
	switch col, _ := headerCell(heading); col {
	case colStart:
		return "start"
	case colEnd:
		return "end"
	case colTitle:
		return "title"
	case colPeople:
		return "speakers"
	case colRoom:
		return "room"
	case colDate:
		return "date"
	case colDuration:
		return "duration"
	}
	return ""
}

// langSuffix reads "title", "title_th", "title-en".
func langSuffix(name, base string) (lang string, ok bool) {
	rest, ok := strings.CutPrefix(name, base)
	if !ok || rest == "" {
		return "", ok
	}
	lang = strings.TrimLeft(rest, "_- ")
	return lang, len(lang) >= 2 && len(lang) <= 3 && lang != rest && strings.Trim(lang, "abcdefghijklmnopqrstuvwxyz") == ""
}

type sheetBuilder struct {
	head   sheetHead
	date   string
	days   dayBuilder
	titles strings.Builder // to tell the language by
}

// row reads one row; a row with a title but no time that can be read is a warning.
func (b *sheetBuilder) row(r source.Row) {
	for i := range r.Cells {
		if c := r.Cells[i]; len(c) > 1 && c[0] == '\'' && strings.ContainsRune("=+-@", rune(c[1])) {
			r.Cells[i] = c[1:]
		}
	}
	get := func(name string) string {
		if at, ok := b.head.at[name]; ok && at < len(r.Cells) {
			return strings.TrimSpace(r.Cells[at])
		}
		return ""
	}
	if d := cellDate(get("date")); d != "" {
		b.date = d
	}
	it := Item{Line: r.Line, Room: get("room"), UID: get("uid"), Moderators: SplitPeople(get("moderators"))}
	b.people(&it, get("speakers"))
	it.Title, it.Titles = pickTitle(b.head.titles, r.Cells)
	it.Subitems = readSubitems(b.head.parts, r.Cells)
	if _, named := b.head.at["speakers"]; !named {
		b.titlePeople(&it)
	}
	start, end, ok := cellTimes(get("start"), get("end"), get("duration"))
	if !ok {
		if it.Title != "" {
			b.days.note.warn(CodeRowNotRead, r.Line, "title", it.Title, "written", get("start"))
		}
		return
	}
	it.Start, it.End = start, end
	if end != NoClock && end < start {
		b.days.note.warn(CodeEndBeforeStart, r.Line, "start", start.String(), "end", end.String(), "title", it.Title)
		it.End = NoClock
	}
	if _, stated := b.head.at["decides"]; stated {
		yes := readYes(get("decides"))
		it.Decides = &yes
	}
	it.Kind = settledKind(get("kind"), it)
	b.titles.WriteString(it.Title + "\n")
	if b.days.lang == "" && len(b.head.titles) > 0 {
		b.days.lang = b.head.titles[0].lang
	}
	b.days.add(b.date, it)
}

// people reads who speaks: in a file of Sala as it writes them, under any other heading as people do.
func (b *sheetBuilder) people(it *Item, cell string) {
	if b.head.ours {
		it.Speakers = SplitPeople(cell)
		return
	}
	for _, line := range strings.Split(cell, "\n") {
		people, offices, _ := readPeople(line)
		it.Speakers, it.LedBy = append(it.Speakers, people...), append(it.LedBy, offices...)
	}
}

// titlePeople takes who speaks out of the title, in a table that has no column for them.
func (b *sheetBuilder) titlePeople(it *Item) {
	read, _ := buildItem(draft{title: it.Title, line: line{no: it.Line}})
	it.Title, it.Speakers, it.LedBy, it.Subitems = read.Title, read.Speakers, read.LedBy, append(it.Subitems, read.Subitems...)
	it.Moderators, it.Room = append(it.Moderators, read.Moderators...), firstOf(it.Room, read.Room)
}

// pickTitle gives the titles by language, and the first one that is there.
func pickTitle(columns []langColumn, cells []string) (title string, titles map[string]string) {
	for _, c := range columns {
		if c.at >= len(cells) {
			continue
		}
		s := joinSpace(cells[c.at])
		switch {
		case title == "":
			title = s
		case c.lang == "" && s != "" && columns[0].lang == "" && isThaiText(s) == isThaiText(title) && len(title) < 60 && len(s) < 160:
			title += ": " + s // "Format", "Topic"
		}
		if c.lang != "" && s != "" {
			if titles == nil {
				titles = map[string]string{}
			}
			titles[c.lang] = s
		}
	}
	return title, titles
}

// readSubitems reads the parts of an item; further languages give titles to the parts of the first.
func readSubitems(columns []langColumn, cells []string) []Subitem {
	var all []Subitem
	for _, c := range columns {
		if c.at >= len(cells) {
			continue
		}
		all = addSubitems(all, c.lang, SplitSubitems(cells[c.at]))
	}
	return all
}

func addSubitems(all []Subitem, lang string, parts []Subitem) []Subitem {
	if len(all) == 0 {
		all = parts
	}
	for i := range all {
		if lang == "" || i >= len(parts) {
			continue
		}
		if all[i].Titles == nil {
			all[i].Titles = map[string]string{}
		}
		all[i].Titles[lang] = parts[i].Title
	}
	return all
}

// cellDate reads a cell as one day, "" when it is none or has no year.
func cellDate(s string) string {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t.Format(time.DateOnly)
	}
	if spans := findDates(s); len(spans) > 0 {
		return spans[0].first.iso()
	}
	return ""
}

// cellTimes reads the cells of start, end and length. The start may hold the whole range.
func cellTimes(from, to, length string) (start, end Clock, ok bool) {
	end = NoClock
	sl, rest, _, ok := leadingSlot(from)
	if !ok || strings.TrimSpace(rest) != "" {
		return 0, end, false
	}
	start = sl.start.clock
	if sl.ranged {
		end = sl.end.clock
	}
	if e, rest, _, found := leadingSlot(to); found && rest == "" && !e.ranged {
		end = e.start.clock
	} else if m, _ := readDuration(length, 0); m > 0 {
		end = min(start+Clock(m), 24*60)
	}
	if end == 0 {
		end = 24 * 60
	}
	return start, end, true
}

// readYes reads a cell that says yes or no; an empty one says no.
func readYes(s string) bool {
	return slices.Contains([]string{"yes", "true", "1", "x", "✓", "ใช่"}, strings.ToLower(s))
}

// Kinds lists all that an item can be.
func Kinds() []Kind {
	return []Kind{KindRegistration, KindOpening, KindIntroduction, KindTalk, KindQA, KindBreak, KindGroup, KindPresentation, KindDecision, KindClosing, KindOther}
}

// settledKind takes a kind that is named as such, else judges by the title.
func settledKind(named string, it Item) Kind {
	if k := Kind(strings.ToLower(named)); slices.Contains(Kinds(), k) {
		return k
	}
	return kindOf(it.Title, len(it.Speakers) > 0)
}

// dayBuilder puts items that need no more understanding into days.
type dayBuilder struct {
	note *Note
	lang string
}

func (b *dayBuilder) add(date string, it Item) {
	for i := range b.note.Days {
		if b.note.Days[i].Date == date {
			b.note.Days[i].Items = append(b.note.Days[i].Items, it)
			return
		}
	}
	b.note.Days = append(b.note.Days, Day{Date: date, Items: []Item{it}, Line: it.Line})
}

// finish completes the note: its language by the texts, its dates, who is in it, and what is doubtful.
func (b *dayBuilder) finish(texts string) *Note {
	n := b.note
	if n.Lang = b.lang; n.Lang == "" {
		n.Lang = detectLang(texts)
	}
	for _, d := range n.Days {
		if d.Date != "" {
			n.Dates = appendOnce(n.Dates, d.Date)
		}
	}
	slices.Sort(n.Dates)
	if len(n.Dates) == 0 {
		n.YearStated = false
		n.warn(CodeNoDate, 0)
	}
	p := programmeBuilder{note: n}
	for _, d := range n.Days {
		p.hints = append(p.hints, make([]bool, len(d.Items)))
	}
	p.parallels()
	listPeople(n)
	warnAboutNote(n, document{})
	sortWarnings(n)
	return n
}
