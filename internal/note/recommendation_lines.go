package note

import "strings"

// recommendationLines keeps the lines in which recommendations can stand: those under a heading that says so, up to the next
// heading of its rank or another known section; without such a heading, all but the other sections; nothing of a programme.
func recommendationLines(lines []line) []line {
	var under, other []line
	level, inside, known, slots := 0, false, false, 0
	for _, l := range lines {
		if sl, _, _, ok := leadingSlot(l.text); ok && sl.sure() && sl.ranged {
			slots++
		}
		switch sec, _ := heading(l, l.text); {
		case isRecommendationHeading(l):
			inside, level, known = true, l.level, false
			continue
		case inside && l.level > 0 && l.level <= level && !labelled(l):
			inside = false
		case sec != noSection && !labelled(l) && (l.bullet == "" || l.level > 0):
			inside, known = false, true
			continue
		}
		if inside {
			under = append(under, l)
		} else if !known {
			other = append(other, l)
		}
	}
	switch {
	case len(under) > 0:
		return under
	case slots >= 3:
		return nil
	}
	return other
}

func labelled(l line) bool {
	_, _, ok := recommendationLabel(l.text)
	return ok
}

// isRecommendationHeading recognises "Recommendations", "3. Draft policy recommendations:", "ข้อเสนอแนะเชิงนโยบาย".
func isRecommendationHeading(l line) bool {
	text := strings.ToLower(strings.TrimRight(stripNumbering(l.text), " :."))
	for _, w := range recommendationWords {
		rest, ok := strings.CutPrefix(text, w)
		if !ok {
			continue
		}
		if rest = strings.TrimSpace(rest); rest == "" || strings.HasPrefix(rest, "(") {
			return true
		}
		return (l.level > 0 || l.strong) && !labelled(l) && len(l.text) < 200
	}
	return false
}

// startsOf decides which lines begin a recommendation: labelled ones, else those numbered 1, 2, 3 at the top, else headings, else bullets.
func startsOf(lines []line) func(line) bool {
	labels, numbers, headings, bullets, highest := 0, 0, 0, 0, 7
	for _, l := range lines {
		switch {
		case labelled(l):
			labels++
		case topNumber(l):
			numbers++
		case l.level > 0 || l.strong:
			headings++
		case l.bullet != "":
			bullets++
		}
		if l.level > 0 {
			highest = min(highest, l.level)
		}
	}
	switch {
	case labels > 0:
		return labelled
	case numbers >= 2:
		return inOrder(topNumber)
	case headings >= 2:
		return func(l line) bool { return l.level == highest || highest == 7 && l.strong }
	case bullets > 0 || numbers > 0:
		return func(l line) bool { return l.bullet != "" && !l.indent }
	}
	return func(line) bool { return false }
}

// topNumber accepts "1. …" and "๑) …", not "1.1 …".
func topNumber(l line) bool {
	_, digits, next := readNumber(l.bullet, 0)
	return digits > 0 && next == len(l.bullet)
}

// inOrder lets a number begin a recommendation only when it comes next: "1." inside recommendation 2 is a part of it.
func inOrder(accepts func(line) bool) func(line) bool {
	want := 1
	return func(l line) bool {
		if !accepts(l) {
			return false
		}
		if no, _, _ := readNumber(l.bullet, 0); no != want {
			return false
		}
		want++
		return true
	}
}
