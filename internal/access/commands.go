package access

import (
	"sala.example/internal/workshop"
)

// Groups of roles that share rules.
var (
	leaders = []string{Organiser, Chair} // those who run the room
	writers = []string{Organiser, Chair, Rapporteur}
	typists = []string{Organiser, Chair, Rapporteur, Interpreter}
	room    = []string{Participant} // everybody in the room, officers included
)

// commandRules has one rule for each command. docs/access.md is made from it.
var commandRules = map[string]Rule{
	"workshop.create": {"An organiser creates a workshop.", []string{Organiser}, nil},
	"workshop.close":  {"Whoever leads the room closes it.", leaders, nil},

	"session.start":    {"The programme's clock is in the hands of those who lead.", leaders, nil},
	"session.finish":   {"The programme's clock is in the hands of those who lead.", leaders, nil},
	"programme.replan": {"Those who lead move what is still to come.", leaders, nil},

	"participant.join":      {"People let themselves in, as themselves; the desk and the organiser let in anybody.", []string{Organiser, Desk, Participant}, joins},
	"participant.checkin":   {"The desk notes who is here.", []string{Organiser, Desk}, nil},
	"participant.introduce": {"An introduction card is one's own.", room, isSeated},
	"participant.erase":     {"Everybody may have themselves erased; an organiser does it for those who ask.", []string{Organiser, Participant}, erases},
	"passage.redact":        {"Taking a passage out for good is the organiser's to answer for.", []string{Organiser}, nil},

	"question.ask":     {"Everybody in the room asks.", room, isSeated},
	"question.support": {"Everybody in the room supports.", room, isSeated},
	"question.answer":  {"Those who lead answer, and the rapporteur notes the answer.", writers, nil},
	"question.carry":   {"Those who lead say that there is no time.", leaders, nil},

	"caption.say":     {"Captions are typed by interpreters, and by staff who help.", typists, nil},
	"caption.correct": {"Whoever types captions puts the last one right.", typists, nil},
	"caption.remove":  {"Whoever types captions, or leads the room, takes one out for good.", typists, nil},

	"recommendation.add": {"Drafts are brought in by those who write.", writers, nil},
	"wording.edit":       {"The rapporteur writes the text, in any language; interpreters bring the other language in line; those who lead can do both.", []string{Organiser, Chair, Rapporteur, Interpreter}, nil},
	"wording.confirm":    {"Whoever may write a wording may say that it is still right.", []string{Organiser, Chair, Rapporteur, Interpreter}, nil},

	"amendment.propose":  {"Everybody in the room proposes.", room, isSeated},
	"amendment.accept":   {"The chair accepts.", leaders, nil},
	"amendment.reject":   {"The chair rejects, and says why.", leaders, nil},
	"amendment.withdraw": {"An author takes back their own; the workshop knows the author by mask.", room, isSeated},

	"group.add":     {"Those who lead set up groups.", leaders, nil},
	"group.join":    {"People sit down where they like.", room, isSeated},
	"card.add":      {"A board is written by its group, and by staff who help.", []string{Organiser, Chair, Rapporteur, Participant}, writesSheet},
	"card.move":     {"A board is written by its group, and by staff who help.", []string{Organiser, Chair, Rapporteur, Participant}, writesSheet},
	"card.remove":   {"A board is written by its group, and by staff who help.", []string{Organiser, Chair, Rapporteur, Participant}, writesSheet},
	"action.put":    {"A row of the plan is its group's; a row without a group is the staff's.", []string{Organiser, Chair, Rapporteur, Participant}, writesPlan},
	"action.remove": {"A row of the plan is its group's; a row without a group is the staff's.", []string{Organiser, Chair, Rapporteur, Participant}, writesPlan},
	"action.report": {"Whoever holds the link of this very action says how it goes, or an organiser.", []string{Organiser, Owner}, reports},

	"round.open":  {"Those who lead open a round.", leaders, nil},
	"round.close": {"Those who lead close a round.", leaders, nil},
	"ballot.cast": {"Ballots are cast by people in the room, never by staff for them.", room, isSeated},

	"statement.seed":      {"Those who lead bring in statements to begin with.", leaders, nil},
	"statement.propose":   {"Everybody in the room proposes statements.", room, isSeated},
	"statement.moderate":  {"Those who lead accept statements and turn them away, in a log that everybody sees.", leaders, nil},
	"statement.translate": {"Whoever may write a wording may put a statement into another language.", []string{Organiser, Chair, Rapporteur, Interpreter}, nil},
	"statement.vote":      {"Opinions are those of people in the room, never of staff for them.", room, isSeated},
	"opinion.open":        {"Those who lead begin to collect opinions.", leaders, nil},
	"opinion.close":       {"Those who lead end it.", leaders, nil},

	"objection.raise":  {"Everybody in the room objects.", room, isSeated},
	"objection.settle": {"Those who lead settle an objection; its author withdraws it (the workshop knows the author by mask).", []string{Organiser, Chair, Participant}, settles},
	"stance.give":      {"A stance is given by the accepting party alone.", room, ofAcceptingParty},
	"decision.record":  {"Those who lead record decisions.", leaders, nil},
	"decision.reopen":  {"Those who lead reopen decisions, and say why.", leaders, nil},

	"screen.show": {"The projector shows what those who lead choose.", leaders, nil},
}

