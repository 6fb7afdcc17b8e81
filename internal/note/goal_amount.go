package note

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// amount is how much of something a sentence names.
type amount struct {
	from, to int
	n, of    int   // counts; 0 where it names none
	share    share // part of a whole
	least    bool  // "at least", "or more": a bound from below was said
	over     bool  // "more than"
	unit     bool  // counted with the classifier of recommendations
	refused  bool  // "at most": no goal
	doubtful bool  // "about 8", "8 to 10", "most"
}

// share is a fraction in its lowest terms; over asks for more than that.
type share struct {
	num, den int
	over     bool
}

func (s share) String() string {
	text := fmt.Sprintf("%d/%d", s.num, s.den)
	if s.over {
		return ">" + text
	}
	return text
}

// needed is the smallest number of total that reaches the share.
func (s share) needed(total int) int {
	if s.over {
		return total*s.num/s.den + 1
	}
	return (total*s.num + s.den - 1) / s.den
}

// everything is all of something.
var everything = share{num: 1, den: 1}

// fraction makes a share, in its lowest terms.
func fraction(num, den int, over bool) share {
	a, b := num, den
	for b > 0 {
		a, b = b, a%b
	}
	return share{num / max(1, a), den / max(1, a), over}
}

// mostAmounts bounds the work on a sentence that is a list of numbers.
const mostAmounts = 12

// amounts lists the amounts that a sentence names, from left to right.
func (r goalReader) amounts() []amount {
	var list []amount
	for i := 0; i < len(r.low) && len(list) < mostAmounts; {
		if a, ok := r.amount(i); ok {
			list, i = append(list, a), a.to
			continue
		}
		_, size := utf8.DecodeRuneInString(r.low[i:])
		i += size
	}
	return list
}

// amount reads "at least 8 of the 12", "more than half", "ไม่น้อยกว่าร้อยละ 80" at i.
func (r goalReader) amount(i int) (amount, bool) {
	a := amount{from: i}
	at := r.bounds(i, &a)
	next, ok := r.size(at, &a)
	if !ok {
		return a, false
	}
	if n := r.word(r.upwards, r.skip(next)); n > 0 {
		a.least, next = true, r.skip(next)+n
	}
	a.to = next
	if u := r.skip(next); r.word(r.noun, u) == 0 {
		if n := r.word(r.unit, u); n > 0 {
			a.unit, a.to = true, u+n
		}
	}
	r.asShare(&a)
	return a, true
}

// asShare takes "2/3 of the recommendations" for a part of an unnamed whole, where "8 of 12 recommendations" counts. In a
// language with classifiers a count has one.
func (r goalReader) asShare(a *amount) {
	after := r.skip(a.to)
	if a.n == 0 || a.of == 0 || a.of > 10 || a.n > a.of || a.unit || r.word(r.noun, after) > 0 {
		return
	}
	if r.classified || r.word(r.of, after) > 0 {
		a.share, a.n, a.of = fraction(a.n, a.of, a.over), 0, 0
	}
}

// bounds reads what stands before a number and says how it is meant.
func (r goalReader) bounds(i int, a *amount) int {
	for {
		found := false
		for _, b := range []struct {
			list []string
			mark *bool
		}{{r.least, &a.least}, {r.over, &a.over}, {r.most, &a.refused}, {r.about, &a.doubtful}} {
			if n := r.word(b.list, i); n > 0 {
				*b.mark, found = true, true
				i = r.skip(i + n)
			}
		}
		if !found {
			return i
		}
	}
}

// size reads the number, the pair of numbers or the part.
func (r goalReader) size(i int, a *amount) (next int, ok bool) {
	for _, s := range r.shares {
		if n := r.word(s.words, i); n > 0 && i+n > next {
			a.share, next = s.share, i+n
			a.doubtful = a.doubtful || s.vague
		}
	}
	if next > 0 {
		a.share.over = a.share.over || a.over
		return r.total(next, a), true
	}
	if n := r.word(r.percentBefore, i); n > 0 {
		if value, end, found := r.number(r.skip(i + n)); found {
			a.share = fraction(value, 100, a.over)
			return r.total(end, a), true
		}
		return i, false
	}
	value, end, found := r.number(i)
	if !found {
		return i, false
	}
	return r.counted(value, end, a), true
}

// counted reads what follows a number: a sign of per cent, the end of a range, or the whole that it is a part of.
func (r goalReader) counted(value, end int, a *amount) int {
	if n := r.word(r.percent, r.skip(end)); n > 0 {
		a.share = fraction(value, 100, a.over)
		return r.total(r.skip(end)+n, a)
	}
	a.n = value
	if n := r.word(rangeMarks, r.skip(end)); n > 0 {
		if _, last, found := r.rangeEnd(r.skip(end) + n); found {
			a.doubtful = true
			return last
		}
	}
	if strings.HasPrefix(r.low[end:], "/") {
		if whole, last, found := r.numberAfterSlash(end + 1); found {
			a.of = whole
			return last
		}
	}
	return r.ofWhole(end, &a.of)
}

// rangeEnd reads the second number of a range, which may stand right behind the dash.
func (r goalReader) rangeEnd(i int) (value, next int, ok bool) {
	i = r.skip(i)
	value, digits, next := readNumber(r.low, i)
	if digits > 0 && digits < 4 {
		return value, next, true
	}
	return r.number(i)
}

func (r goalReader) numberAfterSlash(i int) (value, next int, ok bool) {
	value, digits, next := readNumber(r.low, i)
	return value, next, digits > 0 && digits < 4 && !strings.HasPrefix(r.low[next:], "/")
}

// total reads the whole that a share is of: "half of the 12", "all 12".
func (r goalReader) total(end int, a *amount) int {
	if value, next, ok := r.number(r.skip(end)); ok {
		a.of = value
		return next
	}
	return r.ofWhole(end, &a.of)
}

// ofWhole reads "of the 12" behind an amount.
func (r goalReader) ofWhole(end int, of *int) int {
	at := r.skip(end)
	n := r.word(r.of, at)
	if n == 0 {
		return end
	}
	if value, next, ok := r.number(r.skip(at+n, r.articles)); ok {
		*of = value
		return next
	}
	return end
}
