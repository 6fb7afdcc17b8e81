package chart

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func madeUpMedians() Medians {
	at := func(label string, x, y float64, held bool) MedianPoint {
		return MedianPoint{Label: label, X: x, Y: y, Held: held}
	}
	return Medians{
		Title: "ข้อเสนอทั้งหมด", Desc: "ข้อเสนอที่ 1, 4 และ 9 ผ่านเกณฑ์",
		XLabel: "เป็นไปได้", YLabel: "ยอมรับได้", CornerLabel: "มัธยฐาน 7 ขึ้นไปทั้งสองด้าน", Bound: 7,
		Points: []MedianPoint{
			at("1", 8, 8, true), at("2", 6, 5, false), at("3", 4, 8, false), at("4", 8, 8, true),
			at("5", 8, 8, false), at("6", 7, 6.5, false), at("7", 3, 2.5, false), at("8", 7.5, 7, false),
			at("9", 8, 8, true), at("10", 9, 9, true), at("11", 9, 9, true), at("12", 1, 9, false),
		},
	}
}

func TestPlaneGolden(t *testing.T) {
	golden(t, "plane.golden", Plane(madeUpMedians()))
}

// bothRounds lets the made-up recommendations move; 4 and 12 did not.
func bothRounds() Medians {
	in := madeUpMedians()
	for i, from := range []Point{{6, 7}, {4, 5}, {4, 6}, {8, 8}, {7, 5}, {5, 7}, {5, 2}, {7, 6}, {6, 6}, {7, 8}, {8, 7}, {1, 9}} {
		in.Points[i].From = &from
	}
	return in
}

func TestPlaneOfTwoRoundsGolden(t *testing.T) {
	in := bothRounds()
	in.Width = 360
	golden(t, "plane-rounds.golden", Plane(in))
}

func TestPlaneWithoutPoints(t *testing.T) {
	if d := Plane(Medians{Bound: 7}); count(d, Circle) != 0 || d.H <= 0 {
		t.Errorf("%+v", d)
	}
}

func TestLonePointStaysWhereItBelongs(t *testing.T) {
	p := newPlane(Medians{Points: []MedianPoint{{Label: "1", X: 6, Y: 5.5}}}, 640)
	if got := fanOut(p.homes(), p.radius, p.inside())[0]; got != p.at(6, 5.5) {
		t.Errorf("at %v, belongs to %v", got, p.at(6, 5.5))
	}
}

// Thirty recommendations with any medians: all inside, none covered.
func TestPlaneFansOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := Medians{Bound: 7}
		half := rapid.IntRange(2, 18)
		for i := range rapid.IntRange(0, 30).Draw(t, "points") {
			in.Points = append(in.Points, MedianPoint{
				Label: strconv.Itoa(i + 1), X: float64(half.Draw(t, "x")) / 2, Y: float64(half.Draw(t, "y")) / 2,
				From: &Point{float64(half.Draw(t, "from x")) / 2, float64(half.Draw(t, "from y")) / 2},
			})
		}
		checkInside(t, Plane(in))
		p := newPlane(in, 640)
		places := fanOut(p.homes(), p.radius, p.inside())
		for i, a := range places {
			for _, b := range places[:i] {
				if math.Hypot(a.X-b.X, a.Y-b.Y) < 2*p.radius {
					t.Fatalf("points at %v and %v cover each other", a, b)
				}
			}
		}
	})
}
