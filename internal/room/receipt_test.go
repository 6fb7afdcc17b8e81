package room

import (
	"slices"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

// Whoever casts a ballot is told codes; when the round is counted, the lists
// hold them with what was cast last. What was written beside a rating is there
// too, and belongs to nobody.
func TestReceiptsAndReasons(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	round, rec := h.openRound(), h.texts[0].rec
	told := map[string]string{}
	for i, person := range slices.Concat(officers[:3], parents[:3]) {
		c := ballot(round, rec, 1+i, 9)
		c.Reason = "Reason of " + person
		_, err := h.try(participant(person), "", c)
		h.must(err)
		receipt, err := h.try(participant(person), "", ballotWithReason(round, rec, 6, 7, "Second thought of "+person))
		h.must(err)
		if len(receipt.Codes) != 2 || receipt.Codes["feasible"] == receipt.Codes["acceptable"] {
			t.Fatalf("the codes are %v", receipt.Codes)
		}
		told[person] = receipt.Codes["feasible"]
		me, err := h.room.Me(t.Context(), participant(person), "en")
		h.must(err)
		if own := me.Ballots[round][rec]; own.Codes["feasible"] != told[person] || own.Reason != "Second thought of "+person {
			t.Errorf("one's own ballot reads %+v", own)
		}
	}
	h.do(chair, &workshop.CloseRound{Round: round})
	h.look(func(s *workshop.State) {
		result := s.Round(round).Results[0]
		for person, code := range told {
			if !slices.Contains(result.Receipts["feasible"], workshop.Receipt{Code: code, Rating: 6}) {
				t.Errorf("the code of %s is not listed with what they cast: %v", person, result.Receipts)
			}
		}
		if len(result.Reasons) != 6 {
			t.Fatalf("%d reasons", len(result.Reasons))
		}
		for _, w := range result.Reasons {
			if p, there := h.room.Passages()[w.Ref]; !there || p.Person != "" {
				t.Errorf("a reason is kept as %+v", p)
			}
		}
	})
}

func ballotWithReason(round, rec string, feasible, acceptable int, reason string) *workshop.CastBallot {
	c := ballot(round, rec, feasible, acceptable)
	c.Reason = reason
	return c
}

// A reason that names somebody can be taken out by the organiser, from the
// views and from the vault.
func TestAReasonIsTakenOut(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	round, rec := h.openRound(), h.texts[0].rec
	for i, person := range officers[:3] {
		h.do(participant(person), ballotWithReason(round, rec, 6, 7, []string{"It costs.", "My neighbour said so.", "Too late."}[i]))
	}
	h.do(chair, &workshop.CloseRound{Round: round})
	reasons := h.rounds().Results[0].Reasons
	if len(reasons) != 3 {
		t.Fatalf("%d reasons are shown", len(reasons))
	}
	gone := reasons[slices.IndexFunc(reasons, func(r view.Reason) bool { return r.Text == "My neighbour said so." })]
	h.do(workshop.Actor{Role: access.Organiser}, &workshop.RedactPassage{Ref: gone.Ref})
	for _, r := range h.rounds().Results[0].Reasons {
		if r == gone {
			t.Error("the reason is still shown")
		}
	}
	passages, err := h.vault.Passages(t.Context(), h.id)
	h.must(err)
	if _, there := passages[gone.Ref]; there || len(h.rounds().Results[0].Reasons) != 2 {
		t.Errorf("the vault still has it: %v", there)
	}
}
