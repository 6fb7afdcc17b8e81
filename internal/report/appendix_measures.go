package report

import (
	"math"
	"strconv"

	"sala.example/internal/document"
	"sala.example/internal/rating"
)

// countsOf is the whole room's distribution, and who is not in it.
func (b *builder) countsOf(list []measured) document.Table {
	t := b.figures()
	column(&t, "n", 5)
	for value := rating.Lowest; value <= rating.Highest; value++ {
		column(&t, strconv.Itoa(value), 4)
	}
	for _, key := range []string{"col-abstained", "col-dont-know", "col-not-shown"} {
		column(&t, b.say(key), 10)
	}
	for _, m := range list {
		counts, c := m.room(), m.criterion
		row := append(b.rowName(m), text(strconv.Itoa(counts.N())))
		for _, n := range counts {
			row = append(row, text(countOrDash(n)))
		}
		t.Rows = append(t.Rows, append(row, text(countOrDash(c.Abstained)), text(countOrDash(c.DontKnow)), text(countOrDash(c.NotShown))))
	}
	return t
}

// countOrDash makes a table of mostly noughts readable.
func countOrDash(n int) string {
	if n == 0 {
		return "–"
	}
	return strconv.Itoa(n)
}

// measures is a panel's statistics; a row without ratings is left out.
func (b *builder) measures(list []measured, panel func(measured) rating.Counts) document.Table {
	t := b.figures()
	for _, c := range []struct {
		name  string
		width float64
	}{
		{"n", 4.5},
		{b.say("col-median-ci"), 11},
		{"IPR", 6},
		{"IPRAS", 6.5},
		{"DI", 6},
		{b.say("col-mad"), 6},
		{b.say("col-high-ci"), 13},
		{b.say("col-low-ci"), 12},
		{b.say("col-in-band"), 7},
	} {
		column(&t, c.name, c.width)
	}
	t.Header, t.Widths, t.Align = append(t.Header, "RAND/UCLA"), append(t.Widths, 16), append(t.Align, document.Start)
	for _, m := range list {
		if counts := panel(m); counts.N() > 0 {
			t.Rows = append(t.Rows, b.measuresRow(m, m.summary(counts)))
		}
	}
	return t
}

func (b *builder) measuresRow(m measured, s rating.Summary) []document.Cell {
	i := rating.IntervalsOf(s.Counts, rating.DefaultLevel)
	verdict := b.say("verdict-" + string(s.Verdict))
	if s.Disagrees() {
		verdict += " " + disagrees
	}
	row := b.rowName(m)
	for _, figure := range []string{
		strconv.Itoa(s.N), medianWithin(s.Median, i.Median), decimal(s.IPR), decimal(s.IPRAS), decimal(s.DI), decimal(s.MeanAbsDev),
		shareWithin(s.ShareHigh, i.ShareHigh), shareWithin(s.ShareLow, i.ShareLow), strconv.Itoa(whole(s.PercentAgreement / 100)), verdict,
	} {
		row = append(row, text(figure))
	}
	return row
}

// The marks beside figures.
const (
	disagrees = "◇" // the group disagrees, by either rule
	movedMark = "*" // the intervals of two rounds do not overlap
)

// medianWithin gives the interval only where it reaches its level: under six
// ratings it would be the whole panel.
func medianWithin(median float64, i *rating.Bounds) string {
	if i == nil || i.Coverage < rating.DefaultLevel {
		return number(median)
	}
	return number(median) + " (" + number(i.Low) + "–" + number(i.High) + ")"
}

func shareWithin(share float64, i *rating.Bounds) string {
	return strconv.Itoa(whole(share)) + " (" + strconv.Itoa(whole(i.Low)) + "–" + strconv.Itoa(whole(i.High)) + ")"
}

func whole(share float64) int { return int(math.Round(100 * share)) }

// decimal writes two digits behind the point.
func decimal(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }
