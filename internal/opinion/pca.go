package opinion

import "math"

// Centre is, by column, the mean of the votes cast; 0 for a zeroed statement.
func (m *Matrix) Centre() []float64 {
	sum, n := make([]int, len(m.Statements)), make([]int, len(m.Statements))
	for c, j := range m.column {
		sum[j] += int(m.value[c])
		n[j]++
	}
	centre := make([]float64, len(m.Statements))
	for j := range centre {
		if !m.Zeroed[j] && n[j] > 0 {
			centre[j] = float64(sum[j]) / float64(n[j])
		}
	}
	return centre
}

// deviations is, by cell, the vote less the centre. A missing vote is imputed
// with the mean and deviates by nothing, as does a zeroed one: the centred
// matrix is as sparse as the votes.
func (m *Matrix) deviations(centre []float64) []float64 {
	d := make([]float64, len(m.column))
	for c, j := range m.column {
		if !m.Zeroed[j] {
			d[c] = float64(m.value[c]) - centre[j]
		}
	}
	return d
}

// Components are the two leading principal components of the centred votes, by
// column, of unit length, the coefficient of largest size positive. A
// component along which nobody differs is all zero.
func (m *Matrix) Components(centre []float64) [2][]float64 {
	d := m.deviations(centre)
	total := 0.0
	for _, x := range d {
		total += x * x
	}
	multiply := func(dst, x []float64) { m.scatter(d, dst, x) }
	first := leading(len(centre), multiply, nil, total)
	second := leading(len(centre), multiply, first, total)
	fixSign(first)
	fixSign(second)
	return [2][]float64{first, second}
}

// scatter sets dst to the scatter matrix D'D times x, where the sparse D has
// the values d.
func (m *Matrix) scatter(d, dst, x []float64) {
	clear(dst)
	for i := range m.Voters {
		from, to := m.start[i], m.start[i+1]
		columns, values := m.column[from:to], d[from:to]
		s := 0.0
		for c, j := range columns {
			s += values[c] * x[j]
		}
		for c, j := range columns {
			dst[j] += values[c] * s
		}
	}
}

// fixSign turns a component so that its coefficient of largest size, the first
// of those equal but for rounding, is positive.
func fixSign(v []float64) {
	largest := 0.0
	for _, x := range v {
		largest = max(largest, math.Abs(x))
	}
	for _, x := range v {
		if math.Abs(x) < largest*(1-1e-9) {
			continue
		}
		if x < 0 {
			subtract(v, v, 2)
		}
		return
	}
}
