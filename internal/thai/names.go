package thai

import (
	"strings"
	"time"
)

// buddhistEra is what a year of the Buddhist Era (พ.ศ.) is ahead of the common era.
const buddhistEra = 543

var thaiMonths = [...]string{
	"มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
	"กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
}

var thaiMonthsShort = [...]string{
	"ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
	"ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
}

var thaiWeekdays = [...]string{"อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์"}

// thaiWeekdaysShort need their point: ส is a letter, ส. is Saturday.
var thaiWeekdaysShort = [...]string{"อา.", "จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส."}

// MonthName is the month's full name: th "กันยายน", any other language "September".
func MonthName(m time.Month, lang string) string {
	if lang == "th" && m >= time.January && m <= time.December {
		return thaiMonths[m-1]
	}
	return m.String()
}

// MonthShort is the month's short name: th "ก.ย.", any other language "Sep".
func MonthShort(m time.Month, lang string) string {
	switch {
	case m < time.January || m > time.December:
		return m.String()
	case lang == "th":
		return thaiMonthsShort[m-1]
	}
	return m.String()[:3]
}

// Month reads the name of a month in Thai or English: full, short (ก.ย., Sep,
// Sept) or the spoken Thai form (กันยา); points, capitals and the frequent
// spelling กรกฏาคม do not matter.
func Month(name string) (time.Month, bool) {
	name = nameKey(name)
	for m := time.January; m <= time.December; m++ {
		if isEnglishName(name, m.String()) || isThaiMonth(name, m) {
			return m, true
		}
	}
	return 0, false
}

// WeekdayNamed reads the name of a weekday in Thai or English: อังคาร, วันอังคาร,
// พฤหัส, อ. (with its point), Tuesday, Tues, Tue.
func WeekdayNamed(name string) (time.Weekday, bool) {
	written := strings.TrimSpace(Normalise(name))
	name = strings.TrimPrefix(nameKey(name), "วัน")
	for d := time.Sunday; d <= time.Saturday; d++ {
		full := thaiWeekdays[d]
		if isEnglishName(name, d.String()) || name == full || name+"บดี" == full || written == thaiWeekdaysShort[d] {
			return d, true
		}
	}
	return 0, false
}

func nameKey(name string) string {
	name = strings.ReplaceAll(Normalise(name), "ฏ", "ฎ")
	return strings.ToLower(strings.ReplaceAll(strings.TrimSpace(name), ".", ""))
}

// isEnglishName: the full name, or three to five letters of it (Sep, Sept, Thurs).
func isEnglishName(key, full string) bool {
	full = strings.ToLower(full)
	return key == full || len(key) >= 3 && len(key) <= 5 && strings.HasPrefix(full, key)
}

func isThaiMonth(key string, m time.Month) bool {
	full := thaiMonths[m-1]
	for _, ending := range []string{"", "คม", "ยน", "พันธ์"} {
		if spoken, cut := strings.CutSuffix(full, ending); cut && key == spoken {
			return true
		}
	}
	return key == strings.ReplaceAll(thaiMonthsShort[m-1], ".", "")
}
