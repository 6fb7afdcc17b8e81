package note

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// dateSpan is one date, or a run of days, as written in a line.
type dateSpan struct {
	first, last date // equal for a single day
	weekday     *time.Weekday
	from, to    int // byte range in the text, weekday and year included
	text        string
	listed      []int // the days of the month one by one, where the note leaves some out between the first and the last
}

// date is a day; the year is 0 when the note does not write it. Years are of the Common Era.
type date struct{ year, month, day int }

// iso writes 2014-09-23, and "" without a year.
func (d date) iso() string {
	if d.year == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// exists says whether the calendar has this day (29 February counts when the year is unknown).
func (d date) exists() bool {
	year := d.year
	if year == 0 {
		year = 2000
	}
	t := time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return d.day >= 1 && d.month >= 1 && d.month <= 12 && t.Day() == d.day && int(t.Month()) == d.month
}

func (d date) time() time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
}

// commonYear turns a written year into one of the Common Era: Buddhist years are 543 ahead (thai-and-documents.md),
// two digits are of this century, in Thai notes of the Buddhist 2500s.
func commonYear(year, digits int, thai bool) int {
	switch {
	case digits == 4 && year >= 2400 && year <= 2700:
		return year - 543
	case digits == 4 && year >= 1900 && year <= 2200:
		return year
	case digits == 2 && thai && year >= 40:
		return 2500 + year - 543
	case digits == 2:
		return 2000 + year
	}
	return 0
}

// piece is a word, a number or a mark of a line.
type piece struct {
	text     string
	value    int // of a number
	digits   int // of a number, 0 for other pieces
	month    int // 1 to 12 for the name of a month
	from, to int
}

func (p piece) is(texts ...string) bool {
	for _, t := range texts {
		if strings.EqualFold(p.text, t) {
			return true
		}
	}
	return false
}

// pieces cuts a text into words, numbers and single marks, without spaces.
func pieces(s string) []piece {
	var all []piece
	for i := 0; i < len(s); {
		p := pieceAt(s, i)
		if p.text != "" {
			all = append(all, p)
		}
		i = p.to
	}
	return all
}

func pieceAt(s string, i int) piece {
	if value, digits, next := readNumber(s, i); digits > 0 {
		return piece{text: s[i:next], value: value, digits: digits, from: i, to: next}
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	if unicode.IsSpace(r) {
		return piece{from: i, to: i + size}
	}
	if !unicode.IsLetter(r) {
		return piece{text: s[i : i+size], from: i, to: i + size}
	}
	if month, next := thaiMonthAt(s, i); month > 0 {
		return piece{text: s[i:next], month: month, from: i, to: next}
	}
	for _, era := range []string{"พ.ศ.", "ค.ศ.", "B.E.", "C.E.", "A.D."} {
		if strings.HasPrefix(s[i:], era) {
			return piece{text: era, from: i, to: i + len(era)}
		}
	}
	end := wordEnd(s, i)
	return piece{text: s[i:end], month: monthOf(s[i:end]), from: i, to: end}
}

// wordEnd ends a word at the next space, digit or mark, and a Thai word before the name of a month.
func wordEnd(s string, i int) int {
	thai := thaiAt(s, i)
	for end := i; end < len(s); {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’' || isThai(r) != thai || digitSize(s, end) > 0 {
			return end
		}
		if thai && end > i {
			if month, _ := thaiMonthAt(s, end); month > 0 {
				return end
			}
		}
		end += size
	}
	return len(s)
}

