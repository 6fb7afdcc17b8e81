package opinion

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// oracles is where the project keeps data that others computed.
const oracles = "../../../shared/oracles"

func readOracle(t testing.TB, path string, into any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(oracles, path))
	if err != nil {
		t.Fatalf("this test needs the oracles in shared/ beside the repository: %v", err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

func openOracle[T any](t testing.TB, path string, read func(r *os.File) (T, error)) T {
	t.Helper()
	f, err := os.Open(filepath.Join(oracles, path))
	if err != nil {
		t.Fatalf("this test needs the oracles in shared/ beside the repository: %v", err)
	}
	defer f.Close()
	v, err := read(f)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return v
}

func readVotesFile(t testing.TB, path string) []Vote {
	return openOracle(t, path, func(r *os.File) ([]Vote, error) { return ReadVotes(r) })
}

func readCommentsFile(t testing.TB, path string) []Comment {
	return openOracle(t, path, func(r *os.File) ([]Comment, error) { return ReadComments(r) })
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*max(1, math.Abs(want))) {
		t.Errorf("%s is %.15g, want %.15g", what, got, want)
	}
}

func names(numbers []int) []string {
	list := make([]string, len(numbers))
	for i, n := range numbers {
		list[i] = strconv.Itoa(n)
	}
	return list
}

// cosine is that of the angle between two directions, without sign.
func cosine(a, b []float64) float64 { return math.Abs(dot(a, b)) / (norm(a) * norm(b)) }

// oracleStatement is a Representative in Polis' own words.
type oracleStatement struct {
	Tid         int     `json:"tid"`
	Successes   int     `json:"n-success"`
	Trials      int     `json:"n-trials"`
	Share       float64 `json:"p-success"`
	ShareTest   float64 `json:"p-test"`
	Repness     float64 `json:"repness"`
	RepnessTest float64 `json:"repness-test"`
	RepfulFor   string  `json:"repful-for"`
	Agrees      int     `json:"n-agree"`
	BestAgree   bool    `json:"best-agree"`
}

// sameStatements compares lists in their order. Polis keeps repness-test in
// single precision.
func sameStatements(t *testing.T, what string, got []Representative, want []oracleStatement, testTolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d statements %v, want %d %v", what, len(got), got, len(want), want)
		return
	}
	for i, w := range want {
		g := got[i]
		if g.Statement != strconv.Itoa(w.Tid) || g.Successes != w.Successes || g.Trials != w.Trials ||
			g.RepfulFor != w.RepfulFor || g.BestAgree != w.BestAgree || g.Agrees != w.Agrees {
			t.Errorf("%s, place %d: %+v, want %+v", what, i, g, w)
		}
		near(t, what+" share", g.Share, w.Share, 1e-9)
		near(t, what+" share test", g.ShareTest, w.ShareTest, 1e-9)
		near(t, what+" repness", g.Repness, w.Repness, 1e-9)
		near(t, what+" repness test", g.RepnessTest, w.RepnessTest, testTolerance)
	}
}

type oracleConsensus struct {
	Agree    []oracleStatement `json:"agree"`
	Disagree []oracleStatement `json:"disagree"`
}
