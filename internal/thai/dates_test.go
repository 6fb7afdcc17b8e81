package thai

import (
	"testing"
	"time"
)

func TestWrittenDates(t *testing.T) {
	day := time.Date(2014, time.September, 23, 13, 0, 0, 0, time.UTC)
	for _, c := range []struct{ got, want string }{
		{Date(day, "th"), "23 กันยายน พ.ศ. 2557"},
		{Date(day, "en"), "23 September 2014"},
		{Date(day, "my"), "23 September 2014"},
		{Date(day.AddDate(0, -8, 0), "th"), "23 มกราคม พ.ศ. 2557"},
		{Date(day.AddDate(0, 3, 0), "th"), "23 ธันวาคม พ.ศ. 2557"},
		{Clock(day, "th"), "13.00 น."},
		{Clock(day, "en"), "13:00"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
