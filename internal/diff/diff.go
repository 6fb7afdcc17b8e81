// Package diff compares two wordings word by word, in Thai as well as in scripts
// with spaces. Thai is cut by package thai, so that a change is shown as
// จังหวัด[-ควร-]{+ต้อง+}จัดตั้ง: neither the whole paragraph, as a comparison by spaces
// would mark it, nor a piece of a word, as one by characters would.
package diff

import (
	"strings"

	"sala.example/internal/thai"
)

// Kind tells what happened to a piece of text.
type Kind string

// The kinds, as they stand in JSON.
const (
	Equal  Kind = "="
	Delete Kind = "-"
	Insert Kind = "+"
)

// Op is a piece of text and what happened to it.
type Op struct {
	Kind Kind   `json:"op"`
	Text string `json:"text"`
}

// Words compares two texts with the shared segmenter. See WordsWith.
func Words(before, after string) []Op {
	return WordsWith(thai.Default(), before, after)
}

// WordsWith compares two texts word by word; the segmenter knows the names of the
// workshop. Both are normalised first: as thai.Normalise does, and every end of a
// line is one line feed, whichever system wrote it. Equal and Delete pieces joined
// are then the old text, Equal and Insert pieces the new one. No two pieces of a
// kind follow each other, a deletion stands before the insertion that replaces it,
// and replacements that only spaces part are one. Two empty texts give an
// empty list.
func WordsWith(segmenter *thai.Segmenter, before, after string) []Op {
	before, after = normalise(before), normalise(after)
	return ops(join(tokenDiff(segmenter.Words(before), segmenter.Words(after))))
}

func normalise(text string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(thai.Normalise(text))
}
