package rating

import "math"

// DefaultLevel is the confidence level of the intervals in a report.
const DefaultLevel = 0.95

// Bounds is an exact confidence interval: it needs no approximation by a
// normal curve, and so holds for panels of any size.
type Bounds struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	// Coverage is what the interval guarantees at the least. Only whole numbers
	// of ratings can be left out at the ends, so it is mostly above the level
	// that was asked for; a panel too small for that level gets less.
	Coverage float64 `json:"coverage"`
}

// Overlaps says whether the two intervals have a value in common.
func (b Bounds) Overlaps(other Bounds) bool { return b.Low <= other.High && other.Low <= b.High }

// ShareInterval is the interval of Clopper and Pearson (Biometrika 26:404,
// 1934) for a share of which k of n were found, as shares 0..1. A level outside
// 0..1 counts as DefaultLevel. It is undefined (false) for n = 0 and for k
// outside 0..n.
func ShareInterval(k, n int, level float64) (Bounds, bool) {
	if n < 1 || k < 0 || k > n {
		return Bounds{}, false
	}
	level = levelOrDefault(level)
	tail := (1 - level) / 2
	b := Bounds{Low: 0, High: 1, Coverage: level}
	if k > 0 {
		// The chance of k or more grows with the share; it is that of n-k or
		// fewer misses.
		b.Low = 1 - largestShareBelow(n-k, n, tail)
	}
	if k < n {
		b.High = largestShareBelow(k, n, tail)
	}
	return b, true
}

// largestShareBelow is the share at which k or fewer of n have exactly the
// chance tail. That chance falls as the share grows, so halving finds it.
func largestShareBelow(k, n int, tail float64) float64 {
	low, high := 0.0, 1.0
	for range 60 { // to the last bit of a share
		middle := (low + high) / 2
		if atMost(k, n, middle) > tail {
			low = middle
		} else {
			high = middle
		}
	}
	return (low + high) / 2
}

// MedianInterval is the interval between the r-th rating from either end, with
// the largest r that still covers the median at the level asked for: the
// interval of the sign test (Thompson, Annals of Mathematical Statistics 7:122,
// 1936; David and Nagaraja, Order Statistics, section 7.1). With r - 1 ratings
// cut off at each end it covers 1 - 2 P(X < r), X binomial of n and 1/2; tied
// ratings only make it safer. Under 6 ratings no r reaches 95 %: then it runs
// from the lowest to the highest rating, and Coverage says how little that
// guarantees (3 ratings: 0.75, one: 0). It is undefined (false) for an empty
// panel. A level outside 0..1 counts as DefaultLevel.
func MedianInterval(c Counts, level float64) (Bounds, bool) {
	n := c.N()
	if n == 0 {
		return Bounds{}, false
	}
	level = levelOrDefault(level)
	r, coverage := 1, 1-2*atMost(0, n, 0.5)
	for r < (n+1)/2 {
		next := 1 - 2*atMost(r, n, 0.5)
		if next < level {
			break
		}
		r, coverage = r+1, next
	}
	return Bounds{Low: float64(c.kth(r)), High: float64(c.kth(n + 1 - r)), Coverage: max(0, coverage)}, true
}

// levelOrDefault is false for NaN too.
func levelOrDefault(level float64) float64 {
	if level > 0 && level < 1 {
		return level
	}
	return DefaultLevel
}

// atMost is the chance of k or fewer out of n, each with chance p. Above the
// mean it is what the rarer rest leaves, since the term at k may be too small
// for a float64 there. Below it adds from k downwards, where each term follows
// from the one above it and is smaller, and stops where the rest can no longer
// be seen in the sum.
func atMost(k, n int, p float64) float64 {
	switch {
	case k >= n || p <= 0:
		return 1
	case p >= 1:
		return 0
	case float64(k) > float64(n)*p:
		return 1 - atMost(n-k-1, n, 1-p)
	}
	term := math.Exp(logChoose(n, k) + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
	sum := term
	for j := k; j > 0 && term > 1e-18*sum; j-- {
		term *= float64(j) / float64(n-j+1) * (1 - p) / p
		sum += term
	}
	return min(1, sum)
}

// logChoose is the logarithm of the number of ways to take k of n.
func logChoose(n, k int) float64 {
	all, _ := math.Lgamma(float64(n + 1))
	taken, _ := math.Lgamma(float64(k + 1))
	left, _ := math.Lgamma(float64(n - k + 1))
	return all - taken - left
}

// Intervals are what a result of this size can be trusted with. They are null
// for an empty panel.
type Intervals struct {
	Level     float64 `json:"level"` // that was asked for
	Median    *Bounds `json:"median"`
	ShareHigh *Bounds `json:"share_high"` // rated 7-9
	ShareLow  *Bounds `json:"share_low"`  // rated 1-3
}

// IntervalsOf computes the intervals of a histogram.
func IntervalsOf(c Counts, level float64) Intervals {
	level = levelOrDefault(level)
	return Intervals{
		Level:     level,
		Median:    pointer(MedianInterval(c, level)),
		ShareHigh: pointer(ShareInterval(c.High(), c.N(), level)),
		ShareLow:  pointer(ShareInterval(c.Low(), c.N(), level)),
	}
}
