package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// file makes a PDF of objects, numbered from 1; the first is the catalogue. There is no cross-reference table: none is read.
func file(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	b.WriteString("trailer << /Root 1 0 R >>\n%%EOF")
	return b.Bytes()
}

func streamOf(head, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", head, len(data), data)
}

func packed(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(data))
	w.Close()
	return b.String()
}

const (
	catalogue = "<< /Type /Catalog /Pages 2 0 R >>"
	tree      = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
	onePage   = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>"
	helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /FirstChar 65 /Widths [500 600 700] /Encoding << /Differences [67 /eacute /uni0E01 /nothing] >> >>"
)

// draws reads the only page of a file with this content.
func draws(t *testing.T, content string, more ...string) Page {
	t.Helper()
	return opened(t, file(append([]string{catalogue, tree, onePage, streamOf("", content), helvetica}, more...)...))[0]
}

func opened(t *testing.T, data []byte) []Page {
	t.Helper()
	f, err := Open(data, Standard)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := pagesOf(f)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func pagesOf(f *File) (pages []Page, err error) {
	err = f.Each(func(p *Page) { pages = append(pages, *p) })
	return pages, err
}

func letters(p Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

func TestLettersStandWhereTheyAreDrawn(t *testing.T) {
	p := draws(t, "BT /F 10 Tf 100 700 Td (AB) Tj [(A) -1000 (A)] TJ 0 -20 Td 200 Tz 3 Ts (B) Tj ET q 2 0 0 2 10 10 cm BT /F 10 Tf (A) Tj ET Q")
	type at struct {
		s       string
		x, y, w float64
	}
	want := []at{{"A", 100, 700, 5}, {"B", 105, 700, 6}, {"A", 111, 700, 5}, {"A", 126, 700, 5}, {"B", 100, 683, 12}, {"A", 10, 16, 20}}
	if len(p.Glyphs) != len(want) || p.Width != 600 || p.Height != 800 {
		t.Fatalf("%+v", p)
	}
	for i, g := range p.Glyphs {
		if got := (at{g.Text, g.X, g.Y, g.Width}); got != want[i] || !g.Bold {
			t.Errorf("letter %d: %+v, want %+v", i, g, want[i])
		}
	}
}

func TestCodesBecomeText(t *testing.T) {
	if got := letters(draws(t, `BT /F 10 Tf (A\103D\(\051E) Tj <41 4> Tj ET`)); got != "Aéก()\uFFFDA@" {
		t.Errorf("simple font: %q", got)
	}
	cmap := "1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <0E01> <0002> <0E490E33> endbfchar 2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0058> <0059>] endbfrange"
	composite := []string{
		catalogue, tree, onePage, streamOf("", "BT /F 10 Tf <0001000200110021> Tj <0099> Tj ET"),
		"<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /DescendantFonts [<< /DW 800 /W [1 [100 0] 16 18 300] >>] /ToUnicode 6 0 R >>",
		streamOf("/Filter /FlateDecode", packed(cmap)),
	}
	p := opened(t, file(composite...))[0]
	if got := letters(p); got != "ก้ำBY\uFFFD" {
		t.Errorf("composite font: %q", got)
	}
	if p.Glyphs[0].Width != 1 || p.Glyphs[1].Width != 0 || p.Glyphs[2].Width != 3 || p.Glyphs[3].Width != 8 {
		t.Errorf("widths: %+v", p.Glyphs)
	}
}

// A glyph without a letter has a number of its own.
func TestUnreadGlyphsAreNumbered(t *testing.T) {
	p := draws(t, `BT /F 10 Tf (AEBEA) Tj ET`)
	for i, want := range []int{0, 1, 0, 1, 0} {
		if got := p.Glyphs[i].Unread; got != want {
			t.Errorf("letter %d: %d, want %d", i, got, want)
		}
	}
}

// A page that lies on its side is turned.
func TestPagesOnTheirSide(t *testing.T) {
	for turn, want := range map[string]struct{ x, y, width float64 }{
		"0 1 -1 0 100 50":  {50, 500, 800},
		"0 -1 1 0 100 50":  {750, 100, 800},
		"-1 0 0 -1 100 50": {500, 750, 600},
		"1 0 0 1 100 50":   {100, 50, 600},
	} {
		p := draws(t, "BT /F 10 Tf "+turn+" Tm (ABA) Tj ET BT /F 5 Tf (B) Tj ET")
		if g := p.Glyphs[0]; g.X != want.x || g.Y != want.y || p.Width != want.width {
			t.Errorf("%s: %+v on a page %g wide", turn, g, p.Width)
		}
	}
}

func TestMarkedContent(t *testing.T) {
	p := draws(t, "/Artifact BMC BT /F 10 Tf (A) Tj ET EMC /Span << /ActualText <FEFF0E190E490E33> >> BDC BT /F 10 Tf (AB) Tj ET EMC BT /F 9 Tf (B) Tj ET")
	if letters(p) != "Aน้ำB" || !p.Glyphs[0].Decoration || p.Glyphs[1].Decoration {
		t.Errorf("%+v", p.Glyphs)
	}
}

func TestFormsPicturesAndLines(t *testing.T) {
	form := streamOf("/Subtype /Form /Matrix [1 0 0 1 50 0]", "BT /F 10 Tf (A) Tj ET /X Do")
	p := draws(t, "/X Do BI /W 1 ID (junk) EI 10 10 m 100 10 l S 20 20 80 40 re S 0 0 200 1 re f 5 5 m 90 90 l S 0 0 300 300 re f", form)
	if got := letters(p); got != "AAAAAA" || p.Glyphs[0].X != 50 || p.Glyphs[1].X != 100 { // the form draws itself, to a depth
		t.Errorf("%q %+v", got, p.Glyphs)
	}
	want := []Rule{{10, 10, 100, 10}, {20, 20, 100, 20}, {100, 20, 100, 60}, {20, 60, 100, 60}, {20, 20, 20, 60}, {0, 0.5, 200, 0.5}}
	if fmt.Sprint(p.Rules) != fmt.Sprint(want) || p.Pictures != 1 {
		t.Errorf("%v, %d pictures", p.Rules, p.Pictures)
	}
}

func TestTurnedPages(t *testing.T) {
	page := strings.Replace(onePage, "/Type /Page", "/Type /Page /Rotate 90", 1)
	p := opened(t, file(catalogue, tree, page, streamOf("", "BT /F 10 Tf 0 1 -1 0 590 20 Tm (A) Tj ET"), helvetica))[0]
	if p.Width != 800 || p.Height != 600 || len(p.Glyphs) != 1 || p.Glyphs[0].X != 20 || p.Glyphs[0].Y != 10 {
		t.Errorf("%+v", p)
	}
}

// Objects may lie in object streams; the last one of a number counts, wherever it lies.
func TestObjectStreamsAndUpdates(t *testing.T) {
	inside := "2 0 3 50 " + fmt.Sprintf("%-50s", tree) + onePage
	data := file(catalogue, "(old)", "(old)", streamOf("", "BT /F 10 Tf (B) Tj ET"), helvetica,
		streamOf("/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode", packed(inside)))
	data = append(data, "\n4 0 obj "+streamOf("", "BT /F 10 Tf (A) Tj ET")+" endobj"...)
	if got := letters(opened(t, data)[0]); got != "A" {
		t.Errorf("%q", got)
	}
}

func TestPredictors(t *testing.T) {
	rows := "\x00abc\x01a\x01\x01\x02\x01\x01\x01\x03\x01\x01\x01\x04\x01\x00\x00"
	f := &File{limits: Standard}
	got := f.predict(dict{"Predictor": 15.0, "Columns": 3.0}, []byte(rows))
	if want := "abcabcbcdcde"; !strings.HasPrefix(string(got), "abcabcbcd") || len(got) != 15 {
		t.Errorf("%q, want it to begin as %q", got, want)
	}
}

func TestOpenRefuses(t *testing.T) {
	many := make([]string, 0, 700)
	many = append(many, catalogue, "")
	kids := ""
	for i := range 501 {
		many = append(many, "<< /Type /Page >>")
		kids += fmt.Sprintf("%d 0 R ", i+3)
	}
	many[1] = "<< /Type /Pages /Kids [" + kids + "] >>"
	encrypted := bytes.Replace(file(catalogue, tree, onePage), []byte("/Root 1 0 R"), []byte("/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <00> /U <00> >>"), 1)
	bomb := streamOf("/Filter /FlateDecode", packed(strings.Repeat("0 ", 13<<20)))
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":    {nil, ErrBroken},
		"no pages":   {[]byte("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj"), ErrBroken},
		"password":   {encrypted, ErrPassword},
		"501 pages":  {file(many...), ErrTooLarge},
		"a bomb":     {file(catalogue, tree, onePage, bomb, helvetica), ErrTooLarge},
		"many steps": {file(catalogue, tree, onePage, streamOf("/Filter /FlateDecode", packed(strings.Repeat("q ", 10<<20))), helvetica), ErrTooLarge},
	} {
		f, err := Open(c.data, Standard)
		if err == nil {
			_, err = pagesOf(f)
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// Files that would keep a trusting reader busy for ever, or end its process.
func TestHostileFilesEnd(t *testing.T) {
	small := Standard
	small.Steps /= 8 // work grows as they do: all of them take a quarter of a second at most
	for name, data := range map[string][]byte{
		"an object in its own stream":    file(catalogue, "<<>>", streamOf("/Type /ObjStm /N 9 /First 5", "3 0  <<>>"), streamOf("/Type /ObjStm /N 1 /First 3 /Length 4 0 R", "4 0 5")),
		"pages that are their own kids":  file(catalogue, "<< /Type /Pages /Kids [2 0 R 2 0 R] >>"),
		"a page that is its own parent":  file(catalogue, tree, "<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>", "[4 0 R]"),
		"references in a circle":         file(catalogue, tree, onePage, "5 0 R", "4 0 R"),
		"an open string":                 file(catalogue, tree, onePage, streamOf("", "BT <abc")),
		"an open string in a stream":     file(catalogue, tree, onePage, streamOf("/Type /ObjStm /N 99999999999 /First 4", "3 0 <abc")),
		"deep arrays":                    file(catalogue, tree, onePage, streamOf("", strings.Repeat("[", 1<<20))),
		"deep dictionaries":              file(catalogue, tree, strings.Repeat("<</A ", 1<<20)),
		"many objects without an end":    []byte("%PDF-1.4\n" + strings.Repeat("1 0 obj ", 1<<21)),
		"many streams without an end":    []byte("%PDF-1.4\n" + strings.Repeat("1 0 obj stream ", 1<<20)),
		"many numbers of objects":        manyObjects(400_000),
		"a huge list":                    file(catalogue, "<< /Type /Pages /Kids ["+strings.Repeat("1 ", 1<<22)+"] >>"),
		"a huge list of widths":          file(catalogue, tree, onePage, streamOf("", strings.Repeat("/F 1 Tf ", 10_000)), "<< /Subtype /Type0 /DescendantFonts [<< /W [0 99999999 1] >>] >>"),
		"a map with a range for letters": file(catalogue, tree, onePage, streamOf("", "BT /F 1 Tf "+strings.Repeat("<00010002000300040005> Tj ", 1000)), "<< /Subtype /Type0 /ToUnicode 6 0 R >>", streamOf("", strings.Repeat("1 beginbfrange <F000> <FFFF> <0041> endbfrange ", 60_000))),
		"a form within itself":           file(catalogue, tree, onePage, streamOf("", strings.Repeat("/X Do ", 100)), helvetica, streamOf("/Subtype /Form", strings.Repeat("/X Do ", 100))),
		"columns without number":         file(catalogue, tree, onePage, streamOf("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 99999999999 >>", packed("abc"))),
		"filters upon filters":           file(catalogue, tree, onePage, streamOf("/Filter ["+strings.Repeat("/AHx ", 1000)+"]", "41")),
	} {
		began := time.Now()
		if f, err := Open(data, small); err == nil {
			if pages, err := pagesOf(f); err == nil && len(pages) > small.Pages {
				t.Errorf("%s: %d pages", name, len(pages))
			}
		}
		if took := time.Since(began); took > 10*time.Second { // on a shared machine, under the race detector
			t.Errorf("%s: took %s", name, took)
		} else {
			t.Logf("%s: %s", name, took)
		}
	}
}

func manyObjects(n int) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	for i := range n {
		fmt.Fprintf(&b, "%d 0 obj 1 endobj\n", i+1)
	}
	return b.Bytes()
}

// FuzzOpen: whatever the bytes, reading ends, and what is found has a place on the page.
func FuzzOpen(f *testing.F) {
	form := streamOf("/Subtype /Form", "BT /F 1 Tf (A) Tj ET")
	f.Add(file(catalogue, tree, onePage, streamOf("", "BT /F 10 Tf 1 0 0 1 5 5 Tm [(A) -3 <42>] TJ ET /X Do 1 1 m 9 1 l S 1 1 9 9 re f /Span <</ActualText (x)>> BDC EMC BI ID EI"), helvetica, form))
	f.Add(file(catalogue, tree, onePage, streamOf("/Type /ObjStm /N 2 /First 9", "2 0 3 50 <<>>")))
	f.Add([]byte("%PDF-1.7\n1 0 obj << /Type /XRef /Root 1 0 R /Encrypt << /Filter /Standard /V 5 /R 6 /U (" + strings.Repeat("u", 48) + ") /UE (" + strings.Repeat("e", 32) + ") >> >> stream endstream endobj"))
	small := Limits{Pages: 20, Unpacked: 1 << 20, Stream: 1 << 19, Steps: 100_000}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(data, small)
		if err != nil {
			return
		}
		pages, err := pagesOf(file)
		if err == nil && (len(pages) == 0 || len(pages) > small.Pages) {
			t.Fatalf("%d pages without an error", len(pages))
		}
		for _, p := range pages {
			for _, g := range p.Glyphs {
				if !finite(g.X, g.Y, g.Width, g.Size) {
					t.Fatalf("%+v", g)
				}
			}
		}
	})
}
