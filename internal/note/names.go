package note

import (
	"strings"
	"unicode/utf8"
)

// listPeople gathers every named person of the programme once, in order of appearance. Teams are not persons.
func listPeople(n *Note) {
	seenSpeaker, seenModerator := map[string]bool{}, map[string]bool{}
	for _, it := range n.Items() {
		n.Speakers = addPeople(n.Speakers, it.Speakers, seenSpeaker)
		for _, sub := range it.Subitems {
			n.Speakers = addPeople(n.Speakers, sub.Speakers, seenSpeaker)
		}
		n.Moderators = addPeople(n.Moderators, it.Moderators, seenModerator)
	}
}

func addPeople(list, more []Person, seen map[string]bool) []Person {
	for _, p := range more {
		if key := p.Name; !p.Team && !seen[key] {
			seen[key] = true
			list = append(list, p)
		}
	}
	return list
}

// mostNames bounds the comparison of names; a longer list is no concept note.
const mostNames = 400

// warnNamesAlike points at names that may be two spellings of one person. They are never merged.
func warnNamesAlike(n *Note) {
	names := bareNames(n)
	warned := map[[2]string]bool{}
	for i, a := range names {
		for _, b := range names[i+1:] {
			if pair := [2]string{a, b}; alike(a, b) && !warned[pair] {
				warned[pair] = true
				n.warn(CodeNamesAlike, 0, "a", a, "b", b)
			}
		}
	}
}

// bareNames lists the different names without honorifics.
func bareNames(n *Note) []string {
	var names []string
	seen := map[string]bool{}
	add := func(name string) {
		if key := strings.ToLower(name); !seen[key] && len(names) < mostNames && utf8.RuneCountInString(name) < 60 {
			seen[key] = true
			names = append(names, name)
		}
	}
	for _, list := range [][]Person{n.Speakers, n.Moderators} {
		for _, p := range list {
			add(bareName(p.Name))
		}
	}
	for _, c := range n.Contacts {
		add(bareName(c.Name))
	}
	return names
}

func bareName(name string) string {
	if end, ok := honorificRun(name, 0); ok {
		return strings.TrimLeft(name[end:], " .")
	}
	return name
}

// alike says that two different names of at least two words differ by one or two letters, in only one of their words, and by
// no more than a fifth of that word.
func alike(a, b string) bool {
	wa, wb := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(wa) != len(wb) || len(wa) < 2 {
		return false
	}
	different := 0
	for i := range wa {
		if wa[i] == wb[i] {
			continue
		}
		if different++; different > 1 || !similarWord(wa[i], wb[i]) {
			return false
		}
	}
	return different == 1
}

func similarWord(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	if len(ra) < 4 || len(rb) < 4 || len(ra)-len(rb) > 2 || len(rb)-len(ra) > 2 {
		return false
	}
	limit := 1
	if len(ra) >= 8 && len(rb) >= 8 {
		limit = 2
	}
	return editDistance(ra, rb) <= limit
}

// editDistance is the Levenshtein distance (Wagner and Fischer 1974).
func editDistance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost++
			}
			diagonal = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
