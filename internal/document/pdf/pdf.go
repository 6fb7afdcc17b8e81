// Package pdf prints a document as a tagged PDF on A4 (ISO 32000-1). It shapes
// text with HarfBuzz, so that Thai tone marks stand where they belong, ends
// lines between Thai words, embeds the letters it uses, and gives the exact text
// back to readers: a structure tree, a language, bookmarks and ActualText.
package pdf

import (
	"fmt"
	"io"
	"time"

	"sala.example/internal/document"
	"sala.example/internal/thai"
)

// Options change how a paper is set.
type Options struct {
	// Breaks returns the byte offsets, ascending, before which a line may end.
	// nil means thai.Default().Breaks. A workshop that knows its names gives a
	// segmenter of its own.
	Breaks func(string) []int
}

// Write prints the document with default options. Characters that neither
// Sarabun nor Noto Sans Myanmar nor the signs in symbols.go have are printed as
// an empty box; their text is still in the file.
func Write(w io.Writer, d *document.Document) error {
	return WriteWith(w, d, Options{})
}

// WriteWith prints the document. Equal documents and options give equal bytes.
func WriteWith(w io.Writer, d *document.Document, o Options) error {
	if o.Breaks == nil {
		o.Breaks = thai.Default().Breaks
	}
	wr := &writer{breaks: o.Breaks, shaper: newShaper(), file: &file{}, dests: map[string]dest{}}
	if err := wr.document(w, d); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

// writer is one paper being set.
type writer struct {
	breaks    func(string) []int
	shaper    *shaper
	file      *file
	lang      string
	root      *elem
	elems     []*elem
	order     int
	strips    []strip
	pages     []*page
	bookmarks []*bookmark
	dests     map[string]dest
}

func (w *writer) document(out io.Writer, d *document.Document) error {
	w.lang = d.Lang
	w.root = w.element("Document", nil)
	if err := w.titles(d); err != nil {
		return err
	}
	for i, b := range d.Blocks {
		first := len(w.strips)
		if err := w.block(b); err != nil {
			return fmt.Errorf("block %d: %w", i+1, err)
		}
		if introduces(d.Blocks, i) {
			keep(w.strips[first:])
		}
	}
	w.flow()
	if err := w.footers(d.Footer); err != nil {
		return err
	}
	fonts, err := w.shaper.writeFonts(w.file)
	if err != nil {
		return err
	}
	pages, parents := w.writePages(fonts)
	return w.file.writeTo(out, w.catalog(d, pages, w.writeTags(parents)), w.info(d))
}

func (w *writer) catalog(d *document.Document, pages, tags ref) ref {
	outline := ""
	if r := w.writeOutline(); r != 0 {
		outline = fmt.Sprintf("/Outlines %v/PageMode/UseOutlines", r)
	}
	return w.file.add(fmt.Sprintf("<</Type/Catalog/Pages %v/StructTreeRoot %v/MarkInfo<</Marked true>>/Lang%s/ViewerPreferences<</DisplayDocTitle true>>%s>>",
		pages, tags, literal(d.Lang), outline))
}

func (w *writer) info(d *document.Document) ref {
	author := ""
	if d.Author != "" {
		author = "/Author" + textString(d.Author)
	}
	date := literal("D:" + d.Created.In(time.UTC).Format("20060102150405") + "Z")
	return w.file.add(fmt.Sprintf("<</Title%s%s/Creator(Sala)/Producer(Sala)/CreationDate%s/ModDate%s>>", textString(d.Title), author, date, date))
}
