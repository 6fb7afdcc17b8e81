package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// placeWords are found in the names of places.
var placeWords = []string{
	"hotel", "university", "hall", "room", "center", "centre", "building", "campus", "auditorium", "boardroom", "ballroom", "headquarters", "library", "theatre", "museum", "lounge", "villa", "tower", "resort", "institute", "school", "floor", "palace", "office", "via zoom", "online", "bangkok", "jakarta", "hanoi",
	"โรงแรม", "ห้องประชุม", "มหาวิทยาลัย", "ศาลากลาง", "อาคาร", "ชั้น", "หอประชุม", "ศูนย์", "ruang", "gedung", "aula", "balai", "universitas", "khách sạn", "hội trường", "phòng họp", "trường đại học", "trung tâm", "hotel", "salón", "universidad", "auditorio", "centro", "hôtel", "salle", "université", "centre", "collège", "amphithéâtre", "palais", "plaza", "paraninfo", "kampus", "kafe", "nhà thờ", "auditori", "palacio",
}

func isPlace(s string) bool {
	low := strings.ToLower(s)
	for _, w := range placeWords {
		if holdsWord(low, w) {
			return true
		}
	}
	return false
}

// holdsWord finds a word in a text. A Latin one must begin where no letter stands before it, and end so, but for the mark of the plural.
func holdsWord(low, w string) bool {
	for from := 0; ; {
		at := strings.Index(low[from:], w)
		if at < 0 {
			return false
		}
		at += from
		from = at + len(w)
		if w >= "ก" || !letterBefore(low[:at]) && !followedByLetter(strings.TrimPrefix(low[from:], "s"), 0) {
			return true
		}
	}
}

func letterBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

// isPlaceLead recognises a text that starts with "ณ " or a label for the place.
func isPlaceLead(s string) bool {
	if strings.HasPrefix(s, "ณ ") || strings.HasPrefix(s, "ณ\u0E2B") {
		return true
	}
	for _, w := range []string{"venue", "place:", "at the ", "สถานที่", "tempat", "bertempat di", "địa điểm", "tại ", "lugar", "lieu", "via zoom", "room "} {
		if _, ok := cutPrefixFold(s, w); ok {
			return true
		}
	}
	return false
}

// readVenue takes the labelled place, else "ณ …", else what stands beside or below the date of the event.
func readVenue(n *Note, doc document) {
	if n.Venue != "" {
		return
	}
	dated, only := false, onlyDay(doc)
	for i, tok := range doc.tokens {
		if tok.kind == tokSlot {
			break
		}
		if n.Venue = venueOfDay(tok, only); n.Venue != "" {
			return
		}
		if tok.kind == tokText && isDayTheme(doc, i) && !isPlaceName(tok.text) {
			continue
		}
		if tok.kind == tokBlank || tok.kind == tokDay {
			dated = dated || tok.kind == tokDay
			continue
		}
		if tok.kind != tokText || inWideRow(tok) || len(tok.text) > 300 || isTitleLine(n, tok.text) {
			dated = false
			continue
		}
		if venue := venueOf(tok, dated, nextIsDay(doc, i)); venue != "" {
			n.Venue = withoutTitleEnd(n.Title, venue)
			return
		}
		dated = len(findDates(tok.text)) > 0 && !isDeadline(tok.text)
	}
	n.Venue = firstOf(heldPlace(doc), placeLine(n, doc), placeInTitle(n.Title))
}

// placeInTitle is the town and country that a title ends with: "Alumni Event 2026 – Example Town, Ecuador".
func placeInTitle(title string) string {
	for _, dash := range []string{" – ", " — ", " - "} {
		if at := strings.LastIndex(title, dash); at > 0 && isCityLine(title[at+len(dash):]) {
			return joinSpace(title[at+len(dash):])
		}
	}
	return ""
}

// venueOfDay reads the place on the line of a day: "8-9 กันยายน 2563 ณ อาคาร 4", "3-4 March 2026 at the Town Hall", and where it is the
// only day of the note, "3 March 2026, EXU".
func venueOfDay(tok token, only bool) string {
	s := tok.line.text
	if tok.kind != tokDay || !tok.day.dated || tok.cell >= 0 || len(s) > 300 {
		return ""
	}
	spans := findDates(s)
	if len(spans) == 0 {
		return ""
	}
	after := s[spans[len(spans)-1].to:]
	if place, ok := strings.CutPrefix(after, ", "); ok && spans[0].from == 0 && isAcronym(place) && !strings.Contains(place, " ") && only {
		return place
	}
	if place := afterHours(after); only && place != "" {
		return place
	}
	rest := " " + strings.TrimLeft(after, " ,")
	for _, lead := range placeLeads {
		if after, ok := strings.CutPrefix(rest, lead); ok && !startsDigit(after) {
			if venue := cleanVenue(firstSentence(after)); mayBePlace(venue) {
				return venue
			}
		}
	}
	return ""
}

// withoutTitleEnd cuts the end of a wrapped title that stands before the place: "the Regional Committee, Some Town".
func withoutTitleEnd(title, venue string) string {
	if head, place, ok := strings.Cut(venue, ", "); ok && strings.HasSuffix(title, " "+head) {
		return place
	}
	return venue
}

func onlyDay(doc document) bool {
	days := 0
	for _, tok := range doc.tokens {
		if tok.kind == tokDay {
			days++
		}
	}
	return days == 1
}

func nextIsDay(doc document, i int) bool {
	for _, tok := range doc.tokens[i+1 : min(len(doc.tokens), i+3)] {
		if tok.kind != tokBlank {
			return tok.kind == tokDay
		}
	}
	return false
}

