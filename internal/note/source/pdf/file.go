package pdf

import (
	"bytes"
	"cmp"
	"slices"
)

// File is an opened PDF file.
type File struct {
	data     []byte
	limits   Limits
	places   map[int]place  // by object number
	packs    map[int][]byte // object streams, unpacked
	cache    map[int]object
	trailer  dict
	key      *decrypter
	fonts    map[ref]*font
	forms    map[*stream][]byte
	unread   map[unreadCode]int // glyphs without a letter, numbered
	ends     [2]int             // where the next endobj and endstream are, for the scan
	resolved int                // how deep references are being followed
	unpacked int64
	steps    int
	err      error // the first limit that was passed; everything stops
}

// place is where an object lies: at an offset, or as one of an object stream.
type place struct {
	at, gen  int
	packed   int // number of the object stream, 0 for none
	position int // of the object or its stream in the file: the last one wins
}

// Open finds the objects of a file. It gives ErrBroken, ErrPassword or ErrTooLarge.
func Open(data []byte, limits Limits) (*File, error) {
	f := &File{data: data, limits: limits, places: map[int]place{}, packs: map[int][]byte{}, cache: map[int]object{}, trailer: dict{}, fonts: map[ref]*font{}, forms: map[*stream][]byte{}, unread: map[unreadCode]int{}}
	packs := f.scan()
	if f.trailer["Encrypt"] != nil {
		key, err := f.decrypter()
		if err != nil {
			return nil, err
		}
		f.key = key
		clear(f.cache)
	}
	f.unpackAll(packs)
	if f.err == nil && f.dict(f.root()["Pages"]) == nil {
		f.findRoot()
	}
	if f.err == nil && f.dict(f.root()["Pages"]) == nil {
		return nil, ErrBroken
	}
	return f, f.err
}

func (f *File) root() dict { return f.dict(f.trailer["Root"]) }

// What things cost in steps: what is kept costs more than what is only looked at.
const (
	placeCost  = 16
	partCost   = 4
	letterCost = 5
	bytesAStep = 256
)

// spend counts work and says whether there may be more.
func (f *File) spend(steps int) bool {
	if f.steps += steps; f.steps > f.limits.Steps && f.err == nil {
		f.err = ErrTooLarge
	}
	return f.err == nil
}

var (
	markObject    = []byte("obj")
	markEndObject = []byte("endobj")
	markStream    = []byte("stream")
	markEndStream = []byte("endstream")
	markTrailer   = []byte("trailer")
)

// scan notes every object, and takes what the trailers say; it lists the object streams in the order of the file.
func (f *File) scan() (packs []int) {
	for at := 0; f.spend(1); {
		found := bytes.Index(f.data[at:], markObject)
		f.readTrailers(f.data[at:], found)
		if found < 0 {
			break
		}
		at += found
		id, ok := f.idBefore(at)
		at += len(markObject)
		if !ok {
			continue
		}
		f.spend(placeCost)
		f.places[id.num] = place{at: at, gen: id.gen, position: at}
		head, next := f.extent(at)
		if bytes.Contains(head, []byte("/ObjStm")) {
			packs = append(packs, id.num)
		}
		if bytes.Contains(head, []byte("/XRef")) {
			f.addTrailer(head)
		}
		at = next
	}
	return packs
}

// readTrailers reads the trailers in the bytes before the next object.
func (f *File) readTrailers(data []byte, end int) {
	if end >= 0 {
		data = data[:end]
	}
	for {
		at := bytes.Index(data, markTrailer)
		if at < 0 || !f.spend(1) {
			return
		}
		data = data[at+len(markTrailer):]
		f.addTrailer(data)
	}
}

// addTrailer keeps the entries that matter; those of a later trailer win.
func (f *File) addTrailer(data []byte) {
	l := lexer{data: data[:min(len(data), 1<<16)], refs: true}
	found, _ := l.next().(dict)
	for _, key := range []name{"Root", "Encrypt", "ID"} {
		if found["Root"] != nil && found[key] != nil {
			f.trailer[key] = found[key]
		}
	}
}

// idBefore reads "12 0 " before the word obj.
func (f *File) idBefore(at int) (id ref, ok bool) {
	if at >= 3 && string(f.data[at-3:at]) == "end" {
		return id, false
	}
	gen, at, ok1 := f.numberBefore(at)
	num, _, ok2 := f.numberBefore(at)
	return ref{num, gen}, ok1 && ok2 && num > 0 && num < 1<<23
}

func (f *File) numberBefore(at int) (n, start int, ok bool) {
	for at > 0 && isSpace(f.data[at-1]) {
		at--
	}
	end := at
	for at > 0 && end-at < 10 && f.data[at-1] >= '0' && f.data[at-1] <= '9' {
		at--
	}
	value, _, ok := number(f.data[at:end])
	return int(value), at, ok
}

// extent gives the beginning of an object, up to its stream if it has one, and where to look for the next object.
func (f *File) extent(at int) (head []byte, next int) {
	rest := f.data[at:]
	end := f.nextEnd(0, at, markEndObject) - at
	start := bytes.Index(rest[:end], markStream)
	if start < 0 {
		return rest[:min(end, 1<<16)], at + end
	}
	next = f.nextEnd(1, at+start, markEndStream)
	if next == len(f.data) {
		next = at + start
	}
	return rest[:min(start, 1<<16)], next
}

