package diff

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// timeout bounds the search for the shortest diff. Past it the answer is coarser,
// and still exact; only texts of a hundred thousand differing words get there.
const timeout = 2 * time.Second

const (
	firstSurrogate = 0xD800
	surrogates     = 0x800
)

// tokenDiff compares lists of words: each different word becomes one rune, and the
// runes are compared.
func tokenDiff(before, after []string) []Op {
	numbers := numbering{ids: map[string]rune{}}
	old, ok1 := numbers.encode(before)
	young, ok2 := numbers.encode(after)
	if !ok1 || !ok2 {
		return []Op{{Delete, strings.Join(before, "")}, {Insert, strings.Join(after, "")}}
	}
	engine := diffmatchpatch.New()
	engine.DiffTimeout = timeout
	var ops []Op
	for _, d := range engine.DiffMainRunes(old, young, false) {
		ops = append(ops, Op{kinds[d.Type], numbers.decode(d.Text)})
	}
	return ops
}

var kinds = map[diffmatchpatch.Operation]Kind{
	diffmatchpatch.DiffEqual:  Equal,
	diffmatchpatch.DiffDelete: Delete,
	diffmatchpatch.DiffInsert: Insert,
}

// numbering gives each different word a rune.
type numbering struct {
	ids   map[string]rune
	words []string
}

// encode is not ok when there are more different words than runes (1,112,063).
func (n *numbering) encode(words []string) (runes []rune, ok bool) {
	runes = make([]rune, len(words))
	for i, word := range words {
		id, known := n.ids[word]
		if !known {
			id = runeOf(len(n.words))
			n.ids[word] = id
			n.words = append(n.words, word)
		}
		if id > utf8.MaxRune {
			return nil, false
		}
		runes[i] = id
	}
	return runes, true
}

func (n *numbering) decode(runes string) string {
	var text strings.Builder
	for _, r := range runes {
		text.WriteString(n.words[indexOf(r)])
	}
	return text.String()
}

// runeOf skips 0 and the surrogates, which do not survive in a string.
func runeOf(index int) rune {
	r := rune(index + 1)
	if r >= firstSurrogate {
		r += surrogates
	}
	return r
}

func indexOf(r rune) int {
	if r >= firstSurrogate {
		r -= surrogates
	}
	return int(r) - 1
}