// findDates returns the dates of a text in order. Lines without any digit have none.
func findDates(s string) []dateSpan {
	if strings.IndexFunc(s, unicode.IsDigit) < 0 {
		return nil
	}
	ps := pieces(s)
	var found []dateSpan
	for k := 0; k < len(ps); k++ {
		span, first, last, ok := dateAt(ps, k)
		if !ok || !span.first.exists() || !span.last.exists() {
			continue
		}
		if isCited(s[:ps[first].from]) {
			k = last
			continue
		}
		span.weekday, first = weekdayBefore(ps, first)
		if span.weekday == nil {
			span.weekday, last = weekdayAfter(ps, last)
		}
		span.from, span.to = ps[first].from, ps[last].to
		if n := len(found); n > 0 && span.from < found[n-1].to {
			span.from = found[n-1].to
		}
		found = append(found, span)
		k = last
	}
	found = joinSpans(s, found)
	for i, sp := range found {
		found[i].text = joinSpace(s[sp.from:sp.to])
	}
	return found
}

// impossibleDate finds a date with a year that no calendar has, "31 June 2026"; "" when there is none.
func impossibleDate(s string) string {
	ps := pieces(s)
	for k := range ps {
		span, first, last, ok := dateAt(ps, k)
		if d := span.last; ok && d.year > 0 && d.month >= 1 && d.month <= 12 && d.day > 28 && d.day <= 31 && !d.exists() {
			return joinSpace(s[ps[first].from:ps[last].to])
		}
	}
	return ""
}

// dateAt reads a date whose day number, month or year stands at piece k.
func dateAt(ps []piece, k int) (span dateSpan, first, last int, ok bool) {
	if ps[k].digits == 0 {
		return monthFirst(ps, k)
	}
	if span, last, ok := isoDate(ps, k); ok {
		return span, k, last, true
	}
	if ps[k].digits > 2 || k > 0 && ps[k-1].is("thứ") || k > 0 && ps[k-1].is(":", ".", "/", "$", "€", "#") && ps[k-1].to == ps[k].from && !afterWeekday(ps, k-1) {
		return span, k, k, false
	}
	if span, last, ok := dashedDate(ps, k); ok {
		return span, k, last, true
	}
	days, at := dayNumbers(ps, k)
	if span, last, ok := numericDate(ps, days, at); ok {
		return span, k, last, true
	}
	at = skipPieces(ps, at, "of", "de", "del", ",", ".", "-", "เดือน", "bulan")
	month, next := monthAt(ps, at)
	if month == 0 {
		return span, k, k, false
	}
	year, last := yearAt(ps, next)
	span.first, span.last, span.listed = date{year, month, days[0]}, date{year, month, days[len(days)-1]}, withGaps(days)
	return span, k, last, true
}

// afterWeekday allows "Sabtu/18 April".
func afterWeekday(ps []piece, k int) bool {
	if k == 0 {
		return false
	}
	_, ok := weekdayOf(ps[k-1].text)
	return ok
}

func pieceText(ps []piece, k int) string {
	if k >= len(ps) {
		return ""
	}
	return ps[k].text
}

// monthAt reads a month name, or the Vietnamese "tháng 9".
func monthAt(ps []piece, k int) (month, next int) {
	switch {
	case k >= len(ps):
		return 0, k
	case ps[k].month > 0:
		return ps[k].month, k + 1
	case ps[k].is("tháng") && k+1 < len(ps) && ps[k+1].digits > 0 && ps[k+1].value <= 12:
		return ps[k+1].value, k + 2
	}
	return 0, k
}

// yearAt reads a year after a month at piece k. The second result is the last piece of the date.
func yearAt(ps []piece, k int) (year, last int) {
	at := skipPieces(ps, k, ".", ",", "de", "del", "năm", "พ.ศ.", "ค.ศ.", "ปี", "พ", "ศ", "-", "/", "B.E.", "'", "’", "tahun")
	if at >= len(ps) || ps[at].digits == 0 {
		return 0, k - 1
	}
	short := at > k && (ps[at-1].is("'", "’", "-", "/") || isThaiPiece(ps[k-1])) || isThaiPiece(ps[k-1])
	if ps[at].digits == 4 || ps[at].digits == 2 && short && !(at+1 < len(ps) && ps[at+1].is(":", ".")) {
		if y := commonYear(ps[at].value, ps[at].digits, isThaiPiece(ps[k-1])); y > 0 {
			return y, at
		}
	}
	return 0, k - 1
}

