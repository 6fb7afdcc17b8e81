package note

import (
	"slices"
	"strings"
	"unicode"
)

// personFirst turns round an item whose own line names only who speaks, and whose title stands below: "14:15 Ana X (Some University)",
// "“On dependence”"; between them may stand a line that says where the person is from.
func personFirst(d draft) (draft, []Person) {
	if len(d.parts) == 0 || len(d.title) > 300 {
		return d, nil
	}
	people := onlyPersons(d.title)
	if len(people) == 0 {
		return d, nil
	}
	at := labelledAhead(d)
	if at == len(d.parts) {
		return d, nil
	}
	if n := len(people) - 1; people[n].Affiliation == "" && len(d.parts) > at+1 && belowName(d.parts[at]) && (isBody(d.parts[at].text) || isPost(d.parts[at].text)) {
		people[n].Affiliation = joinSpace(d.parts[at].text)
		at++
	}
	if p := d.parts[at]; !belowName(p) || isBody(p.text) || isPost(p.text) || len(onlyPersons(p.text)) > 0 || namesRoom(p.text) {
		return d, nil
	}
	d.title, d.parts = d.parts[at].text, append(slices.Clone(d.parts[:labelledAhead(d)]), d.parts[at+1:]...)
	return d, people
}

// labelledAhead counts the parts that stood above the slot: "Chair: Luis Y".
func labelledAhead(d draft) int {
	n := 0
	for n < len(d.parts) && d.parts[n].line.no < d.line.no {
		n++
	}
	return n
}

// belowName says that a part can be the title of the person above it.
func belowName(p part) bool {
	label, _ := roleLabel(p.text)
	return label == roleNone && p.role == colUnknown && p.name == "" && !isTBC(p.text) && !beginsWithHonorific(p.text) && (p.line.bullet == "" || opensQuote(p.text)) &&
		(unicode.IsUpper(firstRune(p.text)) || opensQuote(p.text) || isThai(firstRune(p.text))) && labelEnd(p.text) != len(p.text)-1
}

// onlyPersons reads a text that names persons and nothing else: with a known name, a degree, an office or a body beside it.
func onlyPersons(s string) []Person {
	s = strings.TrimRight(strings.TrimSpace(s), " :;,.")
	if beginsWithHonorific(s) {
		if title, people := gluedPeople(s); title == "" || title == s {
			return people
		}
		return nil
	}
	if len(honorificsIn(s, true)) > 0 || opensQuote(s) {
		return nil
	}
	return personText(s)
}

// placeFirst turns round a row that gives the place before the title, in a table whose headings do not say so.
func placeFirst(d draft) draft {
	if len(d.parts) == 0 || !namesRoom(d.title) {
		return d
	}
	p := d.parts[0]
	if !p.row || p.role != colUnknown || p.name != "" || p.line.no != d.line.no || namesRoom(p.text) || isBody(p.text) || beginsWithPerson(p.text) {
		return d
	}
	place := part{text: d.title, line: p.line, role: colRoom, row: true}
	d.title, d.parts = p.text, append([]part{place}, d.parts[1:]...)
	return d
}

// withoutItemNumber turns to the text beside or below "Item 3" when that is all the title says, or all but the name of that item of the
// agenda, which stands beside several slots.
func withoutItemNumber(d draft) draft {
	number := itemNumber.FindString(d.title)
	if number == "" {
		return d
	}
	rest := strings.TrimSpace(d.title[len(number):])
	if len(d.parts) > 0 && d.parts[0].role == colUnknown && d.parts[0].name == "" && d.parts[0].line.bullet == "" && !beginsWithPerson(d.parts[0].text) && !(namesRoom(d.parts[0].text) && len(strings.Fields(d.parts[0].text)) < 5) && (rest == "" || d.parts[0].row) {
		d.title, d.parts = d.parts[0].text, d.parts[1:]
	}
	return d
}
