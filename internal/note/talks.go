package note

import (
	"strings"
	"unicode"
)

// beforeTalk cuts a talk from who gives it before a colon: "Ana X: What we found", "Ana X (Some Body), Luis Y (Other): What we found".
// The mark of a branch stays with the talk: "Lab 1a: Ana X (Some Body): What we found".
func beforeTalk(s string) (people []Person, talk string) {
	head, talk, ok := strings.Cut(s, ": ")
	bracketed := strings.HasSuffix(head, ")")
	if !ok || !bracketed && len(strings.Fields(talk)) < 3 {
		return nil, s
	}
	if isBranchMark(head) {
		if people, rest := beforeTalk(talk); len(people) > 0 && people[len(people)-1].Affiliation != "" {
			return people, head + ": " + rest
		}
	}
	if kindOf(head, false) != KindOther || !bracketed && beginsWithPerson(talk) || bracketed && len(honorificsIn(talk, true)) > 0 {
		return nil, s
	}
	if session, _ := sessionHeading(head); session {
		return nil, s
	}
	if people = namesAndBodies(head); people == nil {
		return nil, s
	}
	return people, talk
}

// isBranchMark recognises "Lab 1a" and its like: a word and the number or letter of a branch.
func isBranchMark(s string) bool {
	first, mark, ok := strings.Cut(s, " ")
	return ok && len(mark) <= 3 && unicode.IsUpper(firstRune(first)) && (startsDigit(mark) || len(mark) == 1 && unicode.IsUpper(firstRune(mark)))
}

// mostSpeakers is how many persons one talk has at most.
const mostSpeakers = 8

// namesAndBodies reads a list of names of four words at most, each with a body in brackets or with that of the names after it:
// "Ana X (Some Body), Luis Y, Eva Z (Other)". It is nil when anything else stands there.
func namesAndBodies(s string) []Person {
	var people []Person
	shared := 0 // the first of the persons whose body is still to come
	for _, one := range splitOutside(joinedAsList(s), ",;\x00") {
		names, body, bracketed := strings.Cut(strings.TrimSpace(one), " (")
		if bracketed && !strings.HasSuffix(body, ")") {
			return nil
		}
		for _, name := range strings.Split(nameJoins.Replace(names), ",") {
			if name = joinSpace(name); !looksNamed(name) || len(strings.Fields(name)) > 4 || len(people) == mostSpeakers {
				return nil
			}
			people = append(people, Person{Name: name})
		}
		for ; bracketed && shared < len(people); shared++ {
			people[shared].Affiliation = cleanAffiliation(body[:len(body)-1])
		}
	}
	return people
}

// talkAfterNames reads a person, or several of one list, before a dash and the title of their talk: "Ana X - What we found in the town".
func talkAfterNames(s string) (people []Person, talk string) {
	if len(s) > longestSplit {
		return nil, s
	}
	for _, dash := range []string{" - ", " – ", " — "} {
		head, talk, ok := strings.Cut(s, dash)
		if !ok || !saysTalk(talk) || len(honorificsIn(head, true)) > 0 {
			continue
		}
		if people := namesAndBodies(head); allSureOf(people) {
			return people, joinSpace(talk)
		}
	}
	return nil, s
}

// saysTalk says that a text is the title of a talk, and not what somebody is: it has small words that no office has.
func saysTalk(s string) bool {
	words := strings.Fields(s)
	if len(words) < 4 || isPost(s) || saysOffice(firstWords(s, 4)) || strings.Contains(s, "@") {
		return false
	}
	small := 0
	for _, w := range words[1:] {
		if unicode.IsLower(firstRune(w)) && !linkWords[w] {
			small++
		}
	}
	return small >= 2 || strings.ContainsAny(s, "?“«\"")
}

// allSureOf says that there are persons, and that at least one of their names is known.
func allSureOf(people []Person) bool {
	for _, p := range people {
		if surelyNamed(p.Name) {
			return true
		}
	}
	return false
}

// namedTalk takes a line "Ana X - What we found in the town" below an item for one of its talks.
func (b *itemBuilder) namedTalk(p part) bool {
	people, talk := talkAfterNames(p.text)
	if len(people) == 0 {
		return false
	}
	b.item.Subitems = append(b.item.Subitems, Subitem{Title: talk, Speakers: people})
	return true
}
