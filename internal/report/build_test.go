package report

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sala.example/internal/document"
	"sala.example/internal/locale"
	"sala.example/internal/workshop"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestReportReadsAsItShould(t *testing.T) {
	src := finished(t).source()
	for _, lang := range locale.Languages() {
		got := dump(Build(src, lang))
		golden := filepath.Join("testdata", "report."+lang+".txt")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s differs (run with -update to accept):\n%s", golden, diff)
		}
	}
}

// workshops are days of very different ends; what holds for one report must
// hold for the report of each.
func workshops(t *testing.T) map[string]*Source {
	created := newDay(t)
	created.create()
	all := map[string]*Source{
		"finished": finished(t).source(), "just created": created.source(), "nothing agreed": nothingAgreed(t).source(),
		"reopened": reopened(t).source(), "bare": {State: bare(t).s, Words: func(workshop.Words) string { return "" }},
	}
	erased := finished(t).source()
	erased.Words, erased.Speakers, erased.Named = func(workshop.Words) string { return "" }, nil, nil
	all["everything erased"] = erased
	return all
}

func everyReport(t *testing.T, check func(t *testing.T, src *Source, d *document.Document)) {
	for name, src := range workshops(t) {
		for _, lang := range locale.Languages() {
			t.Run(name+" "+lang, func(t *testing.T) { check(t, src, Build(src, lang)) })
		}
	}
}

func TestNoSectionIsEmpty(t *testing.T) {
	everyReport(t, func(t *testing.T, _ *Source, d *document.Document) {
		for i, b := range d.Blocks {
			h, ok := b.(document.Heading)
			if !ok {
				continue
			}
			if i+1 == len(d.Blocks) {
				t.Fatalf("nothing under %q", h.Text)
			}
			if next, ok := d.Blocks[i+1].(document.Heading); ok && next.Level <= h.Level {
				t.Errorf("nothing under %q", h.Text)
			}
		}
	})
}

func TestTablesAreWhole(t *testing.T) {
	everyReport(t, func(t *testing.T, _ *Source, d *document.Document) {
		for _, table := range tables(d) {
			if len(table.Rows) == 0 {
				t.Errorf("a table without rows: %v", table.Header)
			}
			for _, row := range table.Rows {
				if len(row) != len(table.Widths) || (len(table.Header) > 0 && len(row) != len(table.Header)) {
					t.Errorf("%d cells under %d heads and %d widths: %s", len(row), len(table.Header), len(table.Widths), dumpTable(table))
				}
			}
		}
	})
}

func TestEverySentenceIsThere(t *testing.T) {
	everyReport(t, func(t *testing.T, _ *Source, d *document.Document) {
		text := dump(d)
		for _, bad := range []string{"report.", "gate.", "common.", "{", "%!"} {
			for _, line := range strings.Split(strings.ReplaceAll(text, "{+", ""), "\n") {
				if strings.Contains(line, bad) {
					t.Errorf("%q in %q", bad, line)
				}
			}
		}
	})
}

func TestLinksLeadToHeadings(t *testing.T) {
	everyReport(t, func(t *testing.T, _ *Source, d *document.Document) {
		ids := map[string]bool{}
		for _, b := range d.Blocks {
			if h, ok := b.(document.Heading); ok && h.ID != "" {
				if ids[h.ID] {
					t.Errorf("two headings are %q", h.ID)
				}
				ids[h.ID] = true
			}
		}
		for _, table := range tables(d) {
			for _, row := range table.Rows {
				for _, c := range row {
					for _, r := range c.Runs {
						if id, inside := strings.CutPrefix(r.Link, "#"); inside && !ids[id] {
							t.Errorf("%q leads nowhere", r.Link)
						}
					}
				}
			}
		}
	})
}

// Both languages say the same things in the same order.
func TestLanguagesHaveTheSameShape(t *testing.T) {
	for name, src := range workshops(t) {
		if diff := cmp.Diff(shape(Build(src, "en")), shape(Build(src, "th"))); diff != "" {
			t.Errorf("%s: the languages differ:\n%s", name, diff)
		}
	}
}

func shape(d *document.Document) []string {
	var list []string
	for _, b := range d.Blocks {
		kind := reflect.TypeOf(b).Name()
		switch b := b.(type) {
		case document.Heading:
			kind += fmt.Sprint(b.Level, b.ID)
		case document.Table:
			kind += fmt.Sprint(len(b.Rows))
		case document.List:
			kind += fmt.Sprint(len(b.Items))
		}
		list = append(list, kind)
	}
	return list
}

func TestEqualSourcesGiveEqualReports(t *testing.T) {
	src := finished(t).source()
	data, err := json.Marshal(src.State)
	if err != nil {
		t.Fatal(err)
	}
	again := *src
	again.State = workshop.New()
	if err := json.Unmarshal(data, again.State); err != nil {
		t.Fatal(err)
	}
	for _, lang := range locale.Languages() {
		if diff := cmp.Diff(Build(src, lang), Build(&again, lang)); diff != "" {
			t.Errorf("%s: two reports of one state differ:\n%s", lang, diff)
		}
	}
}

func tables(d *document.Document) []document.Table {
	var list []document.Table
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case document.Table:
			list = append(list, b)
		case document.Figure:
			list = append(list, *b.Table)
		}
	}
	return list
}
