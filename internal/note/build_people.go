package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain takes the persons without honorific from a title.
func (b *itemBuilder) plain(s string) string {
	title, r, people := plainInTitle(s)
	b.enter(r == roleModerator, people)
	if r == roleModerator && len(people) > 0 && title != s && len(title) < longestSplit {
		return b.plain(strings.TrimRight(title, " ;,")) // "… with Ana X and Luis Y; moderated by Eva Z"
	}
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
	first, _, _ := strings.Cut(headOf(s), ". ")
	head := strings.FieldsFunc(first, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
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
var postWords = wordSet(`vicepresidente vicepresidenta viceministro viceministra subsecretario subsecretaria rector rectora director directora directeur directrice head manager coordinator chair chairman chairperson president vice secretary minister governor mayor officer representative commissioner undersecretary envoy ambassador professor lecturer researcher expert specialist consultant advisor adviser
	kepala direktur ketua anchor journalist jefe jefa gerente coordinador coordinadora ministro ministra ministre menteri gubernur rektor dekan peneliti dosen giám trưởng`)

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

// expectBody lets the next line give the affiliation of the last person added, or the body in which that person has the post.
func (b *itemBuilder) expectBody(list []Person, added int) {
	n := len(list)
	if added == 0 {
		return
	}
	if last := &list[n-1]; last.Affiliation == "" {
		b.alone = last
	} else if isPost(last.Affiliation) && !strings.Contains(last.Affiliation, ",") {
		b.post = last
	}
}

// people reads a cell or line in which the people in charge stand, with or without labels.
func (b *itemBuilder) people(text string) {
	if r, rest := roleLabel(text); r != roleNone && rest == "" && strings.ContainsRune(":-–", lastRune(text)) {
		b.asked = r
		return
	}
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
	if ledByModerator(head) {
		b.cast.add(roleModerator, head)
		return
	}
	if people := firstNames(head); len(people) > 0 {
		b.enter(false, people)
		return
	}
	b.addSpeakers(head)
}

// firstNames reads a cell of given names alone, "Ana/Luis" or "Ana & Luis": one of them at least must be known.
func firstNames(s string) []Person {
	var people []Person
	known := false
	for _, one := range strings.Split(nameJoins.Replace(s), ",") {
		one = joinSpace(one)
		if strings.Contains(one, " ") || !unicode.IsUpper(firstRune(one)) || isBodyWord(one) || placeNames[strings.ToLower(one)] {
			return nil
		}
		if isAcronym(one) {
			continue
		}
		known = known || isGiven(strings.ToLower(one))
		people = append(people, Person{Name: one})
	}
	if !known {
		return nil
	}
	return people
}

// body gives the persons of the row the affiliation that a column of its own says.
func (b *itemBuilder) body(text string) {
	for i := range b.cast.speakers {
		if b.cast.speakers[i].Affiliation == "" {
			b.cast.speakers[i].Affiliation = joinSpace(text)
		}
	}
}

// addSpeakers reads who speaks; the next line may say where the last of them is from.
func (b *itemBuilder) addSpeakers(text string) {
	before := len(b.cast.speakers)
	b.cast.add(roleSpeaker, text)
	b.expectBody(b.cast.speakers, len(b.cast.speakers)-before)
}

// expectBelow lets the line below the title give the affiliation of the one person with whom the title's line ends.
func (b *itemBuilder) expectBelow(d draft) {
	if one := b.cast.speakers; len(one) == 1 && len(b.cast.moderators) == 0 && len(d.parts) > 0 && !d.parts[0].row && strings.HasSuffix(d.title, one[0].Name) {
		b.expectBody(one, 1)
	}
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
	if people := thaiNames(p.text); len(people) > 0 && surelyThai(p.text) && (b.lastPerson || people[0].Affiliation != "" && isGiven(lowerFirstWord(p.text))) {
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
	if utf8.RuneCountInString(s) > 120 || len(honorificsIn(s, true)) > 0 || strings.HasSuffix(s, "?") || strings.Contains(s, ": ") {
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
