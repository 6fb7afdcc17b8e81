package note

import "strings"

// joinBrokenRanges joins a start that stands alone with the end that begins the next line: "08h55", "– 09h05 – Welcome".
func joinBrokenRanges(lines []line) []line {
	out := lines[:0:0]
	for _, l := range lines {
		if n := len(out); n > 0 && brokenRange(out[n-1], l) {
			joined := readLine(out[n-1].raw + " – " + strings.TrimLeft(l.raw, "-–— "))
			joined.no = out[n-1].no
			out[n-1] = joined
			continue
		}
		out = append(out, l)
	}
	return out
}

func brokenRange(a, b line) bool {
	if !isLoneSlot(a) || b.table || b.bullet != "-" && !strings.HasPrefix(b.raw, "–") && !strings.HasPrefix(b.raw, "-") {
		return false
	}
	start, _, _, _ := leadingSlot(a.raw)
	end, _, _, ok := leadingSlot(strings.TrimLeft(b.raw, "-–— "))
	return ok && !start.ranged && !start.open && !end.ranged && end.start.sure() && soonAfter(start.start, end.start)
}
