package rating_test

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"sala.example/internal/csvfile"
	"sala.example/internal/rating"
)

const csvHeader = "rater,group,item,criterion,round,value\n"

func TestReadCSV(t *testing.T) {
	want := []rating.Row{
		{Rater: "p1", Group: "officers", Item: "R1", Criterion: "feasible", Round: 1, Value: 7},
		{Rater: "p2", Group: "parents", Item: "R1", Criterion: "feasible", Round: 2, Value: 0},
	}
	tests := map[string]string{
		"plain":         csvHeader + "p1,officers,R1,feasible,1,7\np2,parents,R1,feasible,2,\n",
		"any order":     "value,round,criterion,item,group,rater\n7,1,feasible,R1,officers,p1\n,2,feasible,R1,parents,p2\n",
		"BOM and CRLF":  "\ufeff" + strings.ReplaceAll(csvHeader, "\n", "\r\n") + "p1,officers,R1,feasible,1,7\r\np2,parents,R1,feasible,2,\r\n",
		"spaces, cases": "Rater, Group ,ITEM,criterion,round,value\n p1 ,officers,R1,feasible,1, 7\n\np2,parents,R1,feasible,2, \n",
		"semicolons":    "\ufeffrater;group;item;criterion;round;value\np1;officers;R1;feasible;1;7\np2;parents;R1;feasible;2;\n",
		"tabs":          strings.ReplaceAll(csvHeader, ",", "\t") + "p1\tofficers\tR1\tfeasible\t1\t7\np2\tparents\tR1\tfeasible\t2\tAbstain\n",
		"Thai headings": "ผู้ให้คะแนน,กลุ่ม,ข้อ,เกณฑ์,รอบ,คะแนน\np1,officers,R1,feasible,1,7\np2,parents,R1,feasible,2,งดให้คะแนน\n",
		"Thai digits":   csvHeader + "p1,officers,R1,feasible,๑,๗\np2,parents,R1,feasible,๒,\n",
		"blank lines":   "\n\n" + csvHeader + "\r\np1,officers,R1,feasible,1,7\n,,,,,\n   \np2,parents,R1,feasible,2,\n\n",
		"empty ends":    "rater,group,item,criterion,round,value,,\np1,officers,R1,feasible,1,7,,\np2,parents,R1,feasible,2,,,\n",
		"quoted":        "\"rater\",group,item,criterion,round,value\n\"p1\",officers,R1,feasible,1,\"7\"\np2,parents,R1,feasible,2,\"\"\n",
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := rating.ReadCSV(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadCSVRefuses(t *testing.T) {
	row := func(value string) string { return csvHeader + "p1,officers,R1,feasible,1," + value + "\n" }
	tests := []struct{ name, text, want string }{
		{"empty", "", "line 1: the file is empty; want a header with the columns rater, group, item, criterion, round, value"},
		{"header only", csvHeader, "line 2: there is no rating after the header"},
		{"zero", row("0"), `line 2, column value: "0" is not a whole number from 1 to 9; leave it empty for an abstention`},
		{"ten", row("10"), `line 2, column value: "10" is not`},
		{"half", row("5.5"), `line 2, column value: "5.5" is not`},
		{"NaN", row("NaN"), `line 2, column value: "NaN" is not`},
		{"word", row("yes"), `line 2, column value: "yes" is not`},
		{"round 0", csvHeader + "p1,officers,R1,feasible,0,7\n", `line 2, column round: "0" is not a whole number from 1`},
		{"no rater", csvHeader + ",officers,R1,feasible,1,7\n", "line 2, column rater: is empty"},
		{"a group named as merged ones are", csvHeader + "p1,_others,R1,feasible,1,7\n", `line 2, column group: "_others" is what merged groups are called`},
		{"short line", csvHeader + "p1,officers\n", "line 2: 2 fields, the header has 6"},
		{"unknown column", "rater,group,item,criterion,round,value,name\n", `line 1: unknown column "name"; want rater`},
		{"missing column", "rater,group,item,criterion,value\n", "line 1, column round: the column is missing"},
		{"column twice", "rater,rater,group,item,criterion,round,value\n", "line 1, column rater: the column is there twice"},
		{"rated twice", csvHeader + "p1,officers,R1,feasible,1,7\np1,officers,R1,feasible,1,8\n", `line 3, column value: rater "p1" already rated item "R1" on feasible in round 1, in line 2`},
		{"two groups", csvHeader + "p1,officers,R1,feasible,1,7\np1,parents,R2,feasible,1,8\n", `line 3, column group: rater "p1" is in group "parents" here and in "officers" in line 2`},
		{"after blank lines", "\n\n" + csvHeader + "\np1,officers,R1,feasible,1,12\n", `line 5, column value: "12" is not`},
		{"too long", csvHeader + "p1,officers,R1,feasible,1,7,8\n", "line 2: 7 fields, the header has 6"},
		{"semicolon in one line", csvHeader + "p1;officers;R1;feasible;1;7\n", "line 2: 1 fields, the header has 6"},
		{"infinite", row("1e400"), `line 2, column value: "1e400" is not`},
		{"minus", row("-3"), `line 2, column value: "-3" is not`},
		{"not UTF-8", csvHeader + "p1,\xe0\xa8,R1,feasible,1,7\n", "line 2: the text is not UTF-8"},
		{"open quote", csvHeader + "\"p1,officers,R1,feasible,1,7\n", "the quotation marks do not match"},
		{"binary", "\x00\x01\x02", "line 1: the text is not UTF-8; save the file as CSV UTF-8; want a header with the columns rater"},
		{"two headers alike", "item,ข้อ,rater,group,criterion,round,value\n", "line 1, column item: the column is there twice"},
		{"all at once", csvHeader + "p1,officers,R1,feasible,1,0\n,officers,R1,feasible,x,3\n", "line 2, column value: \"0\" is not a whole number from 1 to 9; leave it empty for an abstention, write \"dk\" for \"I don't know\"\nline 3, column rater: is empty\nline 3, column round"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rows, err := rating.ReadCSV(strings.NewReader(test.text))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
			if rows != nil {
				t.Errorf("%d rows in spite of the error", len(rows))
			}
			var problem csvfile.Problem
			if !errors.As(err, &problem) {
				t.Errorf("%T is no csvfile.Problem", err)
			}
		})
	}
}

// "I don't know" is neither a rating nor an abstention.
func TestReadCSVKeepsDontKnowApart(t *testing.T) {
	for _, cell := range []string{"don't know", "Don’t know", "dk", "DK", "?", " ? ", "ไม่ทราบ"} {
		rows, err := rating.ReadCSV(strings.NewReader(csvHeader + "p1,officers,R1,feasible,1," + cell + "\n"))
		if err != nil || rows[0].Value != 0 || !rows[0].DontKnow {
			t.Errorf("%q: %+v, %v", cell, rows, err)
		}
	}
}

func TestReadCSVStopsAtManyProblems(t *testing.T) {
	_, err := rating.ReadCSV(strings.NewReader(csvHeader + strings.Repeat("p1,officers,R1,feasible,1,0\n", 1000)))
	if n := strings.Count(err.Error(), "\n") + 1; n != 20 {
		t.Errorf("%d problems, want 20", n)
	}
}

func TestReadCSVPassesOnReadErrors(t *testing.T) {
	failing := io.MultiReader(strings.NewReader(csvHeader), iotest.ErrReader(io.ErrUnexpectedEOF))
	if _, err := rating.ReadCSV(failing); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v", err)
	}
}

// Whatever comes in: no panic; rows that are accepted obey the rules, can be
// analysed and written as JSON, and survive being written and read again.
func FuzzReadCSV(f *testing.F) {
	f.Add(csvHeader + "p1,officers,R1,feasible,1,7\np2,parents,R1,feasible,1,\n")
	f.Add("\ufeffvalue,round,criterion,item,group,rater\r\n9,2,acceptable,R10,\"a,b\",x\r\n")
	f.Add(csvHeader + "p1,officers,R1,feasible,1,10\n\"")
	f.Add("rater;group;item;criterion;round;value;\n\n1;a;b;c;1;?;\n;;;;;;\n")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		rows, err := rating.ReadCSV(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, r := range rows {
			if r.Value < 0 || r.Value > 9 || r.Round < 1 || r.Rater == "" || r.Item == "" {
				t.Fatalf("accepted %+v", r)
			}
		}
		for _, small := range []bool{false, true} {
			if _, err := json.Marshal(rating.Analyse(rows, rating.Options{ShowSmall: small})); err != nil {
				t.Fatal(err)
			}
		}
		again, err := rating.ReadCSV(strings.NewReader(writeCSV(t, rows)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(rows, again); diff != "" {
			t.Fatal(diff)
		}
	})
}

func writeCSV(t *testing.T, rows []rating.Row) string {
	t.Helper()
	var text strings.Builder
	w := csv.NewWriter(&text)
	records := [][]string{{"rater", "group", "item", "criterion", "round", "value"}}
	for _, r := range rows {
		value := ""
		if r.DontKnow {
			value = "dk"
		}
		if r.Value > 0 {
			value = strconv.Itoa(r.Value)
		}
		records = append(records, []string{r.Rater, r.Group, r.Item, r.Criterion, strconv.Itoa(r.Round), value})
	}
	if err := w.WriteAll(records); err != nil {
		t.Fatal(err)
	}
	return text.String()
}
