package workshop

import (
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestCleanName(t *testing.T) {
	for _, c := range []struct{ what, in, want string }{
		{"nothing to do", "นางสาวผู้เข้าร่วม ที่ 1", "นางสาวผู้เข้าร่วม ที่ 1"},
		{"writing turned around", "Officer 3\u202Egnp.exe", "Officer 3gnp.exe"},
		{"isolates and marks", "\u2066\u200FOfficer\u2069 \u061C3\u200E", "Officer 3"},
		{"Thai with places to break", "สำนักงาน\u200Bการศึกษา\u2060จังหวัด", "สำนักงานการศึกษาจังหวัด"},
		{"byte order mark and soft hyphen", "\uFEFFEduca\u00ADtion office", "Education office"},
		{"spaces and line ends", "  Office\r\n\tof\u00A0\u00A0education ", "Office of education"},
		{"controls", "Office\x1b[2J\x00 1", "Office [2J 1"},
		{"a joiner between letters", "می\u200Cخواهم", "می\u200Cخواهم"},
		{"joiners alone", "\u200D \u200C\u200D", ""},
		{"nothing to see", "\u200B\u202E\u2060", ""},
		{"letters that show nothing", "\u3164\u115F \u2800\uFFA0\u034F", ""},
		{"Burmese", "ပညာရေးရုံး", "ပညာရေးရုံး"},
	} {
		if got := CleanName(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestCleanNameIsCleanAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := CleanName(rapid.String().Draw(t, "name"))
		if twice := CleanName(once); twice != once {
			t.Fatalf("%q becomes %q", once, twice)
		}
		for _, r := range once {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && !isJoiner(r) {
				t.Fatalf("%q holds %U", once, r)
			}
		}
	})
}