func isThaiPiece(p piece) bool { return thaiAt(p.text, 0) }

// isoDate reads 2014-09-23 and 2014/09/23.
func isoDate(ps []piece, k int) (span dateSpan, last int, ok bool) {
	if ps[k].digits != 4 || k+4 >= len(ps) || !ps[k+1].is("-", "/", ".") || ps[k+3].text != ps[k+1].text || ps[k+2].digits == 0 || ps[k+4].digits == 0 || ps[k+4].digits > 2 {
		return span, k, false
	}
	d := date{commonYear(ps[k].value, 4, false), ps[k+2].value, ps[k+4].value}
	return dateSpan{first: d, last: d}, k + 4, d.year > 0
}

// dashedDate reads 06-12-2026, whose first two numbers are no run of days.
func dashedDate(ps []piece, k int) (span dateSpan, last int, ok bool) {
	if k+4 >= len(ps) || !ps[k+1].is("-") || !ps[k+3].is("-") || ps[k+2].digits == 0 || ps[k+2].digits > 2 || ps[k+4].digits != 4 || ps[k+4].from-ps[k].to > 6 {
		return span, k, false
	}
	d := date{commonYear(ps[k+4].value, 4, false), ps[k+2].value, ps[k].value}
	return dateSpan{first: d, last: d}, k + 4, d.year > 0 && d.exists()
}

// numericDate reads 23/09/2014, 23.9.2557, 23-09-2014 and 23-24/9/2014 (day first, as in all six languages except American
// English); without a year only "ngày 23/9".
func numericDate(ps []piece, days []int, k int) (span dateSpan, last int, ok bool) {
	if k+1 >= len(ps) || !ps[k].is("/", ".", "-") || ps[k+1].digits == 0 || ps[k+1].digits > 2 || ps[k].from != ps[k-1].to {
		return span, k, false
	}
	year := 0
	last = k + 1
	if k+3 < len(ps) && (ps[k+2].text == ps[k].text || ps[k].text != "." && ps[k+2].is("/", "-") && ps[k+3].digits == 4) && ps[k+3].digits > 0 {
		year, last = commonYear(ps[k+3].value, ps[k+3].digits, ps[k+3].value >= 50), k+3
		if ps[k].text == "." && ps[k+3].digits == 2 {
			year = 0
		}
	}
	if year == 0 && !(k >= 2 && ps[k].text == "/" && (ps[k-2].is("ngày") || followsWeekday(ps, k-1))) {
		return span, k, false
	}
	span.first, span.last = date{year, ps[k+1].value, days[0]}, date{year, ps[k+1].value, days[len(days)-1]}
	if span.first.month > 12 && len(days) == 1 && days[0] <= 12 {
		span.first = date{year, days[0], span.first.month}
		span.last = span.first
	}
	return span, last, true
}

// followsWeekday allows "thứ năm 15/10" without a year.
func followsWeekday(ps []piece, k int) bool {
	day, _ := weekdayBefore(ps, k)
	return day != nil
}

// monthFirst reads "September 23, 2014" and "March 16-17 2026".
func monthFirst(ps []piece, k int) (span dateSpan, first, last int, ok bool) {
	if ps[k].month == 0 || isThaiPiece(ps[k]) || !unicode.IsUpper(firstRune(ps[k].text)) {
		return span, k, k, false
	}
	at := skipPieces(ps, k+1, ".", ",", "the")
	if at >= len(ps) || ps[at].digits == 0 || ps[at].digits > 2 {
		return span, k, k, false
	}
	days, next := dayNumbers(ps, at)
	year, last := yearAt(ps, next)
	if year == 0 && next+1 < len(ps) && ps[next].is(":", ".") && ps[next+1].digits > 0 && ps[next+1].from == ps[next].to {
		return span, k, k, false
	}
	span.first, span.last, span.listed = date{year, ps[k].month, days[0]}, date{year, ps[k].month, days[len(days)-1]}, withGaps(days)
	return span, k, last, true
}

