package html

import (
	"bytes"
	"strings"
	"testing"

	"sala.example/internal/document"
	"sala.example/internal/document/documenttest"
)

func render(t *testing.T, d *document.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func body(t *testing.T, blocks ...document.Block) string {
	t.Helper()
	page := render(t, &document.Document{Lang: "th", Blocks: blocks})
	_, rest, _ := strings.Cut(page, "</header>\n")
	inner, _, _ := strings.Cut(rest, "</main>")
	return inner
}

func TestBlocks(t *testing.T) {
	one := func(r document.Run) document.Block { return document.Paragraph{Runs: []document.Run{r}} }
	for name, c := range map[string]struct {
		in   document.Block
		want string
	}{
		"heading": {
			document.Heading{Level: 2, ID: "a", Text: "ข้อ <1>", State: &document.State{Mark: document.Agreed, Word: "เห็นชอบ"}},
			"<div class=\"headed\"><h3 id=\"a\">ข้อ &lt;1&gt;</h3><span class=\"state\" style=\"color:#23683a\"><span aria-hidden=\"true\">●</span> เห็นชอบ</span></div>\n",
		},
		"language": {
			document.Paragraph{Lang: "en", Style: document.Lead, Runs: []document.Run{{Text: "a"}, {Text: "ข", Lang: "th"}, {Text: "b", Lang: "en"}}},
			"<p class=\"lead\" lang=\"en\">a<span lang=\"th\">ข</span>b</p>\n",
		},
		"change":    {one(document.Run{Text: "x", Ins: true, Bold: true}), "<p><ins><b>x</b></ins></p>\n"},
		"removed":   {one(document.Run{Text: "x", Del: true}), "<p><del>x</del></p>\n"},
		"link":      {one(document.Run{Text: "x", Link: `https://a.example/?"&`}), "<p><a href=\"https://a.example/?&#34;&amp;\">x</a></p>\n"},
		"bad link":  {one(document.Run{Text: "x", Link: "javascript:alert(1)"}), "<p>x</p>\n"},
		"line":      {one(document.Run{Text: "a\nb"}), "<p>a<br>b</p>\n"},
		"repeat":    {one(document.Run{Text: "ดี ๆ ๆ ดีๆ"}), "<p>ดี\u00a0ๆ\u00a0ๆ ดี\u2060ๆ</p>\n"},
		"pair":      {document.Pair{Left: document.Text("th", "ก"), Right: document.Text("en", "a")}, "<div class=\"pair\">\n<p>ก</p>\n<p lang=\"en\">a</p>\n</div>\n"},
		"list":      {document.List{Ordered: true, Items: []document.Cell{document.Text("my", "a")}}, "<ol>\n<li lang=\"my\">a</li>\n</ol>\n"},
		"rule":      {document.Rule{}, "<hr>\n"},
		"pagebreak": {document.PageBreak{}, "<div class=\"page-break\"></div>\n"},
		"dense table": {
			document.Table{Dense: true, Rows: [][]document.Cell{{document.Text("", "1")}}},
			"<div class=\"wide\" tabindex=\"0\"><table class=\"dense\">\n<tbody>\n<tr><td>1</td></tr>\n</tbody>\n</table></div>\n",
		},
		"table": {
			document.Table{
				Header: []string{"h", "n"}, RowHeads: true, Widths: []float64{1, 3}, Align: []document.Align{0, document.End},
				Rows: [][]document.Cell{{document.Text("", "a"), document.Text("en", "1")}},
			},
			"<div class=\"wide\" tabindex=\"0\"><table>\n<colgroup><col style=\"width:25.0%\"><col style=\"width:75.0%\"></colgroup>\n<thead><tr><th scope=\"col\">h</th><th scope=\"col\" class=\"end\">n</th></tr></thead>\n<tbody>\n<tr><th scope=\"row\">a</th><td class=\"end\" lang=\"en\">1</td></tr>\n</tbody>\n</table></div>\n",
		},
	} {
		if got := body(t, c.in); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestEverythingIsEscaped(t *testing.T) {
	evil := `</style><script>alert("1")</script>`
	d := documenttest.Resolution()
	d.Title, d.Kicker, d.Subtitle, d.Footer, d.Author, d.Lang = evil, evil, evil, evil, evil, evil
	d.Blocks = append(d.Blocks,
		document.Heading{Level: 1, Text: evil, ID: evil, State: &document.State{Word: evil, Lang: evil}},
		document.Table{Header: []string{evil}, Rows: [][]document.Cell{{document.Text(evil, evil)}}},
		document.Figure{Caption: evil})
	page := render(t, d)
	if strings.Contains(page, "<script") || strings.Count(page, "</style>") != 1 {
		t.Error("text came through unescaped")
	}
}

func TestPageNeedsNothingBesideIt(t *testing.T) {
	page := render(t, documenttest.Resolution())
	if n := strings.Count(page, "url("); n != 4 || strings.Count(page, "url(data:font/woff2;base64,d09GM") != n {
		t.Errorf("want 4 fonts in the page and nothing else by url(), got %d", n)
	}
	for _, outside := range []string{"src=", "@import", "<link"} {
		if strings.Contains(page, outside) {
			t.Errorf("page refers outside by %s", outside)
		}
	}
	for _, want := range []string{`<html lang="th">`, "size: A4", "counter(page)", "<svg", "<details><summary>"} {
		if !strings.Contains(page, want) {
			t.Errorf("page lacks %s", want)
		}
	}
}

func TestEqualInputEqualBytes(t *testing.T) {
	first, second := render(t, documenttest.Long(3)), render(t, documenttest.Long(3))
	if first != second {
		t.Error("two writings differ")
	}
}
