package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
	"sala.example/internal/document"
	"sala.example/internal/document/documenttest"
)

func render(t interface{ Fatal(...any) }, d *document.Document) []byte {
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unzip reads all parts of a file.
func unzip(t interface{ Fatal(...any) }, file []byte) map[string]string {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(data)
	}
	return out
}

func bodyOf(t interface{ Fatal(...any) }, blocks ...document.Block) string {
	return unzip(t, render(t, &document.Document{Lang: "th", Blocks: blocks}))["word/document.xml"]
}

func TestEveryPartIsWellFormedAndDeclared(t *testing.T) {
	parts := unzip(t, render(t, documenttest.Resolution()))
	for name, data := range parts {
		if strings.HasSuffix(name, ".odttf") {
			continue
		}
		dec := xml.NewDecoder(strings.NewReader(data))
		for {
			if _, err := dec.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
		}
	}
	for _, m := range regexp.MustCompile(`PartName="/([^"]+)"`).FindAllStringSubmatch(parts["[Content_Types].xml"], -1) {
		if _, ok := parts[m[1]]; !ok {
			t.Errorf("%s is declared and missing", m[1])
		}
	}
}

func TestEveryRelationshipLeadsSomewhere(t *testing.T) {
	parts := unzip(t, render(t, documenttest.Resolution()))
	for name, data := range parts {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		home := path.Dir(path.Dir(name))
		for _, m := range regexp.MustCompile(`Id="(\w+)"[^>]*Target="([^"]+)"( TargetMode="External")?`).FindAllStringSubmatch(data, -1) {
			if _, ok := parts[path.Join(home, m[2])]; !ok && m[3] == "" {
				t.Errorf("%s: %s leads to no part", name, m[2])
			}
		}
	}
	for _, m := range regexp.MustCompile(`r:id="(\w+)"`).FindAllStringSubmatch(parts["word/document.xml"], -1) {
		if !strings.Contains(parts["word/_rels/document.xml.rels"], `Id="`+m[1]+`"`) {
			t.Errorf("no relationship %s", m[1])
		}
	}
}

// The rules of Thai in Word files, on every run of a paper with everything in it.
func TestEveryRunIsFitForThai(t *testing.T) {
	parts := unzip(t, render(t, documenttest.Resolution()))
	all := parts["word/document.xml"] + parts["word/footer1.xml"]
	runs := regexp.MustCompile(`(?s)<w:r>(.*?)</w:r>`).FindAllStringSubmatch(all, -1)
	if len(runs) < 100 {
		t.Fatalf("only %d runs", len(runs))
	}
	for _, r := range runs {
		run := r[1]
		if !regexp.MustCompile(`<w:rFonts w:ascii="[^"]+" w:hAnsi="[^"]+" w:cs="[^"]+"/>`).MatchString(run) {
			t.Errorf("fonts: %s", run)
		}
		text := regexp.MustCompile(`<w:(?:t|delText) [^>]*>(.*?)</w:`).FindStringSubmatch(run)
		hasThai := text != nil && strings.ContainsAny(text[1], "กขคงจชซดตถทนบปผพฟมยรลวสหอเแโใไ")
		if hasThai && (!strings.Contains(run, "<w:cs/>") || !strings.Contains(run, `w:bidi="th-TH"`)) {
			t.Errorf("a Thai run is not marked: %s", run)
		}
	}
	for _, both := range [][2]string{{"<w:b/>", "<w:bCs/>"}, {"<w:i/>", "<w:iCs/>"}, {"<w:sz ", "<w:szCs "}} {
		xml := all + parts["word/styles.xml"]
		if a, b := strings.Count(xml, both[0]), strings.Count(xml, both[1]); a != b || a == 0 {
			t.Errorf("%d %s and %d %s", a, both[0], b, both[1])
		}
	}
}

