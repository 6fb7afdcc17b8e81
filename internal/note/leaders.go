package note

import (
	"strings"
	"unicode"
)

// cutLeaders puts the time of "Welcome ............ 9:00" before its title, where it stands everywhere else.
func cutLeaders(lines []line) []line {
	for i, l := range lines {
		if l.table || len(l.raw) > 300 {
			continue
		}
		title, time, ok := leaderParts(l.raw)
		if !ok {
			continue
		}
		moved := readLine(time + "   " + title)
		moved.no, moved.bullet = l.no, l.bullet
		lines[i] = moved
	}
	return lines
}

// leaderParts cuts a line at its last run of two points or more, if nothing but a time follows.
func leaderParts(s string) (title, time string, ok bool) {
	end := strings.LastIndex(s, "..")
	if mark := strings.LastIndex(s, "…"); mark > end {
		end = mark
	}
	if end <= 0 {
		return "", "", false
	}
	time = strings.TrimLeft(s[end:], ".… ")
	title = strings.TrimRight(s[:end], ".… ")
	sl, rest, _, ok := leadingSlot(time)
	if !ok || rest != "" || !sl.sure() || strings.IndexFunc(title, unicode.IsLetter) < 0 {
		return "", "", false
	}
	gap := s[len(title):]
	return title, time, strings.HasPrefix(gap, " ") || strings.Count(gap, ".")+3*strings.Count(gap, "…") >= 3
}
