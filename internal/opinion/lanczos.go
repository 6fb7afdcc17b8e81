package opinion

import (
	"math"
	"math/rand/v2"
)

// converged bounds the residual of an eigenvector relative to its eigenvalue.
const converged = 1e-14

// leading is the unit eigenvector of the largest eigenvalue of a positive
// semi-definite n by n matrix among vectors orthogonal to found (nil for
// none): Lanczos' method with full reorthogonalisation (Golub and Van Loan,
// Matrix Computations, 10.1). It is all zero when that eigenvalue is nothing
// beside the trace.
func leading(n int, multiply func(dst, x []float64), found []float64, trace float64) []float64 {
	k := krylov{n: n, multiply: multiply, found: found}
	q := startVector(n, found != nil)
	k.orthogonalise(q)
	for normalise(q) > converged {
		q = k.step(q)
		if size := len(k.diagonal); size%4 == 0 || size == n {
			if value, weights := k.top(); k.residual(weights) <= converged*value || size == n {
				break
			}
		}
		if norm(q) <= converged*trace {
			break
		}
	}
	value, weights := k.top()
	if value <= 1e-12*trace {
		return make([]float64, n)
	}
	return k.combine(weights)
}

// krylov is the state of one run: an orthonormal basis, and the symmetric
// tridiagonal matrix that stands for the large one in it.
type krylov struct {
	n         int
	multiply  func(dst, x []float64)
	found     []float64
	basis     [][]float64
	diagonal  []float64
	neighbour []float64 // neighbour[i] couples basis vectors i and i+1
}

// step adds q to the basis and returns the next direction, not normalised.
func (k *krylov) step(q []float64) []float64 {
	w := make([]float64, k.n)
	k.multiply(w, q)
	k.basis = append(k.basis, q)
	k.diagonal = append(k.diagonal, dot(w, q))
	k.orthogonalise(w)
	k.neighbour = append(k.neighbour, norm(w))
	return w
}

// orthogonalise removes from w, twice for accuracy, what lies along the basis
// and the component found before.
func (k *krylov) orthogonalise(w []float64) {
	for range 2 {
		if k.found != nil {
			subtract(w, k.found, dot(w, k.found))
		}
		for _, b := range k.basis {
			subtract(w, b, dot(w, b))
		}
	}
}

// top is the largest eigenvalue of the tridiagonal matrix and its eigenvector.
func (k *krylov) top() (value float64, weights []float64) {
	n := len(k.diagonal)
	if n == 0 {
		return 0, nil
	}
	return topOfTridiagonal(k.diagonal, k.neighbour[:n-1])
}

// residual is how far the vector with these weights is from an eigenvector.
func (k *krylov) residual(weights []float64) float64 {
	last := len(weights) - 1
	return math.Abs(k.neighbour[last] * weights[last])
}

func (k *krylov) combine(weights []float64) []float64 {
	v := make([]float64, k.n)
	for i, b := range k.basis {
		subtract(v, b, -weights[i])
	}
	normalise(v)
	return v
}

// startVector has no symmetry that votes could share, so that it is not
// orthogonal to the vector sought. It is always the same, but another for the
// second component: the first may be that very vector.
func startVector(n int, second bool) []float64 {
	seed := uint64(1)
	if second {
		seed = 2
	}
	random := rand.New(rand.NewPCG(seed, uint64(n)))
	v := make([]float64, n)
	for j := range v {
		v[j] = random.Float64() + 0.5
	}
	normalise(v)
	return v
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i, x := range a {
		s += x * b[i]
	}
	return s
}

func norm(v []float64) float64 { return math.Sqrt(dot(v, v)) }

// subtract takes f times b from a.
func subtract(a, b []float64, f float64) {
	for i, x := range b {
		a[i] -= f * x
	}
}

// normalise scales v to unit length unless it is zero, and returns the length
// that it had.
func normalise(v []float64) float64 {
	length := norm(v)
	if length > 0 {
		for i := range v {
			v[i] /= length
		}
	}
	return length
}
