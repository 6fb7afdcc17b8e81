package note

import (
	_ "embed" // the names
	"sync"
)

//go:embed givennames.txt
var givenNamesText string

// givenNames are common given names (for Vietnamese, family names, which stand first). Where no honorific, no label and no
// affiliation says so, they tell "(Maria X)" from "(Samut Sakhon)". The list needs no completeness: a name that is not on it
// is still found by what stands around it. Most come from the name lists of faker-js/faker (MIT), without those that are words or
// places too.
var givenNames = sync.OnceValue(func() map[string]bool { return wordSet(givenNamesText) })

func isGiven(word string) bool { return givenNames()[word] }

// surelyNamed says that a text reads like a name and begins with a known one, or holds an initial ("A. Surname").
func surelyNamed(s string) bool {
	if !looksNamed(s) {
		return false
	}
	return isGiven(lowerFirstWord(s)) || hasInitial(s)
}
