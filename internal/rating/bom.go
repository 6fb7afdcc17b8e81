package rating

import (
	"bufio"
	"io"
)

// skipBOM drops the byte order mark that spreadsheets write before UTF-8.
func skipBOM(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	if head, err := b.Peek(3); err == nil && string(head) == "\ufeff" {
		_, _ = b.Discard(3) // just peeked, so it cannot fail
	}
	return b
}
