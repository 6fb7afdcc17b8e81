package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// buildItem reads the title and the parts of a draft. Times, kind and parallels are settled by the programme.
func buildItem(d draft) (it Item, unnamed bool) {
	d, before := personFirst(d)
	b := itemBuilder{item: Item{Line: d.line.no}, leads: leadsOn(d.title)}
	rest := b.title(withoutBullet(d.title))
	b.enter(false, before)
	if d.tailed && len(b.cast.speakers)+len(b.cast.moderators) == 0 {
		b.tail()
	}
	for _, p := range rest {
		b.part(p)
	}
	if d.dashed && len(b.cast.speakers)+len(b.cast.moderators) == 0 {
		b.dashName()
	}
	parts := joinWrapped(d.parts)
	for i, p := range parts {
		if i+1 < len(parts) && b.namedByNext(p, parts[i+1]) {
			continue
		}
		b.part(p)
	}
	if b.item.Title = trimTail(b.item.Title); len(b.cast.speakers) > 0 {
		b.item.Title = trimPeopleLead(b.item.Title)
	}
	b.item.Speakers, b.item.Moderators, b.item.LedBy = b.cast.speakers, b.cast.moderators, b.cast.led
	b.settleTracks()
	if b.item.Title == "" && d.title != "" {
		b.item.Title = joinSpace(d.title) // nothing but the person: better than no title
	}
	b.item.Room = firstOf(b.room, roomIn(b.item.Title))
	return b.item, b.cast.unnamed
}

type itemBuilder struct {
	item       Item
	cast       cast
	tracks     []Track
	room       string
	leads      string  // the mark at the end of the title after which the next line goes on, "" for none
	lastPerson bool    // the part before named a person
	asked      role    // a label such as "Speakers:" stood alone: the list below it names them
	alone      *Person // the person of the line before, who has no affiliation yet
}

// title reads the text on the slot's line: sub-items "(1) … (2) …", labels, persons and teams glued to it.
func (b *itemBuilder) title(s string) []part {
	s, b.room = cutRoom(s)
	if inner, rest, ok := strings.Cut(s, ") "); ok && strings.HasPrefix(inner, "(") && namesRoom(inner[1:]) {
		b.room, s = firstOf(b.room, inner[1:]), rest // "(Room A) Keynote"
	}
	head, numbered := cutNumbered(s)
	head, segments := labelledTitle(head)
	for _, seg := range segments {
		b.cast.add(seg.role, seg.text)
	}
	head = b.thaiLead(head)
	led := ledByModerator(head)
	head, people := gluedPeople(head)
	b.enter(led, people)
	if len(people) == 0 {
		head = b.plain(head)
	}
	head = b.office(b.unnamed(head))
	head, team := gluedTeam(head)
	if team != nil {
		b.cast.speakers = append(b.cast.speakers, *team)
	}
	b.item.Title = head
	var parts []part
	for i, text := range numbered {
		parts = append(parts, part{text: text, line: line{bullet: itoa(i + 1)}, role: colTitle})
	}
	return parts
}

// plain takes the persons without honorific from a title.
func (b *itemBuilder) plain(s string) string {
	title, r, people := plainInTitle(s)
	b.enter(r == roleModerator, people)
	return title
}

// enter adds persons as moderators or as speakers.
func (b *itemBuilder) enter(moderators bool, people []Person) {
	if moderators {
		b.cast.moderators = append(b.cast.moderators, people...)
	} else {
		b.cast.speakers = append(b.cast.speakers, people...)
	}
}

