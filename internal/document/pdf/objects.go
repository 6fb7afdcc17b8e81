package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// ref is the number of an object; 0 is none.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// file collects the numbered objects of a PDF file (ISO 32000-1:2008, 7.5).
type file struct{ bodies []string }

// reserve gives a number to an object whose body is set later.
func (f *file) reserve() ref {
	f.bodies = append(f.bodies, "null")
	return ref(len(f.bodies))
}

func (f *file) set(r ref, body string) { f.bodies[r-1] = body }

func (f *file) add(body string) ref {
	r := f.reserve()
	f.set(r, body)
	return r
}

// stream adds a compressed stream; dict is what its dictionary holds besides
// length and filter.
func (f *file) stream(dict string, data []byte) ref {
	var z bytes.Buffer
	// Writing to a bytes.Buffer never fails.
	zw := zlib.NewWriter(&z)
	_, _ = zw.Write(data)
	_ = zw.Close()
	return f.add(fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", dict, z.Len(), z.Bytes()))
}

// writeTo prints header, objects, cross-reference table and trailer. The file's
// identity is the hash of its objects, so that equal papers are equal files.
func (f *file) writeTo(w io.Writer, root, info ref) error {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(f.bodies))
	for i, body := range f.bodies {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	id := sha256.Sum256(b.Bytes())
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(f.bodies)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root %v/Info %v/ID[<%x><%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.bodies)+1, root, info, id[:16], id[:16], start)
	_, err := w.Write(b.Bytes())
	return err
}

// textString is a PDF text string (7.9.2.2) in UTF-16 with its mark.
func textString(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}

// literal is a PDF string for plain ASCII: language tags, addresses. Anything
// else is written as a byte escape.
func literal(s string) string {
	var b strings.Builder
	b.WriteByte('(')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '(', c == ')', c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < 0x20 || c > 0x7e:
			fmt.Fprintf(&b, "\\%03o", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String() + ")"
}

// num prints a length with at most two decimals.
func num(f float64) string {
	s := strconv.FormatFloat(f, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// rgb prints the three shares of a "#rrggbb" colour; ok is false for any other
// text.
func rgb(hex string) (_ string, ok bool) {
	if len(hex) != 7 || hex[0] != '#' {
		return "", false
	}
	v, err := strconv.ParseUint(hex[1:], 16, 32)
	if err != nil {
		return "", false
	}
	share := func(shift uint) string {
		return strconv.FormatFloat(float64(v>>shift&255)/255, 'f', 3, 64)
	}
	return share(16) + " " + share(8) + " " + share(0), true
}
