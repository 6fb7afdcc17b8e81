package csvfile_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"sala.example/internal/csvfile"
)

// readAll reads a table as its users do: on after a problem, until io.EOF.
func readAll(r io.Reader) (rows [][]string, problems []string, err error) {
	table, err := csvfile.Open(r)
	if err != nil {
		return nil, nil, err
	}
	rows = [][]string{table.Header}
	for {
		row, err := table.Next()
		if errors.Is(err, io.EOF) {
			return rows, problems, nil
		}
		if err != nil {
			problems = append(problems, err.Error())
			continue
		}
		rows = append(rows, slices.Clone(row))
	}
}

func TestTablesAsSpreadsheetsSaveThem(t *testing.T) {
	want := [][]string{{"name", "vote"}, {"ก", "1"}, {"b", ""}}
	for name, text := range map[string]string{
		"plain":          "name,vote\nก,1\nb,\n",
		"mark and CRLF":  "\ufeffname,vote\r\nก,1\r\nb,\r\n",
		"CR alone":       "name;vote\rก;1\rb;\r",
		"CR and quotes":  "\ufeff\r\"name\"\tvote\r\rก\t1\r\"b\"\t",
		"semicolons":     "name;vote\nก;1\nb;\n",
		"tabs":           "name\tvote\nก\t1\nb\t\n",
		"spaces":         " name , vote\nก,1 \n b, \n",
		"quoted":         "\"name\",vote\n\"ก\",\"1\"\nb,\"\"\n",
		"blank lines":    "\n\r\nname,vote\n\n,\nก,1\n , \nb,",
		"empty ends":     "name,vote,,\nก,1,,\nb,,,,,\n",
		"blank to start": ",\n,,,\nname,vote\nก,1\nb,\n",
	} {
		t.Run(name, func(t *testing.T) {
			rows, problems, err := readAll(strings.NewReader(text))
			if err != nil || problems != nil {
				t.Fatal(problems, err)
			}
			if diff := cmp.Diff(want, rows); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestProblemsNameTheirLine(t *testing.T) {
	const notUTF8 = "the text is not UTF-8; save the file as CSV UTF-8"
	for text, want := range map[string][]string{
		"a,b\n1\n2,3\n":             {"line 2: 1 fields, the header has 2"},
		"a,b\n\n1,2,3\n\n4\n":       {"line 3: 3 fields, the header has 2", "line 5: 1 fields, the header has 2"},
		"a,b\n\xa1,1\n2,\x00\n":     {"line 2: " + notUTF8, "line 3: " + notUTF8},
		"a,b\n1,2\n\"3,4\n5,6\n":    {"line 3: the quotation marks do not match"},
		"a,b\n\"1\n2\",3\n4\n":      {"line 4: 1 fields, the header has 2"},
		"a,b\r1,2\r\r3\r":           {"line 4: 1 fields, the header has 2"},
		"a,b\r\r\n1,2\r\n3\r\n":     {"line 3: 1 fields, the header has 2"},
		"":                          {"line 1: the file is empty"},
		"\ufeff\n , \n":             {"line 1: the file is empty"},
		"\xff\xfea\x00,\x00b\x00\n": {"line 1: " + notUTF8},
		"\xa1,b\n":                  {"line 1: " + notUTF8},
		"\"a,b\n":                   {"line 1: the quotation marks do not match"},
	} {
		_, problems, err := readAll(strings.NewReader(text))
		if err != nil {
			problems = []string{err.Error()}
		}
		if diff := cmp.Diff(want, problems); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestColumnsAndProblems(t *testing.T) {
	table, err := csvfile.Open(strings.NewReader("Name,,vote\nx,,2\n"))
	if err != nil {
		t.Fatal(err)
	}
	if name, vote, none := table.Column("name"), table.Column("VOTE"), table.Column("time"); name != 0 || vote != 2 || none != -1 {
		t.Errorf("columns %d, %d, %d", name, vote, none)
	}
	if _, err := table.Next(); err != nil {
		t.Fatal(err)
	}
	want := csvfile.Problem{Line: 2, Column: "vote", What: `"2" is no vote`}
	if got := table.Problem(2, "%q is no vote", "2"); got != want || got.Error() != `line 2, column vote: "2" is no vote` {
		t.Errorf("%v", got)
	}
}

func TestAFailingReaderIsNoProblemOfTheFile(t *testing.T) {
	for _, before := range []string{"", "a,b\n1,2\n"} {
		table, err := csvfile.Open(io.MultiReader(strings.NewReader(before), iotest.ErrReader(io.ErrUnexpectedEOF)))
		for err == nil {
			_, err = table.Next()
		}
		if problem := (csvfile.Problem{}); !errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &problem) {
			t.Errorf("after %q: %v", before, err)
		}
	}
}

// Whatever comes in: reading ends, and every row is as wide as the header.
func FuzzTable(f *testing.F) {
	f.Add("name,vote\nก,1\n")
	f.Add("\ufeffa;b;\r\n\r\n1;\"2\n3\";;\r\n;;\r\n4")
	f.Add("a,\"b\n")
	f.Add("\xff\xfea\x00")
	f.Fuzz(func(t *testing.T, text string) {
		rows, _, err := readAll(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, row := range rows {
			if len(row) != len(rows[0]) || len(row) == 0 {
				t.Fatalf("%q under %q", row, rows[0])
			}
		}
	})
}
