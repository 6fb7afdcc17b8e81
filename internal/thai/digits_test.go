package thai

import (
	"testing"

	"pgregory.net/rapid"
)

func TestDigits(t *testing.T) {
	if got := Arabic("๐๘.๓๐ – ๐๙.๐๐ น. 7"); got != "08.30 – 09.00 น. 7" {
		t.Errorf("Arabic: %q", got)
	}
	if got := ThaiDigits("ข้อ 1234567890"); got != "ข้อ ๑๒๓๔๕๖๗๘๙๐" {
		t.Errorf("ThaiDigits: %q", got)
	}
}

func TestDigitsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[ก-ฮa-z0-9 .]*`).Draw(t, "text")
		if got := Arabic(ThaiDigits(s)); got != s {
			t.Fatalf("%q became %q", s, got)
		}
	})
}
