package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// eventWords show that a line is the title of an event.
var eventWords = []string{
	"workshop", "seminar", "conference", "consultation", "meeting", "forum", "training", "symposium", "policy lab", "roundtable", "round table", "dialogue", "summit", "webinar", "colloquium", "course", "การประชุม", "สัมมนา", "โครงการ", "อบรม", "เวที", "เสวนา", "ประชุม", "ฝึกอบรม",
	"lokakarya", "rapat", "pelatihan", "diskusi", "forum group", "sosialisasi", "bimbingan teknis", "hội thảo", "hội nghị", "tập huấn", "tọa đàm", "toạ đàm", "diễn đàn", "khóa", "taller", "seminario", "reunión", "foro", "congreso", "jornada", "encuentro", "consulta", "curso", "atelier", "séminaire", "colloque", "réunion", "conférence", "journée", "forum", "rencontre", "consultation",
}

// paperWords name the kind of paper, not the event: a line of nothing else is no title.
var paperWords = wordSet(`concept note draft agenda tentative provisional programme program schedule the of and for final version terms reference tor rundown acara susunan jadwal kerangka acuan kegiatan undangan กำหนดการ ร่าง เอกสารแนวคิด
	chương trình dự kiến kế hoạch programa provisional nota conceptual agenda conceptuelle programme prévisionnel provisoire invitation annex attachment detailed page workshop timetable`)

// readTitle finds the title among the lines before the programme: what is labelled so, else the line that most looks like one.
func readTitle(n *Note, doc document) {
	var best string
	bestScore, seen, last := 0, 0, 0
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
			continue
		}
		if tok.kind != tokText {
			continue
		}
		seen++
		score := titleScore(tok, seen)
		if last == i-1 && best != "" && joinsTitle(best, tok) {
			best, last = best+" "+tok.text, i
			continue
		}
		if score > bestScore {
			best, bestScore, last = tok.text, score, i
		}
	}
	n.Title = cleanTitle(best)
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

// titleScore judges a line of the head: 0 for one that is no title.
func titleScore(tok token, nth int) int {
	s := tok.text
	letters := strings.IndexFunc(s, unicode.IsLetter) >= 0
	if !letters || utf8.RuneCountInString(s) > 300 || tok.line.bullet != "" || isPaper(s) || len(findDates(s)) > 0 && len(s) < 60 || isPlaceLead(s) || isContactLine(s) {
		return 0
	}
	if strings.HasSuffix(s, ".") && strings.Count(s, " ") > 18 {
		return 0
	}
	score := 20 - nth
	low := strings.ToLower(s)
	for _, w := range eventWords {
		if strings.Contains(low, w) {
			score += 12
			break
		}
	}
	if tok.line.level > 0 && tok.line.level <= 2 || tok.line.strong {
		score += 8
	}
	if strings.ContainsAny(s, "“\"«") {
		score += 3
	}
	if score < 30 && isPlace(s) {
		score -= 10
	}
	return max(score, 1)
}

// joinsTitle says that a line goes on with the title line before it.
func joinsTitle(title string, tok token) bool {
	s := tok.text
	if utf8.RuneCountInString(title)+utf8.RuneCountInString(s) > 300 || isPaper(s) || isPlaceLead(s) || len(findDates(s)) > 0 || tok.line.bullet != "" {
		return false
	}
	for _, lead := range []string{"เรื่อง", "หัวข้อ", "“", "\"", "«", "ภายใต้", "on ", "for ", "of ", "to ", "about ", "và ", "về ", "sobre ", "para ", "sur ", "tentang ", "dalam "} {
		if _, ok := cutPrefixFold(s, lead); ok {
			return true
		}
	}
	return strings.HasSuffix(title, ":") || continues(title, s) && !isThai(firstRune(s))
}

// isPaper recognises "Concept note", "Provisional Agenda (draft)".
func isPaper(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if !paperWords[w] {
			return false
		}
	}
	return !strings.EqualFold(s, "workshop")
}

func cleanTitle(s string) string {
	s = strings.TrimSpace(strings.TrimLeft(s, "#*: "))
	for _, pair := range [][2]string{{"“", "”"}, {"\"", "\""}, {"«", "»"}} {
		if inner, ok := strings.CutPrefix(s, pair[0]); ok && strings.HasSuffix(inner, pair[1]) && strings.Count(s, pair[1]) <= 2 {
			s = strings.TrimSpace(strings.TrimSuffix(inner, pair[1]))
		}
	}
	return joinSpace(s)
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
