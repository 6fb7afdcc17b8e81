package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainInTitle cuts persons without honorific from a title, where their place shows who they are:
// "Findings (Ana X, researcher)", "Findings – Ana X, Some Institute", "Opening by Ana X", "Ana X (Some Institute): Findings".
func plainInTitle(s string) (title string, r role, people []Person) {
	for _, read := range []func(string) (string, role, []Person){roleSlashName, beforeQuote, dashedPeople, bracketedPeople, openBracket, ledPeople, leadingPerson, peopleAfterColon, personAfterOffice, personAfterAct, peopleAfterComma} {
		if title, r, people = read(s); len(people) > 0 {
			return title, r, people
		}
	}
	return s, roleNone, nil
}

// bracketedPeople reads the brackets that end a title.
func bracketedPeople(s string) (string, role, []Person) {
	open := strings.LastIndexByte(s, '(')
	if open <= 0 || !strings.HasSuffix(s, ")") {
		return s, roleNone, nil
	}
	if depth := strings.Count(s[open:], ")"); depth > 1 {
		open = max(0, strings.LastIndexByte(s[:open], '('))
	}
	people := initialNames(s[open+1 : len(s)-1])
	if people == nil {
		people = personText(s[open+1 : len(s)-1])
	}
	title := trimTail(s[:open])
	if len(people) == 0 && title != "" {
		if _, r, led := ledPeople("( " + s[open+1:len(s)-1]); len(led) > 0 {
			return title, r, led
		}
	}
	if title == "" || len(people) == 0 {
		return s, roleNone, nil
	}
	// "… – Ana X (Some Institute)": the name stands before the brackets that hold the affiliation.
	return title, roleSpeaker, people
}

// initialNames reads "K. Suzuki", "A. Silva and B. Cruz": in brackets, letters with points are initials.
func initialNames(s string) []Person {
	var people []Person
	for _, name := range strings.Split(nameJoins.Replace(s), ",") {
		name = joinSpace(name)
		words := strings.Fields(name)
		if len(words) < 2 || len(words) > 4 || len(words[0]) != 2 || words[0][1] != '.' || !looksNamed(name) {
			return nil
		}
		people = append(people, Person{Name: name})
	}
	return people
}

// personLeads introduce persons inside a title.
var personLeads = []struct {
	text string
	role role
}{
	{" moderated by ", roleModerator},
	{" chaired by ", roleModerator},
	{" facilitated by ", roleModerator},
	{" convened by ", roleModerator},
	{" by ", roleSpeaker},
	{" with ", roleSpeaker},
	{" animée par ", roleModerator},
	{" animé par ", roleModerator},
	{" modérée par ", roleModerator},
	{" modéré par ", roleModerator},
	{" présidée par ", roleModerator},
	{" par ", roleSpeaker},
	{" avec ", roleSpeaker},
	{" moderada por ", roleModerator},
	{" moderado por ", roleModerator},
	{" a cargo de ", roleSpeaker},
	{" por ", roleSpeaker},
	{" con ", roleSpeaker},
	{" dipandu oleh ", roleModerator},
	{" dipandu ", roleModerator},
	{" dimoderatori ", roleModerator},
	{" dimoderatori oleh ", roleModerator},
	{" oleh ", roleSpeaker},
	{" bersama ", roleSpeaker},
	{" bởi ", roleSpeaker},
}

// byLeads say who does something: what follows is a person whenever it can be one.
var byLeads = map[string]bool{" by ": true, " oleh ": true, " par ": true, " bởi ": true}

