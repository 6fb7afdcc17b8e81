package document

import "testing"

func TestSafeLink(t *testing.T) {
	for link, want := range map[string]string{
		"https://sala.example/r": "https://sala.example/r",
		"http://a.example":       "http://a.example",
		"mailto:a@example.org":   "mailto:a@example.org",
		"#rec-1":                 "#rec-1",
		"javascript:alert(1)":    "",
		"data:text/html,x":       "",
		"file:///etc/passwd":     "",
		"//evil.example":         "",
		"https://":               "",
		"%zz":                    "",
		"":                       "",
	} {
		if got := SafeLink(link); got != want {
			t.Errorf("SafeLink(%q) = %q, want %q", link, got, want)
		}
	}
}

func TestPrintableDropsControls(t *testing.T) {
	if got := Printable("ก\x00ข\x1b\tค\nง\u0085\ufffe\xff"); got != "กข\tค\nง\ufffd" {
		t.Errorf("got %q", got)
	}
}

func TestHoldRepeat(t *testing.T) {
	if got := HoldRepeat("เด็ก ๆ มา"); got != "เด็ก\u00a0ๆ มา" {
		t.Errorf("got %q", got)
	}
}

func TestEveryMarkHasItsOwnSign(t *testing.T) {
	seen := map[string]Mark{}
	for _, m := range []Mark{Open, Agreed, Reserved, Revise, Rejected} {
		if other, ok := seen[m.Sign()]; ok {
			t.Errorf("marks %d and %d share the sign %s", m, other, m.Sign())
		}
		seen[m.Sign()] = m
	}
}
