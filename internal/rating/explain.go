package rating

import (
	"strconv"
	"strings"
)

// opinion is what a group says of one criterion, as a sentence needs it.
type opinion int

const (
	silent  opinion = iota // nobody rated
	yes                    // appropriate
	no                     // inappropriate, or a low median in disagreement
	unsure                 // a middle median, and they agree that it is one
	divided                // disagreement, and the median is not low
)

// opinionOf reads a summary. A group that disagrees is said to be against if
// its median is under the middle of the scale, else to be divided: never to be
// for, because the gate would not count it as that.
func opinionOf(s Summary) opinion {
	switch {
	case s.N == 0:
		return silent
	case s.Disagrees() && s.Median < 5:
		return no
	case s.Disagrees():
		return divided
	case s.Median >= 6.5:
		return yes
	case s.Median <= 3:
		return no
	default:
		return unsure
	}
}

// Explain says in one sentence what a group's two results mean, for example
// "Officers find it acceptable (median 8, 7 of 9 rated 7-9) but not feasible
// (median 4, and they disagree among themselves)". lang is "th"; anything else
// is English. groupName is in that language, in English a plural that can start
// a sentence. It must not be given a result that is not shown.
func Explain(lang, groupName string, feasible, acceptable Summary) string {
	a, f := opinionOf(acceptable), opinionOf(feasible)
	if lang == "th" {
		return explainThai(groupName, a, f, acceptable, feasible)
	}
	return explainEnglish(groupName, a, f, acceptable, feasible)
}

func explainEnglish(group string, a, f opinion, acceptable, feasible Summary) string {
	if a == silent && f == silent {
		return group + " gave no ratings."
	}
	and := " and "
	if (a == yes) != (f == yes) {
		and = " but "
	}
	second := englishVerb[f]
	if finds(a) && finds(f) {
		second = strings.TrimPrefix(second, "find it ")
	}
	return group + " " + englishVerb[a] + "acceptable" + englishReason(a, acceptable) +
		and + second + "feasible" + englishReason(f, feasible) + "."
}

// englishVerb comes before "acceptable" or "feasible".
var englishVerb = [...]string{
	silent:  "gave no ratings on whether it is ",
	yes:     "find it ",
	no:      "find it not ",
	unsure:  "are not sure that it is ",
	divided: "are divided on whether it is ",
}

// finds: "find it" is said once for two opinions that both use it.
func finds(o opinion) bool { return o == yes || o == no }

func englishReason(o opinion, s Summary) string {
	if o == silent {
		return ""
	}
	head := " (median " + number(s.Median) + ", "
	switch {
	case o == divided && s.ClassicDisagreement:
		return head + strconv.Itoa(s.Counts.Low()) + " of " + strconv.Itoa(s.N) + " rated 1-3 and " + strconv.Itoa(s.Counts.High()) + " rated 7-9)"
	case s.Disagrees():
		return head + "and they disagree among themselves)"
	case o == yes:
		return head + strconv.Itoa(s.Counts.High()) + " of " + strconv.Itoa(s.N) + " rated 7-9)"
	case o == no:
		return head + strconv.Itoa(s.Counts.Low()) + " of " + strconv.Itoa(s.N) + " rated 1-3)"
	default:
		return head + "no disagreement)"
	}
}

func explainThai(group string, a, f opinion, acceptable, feasible Summary) string {
	if a == silent && f == silent {
		return group + "ไม่ได้ให้คะแนน"
	}
	and := " และ"
	if (a == yes) != (f == yes) {
		and = " แต่"
	}
	return group + thaiAcceptable[a] + thaiReason(a, acceptable) +
		and + thaiFeasible[f] + thaiReason(f, feasible)
}

var thaiAcceptable = [...]string{
	silent:  "ไม่ได้ให้คะแนนว่ายอมรับได้หรือไม่",
	yes:     "เห็นว่ายอมรับได้",
	no:      "เห็นว่ายอมรับไม่ได้",
	unsure:  "ยังไม่แน่ใจว่ายอมรับได้หรือไม่",
	divided: "เห็นต่างกันว่ายอมรับได้หรือไม่",
}

var thaiFeasible = [...]string{
	silent:  "ไม่ได้ให้คะแนนว่าเป็นไปได้หรือไม่",
	yes:     "เห็นว่าเป็นไปได้",
	no:      "เห็นว่าเป็นไปไม่ได้",
	unsure:  "ยังไม่แน่ใจว่าเป็นไปได้หรือไม่",
	divided: "เห็นต่างกันว่าเป็นไปได้หรือไม่",
}

func thaiReason(o opinion, s Summary) string {
	if o == silent {
		return ""
	}
	head := " (มัธยฐาน " + number(s.Median) + " "
	switch {
	case o == divided && s.ClassicDisagreement:
		return head + "ให้ 1-3 จำนวน " + strconv.Itoa(s.Counts.Low()) + " คน และ 7-9 จำนวน " + strconv.Itoa(s.Counts.High()) + " คน จาก " + strconv.Itoa(s.N) + " คน)"
	case s.Disagrees():
		return head + "และเห็นต่างกันเองภายในกลุ่ม)"
	case o == yes:
		return head + "ให้ 7-9 จำนวน " + strconv.Itoa(s.Counts.High()) + " จาก " + strconv.Itoa(s.N) + " คน)"
	case o == no:
		return head + "ให้ 1-3 จำนวน " + strconv.Itoa(s.Counts.Low()) + " จาก " + strconv.Itoa(s.N) + " คน)"
	default:
		return head + "โดยไม่เห็นต่างกันมาก)"
	}
}
