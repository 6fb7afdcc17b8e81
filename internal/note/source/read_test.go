package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// reads checks the body of a document, line by line.
func reads(t *testing.T, name string, data []byte, want string) *Text {
	t.Helper()
	got, err := Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(strings.TrimSpace(want), "\n"), strings.Split(strings.TrimSpace(got.Body), "\n")); diff != "" {
		t.Errorf("%s: - wanted, + got:\n%s", name, diff)
	}
	return got
}

// zipped makes a ZIP file; entries are name, content, name, content.
func zipped(t testing.TB, entries ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(entries); i += 2 {
		f, err := w.Create(entries[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(entries[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadTellsTheFormatByContent(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want Format
	}{
		"a.pdf":      {"9:00 Opening", Plain},
		"b.txt":      {"<!DOCTYPE html><p>9:00 Opening</p>", HTML},
		"c.html":     {"<p>9:00 Opening", HTML},
		"d":          {"<div><p>9:00 Opening</p></div>", HTML},
		"e.txt":      {"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART:20260623T090000\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n", ICS},
		"f.csv":      {"a,b\n1,2\n", CSV},
		"g.txt":      {"date,start,end,title_en,title_th\n2026-06-23,09:00,09:30,Opening,เปิด\n", CSV},
		"h.txt":      {"Opening, with words, and commas\n9:00, Opening, all\n", Plain},
		"i.md":       {"Title\n=====\n\n9:00 Opening", Markdown},
		"j.txt":      {"a < b and b > c\n9:00 Opening", Plain},
		"k.txt":      {"9:00 <b>Opening</b>", Plain},
		"l.markdown": {"# x", Markdown},
		"m.docx":     {string(document(t, "<w:p><w:r><w:t>x</w:t></w:r></w:p>")), DOCX},
	} {
		got, err := Read(name, []byte(c.data))
		if err != nil || got.Format != c.want {
			t.Errorf("%s: %v, %v, want %s", name, got, err, c.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"empty":          {"", ErrEmpty},
		"blank":          {" \n\t", ErrEmpty},
		"no letter":      {"---\n***", ErrEmpty},
		"old Word":       {ole + strings.Repeat("\x00", 600), ErrOldFormat},
		"rich text":      {`{\rtf1\ansi hello}`, ErrOldFormat},
		"slides":         {string(zipped(t, "ppt/presentation.xml", "<p/>")), ErrOldFormat},
		"password":       {ole + strings.Repeat("\x00", 600) + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", ErrPassword},
		"picture":        {"\x89PNG\r\n\x1a\n\x00\x00", ErrScanned},
		"photograph":     {"\xFF\xD8\xFF\xE0\x00\x10JFIF", ErrScanned},
		"noise":          {strings.Repeat("\x01\x02\xFF\x81", 99), ErrUnknown},
		"other zip":      {string(zipped(t, "readme.txt", "hello")), ErrUnknown},
		"cut zip":        {"PK\x03\x04 and no more", ErrBroken},
		"empty document": {string(document(t, "")), ErrEmpty},
		"damaged XML":    {string(zipped(t, "word/document.xml", "<w:document><w:p><w:t>hello</w:t")), ErrBroken},
		"large":          {strings.Repeat("a line\n", MaxBytes/7+1), ErrTooLarge},
		"much text":      {strings.Repeat("a line\n", MaxText/7+1), ErrTooLarge},
	} {
		if _, err := Read("paper.bin", []byte(c.data)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		} else if !strings.Contains(err.Error(), "paper.bin") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %q does not name the file on one line", name, err)
		}
	}
}

func TestMarkdown(t *testing.T) {
	reads(t, "a.md", []byte("Regional &amp; local\r\n===\r\n\r\nAgenda\n---\n\nnot a heading\nbut two lines\n---\n9:00 &ndash; 9:30 Opening\n"),
		"# Regional & local\n\n\n## Agenda\n\n\nnot a heading\nbut two lines\n---\n9:00 – 9:30 Opening")
}

func TestDecodeUTF16WithoutMark(t *testing.T) {
	var wide []byte
	for _, r := range "9:00 การประชุม\n9:30 เปิดงาน\n10:00 พัก ทาน ข้าว\n" {
		wide = append(wide, byte(r), byte(r>>8))
	}
	reads(t, "a.txt", wide, "9:00 การประชุม\n9:30 เปิดงาน\n10:00 พัก ทาน ข้าว")
}

// A text that would take long to understand is refused: too many letters, lines
// or numbers for 500 pages.
func TestMoreThan500Pages(t *testing.T) {
	for name, c := range map[string]struct {
		unit string
		most int
	}{"letters": {"กขค ", mostLetters / 4}, "lines": {"a\n", mostTextLines}, "numbers": {"9 ", mostNumbers}} {
		if _, err := Read("a.txt", []byte(strings.Repeat(c.unit, c.most-1)+"a")); err != nil {
			t.Errorf("%s: what just fits is refused: %v", name, err)
		}
		if _, err := Read("a.txt", []byte(strings.Repeat(c.unit, c.most+1)+"a")); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: more than that is read: %v", name, err)
		}
	}
}
