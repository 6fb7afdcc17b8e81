package note

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const shared = "../../../shared/notes-samples"

// known is a sample with what is expected of it.
type known struct {
	Title         *string
	Draft         bool
	Lang          string
	Dates         []string
	YearStated    bool `json:"year_stated"`
	Venue         *string
	Objective     string
	SubObjectives []string `json:"sub_objectives"`
	Objectives    []string
	Output        string `json:"expected_output"`
	Contacts      []string
	Speakers      []person
	Moderators    []person
	Days          []struct {
		Date  string
		Items []knownItem
	}
}

type knownItem struct {
	Start, End, Title, Kind string
	Speakers, Moderators    []person
	LedBy                   []string `json:"led_by"`
	Subitems                json.RawMessage
	Parallel                json.RawMessage
}

type person struct{ Name, Affiliation string }

// TestSamples compares every sample with its expected.json, in the JSON form that the command prints.
func TestSamples(t *testing.T) {
	files, err := filepath.Glob(shared + "/*.txt")
	if err != nil || len(files) != 6 {
		t.Fatalf("want the six samples in %s beside the repository, found %d, %v", shared, len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			var want, got known
			load(t, strings.TrimSuffix(file, ".txt")+".expected.json", &want)
			printed, err := json.Marshal(readFile(t, file))
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(printed, &got); err != nil {
				t.Fatalf("%v in %s", err, printed)
			}
			alignOptional(&want, &got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("- wanted, + got:\n%s", diff)
			}
		})
	}
}

// alignOptional drops from the result what the sample leaves open: kinds it does not name, objectives it does not list.
func alignOptional(want, got *known) {
	if want.Objectives != nil {
		want.SubObjectives, want.Objectives = want.Objectives, nil
	}
	for _, list := range []*[]string{&want.SubObjectives, &got.SubObjectives, &want.Contacts, &got.Contacts} {
		*list = append([]string{}, *list...)
	}
	for _, list := range []*[]person{&want.Speakers, &got.Speakers, &want.Moderators, &got.Moderators} {
		*list = append([]person{}, *list...)
	}
	for d := range want.Days {
		for i := range want.Days[d].Items {
			w := &want.Days[d].Items[i]
			w.Subitems, w.Parallel = plainJSON(w.Subitems), plainJSON(w.Parallel)
			if d >= len(got.Days) || i >= len(got.Days[d].Items) {
				continue
			}
			g := &got.Days[d].Items[i]
			g.Subitems, g.Parallel = plainJSON(g.Subitems), plainJSON(g.Parallel)
			if w.Kind == "" {
				g.Kind = ""
			}
		}
	}
}

// plainJSON normalises a JSON value and drops the honorific, which the samples hold in the name only.
func plainJSON(raw json.RawMessage) json.RawMessage {
	if raw == nil {
		return nil
	}
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		return raw
	}
	dropHonorific(v)
	plain, err := json.Marshal(v)
	if err != nil {
		return raw
	}
	return plain
}

func dropHonorific(v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			dropHonorific(e)
		}
	case map[string]any:
		delete(v, "honorific")
		for _, e := range v {
			dropHonorific(e)
		}
	}
}

// TestSeed states what the journey needs of the real concept note.
func TestSeed(t *testing.T) {
	n := readFile(t, shared+"/s00_seed_en.txt")
	if l := n.Languages; l.Floor != "th" || fmt.Sprint(l.Interpretation) != "[en]" {
		t.Errorf("languages %+v", l)
	}
	if n.DecisionMinutes() != 50 {
		t.Errorf("%d minutes to agree", n.DecisionMinutes())
	}
	for _, code := range []string{CodeAfternoon, CodeNamesAlike, CodeDraft, CodeDecisionTime, CodeShortQA} {
		if !warned(n, code) {
			t.Errorf("no warning %s", code)
		}
	}
	if p := n.Speakers[0]; p.Honorific != "Dr." {
		t.Errorf("honorific %q of %q", p.Honorific, p.Name)
	}
	if n.Contacts[0].Email == "" || n.Contacts[1].Email == "" {
		t.Error("the organiser's screen needs the addresses")
	}
	if printed, err := json.Marshal(n); err != nil || strings.Contains(string(printed), "@") {
		t.Errorf("an address is in the JSON, or %v", err)
	}
}

func warned(n *Note, code string) bool {
	for _, w := range n.Warnings {
		if w.Code == code {
			return true
		}
	}
	return false
}

func readFile(t *testing.T, path string) *Note {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatalf("the samples are expected beside the repository: %v", err)
	}
	defer f.Close()
	n, err := Read(f, filepath.Base(path))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func load(t *testing.T, path string, v any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}
