package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// workbookOf makes a spreadsheet; fill writes it.
func workbookOf(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func set(t testing.TB, f *excelize.File, sheet, cell string, value any, format string) {
	t.Helper()
	if err := f.SetCellValue(sheet, cell, value); err != nil {
		t.Fatal(err)
	}
	if format == "" {
		return
	}
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err == nil {
		err = f.SetCellStyle(sheet, cell, cell, style)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestXLSX(t *testing.T) {
	data := workbookOf(t, func(f *excelize.File) {
		set(t, f, "Sheet1", "A1", "Date", "")
		set(t, f, "Sheet1", "B1", "Start", "")
		set(t, f, "Sheet1", "C1", "Activity", "")
		set(t, f, "Sheet1", "D1", "People", "")
		set(t, f, "Sheet1", "A3", 46196, "d mmm yyyy")
		set(t, f, "Sheet1", "B3", 0.375, "h:mm")
		set(t, f, "Sheet1", "C3", "Opening | all\nby A", "")
		set(t, f, "Sheet1", "D3", 12, `0 "persons"`)
		set(t, f, "Sheet1", "B4", 0.5, "[$-1070000]h:mm;@")
		set(t, f, "Sheet1", "C4", 1.5, "")
		if err := f.MergeCell("Sheet1", "A3", "A4"); err != nil {
			t.Fatal(err)
		}
	})
	got := reads(t, "a.xlsx", data, "| Date | Start | Activity | People |\n| 2026-06-23 | 09:00 | Opening \\| all<br>by A | 12 |\n|  | 12:00 | 1.5 |")
	want := []Sheet{{Name: "Sheet1", Rows: []Row{
		{1, []string{"Date", "Start", "Activity", "People"}}, {2, []string{"2026-06-23", "09:00", "Opening | all\nby A", "12"}}, {3, []string{"2026-06-23", "12:00", "1.5"}},
	}}}
	if diff := cmp.Diff(want, got.Sheets); diff != "" {
		t.Error(diff)
	}
}

func TestXLSXWithSheets(t *testing.T) {
	data := workbookOf(t, func(f *excelize.File) {
		for _, name := range []string{"Day 2", "People", "Empty"} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		set(t, f, "Sheet1", "B2", "9:00", "")
		set(t, f, "Day 2", "A1", "10:00", "")
		set(t, f, "People", "A1", "secret", "")
		if err := f.SetSheetVisible("People", false); err != nil {
			t.Fatal(err)
		}
	})
	got := reads(t, "a.xlsx", data, "## Sheet1\n|  | 9:00 |\n\n## Day 2\n| 10:00 |")
	if len(got.Sheets) != 2 || len(got.Doubts) != 1 || got.Doubts[0].Code != SheetHidden || got.Doubts[0].Args["name"] != "People" {
		t.Errorf("%+v", got)
	}
}

func TestCSV(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"commas":     {"a.csv", "start,title\r\n09:00,\"A, \"\"quoted\"\"\"\r\n", "| start | title |\n| 09:00 | A, \"quoted\" |"},
		"semicolons": {"a.csv", "start;title\n09:00;A, b\n10:00;C, d, e\n", "| start | title |\n| 09:00 | A, b |\n| 10:00 | C, d, e |"},
		"tabs":       {"a.tsv", "start\ttitle\n09:00\tA, b\n", "| start | title |\n| 09:00 | A, b |"},
		"lines":      {"a.csv", "start,title\n09:00,\"A\nby B\"\n\n,\n10:00,C\n", "| start | title |\n| 09:00 | A<br>by B |\n| 10:00 | C |"},
		"by heading": {"paste", "Date,Start,Title_th\n2026-06-23,09:00,เปิด\n", "| Date | Start | Title_th |\n| 2026-06-23 | 09:00 | เปิด |"},
		"bad quotes": {"a.csv", "start,title\n09:00,A \"b\" c\n", "| start | title |\n| 09:00 | A \"b\" c |"},
	} {
		t.Run(name, func(t *testing.T) {
			got := reads(t, c.file, []byte(c.text), c.want)
			if got.Format != CSV || len(got.Sheets) != 1 || got.Sheets[0].Rows[len(got.Sheets[0].Rows)-1].Line != strings.Count(c.want, "\n")+1 {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestDateFormats(t *testing.T) {
	for format, want := range map[string]bool{
		"h:mm": true, "[h]:mm": true, "yyyy-mm-dd": true, "[$-D07041E]d mmmm yyyy": true, "0.00": false, `0 "days"`: false, "General": false, "#,##0 [$บาท]": false, "ว ดดด ปปปป": true,
	} {
		if isDateCode(format) != want {
			t.Errorf("%s: not %v", format, want)
		}
	}
	for id, want := range map[int]bool{0: false, 2: false, 14: true, 20: true, 46: true, 9: false} {
		if isDateNumber(id) != want {
			t.Errorf("%d: not %v", id, want)
		}
	}
	for n, want := range map[float64]string{0.375: "09:00", 0.4999999999: "12:00", 1: "1900-01-01", 59: "1900-02-28", 61: "1900-03-01", 46196: "2026-06-23", 46196.5: "2026-06-23 12:00"} {
		if got := writeDate(n, false); got != want {
			t.Errorf("%v: %s, want %s", n, got, want)
		}
	}
	if got := writeDate(44734, true); got != "2026-06-23" {
		t.Errorf("from 1904: %s", got)
	}
}

func TestXLSXLimits(t *testing.T) {
	book := workbookOf(t, func(f *excelize.File) { set(t, f, "Sheet1", "A1", "x", "") })
	with := func(rows string) []byte {
		return replaced(t, book, "xl/worksheets/sheet1.xml", []byte("<worksheet><sheetData>"+rows+"</sheetData></worksheet>"))
	}
	var long, wide, merged strings.Builder
	for i := range 100_000 / slower {
		fmt.Fprintf(&long, `<row r="%d"><c><v>%d</v></c></row>`, i+1, i)
		fmt.Fprintf(&wide, `<row r="%d"><c r="XFD%d"><v>%d</v></c></row>`, 10*i+1, 10*i+1, i)
		fmt.Fprintf(&merged, `<mergeCell ref="A%d:XFD1048576"/>`, i+1)
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"too many rows":  {with(long.String() + strings.Repeat("<row><c><v>1</v></c></row>", mostRows)), ErrTooLarge},
		"far columns":    {with(wide.String()), ErrEmpty},
		"a far corner":   {with(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`), nil},
		"many merges":    {with(strings.Repeat("<row><c><v>1</v></c></row>", 10_000) + merged.String()), ErrTooLarge},
		"no shared text": {with(`<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>`), ErrEmpty},
	} {
		began := time.Now()
		_, err := Read("a.xlsx", c.data)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if took := time.Since(began); took > 2*time.Second*slower {
			t.Errorf("%s: took %s", name, took)
		}
	}
}
