package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const openData = "../../../shared/oracles/opendata/vtaiwan.uberx"

func TestOpinionJSON(t *testing.T) {
	var out bytes.Buffer
	c := opinionCommand{Votes: openData + "/participants-votes.csv", Comments: openData + "/comments.csv", Meta: []string{"0"}, JSON: true}
	if err := c.Run(streams{out: &out}); err != nil {
		t.Fatalf("this test needs the oracles in shared/ beside the repository: %v", err)
	}
	var report struct {
		Center     map[string]float64   `json:"center"`
		Components []map[string]float64 `json:"components"`
		Positions  map[string][]float64 `json:"positions"`
		Priorities map[string]float64   `json:"priorities"`
		Groups     []struct {
			Members []string `json:"members"`
		} `json:"groups"`
	}
	if err := json.Unmarshal(out.Bytes(), &report); err != nil {
		t.Fatal(err)
	}
	if len(report.Center) != 197 || len(report.Components) != 2 || len(report.Positions) != 1921 || len(report.Groups) < 2 {
		t.Errorf("%d statements, %d components, %d people, %d groups", len(report.Center), len(report.Components), len(report.Positions), len(report.Groups))
	}
	if report.Center["138"] != 0 || report.Center["0"] != 0 || report.Priorities["0"] != 49 {
		t.Error("a statement that is moderated out, or meta, is in the map")
	}
}

func TestOpinionText(t *testing.T) {
	var out bytes.Buffer
	c := opinionCommand{Votes: openData + "/votes.csv", Resamples: 2, Seed: 1}
	if err := c.Run(streams{out: &out}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1921 people, 197 statements", "silhouette", "stability", "group 0, ", "most agree with: "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in:\n%s", want, out.String())
		}
	}
}

func TestOpinionRefuses(t *testing.T) {
	for file, want := range map[string]string{
		"comment-id,voter-id,vote\n":        "there is no vote in it",
		"comment-id,voter-id,vote\n1,1,7\n": "line 2, column vote:",
	} {
		path := filepath.Join(t.TempDir(), "votes.csv")
		if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		err := (&opinionCommand{Votes: path}).Run(streams{out: &bytes.Buffer{}})
		if err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
