package source

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sala.example/internal/thai"
)

// layLines puts runs on lines, from the top, each from left to right. Runs that nearly touch are one.
func layLines(runs []pdfRun) []pdfLine {
	lines := groupLines(runs)
	for i := range lines {
		lines[i].runs = joinRuns(lines[i].runs)
	}
	return lines
}

// groupLines puts runs on lines, from the top.
func groupLines(runs []pdfRun) []pdfLine {
	slices.SortStableFunc(runs, func(a, b pdfRun) int { return cmp.Compare(b.y, a.y) })
	var lines []pdfLine
	for _, r := range runs {
		if n := len(lines); n > 0 && lines[n-1].y-r.y <= sameLine*math.Max(lines[n-1].size, r.size) {
			lines[n-1].runs = append(lines[n-1].runs, r)
			lines[n-1].size = math.Max(lines[n-1].size, r.size)
			continue
		}
		lines = append(lines, pdfLine{y: r.y, size: r.size, runs: []pdfRun{r}})
	}
	return lines
}

func joinRuns(runs []pdfRun) []pdfRun {
	slices.SortStableFunc(runs, func(a, b pdfRun) int { return cmp.Compare(a.x0, b.x0) })
	out := runs[:1]
	for _, r := range runs[1:] {
		last := &out[len(out)-1]
		gap := r.x0 - last.x1
		if gap > columnGap*math.Min(r.size, last.size) {
			out = append(out, r)
			continue
		}
		if gap > wordGap*r.size && !strings.HasSuffix(last.text, " ") && !strings.HasPrefix(r.text, " ") {
			last.text += " "
		}
		if last.word == 0 && strings.HasSuffix(last.text, " ") {
			last.word = last.ink - last.x0
		}
		last.text, last.x1, last.ink, last.bold = last.text+r.text, math.Max(last.x1, r.x1), math.Max(last.ink, r.ink), last.bold && r.bold
	}
	for i := range out {
		out[i].text = mendThai(out[i].text)
	}
	return out
}

// listStart finds what begins a paragraph of its own: a bullet, a number, a letter of a list.
var listStart = regexp.MustCompile(`^\s*([-–—•●▪■□◦○➢✓*\x{F0B7}\x{F0A7}\x{F0D8}]\s|\(?[\d๐-๙]{1,2}[.)]\s|\(?[a-zก-ฮ][.)]\s)`)

// wraps says that a line goes on in the next one: the first word of the next had no room before the right edge.
func wraps(last, next pdfRun, right float64) bool {
	if listStart.MatchString(next.text) || startsTime.MatchString(next.text) || next.size > last.size*1.15 || last.size > next.size*1.15 {
		return false
	}
	return last.x1+last.size*0.4+firstWord(next, right-last.x0 < narrow*last.size) > right
}

const (
	longestThai = 12 // letters that a writer's line breaks leave together: word lists differ
	narrow      = 10 // sizes of the type: in a narrower column every word counts
)

// firstWord is the width of the first word of a run; of Thai, in a wide column, as far as no break has to be.
func firstWord(r pdfRun, column bool) float64 {
	text := strings.TrimSpace(r.text)
	word, _, _ := strings.Cut(text, " ")
	first, _ := utf8.DecodeRuneInString(word)
	switch n := letters(word); {
	case isThai(first):
		if words := thai.Default().Words(word[:min(len(word), 300)]); column && len(words) > 0 {
			n = letters(words[0])
		}
		return (r.x1 - r.x0) * float64(min(n, longestThai)) / float64(max(1, letters(text)))
	case r.word > 0:
		return r.word
	}
	return r.x1 - r.x0
}

// letters counts what takes room on a line.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if !isThaiMark(r) || r == 'ำ' {
			n++
		}
	}
	return n
}

// glue joins two lines of a paragraph: Thai without a space unless there is one, a word cut by a hyphen without it.
func glue(a, b string) string {
	spaced := strings.HasSuffix(a, " ")
	a, b = strings.TrimRight(a, " "), strings.TrimLeft(b, " ")
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	switch {
	case strings.HasSuffix(a, "\u00AD"):
		return strings.TrimSuffix(a, "\u00AD") + b
	case !spaced && isThai(last) && isThai(first) && !unicode.IsDigit(last), strings.HasSuffix(a, "-") && !spaced && first >= 'a' && first <= 'z':
		return a + b
	}
	return a + " " + b
}
