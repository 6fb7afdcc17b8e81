package pdf

// object is nil, bool, float64, text, name, array, dict, *stream, ref or operator.
type object any

type (
	text     string // the bytes of a string
	name     string // without the slash
	operator string // a keyword
	array    []object
	dict     map[name]object
	ref      struct{ num, gen int }
)

// stream is a dictionary with packed bytes.
type stream struct {
	dict dict
	raw  []byte
	id   ref // for its key, when the file is encrypted
}

// deepest is how far arrays and dictionaries nest.
const deepest = 40

// largestObject is the most parts of one object, so that none takes more memory than a paper could need.
const largestObject = 200_000

// lexer reads objects from bytes. At the end it gives operator("").
type lexer struct {
	data  []byte
	at    int
	refs  bool // "1 0 R" is a reference; not so in a content stream
	parts int  // of the object that is being read
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func (l *lexer) skipSpace() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

func (l *lexer) peek(ahead int) byte {
	if l.at+ahead < len(l.data) {
		return l.data[l.at+ahead]
	}
	return 0
}

// next reads one object; operators, also "]" and ">>" out of place, come back as operator.
func (l *lexer) next() object {
	l.parts = 0
	o := l.object(0)
	l.at = min(l.at, len(l.data)) // what is cut off may be looked for past the end
	return o
}

func (l *lexer) object(depth int) object {
	l.skipSpace()
	if l.parts++; l.at >= len(l.data) || l.parts > largestObject {
		return operator("")
	}
	switch c := l.data[l.at]; {
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case c == '<' && l.peek(1) == '<':
		l.at += 2
		return l.dict(depth + 1)
	case c == '<':
		return l.hex()
	case c == '[':
		l.at++
		return l.array(depth + 1)
	case c == '>' && l.peek(1) == '>':
		l.at += 2
		return operator(">>")
	case isDelimiter(c):
		l.at++
		return operator(string(c))
	}
	return l.word()
}

// word reads a number, a reference, a constant or an operator.
func (l *lexer) word() object {
	start := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	word := l.data[start:l.at]
	if n, whole, ok := number(word); ok {
		if whole && l.refs {
			return l.reference(n)
		}
		return n
	}
	switch string(word) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return operator(word)
}

// reference reads "G R" after a whole number, else gives the number.
func (l *lexer) reference(n float64) object {
	back := l.at
	l.skipSpace()
	start := l.at
	for l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '9' {
		l.at++
	}
	gen, _, ok := number(l.data[start:l.at])
	l.skipSpace()
	if ok && l.peek(0) == 'R' && (l.at+1 == len(l.data) || isSpace(l.peek(1)) || isDelimiter(l.peek(1))) {
		l.at++
		return ref{int(n), int(gen)}
	}
	l.at = back
	return n
}

// number reads a number as PDF writes them, without exponent; of two points or signs the rest is ignored, as readers do.
func number(s []byte) (n float64, whole, ok bool) {
	sign, scale, digits := 1.0, 0.0, 0
	for i, c := range s {
		switch {
		case c >= '0' && c <= '9' && scale == 0:
			n, digits = n*10+float64(c-'0'), digits+1
		case c >= '0' && c <= '9':
			n, scale, digits = n+float64(c-'0')*scale, scale/10, digits+1
		case c == '.' && scale == 0:
			scale = 0.1
		case c == '-' && i == 0:
			sign = -1
		case c == '+' && i == 0, c == '-' && digits == 0:
		case c == '-' && digits > 0:
			return sign * n, scale == 0, true
		default:
			return 0, false, false
		}
	}
	return sign * min(n, 1e15), scale == 0, digits > 0
}

func (l *lexer) name() object {
	l.at++
	var out []byte
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		c := l.data[l.at]
		if high, low := unhex(l.peek(1)), unhex(l.peek(2)); c == '#' && high >= 0 && low >= 0 {
			c = byte(high<<4 | low)
			l.at += 2
		}
		out = append(out, c)
		l.at++
	}
	return name(out)
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (l *lexer) hex() object {
	l.at++
	var out []byte
	half := -1
	for l.at < len(l.data) && l.data[l.at] != '>' {
		if v := unhex(l.data[l.at]); v >= 0 && half >= 0 {
			out, half = append(out, byte(half<<4|v)), -1
		} else if v >= 0 {
			half = v
		}
		l.at++
	}
	l.at++
	if half >= 0 {
		out = append(out, byte(half<<4))
	}
	return text(out)
}

// literal reads a string in brackets with its escapes.
func (l *lexer) literal() object {
	l.at++
	var out []byte
	for depth := 1; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.at++
				return text(out)
			}
		case '\\':
			if escaped, ok := l.escape(); ok {
				out = append(out, escaped)
			}
			continue
		}
		out = append(out, c)
	}
	return text(out)
}

// escape reads what follows a backslash and stops on its last byte; a line end after one is left out.
func (l *lexer) escape() (c byte, ok bool) {
	l.at++
	switch c = l.peek(0); c {
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case '\n':
		return 0, false
	case '\r':
		if l.peek(1) == '\n' {
			l.at++
		}
		return 0, false
	}
	if c < '0' || c > '7' {
		return c, l.at < len(l.data)
	}
	value := int(c - '0')
	for n := 0; n < 2 && l.peek(1) >= '0' && l.peek(1) <= '7'; n++ {
		l.at++
		value = value<<3 | int(l.peek(0)-'0')
	}
	return byte(value), true
}

func (l *lexer) array(depth int) object {
	out := array{}
	for depth < deepest && l.at < len(l.data) {
		o := l.object(depth)
		if op, is := o.(operator); is {
			if op == "]" || op == "" || op == "endobj" {
				break
			}
			continue
		}
		out = append(out, o)
	}
	return out
}

func (l *lexer) dict(depth int) object {
	out := dict{}
	for depth < deepest && l.at < len(l.data) {
		key := l.object(depth)
		if op, is := key.(operator); is && (op == ">>" || op == "" || op == "endobj" || op == "stream") {
			break
		}
		k, is := key.(name)
		if !is {
			continue
		}
		value := l.object(depth)
		if op, is := value.(operator); is {
			if op == ">>" || op == "" {
				break
			}
			continue
		}
		out[k] = value
	}
	return out
}
