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
	if end, running := inSentences(s, marks); running && len(marks) > 1 {
		return s, nil // "…: Dr. A B. History of the house: Dr. C D. Songs by the pupils."
	} else if running && end > 0 {
		people[0].Affiliation = ""
		return s, people
	}
	title = officeBefore(trimPeopleLead(s[:marks[0].from]), &people[0])
	if title == "" {
		if name, rest, ok := strings.Cut(s, ": "); ok && len(marks) == 1 && utf8.RuneCountInString(name) < 80 {
			return rest, personList(name, honorificsIn(name, false), 0)
		}
		title = actOf(&people[len(people)-1])
	}
	return title, people
}

// tells are words with which the sentence about a person goes on.
var tells = wordSet(`sekaligus akan dijadwalkan yang will gởi gửi đọc who`)

// longestSentence is how many letters after an honorific are looked at for the end of the sentence.
const longestSentence = 500

// inSentences says that a whole sentence, which is no affiliation, follows the name of a person, and where it begins.
func inSentences(s string, marks []span) (at int, running bool) {
	for _, m := range marks {
		chunk := cutRunes(s[m.to:], longestSentence)
		end := m.to + sentenceEnd(chunk)
		after, ok := strings.CutPrefix(s[min(end, len(s)):], ". ")
		if name := chunk[:nameEnd(chunk)]; tells[lowerFirstWord(strings.TrimSpace(s[m.to+len(name):]))] {
			return m.to, true
		}
		if head := headOf(s[m.to:min(end, len(s))]); !ok || len(strings.Fields(head)) > 6 || isPost(after) || saysOffice(firstWords(after, 4)) {
			continue
		}
		if len(strings.Fields(after)) >= 3 && !looksNamed(headOf(after)) {
			return end, true
		}
	}
	return 0, false
}

// actOf takes from the affiliation what the person does, when that is the item: "Mr. A B, Director, delivers the opening address".
func actOf(p *Person) string {
	at := strings.LastIndexByte(p.Affiliation, ',')
	if isThai(firstRune(p.Affiliation)) && at < 0 && !thaiOffice(p.Affiliation) && kindOf(p.Affiliation, false) != KindOther {
		act := p.Affiliation // "นางสาว ก ข กล่าวต้อนรับ"
		p.Affiliation = ""
		return act
	}
	act := strings.TrimSpace(p.Affiliation[at+1:])
	if at < 0 || kindOf(act, false) == KindOther || isBody(act) {
		return ""
	}
	p.Affiliation = strings.TrimSpace(p.Affiliation[:at])
	return act
}

// officeBefore takes the office that a bracket opens before the person: "Opening (Head of Office, Dr. A B)".
func officeBefore(title string, p *Person) string {
	open := strings.LastIndexByte(title, '(')
	if open <= 0 || strings.IndexByte(title[open:], ')') >= 0 {
		return title
	}
	if p.Affiliation == "" {
		p.Affiliation = joinSpace(title[open+1:])
	}
	return trimTail(title[:open])
}

// peopleLeads stand between a title and the person in charge of it.
var peopleLeads = []string{"by", "with", "from", "coordonné", "coordonnée", "commenté", "commentée", "dirigé", "dirigée", "présidé", "présidée", "assuré", "assurée", "introduced by", "introduced", "convened", "led", "hosted", "coordinated", "given", "delivered", "presented by", "delivered by", "led by", "chaired by", "moderated by", "and", "โดย", "ร่วมเสวนา", "ร่วมอภิปราย", "วิทยากร", "นำโดย", "ดำเนินรายการ", "ดำเนินการอภิปราย", "moderated", "chaired", "facilitated", "moderada", "modéré", "modérée", "บรรยายโดย", "นำเสนอโดย", "oleh", "dari", "bersama", "dengan", "dipandu", "dimoderatori", "disampaikan", "animé", "animée", "présenté", "présentée", "moderado", "moderada", "impartido", "impartida", "a cargo de", "a cargo", "bởi", "do", "của", "por", "con", "de", "del", "de la", "par", "avec", "speaker", "speakers"}