// nextEnd finds a mark from a place on, the end of the file if there is none. The scan only goes forward: what was found is
// remembered until it is passed, so that a file without marks is searched once.
func (f *File) nextEnd(which, at int, mark []byte) int {
	if f.ends[which] < at {
		found := bytes.Index(f.data[at:], mark)
		if found < 0 {
			found = len(f.data) - at
		}
		f.ends[which] = at + found
	}
	return f.ends[which]
}

// findRoot looks for the catalogue in a file whose trailer is lost.
func (f *File) findRoot() {
	for _, num := range slices.Sorted(keys(f.places)) {
		if !f.spend(10) {
			return
		}
		if d := f.dict(ref{num, 0}); d["Type"] == name("Catalog") && d["Pages"] != nil {
			f.trailer["Root"] = ref{num, 0}
		}
	}
}

func keys(m map[int]place) func(func(int) bool) {
	return func(yield func(int) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// resolve follows references, to a depth that no real file reaches.
func (f *File) resolve(o object) object {
	for range 8 {
		r, is := o.(ref)
		if !is {
			return o
		}
		o = f.load(r.num)
	}
	return nil
}

// load reads an object once. While an object is being read it is nil for itself, so that no circle has an end to seek.
func (f *File) load(num int) object {
	if o, known := f.cache[num]; known {
		return o
	}
	p, there := f.places[num]
	if !there || f.resolved > deepest || !f.spend(10) {
		return nil
	}
	f.cache[num] = nil
	f.resolved++
	defer func() { f.resolved-- }()
	var o object
	if p.packed > 0 {
		o = f.packed(p)
	} else {
		o = f.parse(p, num)
	}
	f.cache[num] = o
	return o
}

// parse reads the object at a place, with its stream.
func (f *File) parse(p place, num int) object {
	l := lexer{data: f.data, at: p.at, refs: true}
	o := l.next()
	f.spend(partCost*l.parts + (l.at-p.at)/bytesAStep)
	id := ref{num, p.gen}
	if f.key != nil {
		o = f.key.texts(o, id, 0)
	}
	d, is := o.(dict)
	l.skipSpace()
	if !is || !bytes.HasPrefix(f.data[l.at:], markStream) {
		return o
	}
	start := l.at + len(markStream)
	if bytes.HasPrefix(f.data[start:], []byte("\r\n")) {
		start += 2
	} else if start < len(f.data) && (f.data[start] == '\n' || f.data[start] == '\r') {
		start++
	}
	return &stream{dict: d, raw: f.streamBytes(d, start), id: id}
}

// streamBytes believes the stated length if the stream ends there, else it looks for the end.
func (f *File) streamBytes(d dict, start int) []byte {
	rest := f.data[min(start, len(f.data)):]
	if n := f.integer(d["Length"]); n > 0 && n <= len(rest) {
		l := lexer{data: rest[n:min(len(rest), n+32)]}
		if l.skipSpace(); bytes.HasPrefix(l.data[l.at:], []byte("endst")) {
			return rest[:n]
		}
	}
	end := bytes.Index(rest, markEndStream)
	if end < 0 {
		end = len(rest)
	}
	f.spend(end / bytesAStep)
	return rest[:end]
}

func (f *File) dict(o object) dict {
	switch o := f.resolve(o).(type) {
	case dict:
		return o
	case *stream:
		return o.dict
	}
	return nil
}

func (f *File) array(o object) array {
	a, _ := f.resolve(o).(array)
	return a
}

func (f *File) number(o object) float64 {
	n, _ := f.resolve(o).(float64)
	return n
}

func (f *File) integer(o object) int { return int(f.number(o)) }

func (f *File) name(o object) name {
	n, _ := f.resolve(o).(name)
	return n
}

// packed reads an object of an object stream.
func (f *File) packed(p place) object {
	l := lexer{data: f.packs[p.packed], at: p.at, refs: true}
	o := l.next()
	f.spend(partCost*l.parts + (l.at-p.at)/bytesAStep)
	return o
}

// unpackAll opens the object streams and notes what lies in them.
func (f *File) unpackAll(nums []int) {
	slices.SortFunc(nums, func(a, b int) int { return cmp.Compare(f.places[a].position, f.places[b].position) })
	for _, num := range slices.Compact(nums) {
		s, is := f.load(num).(*stream)
		if !is || !f.spend(10) {
			continue
		}
		data, first, position := f.unpack(s), f.integer(s.dict["First"]), f.places[num].position
		f.packs[num] = data
		l := lexer{data: data[:max(0, min(first, len(data)))]}
		for n := f.integer(s.dict["N"]); n > 0 && l.at < len(l.data) && f.spend(placeCost); n-- {
			id, ok1 := l.next().(float64)
			offset, ok2 := l.next().(float64)
			if known := f.places[int(id)]; ok1 && ok2 && known.position < position && offset >= 0 {
				f.places[int(id)] = place{at: first + int(offset), packed: num, position: position}
			}
		}
	}
}
