package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// eventWords show that a line is the title of an event.
var eventWords = []string{
	"workshop", "seminar", "conference", "consultation", "meeting", "forum", "training", "symposium", "congress", "convention", "policy lab", "roundtable", "round table", "dialogue", "summit", "webinar", "colloquium", "course", "summer school", "winter school", "retreat", "assembly", "festival", "fgd", "งานเปิดตัว", "มหกรรม", "นิทรรศการ", "หลักสูตร", "การประชุม", "สัมมนา", "โครงการ", "อบรม", "เวที", "เสวนา", "ประชุม", "ฝึกอบรม",
	"lokakarya", "rapat", "pelatihan", "diskusi", "forum group", "sosialisasi", "bimbingan teknis", "hội thảo", "hội nghị", "tập huấn", "tọa đàm", "toạ đàm", "diễn đàn", "khóa", "taller", "seminario", "reunión", "foro", "congreso", "jornada", "encuentro", "consulta", "curso", "atelier", "séminaire", "colloque", "réunion", "conférence", "journée", "forum", "rencontre", "consultation",
}

// paperWords name the kind of paper, not the event: a line of nothing else is no title.
var paperWords = wordSet(`concept note draft agenda tentative provisional preliminary indicative programme program schedule the of and for final version ปฏิทินกิจกรรม term terms week semana minggu tuần semaine สัปดาห์ reference tor rundown acara susunan jadwal kerangka acuan kegiatan undangan กำหนดการ ร่าง เอกสารแนวคิด
	chương trình dự kiến kế hoạch programa provisional nota conceptual agenda conceptuelle programme prévisionnel provisoire invitation annex attachment detailed page timetable
	tổ chức cronograma horario actividades del de la le l d programmes déroulé สำเนา ร่างโครงการ ร่างกำหนดการ เอกสารโครงการ โครงร่าง แนวคิดโครงการ โดยสังเขป and event overview form at a glance appendix lampiran phụ lục anexo oficial institucional argumentario presentación antecedentes justificación introducción detallado détaillé détaillée détail detalle petunjuk teknis panitia juknis juklak timeline événement konsep chi tiết kịch bản hari ini ตาราง ตารางการประชุม ตารางกิจกรรม ตารางการอบรม ตารางเวลา กำหนดการจัดอบรม กำหนดการอบรม กำหนดการประชุม กำหนดการสัมมนา กำหนดการกิจกรรม กำหนดการจัดกิจกรรม กำหนดการโครงการ กำหนดการงาน กำหนดการจัดงาน ตารางอบรม กำหนดการอบรมเชิงปฏิบัติการ กำหนดการประชุมเชิงปฏิบัติการ กำหนดการสัมมนาเชิงปฏิบัติการ
	point points notes note few about central eastern pacific time day detalle detalles grilla work`)

// bareEvents are words for events that name none by themselves.
var bareEvents = wordSet(`workshop symposium roundtable dialogue summit seminar conference meeting training webinar forum lokakarya rapat pelatihan seminar konferensi taller seminario reunión encuentro jornada congreso simposio foro congress congrès konferensi atelier séminaire réunion journée colloque hội thảo nghị tập huấn tọa đàm
	โครงการ โครงการสัมมนา โครงการอบรม การประชุม ประชุม สัมมนา การสัมมนา อบรม การอบรม`)

// readTitle finds the title among the lines before the programme: what is labelled so, else the line that most looks like one.
func readTitle(n *Note, doc document) {
	var best string
	bestScore, seen, last, paper := 0, 0, 0, false
	issued := issuedBy(doc)
	for i, tok := range doc.tokens {
		if tok.kind == tokSlot || tok.kind == tokColumns || seen > 14 {
			break
		}
		if tok.kind == tokSection {
			if tok.section == secTitle {
				if n.Title = firstOf(cleanTitle(tok.text), nextText(doc, i)); n.Title != "" {
					return
				}
			}
			if tok.section != secProgramme && tok.section != secDate && tok.section != secVenue && tok.section != secTime {
				break
			}
			paper = paper || tok.section == secProgramme && tok.text == ""
			continue
		}
		if tok.kind != tokText || inWideRow(tok) || isPublished(tok.text) || i < issued && !namesEvent(tok.text) {
			continue
		}
		seen++
		tok.text = withoutAddress(tok.text)
		score := titleScore(tok, seen, paper)
		if isDayTheme(doc, i) {
			score = 0
		}
		paper = isPaper(tok.text) || isBareEvent(tok.text) || isKindOfEvent(tok.text)
		if last == i-1 && len(tok.text) > 20 && strings.Contains(best, tok.text) {
			best = tok.text // once in a sentence that points to it, and once as it is
			continue
		}
		if rest := restBeforeDate(best, tok); last == i-1 && bestScore > 1 && rest != "" {
			best, last = best+" "+rest, i
			continue
		}
		if (last == i-1 || last == i-2 && goesOnBelow(doc, i)) && bestScore > 1 && best != "" && joinsTitle(best, tok) {
			best, last = best+" "+tok.text, i
			continue
		}
		if score > bestScore {
			best, bestScore, last = titleCell(tok), score, i
		}
	}
	if later := laterHeading(doc); later != "" && !namesEvent(best) {
		best, bestScore = later, 30
	}
	n.Title = withoutPaper(cleanTitle(best), doc)
	if quoted := saidTitle(doc); bestScore <= 1 && quoted != "" {
		n.Title = quoted
	}
	if n.Title == "" {
		n.Title = headingTitle(doc)
	}
}

