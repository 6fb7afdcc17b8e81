package pdf

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
	"sala.example/internal/document"
	"sala.example/internal/document/documenttest"
)

func paper(blocks ...document.Block) *document.Document {
	return &document.Document{Lang: "th", Created: time.Unix(0, 0), Blocks: blocks}
}

func says(text string) document.Block {
	return document.Paragraph{Runs: []document.Run{{Text: text}}}
}

func TestFileSaysWhatItIs(t *testing.T) {
	p := parse(t, render(t, documenttest.Resolution()))
	for _, want := range []string{"/Lang(th)", "/MarkInfo<</Marked true>>", "/StructTreeRoot", "/Outlines", "/DisplayDocTitle true"} {
		if !strings.Contains(p.catalog(), want) {
			t.Errorf("catalog lacks %s: %s", want, p.catalog())
		}
	}
	info := p.objects[number(p.trailer, `/Info (\d+)`)]
	if !strings.Contains(info, "/Title"+textString(documenttest.Resolution().Title)) || !strings.Contains(info, "(D:20140923100000Z)") {
		t.Errorf("info: %s", info)
	}
}

func TestEqualInputEqualBytes(t *testing.T) {
	if !bytes.Equal(render(t, documenttest.Long(3)), render(t, documenttest.Long(3))) {
		t.Error("two writings differ")
	}
}

func TestBreaksMayBeTheCallers(t *testing.T) {
	whole := paper(says(strings.Repeat("ก", 30) + strings.Repeat("ข", 30) + strings.Repeat("ค", 30)))
	var asked []string
	var b bytes.Buffer
	err := WriteWith(&b, whole, Options{Breaks: func(s string) []int { asked = append(asked, s); return nil }})
	if err != nil || len(asked) == 0 || !strings.HasPrefix(asked[0], "กกก") {
		t.Errorf("asked %q, error %v", asked, err)
	}
}

func TestTextComesBackInReadingOrder(t *testing.T) {
	p := parse(t, render(t, documenttest.Resolution()))
	text := p.text(p.pages()[0])
	at := 0
	for _, want := range []string{
		"ข้อเสนอเชิงนโยบายเพื่อการบูรณาการผู้ย้ายถิ่น จังหวัดสมุทรสาคร",
		"1. ผู้ประสานงานการรับเด็ก", "●", "เห็นชอบ",
		"ให้โรงเรียนประถมของรัฐทุกแห่งในอำเภอเมืองกำหนดผู้ประสานงานการรับเด็กข้ามชาติหนึ่งคน และเผยแพร่รายชื่อเป็นภาษาไทย พม่า และเขมรก่อนเปิดภาคเรียน",
		"Name one enrolment contact in every public primary school",
		"ทำได้จริง", "มัธยฐาน 8 · เจ้าหน้าที่ 8", "จังหวัดควรต้องจัดตั้ง", "ดู ข้อ 1 และ หน้าบันทึก",
	} {
		i := strings.Index(text[at:], want)
		if i < 0 {
			t.Fatalf("after byte %d no %q in\n%s", at, want, text)
		}
		at += i + len(want)
	}
}

// Any mixture of words, marks and signs comes back as it was written.
func TestAnyTextComesBack(t *testing.T) {
	words := append([]string{"office", "G-code", "120,000", "ๆ", "พ.ศ.", "မြန်မာဘာသာ", "9c41e7d09c41e7d09c41e7d09c41e7d09c41e7d09c41e7d09c41e7d09c41e7d09c41e7d09c41e7d0"}, documenttest.ThaiWords...)
	words = append(words, strings.Fields(documenttest.Symbols)...)
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 60).Draw(r, "words"), rapid.SampledFrom([]string{"", " "}).Draw(r, "space"))
		bold := rapid.Bool().Draw(r, "bold")
		p := parse(t, render(t, paper(document.Paragraph{Runs: []document.Run{{Text: text, Bold: bold}}})))
		var got strings.Builder
		for _, page := range p.pages() {
			got.WriteString(p.text(page))
		}
		if got.String() != text {
			r.Fatalf("got\n%q\nwant\n%q", got.String(), text)
		}
	})
}

// Every number of marked content has an element in the parent tree, and the
// marks are balanced.
func TestEveryMarkedContentHasAnElement(t *testing.T) {
	p := parse(t, render(t, documenttest.Long(4)))
	tree := p.objects[number(p.catalog(), `/StructTreeRoot (\d+)`)]
	for i, page := range p.pages() {
		ops := p.content(page)
		if o, c := strings.Count(ops, "BDC\n")+strings.Count(ops, "BMC\n"), strings.Count(ops, "EMC\n"); o != c {
			t.Errorf("page %d opens %d marks and closes %d", i+1, o, c)
		}
		owners := regexp.MustCompile(`[\[\] ]` + strconv.Itoa(i) + `\[([^\]]*)\]`).FindStringSubmatch(tree)
		if owners == nil {
			t.Fatalf("page %d is not in the parent tree", i+1)
		}
		if got, want := strings.Count(owners[1], " 0 R"), strings.Count(ops, "<</MCID "); got != want {
			t.Errorf("page %d: %d owners of %d marks", i+1, got, want)
		}
	}
}

