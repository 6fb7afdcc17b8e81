package rating

// Counts is a histogram of ratings: Counts[i] people gave the rating i+1.
// It is all that is ever kept of a secret round, and every panel statistic is
// computed from it alone. The zero value is an empty panel.
type Counts [Highest]int

// Plus adds two histograms.
func (c Counts) Plus(other Counts) Counts {
	for i, n := range other {
		c[i] += n
	}
	return c
}

// N is the number of ratings.
func (c Counts) N() int { return c.within(Lowest, Highest) }

// Low counts the ratings 1-3.
func (c Counts) Low() int { return c.within(1, 3) }

// Middle counts the ratings 4-6.
func (c Counts) Middle() int { return c.within(4, 6) }

// High counts the ratings 7-9.
func (c Counts) High() int { return c.within(7, 9) }

func (c Counts) within(from, to int) int {
	n := 0
	for _, k := range c[from-1 : to] {
		n += k
	}
	return n
}

// kth is the k-th smallest rating, k counted from 1; a k beyond either end is
// that end. The panel must not be empty.
func (c Counts) kth(k int) int {
	k = max(1, min(k, c.N()))
	value := 0
	for seen := 0; seen < k; value++ {
		seen += c[value]
	}
	return value
}
