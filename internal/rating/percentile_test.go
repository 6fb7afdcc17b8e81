package rating_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"sala.example/internal/rating"
)

// Expected values: the nine definitions applied by hand (n p + m, its whole and
// its broken part).
func TestPercentileByConvention(t *testing.T) {
	c := counts(t, 1, 2, 4, 8, 9)
	tests := []struct {
		convention    rating.Convention
		p30, p70, p40 float64
	}{
		{1, 2, 8, 2},
		{2, 2, 8, 3},
		{3, 2, 8, 2}, // n p - 1/2 = 1 and 3, whole and odd: the upper one
		{4, 1.5, 6, 2},
		{5, 2, 8, 3},
		{6, 1.8, 8.2, 2.8},
		{7, 2.4, 7.2, 3.2},
		{8, 1.0 + 14.0/15, 8 + 1.0/15, 2 + 14.0/15},
		{9, 1.95, 8.05, 2.95},
	}
	for _, test := range tests {
		got := []float64{
			rating.Percentile(c, 30, test.convention),
			rating.Percentile(c, 70, test.convention),
			rating.Percentile(c, 40, test.convention),
		}
		for i, want := range []float64{test.p30, test.p70, test.p40} {
			if math.Abs(got[i]-want) > 1e-12 {
				t.Errorf("type %d: p30, p70, p40 = %v, want %v", test.convention, got, want)
				break
			}
		}
	}
}

func TestPercentileStaysInRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.SliceOfN(rapid.IntRange(1, 9), 1, 40).Draw(t, "ratings")
		c := histogram(raw)
		convention := rating.Convention(rapid.IntRange(1, 9).Draw(t, "convention"))
		before := 1.0
		for percent := 0; percent <= 100; percent++ {
			p := rating.Percentile(c, percent, convention)
			if p < before || p > 9 {
				t.Fatalf("type %d: percentile %d is %v after %v", convention, percent, p, before)
			}
			before = p
		}
	})
}

func TestPercentileOfNobody(t *testing.T) {
	if p := rating.Percentile(rating.Counts{}, 30, 7); p != 0 {
		t.Errorf("%v, want 0", p)
	}
}

func TestConventionCheck(t *testing.T) {
	for convention := rating.Convention(-1); convention <= 11; convention++ {
		if ok := convention.Check() == nil; ok != (convention >= 1 && convention <= 9) {
			t.Errorf("type %d accepted: %v", convention, ok)
		}
	}
}
