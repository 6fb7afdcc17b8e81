package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// role is what a person does in an item.
type role int

const (
	roleNone role = iota
	roleSpeaker
	roleModerator
	roleLed
)

// roleWords are labels before persons. They need a colon, except those in roleByWords at the start of a line.
var roleWords = map[role][]string{
	roleSpeaker: {
		"speaker", "speakers", "speaker(s)", "presenter", "presenters", "presenter(s)", "presentation by", "presentations by", "resource person", "resource persons", "keynote speaker", "keynote speakers", "keynote", "panelist", "panelists", "panellist", "panellists", "discussant", "discussants", "lecturer", "trainer", "trainers", "remarks by", "welcome by", "opening by", "opening remarks by", "welcome remarks by", "interviewer",
		"วิทยากร", "ผู้บรรยาย", "ผู้นำเสนอ", "ผู้อภิปราย", "ผู้ร่วมเสวนา", "ผู้ร่วมอภิปราย", "ผู้กล่าวเปิด", "กล่าวเปิดโดย", "กล่าวต้อนรับโดย", "ผู้กล่าวรายงาน", "บรรยายพิเศษโดย", "องค์ปาฐก", "pembicara", "narasumber", "pemateri", "penyaji", "sambutan", "giảng viên", "tập huấn viên", "báo cáo viên chính", "instruktur", "pelatih", "formateur", "formatrice", "formateurs", "docente", "imparte", "capacitador", "capacitadora", "presídium", "ครูผู้สอน", "อาจารย์ผู้สอน", "diễn giả", "báo cáo viên", "người trình bày", "trình bày", "phát biểu", "ponente", "ponentes", "expositor", "expositora", "expositores", "panelista", "panelistas", "conferencista", "presenta", "intervenant", "intervenante", "intervenants", "intervenant(s)", "orateur", "orateurs", "oratrice", "conférencier", "conférencière", "panélistes", "paneliste", "avec", "interviennent", "témoignages", "intervienen", "interviene", "participan", "participa", "con", "con la participación de", "bersama", "with", "featuring", "guest", "guests", "guest speaker", "guest speakers", "แขกรับเชิญ", "khách mời", "tamu undangan", "invitado", "invitada", "invitados", "invitadas", "invité", "invitée", "invités", "panel members", "panel member", "members of the panel", "integrantes", "discutant", "discutante", "discutants", "rapporteure", "pemantik", "penanggap", "pembahas", "pemrasaran", "rapporteur", "rapporteurs", "relator", "relatora", "notulen", "session lead", "session leads", "subject matter expert", "subject matter experts", "experts", "expert panel", "faculty", "instructor", "instructors", "teacher", "teachers", "lecturers", "invited speaker", "invited speakers", "invited talk", "keynote talk", "orador", "oradora", "oradores", "conferencistas", "expositoras", "compilador", "compiladora", "pengisi materi", "วิทยากรร่วมเสวนา", "วิทยากรร่วม", "วิทยากรกลุ่ม", "ผู้ร่วมแลกเปลี่ยน", "ผู้ร่วมพูดคุย", "ผู้วิพากษ์", "ผู้ให้ข้อคิดเห็น", "ผู้ให้ความเห็น", "กล่าวปิดโดย", "กล่าวรายงานโดย", "reactor", "reactors", "respondent", "respondents", "commentator", "commentators", "opening speaker", "opening speakers", "guest of honour", "guests of honour", "guest of honor", "guests of honor", "chief guest", "special guest", "special guests", "วิทยากรหลัก", "ผู้นำเสวนา", "ผู้ร่วมเวที", "người thuyết trình", "thuyết trình", "communicants", "témoins",
	},
	roleModerator: {
		"moderator", "moderators", "moderator(s)", "chair", "chairs", "co-chair", "co-chairs", "chairperson", "chairman", "session chair", "lead facilitator", "lead facilitators", "co-facilitator", "co-facilitators", "convener", "convenor", "facilitator", "facilitators", "facilitator(s)", "mc", "master of ceremony", "ผู้ดำเนินรายการ", "ผู้ดำเนินการอภิปราย", "ผู้ดำเนินการเสวนา", "ผู้ดำเนินการประชุม", "พิธีกร", "ประธาน", "ประธานการประชุม", "วิทยากรกระบวนการ",
		"fasilitator", "pemandu", "pemandu acara", "chủ trì", "điều hành", "người điều phối", "điều phối", "chủ tọa", "moderador", "moderadora", "modera", "coordina", "facilitador", "facilitadora", "modérateur", "modératrice", "modération", "animation", "anime", "animateur", "animatrice", "présidence", "présidence de séance", "preside", "pimpinan sidang", "président de séance", "présidente de séance", "facilitateur", "facilitatrice", "presidente", "presidenta", "moderan", "modératrices", "modérateurs", "moderatores", "moderadores", "moderadoras", "người dẫn chương trình", "pembawa acara", "chủ toạ", "ผู้ดำเนินเวที",
	},
	roleLed: {"led by", "lead", "responsible", "person responsible", "responsible person", "in charge", "ผู้รับผิดชอบ", "penanggung jawab", "pic", "phụ trách", "người phụ trách", "responsable", "a cargo de", "đơn vị thực hiện"},
}

