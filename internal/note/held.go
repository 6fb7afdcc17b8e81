package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// heldPhrases are the verbs of the sentence that says when and where the event is held. A line with one is no title.
var heldPhrases = []string{
	"will be held", "is held", "will take place", "takes place", "take place", "tendrá lugar", "tendrán lugar", "se realizará", "se realizarán", "se celebrará", "se llevará a cabo", "se desarrollará", "aura lieu", "auront lieu", "se tiendra", "se tiendront", "se déroulera",
	"akan diadakan", "akan dilaksanakan", "akan diselenggarakan", "dilaksanakan", "diselenggarakan", "sẽ diễn ra", "sẽ được tổ chức", "diễn ra tại", "được tổ chức tại", "จัดขึ้น", "จะจัด", "กำหนดจัด",
}

// saysHeld recognises a whole sentence that tells when and where.
func saysHeld(s string) (rest string, ok bool) {
	low := strings.ToLower(s)
	for _, w := range heldPhrases {
		if at := strings.Index(low, w); at >= 0 && len(low) == len(s) && len(s)-len(w) > 30 {
			return s[at+len(w):], true
		}
	}
	return "", false
}

// placeLeads stand before a place in a sentence.
var placeLeads = []string{" en el ", " en la ", " en los ", " en las ", " en ", " at the ", " at ", " in the ", " in ", " à l’", " à l'", " à la ", " au ", " à ", " bertempat di ", " di ", " tại ", " ณ "}

// heldPlace reads the place from the sentence that says where: "se realizará el 3 de marzo, de 9 a 12 horas, en el Centro Cívico".
func heldPlace(doc document) string {
	seen := 0 // the line read last: a row has many texts
	for _, tok := range doc.tokens {
		if tok.kind != tokText && tok.kind != tokSection || tok.line.no == seen {
			continue
		}
		seen = tok.line.no
		if place := placeAfterDate(cutRunes(tok.line.text, 600)); place != "" {
			return place
		}
		rest, ok := saysHeld(cutRunes(tok.line.text, 600))
		if !ok {
			continue
		}
		if place := placeIn(rest); place != "" {
			return place
		}
	}
	return ""
}

// placeAfterDate reads the building that a sentence names right after the date and the hours: "… on 2 and 3 March 2026 at the Example
// Hotel, Some Town", "… วันศุกร์ที่ 5 มิ.ย. เวลา 09.00-12.00 น. ณ หอประชุม …".
func placeAfterDate(s string) string {
	for _, span := range findDates(s) {
		rest := s[span.to:]
		if sl, after, _, ok := leadingSlot(strings.TrimLeft(rest, " ,;:/|()-–—")); ok && sl.sure() {
			rest = after
		}
		rest = " " + strings.TrimLeft(rest, " ,")
		for _, lead := range []string{" at the ", " at ", " ณ "} {
			after, ok := strings.CutPrefix(rest, lead)
			if place := cleanVenue(thaiPhrase(phrase(after))); ok && (isPlace(place) || lead == " ณ ") && mayBePlace(place) && len(strings.Fields(place)) <= 10 {
				return place
			}
		}
	}
	return ""
}

// thaiPhrase cuts a Thai sentence behind a place, before what goes on there, by whom or what for.
func thaiPhrase(s string) string {
	for _, w := range []string{" ภายใน", " โดย", " เพื่อ", " ซึ่ง", " เวลา", " พร้อม", " และ", " ได้"} {
		if at := strings.Index(s, w); at > 0 {
			s = s[:at]
		}
	}
	return s
}

// placeIn gives what follows the first preposition that leads to a name which is no date, up to the end of the phrase.
func placeIn(s string) string {
	best, at := "", len(s)
	for _, lead := range placeLeads {
		for from := 0; ; {
			i := strings.Index(s[from:], lead)
			if i < 0 {
				break
			}
			i += from
			from = i + len(lead)
			after := s[from:]
			if i < at && (unicode.IsUpper(firstRune(after)) || isThai(firstRune(after))) && !opensDate(after) && !startsDigit(after) {
				best, at = after, i
				break
			}
		}
	}
	return cleanVenue(phrase(best))
}

// opensDate says that a text begins with a month, a weekday or a language.
func opensDate(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	first = strings.ToLower(strings.Trim(first, ",."))
	_, weekday := weekdayOf(first)
	return weekday || monthWords[first] > 0 || languageNames[first] != ""
}

// phrase cuts a sentence where its next part begins: at a comma, a point, or a word that leads on.
func phrase(s string) string {
	depth := 0
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth = max(0, depth-1)
		case depth == 0 && (strings.ContainsRune(",;:", r) || r == '.' && (i+1 == len(s) || s[i+1] == ' ') && !abbreviated(s[:i])):
			return beforeWords(s[:i])
		}
	}
	return beforeWords(s)
}

// beforeWords cuts a phrase before a word that leads on to something else.
func beforeWords(s string) string {
	for _, w := range []string{" y será", " el día", " el próximo", " on ", " from ", " pada ", " vào ", " le ", " du ", " dengan ", " desde ", " or online"} {
		if at := strings.Index(s, w); at > 0 {
			s = s[:at]
		}
	}
	return s
}

// abbreviated says that the point after a short word ends no sentence: "Av.", "Gral.".
func abbreviated(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return utf8.RuneCountInString(last) <= 4 && unicode.IsUpper(firstRune(last))
}
