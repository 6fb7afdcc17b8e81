// Package access says who may do and see what. Each rule is a sentence above
// the function or the list that carries it out. What no rule allows is
// refused; docs/access.md is generated from here.
package access

import (
	"slices"

	"sala.example/internal/workshop"
)

// The roles. A session has one; a person with two opens two links.
const (
	Organiser   = "organiser"   // made the workshop; answers for it
	Chair       = "chair"       // leads the room; the console is theirs
	Rapporteur  = "rapporteur"  // keeps the text
	Interpreter = "interpreter" // reads ahead, checks the other language
	Desk        = "desk"        // lets people in
	Participant = "participant" // everybody who joined, officers included
	Screen      = "screen"      // the projector
	Owner       = "owner"       // holds the follow-up link of one action
)

// Roles lists every role.
func Roles() []string {
	return []string{Organiser, Chair, Rapporteur, Interpreter, Desk, Participant, Screen, Owner}
}

// StaffRoles lists the roles that a staff link can open.
func StaffRoles() []string {
	return []string{Organiser, Chair, Rapporteur, Interpreter, Desk, Screen}
}

// Rule says who may give a command: a sentence for people, the roles that can
// at most, and what else it hangs on.
type Rule struct {
	Says  string
	Roles []string
	If    condition // nil: nothing else
}

// condition looks at the actor and the command where the role alone does not
// decide.
type condition func(s *workshop.State, a workshop.Actor, c workshop.Command) bool

// May refuses a command that the actor's role does not allow. Unknown roles
// and commands without a rule are refused.
func May(s *workshop.State, a workshop.Actor, c workshop.Command) error {
	rule, ruled := commandRules[c.Name()]
	if !ruled || !slices.Contains(rule.Roles, a.Role) || rule.If != nil && !rule.If(s, a, c) {
		return &workshop.Refusal{Code: "access.denied"}
	}
	return nil
}

// seated is a participant who has joined and was not erased.
func seated(s *workshop.State, a workshop.Actor) bool {
	p, ok := s.Participants[a.ID]
	return a.Role == Participant && ok && !p.Erased
}
