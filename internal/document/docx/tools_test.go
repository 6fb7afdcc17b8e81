//go:build tools

package docx

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sala.example/internal/document/documenttest"
)

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is not installed; these tests need libreoffice-writer and poppler-utils", name)
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// LibreOffice opens the file, keeps its pages, fonts and words.
func TestToolsLibreOfficeShowsThePaper(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "paper.docx")
	if err := os.WriteFile(file, render(t, documenttest.Resolution()), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "soffice", "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--convert-to", "pdf", "--outdir", dir, file)
	made := filepath.Join(dir, "paper.pdf")
	if info := run(t, "pdfinfo", made); !strings.Contains(info, "Pages:           3") || !strings.Contains(info, "A4") {
		t.Errorf("pdfinfo: %s", info)
	}
	fonts := run(t, "pdffonts", made)
	for _, want := range []string{"Sarabun-Regular", "Sarabun-Bold", "NotoSansMyanmar"} {
		if !strings.Contains(fonts, want) {
			t.Errorf("%s is not in use:\n%s", want, fonts)
		}
	}
	text := run(t, "pdftotext", "-layout", made, "-")
	for _, want := range []string{"7 จาก 12 ข้อ", "E09, E11, E12", "Name one enrolment contact", "120,000", "sala verify"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