// roleByWords introduce a person at the start of a line without a colon.
var roleByWords = map[string]role{
	"by": roleSpeaker, "presented by": roleSpeaker, "delivered by": roleSpeaker, "presentation by": roleSpeaker, "โดย": roleSpeaker, "บรรยายโดย": roleSpeaker, "นำเสนอโดย": roleSpeaker, "กล่าวเปิดโดย": roleSpeaker, "วิทยากร": roleSpeaker,
	"oleh": roleSpeaker, "disampaikan oleh": roleSpeaker, "trình bày bởi": roleSpeaker, "por": roleSpeaker, "presentado por": roleSpeaker, "par": roleSpeaker, "avec": roleSpeaker, "with": roleSpeaker, "con": roleSpeaker, "bersama": roleSpeaker, "présenté par": roleSpeaker,
	"chaired by": roleModerator, "sous la présidence de": roleModerator, "sous la présidence d'": roleModerator, "sous la présidence d’": roleModerator, "bajo la presidencia de": roleModerator, "dưới sự chủ trì của": roleModerator, "moderated by": roleModerator, "facilitated by": roleModerator, "ดำเนินรายการโดย": roleModerator, "ผู้ดำเนินรายการ": roleModerator, "ดำเนินการอภิปรายโดย": roleModerator, "dipandu oleh": roleModerator, "dimoderatori oleh": roleModerator, "moderado por": roleModerator, "modéré par": roleModerator, "animé par": roleModerator,
	"led by": roleLed, "organised by": roleLed, "นำโดย": roleLed, "a cargo de": roleLed, "dirigido por": roleLed,
}

// shortLeads are other words too: they introduce somebody only before a name.
var shortLeads = wordSet(`avec with bersama`)

var roleOf = func() map[string]role {
	m := make(map[string]role)
	for r, words := range roleWords {
		for _, w := range words {
			m[w] = r
		}
	}
	for w, r := range roleByWords {
		m[w] = r
	}
	return m
}()

// roleLabel reads "Moderator: …", "โดย …" at the start of a line.
func roleLabel(s string) (r role, rest string) {
	if r := roleOf[strings.ToLower(strings.TrimRight(s, " :"))]; r != roleNone {
		return r, ""
	}
	if at := labelEnd(s); at > 0 {
		if r := labelRole(s[:at]); r != roleNone {
			return r, strings.TrimSpace(s[at+1:])
		}
	}
	if r, rest := dashLabel(s); r != roleNone {
		return r, rest
	}
	best := 0
	for w, by := range roleByWords {
		after, ok := cutPrefixFold(s, w)
		if ok && len(w) > best && (w >= "ก" || strings.HasPrefix(after, " ") || strings.HasSuffix(w, "'") || strings.HasSuffix(w, "’")) {
			best, r, rest = len(w), by, strings.TrimSpace(after)
		}
	}
	if r != roleNone && (best < 4 || shortLeads[strings.ToLower(s[:best])]) && len(honorificsIn(rest, true)) == 0 && !looksNamed(headOf(rest)) && len(splitNames(rest)) < 2 {
		return roleNone, s
	}
	return r, rest
}

// labelRole reads a label, also one of two parts: "Intervenants et témoins", "Chair and moderator", "Moderator / MC".
func labelRole(label string) role {
	label = strings.ToLower(strings.TrimSpace(label))
	if r := roleOf[label]; r != roleNone {
		return r
	}
	for _, join := range []string{" et ", " and ", " & ", "/", " y ", " dan ", " và ", "และ", " ("} {
		if first, _, ok := strings.Cut(label, join); ok {
			return roleOf[strings.TrimSpace(first)]
		}
	}
	return roleNone
}

// headOf is what stands before the first comma or bracket.
func headOf(s string) string {
	if at := strings.IndexAny(s, ",("); at >= 0 {
		s = s[:at]
	}
	return strings.TrimSpace(s)
}

// roleSegment is a label inside a text and what follows it.
type roleSegment struct {
	role role
	text string
}

