package report

import (
	"errors"
	"strings"
	"testing"
)

// The memo has the parts of the official form, the text, the day, and nobody's
// name.
func TestMemo(t *testing.T) {
	src := finished(t).source()
	r := &src.State.Recommendations[0]
	for lang, want := range map[string][]string{
		"th": {"บันทึกข้อความ", "ส่วนราชการ", "ที่", "วันที่", "เรื่อง", "เรียน", r.Segments[0].Wordings["th"].Text, "จึงเรียนมาเพื่อโปรดพิจารณา", "ตุลาคม", "(ลงชื่อ)"},
		"en": {"Memorandum", "Subject", r.Segments[0].Wordings["en"].Text, "7 October 2014", "(Signed)"},
	} {
		for _, format := range []string{"html", "docx", "pdf"} {
			data, contentType, err := MemoFile(src, r.ID, "2014-10-07", lang, format)
			if err != nil || len(data) == 0 || contentType == "" {
				t.Fatalf("%s.%s: %v", lang, format, err)
			}
			if format != "html" {
				continue
			}
			for _, words := range want {
				if !strings.Contains(string(data), words) {
					t.Errorf("the memo in %s lacks %q", lang, words)
				}
			}
		}
	}
	for _, bad := range [][3]string{{"r_none", "th", "docx"}, {r.ID, "xx", "docx"}, {r.ID, "th", "exe"}} {
		if _, _, err := MemoFile(src, bad[0], "", bad[1], bad[2]); !errors.Is(err, ErrNoSuchPaper) {
			t.Errorf("%v: %v", bad, err)
		}
	}
}
