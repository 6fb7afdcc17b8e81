package note

import (
	"strings"
	"unicode"
)

// paperLeads are the words before the name of an event that say what kind of paper this is: "Draft agenda of the …", "Invitation to …".
var paperLeads = wordSet(`draft final tentative provisional preliminary updated upcoming concept note programme program programa agenda schedule timetable invitation announcement about terms reference nota conceptual`)

// paperLinks join such words to the name.
var paperLinks = wordSet(`of for to on the a an and del de la el du des le les l’ l'`)

// withoutPaperWords removes the kind of paper that stands before or after the name of an event: "Programme of the Regional Forum on X",
// "Third Regional Forum – Agenda". A title that names no event without those words keeps them.
func withoutPaperWords(s string) string {
	return withoutPaperTail(withoutPaperLead(s))
}

func withoutPaperLead(s string) string {
	words := strings.Fields(s)
	n, linked := paperWordsAhead(words)
	rest := strings.Join(words[n:], " ")
	named := namesEvent(rest) || linked && capitals(words[n:]) >= 3
	if n == 0 || len(words)-n < 2 || !named || !unicode.IsUpper(firstRune(rest)) && !startsDigit(rest) || isPaper(rest) || isBareEvent(rest) {
		return s
	}
	return rest
}

// paperWordsAhead counts the words for a kind of paper at the start, with those that link them to the name; 0 without such a word.
func paperWordsAhead(words []string) (n int, linked bool) {
	papers := 0
	for _, w := range words {
		w = strings.ToLower(strings.Trim(w, ":–-()"))
		if !paperLeads[w] && !paperLinks[w] && w != "" {
			break
		}
		if paperLeads[w] {
			papers++
		}
		linked = linked || paperLinks[w]
		n++
	}
	if papers == 0 {
		return 0, false
	}
	return n, linked
}

func withoutPaperTail(s string) string {
	for _, sep := range []string{" – ", " — ", " - ", " | ", ": "} {
		if at := strings.LastIndex(s, sep); at > 0 && isPaper(s[at+len(sep):]) && len(strings.Fields(s[:at])) > 2 && !isPaper(s[:at]) {
			return strings.TrimSpace(s[:at])
		}
	}
	words := strings.Fields(s)
	n := len(words)
	for n > 0 && paperLeads[strings.ToLower(words[n-1])] {
		n--
	}
	if n == len(words) || n < 3 || !bareEvents[strings.ToLower(words[n-1])] && !isCountry(words[n-1]) {
		return s
	}
	return strings.Join(words[:n], " ")
}

// eventGrades say of what reach or use an event is, and nothing of its subject.
var eventGrades = wordSet(`regional sub-regional subregional inter-regional interregional national international provincial local global technical public expert experts high-level consultative consultation inception validation final annual first second third fourth fifth stakeholder stakeholders multi-stakeholder training joint inter-agency planning online virtual hybrid group coordination`)

// isKindOfEvent recognises "SUB-REGIONAL SEMINAR" and "Second National Consultation": the title of the event stands below.
func isKindOfEvent(s string) bool {
	head, _, _ := strings.Cut(s, " (")
	words := strings.Fields(head) // "Online workshop (by phone)"
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	events := 0
	for _, w := range words {
		low := strings.ToLower(strings.Trim(w, ".,:"))
		switch {
		case bareEvents[low]:
			events++
		case !eventGrades[low]:
			return false
		}
	}
	return events > 0 || eventGrades[strings.ToLower(words[len(words)-1])] && namesEvent(words[len(words)-1])
}

// isLabelLine recognises the label of a list in the head, "Meeting goals:", which names no event.
func isLabelLine(s string) bool {
	words := strings.Fields(strings.TrimSuffix(s, ":"))
	return strings.HasSuffix(s, ":") && len(words) > 0 && len(words) <= 3 && !namesEvent(words[len(words)-1])
}

// describes recognises a line that tells of the event in small letters, without the word for it at its head or its end: "Three days of talks,
// workshops and walks that bring together …".
func describes(s string) bool {
	words := strings.Fields(s)
	return len(words) > 12 && 4*capitals(words[1:]) < len(words) && !namesEvent(firstWords(s, 4)) && !endsWithEvent(words) && lastRune(s) != '?' && !strings.ContainsAny(s, ":“\"«") && isASCII(s)
}

// endsWithEvent says that the last words name an event as its title does: "… Regional workshop (DRAFT)", and not "… the workshop".
func endsWithEvent(words []string) bool {
	return namesEvent(strings.Join(words[len(words)-4:], " ")) && words[len(words)-2] != "the"
}

// goesOnInCapitals says that a line set in capitals goes on with the title above it, which is set so too.
func goesOnInCapitals(title, s string) bool {
	return inCapitals(title) && inCapitals(s) && namesEvent(title) && !namesEvent(s) && s[0] != '(' && !beginsBody(s) && !isPlace(s) && !isPaper(s) && len(strings.Fields(s)) > 2
}

// inCapitals says that a text has letters, and none of them is small.
func inCapitals(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// withoutOpenBracket cuts the bracket at the end of a title that lost what closes it: "Forum on Rivers [Example Town".
func withoutOpenBracket(s string) string {
	for _, pair := range []string{"[]", "()"} {
		at := strings.LastIndex(s, " "+pair[:1])
		if at > 0 && !strings.Contains(s[at:], pair[1:]) && strings.Count(s, pair[:1]) > strings.Count(s, pair[1:]) {
			s = strings.TrimRight(s[:at], " ,")
		}
	}
	return s
}
