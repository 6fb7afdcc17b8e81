package source

import (
	"regexp"
	"strings"
)

var (
	// htmlBlock begins a line of HTML inside Markdown.
	htmlBlock = regexp.MustCompile(`(?i)^\s*</?(table|thead|tbody|tr|td|th|div|p|h[1-6]|ul|ol|li|center|section|article|dl|dt|dd|details|summary|br|hr|a|img|span|b|i|strong|em|blockquote)\b[^>]*>`)
	anyBlock  = regexp.MustCompile(`(?i)<(table|li|div|p|h[1-6]|span)\b[^>]*>`)
	inlineTag = regexp.MustCompile(`(?i)</?(span|div|font|center|a|u|small|sup|sub|p|i|b|em|strong)\b[^>]*>`)
	// frontMatter stands between two lines of dashes at the beginning.
	frontMatter = regexp.MustCompile(`(?s)\A---\r?\n(.*?)\r?\n---\r?\n`)
	// matterTitle is the title that it gives.
	matterTitle = regexp.MustCompile(`(?m)^title:\s*["']?(.*?)["']?\s*$`)
)

// plainHTML reads the HTML that Markdown holds: from a line that begins with a block up to the next empty line outside a table.
// Text without such a table comes back as it is.
func plainHTML(text string) string {
	if !anyBlock.MatchString(text) {
		return inlineTag.ReplaceAllString(text, "")
	}
	var out, block []string
	depth := 0
	flush := func() {
		if len(block) == 0 {
			return
		}
		read, err := readHTML([]byte(strings.Join(block, "\n")))
		if err != nil {
			out = append(out, block...)
		} else {
			out = append(out, "", strings.TrimSpace(read.Body), "")
		}
		block, depth = nil, 0
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case len(block) > 0 && (depth > 0 || strings.TrimSpace(line) != ""), htmlBlock.MatchString(line):
			block = append(block, line)
			low := strings.ToLower(line)
			depth = max(0, depth+strings.Count(low, "<table")+strings.Count(low, "<ul")-strings.Count(low, "</table")-strings.Count(low, "</ul"))
		default:
			flush()
			out = append(out, line)
		}
	}
	flush()
	return inlineTag.ReplaceAllString(strings.Join(out, "\n"), "")
}

// withoutMatter drops the front matter of a page, and keeps its title as a heading.
func withoutMatter(text string) string {
	m := frontMatter.FindStringSubmatchIndex(text)
	if m == nil {
		return text
	}
	rest := text[m[1]:]
	if title := matterTitle.FindStringSubmatch(text[m[2]:m[3]]); title != nil && title[1] != "" {
		return "# " + title[1] + "\n\n" + rest
	}
	return rest
}
