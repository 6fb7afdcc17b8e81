package documenttest

import (
	"strings"

	"sala.example/internal/document"
)

// Plain is the text of runs without their manner; removed words are left out.
func Plain(runs []document.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if !r.Del {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}
