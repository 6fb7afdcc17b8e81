package note

import (
	"strings"
	"unicode/utf8"
)

// goal reads the sentence. certain is false when numbers are there but what they ask for is not sure; the goal then is the
// more modest reading, or nil when there is none.
func (r goalReader) goal() (goal *Goal, certain bool) {
	all := r.amounts()
	var bound []amount
	for _, a := range all {
		before := !r.ahead(a) && r.behind(a)
		if before && a.share.den > 0 && r.agreedBefore(a) {
			a.doubtful = true // "… are agreed, at least 80 %": of the texts or of the votes?
		}
		if before || r.ahead(a) {
			bound = append(bound, a)
		}
	}
	a, ok := joinAmounts(bound)
	if len(bound) == 0 {
		return nil, !r.countsBefore(all)
	}
	if per, _ := r.find(r.per, 0); !ok || per >= 0 || a.refused || !a.possible() {
		return nil, false
	}
	goal = a.goal()
	goal.By = r.party()
	return goal, !a.doubtful
}

// ahead says that the word for recommendations follows an amount, with nothing between that it could count instead.
func (r goalReader) ahead(a amount) bool {
	i := a.to
	for {
		next := r.skip(i, r.filler, r.articles, r.of)
		if n := r.word(r.adjectives, next); n > 0 { // "8 agreed recommendations", but not "80 % accepted the recommendations"
			next = r.skip(next+n, r.filler)
			return r.word(r.noun, next) > 0
		}
		if strings.HasPrefix(r.low[next:], ")") || strings.HasPrefix(r.low[next:], ",") {
			next++
		}
		if next == i {
			return r.word(r.noun, i) > 0
		}
		i = next
	}
}

// behind says that an amount counts the recommendations named before it: "of the recommendations, at least 8 are …",
// "ข้อเสนอที่ทุกฝ่ายเห็นชอบอย่างน้อย 5 ข้อ".
func (r goalReader) behind(a amount) bool {
	noun := -1
	for from, to := r.find(r.noun, 0); from >= 0 && to <= a.from; from, to = r.find(r.noun, to) {
		noun = to
	}
	if noun < 0 {
		return false
	}
	after := r.skip(a.to)
	if a.unit || r.word(r.back, after) > 0 {
		return true
	}
	if r.word(r.of, after) > 0 {
		return false // "agreed by 80 % of …"
	}
	return r.onlyLinks(noun, a.from) && (r.ends(after) || r.word(r.filler, after)+r.word(r.agree, after)+r.word(r.by, after) > 0)
}

// agreedBefore says that a word of agreement stands between the recommendations and an amount behind them.
func (r goalReader) agreedBefore(a amount) bool {
	noun, _ := r.find(r.noun, 0)
	agreed, _ := r.agreement(noun)
	return agreed >= 0 && agreed < a.from
}

// onlyLinks says that nothing stands between two places but words that join.
func (r goalReader) onlyLinks(from, to int) bool {
	for from < to {
		next := r.skip(from, r.filler, r.articles, r.of, r.agree)
		if next == from {
			c, size := utf8.DecodeRuneInString(r.low[from:])
			if !strings.ContainsRune(",:()–—-", c) {
				return false
			}
			next += size
		}
		from = next
	}
	return true
}

// ends says that a clause ends here.
func (r goalReader) ends(i int) bool {
	return i >= len(r.low) || strings.ContainsAny(r.low[i:i+1], ",.:;()")
}

// countsBefore says that some number stands before the word for recommendations and may count them.
func (r goalReader) countsBefore(all []amount) bool {
	for _, a := range all {
		from, _ := r.find(r.noun, a.to)
		if _, agreed := r.agreement(a.to); a.n+a.share.den > 0 && (a.least || a.over) && (from > 0 || agreed > 0) {
			return true
		}
	}
	return false
}

// joinAmounts makes one of the amounts that count recommendations: "of the 12 recommendations, at least 8 …" is 8 of 12.
func joinAmounts(bound []amount) (amount, bool) {
	var a amount
	for i, b := range bound {
		switch {
		case i == 0 || b.sameSize(a):
			b.least, b.doubtful = b.least || a.least, b.doubtful || a.doubtful
			a = b
		case i > 1:
			return a, false
		default:
			joined, ok := pairAmounts(a, b)
			if !ok {
				return a, false
			}
			a = joined
		}
	}
	return a, true
}

func (a amount) sameSize(b amount) bool { return a.n == b.n && a.of == b.of && a.share == b.share }

// pairAmounts takes one of two amounts for the whole. A whole has no bound, no whole of its own, and is not the smaller one.
func pairAmounts(a, b amount) (amount, bool) {
	for _, pair := range [][2]amount{{a, b}, {b, a}} {
		part, whole := pair[0], pair[1]
		if whole.share == everything && whole.of > 0 {
			whole = amount{n: whole.of} // "of all 12"
		}
		plain := whole.n > 0 && whole.of == 0 && !whole.least && !whole.over && !whole.refused
		if !plain || part.of != 0 && part.of != whole.n {
			continue
		}
		if part.share.den > 0 || part.n < whole.n {
			part.of, part.doubtful = whole.n, part.doubtful || whole.doubtful
			return part, true
		}
	}
	return a, false
}

// possible refuses none, more than all, and more than there are.
func (a amount) possible() bool {
	if a.share.den > 0 {
		return a.share.num > 0 && a.share.num <= a.share.den && !(a.share.over && a.share.num == a.share.den)
	}
	n := a.n
	if a.over {
		n++
	}
	return a.n > 0 && (a.of == 0 || n <= a.of)
}

// goal turns an amount into numbers where the note gives the whole.
func (a amount) goal() *Goal {
	switch {
	case a.share.den > 0 && a.of > 0:
		return &Goal{Agreed: a.share.needed(a.of), Of: a.of}
	case a.share.den > 0:
		return &Goal{Share: a.share.String()}
	case a.over:
		return &Goal{Agreed: a.n + 1, Of: a.of}
	}
	return &Goal{Agreed: a.n, Of: a.of}
}