// venueOf reads the place from one line of the head; below says that the line before gave the date, above that the next does.
func venueOf(tok token, below, above bool) string {
	s := tok.text
	if isPlace(s) && len(strings.Fields(s)) <= 10 {
		s = strings.TrimSuffix(s, ".")
	}
	if rest, ok := strings.CutPrefix(s, "ณ "); ok {
		return cleanVenue(rest)
	}
	if place := afterPlaceWord(s); place != "" {
		return cleanVenue(place)
	}
	if at := strings.Index(s, " ณ "); at > 0 && len(s) < 400 {
		return cleanVenue(s[at+len(" ณ "):])
	}
	if spans := findDates(s); len(spans) > 0 && !isDeadline(s) && len(s) < 200 {
		rest := s[spans[len(spans)-1].to:]
		if head, tail, ok := cutAny(rest, ",|•–—-/("); ok && len(head) < 40 && !startsDigit(strings.TrimLeft(tail, " ")) {
			rest = tail
		}
		if _, next, ok := scanSlot(rest, skipOpeners(rest, 0)); ok {
			rest = rest[next:]
		}
		if venue := cleanVenue(firstSentence(rest)); mayBePlace(venue) {
			return venue
		}
		if head := cleanVenue(s[:spans[0].from]); spans[0].from > 6 && isPlace(head) && len(strings.Fields(head)) <= 14 && mayBePlace(head) {
			return head
		}
		return cityBefore(s[:spans[0].from])
	}
	short := len(strings.Fields(s)) <= 14 && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") && tok.line.bullet == "" && !isContactLine(s) && labelEnd(s) < 0 && !saysOrganiser(s)
	short = short && (isPlace(s) || !unicode.IsLower(firstRune(s)) && !goesOn[strings.ToLower(headWord(s))] && !isHalfDay(s))
	if short && !describes(s) && (below && mayBePlace(s) && tok.line.level == 0 || above && isPlace(s)) {
		return cleanVenue(s)
	}
	return ""
}

// afterPlaceWord is the place behind a label that has lost its colon: "Location Example House, 3rd Floor, 12 Example Street".
func afterPlaceWord(s string) string {
	for _, w := range []string{"venue ", "location ", "locations ", "lugar ", "tempat ", "lieu ", "สถานที่ "} {
		rest, ok := cutPrefixFold(s, w)
		if ok && len(rest) < 160 && strings.Contains(rest, ",") && !unicode.IsLower(firstRune(rest)) && (isPlace(rest) || isAddress(rest)) && !saysIs(strings.ToLower(rest)) {
			return rest
		}
	}
	return ""
}

// goesOn are words with which a line goes on from the one before.
var goesOn = wordSet(`của of de del des du and & và y et dan the`)

func headWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// cityBefore reads the place of "Phnom Penh, 11-12 August 2026".
func cityBefore(s string) string {
	place := strings.TrimRight(s, " ,–-—|")
	words := strings.Fields(place)
	if len(words) == 0 || len(words) > 5 || place == strings.TrimRight(s, " ") || labelEnd(s) > 0 || onlyDayWords(place) || isPaper(place) {
		return ""
	}
	for _, w := range words {
		if !isNameWord(w) || startsDigit(w) {
			return ""
		}
	}
	return joinSpace(place)
}

func cleanVenue(s string) string {
	s = strings.Trim(s, " ,;:|–—-•()/.")
	for _, w := range []string{" les", " on", " le", " du", " from", " el", " pada", " ngày"} {
		s = strings.TrimRight(strings.TrimSuffix(s, w), " –-,")
	}
	if rest, ok := cutPrefixFold(s, "de "); ok && startsTime(rest) {
		s = rest
	}
	for _, w := range []string{"at the ", "at ", "in ", "เวลา", "ณ ", "di ", "bertempat di ", "tại ", "en ", "à ", "a l’", "a l'", "venue:", "venue"} {
		if rest, ok := cutPrefixFold(s, w); ok && !beginsWithAny(strings.ToLower(rest), []string{"ligne", "línea"}) {
			s = strings.TrimSpace(rest)
		}
	}
	if sl, next, ok := scanSlot(s, 0); ok && (sl.ranged || sl.sure()) {
		s = strings.Trim(s[next:], " ,;:|–—-•/.")
		for _, w := range []string{"horas", "hrs", "heures"} {
			s = strings.TrimLeft(strings.TrimPrefix(s, w), " ,")
		}
		for _, w := range []string{"ณ ", "en el ", "en la ", "at the ", "at ", "à l’", "à l'", "di "} {
			s = strings.TrimPrefix(s, w)
		}
	}
	if strings.Count(s, "(") < strings.Count(s, ")") {
		s = strings.TrimRight(s, ")")
	} else if strings.Count(s, "(") > strings.Count(s, ")") && strings.Contains(s, " (") {
		s += ")" // the bracket that was trimmed with the marks around the place
	}
	return joinSpace(withoutHours(s))
}

// withoutHours removes the hours after a place: "Zoom from 10:00 to 17:00".
func withoutHours(s string) string {
	for _, w := range []string{" from ", " de ", " từ ", " pukul ", " เวลา ", " desde las ", " de las "} {
		at := strings.LastIndex(s, w)
		if at <= 0 {
			continue
		}
		if sl, _, _, ok := leadingSlot(s[at:]); ok && sl.sure() {
			return trimTail(s[:at])
		}
	}
	return s
}

// cutAny cuts a text around the first of the given marks.
func cutAny(s, marks string) (before, after string, ok bool) {
	at := strings.IndexAny(s, marks)
	if at < 0 {
		return s, "", false
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	return s[:at], s[at+size:], true
}
