//go:build tools

package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sala.example/internal/document"
	"sala.example/internal/document/documenttest"
)

// run calls a tool that has to be installed (Debian: qpdf, poppler-utils).
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is not installed; these tests need qpdf and poppler-utils", name)
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func saved(t *testing.T, d *document.Document) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, render(t, d), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestToolsFindNoFault(t *testing.T) {
	for name, d := range map[string]*document.Document{"resolution": documenttest.Resolution(), "long": documenttest.Long(25)} {
		path := saved(t, d)
		if out := run(t, "qpdf", "--check", path); !strings.Contains(out, "No syntax or stream encoding errors found") {
			t.Errorf("%s: qpdf: %s", name, out)
		}
		if out := run(t, "pdfinfo", path); !strings.Contains(out, "Tagged:          yes") || !strings.Contains(out, "A4") {
			t.Errorf("%s: pdfinfo: %s", name, out)
		}
		for _, line := range strings.Split(strings.TrimSpace(run(t, "pdffonts", path)), "\n")[2:] {
			f := strings.Fields(line)
			if tail := f[len(f)-5:]; tail[0] != "yes" || tail[2] != "yes" {
				t.Errorf("%s: a font is not embedded or has no text: %s", name, line)
			}
		}
	}
}

// pdftotext gives every line back exactly.
func TestToolsGiveTheTextBack(t *testing.T) {
	out := run(t, "pdftotext", "-layout", saved(t, documenttest.Resolution()), "-")
	for _, want := range append([]string{
		"ข้อเสนอเชิงนโยบายเพื่อการบูรณาการผู้ย้ายถิ่น\n", "1. ผู้ประสานงานการรับเด็ก", "● เห็นชอบ",
		"ที่ประชุมเห็นชอบ 7 จาก 12 ข้อ เห็นชอบโดยบันทึกข้อสงวน 2 ข้อ",
		"จังหวัดควรต้องจัดตั้งคณะทำงานสำหรับเด็กต่างด้าวข้ามชาติ และประชุมบ่อย ๆ อย่างน้อยปีละสี่ครั้ง",
		"สำนักงานเขตพื้นที่การศึกษาประถมศึกษา · เริ่มภายใน 23 ตุลาคม พ.ศ. 2557",
		documenttest.Symbols, "မြန်မာဘာသာ ကလေးများ၏ ပညာရေး", strings.Join(documenttest.ThaiWords, " "),
		"บันทึก 9c41 e7d0 · ตรวจสอบได้ที่ sala verify",
	}, documenttest.ThaiWords...) {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	for _, damaged := range []string{"\ufffd", "\x00", "ํา", "ำา"} {
		if strings.Contains(out, damaged) {
			t.Errorf("damaged text: %q", damaged)
		}
	}
}

// A screen reader's view: poppler reads the structure tree to its end.
func TestToolsReadTheStructure(t *testing.T) {
	out := run(t, "pdfinfo", "-struct-text", saved(t, documenttest.Resolution()))
	for _, want := range []string{"H1", "H2", "H3", "Table", "TH", "Figure", "Link", `"120,000"`} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in the structure", want)
		}
	}
}
