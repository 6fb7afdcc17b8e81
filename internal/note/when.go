package note

import (
	"strings"
	"unicode/utf8"
)

// heldWords mark the sentence of a text that says when the event takes place.
var heldWords = []string{"held on", "held from", "take place", "takes place", "scheduled", "will be held", "จัดขึ้น", "กำหนดจัด", "จัดการประชุม", "ระหว่างวันที่", "ในวัน", "dilaksanakan", "diselenggarakan", "diadakan", "tổ chức", "diễn ra", "se realizará", "se llevará", "tendrá lugar", "se tiendra", "aura lieu", "se déroulera"}

// eventDates finds when the event takes place: a line labelled "Date", a run of days in a line of its own, a short line
// of the head, the days of the programme, and at last a sentence that says so.
func eventDates(doc document, parts programmeParts) []dateSpan {
	spans := statedDates(doc, parts)
	if len(spans) > 0 && spans[0].last.year == 0 {
		spans = withYear(spans, doc)
	}
	return spans
}

func statedDates(doc document, parts programmeParts) []dateSpan {
	if spans := labelledDates(doc); len(spans) > 0 {
		return spans
	}
	for _, m := range parts.marks {
		if m.day.many() {
			return []dateSpan{m.day.span}
		}
	}
	if isLetter(doc) {
		if spans := proseDates(doc); len(spans) > 0 {
			return spans // the first date of a letter is its own
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
	if spans := proseDates(doc); len(spans) > 0 {
		return spans
	}
	return anyDate(doc)
}

// withYear looks for the year of a date without one at another place that names the same day and month.
func withYear(spans []dateSpan, doc document) []dateSpan {
	want := spans[0]
	for _, tok := range doc.tokens {
		if tok.kind == tokSlot {
			break
		}
		for _, s := range findDates(cutRunes(tok.line.text, 400)) {
			if s.last.year > 0 && s.first.month == want.first.month && s.first.day == want.first.day {
				return []dateSpan{s}
			}
		}
	}
	return spans
}

// letterLeads open the address of a letter.
var letterLeads = []string{"เรียน ", "เรียนคุณ", "เรียน\u00a0", "kepada yth", "kính gửi", "dear ", "estimad", "madame, monsieur", "mesdames", "distinguid"}

func isLetter(doc document) bool {
	for _, tok := range doc.tokens {
		if tok.kind == tokSlot {
			return false
		}
		if tok.kind == tokText && addresses(tok.text) {
			return true
		}
	}
	return false
}

// addresses recognises the line that says to whom a letter goes.
func addresses(s string) bool {
	return len(s) < 300 && beginsWithAny(strings.ToLower(s), letterLeads)
}

// anyDate is the last resort: the first date before the programme that names a weekday and a year, wherever it stands, else
// the first with a year anywhere.
func anyDate(doc document) []dateSpan {
	var other []dateSpan
	slots := 0
	for _, tok := range doc.tokens {
		if tok.kind == tokSlot {
			slots++
		}
		if tok.kind != tokText && tok.kind != tokSection {
			continue
		}
		text := cutRunes(tok.line.text, 400)
		for _, s := range findDates(text) {
			if s.last.year == 0 || isDeadline(text[max(0, s.from-24):s.from]) {
				continue
			}
			if s.weekday != nil && slots == 0 {
				return []dateSpan{s}
			}
			if other == nil && utf8.RuneCountInString(tok.text) < 160 {
				other = []dateSpan{s}
			}
		}
	}
	return other
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
		if tok.kind == tokText && utf8.RuneCountInString(tok.text) < 240 && !isDeadline(tok.text) {
			if spans := findDates(tok.text); len(spans) > 0 {
				return spans
			}
		}
	}
	return nil
}

// proseDates reads the sentence that says when the event is held: the date with its hours, else what follows the verb.
func proseDates(doc document) []dateSpan {
	if spans := datesWithHours(doc); len(spans) > 0 {
		return spans
	}
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

// datesWithHours is the first date of a sentence after which the hours stand; a date before it in the sentence may tell the year.
func datesWithHours(doc document) []dateSpan {
	for _, tok := range doc.tokens {
		if tok.kind != tokText && tok.kind != tokSection {
			continue
		}
		year := 0
		for _, s := range findDates(cutRunes(tok.text, 400)) {
			if _, ok := hoursAfter(tok.text[s.to:]); ok && !isDeadline(tok.text[max(0, s.from-24):s.from]) {
				if s.last.year == 0 {
					s.first.year, s.last.year = year, year
				}
				return []dateSpan{s}
			}
			year = s.last.year
		}
	}
	return nil
}
