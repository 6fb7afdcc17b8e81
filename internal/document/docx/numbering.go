package docx

import (
	"fmt"
	"strings"
)

// Relationships 1 to 5 are the paper's own parts; links follow.
const ownRels = 5

func (b *body) relate(link string) string {
	b.links = append(b.links, link)
	return fmt.Sprintf("rId%d", ownRels+len(b.links))
}

func (b *body) rels() string {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var x strings.Builder
	x.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, name := range [ownRels]string{"styles", "settings", "numbering", "footer", "fontTable"} {
		target := name
		if name == "footer" {
			target = "footer1"
		}
		fmt.Fprintf(&x, `<Relationship Id="rId%d" Type="%s%s" Target="%s.xml"/>`, i+1, office, name, target)
	}
	for i, link := range b.links {
		fmt.Fprintf(&x, `<Relationship Id="rId%d" Type="%shyperlink" Target="%s" TargetMode="External"/>`, ownRels+i+1, office, esc(link))
	}
	return x.String() + "</Relationships>"
}

// numbering gives each list a number of its own, so that each starts at 1.
func (b *body) numbering() string {
	level := func(id int, format, text string) string {
		return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/>`+
			`<w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr>`+
			`<w:rPr><w:rFonts w:ascii="Sarabun" w:hAnsi="Sarabun" w:cs="Sarabun"/></w:rPr></w:lvl></w:abstractNum>`, id, format, text)
	}
	var x strings.Builder
	x.WriteString(`<w:numbering ` + wordNS + `>` + level(0, "bullet", "•") + level(1, "decimal", "%1."))
	for i, ordered := range b.lists {
		kind, restart := 0, ""
		if ordered {
			kind, restart = 1, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`
		}
		fmt.Fprintf(&x, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>`, i+1, kind, restart)
	}
	return x.String() + "</w:numbering>"
}