// laterHeading is the first heading of the first rank before the programme that names an event, for a page with other things above it.
func laterHeading(doc document) string {
	for _, tok := range doc.tokens {
		if tok.kind == tokSlot || tok.kind == tokColumns || tok.kind == tokDay {
			break
		}
		if tok.kind == tokText && tok.line.level == 1 && namesEvent(tok.text) && !isKindOfEvent(tok.text) && titleScore(tok, 1, false) > 20 {
			return tok.text
		}
	}
	return ""
}

// goesOnBelow says that the line after a blank one begins in the middle of a title: "to reach the goals of 2030".
func goesOnBelow(doc document, i int) bool {
	s := doc.tokens[i].text
	return doc.tokens[i-1].kind == tokBlank && linkWords[headWord(s)] && len(strings.Fields(s)) <= 12 && lastRune(s) != '.'
}

// restBeforeDate is the end of a title that breaks off, on the line that goes on with the place or the date: "the Regional Committee,
// Some Town, 6-10 September 2026".
func restBeforeDate(title string, tok token) string {
	last := title[strings.LastIndexByte(title, ' ')+1:]
	spans := findDates(tok.text)
	if !linkWords[last] || len(spans) == 0 || isThai(firstRune(tok.text)) {
		return ""
	}
	rest, _, _ := strings.Cut(tok.text[:spans[0].from], ",")
	if len(strings.Fields(rest)) > 8 {
		return ""
	}
	return trimTail(rest)
}

// headingTitle is the heading of the programme itself, when it says more than what kind of paper follows: "Programa JNIC 2022".
func headingTitle(doc document) string {
	for _, tok := range doc.tokens {
		if tok.kind == tokSlot {
			break
		}
		if tok.kind == tokSection && tok.section == secProgramme && tok.text == "" && tok.line.level > 0 && !isPaper(tok.line.text) && len(tok.line.text) < 200 && sectionOf[strings.ToLower(tok.line.text)] == noSection {
			return cleanTitle(tok.line.text)
		}
	}
	return ""
}

// titleCell is the first part of a line whose second, behind a wide gap, gives the date.
func titleCell(tok token) string {
	if cells := tok.line.cells; len(cells) > 1 && !tok.line.table && len(findDates(cells[len(cells)-1])) > 0 && cells[0] != "" {
		return cells[0]
	}
	return tok.text
}

// nextText is the text after a token, "" when something else follows.
func nextText(doc document, i int) string {
	for _, tok := range doc.tokens[i+1:] {
		switch tok.kind {
		case tokBlank:
			continue
		case tokText:
			return cleanTitle(tok.text)
		}
		break
	}
	return ""
}

// paperThenName recognises "CHƯƠNG TRÌNH TRUNG THU …", "Programme of the …": the kind of paper, and the event.
func paperThenName(s string) bool {
	for _, w := range []string{"chương trình ", "kế hoạch ", "lịch trình ", "programme of ", "programa de ", "programa del ", "programme de ", "programme du ", "susunan acara ", "jadwal ", "rundown ", "กำหนดการ"} {
		if rest, ok := cutPrefixFold(s, w); ok && len(strings.Fields(rest)) > 0 && !isPaper(s) && !strings.HasSuffix(s, ":") && !unicode.IsLower(firstRune(rest)) {
			return true
		}
	}
	return false
}

