package main

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// latency sums up how long single requests took, in milliseconds.
type latency struct {
	N   int     `json:"n"`
	P50 float64 `json:"p50_ms"`
	P99 float64 `json:"p99_ms"`
	Max float64 `json:"max_ms"`
}

func summarise(times []time.Duration) latency {
	if len(times) == 0 {
		return latency{}
	}
	sorted := slices.Sorted(slices.Values(times))
	return latency{
		N: len(sorted), P50: milliseconds(percentile(sorted, 50)), P99: milliseconds(percentile(sorted, 99)),
		Max: milliseconds(sorted[len(sorted)-1]),
	}
}

// percentile is the nearest rank: the smallest value that at least p per cent
// of the sorted values do not exceed.
func percentile[T cmp.Ordered](sorted []T, p float64) T {
	rank := int(math.Ceil(p / 100 * float64(len(sorted))))
	return sorted[min(len(sorted), max(1, rank))-1]
}

// median is the middle value, or the mean of the two in the middle.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}

// middle sums up several runs by the median of each figure; N is of one run.
func middle(runs []latency) latency {
	pick := func(of func(latency) float64) float64 {
		var values []float64
		for _, r := range runs {
			values = append(values, of(r))
		}
		return round(median(values))
	}
	if len(runs) == 0 {
		return latency{}
	}
	return latency{
		N: runs[0].N, P50: pick(func(l latency) float64 { return l.P50 }),
		P99: pick(func(l latency) float64 { return l.P99 }), Max: pick(func(l latency) float64 { return l.Max }),
	}
}

// ratio is a/b, and 0 when there is no b.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return round(a / b)
}

func milliseconds(d time.Duration) float64 { return round(float64(d) / float64(time.Millisecond)) }

// round keeps three places, or three figures of what is smaller.
func round(v float64) float64 {
	if v == 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0
	}
	places := math.Pow(10, max(0, 2-math.Floor(math.Log10(math.Abs(v)))))
	return math.Round(v*places) / places
}
