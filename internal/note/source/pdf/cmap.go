package pdf

import "unicode/utf16"

// cmap says what text the codes of a font stand for (a ToUnicode map), and how many bytes a code has.
type cmap struct {
	texts  map[uint32]string
	ranges []codeRange
	bytes  [5]bool // lengths of codes that the map declares
}

// codeRange is a run of codes whose texts count up from one.
type codeRange struct {
	low, high uint32
	first     string
}

// mostRanges is more than a font with every letter of Unicode needs.
const mostRanges = 1 << 16

// readCmap reads the operators of a map that matter (ISO 32000-1, 9.10.3).
func (f *File) readCmap(s *stream) *cmap {
	m := &cmap{texts: map[uint32]string{}}
	l := lexer{data: f.unpack(s)}
	var args []object
	for l.at < len(l.data) && f.spend(1) {
		o := l.next()
		op, is := o.(operator)
		if !is {
			if len(args) < 3*mostRanges {
				args = append(args, o)
			}
			continue
		}
		switch op {
		case "endcodespacerange":
			for _, o := range args {
				if s, is := o.(text); is && len(s) >= 1 && len(s) <= 4 {
					m.bytes[len(s)] = true
				}
			}
		case "endbfchar":
			m.chars(args)
		case "endbfrange":
			m.spans(args)
		}
		args = args[:0]
	}
	return m
}

func (m *cmap) chars(args []object) {
	for i := 0; i+1 < len(args); i += 2 {
		code, ok1 := args[i].(text)
		to, ok2 := args[i+1].(text)
		if ok1 && ok2 && len(m.texts) < mostRanges {
			m.texts[codeOf(code)] = utf16Text(to)
		}
	}
}

func (m *cmap) spans(args []object) {
	for i := 0; i+2 < len(args); i += 3 {
		low, ok1 := args[i].(text)
		high, ok2 := args[i+1].(text)
		if !ok1 || !ok2 || len(m.ranges) >= mostRanges {
			continue
		}
		switch to := args[i+2].(type) {
		case text:
			m.ranges = append(m.ranges, codeRange{codeOf(low), codeOf(high), utf16Text(to)})
		case array:
			for n, o := range to {
				if s, is := o.(text); is && len(m.texts) < mostRanges {
					m.texts[codeOf(low)+uint32(n)] = utf16Text(s)
				}
			}
		}
	}
}

func codeOf(s text) uint32 {
	var code uint32
	for i := 0; i < min(len(s), 4); i++ {
		code = code<<8 | uint32(s[i])
	}
	return code
}

func utf16Text(s text) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s) && i < 64; i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	if len(s) == 1 {
		units = append(units, uint16(s[0]))
	}
	return string(utf16.Decode(units))
}

// lookup gives the text of a code.
func (m *cmap) lookup(code uint32) (string, bool) {
	if s, ok := m.texts[code]; ok {
		return s, true
	}
	for _, r := range m.ranges {
		if code >= r.low && code <= r.high && r.first != "" {
			units := []rune(r.first)
			units[len(units)-1] += rune(code - r.low)
			return string(units), true
		}
	}
	return "", false
}