// titleScore judges a line of the head: 0 for one that is no title. afterPaper says that the line before only named the kind of paper.
func titleScore(tok token, nth int, afterPaper bool) int {
	s := tok.text
	letters := strings.IndexFunc(s, unicode.IsLetter) >= 0
	if spans := findDates(s); len(spans) > 0 && onlyDayWords(s[:spans[0].from]) {
		return 0
	}
	if isPaper(s) && namesEvent(s) || isBareEvent(s) {
		return 0
	}
	if !letters || utf8.RuneCountInString(s) > 300 || tok.line.bullet != "" || isPaper(s) || mostlyDate(s) || isPlaceLead(s) || afterPlaceWord(s) != "" || isCityLine(s) || isContactLine(s) || addresses(s) {
		return 0
	}
	if isProse(s) || notTitle(s) || isHeads(s) || isTimed(s) || isOutlined(s) || opensWithWeekday(s) || unicode.IsLower(firstRune(s)) && !namesEvent(s) {
		return 0
	}
	score := 20 - nth
	if namesEvent(s) && !isKindOfEvent(s) {
		score += 12
	}
	if tok.line.level > 0 && tok.line.level <= 2 || tok.line.strong {
		score += 8
	}
	if strings.ContainsAny(s, "“\"«") {
		score += 3
	}
	if beginsBody(s) && !namesEvent(s) {
		score -= 6 // the office that issues the paper
	}
	if afterPaper || paperThenName(s) {
		score += 8
	}
	if score < 30 && isPlace(s) {
		score -= 10
	}
	return max(score, 1)
}

// notTitle recognises lines of the head that name no event: a session, a remark in brackets, what leads to a list, and the sentence
// that says where the event is held.
func notTitle(s string) bool {
	low := strings.ToLower(s)
	session, _ := sessionHeading(s)
	_, held := saysHeld(s)
	if beginsWithAny(low, besides) || tellsReader(s) {
		return true
	}
	col, headed := headerCell(beforeColon(s))
	if _, column := headerCell(s); column || onlyMonths(s) || strings.HasSuffix(s, ".") && saysIs(low) {
		return true
	}
	return session && !namesEvent(s) || isPartOfDay(s) || isLabelLine(s) || describes(s) || inBrackets(s) || opensList(s) || held || headed && col == colRoom
}

// tellsReader recognises a sentence in small letters that names no event: "You can add the programme to your calendar here."
func tellsReader(s string) bool {
	words := strings.Fields(s)
	return strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") && len(words) >= 6 && 3*capitals(words) < len(words) && !namesEvent(s) && isASCII(words[0])
}

// withoutAddress cuts the address of a page from the end of a line that says more.
func withoutAddress(s string) string {
	at := strings.Index(s, " http")
	if at < 0 || strings.Contains(s[at+1:], " ") || len(strings.Fields(s[:at])) < 3 || strings.HasSuffix(s[:at], ":") {
		return s
	}
	return strings.TrimRight(s[:at], " (–-")
}

// besides begin lines that say how to come or by when to ask, above a programme.
var besides = []string{"important dates", "key dates", "fechas importantes", "dates importantes", "tanggal penting", "วันสำคัญ", "กำหนดการสำคัญ", "google meet", "join zoom", "zoom meeting", "microsoft teams", "meeting id", "passcode", "video call", "or dial", "dial-in", "how to register", "cómo inscribirse"}

// onlyMonths recognises "November/December 2026".
func onlyMonths(s string) bool {
	months := 0
	for _, w := range wordsOf(s) {
		switch {
		case monthOf(w) > 0:
			months++
		case !dayWords[w] && !startsDigit(w):
			return false
		}
	}
	return months > 0
}

