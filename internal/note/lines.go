package note

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of the source, cleaned of markup.
type line struct {
	no     int      // 1-based number in the source
	raw    string   // without Markdown marks, outer space and the bullet; gaps and tabs as they were
	text   string   // raw with every gap made one space
	level  int      // Markdown heading level, 0 for none
	strong bool     // the whole line is bold
	indent bool     // the line starts with space
	bullet string   // "-" for any bullet, the number of a numbered line ("3", "(1)"), "" for none
	cells  []string // the cells of a table row or of a line set with tabs or wide gaps; nil for a plain line
	table  bool     // the cells came from "|"
}

func (l line) blank() bool { return l.text == "" }

// provenance marks the comment that a collected note carries on its first line; it is not part of the note.
const provenance = "# SOURCE:"

// splitLines cuts a text into lines. Blank lines are kept (they separate blocks), but not when every other line is
// blank: then they only come from the way the text was extracted. A text without any letter or digit gives nil.
func splitLines(text string) []line {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n").Replace(text)
	raw := strings.Split(text, "\n")
	dropMailHead(raw)
	lines := make([]line, 0, len(raw))
	written := false
	for i, s := range raw {
		if i == 0 && strings.HasPrefix(s, provenance) || isRule(s) {
			s = ""
		}
		l := readLine(s)
		l.no = i + 1
		written = written || !l.blank()
		lines = append(lines, l)
	}
	if !written {
		return nil
	}
	return dropSpacing(lines)
}

// dropSpacing removes the blank lines of a text in which nearly every written line stands alone.
func dropSpacing(lines []line) []line {
	written, alone := 0, 0
	for i, l := range lines {
		if l.blank() {
			continue
		}
		written++
		if (i == 0 || lines[i-1].blank()) && (i+1 == len(lines) || lines[i+1].blank()) {
			alone++
		}
	}
	if written < 8 || alone*10 < written*8 {
		return lines
	}
	kept := lines[:0]
	for _, l := range lines {
		if !l.blank() {
			kept = append(kept, l)
		}
	}
	return kept
}

// isRule recognises a line that only draws: dashes, equals signs, the second row of a Markdown table.
func isRule(s string) bool {
	drawn := 0
	for _, r := range s {
		switch {
		case strings.ContainsRune("-–—=_*~.+|: \t", r):
			drawn++
		default:
			return false
		}
	}
	return drawn >= 3
}

func readLine(s string) line {
	s = repairTimes(dropPictures(partBullets(cleanRunes(s))))
	trimmed := strings.TrimLeftFunc(s, unicode.IsSpace)
	l := line{indent: len(trimmed) < len(s)}
	trimmed = strings.TrimSpace(strings.TrimLeft(trimmed, ">"))
	if level := len(trimmed) - len(strings.TrimLeft(trimmed, "#")); level > 0 && level <= 6 && !strings.HasPrefix(trimmed[level:], "\t") {
		l.level, trimmed = level, strings.TrimSpace(strings.Trim(trimmed, "#"))
	}
	l.strong = len(trimmed) > 4 && strings.HasPrefix(trimmed, "**") && strings.HasSuffix(strings.TrimSuffix(trimmed, ":"), "**")
	trimmed = strings.TrimSpace(stripMarkup(trimmed))
	if strings.HasPrefix(trimmed, "|") && strings.Contains(trimmed, ": ") {
		trimmed = strings.ReplaceAll(trimmed, " · ", cellBreak) // "Title · Moderator: Ana X"
	}
	if strings.Count(trimmed, cellBreak) > mostBreaks {
		trimmed = strings.ReplaceAll(trimmed, cellBreak, " ")
	}
	l.bullet, trimmed = cutBullet(trimmed)
	if l.level == 0 {
		l.cells, l.table = splitCells(trimmed)
		joinUnits(l.cells)
	}
	trimmed = strings.ReplaceAll(trimmed, escapedBar, "|")
	l.raw = trimmed
	l.text = joinSpace(strings.ReplaceAll(trimmed, cellBreak, " "))
	return l
}

// cleanRunes drops what cannot be seen (soft hyphens, zero-width spaces) and unifies look-alikes that carry times and tables.
func cleanRunes(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF', '\uFE0E', '\uFE0F', '\x00', '\x1e', '\x1f':
			return -1
		case '：', '∶', '꞉':
			return ':'
		case '\u0096', '\u0097':
			return '–' // dashes of Windows-1252 read as Latin-1
		case '│', '┃', '｜', '¦':
			return '|'
		case '\u00A0', '\u2007', '\u2009', '\u202F', '\u3000', '\u2002', '\u2003':
			return ' '
		case utf8.RuneError:
			return '\uFFFD'
		}
		return r
	}, s)
}

// cellBreak stands for a line break inside a table cell.
const cellBreak = "\x1e"

// escapedBar stands for a bar inside a table cell, "\|", until the line is cut.
const escapedBar = "\x1f"

var (
	mdLink  = regexp.MustCompile(`!?\[([^\[\]]*)\]\([^()\s]*\)`)
	handle  = regexp.MustCompile(`(\p{L}) \(?@\w{2,20}\)?`) // "Ana X @ana, Some Institute"
	mdUnder = regexp.MustCompile(`(^|[\s(])_([^_\s][^_]*)_([\s).,:;]|$)`)
	mdBreak = regexp.MustCompile(`(?i)<br\s*/?>`)
)

