package thai

import (
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Comparer returns a function that orders a before b (-1), after it (1) or, for
// the same normalised text only, together (0), as a dictionary of the language
// does ("th", "en", ...; any other tag, or none, gives the order of the Unicode
// root). It is for use by one goroutine.
func Comparer(lang string) func(a, b string) int {
	c := collate.New(language.Make(lang))
	return func(a, b string) int {
		a, b = Normalise(a), Normalise(b)
		if order := c.CompareString(a, b); order != 0 {
			return order
		}
		return strings.Compare(a, b)
	}
}
