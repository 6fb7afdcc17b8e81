package locale

import (
	"regexp"
	"slices"
	"testing"
)

var placeholder = regexp.MustCompile(`\{[a-zA-Z]+\}`)

// Every sentence is there in every language, with the same things to fill in.
func TestLanguagesHaveTheSameKeys(t *testing.T) {
	base, err := read(files, languages[0])
	if err != nil {
		t.Fatal(err)
	}
	if len(base) < 50 {
		t.Fatalf("only %d sentences found: are the files embedded?", len(base))
	}
	for _, lang := range languages[1:] {
		other, err := read(files, lang)
		if err != nil {
			t.Fatal(err)
		}
		for key, text := range base {
			translated, ok := other[key]
			if !ok {
				t.Errorf("%s: %q is missing", lang, key)
				continue
			}
			if a, b := names(text), names(translated); !slices.Equal(a, b) {
				t.Errorf("%s: %q fills in %v, English fills in %v", lang, key, b, a)
			}
		}
		for key := range other {
			if _, ok := base[key]; !ok {
				t.Errorf("en: %q is missing", key)
			}
		}
	}
}

func names(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestMatch(t *testing.T) {
	for accept, want := range map[string]string{
		"th-TH,th;q=0.9,en;q=0.8": "th", "en-GB": "en", "": "en", "my,th;q=0.5": "th", "zz": "en", "not a language;;": "en",
	} {
		if got := Match(accept); got != want {
			t.Errorf("Match(%q) = %q, want %q", accept, got, want)
		}
	}
}

func TestSayFillsIn(t *testing.T) {
	if got := Say("en", "no.such-key", "n", "3"); got != "no.such-key" {
		t.Errorf("a missing key says %q", got)
	}
}
