package chart

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// madeUpOpinions has three groups in the plane and twelve statements.
func madeUpOpinions() OpinionMap {
	random := rand.New(rand.NewPCG(7, 7))
	in := OpinionMap{Title: "แผนที่ความคิดเห็น", Desc: "กลุ่ม A 24 คน กลุ่ม B 15 คน กลุ่ม C 5 คน", OwnWord: "คุณ", Own: &Point{0.6, -0.7}}
	in.Groups = []OpinionGroup{
		{Label: "A", Size: 24, Centre: Point{-1.6, 0.4}, Spread: 0.7},
		{Label: "B", Size: 15, Centre: Point{1.5, 0.9}, Spread: 0.6},
		{Label: "C", Size: 5, Centre: Point{0.7, -1.4}, Spread: 0.35},
	}
	for i := range 12 {
		angle := random.Float64() * 2 * math.Pi
		far := 0.2 + random.Float64()
		in.Statements = append(in.Statements, OpinionStatement{At: Point{far * math.Cos(angle), far * math.Sin(angle)}, Label: strconv.Itoa(i + 1)})
	}
	return in
}

func TestOpinionsGolden(t *testing.T) {
	in := madeUpOpinions()
	in.Width = 360
	golden(t, "opinions.golden", Opinions(in))
}

// A group is one disc, whoever is in it.
func TestOpinionsTellNoPlaces(t *testing.T) {
	in := madeUpOpinions()
	in.Own, in.Statements = nil, nil
	discs := 0
	for _, s := range Opinions(in).Shapes {
		if s.Kind == Circle && s.R > 11 {
			discs++
		}
	}
	if discs != 3 {
		t.Errorf("%d discs for 3 groups", discs)
	}
}

func TestOpinionsOfNobody(t *testing.T) {
	if d := Opinions(OpinionMap{}); d.W != 640 || len(d.Shapes) != 3 {
		t.Errorf("%+v", d)
	}
}

func TestOpinionsStayInside(t *testing.T) {
	place := rapid.Custom(func(t *rapid.T) Point {
		return Point{rapid.Float64Range(-5, 5).Draw(t, "x"), rapid.Float64Range(-5, 5).Draw(t, "y")}
	})
	rapid.Check(t, func(t *rapid.T) {
		in := OpinionMap{Width: float64(rapid.IntRange(320, 1200).Draw(t, "width")), OwnWord: "you"}
		for i := range rapid.IntRange(0, 5).Draw(t, "groups") {
			g := OpinionGroup{Label: string(rune('A' + i)), Size: 3, Centre: place.Draw(t, "centre"), Spread: rapid.Float64Range(0, 2).Draw(t, "spread")}
			in.Groups = append(in.Groups, g)
		}
		for i, at := range rapid.SliceOfN(place, 0, 12).Draw(t, "statements") {
			in.Statements = append(in.Statements, OpinionStatement{At: at, Label: strconv.Itoa(i + 1)})
		}
		if rapid.Bool().Draw(t, "own") {
			own := place.Draw(t, "own place")
			in.Own = &own
		}
		checkInside(t, Opinions(in))
	})
}
