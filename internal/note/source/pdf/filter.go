package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"io"
)

// unpack gives the bytes of a stream, as far as they can be read; nil for a picture or an unknown packing.
func (f *File) unpack(s *stream) []byte {
	data := s.raw
	if f.key != nil && s.dict["Type"] != name("XRef") {
		data = f.key.stream(data, s.id)
	}
	filters, params := f.list(s.dict["Filter"]), f.list(s.dict["DecodeParms"])
	for i, filter := range filters {
		if i >= 8 || f.err != nil {
			return nil
		}
		var param dict
		if i < len(params) {
			param = f.dict(params[i])
		}
		data = f.filter(f.name(filter), param, data)
	}
	return data
}

// list gives an array as it is and anything else as a list of one.
func (f *File) list(o object) array {
	switch o := f.resolve(o).(type) {
	case nil:
		return nil
	case array:
		return o
	default:
		return array{o}
	}
}

func (f *File) filter(kind name, param dict, data []byte) []byte {
	switch kind {
	case "FlateDecode", "Fl":
		return f.predict(param, f.inflate(data))
	case "ASCIIHexDecode", "AHx":
		l := lexer{data: append([]byte("<"), data...)}
		out, _ := l.hex().(text)
		return []byte(out)
	case "ASCII85Decode", "A85":
		return f.limited(ascii85.NewDecoder(bytes.NewReader(bytes.TrimSuffix(bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~")), []byte("~>")))))
	case "Crypt":
		return data
	}
	return nil
}

// inflate reads past the two bytes of the zlib header; a damaged end does not take what came before it.
func (f *File) inflate(data []byte) []byte {
	if data = bytes.TrimLeft(data, "\r\n"); len(data) < 2 {
		return nil
	}
	return f.limited(flate.NewReader(bytes.NewReader(data[2:])))
}

// limited reads what the limits still allow.
func (f *File) limited(r io.Reader) []byte {
	left := min(f.limits.Unpacked-f.unpacked, f.limits.Stream)
	var out bytes.Buffer
	n, _ := io.Copy(&out, io.LimitReader(r, left+1))
	if f.unpacked += n; n > left && f.err == nil {
		f.err = ErrTooLarge
	}
	return out.Bytes()
}

// predict undoes the PNG predictors (ISO 32000-1, 7.4.4.4), with which tables are packed.
func (f *File) predict(param dict, data []byte) []byte {
	if f.integer(param["Predictor"]) < 10 {
		return data
	}
	bits := max(1, f.integer(param["BitsPerComponent"])) * max(1, f.integer(param["Colors"]))
	if param["BitsPerComponent"] == nil {
		bits *= 8
	}
	columns := max(1, f.integer(param["Columns"]))
	if columns > 1<<20 || bits > 256 {
		return nil
	}
	width, back := (columns*bits+7)/8, (bits+7)/8
	out := make([]byte, 0, len(data))
	above := make([]byte, width)
	for len(data) > 1 {
		kind, row := data[0], data[1:min(len(data), width+1)]
		data = data[len(row)+1:]
		unfilter(kind, row, above, back)
		out = append(out, row...)
		above = append(above[:0], row...)
		above = append(above, make([]byte, width-len(row))...)
	}
	return out
}

func unfilter(kind byte, row, above []byte, back int) {
	for i := range row {
		var left, corner byte
		if i >= back {
			left, corner = row[i-back], above[i-back]
		}
		switch kind {
		case 1:
			row[i] += left
		case 2:
			row[i] += above[i]
		case 3:
			row[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			row[i] += paeth(left, above[i], corner)
		}
	}
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int { return max(n, -n) }
