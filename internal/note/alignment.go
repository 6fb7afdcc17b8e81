package note

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Alignment is one set of recommendations in two languages.
type Alignment struct {
	Langs [2]string            `json:"langs"` // of sides A and B: en, th, id, vi, es or fr
	Pairs []RecommendationPair `json:"pairs"`
}

// RecommendationPair is one recommendation in two languages.
type RecommendationPair struct {
	No       string        `json:"no,omitempty"` // of side A, else of side B
	Title    SegmentPair   `json:"title"`
	Segments []SegmentPair `json:"segments"`
	Doubtful bool          `json:"doubtful"` // any part of it is
}

// SegmentPair is a paragraph in two languages. A side that has nothing is empty with line 0.
type SegmentPair struct {
	A        DraftSegment `json:"a"`
	B        DraftSegment `json:"b"`
	Doubtful bool         `json:"doubtful"`
	Reasons  []string     `json:"reasons,omitempty"` // why: the Doubt… codes
}

// Why a pair is doubtful.
const (
	DoubtMissing = "missing-side"    // nothing stands on the other side
	DoubtCount   = "segments-differ" // the recommendation has another number of segments in the other language
	DoubtLength  = "length-differs"  // one side is more than two and a half times as long as the other
	DoubtNumbers = "numbers-differ"  // a number or percentage stands on one side only
	DoubtNames   = "names-differ"    // a name in Latin capitals in the Thai text is not in the other
)

// AlignRecommendations pairs the recommendations of two documents, one a language, by their numbers where both number them and by
// their order otherwise. What is left over on one side stays, alone and doubtful.
func AlignRecommendations(a, b string) Alignment {
	return Alignment{Langs: [2]string{detectLang(a), detectLang(b)}, Pairs: alignLists(Recommendations(a), Recommendations(b))}
}

func alignLists(as, bs []DraftRecommendation) []RecommendationPair {
	var pairs []RecommendationPair
	used := make([]bool, len(bs))
	byNumber := numbered(as) && numbered(bs)
	for i, a := range as {
		at := i
		if byNumber {
			at = slices.IndexFunc(bs, func(b DraftRecommendation) bool { return sameNumber(a.No, b.No) })
		}
		if at < 0 || at >= len(bs) || used[at] {
			pairs = append(pairs, pairRecommendations(a, DraftRecommendation{}))
			continue
		}
		used[at] = true
		pairs = append(pairs, pairRecommendations(a, bs[at]))
	}
	for i, b := range bs {
		if !used[i] {
			pairs = append(pairs, pairRecommendations(DraftRecommendation{}, b))
		}
	}
	return pairs
}

// numbered says that every recommendation has a number of its own.
func numbered(list []DraftRecommendation) bool {
	seen := map[string]bool{}
	for _, r := range list {
		no := westernDigits(r.No)
		if no == "" || seen[no] {
			return false
		}
		seen[no] = true
	}
	return len(list) > 0
}

func sameNumber(a, b string) bool { return westernDigits(a) == westernDigits(b) }

// westernDigits writes "๒.๑" as "2.1".
func westernDigits(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if value, size := digitAt(s, i); size > 0 {
			b.WriteByte(byte('0' + value))
			i += size
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		b.WriteRune(r)
		i += size
	}
	return b.String()
}

// pairRecommendations pairs the segments by their order. The title is compared only when both sides wrote one of their own.
func pairRecommendations(a, b DraftRecommendation) RecommendationPair {
	p := RecommendationPair{No: firstOf(a.No, b.No), Title: SegmentPair{A: titleSegment(a), B: titleSegment(b)}}
	p.Title.judge()
	for i := range max(len(a.Segments), len(b.Segments)) {
		var s SegmentPair
		if i < len(a.Segments) {
			s.A = a.Segments[i]
		}
		if i < len(b.Segments) {
			s.B = b.Segments[i]
		}
		s.judge()
		if len(a.Segments) != len(b.Segments) && !slices.Contains(s.Reasons, DoubtMissing) {
			s.doubt(DoubtCount)
		}
		p.Segments = append(p.Segments, s)
	}
	p.Doubtful = p.Title.Doubtful || slices.ContainsFunc(p.Segments, func(s SegmentPair) bool { return s.Doubtful })
	return p
}

func titleSegment(r DraftRecommendation) DraftSegment {
	return DraftSegment{Text: r.Title, Line: r.Line}
}

func (p *SegmentPair) doubt(reason string) {
	p.Doubtful, p.Reasons = true, append(p.Reasons, reason)
}

// judge looks for what a translation keeps: its length, its numbers, its names. A title that is a beginning is only looked at for being there.
func (p *SegmentPair) judge() {
	a, b := p.A.Text, p.B.Text
	switch {
	case a == "" && b == "":
		return
	case a == "" || b == "":
		p.doubt(DoubtMissing)
		return
	case strings.HasSuffix(a, "…") || strings.HasSuffix(b, "…"):
		return
	}
	if la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b); max(la, lb) > 40 && 2*max(la, lb) > 5*min(la, lb) {
		p.doubt(DoubtLength)
	}
	if numbersDiffer(a, b) {
		p.doubt(DoubtNumbers)
	}
	if namesDiffer(a, b) {
		p.doubt(DoubtNames)
	}
}

// numbersDiffer compares the numbers of two wordings. Buddhist years equal those of the Common Era, and a number up to ten may be
// a word on the other side: it counts only when both sides have such a number left over.
func numbersDiffer(a, b string) bool {
	left, right := numbersOf(a), numbersOf(b)
	var onlyA, onlyB []string
	for _, n := range left {
		if i := slices.Index(right, n); i >= 0 {
			right = slices.Delete(right, i, i+1)
		} else {
			onlyA = append(onlyA, n)
		}
	}
	onlyB = right
	small := func(n string) bool { return len(n) == 1 || n == "10" }
	for _, n := range append(append([]string{}, onlyA...), onlyB...) {
		if !small(n) {
			return true
		}
	}
	return len(onlyA) > 0 && len(onlyB) > 0
}

// numbersOf lists the numbers of a text in Western digits, without the commas of thousands; a Buddhist year as one of the Common Era.
func numbersOf(s string) []string {
	s = westernDigits(s)
	var all []string
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		end := i
		for end < len(s) && (s[end] >= '0' && s[end] <= '9' || (s[end] == '.' || s[end] == ',') && digitSize(s, end+1) > 0) {
			end++
		}
		all = append(all, plainNumber(s[i:end]))
		i = end
	}
	return all
}

func plainNumber(n string) string {
	if at := strings.LastIndexAny(n, ".,"); at >= 0 && len(n)-at-1 == 3 || strings.Count(n, ",") > 1 {
		return strings.NewReplacer(",", "", ".", "").Replace(n)
	}
	n = strings.Replace(n, ",", ".", 1)
	if value, digits, next := readNumber(n, 0); digits == 4 && next == len(n) && value >= 2400 && value <= 2700 {
		return itoa(value - 543)
	}
	return n
}

// namesDiffer says that a word in Latin capitals inside a Thai text is missing on the other side.
func namesDiffer(a, b string) bool {
	if strings.IndexFunc(a, isThai) < 0 {
		a, b = b, a
	}
	if strings.IndexFunc(a, isThai) < 0 || strings.IndexFunc(b, isThai) >= 0 {
		return false
	}
	for _, w := range strings.FieldsFunc(a, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) }) {
		if len(w) > 1 && unicode.IsUpper(rune(w[0])) && !strings.Contains(strings.ToLower(b), strings.ToLower(w)) {
			return true
		}
	}
	return false
}
