package chart

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares a drawing, one shape a line, with testdata/name.
func golden(t *testing.T, name string, d Drawing) {
	t.Helper()
	var text strings.Builder
	fmt.Fprintf(&text, "%v x %v %q %q\n", d.W, d.H, d.Title, d.Desc)
	for _, s := range d.Shapes {
		fmt.Fprintf(&text, "%+v\n", s)
	}
	for _, own := range d.Own {
		fmt.Fprintf(&text, "own %s, step %v\n", own.Name, own.Step)
		for _, s := range own.Shapes {
			fmt.Fprintf(&text, "%+v\n", s)
		}
	}
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), text.String()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// thaiRoom is a made-up room: small groups, a large one, a group that
// disagrees, and one that did not rate.
func thaiRoom() Distributions {
	return Distributions{
		Title: "ผลการให้คะแนนข้อเสนอที่ 2", Desc: "เจ้าหน้าที่ มัธยฐาน 6", MedianWord: "มัธยฐาน",
		Criteria: []CriterionRows{
			{Label: "ความเป็นไปได้", Rows: []Row{
				{Label: "เจ้าหน้าที่", Counts: [9]int{0, 0, 0, 1, 2, 4, 2, 1, 0}, Median: 6},
				{Label: "โรงเรียน", Counts: [9]int{3, 0, 0, 0, 1, 0, 0, 2, 3}, Median: 5, Note: "เห็นต่างกัน"},
				{Label: "ผู้ปกครองและชุมชน", Counts: [9]int{1, 0, 2, 3, 5, 9, 14, 8, 2}, Median: 7},
				{Label: "นายจ้าง"},
			}},
			{Label: "การยอมรับได้", Rows: []Row{
				{Label: "เจ้าหน้าที่", Counts: [9]int{0, 0, 0, 0, 0, 1, 2, 12, 5}, Median: 8},
				{Label: "โรงเรียน", Counts: [9]int{0, 0, 0, 0, 1, 2, 3, 2, 1}, Median: 7},
				{Label: "ผู้ปกครองและชุมชน", Counts: [9]int{0, 0, 0, 1, 2, 6, 12, 18, 5}, Median: 7.5},
				{Label: "นายจ้าง", Counts: [9]int{0, 0, 1, 0, 2, 1, 1, 0, 0}, Median: 5},
			}},
		},
	}
}

func TestDistributionGolden(t *testing.T) {
	golden(t, "distribution.golden", Distribution(thaiRoom()))
}

func TestDistributionSideBySideGolden(t *testing.T) {
	in := thaiRoom()
	in.Width, in.Columns = 1180, 2
	golden(t, "distribution-wide.golden", Distribution(in))
}

func TestDistributionOfNothing(t *testing.T) {
	d := Distribution(Distributions{Title: "none"})
	if d.W != 640 || len(d.Shapes) != 0 {
		t.Errorf("%+v", d)
	}
}

func TestDistributionOnAPhoneGolden(t *testing.T) {
	in := thaiRoom()
	in.Width, in.OwnWord = 360, "คุณ"
	in.Criteria[0].Own, in.Criteria[1].Own = "feasible", "acceptable"
	golden(t, "distribution-phone.golden", Distribution(in))
}

// The reader's own rating is not in the drawing: only a mark that their phone
// can move onto it. A picture without rows has none.
func TestOwnMark(t *testing.T) {
	in := oneRow([9]int{6: 3})
	without := Distribution(in)
	in.Criteria[0].Own, in.OwnWord = "feasible", "you"
	in.Criteria = append(in.Criteria, CriterionRows{Label: "Acceptable", Own: "acceptable"})
	d := Distribution(in)
	if len(d.Own) != 1 || d.Own[0].Name != "feasible" || hasText(d, "you") {
		t.Fatalf("marks %+v", d.Own)
	}
	for _, s := range d.Own[0].Shapes {
		if s.Kind != Label {
			continue
		}
		if got := s.X + 6*d.Own[0].Step; math.Abs(got-labelAt(without, "7")) > 0.5 || s.Text != "1" {
			t.Errorf("%q moved onto 7 stands at %v, the axis at %v", s.Text, got, labelAt(without, "7"))
		}
		break // the first label is the rating
	}
}

func labelAt(d Drawing, text string) float64 {
	for _, s := range d.Shapes {
		if s.Kind == Label && s.Text == text && s.Size == 15 {
			return s.X
		}
	}
	return -1
}

