package report

import (
	"time"

	"sala.example/internal/document"
	"sala.example/internal/locale"
	"sala.example/internal/workshop"
)

// Build writes the whole report with lang as its main language; agreed texts
// stand in both languages. It is pure: equal sources give equal documents.
func Build(src *Source, lang string) *document.Document {
	b := &builder{src: src, s: src.State, lang: lang, zone: src.State.Location()}
	d := b.front()
	for _, blocks := range [][]document.Block{
		b.opening(), b.agreed(), b.notAgreed(), b.rated(), b.opinions(), b.changes(), b.plan(), b.boards(),
		b.questions(), b.background(), b.programme(), b.evidenceCited(), b.method(), b.people(), b.appendix(), b.verify(),
	} {
		d.Blocks = append(d.Blocks, blocks...)
	}
	return d
}

// builder is what every section needs: the workshop and the main language.
type builder struct {
	src  *Source
	s    *workshop.State
	lang string
	zone *time.Location
}

// section is blocks under a heading, and nothing when there are no blocks: a
// report has no empty section.
func (b *builder) section(id string, blocks []document.Block) []document.Block {
	if len(blocks) == 0 {
		return nil
	}
	heading := document.Heading{Level: 1, ID: id, Text: b.say("heading-" + id)}
	return append([]document.Block{heading}, blocks...)
}

// part is blocks under a heading within a section, or nothing.
func (b *builder) part(title string, blocks ...document.Block) []document.Block {
	if len(blocks) == 0 {
		return nil
	}
	return append([]document.Block{document.Heading{Level: 2, Text: title}}, blocks...)
}

// languages are those of the texts, the report's own first.
func (b *builder) languages() []workshop.Lang {
	required := b.s.Settings.Required
	langs := make([]workshop.Lang, 0, len(required))
	for _, l := range required {
		if l == b.lang {
			langs = append([]workshop.Lang{l}, langs...)
		} else {
			langs = append(langs, l)
		}
	}
	return langs
}

func (b *builder) other() string { return locale.Other(b.lang) }
