package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// gluedPeople cuts a title before the first honorific: "Opening Dr. A B, Director, C" is the title "Opening" and a person.
func gluedPeople(s string) (title string, people []Person) {
	marks := honorificsIn(s, false)
	if len(marks) == 0 {
		return s, nil
	}
	people = personList(s[marks[0].from:], marks, marks[0].from)
	title = trimPeopleLead(s[:marks[0].from])
	if title == "" {
		if name, rest, ok := strings.Cut(s, ": "); ok && len(marks) == 1 && len(name) < 80 {
			return rest, personList(name, honorificsIn(name, false), 0)
		}
	}
	return title, people
}

// peopleLeads stand between a title and the person in charge of it.
var peopleLeads = []string{"by", "with", "from", "presented by", "delivered by", "led by", "chaired by", "moderated by", "and", "โดย", "นำโดย", "บรรยายโดย", "นำเสนอโดย", "oleh", "dari", "bersama", "dengan", "bởi", "do", "của", "por", "con", "de", "del", "de la", "par", "avec", "speaker", "speakers"}

func trimPeopleLead(s string) string {
	for {
		t := trimTail(s)
		for _, w := range peopleLeads {
			if w == "do" && isASCII(t) {
				continue // Vietnamese "by"; in English a verb
			}
			if rest, ok := cutSuffixFold(t, w); ok && (rest == "" || strings.HasSuffix(rest, " ") || strings.HasSuffix(rest, "(") || w >= "ก") {
				t = trimTail(rest)
				break
			}
		}
		if t == s {
			return t
		}
		s = t
	}
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

func cutSuffixFold(s, suffix string) (string, bool) {
	at := len(s) - len(suffix)
	if at < 0 || !strings.EqualFold(s[at:], suffix) {
		return s, false
	}
	return s[:at], true
}

// personList reads persons whose honorifics stand at the given places (offset from the start of the whole text).
// Persons joined by "/" or "and" share the affiliation that follows the last of them.
func personList(s string, marks []span, offset int) []Person {
	var people []Person
	var joined []bool
	for k, m := range marks {
		end := len(s)
		if k+1 < len(marks) {
			end = marks[k+1].from - offset
		}
		chunk := s[m.from-offset : end]
		body, joins := cutJoiner(chunk)
		p := readPerson(body, m.to-m.from)
		people, joined = append(people, p), append(joined, joins)
	}
	for k := len(people) - 2; k >= 0; k-- {
		if joined[k] && people[k].Affiliation == "" {
			people[k].Affiliation = people[k+1].Affiliation
		}
	}
	return people
}

// cutJoiner removes the "/", "and", ";" … before the next person, and says whether it joins two persons of one body.
func cutJoiner(s string) (body string, joins bool) {
	body = strings.TrimRight(s, " \t")
	for _, j := range []string{"/", "&", " and", " และ", "และ", " dan", " và", " y", " et", " with"} {
		if rest, ok := cutSuffixFold(body, j); ok {
			return strings.TrimRight(rest, " ,;"), true
		}
	}
	return strings.TrimRight(body, " ,;-–—(•·"), false
}

// readPerson reads "Dr. Name, Degree, Affiliation" of which the first n bytes are the honorific.
func readPerson(s string, n int) Person {
	p := Person{Honorific: joinSpace(s[:n])}
	body := s[n:]
	lead := body[:len(body)-len(strings.TrimLeft(body, " ."))]
	body = body[len(lead):]
	end := nameEnd(body)
	p.Name = joinSpace(s[:n] + lead + strings.TrimRight(body[:end], " ,.-–(:"))
	rest := body[end:]
	p.Degrees, rest = cutDegrees(rest)
	p.Affiliation = cleanAffiliation(rest)
	return p
}

// nameEnd finds where a name ends: at a comma, a bracket, a dash or a colon; a Thai name after two words; a Latin one before a
// word for an office or a body.
func nameEnd(s string) int {
	end := len(s)
	for _, sep := range []string{",", "(", ";", " - ", " – ", " — ", ":", "|", " from ", " จาก", "\t", " / ", "["} {
		if at := strings.Index(s[:end], sep); at > 0 {
			end = at
		}
	}
	if thaiAt(s, 0) {
		return thaiNameEnd(s[:end])
	}
	return latinNameEnd(s[:end])
}

// thaiNameEnd ends a Thai name after the first and the family name, or before an office or body.
func thaiNameEnd(s string) int {
	words := 0
	for i := 0; i < len(s); {
		next := strings.IndexByte(s[i:], ' ')
		if next == 0 {
			i++
			continue
		}
		if words == 2 && s[i:] != "" || words == 1 && thaiOffice(s[i:]) {
			return i
		}
		words++
		if next < 0 {
			return len(s)
		}
		if strings.HasPrefix(s[i:], "ณ ") {
			words--
		}
		i += next
	}
	return len(s)
}

var thaiOffices = strings.Fields(`มูลนิธิ มหาวิทยาลัย สำนัก กรม กระทรวง สถาบัน โรงเรียน โรงพยาบาล องค์การ องค์กร บริษัท จังหวัด ผู้อำนวยการ ผู้ว่า ผู้แทน ผู้จัดการ ผู้เชี่ยวชาญ หัวหน้า นายก นายอำเภอ รอง ประธาน เลขา คณบดี คณะ ศูนย์ สมาคม เทศบาล อำเภอ เครือข่าย ที่ปรึกษา นักวิจัย นักวิชาการ อธิบดี ปลัด ครู แรงงาน ศึกษาธิการ สาธารณสุข กลุ่ม หน่วย ภาควิชา วิทยาลัย ชมรม ตัวแทน เจ้าหน้าที่ อาจารย์`)

func thaiOffice(s string) bool {
	for _, w := range thaiOffices {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// latinNameEnd stops a name without comma before a small word that is no particle, or before an office or body.
func latinNameEnd(s string) int {
	words, i := 0, 0
	for i < len(s) {
		next := strings.IndexByte(s[i:], ' ')
		if next == 0 {
			i++
			continue
		}
		w := s[i:]
		if next > 0 {
			w = s[i : i+next]
		}
		if words > 0 && (isBodyWord(w) || !isNameWord(w)) {
			return i
		}
		words++
		if next < 0 {
			break
		}
		i += next
	}
	return len(s)
}

var nameParticles = wordSet(`de da do dos del della di du la le van von der den bin binti bt ibn al el y e dan na`)

// isNameWord accepts capitalised words, initials and particles.
func isNameWord(w string) bool {
	w = strings.Trim(w, "\"“”'’()")
	r := firstRune(w)
	return unicode.IsUpper(r) || isThai(r) || nameParticles[w] || strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "al-")
}

// bodyWords are offices and bodies: they end a name, and never are one.
var bodyWords = wordSet(`university universitas universidad université institute institut instituto institution ministry ministerio ministère kementerian department departemen departamento département faculty fakultas
	facultad faculté school college center centre centro foundation yayasan fundación fondation association asosiasi asociación director directora directeur directrice deputy head manager coordinator chair chairman
	chairperson president vice secretary minister governor mayor officer representative professor lecturer researcher expert specialist consultant advisor adviser commission committee council office bureau agency
	hospital organization organisation network project team programme program group session workshop room hall hotel plenary panel discussion lunch coffee break registration opening closing presentation welcome
	remarks address keynote introduction overview summary report questions answers trường viện bộ sở ủy đại học giám đốc phó trưởng trung tâm kepala direktur ketua dinas badan balai pusat jefe jefa gerente
	coordinador coordinadora ministro ministra gobierno asociado ong ngo company limited ltd inc corporation bank embassy consulate municipality provincial regional national international statement review work
	track part module theme topic note venue language agenda day date time tel fax email members participants all stakeholders government city province district ward open closed questionnaire conclusion conclusions`)

func isBodyWord(w string) bool {
	return bodyWords[strings.ToLower(strings.Trim(w, ".,;:()\"'’“”"))]
}

// degreeWords are written after a name, between commas.
var degreeWords = wordSet(`phd ph.d dphil d.phil md m.d msc m.sc ma m.a mph m.p.h mba m.b.a bsc b.sc ba b.a jr sr llm ll.m edd ed.d drph m.si msi s.si s.e se s.h sh m.h mh s.sos s.pd m.pd s.t m.t st mt s.kom m.kom m.hum s.ip m.ip m.m mm
	s.psi m.psi skm m.kes s.ked sp.a sp.pd m.ag s.ag s.th m.eng m.ed mpa mpp msw esq rn cfa ph.d.c m.kes m.phil mphil`)

// cutDegrees takes ", Ph.D., M.Sc." from the start of what follows a name.
func cutDegrees(s string) (degrees, rest string) {
	rest = s
	var found []string
	for {
		t := strings.TrimLeft(rest, " ,")
		if t == rest {
			break
		}
		end := strings.IndexAny(t, ",(;-–")
		if end < 0 {
			end = len(t)
		}
		word := strings.TrimSpace(t[:end])
		if space := strings.IndexByte(word, ' '); space > 0 && strings.HasSuffix(word[:space], ".") {
			word, end = word[:space], space
		}
		if !degreeWords[strings.ToLower(strings.TrimRight(word, "."))] {
			break
		}
		found, rest = append(found, word), t[end:]
	}
	return strings.Join(found, ", "), rest
}

// cleanAffiliation trims brackets and marks around an affiliation.
func cleanAffiliation(s string) string {
	s = strings.TrimLeft(s, " ,;:-–—/|\t")
	for _, lead := range []string{"from ", "จาก", "dari ", "de la ", "del ", "du "} {
		if rest, ok := strings.CutPrefix(s, lead); ok {
			s = strings.TrimSpace(rest)
		}
	}
	s = strings.TrimRight(s, " ,;:-–—/|\t.")
	if strings.HasPrefix(s, "(") {
		inner, after, closed := strings.Cut(s[1:], ")")
		if after = strings.Trim(after, " ,;-–."); closed && after != "" {
			return joinSpace(inner + ", " + after)
		}
		s = inner
	}
	if strings.Count(s, ")") > strings.Count(s, "(") {
		s = strings.TrimRight(s, ")] ")
	}
	return joinSpace(s)
}

// teamWords name a group of people in charge.
var teamWords = []string{"Project team", "Research team", "The project team", "The research team", "Organizing team", "Organising team", "ทีมวิจัย", "คณะผู้วิจัย", "คณะวิจัย", "ทีมงานโครงการ", "Tim peneliti", "Tim Peneliti", "Nhóm nghiên cứu", "Equipo de investigación", "Équipe de recherche", "Equipe de recherche"}

// dashedPeople cuts "Opening remarks – Name Surname, Director, Some Institute", without honorific, at its last dash.
func dashedPeople(s string) (title string, people []Person) {
	for _, dash := range []string{" – ", " — ", " - "} {
		at := strings.LastIndex(s, dash)
		if at <= 0 {
			continue
		}
		rest := s[at+len(dash):]
		if name := headOf(rest); name != strings.TrimSpace(rest) && looksNamed(name) && hasBodyWord(rest[len(name):]) {
			return trimTail(s[:at]), plainPeople(rest)
		}
	}
	return s, nil
}

// gluedTeam cuts "… Thailand Project team from IPSR" from a title.
func gluedTeam(s string) (title string, team *Person) {
	for _, w := range teamWords {
		at := strings.Index(s, w)
		if at <= 0 {
			continue
		}
		r, _ := utf8.DecodeLastRuneInString(s[:at])
		if before := trimPeopleLead(s[:at]); before != "" && (r == ' ' || r == '\t') {
			return before, &Person{Name: strings.TrimRight(s[at:], " ."), Team: true}
		}
	}
	return s, nil
}

// isTBC recognises a person still to be named.
func isTBC(s string) bool {
	low := strings.ToLower(strings.Trim(s, " ().,;[]*–-"))
	switch low {
	case "tbc", "tba", "tbd", "t.b.c", "t.b.a", "to be confirmed", "to be announced", "to be determined", "รอยืนยัน", "อยู่ระหว่างประสาน", "อยู่ระหว่างการประสานงาน", "รอการยืนยัน",
		"dalam konfirmasi", "akan dikonfirmasi", "menunggu konfirmasi", "đang xác nhận", "sẽ xác nhận", "por confirmar", "à confirmer", "a confirmer", "xác nhận sau":
		return true
	}
	return false
}

// looksNamed says that a text without honorific may be a person's name: two to five capitalised words, none of them an
// office or body.
func looksNamed(s string) bool {
	if isTBC(s) || strings.ContainsAny(s, "0123456789@:") {
		return false
	}
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	capitals := 0
	for _, w := range words {
		if isBodyWord(w) || !isNameWord(w) {
			return false
		}
		if unicode.IsUpper(firstRune(w)) {
			capitals++
		}
	}
	return capitals >= 2
}
