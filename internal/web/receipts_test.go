package web

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"sala.example/internal/workshop"
)

// The list names every criterion that was asked, in the order of the round,
// with no list where nothing could be shown.
func TestReceiptList(t *testing.T) {
	counted := []workshop.Receipt{{Code: "0A0WWAMV", Rating: 7}, {Code: "X5EH7Y3C", Rating: 3}}
	st := &workshop.State{Recommendations: []workshop.Recommendation{{ID: "r_1", Number: 4}}}
	round := &workshop.Round{
		ID: "v_1", Number: 2, Criteria: []string{"feasible", "acceptable"}, Closed: time.Unix(1, 0),
		Results: []workshop.Result{{Recommendation: "r_1", Receipts: map[string][]workshop.Receipt{"feasible": counted}}},
	}
	want := &receiptList{Round: "v_1", Number: 2, Closed: true, Recommendations: []receiptsOfText{{
		ID: "r_1", Number: 4, Criteria: []receiptsOfCriterion{
			{Criterion: "feasible", Receipts: counted}, {Criterion: "acceptable", Receipts: []workshop.Receipt{}},
		},
	}}}
	if diff := cmp.Diff(want, newReceiptList(st, round)); diff != "" {
		t.Error(diff)
	}
	open := newReceiptList(st, &workshop.Round{ID: "v_2", Number: 3})
	if open.Closed || len(open.Recommendations) != 0 {
		t.Errorf("the list of an open round is %+v", open)
	}
}
