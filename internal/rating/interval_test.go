package rating_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"sala.example/internal/rating"
)

// Published limits of Clopper and Pearson at 95 %: the tables of Documenta
// Geigy and the "rule of three" row; k = n = 3 is 1 - 0.025^(1/3).
func TestShareIntervalTable(t *testing.T) {
	tests := []struct {
		k, n      int
		low, high float64
	}{
		{0, 1, 0, 0.975},
		{1, 1, 0.025, 1},
		{0, 3, 0, 0.7076},
		{1, 3, 0.0084, 0.9057},
		{3, 3, 0.2924, 1},
		{0, 10, 0, 0.3085},
		{1, 10, 0.0025, 0.4450},
		{5, 10, 0.1871, 0.8129},
		{10, 10, 0.6915, 1},
		{7, 9, 0.3999, 0.9719},
		{15, 20, 0.5090, 0.9134},
		{50, 100, 0.3983, 0.6017},
	}
	for _, test := range tests {
		got, ok := rating.ShareInterval(test.k, test.n, 0.95)
		if !ok || math.Abs(got.Low-test.low) > 6e-5 || math.Abs(got.High-test.high) > 6e-5 {
			t.Errorf("%d of %d: %+v, want %v to %v", test.k, test.n, got, test.low, test.high)
		}
	}
}

// The definition, in exact fractions: at either end the result that was found,
// or one further out, has half of what the level leaves.
func TestShareIntervalByItsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		level := rapid.SampledFrom([]float64{0.8, 0.9, 0.95, 0.99}).Draw(t, "level")
		got, ok := rating.ShareInterval(k, n, level)
		if !ok || got.Coverage != level || got.Low > float64(k)/float64(n) || got.High < float64(k)/float64(n) {
			t.Fatalf("%d of %d: %+v", k, n, got)
		}
		tail := (1 - level) / 2
		if high := exactAtMost(k, n, got.High); k < n && math.Abs(high-tail) > 1e-11 {
			t.Errorf("%d of %d at %v: chance of so few %v, want %v", k, n, got.High, high, tail)
		}
		if low := 1 - exactAtMost(k-1, n, got.Low); k > 0 && math.Abs(low-tail) > 1e-11 {
			t.Errorf("%d of %d at %v: chance of so many %v, want %v", k, n, got.Low, low, tail)
		}
	})
}

// exactAtMost is the binomial distribution function in fractions.
func exactAtMost(k, n int, p float64) float64 {
	share := new(big.Rat).SetFloat64(p)
	miss := new(big.Rat).Sub(big.NewRat(1, 1), share)
	sum := new(big.Rat)
	for j := 0; j <= k; j++ {
		term := new(big.Rat).SetInt(new(big.Int).Binomial(int64(n), int64(j)))
		for range j {
			term.Mul(term, share)
		}
		for range n - j {
			term.Mul(term, miss)
		}
		sum.Add(sum, term)
	}
	f, _ := sum.Float64()
	return f
}

// With n large the limits are those of the normal curve about the share that
// was found, whichever side of one half that lies; at the very ends they are
// those of a rate (3.689/n above none, 5.572/n above one).
func TestShareIntervalOfALargePanel(t *testing.T) {
	tests := []struct {
		k, n      int
		low, high float64
	}{
		{500_000, 1_000_000, 0.49902, 0.50098},
		{200_000, 1_000_000, 0.19922, 0.20078},
		{800_000, 1_000_000, 0.79922, 0.80078},
		{0, 1_000_000, 0, 3.689e-6},
		{1, 1_000_000, 2.5e-8, 5.572e-6},
		{999_999, 1_000_000, 1 - 5.572e-6, 1 - 2.5e-8},
		{1_000_000, 1_000_000, 1 - 3.689e-6, 1},
		{5999, 6000, 1 - 5.572/6000, 1 - 0.0253/6000},
	}
	for _, test := range tests {
		got, _ := rating.ShareInterval(test.k, test.n, 0.95)
		near := 1e-5 * min(1, 1000*(test.high-test.low))
		if math.Abs(got.Low-test.low) > near || math.Abs(got.High-test.high) > near {
			t.Errorf("%d of %d: %+v, want %v to %v", test.k, test.n, got, test.low, test.high)
		}
	}
}

