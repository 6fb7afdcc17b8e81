package condition

import (
	"testing"

	"sala.example/internal/rating"
)

func TestValueSaysByHowMuch(t *testing.T) {
	for _, test := range []struct {
		c    rating.Condition
		want string
	}{
		{rating.Condition{Code: rating.AcceptingMedian, Value: 6.5, Bound: 7}, "6.5 (−0.5)"},
		{rating.Condition{Code: rating.AcceptingMedian, Value: 8, Bound: 7, Held: true}, "8"},
		{rating.Condition{Code: rating.RoomHigh, Value: 0.5, Bound: 0.7}, "50 % (−20 %)"},
		{rating.Condition{Code: rating.RoomLow, Value: 0.275, Bound: 0.15}, "27.5 % (+12.5 %)"},
		{rating.Condition{Code: rating.RoomLow, Value: 0.15, Bound: 0.15}, "15 %"},
		{rating.Condition{Code: rating.AcceptingDisagreement, Value: 1.344, Bound: 1}, "1.34 (+0.34)"},
		{rating.Condition{Code: rating.AcceptingDisagreement, Value: 0.9, Bound: 1, Classic: true}, "0.9"},
		{rating.Condition{Code: rating.GroupFloor, Value: 3, Bound: 3}, "3"},
		{rating.Condition{Code: rating.GroupFloor, Value: 2, Bound: 3}, "2 (−1)"},
		{rating.Condition{Code: rating.QuorumReached, Value: 2, Bound: 3, Unknown: true}, "–"},
		{rating.Condition{Code: rating.GroupQuorumReached, Value: 3, Bound: 4}, "3 (−1)"},
		{rating.Condition{Code: rating.GroupQuorumReached, Value: 4, Bound: 4, Held: true, AtLeast: true}, "≥ 4"},
		{rating.Condition{Code: rating.Objections, Value: 2}, "2"},
	} {
		if got := Value(test.c); got != test.want {
			t.Errorf("%+v: %s, want %s", test.c, got, test.want)
		}
	}
}