// One dot a person up to twelve; bars with the number above that.
func TestDotsAndBars(t *testing.T) {
	small := Distribution(oneRow([9]int{0, 0, 0, 0, 0, 0, 12, 0, 0}))
	if n := count(small, Circle); n != 12 {
		t.Errorf("%d dots for 12 people", n)
	}
	large := Distribution(oneRow([9]int{0, 0, 0, 0, 0, 0, 12, 1, 0}))
	if n := count(large, Circle); n != 0 {
		t.Errorf("%d dots for 13 people", n)
	}
	if !hasText(large, "12") || !hasText(large, "n = 13") {
		t.Error("bars without their numbers")
	}
}

func TestDisagreementIsSaidAndShown(t *testing.T) {
	in := oneRow([9]int{3, 0, 0, 0, 0, 0, 0, 0, 3})
	without := count(Distribution(in), Polygon)
	in.Criteria[0].Rows[0].Note = "disagreement"
	with := Distribution(in)
	if !hasText(with, "disagreement") || count(with, Polygon) != without+1 {
		t.Error("want the word and a diamond")
	}
}

func oneRow(counts [9]int) Distributions {
	return Distributions{Criteria: []CriterionRows{{Label: "Feasible", Rows: []Row{{Label: "Officers", Counts: counts, Median: 7}}}}}
}

func count(d Drawing, kind Kind) int {
	n := 0
	for _, s := range d.Shapes {
		if s.Kind == kind {
			n++
		}
	}
	return n
}

func hasText(d Drawing, text string) bool {
	for _, s := range d.Shapes {
		if s.Kind == Label && s.Text == text {
			return true
		}
	}
	return false
}

// Whatever the numbers, every mark lies inside the picture and no two dots
// cover each other.
func TestDistributionStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := Distributions{Width: float64(rapid.IntRange(320, 1200).Draw(t, "width")), Columns: rapid.IntRange(0, 2).Draw(t, "columns")}
		if in.Width < 600 {
			in.Columns = 1
		}
		for range rapid.IntRange(1, 3).Draw(t, "criteria") {
			in.Criteria = append(in.Criteria, CriterionRows{Label: "Feasible", Rows: drawRows(t), Own: rapid.SampledFrom([]string{"", "feasible"}).Draw(t, "own")})
		}
		d := Distribution(in)
		checkInside(t, d)
		checkDotsApart(t, d)
	})
}

func drawRows(t *rapid.T) []Row {
	label := rapid.SampledFrom([]string{"Officers", "เจ้าหน้าที่", "Parents, community members and their children"})
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Row {
		r := Row{Label: label.Draw(t, "label"), Median: float64(rapid.IntRange(2, 18).Draw(t, "median")) / 2}
		for i := range r.Counts {
			r.Counts[i] = rapid.IntRange(0, 12).Draw(t, "count")
		}
		return r
	}), 0, 4).Draw(t, "rows")
}

func checkInside(t *rapid.T, d Drawing) {
	checkShapes(t, d, d.Shapes)
	for _, own := range d.Own {
		for _, rating := range []float64{1, 9} {
			checkShapes(t, d, moved(own.Shapes, (rating-1)*own.Step))
		}
	}
}

// moved is a mark as a phone moves it, to the right.
func moved(shapes []Shape, by float64) []Shape {
	var there []Shape
	for _, s := range shapes {
		s.X += by
		there = append(there, s)
	}
	return there
}

func checkShapes(t *rapid.T, d Drawing, shapes []Shape) {
	in := func(x, y float64) bool { return x >= -0.5 && x <= d.W+0.5 && y >= -0.1 && y <= d.H+0.1 }
	for _, s := range shapes {
		ok := true
		switch s.Kind {
		case Rect:
			ok = in(s.X, s.Y) && in(s.X+s.W, s.Y+s.H)
		case Circle:
			ok = in(s.X-s.R, s.Y-s.R) && in(s.X+s.R, s.Y+s.R)
		case Line:
			ok = in(s.X, s.Y) && in(s.X2, s.Y2)
		case Polygon:
			for _, p := range s.Points {
				ok = ok && in(p.X, p.Y)
			}
		case Label:
			ok = in(s.X, s.Y)
		}
		if !ok {
			t.Fatalf("outside %v x %v: %+v", d.W, d.H, s)
		}
	}
}

func checkDotsApart(t *rapid.T, d Drawing) {
	var dots []Shape
	for _, s := range d.Shapes {
		if s.Kind != Circle {
			continue
		}
		for _, other := range dots {
			if math.Hypot(s.X-other.X, s.Y-other.Y) < s.R+other.R {
				t.Fatalf("dots at %v,%v and %v,%v cover each other", s.X, s.Y, other.X, other.Y)
			}
		}
		dots = append(dots, s)
	}
}