// Table of the sign test: with these ratings cut off at each end the interval
// still covers the median at 95 %.
func TestMedianIntervalTable(t *testing.T) {
	tests := []struct {
		n, r     int
		coverage float64
	}{
		{1, 1, 0},
		{2, 1, 0.5},
		{3, 1, 0.75},
		{5, 1, 0.9375},
		{6, 1, 0.96875},
		{8, 1, 0.9921875},
		{9, 2, 0.9609375},
		{12, 3, 0.9614258},
		{15, 4, 0.9648438},
		{20, 6, 0.9586105},
		{25, 8, 0.9567147},
	}
	for _, test := range tests {
		got, ok := rating.MedianInterval(spread(test.n), 0.95)
		want := rating.Bounds{Low: float64(kth(test.n, test.r)), High: float64(kth(test.n, test.n+1-test.r)), Coverage: test.coverage}
		if !ok || got.Low != want.Low || got.High != want.High || math.Abs(got.Coverage-want.Coverage) > 5e-8 {
			t.Errorf("n = %d: %+v, want %+v", test.n, got, want)
		}
	}
}

// spread gives the i-th of n raters, counted from 0, the rating 1 + 9i/n.
func spread(n int) rating.Counts {
	var c rating.Counts
	for i := range n {
		c[9*i/n]++
	}
	return c
}

func kth(n, k int) int { return 1 + 9*(k-1)/n }

func TestIntervalsOfNothing(t *testing.T) {
	got := rating.IntervalsOf(rating.Counts{}, math.NaN())
	if got.Median != nil || got.ShareHigh != nil || got.ShareLow != nil || got.Level != rating.DefaultLevel {
		t.Errorf("%+v", got)
	}
	for _, kn := range [][2]int{{0, 0}, {-1, 3}, {4, 3}} {
		if _, ok := rating.ShareInterval(kn[0], kn[1], 0.95); ok {
			t.Errorf("%d of %d has an interval", kn[0], kn[1])
		}
	}
	one := rating.IntervalsOf(rating.Counts{6: 1}, 0.95)
	if want := (rating.Bounds{Low: 7, High: 7}); *one.Median != want {
		t.Errorf("one rater: %+v, want %+v", *one.Median, want)
	}
}

// Panels drawn from a known opinion: the intervals hold what they promise. The
// seed is fixed, so that the count is the same on every run; 4,000 panels have
// a standard error of 0.0035 at 95 %.
func TestIntervalsCoverWhatTheyPromise(t *testing.T) {
	opinion := [9]float64{0.02, 0.04, 0.09, 0.10, 0.15, 0.18, 0.22, 0.15, 0.05} // median 6, share 7-9 0.42
	random := rand.New(rand.NewPCG(9, 3))
	for _, n := range []int{3, 5, 9, 15, 30, 60} {
		const panels = 4000
		var median, high, low int
		promised := 1.0
		for range panels {
			c := drawPanel(random, opinion, n)
			i := rating.IntervalsOf(c, 0.95)
			promised = i.Median.Coverage
			median += holds(i.Median, 6)
			high += holds(i.ShareHigh, 0.42)
			low += holds(i.ShareLow, 0.15)
		}
		if got := float64(median) / panels; got < promised-0.01 {
			t.Errorf("n = %d: the median is covered in %v, promised %v", n, got, promised)
		}
		for name, covered := range map[string]int{"share 7-9": high, "share 1-3": low} {
			if got := float64(covered) / panels; got < 0.94 {
				t.Errorf("n = %d: %s is covered in %v", n, name, got)
			}
		}
	}
}

func drawPanel(random *rand.Rand, opinion [9]float64, n int) rating.Counts {
	var c rating.Counts
	for range n {
		at := random.Float64()
		for i, share := range opinion {
			if at -= share; at < 0 || i == 8 {
				c[i]++
				break
			}
		}
	}
	return c
}

func holds(b *rating.Bounds, value float64) int {
	if b.Low <= value && value <= b.High {
		return 1
	}
	return 0
}
