package source

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// FuzzParts: the XML inside a packed document, which a fuzzer that only turns the bits of a ZIP file never reaches.
func FuzzParts(f *testing.F) {
	book := workbookOf(f, func(x *excelize.File) {
		set(f, x, "Sheet1", "A1", 0.375, "h:mm")
		set(f, x, "Sheet1", "B2", "Opening", "")
	})
	f.Add(0, partOf(f, book, "xl/worksheets/sheet1.xml"))
	f.Add(1, partOf(f, book, "xl/styles.xml"))
	f.Add(2, partOf(f, book, "xl/sharedStrings.xml"))
	f.Add(3, []byte("<w:document "+wordNS+"><w:body>"+styled("L", "a")+tbl(tr(tc(`<w:gridSpan w:val="2"/>`, p("b")), tc("<w:vMerge/>")))))
	f.Add(4, []byte(numberSet))
	f.Add(5, []byte(styleSet))
	f.Add(6, []byte("<t><list style-name='x'><list-item><h outline-level='3'>a<s c='9'/></h></list-item></list><table><table-row><covered-table-cell/></table-row></table></t>"))
	f.Fuzz(func(t *testing.T, part int, xml []byte) {
		var data []byte
		switch part {
		case 0:
			data = replaced(t, book, "xl/worksheets/sheet1.xml", xml)
		case 1:
			data = replaced(t, book, "xl/styles.xml", xml)
		case 2:
			data = replaced(t, book, "xl/sharedStrings.xml", xml)
		case 3:
			data = zipped(t, "word/document.xml", string(xml), "word/numbering.xml", numberSet, "word/styles.xml", styleSet)
		case 4:
			data = zipped(t, "word/document.xml", "<w:document "+wordNS+">"+listed("1", "1", "a")+listed("1", "0", "b"), "word/numbering.xml", string(xml))
		case 5:
			data = zipped(t, "word/document.xml", "<w:document "+wordNS+">"+styled("A", "a")+styled("L", "b"), "word/styles.xml", string(xml))
		default:
			data = zipped(t, "content.xml", string(xml))
		}
		began := time.Now()
		got, err := Read("a", data)
		if took := time.Since(began); took > 2*time.Second {
			t.Fatalf("took %s for %d bytes", took, len(xml))
		}
		if err == nil && got.Body == "" {
			t.Fatal("no text and no error")
		}
	})
}

func partOf(t testing.TB, data []byte, name string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	part, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return part
}

// replaced gives a ZIP file with other bytes in one entry.
func replaced(t testing.TB, data []byte, name string, part []byte) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var entries []string
	for _, f := range r.File {
		if f.Name != name {
			entries = append(entries, f.Name, string(partOf(t, data, f.Name)))
		}
	}
	return zipped(t, append(entries, name, string(part))...)
}
