package thai

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

// heldCompounds are words of this field that a reader takes as one, a line each,
// with | where browsers break them. A browser looks up what stands between two
// joiners and would break what it does not find: so each part is a word, or a
// syllable. The browser side reads the same file (internal/ui/src/lib/text.ts).
//
//go:embed data/held.txt
var heldCompounds string

const wordJoiner = "\u2060"

var holder = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for word := range strings.Lines(heldCompounds) {
		word = strings.TrimSpace(word)
		pairs = append(pairs, strings.ReplaceAll(word, "|", ""), strings.ReplaceAll(word, "|", wordJoiner))
	}
	return strings.NewReplacer(pairs...)
})

var (
	spacedAfter = regexp.MustCompile(`\s+(ๆ|%)`)
	repeated    = regexp.MustCompile(`([ก-๎])ๆ`)
)

// Hold makes text fit for a page whose lines a browser breaks: it holds compounds
// together with word joiners (U+2060), ๆ with its word and % with its number.
func Hold(text string) string {
	text = spacedAfter.ReplaceAllString(holder().Replace(text), "\u00a0$1")
	return repeated.ReplaceAllString(text, "${1}"+wordJoiner+"ๆ")
}
