package thai

import (
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestNormalise(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nikhahit, tone, aa", "น\u0E4D\u0E49\u0E32", "น้ำ"},
		{"tone, nikhahit, aa", "น\u0E49\u0E4D\u0E32", "น้ำ"},
		{"nikhahit, aa", "ท\u0E4D\u0E32", "ทำ"},
		{"am, tone", "น\u0E33\u0E49", "น้ำ"},
		{"already right", "น้ำ ที่ ผู้ ศักดิ์สิทธิ์", "น้ำ ที่ ผู้ ศักดิ์สิทธิ์"},
		{"tone before the vowel above", "ท\u0E48\u0E35", "ที่"},
		{"tone before the vowel below", "ผ\u0E49\u0E39", "ผู้"},
		{"thanthakhat before the vowel", "ส\u0E34ทธ\u0E4C\u0E34", "สิทธิ์"},
		{"double e", "เเม่", "แม่"},
		{"e, nothing visible, e", "เ\u200Bเม่", "แม่"},
		{"invisible characters", "\uFEFFเด็ก\u200Bข้าม\u2060ชาติ pro\u00ADgramme", "เด็กข้ามชาติ programme"},
		{"nikhahit alone stays", "พุทธํ", "พุทธํ"},
		{"NFC elsewhere", "cafe\u0301", "café"},
		{"not UTF-8", "a\xffb", "a\uFFFDb"},
		{"plain", "plain text", "plain text"},
	} {
		if got := Normalise(c.in); got != c.want {
			t.Errorf("%s: Normalise(%+q) = %+q, want %+q", c.name, c.in, got, c.want)
		}
	}
}

func TestNormaliseIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := Normalise(anyText().Draw(t, "text"))
		if twice := Normalise(once); twice != once {
			t.Fatalf("%+q becomes %+q", once, twice)
		}
		if !norm.NFC.IsNormalString(once) {
			t.Fatalf("%+q is not NFC", once)
		}
	})
}

// The word list is compared with normalised text, so it must be normal itself.
func TestWordListIsNormal(t *testing.T) {
	for _, list := range []string{wordList, termList} {
		if Normalise(list) != list {
			t.Error("a word list has entries that normalised text can never match")
		}
	}
}

// anyText makes text of what is hard here: Thai in any order, other scripts,
// signs, and bytes that are no text at all.
func anyText() *rapid.Generator[string] {
	hard := []rune("กดนรสเเแำาะัิีุู็่้์ํๆฯ๑๒ 0159.,:-/%()“”'\n\r\t\u00A0\u200B\u00ADaéz\u0301\uFEFFမြန်။\u103A汉😀")
	return rapid.OneOf(
		rapid.StringOf(rapid.SampledFrom(hard)),
		rapid.StringOf(rapid.RuneFrom(hard)),
		rapid.String(),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
	)
}