// ledByModerator says that the words before the first honorific make that person a moderator: "Q&A moderated by Dr. A B".
func ledByModerator(s string) bool {
	marks := honorificsIn(s, false)
	if len(marks) == 0 {
		return false
	}
	before := strings.ToLower(strings.TrimRight(s[:marks[0].from], " :"))
	for _, w := range []string{"moderated by", "chaired by", "facilitated by", "dipandu oleh", "dipandu", "dimoderatori oleh", "moderado por", "moderada por", "animé par", "animée par", "modéré par", "modérée par", "ดำเนินรายการโดย", "ดำเนินการอภิปรายโดย", "ดำเนินรายการ"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// withoutRoles takes the labelled persons from a text.
func (b *itemBuilder) withoutRoles(s string) string {
	head, segments := cutRoles(s)
	if head == "" {
		return s
	}
	for _, seg := range segments {
		b.cast.add(seg.role, seg.text)
	}
	return head
}

// labelledTitle separates labels from a title. A title that begins with one keeps it: "Keynote: Cities and newcomers" names
// nobody and is a title, "Keynote: Dr. X" is a keynote by Dr. X.
func labelledTitle(s string) (head string, segments []roleSegment) {
	head, segments = cutRoles(s)
	if head != "" || len(segments) == 0 {
		return head, segments
	}
	first := segments[0].text
	if marks := honorificsIn(first, true); len(marks) > 0 && marks[0].from == 0 || looksNamed(headOf(first)) || first == "" || isTBC(first) {
		return strings.TrimSpace(s[:strings.IndexByte(s, ':')]), segments
	}
	if len(segments) == 1 {
		return s, nil
	}
	head = strings.TrimSpace(s[:strings.Index(s, first)] + first)
	return head, segments[1:]
}

// office cuts "… โดย ผู้ว่าราชการจังหวัด" from a title: an office in charge, not named. A โดย before anything else is "by means of".
func (b *itemBuilder) office(s string) string {
	head, rest, ok := strings.Cut(s, " โดย")
	if !ok {
		head, rest, ok = strings.Cut(s, "โดย ") // glued to the word before
	}
	rest = strings.TrimLeft(rest, " ")
	if named := thaiNames(rest); ok && surelyThai(rest) && len(named) > 0 {
		b.enter(false, named)
		return trimTail(head)
	}
	if !ok || !thaiOffice(rest) {
		return s
	}
	b.cast.led = append(b.cast.led, joinSpace(rest))
	return trimTail(head)
}

// unnamed removes a trailing "TBC" from a title and remembers it.
func (b *itemBuilder) unnamed(s string) string {
	at := strings.LastIndexAny(s, " (")
	if at > 0 && isTBC(s[at:]) {
		b.cast.unnamed = true
		return trimPeopleLead(s[:at])
	}
	if isTBC(s) && s != "" {
		b.cast.unnamed = true
	}
	return s
}

// cutNumbered cuts "Sharing experience (1) Yokohama … (2) Indonesia …" at its numbers, which must run from 1.
func cutNumbered(s string) (head string, items []string) {
	at := strings.Index(s, "(1)")
	if at < 0 || !strings.Contains(s, "(2)") {
		return s, nil
	}
	head, rest := trimTail(s[:at]), s[at+3:]
	for n := 2; ; n++ {
		text, after, more := strings.Cut(rest, "("+itoa(n)+")")
		items = append(items, strings.TrimSpace(text))
		if !more {
			return head, items
		}
		rest = after
	}
}

// part places one further text of the item.
func (b *itemBuilder) part(p part) {
	alone, before := b.alone, len(b.cast.speakers)+b.subSpeakers()
	b.alone = nil
	defer func() { b.lastPerson = len(b.cast.speakers)+b.subSpeakers() > before }()
	if mark, rest := cutBullet(p.text); mark != "" && p.line.bullet == "" && p.row {
		p.line.bullet, p.text, p.row = mark, rest, false
	}
	if r, _ := roleLabel(p.text); r != roleNone {
		alone = nil
	}
	if alone != nil && p.line.bullet == "" && (isBody(p.text) || isPost(p.text) || isAcronym(p.text)) && !(p.row && (p.role == colRoom || namesRoom(p.text))) {
		alone.Affiliation = joinSpace(p.text)
		return
	}
	if b.asked != roleNone && (p.line.bullet != "" || b.namesOnly(p.text)) {
		b.listed(p.text)
		return
	}
	b.asked = roleNone
	switch {
	case p.role == colRoom:
		b.room = firstOf(b.room, p.text)
	case p.role == colPeople:
		b.people(p.text)
	case p.next && b.joinsTitle(p.text):
		b.item.Title += ": " + p.text
	case p.name != "":
		title, room := cutRoom(b.withoutRoles(p.text))
		b.tracks = append(b.tracks, Track{Room: firstOf(room, p.name), Title: title})
	case isTBC(p.text):
		b.cast.unnamed = true
	case p.row && b.room == "" && p.role == colUnknown && namesRoom(p.text):
		b.room = p.text
	case p.row && looksNamed(p.text) && (p.role != colTitle || surelyNamed(p.text)):
		b.addSpeakers(p.text)
	case p.row && (b.thaiRow(p.text) || b.ledRow(p.text)):
	case b.labelled(p.text), b.track(p.text), b.person(p), b.place(p.text):
	case b.leads != "" && p.line.bullet == "" && !p.row && len(b.item.Subitems) == 0 && len(b.cast.speakers) == 0:
		b.item.Title += b.leads + " " + p.text
		b.leads = ""
	case len(b.item.Subitems) == 0 && b.fuller(p.text):
		b.item.Title = p.text
	case len(b.item.Subitems) == 0 && len(b.cast.speakers) == 0 && p.line.bullet == "" && !p.row && opensQuote(p.text) && strings.IndexFunc(b.item.Title, isQuote) < 0:
		b.item.Title += ": " + p.text
	case p.line.bullet != "" || len(b.item.Subitems) > 0 && !continues(b.lastTitle(), p.text):
		b.subitem(p)
	case len(b.item.Subitems) == 0 && len(b.cast.speakers) == 0 && continues(b.item.Title, p.text):
		b.continueTitle(p.text)
	case len(b.item.Subitems) > 0:
		last := &b.item.Subitems[len(b.item.Subitems)-1]
		last.Title = joinSpace(last.Title + " " + p.text)
	default:
		b.subitem(p)
	}
}

// joinsTitle says that a second column of titles ("Activity", "Topic") goes on with the first: nothing came between, and both are
// short and of one script.
func (b *itemBuilder) joinsTitle(text string) bool {
	return b.item.Title != "" && len(b.item.Subitems) == 0 && len(b.tracks) == 0 && isThaiText(b.item.Title) == isThaiText(text) && !strings.EqualFold(b.item.Title, text) &&
		utf8.RuneCountInString(b.item.Title) < 60 && utf8.RuneCountInString(text) < 160 && len(honorificsIn(text, true)) == 0 && !looksNamed(headOf(text)) && !opensTrack(text)
}

// subSpeakers counts the persons of the parts so far.
func (b *itemBuilder) subSpeakers() int {
	n := 0
	for _, s := range b.item.Subitems {
		n += len(s.Speakers)
	}
	return n
}

// namedByNext takes a line that may be a name for one when the next line says what that person is: "Ana Ruiz", "Professor, Some
// University". The affiliation is read from the next line.
func (b *itemBuilder) namedByNext(p, next part) bool {
	if b.item.Title == "" || b.asked != roleNone || p.role != colUnknown || p.name != "" || p.line.bullet != "" || next.line.bullet != "" || b.alone != nil {
		return false
	}
	if len(honorificsIn(p.text, true)) > 0 || !looksNamed(p.text) || kindOf(p.text, false) != KindOther || !isPost(next.text) {
		return false
	}
	b.attach([]Person{{Name: strings.TrimRight(joinSpace(p.text), ",;")}})
	return true
}

// isPost says that a line begins with what somebody is: "Professor, Some University", "Lead researcher, …".
func isPost(s string) bool {
	head := strings.FieldsFunc(headOf(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if len(head) == 0 || len(head) > 8 || !unicode.IsUpper(firstRune(s)) {
		return false
	}
	for _, w := range head {
		if low := strings.ToLower(w); officeWords[low] || postWords[low] {
			return true
		}
	}
	return false
}

// postWords are the posts among bodyWords.
var postWords = wordSet(`director directora directeur directrice head manager coordinator chair chairman chairperson president vice secretary minister governor mayor officer representative professor lecturer researcher expert specialist consultant advisor adviser
	kepala direktur ketua jefe jefa gerente coordinador coordinadora ministro ministra ministre menteri gubernur rektor dekan peneliti dosen giám trưởng`)

// leadsOn is the colon or the semicolon at the end of a title that goes on in the next line.
func leadsOn(title string) string {
	if last := lastRune(title); strings.ContainsRune(":;", last) && last != utf8.RuneError {
		return string(last)
	}
	return ""
}

// fuller says that a line is the title once more, with more to it: "Panel", then "Panel on schools and parents".
func (b *itemBuilder) fuller(text string) bool {
	rest, ok := cutPrefixFold(text, b.item.Title)
	return ok && b.item.Title != "" && strings.HasPrefix(rest, " ") && utf8.RuneCountInString(text) < 200
}

func isQuote(r rune) bool { return strings.ContainsRune("“”\"«»", r) }

func opensQuote(s string) bool { return strings.ContainsRune("“\"«", firstRune(s)) }

// withoutBullet removes the bullet that a title in a cell begins with.
func withoutBullet(s string) string {
	if mark, rest := cutBullet(s); mark == "-" && !unicode.IsLower(firstRune(rest)) {
		return rest
	}
	if head, rest, ok := strings.Cut(s, ". "); ok && head != "" && strings.Trim(head, "IVX") == "" && !looksNamed(s) && len(strings.Fields(rest)) > 1 {
		return rest // "II. Opening ceremony"
	}
	return s
}

// namesOnly says that a line below "Speakers:" names persons and no office that stands alone.
func (b *itemBuilder) namesOnly(text string) bool {
	if r, _ := roleLabel(text); r != roleNone {
		return false
	}
	people, offices, _ := readPeople(text)
	return len(people) > 0 && len(offices) == 0
}

// listed reads one bullet of a list of persons: "Name Surname, Some Body" is one person here, not two names.
func (b *itemBuilder) listed(text string) {
	people, offices, unnamed := readPeople(text)
	if name, body, ok := strings.Cut(text, ","); ok && len(people) == 2 && len(honorificsIn(text, true)) == 0 && !strings.Contains(body, ",") {
		people = []Person{{Name: joinSpace(name), Affiliation: cleanAffiliation(body)}}
	}
	list := &b.cast.speakers
	if b.asked == roleModerator {
		list = &b.cast.moderators
	}
	*list = append(*list, people...)
	b.cast.led = append(b.cast.led, offices...)
	b.cast.unnamed = b.cast.unnamed || unnamed
	b.expectBody(*list, len(people))
}

// expectBody lets the next line give the affiliation of the last person added.
func (b *itemBuilder) expectBody(list []Person, added int) {
	if n := len(list); added > 0 && list[n-1].Affiliation == "" {
		b.alone = &list[n-1]
	}
}

func (b *itemBuilder) lastTitle() string { return b.item.Subitems[len(b.item.Subitems)-1].Title }

func (b *itemBuilder) continueTitle(text string) {
	title, people := gluedPeople(text)
	b.item.Title = joinSpace(b.item.Title + " " + title)
	b.cast.speakers = append(b.cast.speakers, people...)
}

// people reads a cell or line in which the people in charge stand, with or without labels.
func (b *itemBuilder) people(text string) {
	head, segments := cutRoles(text)
	for _, seg := range segments {
		b.cast.add(seg.role, seg.text)
	}
	if head == "-" || head == "–" || head == "" {
		return
	}
	if r, rest := roleLabel(head); rest != "" && r != roleNone {
		b.cast.add(r, rest)
		return
	}
	b.addSpeakers(head)
}

// addSpeakers reads who speaks; the next line may say where the last of them is from.
func (b *itemBuilder) addSpeakers(text string) {
	before := len(b.cast.speakers)
	b.cast.add(roleSpeaker, text)
	b.expectBody(b.cast.speakers, len(b.cast.speakers)-before)
}

func (b *itemBuilder) labelled(text string) bool {
	r, rest := roleLabel(text)
	if r == roleNone {
		return false
	}
	if rest == "" {
		b.asked = r
		return true
	}
	if mark, _ := cutBullet(rest); mark != "" {
		b.asked = r // "Speakers: 1. A B", and the next numbers on lines of their own
	}
	if head, segments := cutRoles(rest); len(segments) > 0 {
		b.cast.add(r, head)
		for _, seg := range segments {
			b.cast.add(seg.role, seg.text)
		}
		return true
	}
	b.cast.add(r, rest)
	return true
}

// person reads a line that starts with an honorific, or that reads like "Name Surname, Some University".
func (b *itemBuilder) person(p part) bool {
	marks := honorificsIn(p.text, true)
	if len(marks) > 0 && marks[0].from == 0 {
		people, _, _ := readPeople(p.text)
		b.attach(people)
		return true
	}
	if people := personText(p.text); len(marks) == 0 && len(people) > 0 {
		b.attach(people)
		return true
	}
	if people := thaiNames(p.text); len(people) > 0 && surelyThai(p.text) && (b.lastPerson || people[0].Affiliation != "" && givenNames[lowerFirstWord(p.text)]) {
		b.attach(people)
		return true
	}
	if title, team := gluedTeam("– " + p.text); team != nil && trimLead(title) == "" {
		b.cast.speakers = append(b.cast.speakers, *team)
		return true
	}
	return false
}

// attach gives persons to the numbered sub-item that they stand under, else to the item.
func (b *itemBuilder) attach(people []Person) {
	list := &b.cast.speakers
	if n := len(b.item.Subitems); n > 0 && (b.item.Subitems[n-1].No > 0 || len(b.cast.speakers) == 0) {
		list = &b.item.Subitems[n-1].Speakers
	}
	*list = append(*list, people...)
	b.expectBody(*list, len(people))
}

// isBody says that a line names an office or a body and nobody.
func isBody(s string) bool {
	if utf8.RuneCountInString(s) > 120 || len(honorificsIn(s, true)) > 0 {
		return false
	}
	return thaiOffice(s) || hasBodyWord(s) && unicode.IsUpper(firstRune(s)) && kindOf(s, false) == KindOther
}

func hasBodyWord(s string) bool {
	for _, w := range strings.Fields(s) {
		if isBodyWord(w) {
			return true
		}
	}
	return false
}

// subitem adds a part of the item, with its own persons.
func (b *itemBuilder) subitem(p part) {
	no, _, _ := readNumber(p.line.bullet, 0)
	p.text = b.withoutRoles(p.text)
	title, people := gluedPeople(p.text)
	if title == "" {
		b.attach(people)
		return
	}
	if len(people) == 0 {
		title, _, people = plainInTitle(title)
	}
	title, team := gluedTeam(title)
	if team != nil {
		people = append(people, *team)
	}
	b.item.Subitems = append(b.item.Subitems, Subitem{No: no, Title: title, Speakers: people})
}

func firstOf(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}
