package diff

import "strings"

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
