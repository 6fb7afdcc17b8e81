package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// titledWords stand before the name of an event in quotation marks.
var titledWords = []string{"bertajuk", "bertema", "berjudul", "se titula", "titulado", "titulada", "intitulé", "intitulée", "entitled", "titled", "chủ đề", "ภายใต้หัวข้อ", "ในหัวข้อ", "หัวข้อ", "sur le thème", "con el lema", "dengan tema", "on the theme"}

// saidTitle reads the name of an event from the sentences of the head, for a note without a line that is its title: "a webinar “X”",
// "the day, which is entitled «X»", "On 3 March the Conference on Y will take place".
func saidTitle(doc document) string {
	for _, tok := range doc.tokens {
		if tok.kind == tokSlot || tok.kind == tokColumns {
			break
		}
		if tok.kind != tokText && tok.kind != tokSection || len(tok.line.text) < 20 {
			continue
		}
		text := cutRunes(tok.line.text, 600)
		if title := quotedTitle(text); title != "" {
			return title
		}
		if title := heldTitle(text); title != "" {
			return title
		}
	}
	return ""
}

// quotedTitle is what stands in quotation marks right after a word for an event or for a title.
func quotedTitle(s string) string {
	for at := 0; at < len(s); {
		open := strings.IndexAny(s[at:], "“\"«")
		if open < 0 {
			return ""
		}
		at += open
		_, size := utf8.DecodeRuneInString(s[at:])
		inner := s[at+size:]
		end := strings.IndexAny(inner, "”\"»«")
		if end < 0 {
			return ""
		}
		if title := joinSpace(inner[:end]); leadsToTitle(s[:at]) && utf8.RuneCountInString(title) >= 8 && len(strings.Fields(title)) > 1 {
			return strings.TrimRight(title, ",")
		}
		_, size = utf8.DecodeRuneInString(inner[end:])
		at += len(s[at:]) - len(inner) + end + size
	}
	return ""
}

// leadsToTitle says that a text ends with a word for an event or for a title.
func leadsToTitle(before string) bool {
	low := strings.ToLower(strings.TrimRight(before, " :,"))
	for _, list := range [][]string{titledWords, eventWords} {
		for _, w := range list {
			if rest, ok := strings.CutSuffix(low, w); ok && (rest == "" || w >= "ก" || !unicode.IsLetter(lastRune(rest))) {
				return true
			}
		}
	}
	return false
}

// heldTitle is the subject of the sentence that says when the event is held, when it names an event by more than its kind.
func heldTitle(s string) string {
	low := strings.ToLower(s)
	for _, w := range append([]string{"tendrán lugar", "se llevará adelante"}, heldPhrases...) {
		at := strings.Index(low, " "+w)
		if at < 0 || len(low) != len(s) {
			continue
		}
		if title := eventName(s[:at]); title != "" {
			return title
		}
		return eventName(untilOrganiser(s[at+1+len(w):]))
	}
	return ""
}

// eventName takes a short text that names an event by three words or more, without its article.
func eventName(s string) string {
	s = strings.TrimSpace(cutArticle(strings.TrimSpace(s)))
	words := strings.Fields(s)
	if len(words) < 3 || len(words) > 30 || !namesEvent(s) || !unicode.IsUpper(firstRune(s)) || len(findDates(s)) > 0 || sentenceEnd(s) < len(s)-2 && !namesEvent(firstWords(s, 2)) {
		return ""
	}
	if capitals(words) < 2 || strings.Contains(s, " – ") && len(words) > 14 {
		return ""
	}
	return strings.TrimRight(joinSpace(s), " .,:;")
}

// untilOrganiser cuts a sentence before who organises the event, and before when and where.
func untilOrganiser(s string) string {
	for _, w := range []string{", organi", ", en el ", ", en la ", ", à ", ", at ", ", on ", ", di ", ", tại "} {
		if at := strings.Index(s, w); at > 0 {
			s = s[:at]
		}
	}
	return s
}

// withoutPaper removes "Programme of the" and its like from a title that stands in the head without it too.
func withoutPaper(title string, doc document) string {
	for _, lead := range []string{"chương trình ", "kế hoạch ", "jadwal lengkap ", "jadwal ", "susunan acara ", "rundown ", "programa del ", "programa de la ", "programme du ", "programme de la ", "programme of the ", "agenda of the ", "chương trình tổ chức ", "dự kiến chương trình làm việc "} {
		rest, ok := cutPrefixFold(title, lead)
		if !ok || len(strings.Fields(rest)) < 3 {
			continue
		}
		for _, tok := range doc.tokens {
			if tok.kind == tokSlot {
				break
			}
			if _, again := cutPrefixFold(strings.TrimLeft(cutArticle(tok.line.text), "#* "), rest); again {
				return rest
			}
		}
	}
	return title
}
