package rating

import "fmt"

// Convention is one of the nine sample quantile definitions of Hyndman and Fan
// (The American Statistician 50:361, 1996), numbered as in their paper and in
// R. No standard names one for the RAND/UCLA method, and the verdict of one
// nine-member panel in four depends on it; so each result says which was used.
type Convention int

// DefaultConvention is type 7: the default of R, NumPy and spreadsheets.
const DefaultConvention Convention = 7

// Check refuses everything but types 1 to 9.
func (t Convention) Check() error {
	if t < 1 || t > 9 {
		return fmt.Errorf("percentile convention %d: want a Hyndman-Fan type, 1 to 9", int(t))
	}
	return nil
}

// orDefault makes the zero value, and any other that Check refuses, type 7.
func (t Convention) orDefault() Convention {
	if t.Check() != nil {
		return DefaultConvention
	}
	return t
}

// Percentile is the given percentile (0 to 100) of a panel. It is 0 for an
// empty panel; a convention that Check refuses counts as the default.
func Percentile(c Counts, percent int, t Convention) float64 {
	return float64(scaledPercentile(c, percent, t)) / unit
}

// unit makes every percentile at a whole per cent of whole ratings a whole
// number: the offsets of the nine definitions have the common denominator
// 1200. With integers a panel that lies exactly on a limit is judged exactly.
const unit = 1200

// scaledPercentile is a percentile times unit: (1-g) x[j] + g x[j+1], with j
// and g the whole and the broken part of n p + m (Hyndman and Fan, equation 1).
func scaledPercentile(c Counts, percent int, t Convention) int {
	if c.N() == 0 {
		return 0
	}
	t = t.orDefault()
	position := t.position(c.N(), percent)
	j := floorDiv(position, unit)
	g := t.weight(j, position-j*unit)
	below, above := c.kth(j), c.kth(j+1)
	return below*unit + g*(above-below)
}

// position is n p + m, times unit.
func (t Convention) position(n, percent int) int {
	np := n * percent * (unit / 100)
	switch t {
	case 1, 2, 4: // m = 0
		return np
	case 3: // m = -1/2
		return np - unit/2
	case 5: // m = 1/2
		return np + unit/2
	case 6: // m = p
		return np + 12*percent
	case 8: // m = (p+1)/3
		return np + 4*percent + 400
	case 9: // m = p/4 + 3/8
		return np + 3*percent + 450
	default: // type 7, m = 1 - p
		return np + 12*(100-percent)
	}
}

// weight is how much of x[j+1] counts, times unit. Types 1 to 3 jump from one
// rating to the next, the others slide.
func (t Convention) weight(j, g int) int {
	switch {
	case t > 3:
		return g
	case g > 0:
		return unit
	case t == 2:
		return unit / 2
	case t == 3 && j%2 != 0:
		return unit
	default:
		return 0
	}
}

// floorDiv rounds down, where Go's division rounds towards zero.
func floorDiv(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}