// ledPeople reads who is named after "by" and its like.
func ledPeople(s string) (string, role, []Person) {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return s, roleNone, nil
	}
	for _, lead := range personLeads {
		at := strings.LastIndex(low, lead.text)
		if at <= 0 {
			continue
		}
		after := cutArticle(s[at+len(lead.text):])
		if people, talk := beforeTalk(after); len(people) > 0 && people[0].Affiliation != "" {
			return trimPeopleLead(s[:at]) + ": " + talk, lead.role, people // "Keynote by Ana X (Some Institute): What we found"
		}
		people := personText(after)
		if len(people) == 0 && (lead.role == roleModerator || byLeads[lead.text]) && len(honorificsIn(after, true)) == 0 {
			people = plainPeople(after)
		}
		if p, ok := introduced(after); ok && len(people) == 0 && byLeads[lead.text] && len(honorificsIn(after, true)) == 0 {
			people = []Person{p}
		}
		if len(people) > 0 {
			return trimPeopleLead(s[:at]), lead.role, people
		}
	}
	return speechOf(s)
}

// speeches are what a person gives: what follows "of" is a person whenever it can be one.
var speeches = wordSet(`intervention discours allocution conférence témoignage message conferencia charla palabras ponencia intervención discurso espectáculo saludo saludos sambutan concierto`)

// speechOf reads "Intervention de Ana X – présidente", "Conferencia de Luis Y".
func speechOf(s string) (string, role, []Person) {
	if !speeches[lowerFirstWord(s)] {
		return s, roleNone, nil
	}
	for _, of := range []string{" de ", " d’", " d'", " dari "} {
		if at := strings.Index(s, of); at > 0 && len(honorificsIn(s[at:], false)) == 0 {
			if p, named, _ := plainPerson(s[at+len(of):]); named && (surelyNamed(p.Name) || capitalSurname(p.Name)) {
				return s[:at], roleSpeaker, []Person{p}
			}
		}
	}
	return s, roleNone, nil
}

// capitalSurname recognises "Carole DUPONT".
func capitalSurname(name string) bool {
	words := strings.Fields(name)
	last := words[len(words)-1]
	return len(words) >= 2 && utf8.RuneCountInString(last) >= 4 && strings.ToUpper(last) == last && strings.ToUpper(words[0]) != words[0]
}

// cutArticle removes the article before what somebody is: "l'autrice Ana Ruiz".
func cutArticle(s string) string {
	for _, w := range []string{"l'", "l’", "la ", "le ", "el ", "the ", "los ", "las ", "les "} {
		if rest, ok := cutPrefixFold(s, w); ok {
			return rest
		}
	}
	return s
}

// dashedPeople reads what follows the last dash: "Opening remarks – Name Surname, Director, Some Institute".
func dashedPeople(s string) (string, role, []Person) {
	for _, dash := range []string{" – ", " — ", " - ", ". ", ", "} {
		at := strings.LastIndex(s, dash)
		if at <= 0 || dash == ", " && !strings.ContainsRune("\"”»", lastRune(s[:at])) {
			continue
		}
		after := s[at+len(dash):]
		people := personText(after)
		if r := lastRune(s[:at]); len(people) == 0 && strings.ContainsRune("\"”»", r) && len(honorificsIn(after, true)) == 0 {
			people = plainPeople(after) // after a title in quotation marks stands its author
		}
		if len(people) > 0 {
			return trimTail(s[:at]), roleSpeaker, people
		}
	}
	return s, roleNone, nil
}

