package opinion

import (
	"math"
	"slices"
)

// maxSweeps bounds the passes for one eigenvalue; two or three are usual.
const maxSweeps = 60

// topOfTridiagonal is the largest eigenvalue and the unit eigenvector of a
// symmetric tridiagonal matrix: implicit QL rotations (Press et al., Numerical
// Recipes, 11.4).
func topOfTridiagonal(diagonal, neighbour []float64) (value float64, vector []float64) {
	q := newQL(diagonal, neighbour)
	for l := range q.d {
		for range maxSweeps {
			end := q.block(l)
			if end == l {
				break
			}
			q.sweep(l, end)
		}
	}
	best := 0
	for i := range q.d {
		if q.d[i] > q.d[best] {
			best = i
		}
	}
	return q.d[best], q.vectors[best]
}

// ql is a tridiagonal matrix on its way to a diagonal one. vectors[i] turns
// into the eigenvector of d[i].
type ql struct {
	d, e    []float64
	vectors [][]float64
}

func newQL(diagonal, neighbour []float64) *ql {
	q := &ql{d: slices.Clone(diagonal), e: append(slices.Clone(neighbour), 0)}
	for i := range diagonal {
		row := make([]float64, len(diagonal))
		row[i] = 1
		q.vectors = append(q.vectors, row)
	}
	return q
}

// block is the last index of the block that begins at l: where the next
// coupling is too small to matter.
func (q *ql) block(l int) int {
	for m := l; m < len(q.d)-1; m++ {
		scale := math.Abs(q.d[m]) + math.Abs(q.d[m+1])
		if math.Abs(q.e[m])+scale == scale {
			return m
		}
	}
	return len(q.d) - 1
}

// sweep drives the coupling at l towards zero with one pass of rotations.
func (q *ql) sweep(l, end int) {
	g := (q.d[l+1] - q.d[l]) / (2 * q.e[l])
	g = q.d[end] - q.d[l] + q.e[l]/(g+math.Copysign(math.Hypot(g, 1), g))
	s, c, p := 1.0, 1.0, 0.0
	for i := end - 1; i >= l; i-- {
		f, b := s*q.e[i], c*q.e[i]
		r := math.Hypot(f, g)
		q.e[i+1] = r
		if r == 0 { // the block fell in two
			q.d[i+1] -= p
			q.e[end] = 0
			return
		}
		s, c = f/r, g/r
		g = q.d[i+1] - p
		r = (q.d[i]-g)*s + 2*c*b
		p = s * r
		q.d[i+1] = g + p
		g = c*r - b
		rotate(q.vectors[i], q.vectors[i+1], s, c)
	}
	q.d[l] -= p
	q.e[l] = g
	q.e[end] = 0
}

func rotate(a, b []float64, s, c float64) {
	for k := range a {
		a[k], b[k] = c*a[k]-s*b[k], s*a[k]+c*b[k]
	}
}
