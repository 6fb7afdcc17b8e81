package rating_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sala.example/internal/rating"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestAnalyseGolden(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "panel.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := rating.ReadCSV(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	for name, options := range map[string]rating.Options{"panel.json": {}, "panel-merged.json": {MergeSmall: true}} {
		got, err := json.MarshalIndent(rating.Analyse(rows, options), "", " ")
		if err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("testdata", name), string(got)+"\n")
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestAnalyseOrdersNamesAsPeopleDo(t *testing.T) {
	var rows []rating.Row
	for _, item := range []string{"R10", "R2", "R1", "r2b", "R02"} {
		rows = append(rows, rating.Row{Rater: "p", Group: "g", Item: item, Criterion: "feasible", Round: 1, Value: 5})
	}
	var got []string
	for _, item := range rating.Analyse(rows, rating.Options{}).Items {
		got = append(got, item.Item)
	}
	if diff := cmp.Diff([]string{"R1", "R02", "R2", "R10", "r2b"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnalyseSmallAndEmpty(t *testing.T) {
	rows := []rating.Row{
		{Rater: "p1", Group: "a", Item: "R1", Criterion: "feasible", Round: 1, Value: 5},
		{Rater: "p1", Group: "a", Item: "R2", Criterion: "feasible", Round: 1},
	}
	report := rating.Analyse(rows, rating.Options{})
	one, none := report.Items[0].Criteria[0].Rounds[0], report.Items[1].Criteria[0].Rounds[0]
	if !one.Groups[0].Suppressed || one.Room.N != 1 {
		t.Errorf("one rater: %+v", one)
	}
	if none.Abstained != 1 || none.Room.Verdict != rating.NoRatings || len(none.Groups) != 0 {
		t.Errorf("all abstain: %+v", none)
	}
	if r := report.Reliability[0]; r.AlphaOrdinal != nil || r.KendallW != nil || r.FleissKappa != nil {
		t.Errorf("reliability of one rater: %+v", r)
	}
	merged := rating.Analyse(rows, rating.Options{MergeSmall: true}).Items[0].Criteria[0].Rounds[0]
	if merged.NotShown != 1 || merged.Room.N != 0 || len(merged.Groups) != 0 {
		t.Errorf("one rater, merged: %+v", merged)
	}
	if empty := rating.Analyse(nil, rating.Options{}); empty.Items == nil || empty.Reliability == nil {
		t.Errorf("nothing: %+v", empty)
	}
}

func TestAnalyseDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		shuffled := rapid.Permutation(rows).Draw(t, "shuffled")
		for _, merge := range []bool{false, true} {
			options := rating.Options{MergeSmall: merge}
			if diff := cmp.Diff(rating.Analyse(rows, options), rating.Analyse(shuffled, options)); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

// drawRows draws an incomplete file of a few raters, items and rounds.
func drawRows(t *rapid.T) []rating.Row {
	var rows []rating.Row
	for rater := range rapid.IntRange(1, 7).Draw(t, "raters") {
		for item := range 3 {
			for round := range 2 {
				if rapid.Bool().Draw(t, "there") {
					rows = append(rows, rating.Row{
						Rater: fmt.Sprint(rater), Group: fmt.Sprint(rater % 3), Item: fmt.Sprint(item),
						Criterion: "feasible", Round: round + 1, Value: rapid.IntRange(0, 9).Draw(t, "value"),
					})
				}
			}
		}
	}
	return rows
}

// 1,000 raters, 10 items, two criteria.
func BenchmarkAnalyse(b *testing.B) {
	var rows []rating.Row
	for rater := range 1000 {
		for item := range 10 {
			for i, criterion := range []string{rating.Feasible, rating.Acceptable} {
				rows = append(rows, rating.Row{
					Rater: fmt.Sprint(rater), Group: fmt.Sprint(rater % 7), Item: fmt.Sprint(item),
					Criterion: criterion, Round: 1, Value: (rater*7 + item*3 + i) % 10,
				})
			}
		}
	}
	for b.Loop() {
		rating.Analyse(rows, rating.Options{})
	}
}