// leadingPerson reads a title after the person: "Ana X (Some Institute), Findings", "Ana X, Some Institute: Findings".
func leadingPerson(s string) (string, role, []Person) {
	if names, title, ok := strings.Cut(s, ": "); ok && len(names) < 120 && strings.ContainsRune("“\"«‘", firstRune(title)) {
		if people := plainPeople(names); len(people) > 0 && len(honorificsIn(names, true)) == 0 {
			return title, roleSpeaker, people // "Ana X / Luis Y: “What we found”"
		}
	}
	if at := strings.Index(s, ") "); at > 0 && (opensQuote(s[at+2:]) || kindOf(s[at+2:], false) != KindOther) && unicode.IsUpper(firstRune(s)) {
		if title, r, people := personBefore(s, at); len(people) > 0 {
			return title, r, people // "Ana X (Some Institute) “What we found”"
		}
	}
	at := strings.Index(s, "), ")
	if at > 0 && len(onlyPersons(s[at+3:])) > 0 {
		return s, roleNone, nil // "Introduction: Ana X (Some Institute), Luis Y (Other)"
	}
	if colon := labelEnd(s); at < 0 && colon > 0 {
		at = colon - 1
	}
	for _, dash := range []string{" – ", " — ", " - "} {
		if name, rest, ok := strings.Cut(s, dash); ok && at < 0 && surelyNamed(name) && len(strings.Fields(rest)) > 2 {
			at = len(name) - 1 // "Ana X – What we found"
		}
	}
	if at <= 0 || at+2 >= len(s) {
		return s, roleNone, nil
	}
	return personBefore(s, at)
}

// personBefore reads a person up to a place in a text and the title after it.
func personBefore(s string, at int) (string, role, []Person) {
	title := trimLead(s[at+1:])
	people := personText(s[:at+1])
	if len(people) != 1 || title == "" || people[0].Affiliation == "" && !surelyNamed(people[0].Name) {
		return s, roleNone, nil
	}
	return title, roleSpeaker, people
}

// peopleAfterColon reads "The plan in ten minutes: Ana X, city planner".
func peopleAfterColon(s string) (string, role, []Person) {
	at := strings.LastIndex(s, ": ")
	if at <= 0 {
		return s, roleNone, nil
	}
	after := s[at+2:]
	people := personText(after)
	if people == nil {
		people = initialNames(after)
	}
	if len(people) > 0 {
		return trimTail(s[:at]), roleSpeaker, people
	}
	if name, _, ok := strings.Cut(after, " on "); ok && labelRole(s[:at]) == roleSpeaker && looksNamed(name) {
		return s, roleSpeaker, []Person{{Name: joinSpace(name)}} // "Keynote speaker: Ana X on her city"
	}
	return s, roleNone, nil
}

// personAfterOffice reads the name that ends a title after an office: "Greeting by councillor Ana X", "Saludo de la concejala Ana X".
func personAfterOffice(s string) (string, role, []Person) {
	words := strings.Fields(s)
	for n := min(4, len(words)-2); n >= 2; n-- {
		name := strings.Join(words[len(words)-n:], " ")
		before := strings.ToLower(words[len(words)-n-1])
		if (officeWords[before] || postWords[before]) && isGiven(lowerFirstWord(name)) && looksNamed(name) {
			return strings.Join(words[:len(words)-n], " "), roleSpeaker, []Person{{Name: name}}
		}
	}
	return s, roleNone, nil
}

// peopleAfterComma reads "What patients say, Ana X (Some Institute)".
func peopleAfterComma(s string) (string, role, []Person) {
	for at := 0; at < len(s); {
		comma := strings.Index(s[at:], ", ")
		if comma < 0 {
			break
		}
		at += comma
		if people := personText(s[at+2:]); at > 3 && len(people) > 0 && !looksNamed(s[:at]) {
			if people[0].Affiliation == "" && len(people) == 1 {
				people[0].Affiliation = officeIn(s[:at])
			}
			return s[:at], roleSpeaker, people
		}
		at += 2
	}
	return s, roleNone, nil
}

// officeIn is the office that ends a title before the name of who holds it: "Welcome by the Mayor of the Town".
func officeIn(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if low := strings.ToLower(w); i > 0 && len(words)-i <= 8 && (postWords[low] || officeWords[low]) && unicode.IsUpper(firstRune(w)) {
			return strings.Join(words[i:], " ")
		}
	}
	return ""
}

