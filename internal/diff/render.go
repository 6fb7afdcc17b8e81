package diff

import (
	"html"
	"strings"
)

// HTML writes the pieces with <del> and <ins> around what changed. The text is
// escaped; the result may stand in a page as it is.
func HTML(ops []Op) string {
	var out strings.Builder
	for _, op := range ops {
		text := html.EscapeString(op.Text)
		switch op.Kind {
		case Delete:
			text = "<del>" + text + "</del>"
		case Insert:
			text = "<ins>" + text + "</ins>"
		}
		out.WriteString(text)
	}
	return out.String()
}

// Text writes the pieces in the form [-deleted-]{+inserted+}. It is for reading:
// signs of that form in the text itself are not marked.
func Text(ops []Op) string {
	var out strings.Builder
	for _, op := range ops {
		switch op.Kind {
		case Delete:
			out.WriteString("[-" + op.Text + "-]")
		case Insert:
			out.WriteString("{+" + op.Text + "+}")
		default:
			out.WriteString(op.Text)
		}
	}
	return out.String()
}
