package source

import "testing"

// Markdown pages of static sites hold tables as HTML, and their settings between two lines of dashes.
func TestMarkdownWithHTML(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"a table":        {"## Day 1\n<table>\n<tr><td>9:00</td>\n\n<td>A</td></tr>\n</table>\nafter", "## Day 1\n\n| 9:00 | A |\n\nafter"},
		"a block":        {"first\n\n<div class=x>\n<b>Venue</b>: Hall\n</div>\n\ntext</span>", "first\n\n\nVenue: Hall\n\n\ntext"},
		"settings":       {"---\nlayout: page\ntitle: \"Example Week\"\n---\n\n9:00 A\n", "# Example Week\n\n\n9:00 A"},
		"dashes inside":  {"a\n\n---\nb\n---\n", "a\n\n---\nb\n---"},
		"no HTML at all": {"9:00 < 10:00 | A <b\n", "9:00 < 10:00 | A <b"},
	} {
		t.Run(name, func(t *testing.T) {
			reads(t, "a.md", []byte(c.page), c.want)
		})
	}
}