// personText reads a text that names persons and nothing else; nil when there is any doubt.
func personText(s string) []Person {
	s = strings.Trim(s, " .;,")
	if s == "" || len(s) > 300 || len(honorificsIn(s, true)) > 0 || isLettered(s) {
		return nil
	}
	if names := splitNames(s); len(names) > 1 {
		return allSure(names)
	}
	if people := sharedBody(s); len(people) > 0 {
		return people
	}
	if people := namesBesideBody(s); len(people) > 0 {
		return people
	}
	var people []Person
	sure := false
	for _, part := range splitOutside(joinedAsList(s), ";\x00") {
		part = strings.TrimSpace(part)
		p, named, certain := plainPerson(part)
		switch {
		case named:
			people, sure = append(people, p), sure || certain
		case len(people) == 0 || !saysOffice(part):
			return nil // a body that stands among persons is left out, anything else is a doubt
		}
	}
	if !sure {
		return nil
	}
	return people
}

// isLettered recognises "C. Belonging – Lotus Room", the letter of a list before one word.
func isLettered(s string) bool {
	return len(s) > 3 && s[0] >= 'A' && s[0] <= 'H' && s[1] == '.' && s[2] == ' ' && len(strings.Fields(headOf(beforeDash(s)))) == 2
}

func beforeDash(s string) string {
	for _, dash := range []string{" – ", " — ", " - ", ": "} {
		s, _, _ = strings.Cut(s, dash)
	}
	return s
}

// allSure takes a list of names when at least one of them is surely one.
func allSure(names []string) []Person {
	var people []Person
	sure := false
	for _, name := range names {
		sure = sure || surelyNamed(name)
		people = append(people, Person{Name: joinSpace(name)})
	}
	if !sure {
		return nil
	}
	return people
}

// joinedAsList marks where "A (X), B (Y) and C (Z)" goes from one person to the next.
func joinedAsList(s string) string { return personJoins.Replace(s) }

var personJoins = strings.NewReplacer("), ", ")\x00", ") and ", ")\x00", ") & ", ")\x00", ") &", ")\x00", ") et ", ")\x00", ") y ", ")\x00", ") e ", ")\x00", ") dan ", ")\x00", ") và ", ")\x00", ") / ", ")\x00", ", et ", "\x00", ", and ", "\x00", ", y ", "\x00")

// plainPerson reads "Name", "Name, Body" or "Name (Body)". It is certain with a known name, a degree, or an affiliation that is one.
func plainPerson(s string) (p Person, named, certain bool) {
	name := headOf(s)
	name = name[:sentenceEnd(name)]
	for _, sep := range []string{" - ", " – ", " — ", " / ", " from ", " de l'", " du "} {
		if at := strings.Index(name, sep); at > 0 {
			name = strings.TrimSpace(name[:at])
		}
	}
	if p, named, certain := officePerson(s, name); named {
		return p, true, certain
	}
	if !looksNamed(name) {
		return beforePost(s)
	}
	bare, degree := trailingDegree(strings.Trim(name, " ."))
	p = Person{Name: joinSpace(bare)}
	degrees, rest := cutDegrees(strings.TrimPrefix(s[strings.Index(s, name)+len(name):], "."))
	p.Degrees = firstOf(degree, degrees)
	p.Affiliation = cleanAffiliation(rest)
	return p, true, surelyNamed(name) || p.Degrees != "" || saysOffice(p.Affiliation)
}

// beforePost reads a known name right before what that person is, without a comma: "Ana X Professor at Some University".
func beforePost(s string) (p Person, named, certain bool) {
	words := strings.Fields(s)
	for n := 2; n <= 4 && n < len(words); n++ {
		post := strings.ToLower(strings.TrimRight(words[n], ".,"))
		if !officeWords[post] && !postWords[post] || !unicode.IsUpper(firstRune(words[n])) {
			continue
		}
		name := strings.Join(words[:n], " ")
		if isGiven(lowerFirstWord(name)) && looksNamed(name) {
			return Person{Name: name, Affiliation: cleanAffiliation(strings.Join(words[n:], " "))}, true, true
		}
	}
	return p, false, false
}