func TestTags(t *testing.T) {
	p := parse(t, render(t, paper(
		document.Heading{Level: 1, Text: "ก"},
		document.Heading{Level: 2, Text: "ข", Lang: "en"},
		document.Table{Header: []string{"a", "b"}, RowHeads: true, Rows: [][]document.Cell{{document.Text("", "c"), document.Text("", "d")}}},
		document.List{Ordered: true, Items: []document.Cell{document.Text("", "x")}},
		documenttest.Ratings(),
		document.Paragraph{Runs: []document.Run{{Text: "x", Link: "https://sala.example"}}},
	)))
	for tag, want := range map[string]int{"H2": 1, "H3": 1, "Table": 1, "TR": 2, "TH": 3, "TD": 1, "L": 1, "LI": 1, "Lbl": 1, "LBody": 1, "Figure": 1, "Link": 1} {
		if got := p.withTag(tag); got != want {
			t.Errorf("%d elements %s, want %d", got, tag, want)
		}
	}
	for _, want := range []string{"/Alt<FEFF", "/Scope/Row", "/Scope/Column", "/ListNumbering/Decimal", "/Lang(en)", "/Type/OBJR"} {
		if !p.anywhere(want) {
			t.Errorf("no %s in the file", want)
		}
	}
}

func (p *parsed) anywhere(s string) bool {
	for _, o := range p.objects {
		if strings.Contains(o, s) {
			return true
		}
	}
	return false
}

func TestOutlineNestsHeadings(t *testing.T) {
	top := tree([]*bookmark{{level: 2, text: "a"}, {level: 1, text: "b"}, {level: 2, text: "c"}, {level: 3, text: "d"}, {level: 2, text: "e"}})
	if len(top) != 2 || len(top[1].kids) != 2 || len(top[1].kids[0].kids) != 1 || top[1].kids[1].text != "e" {
		t.Errorf("got %+v", top)
	}
}

func TestLinks(t *testing.T) {
	run := func(link string) document.Run { return document.Run{Text: "ลิงก์", Link: link} }
	p := parse(t, render(t, paper(
		document.Heading{Level: 1, Text: "ก", ID: "a"},
		document.Paragraph{Runs: []document.Run{run("#a"), run("https://sala.example/(r)"), run("#nowhere"), run("javascript:x")}})))
	if !p.anywhere(`/URI(https://sala.example/\(r\))`) {
		t.Error("the address is missing")
	}
	annots := regexp.MustCompile(`/Annots\[([^\]]*)\]`).FindStringSubmatch(p.pages()[0])
	if annots == nil || strings.Count(annots[1], " 0 R") != 2 {
		t.Errorf("want two links on the page, got %v", annots)
	}
}

func TestSizeOfALongReport(t *testing.T) {
	file := render(t, documenttest.Long(25))
	if len(file) > 400_000 {
		t.Errorf("%d bytes", len(file))
	}
	if n := len(parse(t, file).pages()); n < 20 {
		t.Errorf("only %d pages", n)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriterErrorIsReported(t *testing.T) {
	if err := Write(brokenWriter{}, paper(says("ก"))); err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("got %v", err)
	}
}

func TestOddPapersAreWritten(t *testing.T) {
	for name, blocks := range map[string][]document.Block{
		"nothing":       nil,
		"empty text":    {says(""), document.Heading{}, document.Pair{}, document.List{Items: []document.Cell{{}}}},
		"empty table":   {document.Table{}, document.Table{Rows: [][]document.Cell{{}, nil}}, document.Table{Header: []string{"a"}}},
		"ragged table":  {document.Table{Header: []string{"a"}, Rows: [][]document.Cell{{document.Text("", "x"), document.Text("", "y")}}}},
		"breaks only":   {document.PageBreak{}, document.PageBreak{}, document.Rule{}},
		"empty figure":  {document.Figure{}},
		"odd bytes":     {says("ก\x00\xff\u2060\u200b\U0001F600\t\n\nข")},
		"orphan marks":  {says("้่ ู")},
		"high level":    {document.Heading{Level: 9, Text: "x"}},
		"long heading":  {document.Heading{Level: 1, Text: strings.Repeat("คำ ", 900), State: &document.State{Word: strings.Repeat("ยาว", 60)}}},
		"tall cell":     {document.Table{Rows: [][]document.Cell{{document.Text("", strings.Repeat("คำ ", 3000))}}}},
		"many columns":  {document.Table{Rows: [][]document.Cell{make([]document.Cell, 80)}}},
		"unspaced text": {says(strings.Repeat("x", 5000))},
	} {
		t.Run(name, func(t *testing.T) {
			if n := len(parse(t, render(t, paper(blocks...))).pages()); n == 0 {
				t.Error("no page")
			}
		})
	}
}
