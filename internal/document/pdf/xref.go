package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"
)

// place is an entry of the cross-reference stream (7.5.8.3): at an offset in the
// file (kind 1), or as a member of an object stream (kind 2).
type place struct {
	kind   byte
	offset uint32 // kind 2: number of the object stream
	index  uint16 // kind 2: place in it
}

// perStream is how many objects share an object stream.
const perStream = 200

// writeTo prints the objects, small ones together in compressed object streams,
// and where they are. The file's identity is the hash of what it holds, so that
// equal papers are equal files.
func (f *file) writeTo(w io.Writer, root, info ref) error {
	packed := f.pack()
	places := make([]place, len(f.objects))
	copy(places, packed)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	for i := range f.objects {
		if f.objects[i].stream {
			places[i] = place{kind: 1, offset: uint32(b.Len())}
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, f.objects[i].body)
		}
	}
	start := b.Len()
	places = append(places, place{kind: 1, offset: uint32(start)})
	id := sha256.Sum256(b.Bytes())
	dict := fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %v/Info %v/ID[<%x><%x>]", len(places)+1, root, info, id[:16], id[:16])
	fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", len(places), streamBody(dict, entries(places)), start)
	_, err := w.Write(b.Bytes())
	return err
}

// pack moves the objects that are no streams into object streams (7.5.7), which
// come last, and returns their places.
func (f *file) pack() []place {
	places := make([]place, len(f.objects))
	var small []int
	for i, o := range f.objects {
		if !o.stream {
			small = append(small, i)
		}
	}
	for group := range slices.Chunk(small, perStream) {
		var index, bodies strings.Builder
		holder := uint32(len(f.objects) + 1)
		for n, i := range group {
			fmt.Fprintf(&index, "%d %d ", i+1, bodies.Len())
			bodies.WriteString(f.objects[i].body + "\n")
			places[i] = place{kind: 2, offset: holder, index: uint16(n)}
		}
		dict := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(group), index.Len())
		f.stream(dict, []byte(index.String()+bodies.String()))
	}
	return places
}

// entries is the cross-reference table in the widths 1, 4 and 2, after that of object 0.
func entries(places []place) []byte {
	b := []byte{0, 0, 0, 0, 0, 0xff, 0xff}
	for _, p := range places {
		b = append(b, p.kind)
		b = binary.BigEndian.AppendUint32(b, p.offset)
		b = binary.BigEndian.AppendUint16(b, p.index)
	}
	return b
}
