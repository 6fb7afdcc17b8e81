package document

// The colours of paper, "#rrggbb": those of design/tokens.css, each at least
// 4.5:1 on white where it colours text.
const (
	Ink     = "#1d2326"
	Grey    = "#566067"
	Line    = "#ddd8cc"
	Wash    = "#f1ede3"
	Accent  = "#0e5a60"
	Good    = "#23683a"
	Warn    = "#8a5300"
	Bad     = "#9a2f22"
	InsWash = "#dcefdf"
	DelWash = "#f6dcd7"
)

// Colour of a mark.
func (m Mark) Colour() string {
	switch m {
	case Agreed, Reserved:
		return Good
	case Revise:
		return Warn
	case Rejected:
		return Bad
	}
	return Grey
}

// Sign is the character of a mark.
func (m Mark) Sign() string {
	switch m {
	case Agreed:
		return "●"
	case Reserved:
		return "◐"
	case Revise:
		return "◇"
	case Rejected:
		return "■"
	}
	return "○"
}