// officePerson reads "Mayor Ana X", and "Madam Mayor, Ana X", where name is what stands before the first comma of s.
func officePerson(s, name string) (p Person, named, certain bool) {
	if office, rest := cutOffice(name); office != "" {
		after := s[strings.Index(s, rest)+len(rest):]
		degrees, tail := cutDegrees(after)
		if surelyNamed(rest) || degrees != "" && looksNamed(rest) {
			return Person{Name: joinSpace(rest), Degrees: degrees, Affiliation: firstOf(cleanAffiliation(tail), office)}, true, true
		}
	}
	office, rest, ok := strings.Cut(s, ", ")
	if ok && office == name && saysOffice(office) && surelyNamed(rest) && looksNamed(rest) {
		return Person{Name: joinSpace(rest), Affiliation: joinSpace(office)}, true, true
	}
	return p, false, false
}

// cutOffice separates the offices before a name: "Ketua Panitia Ana X", "Councillor Ana X".
func cutOffice(s string) (office, rest string) {
	words := strings.Fields(s)
	n := 0
	for n < len(words) && n < 4 && (isBodyWord(words[n]) || officeWords[strings.ToLower(words[n])]) {
		n++
	}
	if n == 0 || len(words)-n < 2 {
		return "", s
	}
	return strings.Join(words[:n], " "), strings.Join(words[n:], " ")
}

// officeWords are what people are, besides the offices among bodyWords.
var officeWords = wordSet(`candidate student fellow founder co-founder ceo cto cfo activist journalist author artist teacher practitioner facilitator engineer analyst scientist economist lawyer doctor nurse leader member adviser judge justice senator pastor councillor councilor chief
	directeur directrice chercheur chercheure chercheuse professeur professeure docteur docteure doctorant doctorante enseignant enseignante maître maîtresse chargé chargée étudiant étudiante journaliste auteur autrice sociologue maire adjoint adjointe élu élue avocat avocate médecin
	alcalde alcaldesa concejal concejala investigador investigadora profesor profesora intendente intendenta docente abogado abogada médico médica técnico técnica asesor asesora estudiante periodista especialista consultora consultor experto experta
	critique écrivain écrivaine poète romancier romancière éditeur éditrice artiste conseiller conseillère rédacteur rédactrice ambassadeur ambassadrice maître portavoz escritor escritora director directora presidente presidenta secretario secretaria catedrático catedrática senador senadora diputado diputada mantan ketua pengurus komisioner pengacara wartawan jurnalis budayawan
	dosen peneliti praktisi aktivis guru rektor dekan wakil bupati walikota camat lurah pengamat pakar penulis
	giảng nghiên chuyên hiệu chủ trưởng phó giám viện`)

// saysOffice recognises an affiliation by a word for an office or body, or an acronym.
func saysOffice(s string) bool {
	if s == "" {
		return false
	}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		if isBodyWord(w) || officeWords[strings.ToLower(w)] || isAcronym(w) {
			return true
		}
	}
	return false
}

// isAcronym accepts two to eight capitals, and "SeTIS".
func isAcronym(w string) bool {
	capitals := 0
	for _, r := range w {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	if capitals >= 3 && len(w) <= 10 {
		return true
	}
	return len(w) >= 2 && len(w) <= 8 && strings.IndexFunc(w, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0
}

func lowerFirstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	if head, _, ok := strings.Cut(first, "-"); ok {
		first = head // "Jean-Paul"
	}
	return strings.ToLower(strings.Trim(first, ".,\"“”"))
}

// hasInitial finds "B." between or before the words of a name.
func hasInitial(s string) bool {
	words := strings.Fields(s)
	for i, w := range words {
		if i == 0 && len(words) < 3 {
			continue // "A. Housing" is the letter of a list
		}
		if len(w) == 2 && w[1] == '.' && w[0] >= 'A' && w[0] <= 'Z' {
			return true
		}
	}
	return false
}
