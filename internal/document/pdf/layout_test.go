package pdf

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
	"sala.example/internal/document"
	"sala.example/internal/document/documenttest"
	"sala.example/internal/thai"
)

func newTestWriter() *writer {
	w := &writer{breaks: thai.Default().Breaks, shaper: newShaper(), file: &file{}, dests: map[string]dest{}, lang: "th"}
	w.root = w.element("Document", nil)
	return w
}

func setLines(t interface{ Fatal(...any) }, text string, limit float64) []line {
	w := newTestWriter()
	c, err := w.column(0, limit, document.Text("th", text), w.leaf(w.root), setting{size: 12, lead: leading, colour: document.Ink})
	if err != nil {
		t.Fatal(err)
	}
	return c.lines
}

func lineText(l line) string {
	var b strings.Builder
	for _, p := range l.parts {
		b.WriteString(p.text)
	}
	return b.String()
}

func TestLinesEndBetweenThaiWords(t *testing.T) {
	var got []string
	for _, l := range setLines(t, "ให้สถานศึกษาถือปฏิบัติตามระเบียบปี 2548 โดยไม่ปฏิเสธเด็กเพราะไม่มีเอกสาร", 150) {
		got = append(got, lineText(l))
	}
	want := []string{"ให้สถานศึกษาถือปฏิบัติตาม", "ระเบียบปี 2548 โดยไม่ปฏิเสธ", "เด็กเพราะไม่มีเอกสาร"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
}

// No line is wider than its column, begins with ๆ, a space or a mark, or loses a
// character.
func TestLinesKeepTheRules(t *testing.T) {
	words := append([]string{"ข้ามชาติ", "ต่าง ๆ", "บ่อยๆ", "enrolment", "(30 วัน)", "https://sala.example/very/long/address/0123456789"}, documenttest.ThaiWords...)
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 40).Draw(r, "words"), rapid.SampledFrom([]string{"", " "}).Draw(r, "space"))
		limit := rapid.Float64Range(60, 450).Draw(r, "limit")
		var all strings.Builder
		for _, l := range setLines(r, text, limit) {
			s := lineText(l)
			all.WriteString(s)
			if l.width > limit {
				r.Fatalf("%q is %v wide, room is %v", s, l.width, limit)
			}
			if first := []rune(s)[0]; strings.ContainsRune("ๆ ะาำ่้๊๋ิีึืุู็์", first) {
				r.Fatalf("a line begins with %q in %q", first, text)
			}
		}
		if all.String() != text {
			r.Fatalf("got %q, want %q", all.String(), text)
		}
	})
}

func TestLineHeightLeavesRoomForTones(t *testing.T) {
	for _, l := range setLines(t, "ผู้ ที่ ปู่", 400) {
		if l.height < 12*1.5 {
			t.Errorf("height %v of a 12 pt line", l.height)
		}
	}
	if my := setLines(t, "မြန်မာ", 400)[0]; my.height <= 12*leading {
		t.Errorf("a Myanmar line is %v high", my.height)
	}
}

func TestTableGoesOnWithItsHeader(t *testing.T) {
	p := parse(t, render(t, paper(documenttest.Plan(40))))
	pages := p.pages()
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	if n := p.withTag("TR"); n != 41 {
		t.Errorf("%d rows, want 41: a repeated header is not read again", n)
	}
	header := "/ActualText" + textString("ข้อ")
	for i, page := range pages {
		ops := p.content(page)
		_, artifacts, _ := strings.Cut(ops, "/Artifact<</Type/Pagination>>BDC\n")
		inText, repeated := strings.Contains(p.text(page), "การปฏิบัติ"), strings.Contains(artifacts, header)
		if inText != (i == 0) || repeated != (i > 0) {
			t.Errorf("page %d: header in text %v, repeated %v", i+1, inText, repeated)
		}
	}
}

// A dense table takes two thirds of the pages or fewer, with the same cells.
func TestADenseTableIsShort(t *testing.T) {
	plan := documenttest.Plan(60)
	wide := parse(t, render(t, paper(plan)))
	plan.Dense = true
	dense := parse(t, render(t, paper(plan)))
	if a, b := len(wide.pages()), len(dense.pages()); 3*b > 2*a {
		t.Errorf("%d pages, dense %d", a, b)
	}
	if a, b := wide.withTag("TD"), dense.withTag("TD"); a != b {
		t.Errorf("%d cells, dense %d", a, b)
	}
}

