package main

import (
	"testing"
	"time"
)

func TestPercentile(t *testing.T) {
	hundred := make([]int, 100)
	for i := range hundred {
		hundred[i] = i + 1
	}
	for _, test := range []struct {
		sorted []int
		p      float64
		want   int
	}{
		{[]int{7}, 50, 7},
		{[]int{7}, 99, 7},
		{[]int{1, 2}, 50, 1},
		{[]int{1, 2}, 99, 2},
		{hundred, 0, 1},
		{hundred, 50, 50},
		{hundred, 99, 99},
		{hundred, 100, 100},
	} {
		if got := percentile(test.sorted, test.p); got != test.want {
			t.Errorf("%v %% of %d values: %d, want %d", test.p, len(test.sorted), got, test.want)
		}
	}
}

func TestMedian(t *testing.T) {
	for _, test := range []struct {
		values []float64
		want   float64
	}{
		{nil, 0},
		{[]float64{3}, 3},
		{[]float64{3, 1}, 2},
		{[]float64{9, 1, 2}, 2},
	} {
		if got := median(test.values); got != test.want {
			t.Errorf("median of %v: %v, want %v", test.values, got, test.want)
		}
	}
}

func TestSummarise(t *testing.T) {
	got := summarise([]time.Duration{3 * time.Millisecond, time.Millisecond, 2 * time.Millisecond})
	if want := (latency{N: 3, P50: 2, P99: 3, Max: 3}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := summarise(nil); got != (latency{}) {
		t.Errorf("of nothing: %+v", got)
	}
}

func TestMiddleTakesEachFiguresMedian(t *testing.T) {
	got := middle([]latency{{N: 5, P50: 1, P99: 30, Max: 40}, {N: 5, P50: 2, P99: 20, Max: 50}, {N: 5, P50: 3, P99: 10, Max: 60}})
	if want := (latency{N: 5, P50: 2, P99: 20, Max: 50}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestRound(t *testing.T) {
	for value, want := range map[float64]float64{0: 0, 1234.56: 1235, 12.345: 12.3, 1.2345: 1.23, 0.012345: 0.0123, -1.2345: -1.23} {
		if got := round(value); got != want {
			t.Errorf("round(%v) = %v, want %v", value, got, want)
		}
	}
}
