package source

import (
	"strings"
)

// body writes the lines of a text. Past MaxText it takes no more; check then refuses it.
type body struct {
	out   strings.Builder
	lines int  // written so far
	blank bool // the last line is empty, or none is written
}

func newBody() *body { return &body{blank: true} }

// line writes one line as it is and gives its number.
func (b *body) line(s string) int {
	if b.out.Len() <= MaxText {
		b.out.WriteString(s)
		b.out.WriteByte('\n')
	}
	b.lines++
	b.blank = s == ""
	return b.lines
}

// gap writes an empty line where there is none yet.
func (b *body) gap() {
	if !b.blank {
		b.line("")
	}
}

// full says that no more can be written.
func (b *body) full() bool { return b.out.Len() > MaxText }

func (b *body) String() string { return b.out.String() }

// paragraph is a text with what its place in the document says about it. A line break in it is "\n".
type paragraph struct {
	text   string
	level  int    // of a heading, 0 for none
	mark   string // "- ", "3. ", "(b) "
	strong bool   // all of it is bold
}

// lines gives a paragraph as lines for the body. An empty paragraph is an empty line.
func (p paragraph) lines() []string {
	var out []string
	for part := range strings.SplitSeq(p.text, "\n") {
		part = strings.TrimRight(part, " \t\u00A0")
		switch {
		case strings.TrimSpace(part) == "":
			continue
		case len(out) > 0:
			out = append(out, part)
			continue
		}
		switch text := strings.TrimSpace(part); {
		case p.level > 0:
			part = strings.Repeat("#", min(p.level, 6)) + " " + p.mark + text
		case p.mark != "":
			part = p.mark + text
		case p.strong && !strings.Contains(text, "*"):
			part = "**" + text + "**"
		}
		out = append(out, part)
	}
	if len(out) == 0 {
		out = append(out, "")
	}
	return out
}

// inCell gives a paragraph as it stands in a table: a bullet says nothing there, and spaces do not set columns.
func (p paragraph) inCell() []string {
	if strings.TrimSpace(p.mark) == "-" {
		p.mark = ""
	}
	var out []string
	for part := range strings.SplitSeq(p.mark+p.text, "\n") {
		if part = strings.Join(strings.Fields(part), " "); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// tableRow writes cells as a table row.
func tableRow(cells []string) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString("| ")
		b.WriteString(strings.ReplaceAll(c, "|", `\|`))
		b.WriteByte(' ')
	}
	b.WriteByte('|')
	return b.String()
}