// isSeated: somebody who has joined and was not erased.
func isSeated(s *workshop.State, a workshop.Actor, _ workshop.Command) bool { return seated(s, a) }

// joins: a participant joins as themselves; the desk and the organiser let in
// anybody, and only they can mark a person as let in by the desk.
func joins(s *workshop.State, a workshop.Actor, c workshop.Command) bool {
	join, ok := c.(*workshop.Join)
	if !ok {
		return false
	}
	switch a.Role {
	case Participant:
		return join.Participant == a.ID && !join.Desk && !s.Participants[a.ID].Erased
	case Organiser, Desk:
		return true
	}
	return false
}

// erases: oneself, or anybody as the organiser.
func erases(s *workshop.State, a workshop.Actor, c workshop.Command) bool {
	erase, ok := c.(*workshop.EraseParticipant)
	return ok && (a.Role == Organiser || seated(s, a) && erase.Participant == a.ID)
}

// OwnerOf is the actor who holds the follow-up link of an action.
func OwnerOf(action workshop.ID) workshop.Actor {
	return workshop.Actor{ID: "f_" + action, Role: Owner}
}

// reports: whoever holds the link of this very action, or an organiser.
func reports(_ *workshop.State, a workshop.Actor, c workshop.Command) bool {
	report, ok := c.(*workshop.ReportAction)
	return ok && (a.Role == Organiser || a == OwnerOf(report.Action))
}

// writesSheet: members of the group whose board it is, and staff who help.
func writesSheet(s *workshop.State, a workshop.Actor, c workshop.Command) bool {
	if staffWrites(a) {
		return true
	}
	return seated(s, a) && isMember(s, a, groupOf(s, c))
}

// writesPlan: a row belongs to the group that wrote it; a row without a group
// is the staff's. Both the row as it stands and the row as it would be must
// belong to the writer's group.
func writesPlan(s *workshop.State, a workshop.Actor, c workshop.Command) bool {
	if staffWrites(a) {
		return true
	}
	if !seated(s, a) {
		return false
	}
	switch c := c.(type) {
	case *workshop.PutAction:
		old := s.Action(c.Action)
		return isMember(s, a, c.Group) && (old == nil || isMember(s, a, old.Group))
	case *workshop.RemoveAction:
		old := s.Action(c.Action)
		return old != nil && isMember(s, a, old.Group)
	}
	return false
}

func staffWrites(a workshop.Actor) bool {
	return a.Role == Organiser || a.Role == Chair || a.Role == Rapporteur
}

func isMember(s *workshop.State, a workshop.Actor, group workshop.ID) bool {
	return group != "" && s.Participants[a.ID].Group == group
}

// groupOf is the group whose board a command touches.
func groupOf(s *workshop.State, c workshop.Command) workshop.ID {
	switch c := c.(type) {
	case *workshop.AddCard:
		return c.Group
	case *workshop.MoveCard:
		return s.GroupOfCard(c.Card)
	case *workshop.RemoveCard:
		return s.GroupOfCard(c.Card)
	}
	return ""
}

// settles: those who lead, or a seated participant who withdraws.
func settles(s *workshop.State, a workshop.Actor, c workshop.Command) bool {
	settle, ok := c.(*workshop.SettleObjection)
	if !ok {
		return false
	}
	return a.Role != Participant || seated(s, a) && settle.As == workshop.ObjectionWithdrawn
}

func ofAcceptingParty(s *workshop.State, a workshop.Actor, _ workshop.Command) bool {
	return seated(s, a) && s.Participants[a.ID].RoleGroup == s.Settings.AcceptingParty
}
