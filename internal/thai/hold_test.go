package thai

import (
	"strings"
	"testing"
)

func TestHold(t *testing.T) {
	const j = wordJoiner
	for text, want := range map[string]string{
		"ข้อเสนอแนะ":         "ข้อ" + j + "เสนอ" + j + "แนะ",
		"อย่างน้อยหนึ่งคน":   "อย่างน้อย" + j + "หนึ่งคน",
		"ต่าง ๆ ร้อยละ 70 %": "ต่าง\u00a0ๆ ร้อย" + j + "ละ 70\u00a0%",
		"ต่างๆ":              "ต่าง" + j + "ๆ",
		"การบูรณาการ":        "การ" + j + "บู" + j + "ร" + j + "ณา" + j + "การ",
		"Nothing to hold":    "Nothing to hold",
		"":                   "",
	} {
		if got := Hold(text); got != want {
			t.Errorf("Hold(%q) = %q, want %q", text, got, want)
		}
	}
}

// Whoever reads aloud or copies what is held gets the same letters.
func TestHeldCompoundsLoseNoLetter(t *testing.T) {
	for word := range strings.Lines(heldCompounds) {
		plain := strings.ReplaceAll(strings.TrimSpace(word), "|", "")
		held := Hold(plain)
		if held == plain || strings.ReplaceAll(held, wordJoiner, "") != plain {
			t.Errorf("%q is held as %q", plain, held)
		}
	}
}