// cutRoles separates labels inside a title: "Panel Moderator: Ms. X Speakers: Dr. Y" gives "Panel" and two segments.
func cutRoles(s string) (head string, segments []roleSegment) {
	starts := roleStarts(s)
	if len(starts) == 0 {
		return s, nil
	}
	for i, st := range starts {
		end := len(s)
		if i+1 < len(starts) {
			end = starts[i+1].from
		}
		segments = append(segments, roleSegment{st.role, strings.TrimSpace(s[st.to:end])})
	}
	return strings.TrimSuffix(trimTail(s[:starts[0].from]), "."), segments
}

type roleStart struct {
	role     role
	from, to int
}

// roleStarts finds every "label:" of a text, the longest label before each colon.
func roleStarts(s string) []roleStart {
	var found []roleStart
	for at := 0; at < len(s); at++ {
		if s[at] != ':' {
			continue
		}
		from, best := at, roleStart{}
		for words := 0; words < 4 && from > 0; words++ {
			from = strings.LastIndexByte(s[:max(from-1, 0)], ' ') + 1
			label := strings.ToLower(strings.Trim(s[from:at], " (,;-–"))
			label = strings.TrimRight(label, " 0123456789") // "Speaker 2:"
			if r := roleOf[label]; r != roleNone {
				if from > 0 && softLabels[label] && !beginsWithPerson(s[at+1:]) {
					break
				}
				best = roleStart{r, from, at + 1}
			}
		}
		if best.role != roleNone {
			found = append(found, best)
		}
	}
	return found
}

// softLabels are parts of a title too: "Opening keynote: Care without borders".
var softLabels = wordSet(`keynote sambutan presenta animation lead trainer guest with con avec`)

func beginsWithPerson(s string) bool {
	s = strings.TrimSpace(s)
	marks := honorificsIn(cutRunes(s, 60), true)
	return len(marks) > 0 && marks[0].from == 0 || looksNamed(headOf(s)) || isTBC(s)
}

// cast is who takes part in an item.
type cast struct {
	speakers, moderators []Person
	led                  []string
	unnamed              bool // somebody is still to be confirmed
}

// add reads the persons of a text that names some in the given role. What names no person is somebody's office.
func (c *cast) add(r role, text string) {
	if r == roleModerator {
		text = c.withPanel(text)
	}
	people, offices, unnamed := readPeople(text)
	c.unnamed = c.unnamed || unnamed
	if r == roleModerator {
		c.moderators = append(c.moderators, people...)
	} else {
		c.speakers = append(c.speakers, people...)
	}
	c.led = append(c.led, offices...)
}

// readPeople reads a text in which persons are expected: "Dr. A (Org); TBC", "A B, C D and E F", "Deputy Governor".
func readPeople(text string) (people []Person, offices []string, unnamed bool) {
	if strings.HasPrefix(strings.TrimSpace(text), "- ") {
		text = strings.ReplaceAll(text, " - ", "; ") // a list that lost its lines
	}
	for _, part := range splitOutside(joinedAsList(splitSentences(text)), ";•\x00") {
		_, part = cutBullet(strings.Trim(part, " -–•*,"))
		if post, ok := strings.CutPrefix(part, "and "); ok && isPost(post) && len(people) > 0 {
			people[len(people)-1].Affiliation += "; " + joinSpace(post)
			continue
		}
		if strings.Count(part, ")") > strings.Count(part, "(") {
			part = strings.TrimRight(part, ") ")
		}
		if part == "" {
			continue
		}
		if isTBC(part) || isTBC(headOf(part)) || isTBC(part[strings.LastIndexByte(part, ' ')+1:]) && len(honorificsIn(part, true)) == 0 {
			unnamed = true
			continue
		}
		if marks := honorificsIn(part, true); len(marks) > 0 {
			named := personList(part[marks[0].from:], marks, marks[0].from)
			people = append(people, beforeHonorific(part[:marks[0].from], named)...)
			continue
		}
		if named := plainPeople(part); len(named) > 0 {
			people = append(people, named...)
			continue
		}
		if p, ok := introduced(part); ok {
			people = append(people, p)
			continue
		}
		if named := thaiNames(part); len(named) > 0 {
			people = append(people, named...)
			continue
		}
		offices = append(offices, joinSpace(part))
	}
	return people, offices, unnamed
}

