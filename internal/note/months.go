package note

import (
	"strings"
	"time"
	"unicode"
)

// monthWords maps the names and usual short forms of the months, in lower case and without a final point.
var monthWords = numberWords(`
january jan januari enero ene janvier janv
february feb februari pebruari febrero février fevrier févr fév
march mar maret marzo mars
april apr abril abr avril avr
may mei mayo mai
june jun juni junio juin
july jul juli julio juillet juil
august aug agustus agt agu agosto ago août aout
september sep sept septiembre setiembre septembre
october oct oktober okt octubre octobre
november nov nopember noviembre novembre
december dec desember des diciembre dic décembre decembre déc`)

// weekdayWords starts with Sunday = 1.
var weekdayWords = numberWords(`
sunday sun minggu ahad domingo dimanche อาทิตย์ วันอาทิตย์
monday mon senin lunes lundi จันทร์ วันจันทร์
tuesday tue tues selasa martes mardi อังคาร วันอังคาร
wednesday wed rabu miércoles miercoles mercredi พุธ วันพุธ
thursday thu thur thurs kamis jueves jeudi พฤหัสบดี วันพฤหัสบดี พฤหัส วันพฤหัส
friday fri jumat jum'at viernes vendredi ศุกร์ วันศุกร์
saturday sat sabtu sábado sabado samedi เสาร์ วันเสาร์`)

// numberWords numbers the lines of a list from 1 and maps every word to its line.
func numberWords(list string) map[string]int {
	m := make(map[string]int)
	for i, row := range strings.Split(strings.TrimSpace(list), "\n") {
		for _, w := range strings.Fields(row) {
			m[w] = i + 1
		}
	}
	return m
}

// thaiMonths holds the full and the short name of each month; the short ones are written with their points.
var thaiMonths = [...][]string{
	{"มกราคม", "ม.ค."},
	{"กุมภาพันธ์", "ก.พ."},
	{"มีนาคม", "มี.ค."},
	{"เมษายน", "เม.ย."},
	{"พฤษภาคม", "พ.ค."},
	{"มิถุนายน", "มิ.ย."},
	{"กรกฎาคม", "ก.ค."},
	{"สิงหาคม", "ส.ค."},
	{"กันยายน", "ก.ย."},
	{"ตุลาคม", "ต.ค."},
	{"พฤศจิกายน", "พ.ย."},
	{"ธันวาคม", "ธ.ค."},
}

// thaiMonthAt reads a Thai month at s[i:].
func thaiMonthAt(s string, i int) (month, next int) {
	for m, names := range thaiMonths {
		for _, name := range names {
			if strings.HasPrefix(s[i:], name) {
				return m + 1, i + len(name)
			}
		}
		if size := looseMonth(s[i:], names[1]); size > 0 {
			return m + 1, i + size
		}
	}
	return 0, i
}

// looseMonth reads a short month that lost one of its points or was set wide, "มิย.", "มิ.ย", "มิ. ย.", and gives its size; 0 for none.
func looseMonth(s, name string) int {
	first, second, _ := strings.Cut(strings.TrimSuffix(name, "."), ".")
	rest, ok := strings.CutPrefix(s, first)
	if !ok {
		return 0
	}
	rest, pointed := strings.CutPrefix(rest, ".")
	if pointed {
		rest = strings.TrimPrefix(rest, " ")
	}
	if rest, ok = strings.CutPrefix(rest, second); !ok {
		return 0
	}
	rest, closed := strings.CutPrefix(rest, ".")
	if !closed && !pointed || thaiAt(rest, 0) {
		return 0
	}
	return len(s) - len(rest)
}

// monthOf reads a month name, with its final point if it has one. In small letters "may", "mar" and "ago" are other words.
func monthOf(w string) int {
	w = strings.TrimSuffix(w, ".")
	if w == "may" || w == "mar" || w == "ago" {
		return 0
	}
	return monthWords[strings.ToLower(w)]
}

// weekdayOf reads a weekday name in any of the six languages.
func weekdayOf(w string) (time.Weekday, bool) {
	w = strings.TrimSuffix(strings.ToLower(w), ".")
	if n := weekdayWords[w]; n > 0 {
		return time.Weekday(n - 1), true
	}
	if rest, ok := strings.CutSuffix(w, "ที่"); ok && isThaiWord(rest) {
		if n := weekdayWords[rest]; n > 0 {
			return time.Weekday(n - 1), true
		}
	}
	return 0, false
}

// vietnameseWeekday reads "thứ Hai" to "thứ Bảy", "thứ 2" to "thứ 7" and "chủ nhật" from two neighbouring words.
func vietnameseWeekday(first, second string) (time.Weekday, bool) {
	first, second = strings.ToLower(first), strings.ToLower(second)
	if first == "chủ" && second == "nhật" {
		return time.Sunday, true
	}
	if first != "thứ" {
		return 0, false
	}
	for i, names := range [...][2]string{{"hai", "2"}, {"ba", "3"}, {"tư", "4"}, {"năm", "5"}, {"sáu", "6"}, {"bảy", "7"}} {
		if second == names[0] || second == names[1] {
			return time.Weekday(i + 1), true
		}
	}
	return 0, false
}

func isThaiWord(w string) bool {
	return w != "" && strings.IndexFunc(w, func(r rune) bool { return !isThai(r) && !unicode.IsMark(r) }) < 0
}
