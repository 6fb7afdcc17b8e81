package note

import "strings"

// JoinPeople writes persons into one cell or line: "Name (Affiliation); Name". SplitPeople reads it back.
func JoinPeople(people []Person) string {
	var all []string
	for _, p := range people {
		s := escapeList(p.Name)
		if p.Affiliation != "" || strings.HasSuffix(s, ")") {
			s += " (" + escapeList(p.Affiliation) + ")"
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

// SplitPeople reads persons separated by ";" or by lines, each "Name" or "Name (Affiliation)".
func SplitPeople(s string) []Person {
	var people []Person
	for _, one := range splitList(s, ';', '\n') {
		p := Person{Name: one}
		if at := openingOf(one); at > 0 {
			p.Name, p.Affiliation = one[:at], one[at+1:len(one)-1]
		}
		p.Name, p.Affiliation = unescapeList(p.Name), unescapeList(p.Affiliation)
		if p.Name != "" {
			people = append(people, p)
		}
	}
	return people
}

// openingOf finds the bracket that belongs to the one at the end of a text, -1 for none.
func openingOf(s string) int {
	if !strings.HasSuffix(s, ")") || escapedAt(s, len(s)-1) {
		return -1
	}
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch {
		case escapedAt(s, i):
		case s[i] == ')':
			depth++
		case s[i] == '(':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// JoinSubitems writes the parts of an item, one a line: "Title" or "Title – Name (Affiliation); Name". SplitSubitems reads it back.
func JoinSubitems(items []Subitem) string {
	var all []string
	for _, it := range items {
		s := escapeList(it.Title)
		if len(it.Speakers) > 0 {
			s += " – " + JoinPeople(it.Speakers)
		}
		all = append(all, s)
	}
	return strings.Join(all, "\n")
}

// SplitSubitems reads the parts of an item: one a line, or in one line separated by ";" when none names persons.
func SplitSubitems(s string) []Subitem {
	separator := '\n'
	if !strings.Contains(s, "\n") && !strings.Contains(s, " – ") {
		separator = ';'
	}
	var items []Subitem
	for _, one := range splitList(s, separator) {
		title, people, _ := strings.Cut(one, " – ")
		if title = unescapeList(title); title != "" {
			items = append(items, Subitem{Title: title, Speakers: SplitPeople(people)})
		}
	}
	return items
}

// escapeList marks what would end a text in a list. Brackets are marked only when they are not in pairs.
func escapeList(s string) string {
	s = joinSpace(s)
	s = strings.NewReplacer(`\`, `\\`, ";", `\;`, "–", `\–`).Replace(s)
	if !paired(s) {
		s = strings.NewReplacer("(", `\(`, ")", `\)`).Replace(s)
	}
	return s
}

func paired(s string) bool {
	depth := 0
	for _, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

func unescapeList(s string) string {
	var b strings.Builder
	escaped := false
	for _, r := range s {
		if r == '\\' && !escaped {
			escaped = true
			continue
		}
		escaped = false
		b.WriteRune(r)
	}
	return joinSpace(b.String())
}

// escapedAt says that an odd number of backslashes stands before a place.
func escapedAt(s string, i int) bool {
	n := 0
	for i--; i >= 0 && s[i] == '\\'; i-- {
		n++
	}
	return n%2 == 1
}

// splitList cuts a text at separators that are not marked; empty parts are left out.
func splitList(s string, separators ...rune) []string {
	var all []string
	start := 0
	add := func(part string) {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	for i, r := range s {
		for _, sep := range separators {
			if r == sep && !escapedAt(s, i) {
				add(s[start:i])
				start = i + 1
			}
		}
	}
	add(s[start:])
	return all
}
