package thai

import (
	"strings"
	"testing"
)

// The places where a line may end are written as |.
func TestBreaks(t *testing.T) {
	for _, want := range []string{
		"เด็ก|ข้ามชาติ|ทุก|คน",
		"พื้นที่|ต่าง ๆ |และ|ต่างๆ |ด้วย",
		"กรุงเทพฯ |และ|เชียงใหม่ |ฯลฯ",
		"เวลา |13.00 น. |วัน|นี้",
		"ร้อยละ |15 % |ของ|งบ",
		"50%|ของ|งบ",
		"15วัน",
		"ศูนย์|(มหาชัย)|ใหม่",
		"“ไทย” |หรือ |( พม่า )",
		"multi-|stakeholder |policy",
		"09.00-10.30 |Opening |-5 |a/|b",
		"non\u00A0breaking |space",
		"ใช้|Sala|ใน|ห้อง",
		"ภาษา|မြန်မာဘာသာ။ |ดี",
		"one\n|two",
		"พ.ศ. |2557",
		"",
		" ",
	} {
		text := strings.ReplaceAll(want, "|", "")
		if got := mark(text, Default().Breaks(text)); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

func mark(s string, offsets []int) string {
	for i := len(offsets) - 1; i >= 0; i-- {
		s = s[:offsets[i]] + "|" + s[offsets[i]:]
	}
	return s
}
