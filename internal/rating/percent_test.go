package rating_test

import (
	"testing"

	"sala.example/internal/rating"
)

// What agree of R's irr 0.84.1 says of its data set "video".
func TestPercentAgreementOfVideo(t *testing.T) {
	var oracle struct {
		Video map[string]any `json:"irr_video"`
	}
	readOracle(t, "agreement-tables.json", &oracle)
	units := readMatrix(t, "agreement/irr-video.csv")
	for tolerance, name := range []string{"agree", "agree_tol1"} {
		got, ok := rating.PercentAgreement(units, 4, tolerance)
		if want := oracle.Video[name]; !ok || got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestPercentAgreement(t *testing.T) {
	units := [][]int{{7, 7, 7}, {7, 8, 7}, {1, 9}, {}, {5}}
	if got, ok := rating.PercentAgreement(units, 3, 0); !ok || got != 50 {
		t.Errorf("exact: %v", got)
	}
	if got, ok := rating.PercentPairs(units); !ok || got != 100*4.0/7 {
		t.Errorf("pairs: %v", got)
	}
	if _, ok := rating.PercentAgreement([][]int{{7}}, 1, 0); ok {
		t.Error("one rater agrees")
	}
	if _, ok := rating.PercentPairs([][]int{{7}, {}}); ok {
		t.Error("no pair agrees")
	}
}
