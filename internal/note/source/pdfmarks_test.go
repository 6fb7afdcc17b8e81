package source

import (
	"strings"
	"testing"

	"sala.example/internal/note/source/pdf"
)

// A mark for which the file states no letter is found by the words around it, wherever it stands.
func TestMendMarks(t *testing.T) {
	whole := "ห้องประชุม ผู้นำเสนอ ผู้เข้าร่วมการแข่งขัน พร้อมรับประทานอาหารว่าง มหาวิทยาลัยเกษตรศาสตร์ กำหนดการ วันศุกร์ที่ 14 สำหรับ สำนักงาน"
	broken := strings.NewReplacer("้", string(rune(firstMark+1)), "่", string(rune(firstMark+2)), "์", string(rune(firstMark+3)), "ำ", string(rune(firstMark+4))+"า").Replace(whole)
	if got, count := mendMarks(broken); got != whole || count == 0 {
		t.Errorf("%d marks:\n%s\n%s", count, got, whole)
	}
	for in, want := range map[string]string{"plain": "plain", "a" + string(rune(firstMark+1)): "a\uFFFD"} {
		if got, count := mendMarks(in); got != want || count != 0 {
			t.Errorf("%q: %q, %d", in, got, count)
		}
	}
}

func TestMarkOf(t *testing.T) {
	for want, g := range map[string]pdf.Glyph{
		"ก": {Text: "ก", Size: 10}, string(rune(firstMark + 3)): {Text: unreadable, Unread: 3, Size: 10},
		unreadable: {Text: unreadable, Unread: 3, Size: 10, Width: 5},
	} {
		if got := markOf(g); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
