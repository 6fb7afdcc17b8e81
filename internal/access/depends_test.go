package access

import (
	"testing"

	"sala.example/internal/workshop"
)

// dependsCase is one side of a "depends" in testdata/matrix.txt.
type dependsCase struct {
	why     string
	role    string
	id      workshop.ID
	command workshop.Command
	allowed bool
}

func dependsCases() []dependsCase {
	row := func(action, group workshop.ID) *workshop.PutAction {
		return &workshop.PutAction{Action: action, Group: group}
	}
	return []dependsCase{
		{"joins as oneself", Participant, "new", &workshop.Join{Participant: "new"}, true},
		{"joins again", Participant, "a1", &workshop.Join{Participant: "a1"}, true},
		{"joins as somebody else", Participant, "a1", &workshop.Join{Participant: "a2"}, false},
		{"passes for checked in", Participant, "a1", &workshop.Join{Participant: "a1", Desk: true}, false},
		{"comes back after erasure", Participant, "gone", &workshop.Join{Participant: "gone"}, false},

		{"erases oneself", Participant, "a1", &workshop.EraseParticipant{Participant: "a1"}, true},
		{"erases another", Participant, "a1", &workshop.EraseParticipant{Participant: "a2"}, false},
		{"erases nobody", Participant, "a1", &workshop.EraseParticipant{}, false},

		{"own board", Participant, "a1", &workshop.AddCard{Group: "b1"}, true},
		{"another's board", Participant, "a1", &workshop.AddCard{Group: "b2"}, false},
		{"no board", Participant, "alone", &workshop.AddCard{}, false},
		{"card on own board", Participant, "a2", &workshop.MoveCard{Card: "c1"}, true},
		{"card on another's board", Participant, "a2", &workshop.MoveCard{Card: "c2"}, false},
		{"no such card", Participant, "alone", &workshop.MoveCard{Card: "c9"}, false},
		{"removes from own board", Participant, "a1", &workshop.RemoveCard{Card: "c1"}, true},
		{"removes from another's", Participant, "a1", &workshop.RemoveCard{Card: "c2"}, false},
		{"removes what is not there", Participant, "alone", &workshop.RemoveCard{}, false},

		{"new row of own group", Participant, "a1", row("", "b1"), true},
		{"own group's row", Participant, "a1", row("n1", "b1"), true},
		{"new row of another group", Participant, "a1", row("", "b2"), false},
		{"new row without a group", Participant, "a1", row("", ""), false},
		{"takes another group's row over", Participant, "a1", row("n2", "b1"), false},
		{"takes a row of the staff over", Participant, "a1", row("n0", "b1"), false},
		{"gives own group's row away", Participant, "a1", row("n1", "b2"), false},
		{"in no group", Participant, "alone", row("", ""), false},
		{"removes own group's row", Participant, "a2", &workshop.RemoveAction{Action: "n1"}, true},
		{"removes another group's row", Participant, "a2", &workshop.RemoveAction{Action: "n2"}, false},
		{"removes a row of the staff", Participant, "a2", &workshop.RemoveAction{Action: "n0"}, false},
		{"removes no row", Participant, "alone", &workshop.RemoveAction{Action: "n9"}, false},

		{"withdraws (workshop knows the author)", Participant, "a1", &workshop.SettleObjection{Objection: "o1", As: workshop.ObjectionWithdrawn}, true},
		{"settles as integrated", Participant, "a1", &workshop.SettleObjection{Objection: "o1", As: workshop.ObjectionIntegrated}, false},
		{"settles as dissent", Participant, "a1", &workshop.SettleObjection{Objection: "o1", As: workshop.ObjectionDissent}, false},

		{"of the accepting party", Participant, "a1", &workshop.GiveStance{}, true},
		{"of another role group", Participant, "a2", &workshop.GiveStance{}, false},
		{"erased officer", Participant, "gone", &workshop.GiveStance{}, false},

		{"reports on the action of the link", Owner, "f_n1", &workshop.ReportAction{Action: "n1"}, true},
		{"reports on another action", Owner, "f_n1", &workshop.ReportAction{Action: "n2"}, false},
		{"reports without a link", Owner, "", &workshop.ReportAction{Action: "n1"}, false},
	}
}

func TestDepends(t *testing.T) {
	want := readTable(t, "testdata/matrix.txt")
	for _, c := range dependsCases() {
		t.Run(c.command.Name()+" "+c.why, func(t *testing.T) {
			if cell := want[c.command.Name()][c.role]; cell != "depends" {
				t.Fatalf("testdata/matrix.txt says %q", cell)
			}
			if got := may(workshop.Actor{ID: c.id, Role: c.role}, c.command); got != c.allowed {
				t.Errorf("allowed %v, want %v", got, c.allowed)
			}
		})
	}
}

func hasDependsCases(name, role string) bool {
	sides := map[bool]bool{}
	for _, c := range dependsCases() {
		if c.command.Name() == name && c.role == role {
			sides[c.allowed] = true
		}
	}
	return sides[true] && sides[false]
}

// Withdrawing another's words is stopped by workshop, which knows authors by
// mask: access lets the attempt through and the decision refuses it.
func TestWithdrawalByANonAuthor(t *testing.T) {
	s := sample()
	s.Objections[0].Author = "mask of a2"
	s.Amendments = []workshop.Amendment{{ID: "m1", Status: workshop.Proposed, Author: "mask of a2"}}
	for id, allowed := range map[workshop.ID]bool{"a1": false, "a2": true} {
		a := workshop.Actor{ID: id, Role: Participant}
		env := workshop.Env{Actor: a, Mask: func(workshop.ID) string { return "mask of " + id }}
		for _, c := range []workshop.Command{
			&workshop.WithdrawAmendment{Amendment: "m1"},
			&workshop.SettleObjection{Objection: "o1", As: workshop.ObjectionWithdrawn},
		} {
			err := May(s, a, c)
			if err == nil {
				_, err = workshop.Decide(s, c, env)
			}
			if (err == nil) != allowed {
				t.Errorf("%s by %s: %v", c.Name(), id, err)
			}
		}
	}
}
