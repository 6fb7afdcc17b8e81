package condition

import (
	"fmt"
	"strings"
	"testing"

	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

func counts(ratings ...int) rating.Counts {
	var c rating.Counts
	for _, r := range ratings {
		c[r-1]++
	}
	return c
}

// Nine officers in each of the moods that a sentence tells apart.
func moods() map[string]rating.Summary {
	panels := map[string][]int{
		"yes":     {5, 6, 7, 7, 8, 8, 8, 9, 9},
		"no":      {1, 1, 2, 2, 2, 3, 3, 4, 5},
		"unsure":  {4, 5, 5, 6, 6, 6, 6, 7, 7},
		"against": {1, 1, 2, 4, 4, 7, 8, 8, 9},
		"divided": {1, 1, 2, 6, 7, 7, 8, 8, 9},
		"spread":  {4, 4, 4, 4, 6, 9, 9, 9, 9},
		"silent":  nil,
	}
	out := map[string]rating.Summary{}
	for name, ratings := range panels {
		out[name] = rating.Summarise(counts(ratings...), 7)
	}
	return out
}

func TestExplain(t *testing.T) {
	tests := []struct{ acceptable, feasible, english, thai string }{
		{
			"yes", "against",
			"Officers find it acceptable (median 8, 7 of 9 rated 7-9) but not feasible (median 4, and they disagree among themselves).",
			"เจ้าหน้าที่เห็นว่ายอมรับได้ (มัธยฐาน 8 ให้ 7-9 จำนวน 7 จาก 9 คน) แต่เห็นว่าเป็นไปไม่ได้ (มัธยฐาน 4 และเห็นต่างกันเองภายในกลุ่ม)",
		},
		{
			"yes", "yes",
			"Officers find it acceptable (median 8, 7 of 9 rated 7-9) and feasible (median 8, 7 of 9 rated 7-9).",
			"เจ้าหน้าที่เห็นว่ายอมรับได้ (มัธยฐาน 8 ให้ 7-9 จำนวน 7 จาก 9 คน) และเห็นว่าเป็นไปได้ (มัธยฐาน 8 ให้ 7-9 จำนวน 7 จาก 9 คน)",
		},
		{
			"no", "no",
			"Officers find it not acceptable (median 2, 7 of 9 rated 1-3) and not feasible (median 2, 7 of 9 rated 1-3).",
			"เจ้าหน้าที่เห็นว่ายอมรับไม่ได้ (มัธยฐาน 2 ให้ 1-3 จำนวน 7 จาก 9 คน) และเห็นว่าเป็นไปไม่ได้ (มัธยฐาน 2 ให้ 1-3 จำนวน 7 จาก 9 คน)",
		},
		{
			"yes", "unsure",
			"Officers find it acceptable (median 8, 7 of 9 rated 7-9) but are not sure that it is feasible (median 6, no disagreement).",
			"เจ้าหน้าที่เห็นว่ายอมรับได้ (มัธยฐาน 8 ให้ 7-9 จำนวน 7 จาก 9 คน) แต่ยังไม่แน่ใจว่าเป็นไปได้หรือไม่ (มัธยฐาน 6 โดยไม่เห็นต่างกันมาก)",
		},
		{
			"divided", "spread",
			"Officers are divided on whether it is acceptable (median 7, 3 of 9 rated 1-3 and 5 rated 7-9) and are divided on whether it is feasible (median 6, and they disagree among themselves).",
			"เจ้าหน้าที่เห็นต่างกันว่ายอมรับได้หรือไม่ (มัธยฐาน 7 ให้ 1-3 จำนวน 3 คน และ 7-9 จำนวน 5 คน จาก 9 คน) และเห็นต่างกันว่าเป็นไปได้หรือไม่ (มัธยฐาน 6 และเห็นต่างกันเองภายในกลุ่ม)",
		},
		{
			"silent", "no",
			"Officers gave no ratings on whether it is acceptable and find it not feasible (median 2, 7 of 9 rated 1-3).",
			"เจ้าหน้าที่ไม่ได้ให้คะแนนว่ายอมรับได้หรือไม่ และเห็นว่าเป็นไปไม่ได้ (มัธยฐาน 2 ให้ 1-3 จำนวน 7 จาก 9 คน)",
		},
		{"silent", "silent", "Officers gave no ratings.", "เจ้าหน้าที่ไม่ได้ให้คะแนน"},
	}
	mood := moods()
	for _, test := range tests {
		t.Run(test.acceptable+" "+test.feasible, func(t *testing.T) {
			if got := explain("en", "Officers", mood[test.feasible], mood[test.acceptable]); got != test.english {
				t.Errorf("got\n%s\nwant\n%s", got, test.english)
			}
			if got := explain("th", "เจ้าหน้าที่", mood[test.feasible], mood[test.acceptable]); got != test.thai {
				t.Errorf("got\n%s\nwant\n%s", got, test.thai)
			}
		})
	}
}

// Every pair of moods makes a whole sentence, and no two make the same.
func TestExplainEveryPair(t *testing.T) {
	for _, lang := range []string{"en", "th"} {
		seen := map[string]string{}
		for a, acceptable := range moods() {
			for f, feasible := range moods() {
				pair := fmt.Sprintf("%s/%s", a, f)
				sentence := explain(lang, "Group", feasible, acceptable)
				if other, twice := seen[sentence]; twice {
					t.Errorf("%s: %s and %s both give %q", lang, pair, other, sentence)
				}
				seen[sentence] = pair
				if !strings.HasPrefix(sentence, "Group") || strings.Contains(sentence, "  ") {
					t.Errorf("%s %s: %q", lang, pair, sentence)
				}
			}
		}
	}
}

func TestExplainShowsNobody(t *testing.T) {
	s := hall()
	for people, want := range map[int]string{
		3: "Officers find it acceptable (median 8, 3 of 3 rated 7-9) and feasible (median 8, 3 of 3 rated 7-9).",
		2: "",
	} {
		ballots := make([]rating.Ballot, people)
		for i := range ballots {
			ballots[i] = rating.Ballot{Group: "officers", Ratings: map[string]int{rating.Feasible: 8, rating.Acceptable: 8}}
		}
		tally, err := rating.NewTally(ballots, []string{rating.Feasible, rating.Acceptable}, "officers")
		if err != nil {
			t.Fatal(err)
		}
		if got := Explain(s, &workshop.Round{Gate: rating.Default()}, &workshop.Result{Tally: tally}, "en"); got != want {
			t.Errorf("%d officers: %q, want %q", people, got, want)
		}
	}
}