// splitSentences marks with ";" where "Ana Ruiz, mayor. Luis Prado, police." goes from one person to the next.
func splitSentences(s string) string {
	var b strings.Builder
	for rest := s; ; {
		at := sentenceEnd(rest)
		b.WriteString(rest[:at])
		if at >= len(rest) {
			return b.String()
		}
		rest = rest[at+1:]
		if looksNamed(headOf(rest)) && strings.ContainsAny(rest, ",(") {
			b.WriteByte(';')
		} else {
			b.WriteByte('.')
		}
	}
}

// beforeHonorific uses what stands before the first person: another name ("A B and Dr. C D"), or the office of the person
// ("Director, Dr. C D").
func beforeHonorific(head string, people []Person) []Person {
	head = trimPeopleLead(head)
	switch {
	case head == "" || isTBC(head) || ranks[strings.ToLower(head)] || kindOf(head, false) != KindOther && !isPost(head):
	case looksNamed(headOf(head)):
		people = append(plainPeople(head), people...)
	case people[0].Affiliation == "" && len(head) < 120:
		people[0].Affiliation = joinSpace(head)
	}
	return people
}

// plainPeople reads names without honorific: "A B (Org)", "A B, Office, Body", "A B, C D and E F".
func plainPeople(s string) []Person {
	name := headOf(s)
	name = trimPoint(name[:sentenceEnd(name)])
	for _, sep := range []string{" - ", " – ", " — ", " from ", "/", " on "} {
		if at := strings.Index(name, sep); at > 0 {
			name = strings.TrimSpace(name[:at])
		}
	}
	if shared := sharedBody(s); shared != nil {
		return shared
	}
	if parts := splitNames(s); len(parts) > 1 {
		var people []Person
		for _, p := range parts {
			people = append(people, Person{Name: joinSpace(p)})
		}
		return people
	}
	if p, named, _ := officePerson(s, name); named {
		return []Person{p}
	}
	if !looksNamed(name) {
		return nil
	}
	bare, degree := trailingDegree(name)
	p := Person{Name: joinSpace(bare)}
	degrees, rest := cutDegrees(strings.TrimSpace(s[strings.Index(s, name)+len(name):]))
	p.Degrees = firstOf(degree, degrees)
	p.Affiliation = cleanAffiliation(rest)
	return []Person{p}
}

// introduced reads a person as a label leaves no doubt of: one name with degrees or an office ("Ayu, S.Ag.", "Ayu (Former chair)"), and
// a name after the office ("the mayor, Ana Ruiz").
func introduced(s string) (Person, bool) {
	name := headOf(s)
	rest := strings.TrimSpace(strings.TrimPrefix(s, name))
	r := firstRune(name)
	if !strings.Contains(name, " ") && utf8.RuneCountInString(name) >= 3 && unicode.IsUpper(r) && !isAcronym(name) && !isBodyWord(name) && !placeNames[strings.ToLower(name)] {
		degrees, after := cutDegrees(rest)
		if degrees != "" || strings.HasPrefix(rest, "(") && saysOffice(rest) {
			return Person{Name: name, Degrees: degrees, Affiliation: cleanAffiliation(after)}, true
		}
	}
	if after := strings.Trim(rest, ", "); saysOffice(name) && strings.HasPrefix(rest, ",") && looksNamed(after) {
		return Person{Name: joinSpace(after), Affiliation: joinSpace(cutArticle(name))}, true
	}
	return Person{}, false
}

var nameJoins = strings.NewReplacer(" and ", ",", " & ", ",", "/", ",", " dan ", ",", " và ", ",", " y ", ",", " e ", ",", " et ", ",", " cùng ", ",")

// splitNames cuts a list of which every part is a name.
func splitNames(s string) []string {
	s = nameJoins.Replace(s)
	parts := strings.Split(s, ",")
	for i, p := range parts {
		parts[i] = trimPoint(strings.TrimSpace(p))
		if strings.Contains(parts[i], "(") || sentenceEnd(parts[i]) < len(parts[i]) || !looksNamed(parts[i]) || degreeWords[strings.TrimRight(lowerFirstWord(parts[i]), ".")] {
			return nil
		}
	}
	return parts
}

// trimPoint removes the point of a sentence from a name, and keeps that of "Jr." and of an initial.
func trimPoint(name string) string {
	bare := strings.TrimSuffix(name, ".")
	if last := bare[strings.LastIndexByte(bare, ' ')+1:]; len(last) > 3 {
		return bare
	}
	return name
}

// splitOutside splits at any of the marks that stand outside brackets.
func splitOutside(s, marks string) []string {
	var parts []string
	depth, start := 0, 0
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth = max(0, depth-1)
		case depth == 0 && strings.ContainsRune(marks, r):
			parts = append(parts, s[start:i])
			start = i + len(string(r))
		}
	}
	return append(parts, s[start:])
}
