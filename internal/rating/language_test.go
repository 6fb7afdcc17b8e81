package rating

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Nothing that can be made from the published cells by adding and subtracting
// is of one or two people. The atoms are the people whom no cell tells apart:
// whatever is published is a sum of atoms, so it is enough that each has none
// or at least MinCell ratings.
func TestLanguagesGiveNobodyAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ballots := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Ballot {
			return Ballot{
				Group:   rapid.SampledFrom([]string{"officer", "school", "ngo"}).Draw(t, "group"),
				Lang:    rapid.SampledFrom([]string{"th", "en", "my"}).Draw(t, "lang"),
				Ratings: map[string]int{Feasible: rapid.IntRange(0, 9).Draw(t, "rating")},
			}
		}), 0, 40).Draw(t, "ballots")
		tally, err := NewTally(ballots, []string{Feasible}, "officer")
		if err != nil {
			t.Fatal(err)
		}
		c := tally.Criteria[0]
		if len(c.Languages) == 1 {
			t.Fatalf("one language cell only repeats the room: %+v", c.Languages)
		}
		var sum Counts
		for _, lang := range c.Languages {
			sum = sum.Plus(lang.Counts)
			for _, cell := range c.Cells {
				if n := together(ballots, cell.Groups, lang.Groups); n > 0 && n < MinCell {
					t.Fatalf("%v and %v share %d ratings", cell.Groups, lang.Groups, n)
				}
			}
		}
		if len(c.Languages) > 0 && sum != c.Room() {
			t.Fatalf("the languages add up to %v, the room to %v", sum, c.Room())
		}
	})
}

func together(ballots []Ballot, groups, langs []string) int {
	n := 0
	for _, b := range ballots {
		if b.Ratings[Feasible] > 0 && slices.Contains(groups, b.Group) && slices.Contains(langs, b.Lang) {
			n++
		}
	}
	return n
}

func TestLanguages(t *testing.T) {
	people := func(n int, group, lang string) []Ballot {
		return slices.Repeat([]Ballot{{Group: group, Lang: lang, Ratings: map[string]int{Feasible: 7}}}, n)
	}
	for _, test := range []struct {
		name    string
		ballots []Ballot
		want    string
	}{
		{"two languages, large enough everywhere", slices.Concat(people(3, "officer", "th"), people(3, "ngo", "en"), people(4, "ngo", "th")), "[en]:3 [th]:7"},
		{"one English officer would stand out", slices.Concat(people(6, "officer", "th"), people(1, "officer", "en"), people(3, "ngo", "en")), ""},
		{"a small language hides in another", slices.Concat(people(4, "ngo", "th"), people(4, "ngo", "en"), people(1, "ngo", "my"), people(3, "ngo", "km")), "[en]:4 [th]:4 [km my]:4"},
		{"everybody follows in Thai", people(9, "ngo", "th"), ""},
		{"nobody rated", nil, ""},
	} {
		tally, err := NewTally(test.ballots, []string{Feasible}, "officer")
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for i, c := range tally.Criteria[0].Languages {
			if i > 0 {
				got += " "
			}
			got += fmt.Sprintf("%v:%d", c.Groups, c.Counts.N())
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestDontKnowIsNoAbstention(t *testing.T) {
	tally, err := NewTally([]Ballot{
		{Group: "ngo", Ratings: map[string]int{Feasible: 7}, DontKnow: []string{Acceptable}},
		{Group: "ngo", Ratings: map[string]int{Feasible: 7, Acceptable: 8}},
		{Group: "ngo"},
	}, []string{Feasible, Acceptable}, "")
	if err != nil {
		t.Fatal(err)
	}
	f, a := tally.Criteria[0], tally.Criteria[1]
	if f.Abstained != 1 || f.DontKnow != 0 || a.Abstained != 1 || a.DontKnow != 1 {
		t.Errorf("feasible %+v, acceptable %+v", f, a)
	}
}
