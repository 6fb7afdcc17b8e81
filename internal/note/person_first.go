package note

import (
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
	at := 0
	if n := len(people) - 1; people[n].Affiliation == "" && len(d.parts) > 1 && belowName(d.parts[0]) && (isBody(d.parts[0].text) || isPost(d.parts[0].text)) {
		people[n].Affiliation = joinSpace(d.parts[0].text)
		at = 1
	}
	if p := d.parts[at]; !belowName(p) || isBody(p.text) || isPost(p.text) || len(onlyPersons(p.text)) > 0 || namesRoom(p.text) {
		return d, nil
	}
	d.title, d.parts = d.parts[at].text, d.parts[at+1:]
	return d, people
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
