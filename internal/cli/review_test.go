package cli

import (
	"archive/zip"
	"bytes"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sala.example/internal/access"
	"sala.example/internal/locale"
	"sala.example/internal/web"
	"sala.example/internal/workshop"
)

// understood is what the review page gets of a document, as far as these tests
// look at it.
type understood struct {
	Draft    web.Draft
	Text     string
	Format   string
	Editable bool
	Note     struct {
		Days []struct {
			Items []struct {
				Line int
			}
		}
	}
	Warnings []struct {
		Code, Message string
		Line          int
		Messages      workshop.Text
	}
	Proposals aligned
}

type aligned struct {
	Langs []string
	Pairs []struct {
		No       string
		Sides    [][]string
		Line     int
		Doubtful bool
		Reasons  []string
	}
}

// organisers is a site with nobody but the organiser, who has made nothing yet.
func organisers(t *testing.T) (*site, *browser) {
	t.Helper()
	s := emptySite(t)
	o := s.newBrowser(access.Organiser)
	o.follow(s.setup)
	return s, o
}

// read drops a file.
func (b *browser) read(name, body string) *response {
	b.t.Helper()
	return b.send(http.MethodPost, "/new/read?name="+url.QueryEscape(name), strings.NewReader(body), "Content-Type", "application/octet-stream")
}

// word makes a small Word document of paragraphs and tables, as XML.
func word(t *testing.T, body string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func paragraphs(lines ...string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + line + `</w:t></w:r></w:p>`)
	}
	return b.String()
}

// A Word document comes in with the lines that its items name.
func TestAWordDocumentIsRead(t *testing.T) {
	t.Parallel()
	_, o := organisers(t)
	var u understood
	o.read("กำหนดการ.docx", word(t, paragraphs("Workshop on schools", "23 November 2026", "9:00-10:00 Opening", "10:00-11:30 Agreement on the recommendations"))).want(http.StatusOK).json(&u)
	lines := strings.Split(u.Text, "\n")
	if u.Format != "docx" || !u.Editable || len(u.Draft.Items) != 2 || len(u.Note.Days) != 1 {
		t.Fatalf("read as %+v", u)
	}
	for i, it := range u.Note.Days[0].Items {
		if title := u.Draft.Items[i].Title["en"]; !strings.Contains(lines[it.Line-1], title) {
			t.Errorf("item %q names line %d: %q", title, it.Line, lines[it.Line-1])
		}
	}
	if !u.Draft.Items[1].Decides || u.Draft.Items[1].End != "11:30" {
		t.Errorf("the agreement was read as %+v", u.Draft.Items[1])
	}
}

// The text of an earlier answer, put right by hand, is read as it stands.
func TestACorrectedTextIsReadAgain(t *testing.T) {
	t.Parallel()
	_, o := organisers(t)
	const text = "Title,Start\n23 November 2026\n9:00-10:00 Opening\n10:00-11:00 <b>Talk</b>"
	var u understood
	o.send(http.MethodPost, "/new/read?corrected=1", strings.NewReader(text)).want(http.StatusOK).json(&u)
	if u.Text != text || len(u.Draft.Items) != 2 {
		t.Errorf("the corrected text came back as %q with %d items", u.Text, len(u.Draft.Items))
	}
	if code, _ := o.send(http.MethodPost, "/new/read?corrected=1", strings.NewReader("\xff\xfe\x00")).want(http.StatusUnprocessableEntity).problem(); code != "note.binary" {
		t.Errorf("what is no text is refused as %q", code)
	}
}

// A table and a calendar are read as they stand; a warning is said in every
// language, since the page may change its own.
func TestTablesAndWarnings(t *testing.T) {
	t.Parallel()
	_, o := organisers(t)
	var u understood
	o.read("programme.csv", "date,start,end,title_en,title_th\n2026-11-23,09:00,10:00,Opening,พิธีเปิด\n2026-11-23,09:00,10:00,Other,อื่น ๆ\n").want(http.StatusOK).json(&u)
	if u.Format != "csv" || u.Editable || len(u.Draft.Items) != 2 {
		t.Fatalf("a table was read as %+v", u)
	}
	if diff := cmp.Diff(workshop.Text{"en": "Opening", "th": "พิธีเปิด"}, u.Draft.Items[0].Title); diff != "" {
		t.Errorf("titles (-want +got):\n%s", diff)
	}
	for _, w := range u.Warnings {
		for _, lang := range locale.Languages() {
			if w.Messages[lang] == "" {
				t.Errorf("%s is not said in %s", w.Code, lang)
			}
		}
	}
}

// What cannot be read is refused by its reason, in words.
func TestDocumentsThatCannotBeRead(t *testing.T) {
	t.Parallel()
	_, o := organisers(t)
	locked, err := os.ReadFile("../note/source/pdf/testdata/locked-128.pdf")
	if err != nil {
		t.Fatalf("the test needs a locked PDF: %v", err)
	}
	old := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	for code, file := range map[string]struct{ name, body string }{
		"note.password":   {"a.pdf", string(locked)},
		"note.scanned":    {"a.png", "\x89PNG\r\n\x1a\n" + strings.Repeat("\x00", 100)},
		"note.broken":     {"a.pdf", "%PDF-1.4\nnothing of the kind"},
		"note.old-format": {"a.doc", old},
		"note.empty":      {"a.txt", "  \n"},
		"note.binary":     {"a.txt", strings.Repeat("\x00\x01\x02", 100)},
		"note.too-large":  {"a.txt", strings.Repeat("a long note ", 2<<20)},
	} {
		got := o.in("th").read(file.name, file.body)
		problem, message := got.problem()
		if got.status != http.StatusUnprocessableEntity || problem != code || message != locale.Say("th", "refusal."+code) {
			t.Errorf("%s: %d %s %q", code, got.status, problem, message)
		}
	}
}

// Recommendations of a note, of a table in two languages, and of two documents.
func TestRecommendationsAreProposed(t *testing.T) {
	t.Parallel()
	_, o := organisers(t)
	var u understood
	o.read("note.txt", "Workshop\n\nRecommendations\n1. Admit every child within 30 days.\n2. Pay for interpreters.\n").want(http.StatusOK).json(&u)
	if len(u.Proposals.Langs) != 1 || len(u.Proposals.Pairs) != 2 || u.Proposals.Pairs[0].Line != 4 {
		t.Fatalf("one language: %+v", u.Proposals)
	}
	if diff := cmp.Diff([][]string{{"Admit every child within 30 days."}}, u.Proposals.Pairs[0].Sides); diff != "" {
		t.Errorf("the first recommendation (-want +got):\n%s", diff)
	}

	var two aligned
	o.post("/new/align", fields{
		"a": "ข้อเสนอแนะ\n1. รับเด็กทุกคนภายใน 30 วัน\n2. จัดให้มีล่าม\n3. เผยแพร่รายชื่อ",
		"b": "Recommendations\n1. Admit every child within 60 days.\n2. Pay for interpreters.",
	}).want(http.StatusOK).json(&two)
	if diff := cmp.Diff([]string{"th", "en"}, two.Langs); diff != "" {
		t.Errorf("languages (-want +got):\n%s", diff)
	}
	var doubts []bool
	for _, p := range two.Pairs {
		doubts = append(doubts, p.Doubtful)
	}
	if diff := cmp.Diff([]bool{true, false, true}, doubts); diff != "" {
		t.Errorf("numbers that differ and a missing side are doubtful (-want +got):\n%s", diff)
	}
	if code, _ := o.post("/new/align", fields{"a": "x", "c": "y"}).want(http.StatusBadRequest).problem(); code != "web.bad-request" {
		t.Errorf("an unknown field is refused as %q", code)
	}
}

// Reading and checking make nothing, and are the organiser's alone.
func TestReviewingMakesNothing(t *testing.T) {
	t.Parallel()
	s, o := organisers(t)
	o.read("note.txt", "Workshop\n9:00-10:00 Opening").want(http.StatusOK)
	o.post("/new/check", sampleDraft()).want(http.StatusOK)
	if ids := s.program.house.Codes(); len(ids) != 0 {
		t.Errorf("there are workshops: %v", ids)
	}
	stranger := s.newBrowser("stranger")
	for _, path := range []string{"/new/read", "/new/check", "/new/align"} {
		stranger.post(path, fields{}).refusedAs(t, "stranger", http.StatusUnauthorized, "web.session-gone")
	}
}

// The programme check, from outside: a draft in, findings with a proposal out.
func TestTheProgrammeIsChecked(t *testing.T) {
	t.Parallel()
	_, o := organisers(t)
	d := sampleDraft()
	d.Items = d.Items[:2]
	d.Items = append(d.Items, web.DraftItem{Date: "2014-09-23", Start: "10:00", End: "10:10", Kind: "closing"})
	var got struct {
		Findings []struct {
			Code, Date, Message string
			Args                map[string]string
			Items               []int
			Proposal            []struct {
				Of               int
				Start, End, Kind string
				Decides          bool
				Title            workshop.Text
			}
		}
	}
	o.in("th").post("/new/check", d).want(http.StatusOK).json(&got)
	if len(got.Findings) != 1 || got.Findings[0].Code != "no-decision" || got.Findings[0].Message != locale.Say("th", "plan.no-decision") {
		t.Fatalf("found %+v", got.Findings)
	}
	var day []string
	for _, m := range got.Findings[0].Proposal {
		day = append(day, m.Start+"-"+m.End+" "+m.Kind)
	}
	if diff := cmp.Diff([]string{"08:30-09:00 registration", "09:00-09:30 talk", "09:30-10:00 decision", "10:00-10:10 closing"}, day); diff != "" {
		t.Errorf("proposal (-want +got):\n%s", diff)
	}
	added := got.Findings[0].Proposal[2]
	if added.Of != -1 || !added.Decides || added.Title["th"] == "" || added.Title["en"] == "" {
		t.Errorf("what is new: %+v", added)
	}
	d.Items = make([]web.DraftItem, 501)
	o.post("/new/check", d).want(http.StatusRequestEntityTooLarge)
}
