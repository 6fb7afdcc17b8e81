package thai

import (
	"slices"
	"testing"
)

func TestCompareSortsLikeADictionary(t *testing.T) {
	for lang, want := range map[string][]string{
		"th": {"กก", "กา", "เก", "แก", "ไก่", "ขา", "เขต", "น้ำ", "พม่า", "สมุทรสาคร", "แสง", "อำเภอ"},
		"en": {"action", "Amendment", "ballot", "Éclair", "edit", "zone"},
		"":   {"a", "B", "c"},
	} {
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, Comparer(lang))
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", lang, got, want)
		}
	}
}

func TestCompareSeesOneSpelling(t *testing.T) {
	if got := Comparer("th")("น้ำ", "น\u0E4D\u0E49\u0E32"); got != 0 {
		t.Errorf("two spellings of one word: %d", got)
	}
	if got := Comparer("th")("ก", "ข"); got != -1 {
		t.Errorf("ก and ข: %d", got)
	}
}
