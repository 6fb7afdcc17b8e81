package note

import (
	"strings"
)

// postingWords stand beside the date on which a page was published or changed.
var postingWords = wordSet(`publié publiée modifié posted published updated publicado publicada actualizado diterbitkan dipublikasikan diperbarui đăng cập nhật เผยแพร่ โพสต์`)

// dropPosted empties the line that dates the page a programme was published on, "3 December 2015 9:30", when another line gives a date
// with the hours of the event, or when no event begins at such a minute.
func dropPosted(lines []line) []line {
	for i, l := range lines {
		if i > 24 {
			break
		}
		if odd, ok := postedAt(l.text); ok && datedElsewhere(lines[i+1:], odd) {
			lines[i] = readLine("")
			lines[i].no = l.no
		}
	}
	return lines
}

// postedAt reads a line of a date, one time and few words more. odd says that it shows a publication by itself.
func postedAt(s string) (odd, ok bool) {
	if len(s) > 80 {
		return false, false
	}
	spans := findDates(s)
	if len(spans) != 1 || spans[0].first != spans[0].last || spans[0].last.year == 0 {
		return false, false
	}
	others := 0
	for _, w := range wordsOf(s[:spans[0].from]) {
		if postingWords[w] {
			odd = true
		} else if !dayWords[w] {
			others++
		}
	}
	rest := strings.TrimLeft(s[spans[0].to:], " ,|-–—(")
	sl, after, _, ok := leadingSlot(rest)
	if !ok || sl.ranged || !sl.sure() || after != "" && !postingWords[lowerFirstWord(after)] {
		return odd, odd && rest == "" && others == 0
	}
	return odd || sl.start.clock%5 != 0, others <= 2
}

// datedElsewhere says that a later line dates the event: with its hours or as a day of the programme, or with a year alone where any date will do.
func datedElsewhere(lines []line, odd bool) bool {
	for _, l := range lines {
		text := cutRunes(l.text, 400)
		spans := findDates(text)
		if len(spans) == 0 || isDeadline(text) {
			continue
		}
		if _, posted := postedAt(l.text); posted {
			continue
		}
		if odd || spans[0].weekday != nil && holdsRange(text[spans[0].to:]) {
			return true
		}
	}
	return false
}

// holdsRange says that a range of times stands somewhere in a text.
func holdsRange(s string) bool {
	for i := range s {
		if sl, _, ok := slotAt(s, i); ok && sl.ranged && sl.sure() {
			return true
		}
	}
	return false
}
