package opinion

// maxGroups is the most groups that are tried.
const maxGroups = 5

// The rounds of k-means for base clusters and for groups, and how many base
// clusters there are at most (Polis' defaults).
const (
	baseClusters    = 100
	baseIterations  = 100
	groupIterations = 20
)

// BaseClusters joins the points of people who stand close together into at
// most 100 clusters, so that grouping costs the same for any number of people.
func BaseClusters(points []Point) []Cluster {
	return KMeans(points, nil, baseClusters, baseIterations)
}

// Grouping is the division of base clusters into groups that was chosen.
type Grouping struct {
	Groups      []Cluster       // Members are indices of base clusters
	Silhouette  float64         // of Groups; 0 when there was nothing to choose
	Silhouettes map[int]float64 // by number of groups asked for
}

// GroupClusters divides base clusters, weighted by their members, into 2 to 5
// groups (more than 2 from 12 base clusters on): the number with the best mean
// silhouette of the base centres, unweighted, the larger of equals.
func GroupClusters(base []Cluster) Grouping {
	points, weights := centresAndWeights(base)
	g := Grouping{Groups: KMeans(points, weights, 1, groupIterations), Silhouettes: map[int]float64{}}
	between := distances(points)
	best := -1.0
	for k := 2; k <= min(maxGroups, 2+len(base)/12) && len(base) >= k; k++ {
		groups := KMeans(points, weights, k, groupIterations)
		s := silhouette(between, labels(groups, len(points)), len(groups))
		g.Silhouettes[k] = s
		if s >= best && len(groups) > 1 {
			best, g.Groups, g.Silhouette = s, groups, s
		}
	}
	return g
}

func centresAndWeights(base []Cluster) ([]Point, []float64) {
	points, weights := make([]Point, len(base)), make([]float64, len(base))
	for i, b := range base {
		points[i], weights[i] = b.Centre, float64(len(b.Members))
	}
	return points, weights
}

// labels gives each of n points the index of its cluster.
func labels(clusters []Cluster, n int) []int {
	l := make([]int, n)
	for c, cluster := range clusters {
		for _, i := range cluster.Members {
			l[i] = c
		}
	}
	return l
}

// distances is the matrix of the distances between points.
func distances(points []Point) [][]float64 {
	d := make([][]float64, len(points))
	for i, p := range points {
		d[i] = make([]float64, len(points))
		for j, q := range points {
			d[i][j] = distance(p, q)
		}
	}
	return d
}

// silhouette is the mean over all points of (b-a)/max(a,b): a the mean
// distance to the others of its own cluster, b to the nearest other cluster
// (Rousseeuw 1987). A point alone in its cluster counts 0.
func silhouette(between [][]float64, label []int, clusters int) float64 {
	if clusters < 2 {
		return 0
	}
	total := 0.0
	for i := range label {
		total += pointSilhouette(between[i], i, label, clusters)
	}
	return total / float64(len(label))
}

func pointSilhouette(from []float64, i int, label []int, clusters int) float64 {
	var sum [maxGroups]float64
	var size [maxGroups]int
	for j, l := range label {
		sum[l] += from[j]
		size[l]++
	}
	own := label[i]
	if size[own] == 1 {
		return 0
	}
	a := sum[own] / float64(size[own]-1)
	b := -1.0
	for c := range clusters {
		if mean := sum[c] / float64(size[c]); c != own && (b < 0 || mean < b) {
			b = mean
		}
	}
	if a == 0 && b == 0 {
		return 0
	}
	return (b - a) / max(a, b)
}
