package access

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"sala.example/internal/workshop"
)

// table is a hand-written matrix: row -> role -> cell.
type table map[string]map[string]string

// readTable reads a file of testdata: comments, a heading with the roles, rows.
func readTable(t *testing.T, name string) table {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var roles []string
	rows := table{}
	for line := range strings.Lines(string(data)) {
		cells := strings.Fields(line)
		switch {
		case len(cells) == 0 || cells[0] == "#":
		case roles == nil:
			roles = cells[1:]
		case len(cells) != len(roles)+1 || rows[cells[0]] != nil:
			t.Fatalf("%s: %q is too short, too long or there twice", name, line)
		default:
			rows[cells[0]] = map[string]string{}
			for i, role := range roles {
				rows[cells[0]][role] = cells[i+1]
			}
		}
	}
	if !slices.Equal(roles, Roles()) {
		t.Fatalf("%s has the roles %v, the code %v", name, roles, Roles())
	}
	return rows
}

// sample is a workshop in which a1 (an officer) and a2 (a parent) sit in group
// b1, b2 has nobody, and gone was erased.
func sample() *workshop.State {
	s := workshop.New()
	s.ID = "w1"
	s.Settings.AcceptingParty = "officers"
	for _, p := range []workshop.Participant{
		{ID: "a1", RoleGroup: "officers", Group: "b1"},
		{ID: "a2", RoleGroup: "parents", Group: "b1"},
		{ID: "alone", RoleGroup: "parents"},
		{ID: "gone", RoleGroup: "officers", Group: "b1", Erased: true},
	} {
		s.Participants[p.ID] = p
	}
	s.Groups = []workshop.Group{{ID: "b1", Cards: []workshop.Card{{ID: "c1"}}}, {ID: "b2", Cards: []workshop.Card{{ID: "c2"}}}}
	s.Actions = []workshop.Action{{ID: "n0"}, {ID: "n1", Group: "b1"}, {ID: "n2", Group: "b2"}}
	s.Objections = []workshop.Objection{{ID: "o1", Status: workshop.ObjectionOpen}}
	return s
}

func actor(role string) workshop.Actor {
	if role == Participant {
		return workshop.Actor{ID: "a1", Role: role}
	}
	return workshop.Actor{Role: role}
}

func may(a workshop.Actor, c workshop.Command) bool { return May(sample(), a, c) == nil }

// blank is a command with nothing filled in.
func blank(t *testing.T, name string) workshop.Command {
	t.Helper()
	c, err := workshop.DecodeCommand(name, []byte(`{}`))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestMatrix(t *testing.T) {
	want := readTable(t, "testdata/matrix.txt")
	for _, name := range workshop.CommandNames() {
		row, ruled := want[name]
		if !ruled {
			t.Errorf("%s is not in testdata/matrix.txt: write down who may give it", name)
			continue
		}
		for _, role := range Roles() {
			if cell := row[role]; cell == "yes" || cell == "-" {
				if got := may(actor(role), blank(t, name)); got != (cell == "yes") {
					t.Errorf("%s by %s: allowed %v, want %s", name, role, got, cell)
				}
			} else if !hasDependsCases(name, role) {
				t.Errorf("%s by %s is %q and TestDepends does not show both sides", name, role, cell)
			}
		}
	}
	for name := range want {
		if !slices.Contains(workshop.CommandNames(), name) {
			t.Errorf("testdata/matrix.txt rules on %s, which is no command", name)
		}
	}
}

// No rule without a command, no command without a rule.
func TestEveryCommandHasARule(t *testing.T) {
	for _, name := range workshop.CommandNames() {
		if _, ruled := commandRules[name]; !ruled {
			t.Errorf("%s has no rule", name)
		}
	}
	for name := range commandRules {
		if !slices.Contains(workshop.CommandNames(), name) {
			t.Errorf("there is a rule for %s, which is no command", name)
		}
	}
}

// newCommand is a command that somebody added without a rule.
type newCommand struct{ workshop.CloseWorkshop }

func (*newCommand) Name() string { return "workshop.sell" }

func TestFailsClosed(t *testing.T) {
	for _, role := range Roles() {
		if may(actor(role), &newCommand{}) {
			t.Errorf("%s may give a command that has no rule", role)
		}
	}
	for _, role := range []string{"", "nobody", "Organiser", "organiser ", "admin"} {
		for _, name := range workshop.CommandNames() {
			if may(workshop.Actor{ID: "a1", Role: role}, blank(t, name)) {
				t.Errorf("role %q may give %s", role, name)
			}
		}
		if c := ClassOf(role); c != "" {
			t.Errorf("role %q is of class %s", role, c)
		}
	}
	var refusal *workshop.Refusal
	if err := May(sample(), workshop.Actor{}, &workshop.CloseWorkshop{}); !errors.As(err, &refusal) || refusal.Code != "access.denied" {
		t.Errorf("got %v", err)
	}
}

// People who never joined, or were erased, may nothing but join as themselves.
func TestOnlyTheSeated(t *testing.T) {
	for _, id := range []workshop.ID{"", "stranger", "gone"} {
		for _, name := range workshop.CommandNames() {
			a := workshop.Actor{ID: id, Role: Participant}
			if name != "participant.join" && may(a, blank(t, name)) {
				t.Errorf("%q may give %s", id, name)
			}
		}
	}
}

// A participant's id does not help a role that is not in the room.
func TestTheRoleCountsNotTheID(t *testing.T) {
	for _, role := range []string{Interpreter, Desk, Screen, Owner} {
		for _, c := range []workshop.Command{
			&workshop.AskQuestion{}, &workshop.CastBallot{}, &workshop.GiveStance{}, &workshop.AddCard{Group: "b1"},
			&workshop.EraseParticipant{Participant: "a1"}, &workshop.RemoveAction{Action: "n1"},
		} {
			if may(workshop.Actor{ID: "a1", Role: role}, c) {
				t.Errorf("%s with a participant's id may give %s", role, c.Name())
			}
		}
	}
}
