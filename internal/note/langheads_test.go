package note

import (
	"fmt"
	"testing"
)

func TestCutLanguage(t *testing.T) {
	for _, c := range []struct{ in, base, lang string }{
		{"Title (EN)", "Title", "en"},
		{"Title [TH]", "Title", "th"},
		{"title_th", "title", "th"},
		{"title-en", "title", "en"},
		{"EN title", "title", "en"},
		{"Title EN", "Title", "en"},
		{"English", "", "en"},
		{"Text in English", "Text", "en"},
		{"ข้อเสนอ (ไทย)", "ข้อเสนอ", "th"},
		{"ข้อเสนอภาษาไทย", "ข้อเสนอภาษาไทย", ""},
		{"ข้อเสนอ ภาษาไทย", "ข้อเสนอ", "th"},
		{"Bahasa Indonesia", "", "id"},
		{"Judul (Bahasa Indonesia)", "Judul", "id"},
		{"Tiếng Việt", "", "vi"},
		{"Texto / español", "Texto", "es"},
		{"Titre (français)", "Titre", "fr"},
		{"English/ไทย", "English/ไทย", ""},
		{"Title", "Title", ""},
		{"", "", ""},
		{"()", "()", ""},
		{"Recommendation for the schools of this province, in English", "Recommendation for the schools of this province, in English", ""},
	} {
		if base, lang, _ := cutLanguage(c.in); base != c.base || lang != c.lang {
			t.Errorf("%q: %q %q, want %q %q", c.in, base, lang, c.base, c.lang)
		}
	}
}

func TestLanguageColumns(t *testing.T) {
	for _, c := range []struct {
		in   []string
		want string
	}{
		{[]string{"No", "Title (EN)", "Text (EN)", "Title (TH)", "Text (TH)"}, "[[1 2] [3 4]] [en th]"},
		{[]string{"ID", "Title EN", "Title TH"}, "[[1] [2]] [en th]"},
		{[]string{"ID", "EN"}, "[[0] [1]] [id en]"},
		{[]string{"Title (EN)", "Owner"}, "[[] []] [ ]"},
		{[]string{"Accept every child in school", "Interpreters for Thai parents"}, "[[] []] [ ]"},
	} {
		columns, langs := languageColumns(c.in)
		if got := fmt.Sprint(columns, " ", langs); got != c.want {
			t.Errorf("%q: %s, want %s", c.in, got, c.want)
		}
	}
}
