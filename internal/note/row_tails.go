package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortestFull is how many letters the last cell of a row has at least when its text runs on below the row.
const shortestFull = 40

// joinRowTails gives a row of the programme the end of its last cell that was set below it, between blank lines, as papers made of pages
// have it: "9:00 | A long title of a talk – Ana", "", "Ruiz, Some Institute".
func joinRowTails(lines []line) []line {
	for i := 0; i+2 < len(lines); i++ {
		row, tail := lines[i], lines[i+2]
		if !row.table || len(row.cells) < 2 || !lines[i+1].blank() || !isRowTail(row, tail) {
			continue
		}
		last := len(row.cells) - 1
		row.cells = append([]string(nil), row.cells...)
		row.cells[last] += " " + tail.text
		lines[i], lines[i+2] = row, line{no: tail.no}
	}
	return lines
}

// isRowTail says that a line goes on with the last cell of a row above it: the cell ends with a small word or half a name, or the line
// begins within a phrase and ends with who speaks.
func isRowTail(row, tail line) bool {
	cell := row.cells[len(row.cells)-1]
	if sl, _, _, ok := leadingSlot(row.cells[0]); !ok || !sl.sure() && !sl.ranged || tail.blank() || tail.table || len(tail.cells) > 1 || tail.level > 0 || tail.strong || tail.bullet != "" || len(tail.text) > 120 {
		return false
	}
	if utf8.RuneCountInString(cell) < shortestFull || isThaiText(tail.text) || labelEnd(tail.text) > 0 || holdsTime(tail.text) || len(findDates(tail.text)) > 0 || kindOf(tail.text, false) == KindBreak {
		return false
	}
	if session, _ := sessionHeading(tail.text); session {
		return false
	}
	_, name := afterDash(tail.text)
	return endsInHalfName(cell) || unicode.IsLower(firstRune(tail.text)) || name != "" && !beginsWithPerson(tail.text)
}

// endsInHalfName says that a text ends with a dash and a known given name alone.
func endsInHalfName(s string) bool {
	for _, dash := range []string{" – ", " — ", " - "} {
		if at := strings.LastIndex(s, dash); at > 0 {
			given := s[at+len(dash):]
			return len(strings.Fields(given)) == 1 && unicode.IsUpper(firstRune(given)) && isGiven(strings.ToLower(given))
		}
	}
	return false
}
