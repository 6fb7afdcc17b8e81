package note

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// navigation are words of the pages on which a programme was published.
var navigation = []string{"previous page", "next page", "table of contents", "powered by", "page précédente", "página anterior", "skip to content", "back to top", "halaman sebelumnya", "trang trước", "หน้าก่อนหน้า"}

// welcomes greet above the name of an event.
var welcomes = []string{"✦", "selamat datang", "welcome to", "bienvenue", "bienvenidos", "bienvenidas", "chào mừng", "ยินดีต้อนรับ"}

// letterheads begin the lines above a paper that say from which state or ministry it comes.
var letterheads = []string{"republic of ", "ministry of ", "government of ", "kingdom of ", "cộng hòa xã hội", "cộng hoà xã hội", "độc lập", "república de ", "ministerio de ", "république ", "ministère ", "kementerian ", "pemerintah ", "กระทรวง", "food and agriculture organization", "united nations"}

// isPartOfDay recognises "Opening ceremony", a short line that names an item of any event.
func isPartOfDay(s string) bool {
	switch kindOf(s, false) {
	case KindOpening, KindRegistration, KindBreak, KindClosing:
		return !namesEvent(s) && len(strings.Fields(s)) <= 3 && isASCII(s)
	}
	return false
}

// isPublished recognises what stands above a paper and names no event: navigation, a letterhead, the label of a person.
func isPublished(s string) bool {
	low := strings.ToLower(s)
	for _, w := range navigation {
		if strings.Contains(low, w) {
			return true
		}
	}
	if beginsWithAny(low, letterheads) && !namesEvent(s) {
		return true
	}
	if beginsWithAny(low, welcomes) && len(strings.Fields(s)) <= 4 {
		return true
	}
	at := labelEnd(s)
	return at > 0 && labelRole(s[:at]) != roleNone && beginsWithPerson(s[at+1:])
}

// issuedBy is where the motto of the state ends the head of a Vietnamese letter: the offices that issue it stand above.
func issuedBy(doc document) int {
	at := 0
	for i, tok := range doc.tokens {
		if tok.kind == tokSlot {
			break
		}
		if strings.HasPrefix(strings.ToLower(cutRunes(tok.line.text, 12)), "độc lập") {
			at = i
		}
	}
	return at
}

// opensList recognises the line above a list: "The agenda includes the following items:".
func opensList(s string) bool {
	if !strings.HasSuffix(s, ":") {
		return false
	}
	words := wordsOf(s)
	for _, w := range words {
		if listWords[w] {
			return true
		}
	}
	return len(words) > 8
}

var listWords = wordSet(`following siguiente siguientes suivant suivante suivants sau berikut follows ดังนี้ ต่อไปนี้`)

// isProse recognises a line that is part of a text: whole sentences, unless one opens with the word for an event.
func isProse(s string) bool {
	words := strings.Fields(s)
	if strings.HasSuffix(s, ".") && holdsRange(s) {
		return true
	}
	if namesEvent(s) && len(words) <= 40 && !articles[strings.ToLower(words[0])] && (len(words) <= 20 || namesEvent(firstWords(s, 2))) {
		return strings.HasSuffix(s, ".") && saysIs(strings.ToLower(s))
	}
	if end := sentenceEnd(s); end < len(s)-2 && len(words) > 10 && !namesEvent(s[:end]) {
		return true
	}
	return strings.HasSuffix(s, ".") && len(words) > 10 && !strings.HasSuffix(s, "..")
}

var articles = wordSet(`the this these a an el la los las este esta le les cette ce l’ l' acara kegiatan`)

func firstWords(s string, n int) string {
	words := strings.Fields(s)
	return strings.Join(words[:min(n, len(words))], " ")
}

// isHeads recognises the headings of a table whose walls were lost: "No Activity Time Duration Place".
func isHeads(s string) bool {
	words := strings.Fields(s)
	if len(words) < 3 || len(words) > 12 || namesEvent(s) {
		return false
	}
	heads, covered := 0, 0
	for i := 0; i < len(words); {
		_, n := headingAt(words[i:])
		if n > 0 {
			heads, covered = heads+1, covered+n
		}
		i += max(n, 1)
	}
	return heads >= 3 && covered*3 >= len(words)*2
}

// isTimed says that a line holds the hours of something, "Session one (6:30 to 11:30)", and does not name the event.
func isTimed(s string) bool {
	if namesEvent(s) {
		return false
	}
	for i := 0; i < len(s); {
		if sl, next, ok := slotAt(s, i); ok {
			if sl.ranged && sl.sure() {
				return true
			}
			i = next
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return false
}

// isBareEvent recognises "FAO WORKSHOP" and "COLLOQUE": a word for events, with an acronym at most.
func isBareEvent(s string) bool {
	events := 0
	for _, w := range strings.Fields(s) {
		low := strings.ToLower(strings.Trim(w, ".,:"))
		switch {
		case bareEvents[low]:
			events++
		case !isAcronyms(w):
			return false
		}
	}
	return events > 0
}

// isAcronyms recognises the short names of one body or of several: "EXP", "EXP/FOO".
func isAcronyms(w string) bool {
	for _, one := range strings.Split(w, "/") {
		if !isAcronym(one) || utf8.RuneCountInString(one) > 6 {
			return false
		}
	}
	return true
}

// inWideRow says that a text is a cell of a row of three or more, which is part of a table and no line of the head.
func inWideRow(tok token) bool {
	return tok.cell >= 0 && tok.line.table && len(nonEmpty(tok.line.cells)) >= 3 && !namesEvent(tok.text)
}

// isOutlined recognises "IV. Detailed plan" and "Item 1: Opening", the headings of parts of the paper.
func isOutlined(s string) bool {
	if itemNumber.MatchString(s) && !namesEvent(s) {
		return true
	}
	head, rest, ok := strings.Cut(s, ". ")
	return ok && head != "" && strings.Trim(head, "IVX") == "" && unicode.IsUpper(firstRune(rest)) && !namesEvent(rest)
}

// itemNumber is the number of an item of the agenda, at the start of a line.
var itemNumber = regexp.MustCompile(`(?i)^(?:agenda item|item|punto|point|butir|mục|ระเบียบวาระที่|วาระที่)\s*\d+(?:\.\d+)*\b[.:]?\s*`)

// longestDay is how many tokens the programme of a day has at most.
const longestDay = 300

// isDayTheme says that the text at token i stands below a day as its theme does: another day has such a line too.
func isDayTheme(doc document, i int) bool {
	if !belowDay(doc, i) || namesEvent(doc.tokens[i].text) {
		return false
	}
	another := false
	for k := i + 1; k < min(len(doc.tokens), i+longestDay); k++ {
		tok := doc.tokens[k]
		another = another || tok.kind == tokDay
		if another && tok.kind == tokText && tok.cell < 0 && belowDay(doc, k) {
			return true
		}
	}
	return false
}

// belowDay says that nothing but two lines of text at most stands between token i and the single day above it.
func belowDay(doc document, i int) bool {
	for k, lines := i-1, 0; k >= 0 && lines < 3; k-- {
		switch tok := doc.tokens[k]; tok.kind {
		case tokBlank:
		case tokText:
			lines++
		default:
			return tok.kind == tokDay && !tok.day.many()
		}
	}
	return false
}

// opensWithWeekday recognises the heading of a day whose date is not one we know: "Sunday 21/11".
func opensWithWeekday(s string) bool {
	words := wordsOf(s)
	if len(words) == 0 || namesEvent(s) {
		return false
	}
	_, day := weekdayOf(words[0])
	day = day || strings.HasPrefix(strings.Join(words, " "), "chúa nhật ")
	if len(words) > 1 && !day {
		_, day = vietnameseWeekday(words[0], words[1])
	}
	return day && len(words) < 6
}
