package thai

import (
	"fmt"
	"time"
)

// Date writes the day of t: th "23 กันยายน พ.ศ. 2557" (Buddhist Era), any other
// language "23 September 2014". The caller puts t into the workshop's time zone.
func Date(t time.Time, lang string) string {
	if lang == "th" {
		return fmt.Sprintf("%d %s พ.ศ. %d", t.Day(), MonthName(t.Month(), lang), t.Year()+buddhistEra)
	}
	return t.Format("2 January 2006")
}

// Weekday writes the weekday of t: th "วันอังคาร", any other language "Tuesday".
func Weekday(t time.Time, lang string) string {
	if lang == "th" {
		return "วัน" + thaiWeekdays[t.Weekday()]
	}
	return t.Weekday().String()
}

// Clock writes the time of day of t on 24 hours: th "13.00 น.", any other language
// "13:00".
func Clock(t time.Time, lang string) string {
	if lang == "th" {
		return t.Format("15.04") + " น."
	}
	return t.Format("15:04")
}
