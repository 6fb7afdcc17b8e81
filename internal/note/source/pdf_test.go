package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	paper "sala.example/internal/document"
	writer "sala.example/internal/document/pdf"
)

// drawn makes a PDF whose pages hold these contents, with a font in which every letter is half its size wide.
func drawn(pages ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n")
	kids := ""
	for i, content := range pages {
		fmt.Fprintf(&b, "%d 0 obj << /Type /Page /MediaBox [0 0 600 800] /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> >> endobj\n", 10+2*i, 11+2*i)
		fmt.Fprintf(&b, "%d 0 obj << /Length %d >> stream\n%s\nendstream endobj\n", 11+2*i, len(content), content)
		kids += fmt.Sprintf("%d 0 R ", 10+2*i)
	}
	fmt.Fprintf(&b, "2 0 obj << /Kids [%s] >> endobj\n3 0 obj << /Subtype /Type1 /BaseFont /F /FirstChar 0 /Widths [%s] /Encoding /WinAnsiEncoding >> endobj\ntrailer << /Root 1 0 R >>", kids, strings.Repeat("500 ", 256))
	return b.Bytes()
}

// put draws text at a place, in 10 points unless the text begins with another size.
func put(x, y int, text string) string {
	size := 10
	if rest, big := strings.CutPrefix(text, "BIG "); big {
		size, text = 20, rest
	}
	return fmt.Sprintf("BT /F %d Tf %d %d Td (%s) Tj ET ", size, x, y, strings.NewReplacer("(", `\(`, ")", `\)`).Replace(text))
}

// boxes draws the borders of a table: columns and rows at these places.
func boxes(columns, rows []int) string {
	s := ""
	for _, x := range columns {
		s += fmt.Sprintf("%d %d m %d %d l S ", x, rows[0], x, rows[len(rows)-1])
	}
	for _, y := range rows {
		s += fmt.Sprintf("%d %d m %d %d l S ", columns[0], y, columns[len(columns)-1], y)
	}
	return s
}

func TestPDFPages(t *testing.T) {
	full := "the words of this line reach from the left edge to the right edge of the text on this paper here." // 97 letters: 485 points
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"paragraphs":    {drawn(put(50, 700, "BIG Workshop on words") + put(50, 660, full) + put(50, 648, "and go on") + put(50, 630, "- a bullet") + put(50, 618, "Venue: Hall")), "# Workshop on words\n" + full + " and go on\n- a bullet\nVenue: Hall"},
		"letters apart": {drawn(put(50, 700, "9:00-9:30") + put(200, 700, "Open") + put(220, 700, "ing") + put(240, 700, "remarks")), "9:00-9:30\tOpening remarks"},
		"columns that go on": {
			drawn(put(50, 700, "9:00-9:30") + put(150, 700, "A title that takes all of its column") + put(350, 700, "Dr. Example") + put(150, 688, "and more") + put(350, 688, "Example University") + put(50, 676, "9:30-10:00") + put(150, 676, "B")),
			"| 9:00-9:30 | A title that takes all of its column and more | Dr. Example Example University |\n| 9:30-10:00 | B |",
		},
		"a drawn table": {
			drawn(put(50, 790, "Programme") + boxes([]int{50, 150, 350, 550}, []int{700, 650, 600, 550}) + put(55, 690, "Time") + put(155, 690, "Title") + put(355, 690, "Speaker") +
				put(55, 640, "9:00 -") + put(55, 628, "9:30") + put(155, 640, "A long title that wraps because of it") + put(155, 628, "has to") + put(355, 640, "Dr. One") + put(355, 628, "University") + put(55, 590, "10:00") + put(155, 590, "a|b")),
			"Programme\n\n| Time | Title | Speaker |\n| 9:00 - 9:30 | A long title that wraps because of it has to | Dr. One<br>University |\n| 10:00 | a\\|b |",
		},
		"a cell over two rows":    {drawn("50 700 m 550 700 l S 150 650 m 550 650 l S 50 600 m 550 600 l S 50 600 m 50 700 l S 150 600 m 150 700 l S 550 600 m 550 700 l S " + put(55, 650, "9:00") + put(155, 690, "A") + put(155, 640, "B")), "| 9:00 | A |\n|  | B |"},
		"a frame around the page": {drawn("10 10 580 780 re S " + put(50, 700, "Title") + put(50, 680, "Place")), "Title\nPlace"},
		"a table over two pages":  {drawn(boxes([]int{50, 150, 550}, []int{120, 60})+put(55, 100, "9:00")+put(155, 100, "A"), boxes([]int{50, 150, 550}, []int{790, 700})+put(155, 780, "B")+put(55, 780, "9:30")), "| 9:00 | A |\n| 9:30 | B |"},
		"a row over two pages": {drawn(boxes([]int{50, 150, 550}, []int{150, 100, 60})+put(55, 140, "Time")+put(155, 140, "Title")+put(55, 90, "9:00")+put(155, 90, "A title"),
			boxes([]int{50, 150, 550}, []int{790, 740, 720, 700})+put(55, 780, "Time")+put(155, 780, "Title")+put(155, 730, "goes on")+put(55, 710, "9:30")+put(155, 710, "B")), "| Time | Title |\n| 9:00 | A title goes on |\n| 9:30 | B |"},
		"running heads": {drawn(put(50, 780, "Ministry of Words")+put(50, 500, "one")+put(290, 20, "Page 1 of 3"), put(50, 780, "Ministry of Words")+put(50, 500, "two")+put(290, 20, "Page 2 of 3"),
			put(50, 780, "Ministry of Words")+put(50, 500, "three")+put(290, 20, "- 3 -")), "one\ntwo\nthree"},
		"times at the edge":     {drawn(put(50, 30, "10:20"), put(50, 30, "10:45")+put(100, 500, "x")), "10:20\nx\n\n10:45"},
		"bold by drawing twice": {drawn(put(50, 700, "Day 1") + put(50, 700, "Day 1")), "Day 1"},
		"artifacts":             {drawn("/Artifact BMC " + put(50, 790, "head") + " EMC " + put(50, 700, "text")), "text"},
		"Thai by a Latin page":  {drawn(put(50, 700, "\xA1\xD2\xC3\xBB\xC3\xD0\xAA\xD8\xC1")), "การประชุม"},
		"after a few bytes":     {append([]byte("\r\n\x00junk"), drawn(put(50, 700, "text"))...), "text"},
	} {
		t.Run(name, func(t *testing.T) { reads(t, "a.pdf", c.data, c.want) })
	}
}

