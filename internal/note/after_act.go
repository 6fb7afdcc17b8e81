package note

import (
	"strings"
	"unicode"
)

// actNouns end what somebody does; the name follows without a mark.
var actNouns = wordSet(`speech remarks remark address opening welcome lecture introduction presentation keynote talk overview summary closing statement intervention briefing update report discours allocution ouverture bienvenue apertura bienvenida conferencia`)

// personAfterAct reads a name between what the person does and what the person is: "Opening speech Ana X, Director, Some Institute".
func personAfterAct(s string) (string, role, []Person) {
	head, office, ok := strings.Cut(s, ", ")
	if !ok || !isPost(office) && !saysOffice(firstWords(office, 3)) || !unicode.IsUpper(firstRune(office)) {
		return s, roleNone, nil
	}
	words := strings.Fields(head)
	for i := len(words) - 1; i >= 0; i-- {
		if !actNouns[strings.ToLower(words[i])] {
			continue
		}
		name := strings.Join(words[i+1:], " ")
		if n := len(words) - i - 1; n < 2 || n > 4 || !looksNamed(name) {
			break
		}
		return strings.Join(words[:i+1], " "), roleSpeaker, []Person{{Name: name, Affiliation: cleanAffiliation(office)}}
	}
	return s, roleNone, nil
}

// talk reads one bullet of a list of talks: "Ana X (Some Institute) – What we found".
func (b *itemBuilder) talk(p part) bool {
	if p.line.bullet == "" {
		return false
	}
	for _, dash := range []string{") – ", ") — ", ") - ", "): "} {
		at := strings.Index(p.text, dash)
		if at < 0 {
			continue
		}
		people, title := personText(p.text[:at+1]), p.text[at+len(dash):]
		if len(people) != 1 || people[0].Affiliation == "" || len(strings.Fields(title)) < 2 || isPost(title) || namesBody(title) {
			return false
		}
		b.item.Subitems = append(b.item.Subitems, Subitem{Title: joinSpace(title), Speakers: people})
		return true
	}
	return false
}

// peopleAndRoles reads persons with one in another role behind them: "Ana X (Some Body), Luis Y (Other); chair: Eva Z".
func (b *itemBuilder) peopleAndRoles(s string) bool {
	head, segments := cutRoles(s)
	if len(segments) == 0 {
		return false
	}
	people := onlyPersons(strings.TrimRight(head, " ;,"))
	if len(people) == 0 {
		return false
	}
	b.enter(false, people)
	for _, seg := range segments {
		b.cast.add(seg.role, seg.text)
	}
	return true
}

// longestSplit is the length in bytes of a title that is read more than once, each time without what was found.
const longestSplit = 600

// quotedTalk cuts the title in quotation marks that ends the line of a speaker: "Keynote: Ana X, Some Institute: “What we found”".
func quotedTalk(s string) (head, talk string) {
	if len(s) > longestSplit {
		return s, ""
	}
	for _, open := range []string{": “", ": \"", ": «"} {
		at := strings.LastIndex(s, open)
		if at > 0 && isQuote(lastRune(s)) && strings.Contains(s[:at], ",") && len(s)-at > len(open)+4 {
			return s[:at], s[at+2:]
		}
	}
	return s, ""
}

// titleOfPerson reads a title that is nothing but who speaks, with what the person is: "Ana Ruiz, Director, Some Institute".
func titleOfPerson(title string) []Person {
	if !strings.ContainsAny(title, ",(") {
		return bareTitle(title)
	}
	people := onlyPersons(title)
	if len(people) != 1 || !surelyNamed(people[0].Name) || !isPost(people[0].Affiliation) && !saysOffice(people[0].Affiliation) {
		return nil
	}
	return people
}

// bareTitle reads a title that is nothing but a name of two words or more, whose first is a known given name: "Ana Ruiz".
func bareTitle(title string) []Person {
	words := strings.Fields(title)
	if len(words) < 2 || len(words) > 4 || !isGiven(lowerFirstWord(title)) || !surelyNamed(title) || kindOf(title, false) != KindOther || isPlace(title) {
		return nil
	}
	return []Person{{Name: joinSpace(title)}}
}

// bodyNouns are the words for bodies that stand for nothing else.
var bodyNouns = wordSet(`ministry university institute department agency organization organisation foundation council bank network association office commission union federation confederation authority secretariat delegation embassy company consortium alliance ngo college hospital municipality programme
	ministerio universidad instituto departamento agencia organización fundación consejo asociación oficina ministère université institut département agence fondation conseil kementerian universitas lembaga badan yayasan dinas`)

// namesBody recognises a line of two words or more that is the name of a body.
func namesBody(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 14 || kindOf(s, false) != KindOther || strings.HasSuffix(s, ":") || !unicode.IsUpper(firstRune(s)) {
		return false
	}
	for _, w := range words {
		if bodyNouns[strings.ToLower(strings.Trim(w, ",.()"))] {
			return true
		}
	}
	return false
}

// withoutBrackets opens the brackets around a line that names nothing but persons: "(Executive Director Ana X)".
func withoutBrackets(s string) string {
	if !inBrackets(s) {
		return s
	}
	inner := strings.TrimSpace(s[1 : len(s)-1])
	if len(onlyPersons(inner)) == 0 {
		return s
	}
	return inner
}
