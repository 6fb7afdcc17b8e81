package rating

// Appropriateness is the RAND/UCLA verdict on a panel.
type Appropriateness string

// The verdicts. NoRatings is that of an empty panel.
const (
	Appropriate   Appropriateness = "appropriate"
	Uncertain     Appropriateness = "uncertain"
	Inappropriate Appropriateness = "inappropriate"
	NoRatings     Appropriateness = "no-ratings"
)

// Summary is what the RAND/UCLA method says of one panel on one criterion.
// Ratings and percentiles are on the scale 1..9, shares are 0..1. Of an empty
// panel every measure is 0.
type Summary struct {
	N          int        `json:"n"`
	Counts     Counts     `json:"counts"`
	Median     float64    `json:"median"`
	Convention Convention `json:"percentile_type"` // Hyndman-Fan type behind P30 and P70
	P30        float64    `json:"p30"`
	P70        float64    `json:"p70"`
	IPR        float64    `json:"ipr"`   // inter-percentile range, P70 - P30
	IPRCP      float64    `json:"iprcp"` // its central point, (P30 + P70) / 2
	AI         float64    `json:"ai"`    // asymmetry index, |5 - IPRCP|
	IPRAS      float64    `json:"ipras"` // range allowed for this asymmetry, 2.35 + 1.5 AI
	DI         float64    `json:"di"`    // disagreement index, IPR / IPRAS

	Disagreement        bool            `json:"disagreement"`         // DI > 1
	ClassicLimit        int             `json:"classic_limit"`        // d(N) of the rule that only counts
	ClassicDisagreement bool            `json:"classic_disagreement"` // both outer bands hold at least ClassicLimit
	ClassicAgreement    bool            `json:"classic_agreement"`    // fewer than ClassicLimit outside the median's band
	Verdict             Appropriateness `json:"verdict"`              // by the median and DI

	ShareHigh     float64 `json:"share_high"`      // rated 7-9
	ShareLow      float64 `json:"share_low"`       // rated 1-3
	Consensus7015 bool    `json:"consensus_70_15"` // at least 70 % rated 7-9 and under 15 % rated 1-3
	// PercentAgreement is 0..100: how many gave a rating in the band of the
	// median, 1-3, 4-6 or 7-9.
	PercentAgreement float64 `json:"percent_agreement"`
	MeanAbsDev       float64 `json:"mean_absolute_deviation"`
}

// Summarise computes the panel statistics of a histogram, so that a stored
// tally gives exactly what the raw ratings gave. A convention outside 1..9
// counts as the default; the summary names the one that was used.
//
// Formulas: Fitch et al. 2001 as cited in BMJ Open 2012;2:e001431 (IPR, IPRAS,
// worked example), BMC Med Inform Decis Mak 12:93 table 7 (classic rule) and
// PMC8024512 table 1 (70/15).
func Summarise(c Counts, t Convention) Summary {
	s := Summary{N: c.N(), Counts: c, Convention: t.orDefault(), Verdict: NoRatings}
	if s.N == 0 {
		return s
	}
	s.Median = median(c)
	s.spread()
	s.classic()
	s.shares()
	s.Verdict = s.verdict()
	return s
}

// Disagrees says whether either rule finds that the panel disagrees. The two
// rules differ on one nine-member panel in thirteen; who must be sure that
// nobody is overruled asks for both.
func (s Summary) Disagrees() bool { return s.Disagreement || s.ClassicDisagreement }

// ClassicLimit is d(n) = floor((n+1)/3): with this many ratings in each outer
// band a panel of n disagrees, with this many outside the median's band it no
// longer agrees. It gives the published table for n = 8 to 16 and carries it on
// to other sizes; it is never under 1, so that a single rater cannot disagree.
func ClassicLimit(n int) int { return max(1, (n+1)/3) }

// median is the middle rating, or the mean of the two middle ones: the same by
// every text that names a median.
func median(c Counts) float64 { return Percentile(c, 50, 2) }

// spread fills P30 to DI. It works in whole parts of a rating, so that a panel
// with IPR = IPRAS is on the limit and not a rounding error beyond it.
func (s *Summary) spread() {
	p30 := scaledPercentile(s.Counts, 30, s.Convention)
	p70 := scaledPercentile(s.Counts, 70, s.Convention)
	ipr, sum := p70-p30, p30+p70
	asymmetry := max(10*unit-sum, sum-10*unit) // 2 AI
	allowed := 235*unit/25 + 3*asymmetry       // 4 IPRAS = 9.4 + 6 AI

	s.P30, s.P70 = float64(p30)/unit, float64(p70)/unit
	s.IPR, s.IPRCP = float64(ipr)/unit, float64(sum)/(2*unit)
	s.AI, s.IPRAS = float64(asymmetry)/(2*unit), float64(allowed)/(4*unit)
	s.DI = float64(4*ipr) / float64(allowed)
	s.Disagreement = 4*ipr > allowed
}

// classic applies the rule that only counts raters in bands.
func (s *Summary) classic() {
	d := ClassicLimit(s.N)
	s.ClassicLimit = d
	s.ClassicDisagreement = s.Counts.Low() >= d && s.Counts.High() >= d
	s.ClassicAgreement = s.N-s.inMedianBand() <= d-1
}

// inMedianBand counts the ratings in the band that holds the median. A median
// of 6.5 belongs to 7-9 and one of 3.5 to 4-6, as in PMC2722433 table 3.
func (s *Summary) inMedianBand() int {
	switch {
	case s.Median >= 6.5:
		return s.Counts.High()
	case s.Median <= 3:
		return s.Counts.Low()
	default:
		return s.Counts.Middle()
	}
}

func (s *Summary) shares() {
	high, low := s.Counts.High(), s.Counts.Low()
	s.ShareHigh = float64(high) / float64(s.N)
	s.ShareLow = float64(low) / float64(s.N)
	s.PercentAgreement = 100 * float64(s.inMedianBand()) / float64(s.N)
	s.Consensus7015 = 100*high >= 70*s.N && 100*low < 15*s.N
	for i, n := range s.Counts {
		distance := float64(i+1) - s.Median
		s.MeanAbsDev += float64(n) * max(distance, -distance)
	}
	s.MeanAbsDev /= float64(s.N)
}

func (s *Summary) verdict() Appropriateness {
	switch {
	case s.Disagreement:
		return Uncertain
	case s.Median >= 6.5:
		return Appropriate
	case s.Median <= 3:
		return Inappropriate
	default:
		return Uncertain
	}
}
