package rating

import (
	"maps"
	"slices"
)

// Metric is how Krippendorff's alpha measures the distance of two values.
type Metric int

// The metrics, as in Krippendorff, "Computing Krippendorff's Alpha-Reliability"
// (2011), section E. Ordinal is the one for ratings from 1 to 9.
const (
	Nominal Metric = iota
	Ordinal
	Interval
)

// Alpha is Krippendorff's alpha, 1 - Do/De over the coincidence matrix: 1 is
// perfect agreement, 0 what chance gives. Each unit lists the values it was
// given, in any order; missing values are simply not there, and a unit with
// fewer than two is not used. It is undefined (false) when no unit has two
// values or when all values are the same.
func Alpha(units [][]int, metric Metric) (float64, bool) {
	m := newCoincidences(units)
	var observed, expected float64
	for c := range m.values {
		for k := range m.values {
			d := m.distance(metric, c, k)
			observed += m.pairs[c][k] * d
			expected += m.totals[c] * m.totals[k] * d
		}
	}
	if expected == 0 {
		return 0, false
	}
	return 1 - (m.total-1)*observed/expected, true
}

// coincidences is the symmetric matrix of pairs of values found in the same
// unit, each pair weighted by 1/(values in the unit - 1).
type coincidences struct {
	values []int // distinct, ascending
	pairs  [][]float64
	totals []float64 // row sums
	total  float64
}

func newCoincidences(units [][]int) coincidences {
	index := map[int]int{}
	for _, unit := range pairable(units) {
		for _, v := range unit {
			index[v] = 0
		}
	}
	m := coincidences{values: slices.Sorted(maps.Keys(index)), totals: make([]float64, len(index))}
	for i, v := range m.values {
		index[v] = i
		m.pairs = append(m.pairs, make([]float64, len(index)))
	}
	for _, unit := range pairable(units) {
		m.add(unit, index)
	}
	return m
}

// pairable leaves out units in which there is nobody to agree with.
func pairable(units [][]int) [][]int {
	var kept [][]int
	for _, unit := range units {
		if len(unit) > 1 {
			kept = append(kept, unit)
		}
	}
	return kept
}

// add works on the unit's histogram, so that the cost does not grow with the
// square of the number of raters and the order of values cannot matter.
func (m *coincidences) add(unit []int, index map[int]int) {
	histogram := make([]int, len(m.values))
	for _, v := range unit {
		histogram[index[v]]++
	}
	weight := 1 / float64(len(unit)-1)
	for c, a := range histogram {
		for k, b := range histogram {
			if c == k {
				b--
			}
			m.pairs[c][k] += weight * float64(a*b)
		}
		m.totals[c] += float64(a)
		m.total += float64(a)
	}
}

// distance is the squared difference of the c-th and the k-th value.
func (m *coincidences) distance(metric Metric, c, k int) float64 {
	if c == k {
		return 0
	}
	switch metric {
	case Nominal:
		return 1
	case Interval:
		d := float64(m.values[c] - m.values[k])
		return d * d
	default:
		return m.ordinalDistance(min(c, k), max(c, k))
	}
}

// ordinalDistance counts the values between the two, both ends by half.
func (m *coincidences) ordinalDistance(c, k int) float64 {
	d := -(m.totals[c] + m.totals[k]) / 2
	for _, n := range m.totals[c : k+1] {
		d += n
	}
	return d * d
}
