package source

import (
	"html"
	"regexp"
	"strings"
)

// underline is the line under a heading that marks it as one.
var underline = regexp.MustCompile(`^\s{0,3}(=+|-{3,})\s*$`)

// plainMarkdown puts Markdown that the recognisers do not read into the form that they do, line for line: underlined
// headings, and characters written as entities.
func plainMarkdown(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i := range lines {
		if strings.Contains(lines[i], "&") {
			lines[i] = html.UnescapeString(lines[i])
		}
		if i == 0 || !underline.MatchString(lines[i]) || !isHeadingText(lines, i-1) {
			continue
		}
		level := "# "
		if strings.Contains(lines[i], "-") {
			level = "## "
		}
		lines[i-1], lines[i] = level+strings.TrimSpace(lines[i-1]), ""
	}
	return strings.Join(lines, "\n")
}

// isHeadingText says that a line can be the text of an underlined heading: one line, after an empty one.
func isHeadingText(lines []string, i int) bool {
	s := strings.TrimSpace(lines[i])
	return s != "" && !strings.ContainsAny(s[:1], "#|-*>") && len(s) < 300 && (i == 0 || strings.TrimSpace(lines[i-1]) == "")
}
