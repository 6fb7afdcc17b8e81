package chart

import (
	"math"
	"slices"
)

// box is what marks must stay inside of.
type box struct{ left, top, right, bottom float64 }

func (b box) holds(at Point, radius float64) bool {
	return at.X-radius > b.left && at.X+radius < b.right && at.Y-radius > b.top && at.Y+radius < b.bottom
}

// fanOut finds a place for each mark of a radius. One that is alone stays where
// it belongs; of several that would touch, each takes the nearest place on
// rings about its own that is free and inside the box. Marks keep clear of what
// stands at avoid as of each other.
func fanOut(homes []Point, radius float64, inside box, avoid ...Point) []Point {
	places := make([]Point, len(homes))
	taken := slices.Clone(avoid)
	for pass := range 2 { // first those that are alone, so that nobody takes their place
		for i, home := range homes {
			if free := alone(homes, i, radius) && !touchesAny(home, avoid, radius); free == (pass == 0) {
				places[i] = home
				if pass == 1 {
					places[i] = freePlace(home, taken, radius, inside)
				}
				taken = append(taken, places[i])
			}
		}
	}
	return places
}

func alone(homes []Point, i int, radius float64) bool {
	for j, other := range homes {
		if i != j && touch(homes[i], other, radius) {
			return false
		}
	}
	return true
}

// freePlace tries six places on the first ring, twelve on the second, and so on.
func freePlace(home Point, taken []Point, radius float64, inside box) Point {
	for ring := 1; ring <= 40; ring++ {
		r := float64(ring) * (2*radius + 3)
		for k := range 6 * ring {
			angle := 2*math.Pi*float64(k)/float64(6*ring) - math.Pi/6
			at := Point{round(home.X + r*math.Cos(angle)), round(home.Y + r*math.Sin(angle))}
			if inside.holds(at, radius) && !touchesAny(at, taken, radius) {
				return at
			}
		}
	}
	return home
}

func touchesAny(at Point, taken []Point, radius float64) bool {
	for _, other := range taken {
		if touch(at, other, radius) {
			return true
		}
	}
	return false
}

func touch(a, b Point, radius float64) bool { return math.Hypot(a.X-b.X, a.Y-b.Y) < 2*radius+2 }
