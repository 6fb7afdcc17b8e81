package note

import "strings"

// heldWords mark the sentence of a text that says when the event takes place.
var heldWords = []string{"held on", "held from", "take place", "takes place", "scheduled", "will be held", "จัดขึ้น", "กำหนดจัด", "จัดการประชุม", "ระหว่างวันที่", "ในวันที่", "dilaksanakan", "diselenggarakan", "diadakan", "tổ chức", "diễn ra", "se realizará", "se llevará", "tendrá lugar", "se tiendra", "aura lieu", "se déroulera"}

// eventDates finds when the event takes place: a line labelled "Date", a run of days in a line of its own, a short line
// of the head, the days of the programme, and at last a sentence that says so.
func eventDates(doc document, parts programmeParts) []dateSpan {
	if spans := labelledDates(doc); len(spans) > 0 {
		return spans
	}
	for _, m := range parts.marks {
		if m.day.many() {
			return []dateSpan{m.day.span}
		}
	}
	if spans := headDates(doc); len(spans) > 0 {
		return spans
	}
	for _, m := range parts.marks {
		if m.day.dated {
			return []dateSpan{m.day.span}
		}
	}
	return proseDates(doc)
}

// labelledDates reads the dates after a label such as "Date:" or "วันที่", on its line or the next.
func labelledDates(doc document) []dateSpan {
	for i, tok := range doc.tokens {
		if tok.kind != tokSection || tok.section != secDate && tok.section != secVenue && tok.section != secTime {
			continue
		}
		if spans := findDates(tok.text); len(spans) > 0 {
			return spans
		}
		if tok.text == "" && i+1 < len(doc.tokens) && tok.section == secDate {
			if spans := tokenDates(doc.tokens[i+1]); len(spans) > 0 {
				return spans
			}
		}
	}
	return nil
}

func tokenDates(tok token) []dateSpan {
	switch {
	case tok.kind == tokDay && tok.day.dated:
		return []dateSpan{tok.day.span}
	case tok.kind == tokText && !isDeadline(tok.text):
		return findDates(tok.text)
	}
	return nil
}

// headDates reads the first short line before the programme that has a date which is not a deadline.
func headDates(doc document) []dateSpan {
	for _, tok := range doc.tokens {
		if tok.kind == tokSlot || tok.kind == tokColumns {
			break
		}
		if tok.kind == tokDay && tok.day.dated {
			return []dateSpan{tok.day.span}
		}
		if tok.kind == tokText && len(tok.text) < 240 && !isDeadline(tok.text) {
			if spans := findDates(tok.text); len(spans) > 0 {
				return spans
			}
		}
	}
	return nil
}

// proseDates reads the sentence that says when the event is held.
func proseDates(doc document) []dateSpan {
	for _, tok := range doc.tokens {
		if tok.kind != tokText && tok.kind != tokSection {
			continue
		}
		low := strings.ToLower(tok.text)
		for _, w := range heldWords {
			at := strings.Index(low, w)
			if at < 0 || len(low) != len(tok.text) {
				continue
			}
			if spans := findDates(cutRunes(tok.text[at:], 200)); len(spans) > 0 {
				return spans[:1]
			}
		}
	}
	return nil
}
