package opinion

import (
	"math"
	"slices"
)

// Cluster is some of the points of one k-means run.
type Cluster struct {
	Centre  Point
	Members []int // indices of points, ascending
}

// stillness is how little the centres must move for k-means to stop.
const stillness = 0.01

// KMeans divides points into at most k clusters as Polis does (clusters.clj):
// the first k distinct points are the first centres; a point as near to two
// centres goes to the last; empty clusters are dropped; it ends after
// iterations+1 rounds, or when no centre moves by 0.01 (centres are matched in
// sorted order). weights, all positive, is nil for equal ones.
func KMeans(points []Point, weights []float64, k, iterations int) []Cluster {
	centres := firstCentres(points, k)
	label := make([]int, len(points))
	for round := 0; ; round++ {
		next := assign(points, weights, centres, label)
		if round == iterations || still(centres, next) {
			return clustersOf(label, next)
		}
		centres = next
	}
}

func firstCentres(points []Point, k int) []Point {
	var centres []Point
	seen := map[Point]bool{}
	for _, p := range points {
		if len(centres) == k {
			break
		}
		if !seen[p] {
			seen[p] = true
			centres = append(centres, p)
		}
	}
	return centres
}

// assign labels each point with its nearest centre and returns where the
// centres move. Those without a point are dropped, and the labels count the rest.
func assign(points []Point, weights []float64, centres []Point, label []int) []Point {
	sums := make([]centroid, len(centres))
	for i, p := range points {
		w := 1.0
		if weights != nil {
			w = weights[i]
		}
		label[i] = nearest(p, centres, label[i])
		sums[label[i]].add(p, w)
	}
	rank := make([]int, len(centres))
	var moved []Point
	for c := range sums {
		rank[c] = len(moved)
		if sums[c].weight > 0 {
			moved = append(moved, sums[c].mean())
		}
	}
	for i, l := range label {
		label[i] = rank[l]
	}
	return moved
}

func clustersOf(label []int, centres []Point) []Cluster {
	clusters := make([]Cluster, len(centres))
	for c, centre := range centres {
		clusters[c].Centre = centre
	}
	for i, l := range label {
		clusters[l].Members = append(clusters[l].Members, i)
	}
	return clusters
}

// nearest is the last of the centres that are nearest to p. guess, the centre
// of the round before, only saves time: most others are farther by x alone.
func nearest(p Point, centres []Point, guess int) int {
	best, least := guess, squared(p, centres[guess])
	for c, q := range centres {
		x := p[0] - q[0]
		if x*x > least {
			continue
		}
		if d := squared(p, q); d <= least {
			best, least = c, d
		}
	}
	return best
}

func squared(p, q Point) float64 {
	x, y := p[0]-q[0], p[1]-q[1]
	return x*x + y*y
}

// centroid is a weighted mean in the making.
type centroid struct{ x, y, weight float64 }

func (c *centroid) add(p Point, w float64) {
	c.x += w * p[0]
	c.y += w * p[1]
	c.weight += w
}

func (c *centroid) mean() Point { return Point{c.x / c.weight, c.y / c.weight} }

func still(before, after []Point) bool {
	a, b := sortedPoints(before), sortedPoints(after)
	for i := range min(len(a), len(b)) {
		if distance(a[i], b[i]) >= stillness {
			return false
		}
	}
	return true
}

func sortedPoints(points []Point) []Point {
	return slices.SortedFunc(slices.Values(points), func(a, b Point) int { return slices.Compare(a[:], b[:]) })
}

func distance(a, b Point) float64 { return math.Hypot(a[0]-b[0], a[1]-b[1]) }
