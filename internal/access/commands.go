package access

import (
	"sala.example/internal/workshop"
)

// leads are those who run the room.
var leads = only(Organiser, Chair)

// commandRules has one rule for each command.
var commandRules = map[string]rule{
	// A workshop is created by an organiser and closed by whoever leads it.
	"workshop.create": only(Organiser),
	"workshop.close":  leads,

	// The programme's clock is in the hands of those who lead the room.
	"session.start":    leads,
	"session.finish":   leads,
	"programme.replan": leads,

	// People let themselves in; the desk and the organiser let in anybody.
	"participant.join":    joins,
	"participant.checkin": only(Organiser, Desk),
	// A card is one's own.
	"participant.introduce": anySeated,
	// Everybody may have themselves erased; an organiser does it for those who ask.
	"participant.erase": erases,
	// Taking a passage out for good is the organiser's to answer for.
	"passage.redact": only(Organiser),

	// Everybody in the room asks and supports; those who lead it answer or
	// carry over, and the rapporteur notes the answer.
	"question.ask":     anySeated,
	"question.support": anySeated,
	"question.answer":  only(Organiser, Chair, Rapporteur),
	"question.carry":   leads,

	// The text is the rapporteur's to write, in any language; interpreters
	// bring the other language in line. Those who lead the room can do both.
	"recommendation.add": only(Organiser, Chair, Rapporteur),
	"wording.edit":       only(Organiser, Chair, Rapporteur, Interpreter),
	"wording.confirm":    only(Organiser, Chair, Rapporteur, Interpreter),

	// Everybody in the room proposes; the chair accepts or rejects; an author
	// takes back their own (workshop knows the author by mask).
	"amendment.propose":  anySeated,
	"amendment.accept":   leads,
	"amendment.reject":   leads,
	"amendment.withdraw": anySeated,

	// Groups are set up by those who lead; a sheet is written by its group,
	// and by staff who help.
	"group.add":     leads,
	"group.join":    anySeated,
	"card.add":      writesSheet,
	"card.move":     writesSheet,
	"card.remove":   writesSheet,
	"action.put":    writesPlan,
	"action.remove": writesPlan,
	// How an action goes is told by whoever holds its link, or by an organiser.
	"action.report": reports,

	// A round is opened and closed by those who lead; ballots are cast by
	// people in the room, never by staff for them.
	"round.open":  leads,
	"round.close": leads,
	"ballot.cast": anySeated,

	// Everybody in the room objects; objections are settled by the chair, or
	// withdrawn by their author (workshop tells the two apart).
	"objection.raise":  anySeated,
	"objection.settle": settles,
	// A stance is given by the accepting party alone.
	"stance.give": ofAcceptingParty,
	// Decisions are recorded and reopened by those who lead.
	"decision.record": leads,
	"decision.reopen": leads,

	// The projector shows what those who lead choose.
	"screen.show": leads,
}

func anySeated(s *workshop.State, a workshop.Actor, _ workshop.Command) bool { return seated(s, a) }

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
	return leads(s, a, c) || seated(s, a) && settle.As == workshop.ObjectionWithdrawn
}

func ofAcceptingParty(s *workshop.State, a workshop.Actor, _ workshop.Command) bool {
	return seated(s, a) && s.Participants[a.ID].RoleGroup == s.Settings.AcceptingParty
}
