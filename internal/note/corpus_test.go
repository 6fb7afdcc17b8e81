package note

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected part of the corpus; read the difference before you commit it")

// TestCorpus reads every note of testdata/corpus, each written by us after a habit seen in real programmes, and compares
// what was understood with what a reader would.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/corpus/*.txtar")
	if err != nil || len(files) < 25 {
		t.Fatalf("found %d notes in testdata/corpus, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			n, err := Parse(string(archive.Files[0].Data))
			if err != nil {
				t.Fatal(err)
			}
			got := summary(n)
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "understood", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) < 2 {
				t.Fatal("no expected part")
			}
			if diff := cmp.Diff(strings.Split(string(archive.Files[1].Data), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("- wanted, + got:\n%s", diff)
			}
		})
	}
}

// summary writes a note as a reader would tell it: one line per fact.
func summary(n *Note) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("title: %s", n.Title)
	line("lang: %s, dates: %s", n.Lang, strings.Join(n.Dates, " "))
	line("venue: %s", n.Venue)
	if n.Languages.Floor != "" {
		line("floor: %s, interpretation: %s", n.Languages.Floor, strings.Join(n.Languages.Interpretation, " "))
	}
	if len(n.Organisers) > 0 {
		line("organisers: %s", strings.Join(n.Organisers, "; "))
	}
	if len(n.Partners) > 0 {
		line("partners: %s", strings.Join(n.Partners, "; "))
	}
	if n.Background != "" {
		line("background: %s", cutRunes(strings.ReplaceAll(n.Background, "\n", " / "), 300))
	}
	if n.Objective != "" {
		line("objective: %s", n.Objective)
	}
	for _, s := range n.SubObjectives {
		line("  * %s", s)
	}
	if n.ExpectedOutput != "" {
		line("output: %s", n.ExpectedOutput)
	}
	for _, d := range n.Days {
		line("day %s", d.Date)
		for _, it := range d.Items {
			summariseItem(line, it)
		}
	}
	for _, c := range n.Contacts {
		line("contact: %s <%s>", c.Name, c.Email)
	}
	for _, w := range n.Warnings {
		line("! %d %s", w.Line, w.Code)
	}
	return b.String()
}

func summariseItem(line func(string, ...any), it Item) {
	parallel := ""
	if it.Parallel.Shared {
		parallel = " (parallel)"
	}
	line("%s-%s [%s] %s%s", it.Start, it.End, it.Kind, it.Title, parallel)
	if it.Room != "" {
		line("    room: %s", it.Room)
	}
	for _, p := range it.Speakers {
		line("    speaker: %s | %s", p.Name, p.Affiliation)
	}
	for _, p := range it.Moderators {
		line("    moderator: %s | %s", p.Name, p.Affiliation)
	}
	for _, s := range it.LedBy {
		line("    led by: %s", s)
	}
	for _, tr := range it.Parallel.Tracks {
		line("    track: %s | %s", tr.Room, tr.Title)
	}
	for _, s := range it.Subitems {
		line("    %d. %s", s.No, s.Title)
		for _, p := range s.Speakers {
			line("        speaker: %s | %s", p.Name, p.Affiliation)
		}
	}
}
