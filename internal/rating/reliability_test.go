package rating_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sala.example/internal/rating"
)

// alphaOracle is one data set of agreement-tables.json.
type alphaOracle struct {
	Alpha   struct{ Nominal, Ordinal, Interval float64 }
	Kendall float64 `json:"kendallW_ties"`
	Fleiss  float64
}

type tablesOracle struct {
	Fleiss struct {
		Table [][]int
		Kappa float64
	} `json:"fleiss_wikipedia"`
	Diagnoses struct {
		Kappa float64 `json:"fleiss_kappa"`
	} `json:"irr_diagnoses"`
	Video        alphaOracle `json:"irr_video"`
	Anxiety      alphaOracle `json:"irr_anxiety"`
	Krippendorff alphaOracle `json:"krippendorff_4x12"`
	Wikipedia    struct {
		Coders []string
		Alpha  struct{ Nominal, Interval float64 }
	} `json:"wikipedia_3x15"`
}

// near fails unless a result is there and within the tolerance of the oracle's
// last printed digit.
func near(t *testing.T, name string, got float64, ok bool, want, tolerance float64) {
	t.Helper()
	if !ok || math.Abs(got-want) > tolerance {
		t.Errorf("%s = %.10f (defined: %v), want %.10f", name, got, ok, want)
	}
}

func TestAlphaAgainstPublishedTables(t *testing.T) {
	var oracle tablesOracle
	readOracle(t, "agreement-tables.json", &oracle)
	units := withoutZeros(transpose(readMatrix(t, "agreement/krippendorff-4x12.csv")))
	for metric, want := range oracle.Krippendorff.byMetric() {
		got, ok := rating.Alpha(units, metric)
		near(t, "4x12", got, ok, want, 1e-9)
	}
	units = codedUnits(oracle.Wikipedia.Coders)
	nominal, ok := rating.Alpha(units, rating.Nominal)
	near(t, "3x15 nominal", nominal, ok, oracle.Wikipedia.Alpha.Nominal, 5e-4)
	interval, ok := rating.Alpha(units, rating.Interval)
	near(t, "3x15 interval", interval, ok, oracle.Wikipedia.Alpha.Interval, 5e-4)
}

// The oracle's alpha of the two complete data sets comes from R's irr 0.84.1,
// whose coincidence.matrix() divides by m-1 only if a value is missing (line
// "else mc<-rep(1,dimx[2])"). Without a missing value, m raters and n values
// its result is 1 - (1-alpha) (n - 1/(m-1)) / (n-1). The definition and the two
// published tables above divide always; so must we, and the test compares
// through that relation.
func TestAlphaAgainstIRR(t *testing.T) {
	var oracle tablesOracle
	readOracle(t, "agreement-tables.json", &oracle)
	for file, want := range map[string]alphaOracle{
		"agreement/irr-video.csv":   oracle.Video,
		"agreement/irr-anxiety.csv": oracle.Anxiety,
	} {
		units := readMatrix(t, file)
		m := float64(len(units[0]))
		n := m * float64(len(units))
		for metric, irr := range want.byMetric() {
			alpha, ok := rating.Alpha(units, metric)
			near(t, file, 1-(1-alpha)*(n-1/(m-1))/(n-1), ok, irr, 1e-7)
		}
	}
}

func (o alphaOracle) byMetric() map[rating.Metric]float64 {
	return map[rating.Metric]float64{
		rating.Nominal: o.Alpha.Nominal, rating.Ordinal: o.Alpha.Ordinal, rating.Interval: o.Alpha.Interval,
	}
}

// withoutZeros leaves missing values out of each unit.
func withoutZeros(units [][]int) [][]int {
	for i, unit := range units {
		units[i] = slices.DeleteFunc(unit, func(v int) bool { return v == 0 })
	}
	return units
}

// codedUnits turns one line of codes a coder into units; "*" is missing.
func codedUnits(coders []string) [][]int {
	var matrix [][]int
	for _, coder := range coders {
		var row []int
		for _, code := range strings.Fields(coder) {
			row = append(row, leadingNumber(code))
		}
		matrix = append(matrix, row)
	}
	return withoutZeros(transpose(matrix))
}

