package source

import (
	"strings"
	"testing"
)

const (
	wordNS    = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="x" xmlns:v="y" xmlns:a="z"`
	styleSet  = `<w:styles ` + wordNS + `><w:style w:styleId="Ttulo1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a3"><w:name w:val="หัวเรื่อง"/><w:basedOn w:val="Ttulo1"/></w:style><w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="L"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style><w:style w:styleId="O"><w:name w:val="own"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>`
	numberSet = `<w:numbering ` + wordNS + `><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiLetters"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Session %1:"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num><w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num></w:numbering>`
)

// document makes a Word file of the elements of its body.
func document(t testing.TB, body string) []byte {
	t.Helper()
	return zipped(t, "word/document.xml", "<w:document "+wordNS+"><w:body>"+body+"<w:sectPr/></w:body></w:document>", "word/styles.xml", styleSet, "word/numbering.xml", numberSet)
}

func p(text string) string {
	return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>"
}

func styled(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + "</w:t></w:r></w:p>"
}

func listed(list, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr><w:r><w:t>` + text + "</w:t></w:r></w:p>"
}

func tc(properties string, paragraphs ...string) string {
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + strings.Join(paragraphs, "") + "</w:tc>"
}

func tr(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

func tbl(rows ...string) string { return "<w:tbl><w:tblPr/>" + strings.Join(rows, "") + "</w:tbl>" }

func TestDOCXParagraphs(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"headings in any language": {styled("T", "Title") + styled("Ttulo1", "Uno") + styled("a3", "เรื่อง") + styled("O", "Third"), "# Title\n# Uno\n# เรื่อง\n### Third"},
		"contents are left out":    {styled("TOC1", "Programme 3") + p("Programme"), "Programme"},
		"tabs and breaks":          {`<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>9:00</w:t><w:tab/><w:t>Opening</w:t><w:br/><w:t>9:30</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r></w:p>`, "9:00\tOpening\n9:30-x"},
		"empty paragraphs":         {p("a") + "<w:p/>" + p("b"), "a\n\nb"},
		"deleted and moved text":   {`<w:p><w:r><w:t>new</w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom><w:ins><w:r><w:t> in</w:t></w:r></w:ins><w:moveTo><w:r><w:t> here</w:t></w:r></w:moveTo></w:p>`, "new in here"},
		"links, tags and controls": {`<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t> tag</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:t> control</w:t></w:r></w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt></w:p>`, "link tag control"},
		"field codes":              {`<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>`, "3"},
		"a text box, once":         {`<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>` + p("in the box") + `</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>` + p("in the box") + `</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>beside</w:t></w:r></w:p>`, "in the box\nbeside"},
		"drawings have no text":    {`<w:p><w:r><a:p><a:t>chart</a:t></a:p><w:t>text</w:t></w:r></w:p>`, "text"},
		"hidden text":              {`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>open</w:t></w:r></w:p>`, "open"},
		"all bold, also in Thai":   {`<w:p><w:r><w:rPr><w:bCs/></w:rPr><w:t>วันแรก</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>b</w:t></w:r></w:p>`, "**วันแรก**\nab"},
		"symbols":                  {`<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t> point</w:t></w:r></w:p>`, "\uF0A7 point"},
		"entities":                 {p("Q&amp;A &lt;1&gt;"), "Q&A <1>"},
	} {
		t.Run(name, func(t *testing.T) { reads(t, "a.docx", document(t, c.body), c.want) })
	}
}

func TestDOCXLists(t *testing.T) {
	reads(t, "a.docx", document(t, listed("1", "0", "one")+listed("1", "1", "first")+listed("1", "1", "second")+listed("1", "0", "two")+
		listed("1", "1", "again")+listed("1", "2", "deep")+styled("L", "by style")+listed("2", "0", "dot")+listed("3", "0", "thai")+listed("3", "0", "thai")+
		listed("4", "0", "letter")+listed("5", "0", "seven")+listed("6", "0", "Talks")+listed("0", "0", "none")+listed("99", "0", "unknown")),
		"1. one\na) first\nb) second\n2. two\na) again\n1. deep\n3. by style\n- dot\n(๓) thai\n(๔) thai\nก. letter\n7. seven\nSession 1: Talks\nnone\nunknown")
}

