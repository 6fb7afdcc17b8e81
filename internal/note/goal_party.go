package note

import "strings"

// longestParty is the length, in characters, above which what stands after "by" is more than a name.
const longestParty = 100

// mostTries bounds the places at which a name is looked for.
const mostTries = 4

// party is who agrees, as the sentence names them: "agreed by the provincial authorities", "ซึ่งจังหวัดเห็นชอบ", "the
// province agrees on …". Empty when it does not say.
func (r goalReader) party() string {
	from, to := r.agreement(0)
	first := from
	for try := 0; from >= 0 && try < mostTries; try++ {
		if name := r.partyAfter(from); name != "" {
			return name
		}
		if name := r.partyBefore(from); name != "" {
			return name
		}
		from, to = r.agreement(to)
	}
	return r.subject(first)
}

// partyAfter reads "by …" behind a word of agreement, or with it: "acceptable to …".
func (r goalReader) partyAfter(agreed int) string {
	from, to := r.find(r.by, agreed)
	for try := 0; from >= 0 && try < mostTries; try++ {
		if name := r.name(to); name != "" && r.word(r.notParty, r.skip(to, r.articles)) == 0 {
			return name
		}
		from, to = r.find(r.by, to)
	}
	return ""
}

// partyBefore reads who stands between a word such as "ที่" or "được" and the agreement.
func (r goalReader) partyBefore(agreed int) string {
	from, to := r.find(r.infix, 0)
	for try := 0; from >= 0 && to < agreed && try < 2*mostTries; try++ {
		at := r.skip(to)
		if name := r.name(at); name != "" && at+len(name) <= agreed && r.startsParty(name) {
			return name
		}
		from, to = r.find(r.infix, to)
	}
	return ""
}

// subject reads the sentence that begins with who agrees.
func (r goalReader) subject(agreed int) string {
	noun, _ := r.find(r.noun, 0)
	if noun < agreed {
		return ""
	}
	start := max(strings.LastIndex(r.low[:agreed], ":")+1, 0)
	name := r.name(r.skip(start))
	if name == "" || !r.startsParty(name) && !r.namesParty(name) {
		return ""
	}
	return name
}

// name reads from i to the word, the mark or the amount that ends a name.
func (r goalReader) name(i int) string {
	i = r.skip(i, r.articles)
	if a, ok := r.amount(i); ok {
		if a.unit || a.n > 0 && !a.least && !a.over {
			return "" // "by 30 June"
		}
		if a.share != everything {
			i = r.skip(a.to, r.articles, r.of)
		}
	}
	end := i
	for end < len(r.low) && !r.endsName(i, end) {
		end++
	}
	name := strings.Trim(r.text[i:end], " ")
	if name == "" || r.word(r.noun, i) > 0 || cutRunes(name, longestParty) != name {
		return ""
	}
	return name
}

func (r goalReader) endsName(from, i int) bool {
	if strings.ContainsAny(r.low[i:i+1], ",:()") || r.low[i] >= 0x80 && r.low[i] < 0xC0 {
		return r.low[i] < 0x80
	}
	if r.word(r.partyEnds, i)+r.word(r.agree, i) > 0 {
		return true
	}
	if i == from {
		return false
	}
	a, ok := r.amount(i)
	return ok && (a.n > 0 || a.share.den > 0)
}

// startsParty says that a name begins with a word for people or an office.
func (r goalReader) startsParty(name string) bool {
	low := lowerInPlace(name)
	for _, w := range r.parties {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	return thaiOffice(name)
}

// namesParty says that such a word is anywhere in a name of a language with spaces.
func (r goalReader) namesParty(name string) bool {
	low := lowerInPlace(name)
	for _, w := range r.parties {
		if strings.Contains(low, w) && !isThaiText(w) {
			return true
		}
	}
	return false
}
