package report

import (
	"fmt"
	"slices"
	"testing"

	"sala.example/internal/rating"
)

// However many criteria were rated, the picture uses the projector's space: it
// is never smaller there than elsewhere, and it touches two sides of its box
// without leaving half of it empty.
func TestProjectorPictureFillsItsBox(t *testing.T) {
	d := finished(t)
	s, shown := d.s, resultsOf(d.s, d.rec(1).ID)[0]
	round, result := shown.round, *shown.result
	rated := result.Tally.Criteria
	for n := 2; n <= 7; n++ {
		result.Tally.Criteria = nil
		for i := range n {
			c := rated[i%len(rated)]
			c.Criterion = fmt.Sprint("criterion-", i)
			result.Tally.Criteria = append(result.Tally.Criteria, c)
		}
		d := ProjectorPicture(s, round, &result, "th")
		if old := Picture(s, round, &result, "th"); projected(d) < projected(old) {
			t.Errorf("%d criteria: %v × %v is smaller than %v × %v", n, d.W, d.H, old.W, old.H)
		}
		scale := projected(d)
		if used := d.W * d.H * scale * scale / projectorShape; used < 0.6 {
			t.Errorf("%d criteria: %v × %v uses %.0f %% of the box", n, d.W, d.H, 100*used)
		}
	}
	for i := range result.Tally.Criteria { // twice as many role groups: six panels are a texture
		c := &result.Tally.Criteria[i]
		c.Criterion = []string{rating.Feasible, rating.Acceptable, "a", "b", "c", "d", "e"}[i]
		c.Cells = append(slices.Clone(c.Cells), c.Cells...)
	}
	two := result
	two.Tally.Criteria = result.Tally.Criteria[:2]
	if d, want := ProjectorPicture(s, round, &result, "th"), ProjectorPicture(s, round, &two, "th"); d.W != want.W || d.H != want.H {
		t.Errorf("with many role groups the picture is %v × %v, not the two deciding criteria's %v × %v", d.W, d.H, want.W, want.H)
	}
	result.Tally.Criteria = nil
	if d := ProjectorPicture(s, round, &result, "en"); d.W == 0 {
		t.Error("no picture of a result without criteria")
	}
}
