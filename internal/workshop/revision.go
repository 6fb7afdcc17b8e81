package workshop

import "time"

// Former is a wording that was replaced. Its text is kept as what has to be
// put into the wording after it: people change a few words at a time, and a
// paragraph that is typed in hundreds of small steps would otherwise be kept
// whole hundreds of times.
type Former struct {
	Head      int       `json:"head"`             // bytes that both texts begin with
	Tail      int       `json:"tail"`             // bytes that both texts end with
	Middle    string    `json:"middle,omitempty"` // what the former text had between them
	Follows   int       `json:"follows"`
	At        time.Time `json:"at"`
	Reason    Words     `json:"reason,omitzero"`
	Amendment ID        `json:"amendment,omitempty"`
}

// former is w as seen from the text that replaces it. A cut may fall inside a
// letter: the pieces are put together again before anybody reads them, but
// each must be valid text in JSON, so cuts are moved back to whole letters.
func former(w Wording, next string) Former {
	head := commonPrefix(w.Text, next)
	tail := commonSuffix(w.Text[head:], next[head:])
	return Former{
		Head: head, Tail: tail, Middle: w.Text[head : len(w.Text)-tail],
		Follows: w.Follows, At: w.At, Reason: w.Reason, Amendment: w.Amendment,
	}
}

// before gives the former wording back, from the one that replaced it.
func (f Former) before(next Wording) Wording {
	text := next.Text[:f.Head] + f.Middle + next.Text[len(next.Text)-f.Tail:]
	return Wording{Text: text, Rev: next.Rev - 1, Follows: f.Follows, At: f.At, Reason: f.Reason, Amendment: f.Amendment}
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (!startsLetter(a, n) || !startsLetter(b, n)) {
		n--
	}
	return n
}

func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	for n > 0 && (!startsLetter(a, len(a)-n) || !startsLetter(b, len(b)-n)) {
		n--
	}
	return n
}

// startsLetter says that s can be cut before byte i (UTF-8).
func startsLetter(s string, i int) bool { return i >= len(s) || s[i]&0xC0 != 0x80 }

// Revisions lists every wording there was in a language, oldest first, the
// present one last.
func (g *Segment) Revisions(lang Lang) []Wording {
	w, there := g.Wordings[lang]
	if !there {
		return nil
	}
	all := make([]Wording, w.Rev)
	for all[w.Rev-1] = w; w.Rev > 1; all[w.Rev-1] = w {
		w = g.Former[lang][w.Rev-2].before(w)
	}
	return all
}

// Revision is one wording of a language; ok is false when there was none.
func (g *Segment) Revision(lang Lang, rev int) (w Wording, ok bool) {
	w = g.Wordings[lang]
	if rev < 1 || rev > w.Rev {
		return Wording{}, false
	}
	for w.Rev > rev {
		w = g.Former[lang][w.Rev-2].before(w)
	}
	return w, true
}
