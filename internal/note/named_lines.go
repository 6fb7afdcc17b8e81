package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// opensPerson says that the text at token i is a name on a line of its own, below which stands what that person is.
func opensPerson(doc document, i int) bool {
	tok := doc.tokens[i]
	if tok.kind != tokText || tok.cell >= 0 || i+1 == len(doc.tokens) || kindOf(tok.text, false) != KindOther || !looksNamed(tok.text) {
		return false
	}
	next := doc.tokens[i+1]
	return next.kind == tokText && next.cell < 0 && next.line.bullet == "" && isPost(next.text)
}

// fewestBrackets is how many lines in square brackets show that a note names people so.
const fewestBrackets = 3

// namesInBrackets says that a note names its people by lines of their own in square brackets: "[Silva/Cruz]".
func namesInBrackets(drafts []draft) bool {
	n := 0
	for _, d := range drafts {
		for _, p := range d.parts {
			if squareNames(p.text) != nil {
				n++
			}
		}
	}
	return n >= fewestBrackets
}

// squareNames reads "[Silva/Cruz]": names, of one word too, and groups, which are left out; nil when anything else stands there.
func squareNames(s string) []Person {
	inner, ok := strings.CutPrefix(s, "[")
	if !ok || !strings.HasSuffix(inner, "]") || strings.ContainsAny(inner, "0123456789:[") {
		return nil
	}
	var people []Person
	for _, one := range strings.Split(nameJoins.Replace(strings.TrimSuffix(inner, "]")), ",") {
		one = joinSpace(one)
		words := strings.Fields(one)
		if len(words) == 0 || len(words) > 3 || isTBC(one) {
			return nil
		}
		if low := strings.ToLower(words[0]); isBodyWord(words[0]) || low == "participants" || low == "all" {
			continue
		}
		if kindOf(one, false) != KindOther || isAcronym(one) || namesRoom(one) || languageNames[strings.ToLower(one)] != "" || placeNames[strings.ToLower(one)] {
			return nil
		}
		for _, w := range words {
			if !unicode.IsUpper(firstRune(w)) {
				return nil
			}
		}
		people = append(people, Person{Name: one})
	}
	return people
}

// beforeQuote reads "Ana X, Some Institute «What we found»": the person stands right before the title in quotation marks.
func beforeQuote(s string) (string, role, []Person) {
	at := strings.IndexAny(s, "«“")
	if at <= 0 || at > 160 || !strings.HasSuffix(s[:at], " ") && !strings.HasSuffix(s[:at], ",") {
		return s, roleNone, nil
	}
	before := strings.TrimRight(s[:at], " ,:")
	if name := strings.TrimSuffix(before, "."); len(name) < len(before) && surnameFirst(name) {
		return withoutQuotes(s[at:]), roleSpeaker, []Person{{Name: joinSpace(name)}}
	}
	people := personText(before)
	if len(people) != 1 || people[0].Affiliation == "" || kindOf(before, false) != KindOther || speeches[lowerFirstWord(before)] {
		return s, roleNone, nil
	}
	return s[at:], roleSpeaker, people
}

// surnameFirst recognises "DUPONT Carole" and "DUPONT-RIVIÈRE Ana Maria": a family name in capitals before the given name.
func surnameFirst(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 5 || !looksNamed(name) {
		return false
	}
	first, last := words[0], words[len(words)-1]
	return utf8.RuneCountInString(first) >= 3 && inCapitals(first) && !inCapitals(last)
}

// withoutQuotes opens the quotation marks around the whole of a title.
func withoutQuotes(s string) string {
	if inner := strings.TrimFunc(s, isQuote); strings.IndexFunc(inner, isQuote) < 0 || strings.Count(s, "“") == strings.Count(s, "”") {
		return inner
	}
	return s
}

// openBracket reads the bracket at the end of a line that breaks off: "Forests (Ana X, Some".
func openBracket(s string) (string, role, []Person) {
	at := strings.LastIndex(s, " (")
	if at <= 0 || strings.IndexByte(s[at:], ')') >= 0 {
		return s, roleNone, nil
	}
	inner := strings.TrimRight(s[at+2:], " ,")
	if name := headOf(inner); !looksNamed(name) || !surelyNamed(name) || !strings.Contains(s[at:], ",") {
		return s, roleNone, nil
	}
	return s[:at], roleSpeaker, plainPeople(inner)
}

// roleSlashName reads the bracket "(Chair/Ana X)" that ends a title.
func roleSlashName(s string) (string, role, []Person) {
	at := strings.LastIndexByte(s, '(')
	if at <= 0 || !strings.HasSuffix(s, ")") {
		return s, roleNone, nil
	}
	label, name, ok := strings.Cut(s[at+1:len(s)-1], "/")
	if r := labelRole(label); ok && (r == roleSpeaker || r == roleModerator) && looksNamed(name) {
		return trimTail(s[:at]), r, []Person{{Name: joinSpace(name)}}
	}
	return s, roleNone, nil
}
