package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"sala.example/internal/document"
)

// parsed is a PDF file of ours, read back by its cross-reference stream.
type parsed struct {
	t       testing.TB
	objects map[int]string // body; a stream's data is inflated
	trailer string
}

func render(t testing.TB, d *document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func parse(t testing.TB, file []byte) *parsed {
	t.Helper()
	tail := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	if tail == nil {
		t.Fatal("file does not end with startxref")
	}
	p := &parsed{t: t, objects: map[int]string{}}
	at, _ := strconv.Atoi(string(tail[1]))
	var table string
	p.trailer, table = p.stream(string(file[at:]))
	holders := map[int][]int{}
	for n := 1; n < len(table)/7; n++ {
		e := []byte(table[7*n:])
		offset := int(binary.BigEndian.Uint32(e[1:]))
		switch e[0] {
		case 1:
			body := string(file[offset:])
			if !strings.HasPrefix(body, fmt.Sprintf("%d 0 obj\n", n)) {
				t.Fatalf("object %d is not at %d", n, offset)
			}
			dict, data := p.stream(body)
			p.objects[n] = dict + "\n" + data
		case 2:
			holders[offset] = append(holders[offset], n)
		}
	}
	for holder := range holders {
		p.unpack(p.objects[holder])
	}
	return p
}

// stream splits an object into its dictionary and its inflated data.
func (p *parsed) stream(object string) (dict, data string) {
	p.t.Helper()
	dict, rest, ok := strings.Cut(object, "\nstream\n")
	n := number(dict, `/Length (\d+)`)
	if !ok || n > len(rest) {
		p.t.Fatal("a stream is too short")
	}
	z, err := zlib.NewReader(strings.NewReader(rest[:n]))
	if err != nil {
		p.t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		p.t.Fatal(err)
	}
	return dict, string(out)
}

func (p *parsed) unpack(holder string) {
	_, data, _ := strings.Cut(holder, "\n")
	dict, data, _ := strings.Cut(data, "\n")
	first := number(dict, `/First (\d+)`)
	index := strings.Fields(data[:first])
	for i := 0; i < len(index); i += 2 {
		n, _ := strconv.Atoi(index[i])
		from, _ := strconv.Atoi(index[i+1])
		to := len(data) - first
		if i+3 < len(index) {
			to, _ = strconv.Atoi(index[i+3])
		}
		p.objects[n] = data[first+from : first+to]
	}
}

// number is the first group of a pattern in s, or 0.
func number(s, pattern string) int {
	m := regexp.MustCompile(pattern).FindStringSubmatch(s)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

func (p *parsed) catalog() string { return p.objects[number(p.trailer, `/Root (\d+)`)] }

// pages are the page objects in order.
func (p *parsed) pages() []string {
	root := p.objects[number(p.catalog(), `/Pages (\d+)`)]
	_, kids, _ := strings.Cut(root, "/Kids[")
	var out []string
	for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(kids, -1) {
		n, _ := strconv.Atoi(m[1])
		out = append(out, p.objects[n])
	}
	return out
}

func (p *parsed) content(page string) string {
	return p.objects[number(page, `/Contents (\d+)`)]
}

// withTag counts the structure elements of a kind.
func (p *parsed) withTag(tag string) int {
	n := 0
	for _, o := range p.objects {
		if strings.HasPrefix(o, "<</Type/StructElem/S/"+tag+"/") {
			n++
		}
	}
	return n
}

var marked = regexp.MustCompile(`(?s)/(\w+)<</MCID (\d+)(.*?)>>BDC\n(.*?)EMC\n`)

// text is what a reader gets from a page, in the order of the marked content:
// its ActualText, or its glyphs by ToUnicode.
func (p *parsed) text(page string) string {
	maps := p.unicodeMaps(page)
	var b strings.Builder
	for _, m := range marked.FindAllStringSubmatch(p.content(page), -1) {
		if m[1] == "Figure" {
			continue
		}
		if _, actual, ok := strings.Cut(m[3], "/ActualText<FEFF"); ok {
			digits, _, _ := strings.Cut(actual, ">")
			b.WriteString(utf16Text(p.t, digits))
			continue
		}
		b.WriteString(p.glyphText(m[4], maps))
	}
	return b.String()
}

var shown = regexp.MustCompile(`/(F\d) \S+ Tf|<([0-9A-F]*)>`)

func (p *parsed) glyphText(ops string, maps map[string]map[string]string) string {
	var b strings.Builder
	font := ""
	for _, m := range shown.FindAllStringSubmatch(ops, -1) {
		if m[1] != "" {
			font = m[1]
			continue
		}
		for i := 0; i+4 <= len(m[2]); i += 4 {
			b.WriteString(maps[font][m[2][i:i+4]])
		}
	}
	return b.String()
}

// unicodeMaps are the page's fonts' maps from code to text.
func (p *parsed) unicodeMaps(page string) map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, m := range regexp.MustCompile(`/(F\d) (\d+) 0 R`).FindAllStringSubmatch(page, -1) {
		n, _ := strconv.Atoi(m[2])
		cmap := p.objects[number(p.objects[n], `/ToUnicode (\d+)`)]
		out[m[1]] = map[string]string{}
		for _, pair := range regexp.MustCompile(`<([0-9A-F]+)> <([0-9A-F]+)>\n`).FindAllStringSubmatch(cmap, -1) {
			out[m[1]][pair[1]] = utf16Text(p.t, pair[2])
		}
	}
	return out
}

func utf16Text(t testing.TB, digits string) string {
	t.Helper()
	raw, err := hex.DecodeString(digits)
	if err != nil {
		t.Fatal(err)
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(raw[2*i:])
	}
	return string(utf16.Decode(units))
}
