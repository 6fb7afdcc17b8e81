package report

import (
	"fmt"
	"strings"

	"sala.example/internal/document"
)

// dump writes a document as plain text: what changed as [-…-]{+…+}, a state in
// brackets, a table with bars.
func dump(d *document.Document) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n%s\n%s: %s\n(%s)\n", d.Kicker, d.Title, d.SubtitleLang, d.Subtitle, d.Footer)
	for _, b := range d.Blocks {
		out.WriteString(dumpBlock(b))
	}
	return out.String()
}

func dumpBlock(b document.Block) string {
	switch b := b.(type) {
	case document.Heading:
		state := ""
		if b.State != nil {
			state = " [" + b.State.Mark.Sign() + " " + b.State.Word + "]"
		}
		return "\n" + strings.Repeat("#", b.Level) + " " + b.Text + state + "\n"
	case document.Paragraph:
		return dumpRuns(b.Runs) + "\n"
	case document.Pair:
		return b.Left.Lang + "| " + dumpRuns(b.Left.Runs) + "\n" + b.Right.Lang + "| " + dumpRuns(b.Right.Runs) + "\n"
	case document.Table:
		return dumpTable(b)
	case document.Figure:
		return "picture: " + b.Drawing.Title + "\n  " + b.Drawing.Desc + "\n  " + b.Caption + "\n" + dumpTable(*b.Table)
	case document.List:
		out := ""
		for _, item := range b.Items {
			out += "- " + dumpRuns(item.Runs) + "\n"
		}
		return out
	case document.Rule:
		return "\n----\n"
	}
	return fmt.Sprintf("%T\n", b)
}

func dumpTable(t document.Table) string {
	out := ""
	if len(t.Header) > 0 {
		out += "| " + strings.Join(t.Header, " | ") + "\n"
	}
	for _, row := range t.Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, dumpRuns(c.Runs))
		}
		out += "| " + strings.Join(cells, " | ") + "\n"
	}
	return out
}

func dumpRuns(runs []document.Run) string {
	out := ""
	for _, r := range runs {
		switch {
		case r.Del:
			out += "[-" + r.Text + "-]"
		case r.Ins:
			out += "{+" + r.Text + "+}"
		default:
			out += strings.ReplaceAll(r.Text, "\n", "\n    ")
		}
	}
	return out
}
