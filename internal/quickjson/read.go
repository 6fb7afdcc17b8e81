// Package quickjson reads and writes the plain kind of JSON that a page sends
// when a whole room rates at once: no spaces, no escapes, nothing but ASCII,
// whole numbers. Package encoding/json, which Sala uses for everything else,
// takes about five times as long for a ballot.
//
// It never decides anything: what is not plain, or not what was expected, it
// gives up, and the caller asks encoding/json.
package quickjson

import "iter"

// Reader goes through one value. When anything is not plain it gives up: what
// it returns from then on is empty, and Done is false.
type Reader struct {
	rest   []byte
	gaveUp bool
}

// Read begins to read data.
func Read(data []byte) *Reader { return &Reader{rest: data} }

// GiveUp leaves the value to encoding/json.
func (r *Reader) GiveUp() { r.gaveUp = true }

// Done says whether all of the data was read and was plain.
func (r *Reader) Done() bool { return !r.gaveUp && len(r.rest) == 0 }

// Fields visits the fields of an object, by name. The visitor must read each
// field's value, or give up. A name may come twice.
func (r *Reader) Fields() iter.Seq[string] {
	return func(visit func(string) bool) {
		r.expect('{')
		if r.next('}') {
			return
		}
		for {
			name := r.String()
			r.expect(':')
			if r.gaveUp || !visit(name) {
				return
			}
			if r.next('}') {
				return
			}
			r.expect(',')
		}
	}
}

// String reads a string.
func (r *Reader) String() string {
	r.expect('"')
	for i, c := range r.rest {
		if c == '"' && !r.gaveUp {
			s := string(r.rest[:i])
			r.rest = r.rest[i+1:]
			return s
		}
		if !plain(c) {
			break
		}
	}
	r.GiveUp()
	return ""
}

// mostDigits keeps Int within 32 bits.
const mostDigits = 9

// Int reads a whole number that is not negative.
func (r *Reader) Int() int {
	n, digits := 0, 0
	for ; digits < len(r.rest) && r.rest[digits]-'0' <= 9; digits++ {
		if digits == mostDigits {
			r.GiveUp()
			return 0
		}
		n = 10*n + int(r.rest[digits]-'0')
	}
	if digits == 0 || (r.rest[0] == '0' && digits > 1) {
		r.GiveUp()
		return 0
	}
	r.rest = r.rest[digits:]
	return n
}

// next passes over c if it comes next.
func (r *Reader) next(c byte) bool {
	if r.gaveUp || len(r.rest) == 0 || r.rest[0] != c {
		return false
	}
	r.rest = r.rest[1:]
	return true
}

func (r *Reader) expect(c byte) {
	if !r.next(c) {
		r.GiveUp()
	}
}

// plain says that c stands for itself in a string, for encoding/json too, which
// escapes what HTML could mistake.
func plain(c byte) bool {
	return c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&'
}
