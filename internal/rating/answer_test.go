package rating_test

import (
	"testing"

	"sala.example/internal/rating"
)

func TestAnswer(t *testing.T) {
	for _, test := range []struct {
		want    rating.Answer
		ratings []int
	}{
		{rating.For, []int{5, 6, 7, 7, 8, 8, 8, 9, 9}},
		{rating.Against, []int{1, 1, 2, 2, 2, 3, 3, 4, 5}},
		{rating.Against, []int{1, 1, 2, 4, 4, 7, 8, 8, 9}}, // a median of 4, and they disagree
		{rating.Unsure, []int{4, 5, 5, 6, 6, 6, 6, 7, 7}},
		{rating.Divided, []int{1, 1, 2, 6, 7, 7, 8, 8, 9}},
		{rating.Divided, []int{4, 4, 4, 4, 6, 9, 9, 9, 9}}, // by the disagreement index alone
		{rating.Silent, nil},
	} {
		if got := rating.Summarise(counts(t, test.ratings...), 7).Answer(); got != test.want {
			t.Errorf("%v: %s, want %s", test.ratings, got, test.want)
		}
	}
}
