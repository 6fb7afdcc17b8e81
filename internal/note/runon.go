package note

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fewestRun is how many slots on one line make it a whole programme that lost its line breaks.
const fewestRun = 4

// splitRunOn cuts such lines before each slot: "9:00 Registration 9:30 Opening 10:00 Talk 11:00 Coffee". Prose that names
// some times is left alone: there, the words after a time are short or begin small.
func splitRunOn(lines []line) []line {
	var out []line
	for _, l := range unglued(lines) {
		starts := runStarts(l)
		if len(starts) == 0 {
			out = append(out, l)
			continue
		}
		for i, from := range starts {
			to := len(l.raw)
			if i+1 < len(starts) {
				to = starts[i+1]
			}
			part := readLine(l.raw[from:to])
			part.no = l.no
			out = append(out, part)
		}
	}
	return out
}

// gluedSlot is a range that stands right behind a word and before a wall, where the line break between two rows was lost:
// "… of the censuses10:00 – 11:00 / Coffee".
var gluedSlot = regexp.MustCompile(`[\p{L})] ?\d{1,2}[:.]\d{2} ?[-–] ?\d{1,2}[:.]\d{2} ?/`)

// slotBeforeWall begins the lines of such a note.
var slotBeforeWall = regexp.MustCompile(`^\d{1,2}[:.]\d{2} ?[-–] ?\d{1,2}[:.]\d{2} ?/`)

// unglued cuts lines before such a range, in a note whose other lines begin so.
func unglued(lines []line) []line {
	begin := 0
	for _, l := range lines {
		if slotBeforeWall.MatchString(l.raw) {
			begin++
		}
	}
	if begin < 2 {
		return lines
	}
	var out []line
	for _, l := range lines {
		at := gluedSlot.FindStringIndex(l.raw)
		if at == nil || l.table || len(l.raw) > longLine {
			out = append(out, l)
			continue
		}
		_, size := utf8.DecodeRuneInString(l.raw[at[0]:])
		for _, text := range []string{l.raw[:at[0]+size], strings.TrimSpace(l.raw[at[0]+size:])} {
			part := readLine(text)
			part.no = l.no
			out = append(out, part)
		}
	}
	return out
}

// runStarts gives where the parts of a run-on line start, nil for any other line.
func runStarts(l line) []int {
	if l.table || len(l.raw) < 60 || len(l.raw) > 20_000 {
		return nil
	}
	var starts []int
	last, ranged := Clock(-1), 0
	var before slot
	for i := 0; i < len(l.raw); {
		sl, next, ok := slotAt(l.raw, i)
		if !ok {
			_, size := utf8.DecodeRuneInString(l.raw[i:])
			i += size
			continue
		}
		if titleFollows(l.raw[next:], sl.ranged) && sl.start.clock+12*60 > last {
			if len(starts) == 1 && before.ranged && before.start.clock == sl.start.clock && sl.end.clock < before.end.clock {
				starts, ranged = nil, 0 // the hours of the whole event came first
			}
			starts, last, before = append(starts, i), sl.start.clock, sl
			if sl.ranged {
				ranged++
			}
		}
		i = next
	}
	if len(starts) < fewestRun && ranged < 3 {
		return nil
	}
	if starts[0] > 0 {
		starts = append([]int{0}, starts...)
	}
	return starts
}

// slotAt reads a slot that stands at s[i:] as a word of its own.
func slotAt(s string, i int) (sl slot, next int, ok bool) {
	if digitSize(s, i) == 0 || i > 0 && isWordBefore(s, i) {
		return sl, i, false
	}
	sl, next, ok = scanSlot(s, i)
	return sl, next, ok && (sl.sure() || sl.start.style == dotted && sl.start.hours == 2)
}

// titleFollows wants four letters or more, the first a capital or Thai unless the slot is a range.
func titleFollows(s string, ranged bool) bool {
	s = strings.TrimLeft(trimLead(s), "+“\"'«( ")
	r := firstRune(s)
	if !unicode.IsLetter(r) || !ranged && !unicode.IsUpper(r) && !isThai(r) {
		return false
	}
	letters := 0
	for _, r := range cutRunes(s, 12) {
		if unicode.IsDigit(r) {
			break
		}
		letters++
	}
	return letters >= 4
}
