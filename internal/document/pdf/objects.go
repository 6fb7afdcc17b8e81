package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// ref is the number of an object; 0 is none.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// file collects the numbered objects of a PDF file (ISO 32000-1:2008, 7.5).
type file struct{ objects []object }

type object struct {
	body   string
	stream bool
}

// reserve gives a number to an object whose body is set later.
func (f *file) reserve() ref {
	f.objects = append(f.objects, object{body: "null"})
	return ref(len(f.objects))
}

func (f *file) set(r ref, body string) { f.objects[r-1].body = body }

func (f *file) add(body string) ref {
	r := f.reserve()
	f.set(r, body)
	return r
}

// stream adds a compressed stream; dict is what its dictionary holds besides
// length and filter.
func (f *file) stream(dict string, data []byte) ref {
	r := f.add(streamBody(dict, data))
	f.objects[r-1].stream = true
	return r
}

func streamBody(dict string, data []byte) string {
	var z bytes.Buffer
	// Writing to a bytes.Buffer never fails.
	zw := zlib.NewWriter(&z)
	_, _ = zw.Write(data)
	_ = zw.Close()
	return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", dict, z.Len(), z.Bytes())
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
