package note

import (
	"strings"
	"unicode"
)

// buildItem reads the title and the parts of a draft. Times, kind and parallels are settled by the programme.
func buildItem(d draft) (it Item, unnamed bool) {
	d, before := personFirst(placeFirst(withoutItemNumber(joinBroken(d))))
	if people, talk := beforeTalk(d.title); d.colon && len(people) > 0 {
		d.title, before = talk, people
	}
	b := itemBuilder{item: Item{Line: d.line.no}, leads: leadsOn(d.title)}
	rest := b.title(withoutBullet(d.title))
	b.enter(false, before)
	b.titled = len(b.cast.speakers)
	b.expectBelow(d)
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
		if people := squareNames(p.text); d.square && people != nil {
			b.attach(people)
			continue
		}
		if people, talk := beforeTalk(p.text); d.colon && len(people) > 0 {
			b.item.Subitems = append(b.item.Subitems, Subitem{Title: talk, Speakers: people})
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
	if len(b.item.Speakers)+len(b.item.Moderators)+b.subSpeakers() == 0 {
		b.item.Speakers = titleOfPerson(b.item.Title)
	}
	b.item.Room = firstOf(b.room, roomIn(b.item.Title))
	return b.item, b.cast.unnamed
}

type itemBuilder struct {
	item       Item
	cast       cast
	tracks     []Track
	room       string
	titled     int     // how many speakers the line of the title names
	leads      string  // the mark at the end of the title after which the next line goes on, "" for none
	lastPerson bool    // the part before named a person
	asked      role    // a label such as "Speakers:" stood alone: the list below it names them
	post       *Person // whose post the line before said, and not of which body
	alone      *Person // the person of the line before, who has no affiliation yet
}

// part places one further text of the item.
func (b *itemBuilder) part(p part) {
	alone, before := b.alone, len(b.cast.speakers)+b.subSpeakers()
	b.alone = nil
	defer func() { b.lastPerson = len(b.cast.speakers)+b.subSpeakers() > before }()
	if mark, rest := cutBullet(p.text); mark != "" && p.line.bullet == "" && p.row {
		p.line.bullet, p.text, p.row = mark, rest, false
	}
	p.text = withoutBrackets(p.text)
	if b.affiliates(p, alone) {
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
	case p.role == colBody:
		b.body(p.text)
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
	case b.labelled(p.text), b.track(p.text), b.talk(p), b.namedTalk(p), b.peopleAndRoles(p.text), b.person(p), b.place(p.text):
	case b.leads != "" && p.line.bullet == "" && !p.row && len(b.item.Subitems) == 0 && len(b.cast.speakers) == b.titled:
		b.item.Title = trimTail(b.item.Title) + b.leads + " " + p.text
		b.leads = ""
	case len(b.item.Subitems) == 0 && len(b.cast.speakers) == 0 && b.fuller(p.text):
		b.item.Title = p.text
	case len(b.item.Subitems) == 0 && len(b.cast.speakers) == 0 && p.line.bullet == "" && !p.row && opensQuote(p.text) && strings.IndexFunc(b.item.Title, isQuote) < 0:
		b.item.Title += ": " + p.text
	case p.line.bullet != "" || len(b.item.Subitems) > 0 && !continues(b.lastTitle(), p.text):
		b.subitem(p)
	case (!p.row || unicode.IsLower(firstRune(p.text))) && len(b.item.Subitems) == 0 && len(b.cast.speakers) == 0 && len(b.item.Title) < longestGrown && continues(b.item.Title, p.text):
		b.continueTitle(p.text)
	case len(b.item.Subitems) > 0 && len(b.lastTitle()) < longestGrown:
		last := &b.item.Subitems[len(b.item.Subitems)-1]
		last.Title = joinSpace(last.Title + " " + p.text)
	default:
		b.subitem(p)
	}
}

// affiliates gives the person of the line before the affiliation that a line says: alone is one who has none yet, the open post one whose
// body is not said.
func (b *itemBuilder) affiliates(p part, alone *Person) bool {
	if r, _ := roleLabel(p.text); r != roleNone {
		alone = nil
	}
	if after, ok := strings.CutPrefix(p.text, ", "); ok && alone != nil {
		alone.Affiliation = joinSpace(after)
		return true
	}
	if post := b.post; post != nil {
		if b.post = nil; p.line.bullet == "" && !p.row && namesBody(p.text) && !beginsWithHonorific(p.text) && !surelyNamed(headOf(p.text)) {
			post.Affiliation += ", " + joinSpace(p.text)
			return true
		}
	}
	if alone != nil && p.line.bullet == "" && (isBody(p.text) || isPost(p.text) || isAcronym(p.text) && !isTBC(p.text)) && !(p.row && (p.role == colRoom || namesRoom(p.text))) {
		if alone.Affiliation = joinSpace(p.text); isPost(p.text) && !namesBody(p.text) {
			b.post = alone
		}
		return true
	}
	return false
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

// longestGrown is the length in bytes up to which a title goes on in further lines.
const longestGrown = 4000

func firstOf(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}