// weekdayBefore looks at the few pieces before a date for the name of a weekday.
func weekdayBefore(ps []piece, first int) (*time.Weekday, int) {
	for back := 1; back <= 4 && first-back >= 0; back++ {
		p := ps[first-back]
		if day, ok := weekdayOf(p.text); ok {
			return &day, first - back
		}
		if first-back > 0 {
			if day, ok := vietnameseWeekday(ps[first-back-1].text, p.text); ok {
				return &day, first - back - 1
			}
		}
		if !p.is(",", ".", ":", "-", "–", "/", "ที่", "the", "ngày", "le", "el", "(", "tanggal", "วันที่") {
			break
		}
	}
	return nil, first
}

// weekdayAfter reads the weekday in brackets after a date: "19/5/2026 (thứ ba)", "19 May (Tue)".
func weekdayAfter(ps []piece, last int) (*time.Weekday, int) {
	if last+3 >= len(ps) || !ps[last+1].is("(") {
		return nil, last
	}
	if day, ok := weekdayOf(ps[last+2].text); ok && ps[last+3].is(")") {
		return &day, last + 3
	}
	if last+4 < len(ps) && ps[last+4].is(")") {
		if day, ok := vietnameseWeekday(ps[last+2].text, ps[last+3].text); ok {
			return &day, last + 4
		}
	}
	return nil, last
}

// joinSpans makes one span of "30 November – 2 December 2026" and gives an earlier date the year of the later.
func joinSpans(s string, spans []dateSpan) []dateSpan {
	var out []dateSpan
	for _, sp := range spans {
		if n := len(out); n > 0 && isRangeGap(s[out[n-1].to:sp.from]) && !sp.first.before(out[n-1].last) {
			prev := &out[n-1]
			if monthsFirst(s, *prev, sp) {
				prev.first, sp.last = swapped(prev.first), swapped(sp.last)
			}
			if prev.first.year == 0 {
				prev.first.year = sp.last.year
			}
			prev.last, prev.to, prev.listed = sp.last, sp.to, nil
			continue
		}
		if n := len(out); n > 0 && out[n-1].last.year == 0 && isListGap(s[out[n-1].to:sp.from]) {
			out[n-1].first.year, out[n-1].last.year = sp.last.year, sp.last.year
		}
		out = append(out, sp)
	}
	return out
}

// isListGap recognises what stands between two dates of one event: "25-26 August and 1-2 September 2026".
func isListGap(gap string) bool {
	switch strings.ToLower(strings.Trim(gap, " ,")) {
	case "", "and", "&", "y", "et", "dan", "và", "และ", "และวันที่":
		return true
	}
	return false
}

// monthsFirst recognises "8/1/15 – 8/2/15": read day first the run lasts months, read month first it lasts days.
func monthsFirst(s string, a, b dateSpan) bool {
	slashes := strings.Count(s[a.from:a.to], "/") == 2 && strings.Count(s[b.from:b.to], "/") == 2
	return slashes && a.first == a.last && a.first.day == b.last.day && a.first.month != b.last.month && a.first.day <= 12 && b.last.month-a.first.month < 10
}

// swapped reads the day of a date as its month.
func swapped(d date) date { return date{d.year, d.day, d.month} }

func (d date) before(o date) bool {
	if d.year != 0 && o.year != 0 && d.year != o.year {
		return d.year < o.year
	}
	return d.month < o.month || d.month == o.month && d.day < o.day
}

func isRangeGap(gap string) bool {
	switch strings.ToLower(strings.Trim(gap, " ,")) {
	case "-", "–", "—", "to", "until", "ถึง", "ถึงวันที่", "- วันที่", "sampai", "sampai dengan", "s.d.", "s/d", "đến", "đến ngày", "al", "hasta el", "a", "au":
		return true
	}
	return false
}

func skipPieces(ps []piece, k int, texts ...string) int {
	for k < len(ps) && ps[k].digits == 0 && ps[k].is(texts...) {
		k++
	}
	return k
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
