package source

import (
	"strings"
	"unicode/utf8"

	"sala.example/internal/thai"
)

// Word writes PDF files in which า and ำ are exchanged, or all are one of them. The word list tells which letter belongs
// where. A paper is mended only when more than one in ten of these letters is wrong: else it is the list that does not know a
// name.
const (
	mostWrong   = 10 // one in this many may be wrong in a sound paper
	fewestWrong = 3
	around      = 14 // runes on each side of a letter that are looked at
)

// sample is how many lines are tried before a paper is taken to be sound.
const sample = 150

// mendSwapped puts the letters right, line by line, and says how many were wrong.
func mendSwapped(lines []string) (count int) {
	var at []int
	for i, line := range lines {
		if strings.ContainsAny(line, "าำ") {
			at = append(at, i)
		}
	}
	w := words{known: map[string]bool{}}
	begin := w.beginning(lines, at)
	mended, all := map[int]string{}, 0
	for n, i := range at {
		out := w.mend(begin(lines[i]))
		letters, wrong := compare(lines[i], out)
		mended[i], all, count = out, all+letters, count+wrong
		if n >= sample && count*mostWrong < all {
			break
		}
	}
	if count < fewestWrong || count*mostWrong < all {
		return 0
	}
	for i, line := range mended {
		lines[i] = line
	}
	return count
}

// beginnings are the ways in which the letters may have been mixed up, undone.
var beginnings = []func(string) string{
	func(s string) string { return s },
	strings.NewReplacer("า", "ำ", "ำ", "า").Replace,
	strings.NewReplacer("ำ", "า").Replace,
}

// beginning chooses the way that gives most words.
func (w *words) beginning(lines []string, at []int) func(string) string {
	best, least := beginnings[0], 1<<60
	for _, way := range beginnings {
		cost := 0
		for _, i := range at[:min(len(at), sample)] {
			cost += w.cost([]rune(way(lines[i])))
		}
		if cost < least {
			best, least = way, cost
		}
	}
	return best
}

// words judges Thai text by the word list, and remembers what it has asked.
type words struct {
	known map[string]bool
}

// mend tries the other letter at each place, alone and together with the next one (อำหำร), and keeps what costs less.
func (w *words) mend(line string) string {
	runes := []rune(line)
	for i := range runes {
		if otherAa(runes[i]) == 0 {
			continue
		}
		from, to := runAround(runes, i)
		now := w.cost(runes[from:to])
		toggle(runes, i)
		if w.cost(runes[from:to]) < now {
			continue
		}
		next := i + 1
		for next < to && otherAa(runes[next]) == 0 {
			next++
		}
		if next < to {
			toggle(runes, next)
			if w.cost(runes[from:to]) < now {
				continue
			}
			toggle(runes, next)
		}
		toggle(runes, i)
	}
	return string(runes)
}

func toggle(runes []rune, i int) { runes[i] = otherAa(runes[i]) }

// compare counts the letters in question, and those that changed.
func compare(was, is string) (letters, changed int) {
	now := []rune(is)
	for i, r := range []rune(was) {
		if otherAa(r) != 0 {
			letters++
		}
		if now[i] != r {
			changed++
		}
	}
	return letters, changed
}

func otherAa(r rune) rune {
	switch r {
	case 'า':
		return 'ำ'
	case 'ำ':
		return 'า'
	}
	return 0
}

// runAround gives the Thai letters around a place, without digits and signs.
func runAround(runes []rune, i int) (from, to int) {
	for from = i; from > 0 && i-from < around && isThaiLetter(runes[from-1]); from-- {
	}
	for to = i + 1; to < len(runes) && to-i <= around && isThaiLetter(runes[to]); to++ {
	}
	return from, to
}

func isThaiLetter(r rune) bool {
	return r >= 'ก' && r <= '์' && r != '฿' && r != 'ๆ' && r != 'ฯ'
}

// frequent words win over the rarer ones from which a single letter parts them (น้ำ water, น้า aunt; ทำ do, ทา paint).
var frequent = map[string]bool{"น้ำ": true, "ทำ": true, "คำ": true, "นำ": true, "จำ": true, "ต่ำ": true, "ซ้ำ": true, "ย้ำ": true, "ค้ำ": true}

// cost counts the words of a run, and dearer the letters that no word holds.
func (w *words) cost(run []rune) int {
	cost := 0
	for _, word := range thai.Default().Words(string(run)) {
		switch {
		case frequent[word]:
			cost++
		case w.isKnown(word):
			cost += 2
		default:
			cost += 4 + 3*utf8.RuneCountInString(word)
		}
	}
	return cost
}

// isKnown asks whether the list holds a word: written twice, a word of the list is cut in the middle, while letters that are
// no word stay one piece.
func (w *words) isKnown(word string) bool {
	known, asked := w.known[word]
	if !asked {
		twice := thai.Default().Words(word + word)
		known = len(twice) == 2 && twice[0] == word
		w.known[word] = known
	}
	return known
}
