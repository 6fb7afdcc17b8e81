package thai

import (
	"fmt"
	"time"
)

// buddhistEra is what a year of the Buddhist Era (พ.ศ.) is ahead of the common era.
const buddhistEra = 543

var months = [...]string{
	"มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
	"กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
}

// Date writes the day of t: th "23 กันยายน พ.ศ. 2557" (Buddhist Era), any other
// language "23 September 2014". The caller puts t into the workshop's time zone.
func Date(t time.Time, lang string) string {
	if lang == "th" {
		return fmt.Sprintf("%d %s พ.ศ. %d", t.Day(), months[t.Month()-1], t.Year()+buddhistEra)
	}
	return t.Format("2 January 2006")
}

// Clock writes the time of day of t on 24 hours: th "13.00 น.", any other language
// "13:00".
func Clock(t time.Time, lang string) string {
	if lang == "th" {
		return t.Format("15.04") + " น."
	}
	return t.Format("15:04")
}
