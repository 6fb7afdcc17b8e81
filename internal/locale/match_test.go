package locale

import "testing"

// FuzzMatch: whatever a browser asks for, it gets a language that Sala speaks.
func FuzzMatch(f *testing.F) {
	for _, s := range []string{"", "th", "en-GB,en;q=0.9,th;q=0.8", "*", "my;q=0.1", "xx-YY-zz;q=9", "en;q=", ",,,;;", "\x00", "th-u-nu-thai"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, asked string) {
		if got := Match(asked); !Known(got) {
			t.Errorf("Match(%q) is %q", asked, got)
		}
	})
}
