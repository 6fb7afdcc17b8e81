package thai

import "testing"

func TestDigits(t *testing.T) {
	if got := Arabic("๐๘.๓๐ – ๐๙.๐๐ น. 1234567 ๑๒๓๔๕๖๗๘๙๐ ฿๚"); got != "08.30 – 09.00 น. 1234567 1234567890 ฿๚" {
		t.Errorf("Arabic: %q", got)
	}
}
