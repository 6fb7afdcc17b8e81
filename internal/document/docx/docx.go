// Package docx prints a document as a Word file (ECMA-376, transitional) that
// Word and LibreOffice show alike in Thai: every run names a complex-script font
// and size, Thai runs are marked as such, Sarabun travels inside the file, and
// changes are tracked changes that one can accept.
package docx

import (
	"archive/zip"
	"fmt"
	"io"
	"time"

	"sala.example/internal/document"
)

// Write prints the document. Equal documents give equal bytes.
func Write(w io.Writer, d *document.Document) error {
	b := newBody(d)
	for _, block := range d.Blocks {
		b.block(block)
	}
	z := zip.NewWriter(w)
	for _, p := range parts(d, b) {
		if err := addPart(z, p, d.Created); err != nil {
			return fmt.Errorf("write docx: %s: %w", p.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write docx: %w", err)
	}
	return nil
}

// part is one file of the package.
type part struct {
	name string
	data []byte
}

// addPart writes with the document's time, not the clock's. Zip knows no year
// before 1980.
func addPart(z *zip.Writer, p part, at time.Time) error {
	at = at.UTC()
	if at.Year() < 1980 {
		at = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: at})
	if err != nil {
		return err
	}
	_, err = f.Write(p.data)
	return err
}

func parts(d *document.Document, b *body) []part {
	text := func(name, xml string) part {
		return part{name, []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + xml)}
	}
	out := []part{
		text("[Content_Types].xml", contentTypes),
		text("_rels/.rels", packageRels),
		text("docProps/core.xml", core(d)),
		text("docProps/app.xml", app),
		text("word/document.xml", b.document()),
		text("word/_rels/document.xml.rels", b.rels()),
		text("word/styles.xml", styles(d.Lang)),
		text("word/settings.xml", settings(d.Lang)),
		text("word/numbering.xml", b.numbering()),
		text("word/footer1.xml", footer(d)),
	}
	fonts := embedded(b.burmese)
	out = append(out, text("word/fontTable.xml", fontTable(fonts)), text("word/_rels/fontTable.xml.rels", fontRels(fonts)))
	for i, f := range fonts {
		out = append(out, part{fmt.Sprintf("word/fonts/font%d.odttf", i+1), obfuscate(f.data, f.key)})
	}
	return out
}
