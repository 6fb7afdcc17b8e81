package thai

// trie holds words by rune. It is filled once and then only read.
type trie struct {
	next map[uint64]uint32 // parent node and rune -> node; 0 is the root
	word []bool            // by node: a word ends here
}

func newTrie() *trie {
	return &trie{next: map[uint64]uint32{}, word: []bool{false}}
}

func edge(node uint32, r rune) uint64 { return uint64(node)<<32 | uint64(r) }

func (t *trie) add(word string) {
	node := uint32(0)
	for _, r := range word {
		child, ok := t.next[edge(node, r)]
		if !ok {
			child = uint32(len(t.word))
			t.word = append(t.word, false)
			t.next[edge(node, r)] = child
		}
		node = child
	}
	t.word[node] = node != 0
}

// each calls found with the length, in runes, of every word that text begins with.
func (t *trie) each(text []rune, found func(length int)) {
	node := uint32(0)
	for i, r := range text {
		child, ok := t.next[edge(node, r)]
		if !ok {
			return
		}
		if t.word[child] {
			found(i + 1)
		}
		node = child
	}
}
