package thai

import (
	"math"
	"slices"
	"unicode/utf8"
)

// Costs of a path. Words of the list cost the same whatever their length, so the
// path with the fewest words wins; text outside the list costs a start and then
// by length. Chosen on UD_Thai-PUD (1,000 sentences): boundaries between Thai
// letters found with F1 .920 (precision .873, recall .971).
const (
	wordCost        = 1000
	unknownCost     = 2000
	unknownRuneCost = 600
	unreachable     = math.MaxInt / 2
)

// step is the cheapest way to a position whose last piece is of one kind.
type step struct {
	cost         int
	from         int  // where the last piece begins
	afterUnknown bool // the piece before it is not in the list
}

// path finds the cheapest way through one Thai run (Viterbi over legal cuts). The
// zero value is ready; it keeps its buffers between runs.
type path struct {
	text   []rune
	offset []int // byte offset of each rune, and of the end
	cut    []bool
	known  []step // by end position: the last piece is a word of the list
	other  []step // by end position: the last piece is not
	ends   []int
}

// words appends the words of the Thai run s to list.
func (p *path) words(tries []*trie, s string, list []string) []string {
	p.load(s)
	for i := range p.text {
		if p.cut[i] {
			p.addWords(tries, i)
			p.addUnknown(i)
		}
	}
	p.trace()
	for i := len(p.ends) - 1; i > 0; i-- {
		list = append(list, s[p.offset[p.ends[i]]:p.offset[p.ends[i-1]]])
	}
	return list
}

// load makes room in one go: a text without spaces is one run, however long.
func (p *path) load(s string) {
	n := utf8.RuneCountInString(s)
	p.text, p.offset = slices.Grow(p.text[:0], n), slices.Grow(p.offset[:0], n+1)
	for i, r := range s {
		p.text, p.offset = append(p.text, r), append(p.offset, i)
	}
	p.offset = append(p.offset, len(s))
	p.cut, p.known, p.other = slices.Grow(p.cut[:0], n+1), slices.Grow(p.known[:0], n+1), slices.Grow(p.other[:0], n+1)
	for i := range p.offset {
		p.cut = append(p.cut, legalCut(p.text, i))
		p.known = append(p.known, step{cost: unreachable})
		p.other = append(p.other, step{cost: unreachable})
	}
	p.known[0].cost = 0
}

// best is the cheaper of the two ways to i; a word wins a tie.
func (p *path) best(i int) (cost int, unknown bool) {
	if p.other[i].cost < p.known[i].cost {
		return p.other[i].cost, true
	}
	return p.known[i].cost, false
}

// addWords goes from i to the end of every word that begins there. Of two equal
// ways the later i wins: the longer word stands first.
func (p *path) addWords(tries []*trie, i int) {
	cost, unknown := p.best(i)
	for _, t := range tries {
		t.each(p.text[i:], func(length int) {
			end := i + length
			if p.cut[end] && cost+wordCost <= p.known[end].cost {
				p.known[end] = step{cost + wordCost, i, unknown}
			}
		})
	}
}

// addUnknown goes to the next legal cut with a piece that no list knows; it
// lengthens such a piece that ends here, or starts one after a word.
func (p *path) addUnknown(i int) {
	end := i + 1
	for !p.cut[end] {
		end++
	}
	length := (end - i) * unknownRuneCost
	if cost := p.known[i].cost + unknownCost + length; cost < p.other[end].cost {
		p.other[end] = step{cost, i, false}
	}
	if cost := p.other[i].cost + length; cost < p.other[end].cost {
		p.other[end] = step{cost, p.other[i].from, false}
	}
}

// trace writes the ends of the pieces of the cheapest path, last first, and 0.
func (p *path) trace() {
	p.ends = p.ends[:0]
	end := len(p.text)
	_, unknown := p.best(end)
	for end > 0 {
		p.ends = append(p.ends, end)
		if unknown {
			end, unknown = p.other[end].from, false
		} else {
			end, unknown = p.known[end].from, p.known[end].afterUnknown
		}
	}
	p.ends = append(p.ends, 0)
}