func TestEveryPageHasItsFootAndNumber(t *testing.T) {
	d := paper(says("ก"), document.PageBreak{}, says("ข"), document.PageBreak{}, says("ค"))
	d.Footer = "บันทึก 9c41"
	p := parse(t, render(t, d))
	maps := p.unicodeMaps(p.pages()[0])
	for i, page := range p.pages() {
		_, foot, _ := strings.Cut(p.content(page), "/Artifact<</Type/Pagination>>BDC\n")
		if got := p.glyphText(foot, maps); !strings.HasSuffix(got, fmt.Sprint(i+1)) || !strings.Contains(foot, "ActualText"+textString("บันทึก")) {
			t.Errorf("page %d: foot %q", i+1, got)
		}
	}
	if len(p.pages()) != 3 {
		t.Errorf("%d pages, want 3", len(p.pages()))
	}
}

// A heading never ends a page, whatever stands above it.
func TestHeadingStaysWithWhatItOpens(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		blocks := []document.Block{says(strings.Repeat("ก\n", rapid.IntRange(1, 60).Draw(r, "lines")))}
		switch rapid.IntRange(0, 2).Draw(r, "kind") {
		case 0:
			blocks = append(blocks, document.Rule{}, document.Heading{Level: 1, Text: "หัวข้อ"}, says("ตาม\nมา"))
		case 1:
			blocks = append(blocks, document.Heading{Level: 2, Text: "หัวข้อ"}, document.Pair{Left: document.Text("", "ตาม\nมา"), Right: document.Text("", "a")})
		case 2:
			blocks = append(blocks, document.Heading{Level: 1, Text: "หัวข้อ"}, document.Table{Header: []string{"h"}, Rows: [][]document.Cell{{document.Text("", "ตาม")}}})
		}
		p := parse(t, render(t, paper(blocks...)))
		for _, page := range p.pages() {
			text := p.text(page)
			if strings.Contains(text, "หัวข้อ") != strings.Contains(text, "ตาม") {
				r.Fatalf("heading and text are parted: %q", text)
			}
		}
	})
}

func TestNothingIsPrintedOutsideTheMargins(t *testing.T) {
	p := parse(t, render(t, documenttest.Long(4)))
	at := regexp.MustCompile(`1 0 \S+ 1 (\S+) (\S+) Tm`)
	for i, page := range p.pages() {
		for _, m := range marked.FindAllStringSubmatch(p.content(page), -1) {
			if m[1] == "Figure" {
				continue // its coordinates are its own
			}
			for _, pos := range at.FindAllStringSubmatch(m[4], -1) {
				var x, y float64
				if _, err := fmt.Sscan(pos[1], &x); err != nil {
					t.Fatal(err)
				}
				if _, err := fmt.Sscan(pos[2], &y); err != nil {
					t.Fatal(err)
				}
				if x < marginSide-0.01 || x > pageWidth-marginSide || y < marginBottom || y > pageHeight-marginTop {
					t.Errorf("page %d: text at %v, %v", i+1, x, y)
				}
			}
		}
	}
}

func TestFlowKeepsAndBreaks(t *testing.T) {
	full := float64(pageHeight - marginTop - marginBottom)
	for name, c := range map[string]struct {
		strips []strip
		want   []int // page of each strip
	}{
		"fits":            {[]strip{{height: full / 2}, {height: full / 2}}, []int{0, 0}},
		"too tall":        {[]strip{{height: full / 2}, {height: full/2 + 1}}, []int{0, 1}},
		"kept":            {[]strip{{height: full / 2}, {height: full / 4, keep: true}, {height: full / 3}}, []int{0, 1, 1}},
		"more than kept":  {[]strip{{height: full * 0.8, keep: true}, {height: full * 0.8}}, []int{0, 1}},
		"fresh":           {[]strip{{height: 1}, {fresh: true, keep: true}, {height: 1}}, []int{0, 1, 1}},
		"space at top":    {[]strip{{height: full}, {before: 50, height: full}}, []int{0, 1}},
		"taller than all": {[]strip{{height: full * 2}, {height: 1}}, []int{0, 1}},
	} {
		w := newTestWriter()
		got := make([]int, len(c.strips))
		for i := range c.strips {
			c.strips[i].draw = func(p *page, y float64) { got[i] = p.index }
		}
		w.strips = c.strips
		w.flow()
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: pages %v, want %v", name, got, c.want)
		}
	}
}
