package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// Limits of a ZIP file, of which DOCX, ODT and XLSX are kinds.
const (
	mostEntries  = 4000
	mostUnpacked = 100 << 20 // bytes, all entries together
	mostXML      = 24 << 20  // bytes of one entry that is read as XML
	highestRatio = 200       // of unpacked to packed bytes; XML of real papers stays under 60
	ratioFrom    = 1 << 20   // bytes, above which the ratio counts
)

// archive is a ZIP file whose entries are unpacked within limits.
type archive struct {
	files    map[string]*zip.File
	unpacked int64
}

// readZip tells what kind of document a ZIP file is, and reads it.
func readZip(data []byte) (*Text, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	switch main := a.mainPart(); {
	case a.files["content.xml"] != nil:
		return readODF(a)
	case main == "":
		return nil, ErrUnknown
	case strings.HasPrefix(main, "word/"):
		return readDOCX(a, main)
	case strings.HasPrefix(main, "xl/"):
		return readXLSX(a, main)
	case strings.HasPrefix(main, "ppt/"):
		return nil, ErrOldFormat
	}
	return nil, ErrUnknown
}

// openArchive looks at the directory only: how many entries there are and what they say of their sizes.
func openArchive(data []byte) (*archive, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, ErrBroken
	}
	a := &archive{files: map[string]*zip.File{}}
	var unpacked, packed uint64
	for _, f := range r.File {
		if f.Flags&1 != 0 {
			return nil, ErrPassword
		}
		unpacked += min(f.UncompressedSize64, mostUnpacked+1)
		packed += f.CompressedSize64
		a.files[strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")] = f
	}
	if len(r.File) > mostEntries || unpacked > mostUnpacked || unpacked > ratioFrom && unpacked/highestRatio > packed {
		return nil, ErrTooLarge
	}
	return a, nil
}

// mainPart finds the document of an Office file: where the relations say, else at its usual place.
func (a *archive) mainPart() string {
	for _, r := range a.relations("_rels/.rels") {
		if strings.HasSuffix(r.kind, "/officeDocument") && a.files[r.target] != nil {
			return r.target
		}
	}
	for _, usual := range []string{"word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"} {
		if a.files[usual] != nil {
			return usual
		}
	}
	return ""
}

type relation struct{ id, kind, target string }

// relations reads a .rels part; targets are made names of entries. A missing or damaged part has none.
func (a *archive) relations(name string) []relation {
	var all []relation
	folder := path.Dir(path.Dir(name))
	err := a.each(name, func(t xml.Token) error {
		if e, is := t.(xml.StartElement); is && e.Name.Local == "Relationship" && len(all) < mostEntries {
			target := attr(e, "Target")
			if strings.HasPrefix(target, "/") {
				target = strings.TrimPrefix(path.Clean(target), "/")
			} else {
				target = path.Join(folder, target)
			}
			all = append(all, relation{attr(e, "Id"), attr(e, "Type"), target})
		}
		return nil
	})
	if err != nil {
		return nil
	}
	return all
}

// open unpacks an entry as it is read; it fails with ErrTooLarge past the limits, whatever the directory said.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.files[name]
	if f == nil {
		return nil, ErrBroken
	}
	r, err := f.Open()
	if err != nil {
		return nil, ErrBroken
	}
	allowed := max(int64(f.CompressedSize64)*highestRatio, ratioFrom)
	return &limited{ReadCloser: r, archive: a, left: min(allowed, mostXML), isXML: strings.HasSuffix(strings.ToLower(name), ".xml")}, nil
}

// longestTag is how far apart the ends of tags are, in bytes: XML is held in memory from one to the next.
const longestTag = 1 << 20

// limited counts what is unpacked.
type limited struct {
	io.ReadCloser
	archive *archive
	left    int64
	isXML   bool
	tag     int // bytes since the end of a tag
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.ReadCloser.Read(p)
	l.left -= int64(n)
	l.archive.unpacked += int64(n)
	if at := bytes.LastIndexByte(p[:n], '>'); at >= 0 {
		l.tag = n - at
	} else {
		l.tag += n
	}
	if l.left < 0 || l.archive.unpacked > mostUnpacked || l.isXML && l.tag > longestTag {
		return 0, ErrTooLarge
	}
	return n, err
}

// errStop ends the reading of an entry early.
var errStop = errors.New("stop")

// each gives the tokens of an XML entry. encoding/xml knows no entities but the five of XML, so none are expanded.
func (a *archive) each(name string, do func(xml.Token) error) error {
	r, err := a.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(r)
	d.Strict = false
	for {
		t, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = do(t)
		}
		switch {
		case err == errStop:
			return nil
		case errors.Is(err, ErrTooLarge):
			return ErrTooLarge
		case err != nil:
			return ErrBroken
		}
	}
}

// eachIfThere is each for a part that a document need not have.
func (a *archive) eachIfThere(name string, do func(xml.Token) error) error {
	if a.files[name] == nil {
		return nil
	}
	return a.each(name, do)
}

// attr gives an attribute by its name, whatever its prefix.
func attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