// saysIs finds the verb of a whole sentence.
func saysIs(low string) bool {
	for _, w := range []string{" is ", " are ", " will ", " can ", " must ", " should ", " se encuentra ", " está ", " están ", " estarán ", " est ", " sont ", " sera ", " akan ", " adalah ", " diadakan ", " digelar ", " sẽ "} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

func beforeColon(s string) string {
	if at := labelEnd(s); at > 0 {
		return s[:at]
	}
	return s
}

// mostlyDate says that a short line gives a date and little else.
func mostlyDate(s string) bool {
	spans := findDates(s)
	if len(spans) == 0 || len(s) >= 60 {
		return false
	}
	if before := strings.Fields(s[:spans[0].from]); len(before) > 3 && !strings.Contains(s[:spans[0].from], ",") && !onlyDayWords(s[:spans[0].from]) && !isPlace(s) {
		return false // "General assembly of the league on 24 January"
	}
	return !namesEvent(s[:spans[0].from]) || len(strings.Fields(s[:spans[0].from])) < 3
}

func namesEvent(s string) bool {
	low := eventHouses.Replace(strings.ToLower(s))
	for _, w := range eventWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// eventHouses are places, though a word for an event stands in them.
var eventHouses = strings.NewReplacer("conference cent", "", "conference room", "", "conference hall", "", "meeting room", "", "meeting hall", "", "seminar room", "", "convention cent", "", "training cent", "", "training room", "", "assembly hall", "", "forum room", "", "ห้องประชุม", "", "หอประชุม", "", "ศูนย์ประชุม", "", "ศูนย์การประชุม", "", "ห้องสัมมนา", "", "ruang rapat", "", "phòng họp", "")

// joinsTitle says that a line goes on with the title line before it.
func joinsTitle(title string, tok token) bool {
	s := tok.text
	if utf8.RuneCountInString(title)+utf8.RuneCountInString(s) > 300 || isPaper(s) || isPlaceLead(s) || len(findDates(s)) > 0 || tok.line.bullet != "" {
		return false
	}
	if opensQuote(s) && !namesEvent(title) || goesOnInCapitals(title, s) {
		return !opensQuote(s)
	}
	for _, lead := range []string{"เรื่อง", "หัวข้อ", "“", "\"", "«", "ภายใต้", "on ", "for ", "of ", "to ", "about ", "và ", "về ", "sobre ", "para ", "sur ", "tentang ", "dalam "} {
		if _, ok := cutPrefixFold(s, lead); ok {
			return true
		}
	}
	return strings.HasSuffix(title, ":") || continues(title, s) && !isThai(firstRune(s))
}

// isPaper recognises "Concept note", "Provisional Agenda (draft)", "Jadwal Seminar", "KẾ HOẠCH TỔ CHỨC TẬP HUẤN": what kind of
// paper this is, for an event that is not named.
func isPaper(s string) bool {
	papers := 0
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if !paperWords[w] && !bareEvents[w] {
			return false
		}
		if paperWords[w] && len(w) > 3 {
			papers++
		}
	}
	return papers > 0
}

func cleanTitle(s string) string {
	s = strings.TrimSpace(strings.TrimLeft(s, "#*: "))
	if rest, ok := strings.CutPrefix(s, "กำหนดการ"); ok && utf8.RuneCountInString(rest) > 8 {
		s = strings.TrimSpace(rest)
	}
	if head, rest, ok := strings.Cut(s, " – "); ok && isPaper(head) && namesEvent(rest) {
		s = rest
	}
	if head, rest, ok := strings.Cut(s, ": "); ok && isPaper(head) && utf8.RuneCountInString(rest) > 8 {
		s = rest // "Concept note: Dialogue on …"
	}
	if rest, ok := cutPrefixFold(s, "chủ đề:"); ok {
		s = strings.TrimSpace(rest)
	}
	for _, pair := range [][2]string{{"“", "”"}, {"\"", "\""}, {"«", "»"}} {
		if inner, ok := strings.CutPrefix(s, pair[0]); ok && strings.HasSuffix(inner, pair[1]) && strings.Count(s, pair[1]) <= 2 {
			s = strings.TrimSpace(strings.TrimSuffix(inner, pair[1]))
		}
	}
	return withoutPaperWords(joinSpace(withoutOpenBracket(withoutDate(s))))
}

// withoutDate cuts a full date, and what follows it, from the end of a title that goes on with it.
func withoutDate(s string) string {
	spans := findDates(s)
	if len(spans) == 0 || spans[0].last.year == 0 && spans[0].weekday == nil || utf8.RuneCountInString(s[:spans[0].from]) < 15 {
		return s
	}
	head := trimTail(s[:spans[0].from])
	for _, w := range []string{"ระหว่างวันที่", "ในวันที่", "วันที่", "ใน", " on", " held on", " tanggal", " ngày", " el", " le", " del"} {
		head = trimTail(strings.TrimSuffix(head, w))
	}
	return head
}

// draftWords mark a note that is not final.
var draftWords = []string{"draft", "(ร่าง)", "ฉบับร่าง", "ร่างกำหนดการ", "rancangan", "dự thảo", "bản dự thảo", "borrador", "projet de programme", "version provisoire"}

// isDraft looks for the mark of a draft in the first short lines. "Draft recommendations" are what the day is about.
func isDraft(doc document) bool {
	seen := 0
	for _, tok := range doc.tokens {
		if tok.kind == tokBlank {
			continue
		}
		if seen++; seen > 8 || len(tok.line.text) > 300 || tok.kind == tokSlot {
			return false
		}
		low := strings.ToLower(tok.line.text)
		for _, w := range draftWords {
			if at := strings.Index(low, w); at >= 0 && !followsRecommendation(low[at+len(w):]) {
				return true
			}
		}
	}
	return false
}

func followsRecommendation(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	for _, w := range []string{"rec", "policy", "polic", "law", "plan", "action", "text"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}
