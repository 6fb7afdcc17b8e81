package workshop

import (
	"slices"
	"strings"
	"unicode"
)

// CleanName is a name as a list can show it: without what nobody sees and what
// turns the writing around (U+202E makes "exe.doc" of "cod.exe", for the rest
// of the line too), and with one space where there were line ends or several
// spaces. The joiners U+200C and U+200D shape letters of some scripts and stay
// between letters; Thai needs none of these, its U+200B only says where a line
// may end.
func CleanName(name string) string {
	seen := strings.Map(func(r rune) rune {
		switch {
		case isJoiner(r):
			return r
		case unicode.IsSpace(r) || unicode.IsControl(r):
			return ' '
		case !isSeen(r):
			return -1
		}
		return r
	}, name)
	words := strings.Fields(seen)
	kept := words[:0]
	for _, word := range words {
		if word = strings.TrimFunc(word, isJoiner); word != "" {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}

func isJoiner(r rune) bool { return r == '\u200C' || r == '\u200D' }

// cleanNames is CleanName for each name in each language. A name of which
// nothing is left stays empty, and is refused as such.
func cleanNames(names []Text) []Text {
	if names == nil {
		return nil
	}
	out := make([]Text, len(names))
	for i, name := range names {
		out[i] = cleanEach(name)
	}
	return out
}

func cleanEach(name Text) Text {
	if name == nil {
		return nil
	}
	out := Text{}
	for lang, words := range name {
		out[lang] = CleanName(words)
	}
	return out
}

func cleanGroups(groups []RoleGroup) []RoleGroup {
	out := slices.Clone(groups)
	for i := range out {
		out[i].Name = cleanEach(out[i].Name)
	}
	return out
}
