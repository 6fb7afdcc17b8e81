package chart

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

func everyKind() Drawing {
	return Drawing{W: 200, H: 100.5, Title: `A "title" & <more>`, Desc: "ก < ข", Shapes: []Shape{
		{Kind: Rect, X: 1, Y: 2, W: 3, H: 4, R: 1.25, Fill: "#aabbcc"},
		{Kind: Circle, X: 10, Y: 10, R: 4, Stroke: "#000000", StrokeWidth: 2, Dash: true},
		{Kind: Line, X: 0, Y: 0, X2: 5, Y2: 1.0 / 3, Stroke: "#112233"},
		{Kind: Polygon, Points: []Point{{0, 0}, {1, -0.001}, {1, 1}}, Fill: `red" onload="x`},
		{Kind: Label, X: 5, Y: 9, Size: 12, Anchor: End, Bold: true, Fill: "#1d2326", Text: "เจ้าหน้าที่ <b>"},
	}, Own: []Own{{Name: `a"b`, Step: 320.0 / 9, Shapes: []Shape{{Kind: Circle, X: 1, Y: 2, R: 3, Fill: "#0e5a60"}}}}}
}

func TestSVGPrintsEveryKind(t *testing.T) {
	var b strings.Builder
	if err := SVG(&b, everyKind()); err != nil {
		t.Fatal(err)
	}
	const want = `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 200 100.5" width="200" height="100.5" style="max-width:100%;height:auto" font-family="inherit"><title>A &#34;title&#34; &amp; &lt;more&gt;</title><desc>ก &lt; ข</desc>
<rect x="1" y="2" width="3" height="4" rx="1.25" fill="#aabbcc"/>
<circle cx="10" cy="10" r="4" fill="none" stroke="#000000" stroke-width="2" stroke-dasharray="6 6"/>
<line x1="0" y1="0" x2="5" y2="0.33" fill="none" stroke="#112233"/>
<polygon points="0,0 1,0 1,1" fill="none"/>
<text x="5" y="9" font-size="12" text-anchor="end" font-weight="700" fill="#1d2326">เจ้าหน้าที่ &lt;b&gt;</text>
<g data-own="a&#34;b" data-step="35.56" visibility="hidden"><circle cx="1" cy="2" r="3" fill="#0e5a60"/></g>
</svg>`
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
}

func TestSVGIsWellFormed(t *testing.T) {
	var b strings.Builder
	if err := SVG(&b, everyKind()); err != nil {
		t.Fatal(err)
	}
	dec := xml.NewDecoder(strings.NewReader(b.String()))
	for {
		if _, err := dec.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
