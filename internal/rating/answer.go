package rating

// Answer is what a group says of one criterion, in a word.
type Answer string

// The answers of a group. Against is also a low median in disagreement, Unsure
// a middle median on which they agree, Divided a disagreement whose median is
// not low.
const (
	Silent  Answer = "silent" // nobody rated
	For     Answer = "for"
	Against Answer = "against"
	Unsure  Answer = "unsure"
	Divided Answer = "divided"
)

// Answer reads a summary. A group that disagrees is said to be against if its
// median is under the middle of the scale, else to be divided: never to be for,
// because the gate would not count it as that.
func (s Summary) Answer() Answer {
	switch {
	case s.N == 0:
		return Silent
	case s.Disagrees() && s.Median < 5:
		return Against
	case s.Disagrees():
		return Divided
	case s.Median >= 6.5:
		return For
	case s.Median <= 3:
		return Against
	default:
		return Unsure
	}
}