func TestBlocks(t *testing.T) {
	run := func(r document.Run) document.Block { return document.Paragraph{Runs: []document.Run{r}} }
	for name, c := range map[string]struct {
		in   document.Block
		want []string
	}{
		"heading":  {document.Heading{Level: 2, ID: "x y", Text: "ก", State: &document.State{Mark: document.Revise, Word: "ให้ปรับแก้"}}, []string{`<w:pStyle w:val="Heading2"/>`, `<w:bookmarkStart w:id="1" w:name="h1"/>`, `<w:color w:val="8A5300"/>`, "◇", `w:val="right"`}},
		"body":     {run(document.Run{Text: "ก"}), []string{`<w:jc w:val="thaiDistribute"/>`}},
		"added":    {run(document.Run{Text: "ก", Ins: true}), []string{`<w:ins w:id="1" w:author="Sala" w:date="0001-01-01T00:00:00Z"><w:r>`}},
		"removed":  {run(document.Run{Text: "ก", Del: true}), []string{`<w:del w:id="1"`, `<w:delText xml:space="preserve">ก</w:delText>`}},
		"link":     {run(document.Run{Text: "ก", Link: "https://a.example/?a&b"}), []string{`<w:hyperlink r:id="rId6">`, `<w:rStyle w:val="Hyperlink"/>`}},
		"bad link": {run(document.Run{Text: "ก", Link: "javascript:x"}), []string{`<w:t xml:space="preserve">ก</w:t></w:r></w:p>`}},
		"line":     {run(document.Run{Text: "a\nb"}), []string{`<w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t>`}},
		"repeat":   {run(document.Run{Text: "ดี ๆ"}), []string{"ดี\u00a0ๆ"}},
		"escaped":  {run(document.Run{Text: "<w:p/>&"}), []string{"&lt;w:p/&gt;&amp;"}},
		"burmese":  {run(document.Run{Text: "မြန်မာ"}), []string{`w:cs="Noto Sans Myanmar"`, `w:bidi="my-MM"`, "<w:cs/>"}},
		"symbol":   {run(document.Run{Text: "✓"}), []string{`w:cs="Segoe UI Symbol"`}},
		"pair":     {document.Pair{Left: document.Text("th", "ก"), Right: document.Text("en", "a")}, []string{"PairLeft", "PairRight", `<w:lang w:val="en-GB" w:bidi="th-TH"/>`, "<w:tblGrid>"}},
		"table":    {documenttest.Plan(2), []string{"<w:tblHeader/>", "<w:cantSplit/>", "<w:tblGrid>", `<w:jc w:val="right"/>`}},
		"dense":    {document.Table{Dense: true, Rows: [][]document.Cell{{document.Text("", "1")}}}, []string{`<w:pStyle w:val="TableSmall"/>`, `<w:right w:w="80" w:type="dxa"/>`}},
		"figure":   {documenttest.Ratings(), []string{`<w:shd w:val="clear" w:color="auto" w:fill="F1EDE3"/>`, "<w:tblDescription ", `<w:pStyle w:val="Caption"/>`}},
		"list":     {document.List{Ordered: true, Items: []document.Cell{document.Text("", "x")}}, []string{`<w:numId w:val="1"/>`}},
		"rule":     {document.Rule{}, []string{`<w:pStyle w:val="Rule"/>`}},
	} {
		got := bodyOf(t, c.in)
		for _, want := range c.want {
			if !strings.Contains(strings.ToUpper(got), strings.ToUpper(want)) {
				t.Errorf("%s: no %s in\n%s", name, want, got)
			}
		}
	}
}

func TestPageBreakBelongsToWhatFollows(t *testing.T) {
	got := bodyOf(t, document.PageBreak{}, document.Heading{Level: 1, Text: "a"}, document.PageBreak{}, document.Rule{})
	if strings.Count(got, "<w:pageBreakBefore/>") != 2 || !strings.Contains(got, `<w:pStyle w:val="Heading1"/><w:pageBreakBefore/>`) {
		t.Error(got)
	}
	if plain := bodyOf(t, document.PageBreak{}); strings.Contains(plain, "pageBreakBefore") {
		t.Error("a break at the end makes an empty page")
	}
}

func TestPropertiesAndFooter(t *testing.T) {
	d := documenttest.Resolution()
	d.Author = "ฝ่ายเลขานุการ <1>"
	parts := unzip(t, render(t, d))
	for _, want := range []string{"<dc:title>" + d.Title, "<dc:creator>ฝ่ายเลขานุการ &lt;1&gt;", "<dc:language>th-TH", "2014-09-23T10:00:00Z"} {
		if !strings.Contains(parts["docProps/core.xml"], want) {
			t.Errorf("no %s in %s", want, parts["docProps/core.xml"])
		}
	}
	if !strings.Contains(parts["word/footer1.xml"], ` PAGE \* Arabic `) {
		t.Error("no page number")
	}
	if !strings.Contains(parts["word/document.xml"], `<w:pgSz w:w="11906" w:h="16838"/>`) {
		t.Error("not A4")
	}
}

func TestFontsTravelOnlyWhenUsed(t *testing.T) {
	count := func(d *document.Document) int {
		n := 0
		for name := range unzip(t, render(t, d)) {
			if strings.HasSuffix(name, ".odttf") {
				n++
			}
		}
		return n
	}
	if n := count(&document.Document{}); n != 2 {
		t.Errorf("%d fonts in a Thai paper", n)
	}
	if n := count(documenttest.Resolution()); n != 4 {
		t.Errorf("%d fonts in a paper with Burmese", n)
	}
	key := [16]byte{1, 2, 3}
	plain := bytes.Repeat([]byte{7}, 40)
	if twice := obfuscate(obfuscate(plain, key), key); !bytes.Equal(twice, plain) {
		t.Error("the font cannot be got back")
	}
}

func TestEqualInputEqualBytes(t *testing.T) {
	if !bytes.Equal(render(t, documenttest.Long(3)), render(t, documenttest.Long(3))) {
		t.Error("two writings differ")
	}
	old := &document.Document{Created: time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)}
	unzip(t, render(t, old))
}

// Text comes back from the runs that it was cut into, whatever it is.
func TestAnyTextComesBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("กเ้ำๆ ab<&>\"'1(●✓မြန်␣\u00a0"))).Draw(r, "text")
		dec := xml.NewDecoder(strings.NewReader(bodyOf(r, document.Paragraph{Runs: []document.Run{{Text: text}}})))
		var got strings.Builder
		for {
			tok, err := dec.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				r.Fatal(err)
			}
			if c, ok := tok.(xml.CharData); ok {
				got.Write(c)
			}
		}
		if want := "\n" + document.HoldRepeat(text); got.String() != want {
			r.Fatalf("got %q, want %q", got.String(), want)
		}
	})
}

func TestSplit(t *testing.T) {
	var got []string
	for _, p := range split("ข้อ 1 (ก) ✓ ดี abc") {
		got = append(got, p.text)
	}
	if want := "ข้อ |1 (|ก|) |✓| |ดี |abc"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriterErrorIsReported(t *testing.T) {
	if err := Write(brokenWriter{}, documenttest.Resolution()); err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("got %v", err)
	}
}
