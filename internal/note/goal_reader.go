package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// goalReader reads one sentence in the language whose word for a recommendation it uses. Places are bytes of the sentence.
type goalReader struct {
	text string // as written
	low  string // in lower case, of the same length
	tongue
}

// newGoalReader chooses the language; false when the sentence does not speak of recommendations and of agreeing.
func newGoalReader(sentence string) (goalReader, bool) {
	low := lowerInPlace(sentence)
	for _, t := range goalTongues {
		r := goalReader{sentence, low, t}
		if from, _ := r.find(t.noun, 0); from < 0 {
			continue
		}
		if from, _ := r.agreement(0); from >= 0 {
			return r, true
		}
	}
	return goalReader{}, false
}

// lowerInPlace is strings.ToLower where that keeps every byte at its place.
func lowerInPlace(s string) string {
	return strings.Map(func(r rune) rune {
		if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
			return l
		}
		return r
	}, s)
}

// word gives the length of the longest word of a list at i, 0 for none. A word in a script with spaces is a whole one.
func (r goalReader) word(list []string, i int) int {
	best := 0
	for _, w := range list {
		if len(w) > best && strings.HasPrefix(r.low[i:], w) && r.whole(i, i+len(w)) {
			best = len(w)
		}
	}
	return best
}

// whole says that no letter of the same script goes on before or behind. Thai is written without spaces.
func (r goalReader) whole(from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(r.low[:from])
	first, _ := utf8.DecodeRuneInString(r.low[from:to])
	last, _ := utf8.DecodeLastRuneInString(r.low[from:to])
	after, _ := utf8.DecodeRuneInString(r.low[to:])
	return !joined(before, first) && !joined(last, after)
}

func joined(a, b rune) bool {
	spaced := func(r rune) bool { return unicode.IsLetter(r) && !isThai(r) || unicode.IsMark(r) && !isThai(r) }
	return spaced(a) && spaced(b)
}

// find gives the place of the first word of a list from i on; -1 for none.
func (r goalReader) find(list []string, i int) (from, to int) {
	for ; i < len(r.low); i++ {
		if utf8.RuneStart(r.low[i]) {
			if n := r.word(list, i); n > 0 {
				return i, i + n
			}
		}
	}
	return -1, -1
}

// agreement finds the next word that says that something is agreed, and is not denied.
func (r goalReader) agreement(i int) (from, to int) {
	for {
		from, to = r.find(r.agree, i)
		if from < 0 || !r.denied(from) {
			return from, to
		}
		i = to
	}
}

// denied says that a word for "not" stands right before.
func (r goalReader) denied(at int) bool {
	before := strings.TrimRight(r.low[:at], " ")
	for _, w := range r.not {
		if strings.HasSuffix(before, w) && r.whole(len(before)-len(w), len(before)) {
			return true
		}
	}
	return false
}

// skip goes over spaces and the words of the lists.
func (r goalReader) skip(i int, lists ...[]string) int {
	for {
		i += len(r.low[i:]) - len(strings.TrimLeft(r.low[i:], " "))
		n := 0
		for _, list := range lists {
			n = max(n, r.word(list, i))
		}
		if n == 0 {
			return i
		}
		i += n
	}
}

// number reads a number in digits or in a word, and goes over its repetition: "twelve (12)".
func (r goalReader) number(i int) (value, next int, ok bool) {
	value, next, ok = r.bareNumber(i)
	if !ok {
		return 0, i, false
	}
	if rest := strings.TrimLeft(r.low[next:], " "); strings.HasPrefix(rest, "(") {
		in := len(r.low) - len(rest) + 1
		if again, end, same := r.bareNumber(in); same && again == value && strings.HasPrefix(r.low[end:], ")") {
			next = end + 1
		}
	}
	return value, next, true
}

func (r goalReader) bareNumber(i int) (value, next int, ok bool) {
	value, digits, next := readNumber(r.low, i)
	if digits > 0 {
		before, _ := utf8.DecodeLastRuneInString(r.low[:i])
		glued := unicode.IsDigit(before) || unicode.IsLetter(before) && !isThai(before) || strings.ContainsRune("./:-–", before)
		return value, next, digits < 4 && !glued && !r.goesOn(next)
	}
	best := 0
	for word, n := range r.numbers {
		if len(word) > best && strings.HasPrefix(r.low[i:], word) && r.whole(i, i+len(word)) {
			best, value = len(word), n
		}
	}
	return value, i + best, best > 0
}

// goesOn says that digits are only the beginning of something else: "8th", "9:00", "2.1", "30/6/2026".
func (r goalReader) goesOn(i int) bool {
	after, size := utf8.DecodeRuneInString(r.low[i:])
	if unicode.IsLetter(after) && !isThai(after) {
		return true
	}
	return strings.ContainsRune(".:,", after) && size > 0 && startsDigit(r.low[i+size:])
}