// stripMarkup removes Markdown emphasis, links, escapes and the few HTML marks that Markdown tables use.
func stripMarkup(s string) string {
	if strings.ContainsRune(s, '[') {
		s = mdLink.ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, " @") || strings.Contains(s, "(@") {
		s = handle.ReplaceAllString(s, "$1")
	}
	if strings.ContainsRune(s, '<') {
		s = mdBreak.ReplaceAllString(s, cellBreak)
	}
	if strings.Count(s, "_") >= 2 {
		s = mdUnder.ReplaceAllString(s, "$1$2$3")
	}
	if strings.ContainsAny(s, "*_`\\&") {
		s = strings.NewReplacer("**", "", "__", "", "`", "", `\-`, "-", `\.`, ".", `\|`, escapedBar, `\*`, "*", `\_`, "_",
			`\(`, "(", `\)`, ")", `\[`, "[", `\]`, "]", "&nbsp;", " ", "&amp;", "&", "&quot;", `"`).Replace(s)
		if strings.Count(s, "*") == 2 && strings.HasPrefix(s, "*") && strings.HasSuffix(s, "*") {
			s = strings.Trim(s, "*")
		}
	}
	return s
}

const bulletRunes = "\uF0B7\uF0A7\uF0D8•●○◦▪▫■□◆◇►▸➢➤✓✔*·‣⁃➡→⇒➔–—-"

// cutBullet separates a bullet or a number from the text: "- x", "• x", "(1) x", "2. x", "3) x", "๑. x", "a) x".
// A dash needs a space after it; "10.30", "9.00" and "17. 25- 17.30" are times, no numbered lines.
func cutBullet(s string) (mark, rest string) {
	r, size := utf8.DecodeRuneInString(s)
	if size > 0 && strings.ContainsRune(bulletRunes, r) {
		rest = strings.TrimSpace(s[size:])
		if rest != "" && (size == 3 && r != '–' && r != '—' || startsSpace(s[size:])) {
			return "-", rest
		}
		return "", s
	}
	i := 0
	open := strings.HasPrefix(s, "(")
	if open {
		i = 1
	}
	if letter, ok := cutLetter(s[i:]); ok {
		return "-", letter
	}
	value, n, next := readNumber(s, i)
	if n == 0 || n > 2 || next >= len(s) || value == 0 {
		return "", s
	}
	closer := s[next]
	rest = strings.TrimSpace(s[next+1:])
	switch {
	case rest == "":
		return "", s
	case closer == ')':
		return itoa(value), rest
	case closer == '.' && !open && startsSpace(s[next+1:]) && (!startsDigit(rest) || startsTime(rest)):
		return itoa(value), rest
	}
	return "", s
}

// cutLetter separates the small letter of a list, "a) x" or "(a) x" without its opening bracket.
func cutLetter(s string) (rest string, ok bool) {
	if len(s) < 4 || s[0] < 'a' || s[0] > 'k' || s[1] != ')' && s[1] != '.' || s[2] != ' ' && (s[1] != ')' || s[2] < 'A' || s[2] > 'Z') {
		return s, false
	}
	rest = strings.TrimSpace(s[2:])
	return rest, rest != "" && (s[1] == ')' || unicode.IsUpper(firstRune(rest)))
}

// mostBreaks is how many line breaks a row may hold within its cells; those of a longer one are only gaps.
const mostBreaks = 2000

// mostCells is how many cells of one row are read.
const mostCells = 200

// splitCells cuts a line at "|", else at tabs and gaps of three spaces or more. One cell is no table.
func splitCells(s string) (cells []string, table bool) {
	if strings.Contains(s, "|") {
		s = strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|")
		for _, c := range strings.Split(s, "|") {
			if c = joinSpace(c); c == ":" {
				c = ""
			}
			if len(cells) == mostCells {
				break // no programme has such a row
			}
			cells = append(cells, strings.ReplaceAll(c, escapedBar, "|"))
		}
		return cells, true
	}
	start := 0
	for i := 0; i < len(s); {
		gap := i
		for gap < len(s) && (s[gap] == ' ' || s[gap] == '\t') {
			gap++
		}
		if len(cells) < mostCells && (gap-i >= 3 || strings.Contains(s[i:gap], "\t")) {
			cells = append(cells, joinSpace(s[start:i]))
			start = gap
		}
		i = max(gap, i+1)
	}
	if start == 0 {
		return nil, false
	}
	return append(cells, joinSpace(s[start:])), false
}

// joinSpace trims a text and makes every run of white space one space.
func joinSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

func startsSpace(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size > 0 && unicode.IsSpace(r)
}

func startsDigit(s string) bool {
	_, n, _ := readNumber(s, 0)
	return n > 0
}

// isPageNumber recognises "12", "- 2 -", "Page 2 of 3", "หน้า ๒".
func isPageNumber(s string) bool {
	s = strings.Trim(s, " -–—")
	for _, w := range []string{"page", "halaman", "trang", "página", "หน้า"} {
		if rest, ok := cutPrefixFold(s, w); ok && startsDigit(strings.TrimLeft(rest, " ")) {
			s = strings.TrimLeft(rest, " ")
			break
		}
	}
	_, digits, next := readNumber(s, 0)
	if digits == 0 || digits > 3 {
		return false
	}
	rest := strings.TrimLeft(s[next:], " /")
	for _, w := range []string{"of", "dari", "de", "sur", "จาก"} {
		rest = strings.TrimLeft(strings.TrimPrefix(rest, w), " ")
	}
	_, digits, next = readNumber(rest, 0)
	return rest == "" || digits > 0 && next == len(rest)
}
