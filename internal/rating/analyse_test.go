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
	for name, options := range map[string]rating.Options{"panel.json": {ShowSmall: true}, "panel-merged.json": {}} {
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
	report := rating.Analyse(rows, rating.Options{ShowSmall: true})
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
	published := rating.Analyse(rows, rating.Options{}).Items[0].Criteria[0].Rounds[0]
	want := []rating.GroupReport{{Groups: []string{"a"}, Suppressed: true, Note: "not shown"}}
	if published.NotShown != 1 || published.Room.N != 0 || published.Intervals.Median != nil || !cmp.Equal(published.Groups, want) {
		t.Errorf("one rater, published: %+v", published)
	}
	if empty := rating.Analyse(nil, rating.Options{}); empty.Items == nil || empty.Reliability == nil {
		t.Errorf("nothing: %+v", empty)
	}
}

func TestAnalyseDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		shuffled := rapid.Permutation(rows).Draw(t, "shuffled")
		for _, small := range []bool{false, true} {
			options := rating.Options{ShowSmall: small}
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

// Whatever is published, no sum or difference of it belongs to one or two
// people: neither a group, nor the room less any of the groups that are shown.
func TestPublishedReportHasNothingToSubtract(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawPanelRows(t)
		for _, item := range rating.Analyse(rows, rating.Options{}).Items {
			for _, round := range item.Criteria[0].Rounds {
				checkNothingToSubtract(t, round)
			}
		}
	})
}

func checkNothingToSubtract(t *rapid.T, round rating.RoundReport) {
	var shown []rating.Counts
	for _, group := range round.Groups {
		if group.Suppressed != (group.Summary == nil) || group.Suppressed != (group.Note == "not shown") {
			t.Fatalf("%+v", group)
		}
		if !group.Suppressed {
			shown = append(shown, group.Summary.Counts)
		}
	}
	for subset := range 1 << len(shown) {
		rest := round.Room.Counts
		for i, counts := range shown {
			if subset>>i&1 == 1 {
				for value, n := range counts {
					rest[value] -= n
				}
			}
		}
		if n := rest.N(); n != 0 && n < rating.MinCell {
			t.Fatalf("the room less groups %b leaves %d ratings: %+v", subset, n, round)
		}
	}
}

// drawPanelRows draws a panel of up to five groups, small ones among them.
func drawPanelRows(t *rapid.T) []rating.Row {
	var rows []rating.Row
	for group := range rapid.IntRange(1, 5).Draw(t, "groups") {
		for rater := range rapid.IntRange(0, 5).Draw(t, "raters") {
			for round := range 2 {
				rows = append(rows, rating.Row{
					Rater: fmt.Sprint(group, ".", rater), Group: fmt.Sprint("group ", group), Item: "R1", Criterion: "feasible",
					Round: round + 1, Value: rapid.IntRange(0, 9).Draw(t, "value"),
				})
			}
		}
	}
	return rows
}

func TestAnalyseCountsWhatIsNoRatingApart(t *testing.T) {
	text := csvHeader + "1,a,R1,feasible,1,8\n2,a,R1,feasible,1,?\n3,a,R1,feasible,1,\n4,a,R1,feasible,1,dk\n5,a,R1,feasible,1,7\n6,a,R1,feasible,1,9\n"
	rows, err := rating.ReadCSV(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	round := rating.Analyse(rows, rating.Options{}).Items[0].Criteria[0].Rounds[0]
	if round.DontKnow != 2 || round.Abstained != 1 || round.Room.N != 3 {
		t.Errorf("%+v", round)
	}
}

func TestAnalyseComparesRounds(t *testing.T) {
	var rows []rating.Row
	for rater := range 9 {
		for round, value := range []int{3, 3 + rater%2, 8} {
			rows = append(rows, rating.Row{Rater: fmt.Sprint(rater), Group: "a", Item: "R1", Criterion: "feasible", Round: round + 1, Value: value})
		}
	}
	changes := rating.Analyse(rows, rating.Options{}).Items[0].Criteria[0].Changes
	if len(changes) != 2 || changes[0].To != 2 || changes[0].SameRaters != 9 || *changes[0].PercentChanged != 100*4.0/9 {
		t.Errorf("%+v", changes)
	}
	if last := changes[1]; last.Change.Room.Median.Finding != rating.Moved || last.Change.Room.Median.Change != 5 || last.From != 2 {
		t.Errorf("%+v", last)
	}
}
