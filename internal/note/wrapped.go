package note

import (
	"strings"
	"unicode"
)

// longestPeople is the length in bytes up to which wrapped lines are joined to one list of persons.
const longestPeople = 1000

// joinWrapped makes one text of a list of persons, or of a person with an affiliation, that goes on in the next line:
// "Speakers: Ana X (Body A), Luis" and "Y (Body B)".
func joinWrapped(parts []part) []part {
	var out []part
	for _, p := range parts {
		if n := len(out); n > 0 && wraps(out[n-1], p) {
			if p.line.bullet != "" {
				p.text = p.line.bullet + ") " + p.text // "(the Agenda", "21) and Luis Y"
			}
			out[n-1].text += " " + p.text
			continue
		}
		out = append(out, p)
	}
	return out
}

func wraps(a, b part) bool {
	inBrackets := strings.Count(a.text, "(") > strings.Count(a.text, ")") && b.line.bullet != "-"
	if a.row || b.row || b.line.bullet != "" && !inBrackets || a.role != colUnknown || b.role != colUnknown || a.name != "" || b.name != "" || len(a.text)+len(b.text) > longestPeople {
		return false
	}
	label, rest := roleLabel(a.text)
	if next, _ := roleLabel(b.text); next != roleNone || label == roleNone && !beginsWithHonorific(a.text) || label != roleNone && rest == "" {
		return false
	}
	return breaksOff(a.text) || unicode.IsLower(firstRune(b.text)) && !beginsWithHonorific(b.text) || label != roleNone && halfName(a.text, b.text)
}

// joinBroken makes one line of a title that names a person and breaks off, "Talk by Dr. X, Director of the", and the line below.
func joinBroken(d draft) draft {
	if len(d.parts) == 0 || !breaksOff(d.title) || len(d.title) > longestSplit || len(honorificsIn(d.title, false)) == 0 {
		return d
	}
	if p := d.parts[0]; !p.row && p.line.bullet == "" && p.role == colUnknown && p.name == "" && len(p.text) < longestSplit && !beginsWithPerson(p.text) {
		d.title, d.parts = d.title+" "+p.text, d.parts[1:]
	}
	return d
}

// breaksOff says that a text cannot end where it does: in brackets, after a comma, or after a small word that leads on.
func breaksOff(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.Count(s, "(") > strings.Count(s, ")") || strings.HasSuffix(s, ",") || linkWords[last] && len(last) > 1
}

// halfName says that a list ends with one word of a name and the next line begins with another.
func halfName(list, next string) bool {
	last := strings.TrimSpace(list[strings.LastIndexByte(list, ',')+1:])
	return strings.Contains(list, "), ") && !strings.Contains(last, " ") && unicode.IsUpper(firstRune(last)) && unicode.IsUpper(firstRune(next))
}

// namesAfterDash says that the titles of a note end with a dash and who speaks: some of these names are known, and few are not.
func namesAfterDash(drafts []draft) bool {
	sure, looks := 0, 0
	for _, d := range drafts {
		if _, name := afterDash(d.title); name != "" {
			looks++
			if surelyNamed(headOf(name)) {
				sure++
			}
		}
	}
	return sure > 0 && looks > 1 && looks <= 3*sure+1
}

// namesBeforeColon says that the titles of a note begin with a bare name and a colon, "Ana X: What we found": some of these names are
// known, and few are not.
func namesBeforeColon(drafts []draft) bool {
	sure, looks := 0, 0
	count := func(s string) {
		if people, _ := beforeTalk(s); len(people) > 0 {
			looks++
			if allSureOf(people) {
				sure++
			}
		}
	}
	for _, d := range drafts {
		count(d.title)
		for _, p := range d.parts {
			count(p.text)
		}
	}
	return sure > 0 && looks > 2 && looks <= 4*sure+1
}

// afterDash cuts a title before the last dash when a name follows it.
func afterDash(s string) (title, name string) {
	for _, dash := range []string{" – ", " — ", " - "} {
		if at := strings.LastIndex(s, dash); at > 0 {
			if name := strings.TrimSpace(s[at+len(dash):]); looksNamed(headOf(name)) && kindOf(s[:at], false) != KindBreak {
				return trimTail(s[:at]), name
			}
		}
	}
	return s, ""
}

// dashName takes the name after the last dash of the title.
func (b *itemBuilder) dashName() {
	if title, name := afterDash(b.item.Title); name != "" {
		b.item.Title = title
		b.enter(false, plainPeople(name))
	}
}
