package source

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func TestHTML(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"blocks":              {"<h1>A <i>b</i></h1><p>one\n two<p>three<br>four</p><div>five<div>six</div>seven</div>", "# A b\none two\nthree\nfour\nfive\nsix\nseven"},
		"not shown":           {`<title>t</title><nav>menu</nav><script>x()</script><style>y</style><p hidden>kept, it may have no end</p><div style="display: none"><div>a</div>b</div><p>seen<!-- not --></p>`, "kept, it may have no end\nseen"},
		"lists":               {"<ul><li>a<li>b<ol><li>c</li><li value=5>d</li></ol></li></ul><ol type=a start=3><li>e</ol>", "- a\n- b\n1. c\n5. d\nc) e"},
		"entities":            {"<p>9&ndash;10 caf&eacute; &amp; &#3585;&nbsp;x</p>", "9–10 café & ก\u00A0x"},
		"bold lines":          {"<p><b>Day 1</b></p><p><b>Note</b> this</p>", "**Day 1**\nNote this"},
		"a table":             {"<p>a<table><thead><tr><th>Time<th>Title<tbody><tr><td>9:00<td>A<p>B</table>c", "a\n\n| Time | Title |\n| 9:00 | A<br>B |\n\nc"},
		"a time over rows":    {"<table><tr><td rowspan=2>9:00<td>A<td>x<tr><td>B<td rowspan=1>y</table>", "| 9:00 | A | x |\n|  | B | y |"},
		"a title over times":  {"<table><tr><td>9:00-10:00<td rowspan=2>Group work<tr><td>10:00-11:00</table>", "| 9:00-10:00 | Group work |\n| 10:00-11:00 | Group work |"},
		"a date over all":     {"<table><tr><td rowspan=3>23 June 2026<td>9:00<td>A<tr><td>10:00<td>B<tr><td>11:00<td colspan=2>C</table>", "| 23 June 2026 | 9:00 | A |\n|  | 10:00 | B |\n|  | 11:00 | C |  |"},
		"layout tables":       {"<table><tr><td>menu</td><td><table><tr><td>9:00<td>A</table></td></tr></table>", "menu\n\n| 9:00 | A |"},
		"rows without cells":  {"<table><tr><td>9:00<td rowspan=3>A<td rowspan=3>B<tr></tr><tr></tr><tr><td>10:00<td>C<td>D</table>", "| 9:00 | A | B |\n| 10:00 | C | D |"},
		"a bar and a break":   {"<table><tr><td>a|b<td>c<br>d</table>", "| a\\|b | c<br>d |"},
		"preformatted":        {"<pre>9:00   A\n9:30   B</pre>", "9:00   A\n9:30   B"},
		"a page without head": {"\n <table><tr><td>9:00</td><td>A</td></tr></table>", "| 9:00 | A |"},
	} {
		t.Run(name, func(t *testing.T) {
			reads(t, "a.html", []byte(c.page), c.want)
		})
	}
}

func TestHTMLCharset(t *testing.T) {
	page := "<html><head><meta http-equiv=Content-Type content='text/html; charset=%'></head><p>๐๙.๐๐ น. การประชุม</p></html>"
	for _, label := range []string{"TIS-620", "windows-874", "cp874", "iso-8859-11", ""} {
		data, err := charmap.Windows874.NewEncoder().String(strings.Replace(page, "%", label, 1))
		if err != nil {
			t.Fatal(err)
		}
		reads(t, "a.htm", []byte(data), "๐๙.๐๐ น. การประชุม")
	}
	// A page that was saved anew as UTF-8 and still says otherwise.
	reads(t, "a.htm", []byte(strings.Replace(page, "%", "tis-620", 1)), "๐๙.๐๐ น. การประชุม")
	var wide []byte
	for _, r := range "\uFEFF" + page {
		wide = append(wide, byte(r), byte(r>>8))
	}
	reads(t, "a.htm", wide, "๐๙.๐๐ น. การประชุม")
}
