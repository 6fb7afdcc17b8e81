package report

import (
	"slices"

	"sala.example/internal/chart"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// The part of the projector's page that a result's picture stands on is as
// wide as this for each unit of its height.
const projectorShape = 1.14

// Bounds of a picture's layout on the projector.
const (
	leastPanel  = 300 // wide, so that nine ratings stand apart
	mostColumns = 4
	widthStep   = 50
)

// leastProjected is the size, as projected tells it, under which a picture is a
// texture: letters of 12 units come to 9 px on a box 840 px high.
const leastProjected = 9.0 / 12 / 840

// ProjectorPicture is Picture for the projector: of the possible widths and
// numbers of columns, those with which it is drawn largest, for it is read
// from the back of the room. Where all criteria together come out too small, it
// draws the two that the gate goes by; the page tells the medians of the others.
func ProjectorPicture(s *workshop.State, round *workshop.Round, result *workshop.Result, lang string) chart.Drawing {
	all := largestPicture(s, round, result, lang)
	if projected(all) >= leastProjected || len(result.Tally.Criteria) <= 2 {
		return all
	}
	deciding := *result
	deciding.Tally.Criteria = slices.DeleteFunc(slices.Clone(result.Tally.Criteria), func(c rating.CriterionTally) bool {
		return c.Criterion != rating.Feasible && c.Criterion != rating.Acceptable
	})
	if len(deciding.Tally.Criteria) == 0 {
		return all
	}
	return largestPicture(s, round, &deciding, lang)
}

func largestPicture(s *workshop.State, round *workshop.Round, result *workshop.Result, lang string) chart.Drawing {
	var best chart.Drawing
	for columns := 1; columns <= min(mostColumns, max(1, len(result.Tally.Criteria))); columns++ {
		for width := leastPanel * columns; width <= wide+leastPanel; width += widthStep {
			d := picture(s, round, result, lang, frame{width: float64(width), columns: columns})
			if best.W == 0 || projected(d) > projected(best) {
				best = d
			}
		}
	}
	return best
}

// projected is how large a drawing's letters are on the projector, where one of
// width projectorShape and height 1 has 1.
func projected(d chart.Drawing) float64 {
	return min(projectorShape/d.W, 1/max(d.H, 1))
}
