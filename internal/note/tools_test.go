//go:build tools

package note

import (
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestToolsConvertedNotes: a note that LibreOffice has made into a page, a Word file and a PDF has the same items as its text.
func TestToolsConvertedNotes(t *testing.T) {
	files, err := filepath.Glob(shared + "/*.txt")
	if err != nil || len(files) != 6 {
		t.Fatalf("want the six samples in %s beside the repository, found %d, %v", shared, len(files), err)
	}
	files = append(files, "../../../shared/demo/concept-note.txt", "sample/note.th.txt")
	dir := t.TempDir()
	want := map[string][]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		want[name] = slots(readFile(t, file))
		if err := os.WriteFile(filepath.Join(dir, name+".html"), []byte(pageOf(string(text))), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	convert(t, dir, "docx:MS Word 2007 XML", "*.html")
	convert(t, dir, "odt:writer8", "*.docx")
	convert(t, dir, "pdf", "*.docx")
	for name, items := range want {
		for _, ending := range []string{"html", "docx", "odt", "pdf"} {
			if diff := cmp.Diff(items, slots(readFile(t, filepath.Join(dir, name+"."+ending)))); diff != "" || len(items) == 0 {
				t.Errorf("%s.%s: - wanted, + got:\n%s", name, ending, diff)
			}
		}
	}
}

func slots(n *Note) []string {
	var all []string
	for _, d := range n.Days {
		for _, it := range d.Items {
			all = append(all, fmt.Sprintf("%s %s-%s %s", d.Date, it.Start, it.End, it.Title))
		}
	}
	return all
}

// convert runs LibreOffice (Debian: libreoffice-writer) with the fonts of our own papers, which know Thai.
func convert(t *testing.T, dir, to, pattern string) {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("soffice is not installed; this test needs libreoffice-writer")
	}
	fonts, err := filepath.Abs("../document/fonts")
	if err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(dir, "fonts.conf")
	text := `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include><dir>` + fonts + `</dir><cachedir>` + dir + `</cachedir></fontconfig>`
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("nothing to convert: %v", err)
	}
	run := exec.Command(office, append([]string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", to, "--outdir", dir}, files...)...)
	run.Env = append(os.Environ(), "FONTCONFIG_FILE="+config)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
}

var (
	columnGaps = regexp.MustCompile(`\t|\s{3,}|\|`)
	pageLink   = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
)

// pageOf writes a note as a page: lines that begin with a digit and have columns are rows of a table, others paragraphs.
func pageOf(text string) string {
	var b strings.Builder
	b.WriteString(`<!doctype html><html><head><meta charset="utf-8"><style>body{font-family:Sarabun}</style></head><body>`)
	open := false
	for i, line := range strings.Split(text, "\n") {
		if i == 0 && strings.HasPrefix(line, provenance) {
			continue
		}
		cells := columnGaps.Split(strings.Trim(line, "| "), -1)
		isRow := len(cells) > 1 && startsDigit(cells[0])
		if isRow != open {
			b.WriteString(map[bool]string{true: `<table border="1" cellpadding="3">`, false: "</table>"}[isRow])
			open = isRow
		}
		switch text := html.EscapeString(pageLink.ReplaceAllString(strings.ReplaceAll(strings.Trim(line, "# "), "**", ""), "$1")); {
		case isRow:
			b.WriteString("<tr>")
			for _, c := range cells {
				b.WriteString("<td>" + html.EscapeString(strings.TrimSpace(c)) + "</td>")
			}
			b.WriteString("</tr>")
		case strings.HasPrefix(line, "#"):
			fmt.Fprintf(&b, "<h2>%s</h2>", text)
		case strings.TrimSpace(line) != "":
			fmt.Fprintf(&b, "<p>%s</p>\n", text)
		}
	}
	return b.String() + "</body></html>"
}
