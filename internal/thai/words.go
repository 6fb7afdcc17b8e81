package thai

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/words.txt
var wordList string

//go:embed data/terms.txt
var termList string

var (
	dictionary = sync.OnceValue(readDictionary)
	standard   = sync.OnceValue(func() *Segmenter { return New() })
)

// Segmenter cuts text into words. It never changes after New and may be shared.
type Segmenter struct {
	tries []*trie
}

// Default returns the shared segmenter that knows the built-in lists only.
func Default() *Segmenter { return standard() }

// New returns a segmenter that also knows the given words, such as the names of
// people and places of a workshop. A term with spaces is taken as several words.
func New(extra ...string) *Segmenter {
	s := &Segmenter{tries: []*trie{dictionary()}}
	own := newTrie()
	for _, term := range extra {
		addAll(own, Normalise(term))
	}
	if len(own.next) > 0 {
		s.tries = append(s.tries, own)
	}
	return s
}

func readDictionary() *trie {
	t := newTrie()
	addAll(t, wordList)
	addAll(t, termList)
	return t
}

func addAll(t *trie, list string) {
	for word := range strings.FieldsSeq(list) {
		t.add(word)
	}
}

// Words cuts s into words, numbers, spaces and signs; joined again they are s,
// byte for byte. Thai is cut by word list; ๆ and ฯ are words of their own; a
// number keeps its points, commas and colons; text in other scripts is cut where
// letters end, and Myanmar runs, which have no spaces between words, stay whole.
func (g *Segmenter) Words(s string) []string {
	words := make([]string, 0, len(s)/8+1)
	var p path
	for s != "" {
		end, c := scanRun(s)
		if c == thaiText {
			words = p.words(g.tries, s[:end], words)
		} else {
			words = append(words, s[:end])
		}
		s = s[end:]
	}
	return words
}
