package note

import (
	"slices"
	"strings"
)

// sharedBody reads persons of one body: "A B and C D, Some Institute", "A B, C D, Some Institute" and "A B and C D (Some Institute)".
func sharedBody(s string) []Person {
	head, body, ok := strings.Cut(s, ",")
	if open := strings.IndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") && open < len(head) {
		head, body, ok = strings.TrimSpace(s[:open]), s[open+1:len(s)-1], strings.Count(s, "(") == 1
	}
	if !ok {
		return nil
	}
	names := splitNames(head)
	if len(names) < 2 {
		names, body = listBeforeBody(s)
	}
	if len(names) < 2 || !saysOffice(body) && !surelyNamed(joinSpace(names[0])) {
		return nil
	}
	var people []Person
	for _, name := range names {
		people = append(people, Person{Name: joinSpace(name), Affiliation: cleanAffiliation(body)})
	}
	return people
}

// namesBesideBody reads "Ana X and Some Network": known names, and bodies that lead with them and are left out.
func namesBesideBody(s string) []Person {
	if strings.ContainsAny(s, ",;(/:") {
		return nil
	}
	var people []Person
	parts := strings.Split(nameJoins.Replace(s), ",")
	if len(parts) < 2 {
		return nil
	}
	for _, part := range parts {
		switch part = joinSpace(part); {
		case surelyNamed(part):
			people = append(people, Person{Name: part})
		case !namesBody(part):
			return nil
		}
	}
	if len(people) == len(parts) {
		return nil
	}
	return people
}

// withNamesBehind takes the two or more names without honorific behind one with: "Dr. A B, Ana X, Luis Y".
func withNamesBehind(people []Person, joined []bool) ([]Person, []bool) {
	for i := 0; i < len(people); i++ {
		names := splitNames(people[i].Affiliation)
		if len(names) < 2 || len(allSure(names)) == 0 {
			continue
		}
		people[i].Affiliation = ""
		people = slices.Insert(people, i+1, allSure(names)...)
		joined = slices.Insert(joined, i+1, make([]bool, len(names))...)
		i += len(names)
	}
	return people, joined
}

// mostListed is how many names are looked for before the body that they share.
const mostListed = 8

// listBeforeBody cuts a list of names at the commas from the body behind it: the names run up to the first part that is none.
func listBeforeBody(s string) (names []string, body string) {
	parts := strings.SplitN(s, ",", mostListed+1)
	for i, p := range parts {
		more := splitNames(strings.TrimSpace(p))
		if len(more) == 0 || saysOffice(p) || saysPost(p) {
			return names, strings.TrimSpace(strings.Join(parts[i:], ","))
		}
		names = append(names, more...)
	}
	return nil, ""
}

// saysPost finds a word for what somebody is.
func saysPost(s string) bool {
	for _, w := range wordsOf(s) {
		if postWords[w] || jobWords[w] {
			return true
		}
	}
	return false
}