func TestKappaAgainstPublishedTables(t *testing.T) {
	var oracle tablesOracle
	readOracle(t, "agreement-tables.json", &oracle)
	kappa, ok := rating.FleissKappa(oracle.Fleiss.Table)
	near(t, "Fleiss 1971", kappa, ok, oracle.Fleiss.Kappa, 1e-9)
	kappa, ok = rating.FleissKappa(categoryTable(readMatrix(t, "agreement/irr-diagnoses.csv")))
	near(t, "irr diagnoses", kappa, ok, oracle.Diagnoses.Kappa, 1e-7)
	kappa, ok = rating.FleissKappa(categoryTable(readMatrix(t, "agreement/irr-video.csv")))
	near(t, "irr video", kappa, ok, oracle.Video.Fleiss, 1e-7)
}

// categoryTable counts the raters of each subject per category 0..9.
func categoryTable(matrix [][]int) [][]int {
	table := make([][]int, len(matrix))
	for i, row := range matrix {
		table[i] = make([]int, 10)
		for _, v := range row {
			table[i][v]++
		}
	}
	return table
}

func TestKendallAgainstPublishedTables(t *testing.T) {
	var oracle tablesOracle
	readOracle(t, "agreement-tables.json", &oracle)
	w, ok := rating.KendallW(transpose(readMatrix(t, "agreement/irr-video.csv")))
	near(t, "irr video", w, ok, oracle.Video.Kendall, 1e-7)
	w, ok = rating.KendallW(transpose(readMatrix(t, "agreement/irr-anxiety.csv")))
	near(t, "irr anxiety", w, ok, oracle.Anxiety.Kendall, 1e-7)
}

func TestReliabilityOfExtremes(t *testing.T) {
	same := [][]int{{1, 2, 3}, {1, 2, 3}, {1, 2, 3}}
	w, ok := rating.KendallW(same)
	near(t, "W of equal raters", w, ok, 1, 0)
	w, ok = rating.KendallW([][]int{{1, 2, 3}, {3, 2, 1}})
	near(t, "W of opposed raters", w, ok, 0, 0)
	alpha, ok := rating.Alpha(transpose(same), rating.Ordinal)
	near(t, "alpha of equal raters", alpha, ok, 1, 0)
	kappa, ok := rating.FleissKappa([][]int{{3, 0}, {0, 3}})
	near(t, "kappa of equal raters", kappa, ok, 1, 0)
}

func TestUndefinedReliability(t *testing.T) {
	for i, values := range [][][]int{nil, {{1, 2}}, {{1}, {2}}, {{1, 2}, {1, 2, 3}}, {{5, 5}, {5, 5}}} {
		if w, ok := rating.KendallW(values); ok {
			t.Errorf("case %d: W = %v", i, w)
		}
	}
	for i, units := range [][][]int{nil, {{1}, {2}}, {{5, 5}, {5, 5}}} {
		if alpha, ok := rating.Alpha(units, rating.Ordinal); ok {
			t.Errorf("case %d: alpha = %v", i, alpha)
		}
	}
	for i, table := range [][][]int{nil, {{1, 0}}, {{2, 0}, {2, 0}}, {{2, 0}, {2, 1}}, {{2, 0}, {2}}} {
		if kappa, ok := rating.FleissKappa(table); ok {
			t.Errorf("case %d: kappa = %v", i, kappa)
		}
	}
}

func TestReliabilityDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 6).Draw(t, "items")
		matrix := rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(1, 9), n, n), 2, 8).Draw(t, "ratings")
		shuffled := rapid.Permutation(matrix).Draw(t, "shuffled")
		w, ok := rating.KendallW(matrix)
		w2, ok2 := rating.KendallW(shuffled)
		if w != w2 || ok != ok2 || w < 0 || w > 1 {
			t.Fatalf("W %s and %s", strconv.FormatFloat(w, 'g', -1, 64), strconv.FormatFloat(w2, 'g', -1, 64))
		}
		a, ok := rating.Alpha(transpose(matrix), rating.Ordinal)
		a2, ok2 := rating.Alpha(transpose(shuffled), rating.Ordinal)
		if a != a2 || ok != ok2 || a > 1 {
			t.Fatalf("alpha %v and %v", a, a2)
		}
	})
}
