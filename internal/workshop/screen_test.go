package workshop

import "testing"

func TestShow(t *testing.T) {
	r := newRoom(t)
	r.nothing(chair, &Show{Mode: ScreenNow})
	r.rate("r1", 8, r.seat("officers", 3)...)
	for _, c := range []Show{
		{Mode: ScreenRecommendation, Ref: "r2"},
		{Mode: ScreenResult, Ref: "r1"},
		{Mode: ScreenQuestions},
		{Mode: ScreenGroup, Ref: "b2"},
		{Mode: ScreenIntro},
		{Mode: ScreenNow},
	} {
		r.do(chair, &c)
		if want := Screen(c); r.s.Screen != want {
			t.Errorf("shows %v, want %v", r.s.Screen, want)
		}
		r.nothing(chair, &c)
	}
}

func TestNothingToShow(t *testing.T) {
	r := newRoom(t)
	r.seat("officers", 3)
	r.open("r1")
	for _, c := range []Show{
		{},
		{Mode: "film"},
		{Mode: ScreenRecommendation},
		{Mode: ScreenRecommendation, Ref: "b1"},
		{Mode: ScreenGroup, Ref: "r1"},
		{Mode: ScreenResult, Ref: "r9"},
		{Mode: ScreenResult, Ref: "r1"}, // its round is still open
		{Mode: ScreenResult, Ref: "r2"}, // never rated
	} {
		r.refused(chair, &c, "screen.nothing-to-show")
	}
}
