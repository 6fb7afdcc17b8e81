package source

import (
	"strings"
	"testing"
)

// TestPageTitle keeps the title of a page beside its text, and no more of it than a title has.
func TestPageTitle(t *testing.T) {
	for in, want := range map[string]string{
		"<html><head><title>Forum of\n the Towns</title></head><body><h1>Programme</h1></body></html>":          "Forum of the Towns",
		"<html><body><h1>Programme</h1><svg><title>icon</title></svg></body></html>":                            "",
		"<html><head><title>" + strings.Repeat("a", longestTitle+5) + "</title></head><body>text</body></html>": strings.Repeat("a", longestTitle),
		"<html><head><title>One &amp; two</title><title>Three</title></head><body><p>text</p></body></html>":    "One & two",
	} {
		got, err := Read("page.html", []byte(in))
		if err != nil || got.Title != want || strings.Contains(got.Body, "Forum") {
			t.Errorf("%q: title %q, body %q, %v", cutTitle(in), got.Title, got.Body, err)
		}
	}
}
