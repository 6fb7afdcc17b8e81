package workshop

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestGoalsThatCannotBe(t *testing.T) {
	for _, g := range []Goal{
		{},
		{Agreed: -1},
		{Agreed: 1000},
		{Of: 12},
		{Agreed: 9, Of: 8},
		{Agreed: 1, Of: -2},
		{Agreed: 8, Share: "2/3"},
		{Of: 12, Share: "2/3"},
		{Share: "3/2"},
		{Share: "0/2"},
		{Share: "2/0"},
		{Share: ">1/1"},
		{Share: "half"},
		{Share: "1/2/3"},
		{Share: "-1/2"},
		{Share: "1/1000"},
	} {
		r, c := emptyRoom(t), sampleCreate()
		c.Settings.Goal = &g
		r.refused(organiser, c, "workshop.goal")
	}
}

func TestNeeded(t *testing.T) {
	for _, c := range []struct {
		goal        Goal
		total, want int
	}{
		{Goal{Agreed: 8, Of: 12}, 12, 8},
		{Goal{Agreed: 8, Of: 12}, 10, 8},
		{Goal{Agreed: 5}, 0, 5},
		{Goal{Share: "1/1"}, 12, 12},
		{Goal{Share: "2/3"}, 12, 8},
		{Goal{Share: "2/3"}, 10, 7},
		{Goal{Share: "4/5"}, 12, 10},
		{Goal{Share: "1/2"}, 11, 6},
		{Goal{Share: ">1/2"}, 11, 6},
		{Goal{Share: ">1/2"}, 12, 7},
		{Goal{Share: "1/2"}, 0, 1},
	} {
		if got := c.goal.Needed(c.total); got != c.want {
			t.Errorf("%+v of %d: %d needed, want %d", c.goal, c.total, got, c.want)
		}
	}
}

// What a share needs is the smallest number that reaches it.
func TestNeededIsTheSmallestNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		den := rapid.IntRange(2, 100).Draw(t, "den")
		num := rapid.IntRange(1, den-1).Draw(t, "num")
		total := rapid.IntRange(1, 200).Draw(t, "total")
		over := rapid.Bool().Draw(t, "over")
		g := Goal{Share: map[bool]string{true: ">"}[over] + strconv.Itoa(num) + "/" + strconv.Itoa(den)}
		if err := g.check(); err != nil {
			t.Fatal(err)
		}
		reaches := func(n int) bool { return n*den > total*num || !over && n*den == total*num }
		if n := g.Needed(total); n < 1 || n > total || !reaches(n) || n > 1 && reaches(n-1) {
			t.Fatalf("%s of %d: %d needed", g.Share, total, n)
		}
	})
}

// A goal is counted in decisions that stand: dissent of the room counts, what
// was reopened or sent back does not.
func TestProgress(t *testing.T) {
	r, c := emptyRoom(t), sampleCreate()
	c.Settings.Goal = &Goal{Share: "1/1"}
	r.do(organiser, c)
	want := func(agreed int, reached bool) {
		t.Helper()
		p, ok := r.s.Progress()
		if !ok || p.Agreed != agreed || p.Needed != 2 || p.Of != 2 || p.Reached() != reached {
			t.Errorf("%+v, %v", p, ok)
		}
	}
	want(0, false)
	officers := r.seat("officers", 3)
	r.rate("r1", 8, officers...)
	want(0, false)
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: Agreed})
	want(1, false)
	r.do(officers[0], &RaiseObjection{Recommendation: "r2", Reason: Say("Nobody pays.")})
	r.rate("r2", 8, officers...)
	r.do(chair, &RecordDecision{Recommendation: "r2", Outcome: AgreedWithDissent, Sentence: Say("One says nobody pays.")})
	want(2, true)
	r.do(chair, &ReopenDecision{Recommendation: "r1", Reason: Say("A word was missing.")})
	want(1, false)
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: Revise})
	want(1, false)
}

func TestNoGoalNoProgress(t *testing.T) {
	r := newRoom(t)
	if p, ok := r.s.Progress(); ok {
		t.Errorf("%+v", p)
	}
}

func TestFactsHaveBounds(t *testing.T) {
	for _, change := range []func(*Settings){
		func(s *Settings) {
			s.Background = Text{"en": longPassage + longPassage + longPassage + longPassage + longPassage}
		},
		func(s *Settings) { s.Organisers = []Text{{"en": longLine}} },
		func(s *Settings) { s.Partners = []Text{{"en": longLine}} },
		func(s *Settings) { s.Partners = []Text{{"en": "A foundation", "th": longLine}} }, // not the floor's language
	} {
		r, c := emptyRoom(t), sampleCreate()
		change(&c.Settings)
		r.refused(organiser, c, "text.too-long")
	}
	r, c := emptyRoom(t), sampleCreate()
	c.Settings.Background = Text{"en": "Why.", "no language": "Why."}
	r.refused(organiser, c, "language.unknown")
}