func TestPDFWithoutText(t *testing.T) {
	if _, err := Read("a.pdf", drawn("BI ID EI ")); !errors.Is(err, ErrScanned) {
		t.Errorf("%v", err)
	}
	got := reads(t, "a.pdf", drawn("BI ID EI ", put(50, 500, "text"), "BI ID EI "), "text")
	if len(got.Doubts) != 1 || got.Doubts[0].Code != PagesNotRead || got.Doubts[0].Args["pages"] != "1, 3" {
		t.Errorf("%+v", got.Doubts)
	}
}

// paperOf sets paragraphs with our own writer: shaped Thai, several fonts, object by object.
func paperOf(t testing.TB, paragraphs ...string) []byte {
	t.Helper()
	d := &paper.Document{Lang: "th", Title: "เอกสาร", Created: time.Date(2026, 6, 23, 0, 0, 0, 0, time.UTC)}
	for _, s := range paragraphs {
		d.Blocks = append(d.Blocks, paper.Paragraph{Runs: []paper.Run{{Text: s}}})
	}
	var b bytes.Buffer
	if err := writer.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var thaiParagraphs = []string{
	"ที่ประชุมจะหารือเกี่ยวกับข้อเสนอเชิงนโยบายสำหรับการจัดการศึกษาแก่เด็กข้ามชาติ โดยคำนึงถึงบทบาทขององค์กรปกครองส่วนท้องถิ่น โรงเรียน ผู้ปกครอง และนายจ้าง เพื่อให้ได้ข้อเสนอที่เป็นไปได้",
	"๐๘.๓๐ – ๐๙.๐๐ น. ลงทะเบียน",
	"น้ำ ที่ ผู้ ปู่ ฟ้า กู้ชื่อ ฝั่ง ปิ่น ก๊วย ศักดิ์สิทธิ์ พันธุ์",
	"พักรับประทานอาหารกลางวัน ทำงานร่วมกัน ดำเนินการ กำหนดการ สำนักงานเขตพื้นที่การศึกษา",
}

func TestPDFInThai(t *testing.T) {
	got := reads(t, "a.pdf", paperOf(t, thaiParagraphs...), "# เอกสาร\n"+strings.Join(thaiParagraphs, "\n"))
	if len(got.Doubts) > 0 {
		t.Errorf("%+v", got.Doubts)
	}
}

// What Word does to Thai: the two letters exchanged, or all of them one.
func TestPDFWithSwappedLetters(t *testing.T) {
	for name, mix := range map[string]*strings.Replacer{
		"exchanged": strings.NewReplacer("า", "ำ", "ำ", "า"), "all ำ": strings.NewReplacer("า", "ำ"), "all า": strings.NewReplacer("ำ", "า"),
	} {
		mixed := make([]string, len(thaiParagraphs))
		for i, s := range thaiParagraphs {
			mixed[i] = mix.Replace(s)
		}
		got, err := Read("a.pdf", paperOf(t, mixed...))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range thaiParagraphs {
			if !strings.Contains(got.Body, want) {
				t.Errorf("%s: no %q in\n%s", name, want, got.Body)
			}
		}
		if len(got.Doubts) != 1 || got.Doubts[0].Code != LettersRepaired || got.Doubts[0].Line == 0 || got.Doubts[0].Args["count"] == "" {
			t.Errorf("%s: %+v", name, got.Doubts)
		}
	}
}

func TestMendThai(t *testing.T) {
	for in, want := range map[string]string{
		"สำาหรับ": "สำหรับ", "นํ้า": "น้ำ", "นำ้": "น้ำ", "ท ี่": "ที่", "\uF700าน": "ฐาน", "ป\uF701\uF70Aน": "ปิ่น", "plain": "plain", "Réunion à l'école": "Réunion à l'école",
		"Đề nghị các đại biểu": "Đề nghị các đại biểu", "¡ÒÃ»ÃÐªØÁ": "การประชุม", "A ÃÃÃ": "A ÃÃÃ",
	} {
		if got := mendThai(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// A sound paper is left alone, names that no list knows included.
func TestSoundThaiIsLeftAlone(t *testing.T) {
	lines := append([]string{"นายปิยำพร ศรีคำมูล และนางสาวดารำ"}, thaiParagraphs...)
	want := strings.Join(lines, "\n")
	if n := mendSwapped(lines); n != 0 || strings.Join(lines, "\n") != want {
		t.Errorf("%d letters changed:\n%s", n, strings.Join(lines, "\n"))
	}
}

func TestPDFIsQuick(t *testing.T) {
	var long []string
	for range 250 { // about 50 pages
		long = append(long, thaiParagraphs...)
	}
	data := paperOf(t, long...)
	began := time.Now()
	if _, err := Read("a.pdf", data); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > 2*time.Second*slower { // bounded generously: the machine is shared
		t.Errorf("took %s", took)
	} else {
		t.Logf("%d bytes in %s", len(data), took)
	}
}