func TestDOCXTables(t *testing.T) {
	merged := func(kind string) string { return `<w:vMerge w:val="` + kind + `"/>` }
	for name, c := range map[string]struct{ body, want string }{
		"cells":                       {p("before") + tbl(tr(tc("", p("9:00")), tc("", p("Opening"), p("by <![CDATA[A|B]]>")))) + p("after"), "before\n\n| 9:00 | Opening<br>by A\\|B |\n\nafter"},
		"wide cells":                  {tbl(tr(tc("", p("9:00")), tc(`<w:gridSpan w:val="2"/>`, p("Lunch"))), tr(tc("", p("a")), tc("", p("b")), tc("", p("c")))), "| 9:00 | Lunch |  |\n| a | b | c |"},
		"a time over two rows":        {tbl(tr(tc(merged("restart"), p("9:00")), tc("", p("A"))), tr(tc("<w:vMerge/>", p("")), tc("", p("B")))), "| 9:00 | A |\n|  | B |"},
		"a title over two times":      {tbl(tr(tc("", p("9:00-10:00")), tc(merged("restart"), p("Group work"))), tr(tc("", p("10:00-11:00")), tc("<w:vMerge/>", p("")))), "| 9:00-10:00 | Group work |\n| 10:00-11:00 | Group work |"},
		"a table in a layout table":   {tbl(tr(tc("", p("Programme"), tbl(tr(tc("", p("9:00")), tc("", p("A")))), p("end")), tc("", p("beside")))), "Programme\n\n| 9:00 | A |\n\nend\nbeside"},
		"a frame":                     {tbl(tr(tc("", p("Title"), p("Place")))), "Title\nPlace"},
		"bullets say nothing in rows": {tbl(tr(tc("", p("9:00")), tc("", listed("2", "0", "A"), listed("1", "0", "B")))), "| 9:00 | A<br>1. B |"},
		"empty rows":                  {tbl(tr(tc("", p("")), tc("", p(""))), tr(tc("", p("a")), tc("", p("b")))), "| a | b |"},
	} {
		t.Run(name, func(t *testing.T) { reads(t, "a.docx", document(t, c.body), c.want) })
	}
}

// The main part may have any name and any prefix; its relations say where the rest is.
func TestDOCXParts(t *testing.T) {
	data := zipped(t,
		"_rels/.rels", `<Relationships><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>`,
		"word/_rels/document2.xml.rels", `<Relationships><Relationship Id="r1" Type="x/styles" Target="styles7.xml"/></Relationships>`,
		"word/styles7.xml", styleSet,
		"word/document2.xml", `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:pStyle x:val="T"/></x:pPr><x:r><x:t>Title</x:t></x:r></x:p></x:body></x:document>`)
	reads(t, "a.docx", data, "# Title")
}

func TestODT(t *testing.T) {
	content := `<office:document-content xmlns:text="t" xmlns:table="b" xmlns:style="s"><text:list-style style:name="N"><text:list-level-style-number text:level="1"/></text:list-style><office:body><office:text>
<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h text:outline-level="2">Agenda</text:h><text:p>a<text:tab/>b<text:s text:c="2"/>c<text:line-break/>d<text:note><text:p>foot</text:p></text:note></text:p>
<text:list text:style-name="N"><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p><text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list></text:list-item></text:list>
<text:list><text:list-item><text:p>dot</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>9:00</text:p></table:table-cell><table:table-cell><text:p>A</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`
	got := reads(t, "a.odt", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content),
		"## Agenda\na\tb  c\nd\n1. one\n2. two\n1. deep\n- dot\n\n| 9:00 | A |\n|  | B |")
	if got.Format != ODT {
		t.Error(got.Format)
	}
}