func trimPeopleLead(s string) string {
	for {
		t := trimTail(s)
		for _, w := range peopleLeads {
			if w == "do" && isASCII(t) {
				continue // Vietnamese "by"; in English a verb
			}
			if keynote := strings.HasPrefix(w, "speaker"); keynote && (endsInKeynote(t) || strings.HasSuffix(strings.ToLower(strings.TrimRight(t, "s")), " of speaker")) {
				continue
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

// endsInKeynote recognises "Keynote speaker", which is what the item is.
func endsInKeynote(s string) bool {
	low := strings.TrimSuffix(strings.ToLower(s), "s")
	return strings.HasSuffix(low, "keynote speaker") || strings.HasSuffix(low, "guest speaker") || strings.HasSuffix(low, "invited speaker")
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
	people, joined = withNamesBehind(people, joined)
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
	name, rest := strings.TrimRight(body[:end], " ,-–(:"), body[end:]
	if !endsInInitial(name) {
		name = strings.TrimRight(name, ".")
	}
	name, p.Degrees = trailingDegree(name)
	if word := strings.TrimSpace(rest); strings.HasPrefix(p.Honorific, "พระ") && isThaiWord(word) && !thaiOffice(word) {
		name, rest = name+" "+word, "" // a monk's name, and his own
	}
	p.Name = joinSpace(s[:n] + lead + withoutCompany(name))
	degrees, rest := cutDegrees(rest)
	p.Degrees = firstOf(p.Degrees, degrees)
	if after, ok := strings.CutPrefix(rest, ". "); ok && !isPost(after) && !saysOffice(firstWords(after, 4)) {
		rest = "" // the next sentence
	}
	p.Affiliation = cleanAffiliation(rest)
	return p
}

// withoutCompany removes "and team" from the end of a Thai name.
func withoutCompany(name string) string {
	for _, w := range []string{"และทีมงาน", "และคณะ", "และทีม"} {
		name = strings.TrimRight(strings.TrimSuffix(name, w), " ")
	}
	return name
}

// learnedBodies are bodies that may stand right behind a short name.
var learnedBodies = []string{"trường đ", "trường t", "trường c", "viện ", "học viện", "giám đốc", "phó ", "trưởng ", "chủ t"}

// endsInInitial recognises "Nok K.".
func endsInInitial(name string) bool {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	return len(last) == 2 && last[1] == '.' && last[0] >= 'A' && last[0] <= 'Z' && len(last) < len(name)
}

// trailingDegree takes the degree that follows a name without comma: "A B PhD", "A B M.Si". Those that could be a family name stay.
func trailingDegree(name string) (bare, degree string) {
	at := strings.LastIndexByte(name, ' ')
	last := name[at+1:]
	if at <= 0 || !degreeWords[strings.ToLower(strings.TrimRight(last, "."))] || len(last) < 3 || !strings.Contains(last, ".") && strings.ToUpper(last[1:]) != last[1:] && last != "PhD" && last != "MSc" {
		return name, ""
	}
	return strings.TrimRight(name[:at], " "), last
}

// nameEnd finds where a name ends: at a comma, a bracket, a dash or a colon; a Thai name after two words; a Latin one before a
// word for an office or a body.
func nameEnd(s string) int {
	end := len(s)
	for _, sep := range []string{",", "(", ")", "]", ";", " - ", " – ", " — ", ":", "|", " from ", " จาก", "\t", " / ", "["} {
		if at := strings.Index(s[:end], sep); at > 0 {
			end = at
		}
	}
	if thaiAt(s, 0) {
		return thaiNameEnd(s[:end])
	}
	return latinNameEnd(s[:sentenceEnd(s[:end])])
}

// sentenceEnd finds the point of "Ana María Ruiz. Decana de …": one after a word too long for an initial or an abbreviation.
func sentenceEnd(s string) int {
	for at := 0; ; {
		point := strings.Index(s[at:], ". ")
		if point < 0 {
			return len(s)
		}
		point += at
		from := strings.LastIndexByte(s[:point], ' ') + 1
		word := s[from:point]
		if _, title := honorificAt(s, from); !title && (utf8.RuneCountInString(word) >= 4 || insideName(s, from, 2)) && !strings.Contains(word, ".") && unicode.IsLower(lastRune(word)) && point > len(word) {
			return point
		}
		at = point + 2
	}
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
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
		if words > 0 && (beginsBody(s[i:]) && !(insideName(s, i, 2) && !beginsWithAny(strings.ToLower(s[i:]), learnedBodies)) || !isNameWord(w) || officeWords[strings.ToLower(w)] && next > 0) {
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

// cleanAffiliation trims brackets and marks around an affiliation.
func cleanAffiliation(s string) string {
	s = strings.TrimLeft(s, " ,;:-–—/|\t")
	if isTBC(s) {
		return ""
	}
	if m, _ := readDuration(strings.TrimLeft(s, "("), 0); m > 0 || absences[strings.ToLower(strings.Trim(s, "() ."))] {
		return ""
	}
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
	return joinSpace(withoutRemark(s))
}

// withoutRemark removes the bracket at the end of an affiliation that says how long or in which way somebody speaks: "(5 min)",
// "(video message)", "(TBC)".
func withoutRemark(s string) string {
	at := strings.LastIndex(s, " (")
	if at <= 0 || !strings.HasSuffix(s, ")") {
		return s
	}
	inner := strings.ToLower(s[at+2 : len(s)-1])
	if m, _ := readDuration(inner, 0); m > 0 || absences[inner] || isTBC(inner) {
		return strings.TrimRight(s[:at], " ,;")
	}
	return s
}

// absences stand beside a name and say nothing of where the person is from.
var absences = map[string]bool{"berhalangan hadir": true, "absent": true, "absente": true, "excusé": true, "excusée": true, "vắng mặt": true, "online": true, "daring": true, "en ligne": true, "en visioconférence": true, "via zoom": true, "video message": true, "by video": true, "via video": true, "virtual": true, "remote": true, "remotely": true, "in person": true, "pre-recorded": true, "recorded": true, "ออนไลน์": true, "ต่อ": true, "cont": true, "continued": true, "lanjutan": true, "และคณะ": true, "และทีมงาน": true, "and team": true, "and colleagues": true, "et al": true, "dan tim": true, "và cộng sự": true, "y equipo": true, "et son équipe": true}

// isTBC recognises a person still to be named.
func isTBC(s string) bool {
	low := strings.ToLower(strings.Trim(s, " ().,;[]*–-"))
	switch low {
	case "tbc", "tba", "tbd", "t.b.c", "t.b.a", "to be confirmed", "to be announced", "to be determined", "รอยืนยัน", "อยู่ระหว่างประสาน", "อยู่ระหว่างการประสานงาน", "รอการยืนยัน",
		"dalam konfirmasi", "akan dikonfirmasi", "menunggu konfirmasi", "đang xác nhận", "sẽ xác nhận", "por confirmar", "por definir", "a definir", "à définir", "à préciser", "en attente", "đang cập nhật", "รอระบุ", "sedang dikonfirmasi", "à confirmer", "a confirmer", "xác nhận sau":
		return true
	}
	return false
}

// practices are what somebody is who is not named: "Praktisi Agribisnis", "Lead Partner".
var practices = wordSet(`bạn btc-bạn praktisi pakar ahli manajer pengamat perwakilan pimpinan sekretariat menyanyikan membaca pembacaan penyerahan penandatanganan lead external regional metropolitan representative`)

// looksNamed says that a text without honorific may be a person's name: two to five capitalised words, none of them an
// office or body.
func looksNamed(s string) bool {
	if isTBC(s) || strings.ContainsAny(s, "0123456789@:") || placeNames[strings.ToLower(s)] {
		return false
	}
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 6 || isThing(words) || practices[strings.ToLower(words[0])] || isThaiText(s) || endsInPlace(words) || speeches[lowerFirstWord(s)] || kindOf(s, false) == KindBreak {
		return false
	}
	capitals := 0
	for i, w := range words {
		if beginsBody(strings.Join(words[i:], " ")) || !isNameWord(w) {
			return false
		}
		if unicode.IsUpper(firstRune(w)) || unicode.IsUpper(firstRune(w[strings.IndexAny(w, "-'’")+1:])) {
			capitals++ // "al-Masri", "d'Arc"
		}
	}
	return capitals >= 2
}
