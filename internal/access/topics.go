package access

// Class is a kind of viewer. Everybody in a class sees the same bytes, so a
// topic is computed once for each class.
type Class string

// The classes of viewers.
const (
	Leading   Class = "leading"   // organiser, chair: with the proposed re-plan
	AtDesk    Class = "desk"      // the desk: people as they gave their names
	Organises Class = "organises" // an organiser: what the chair and the desk see
	AtBooth   Class = "booth"     // the interpreters: what the room sees, and what comes next
	InRoom    Class = "room"      // everybody else in the room
	OnScreen  Class = "screen"    // the projector, read by strangers through a window
)

// ClassOf is the class of a role's viewers; empty sees nothing.
func ClassOf(role string) Class {
	switch role {
	case Organiser:
		return Organises
	case Chair:
		return Leading
	case Desk:
		return AtDesk
	case Interpreter:
		return AtBooth
	case Rapporteur, Participant:
		return InRoom
	case Screen:
		return OnScreen
	}
	return ""
}

// Classes lists every class.
func Classes() []Class {
	return []Class{Organises, Leading, AtDesk, AtBooth, InRoom, OnScreen}
}

// topicRules says which classes see a topic, as which variant of it. A class
// that is not named does not see it.
var topicRules = map[string]map[Class]string{
	// The day is everybody's; the proposed re-plan is for those who can apply it.
	"day": {Organises: "leading", Leading: "leading", AtDesk: "room", AtBooth: "room", InRoom: "room", OnScreen: "room"},
	// Texts, questions, sheets and results are the room's.
	"texts":     {Organises: "room", Leading: "room", AtBooth: "room", InRoom: "room", OnScreen: "room"},
	"questions": {Organises: "room", Leading: "room", AtBooth: "room", InRoom: "room", OnScreen: "room"},
	"groups":    {Organises: "room", Leading: "room", AtBooth: "room", InRoom: "room", OnScreen: "room"},
	"rounds":    {Organises: "room", Leading: "room", AtBooth: "room", InRoom: "room", OnScreen: "room"},
	"turnout":   {Organises: "room", Leading: "room", AtBooth: "room", InRoom: "room", OnScreen: "room"},
	"screen":    {Organises: "room", Leading: "room", AtBooth: "room", InRoom: "room", OnScreen: "room"},
	// Captions are for everybody who listens.
	"captions": {Organises: "room", Leading: "room", AtBooth: "room", InRoom: "room", OnScreen: "room"},
	// The opinion map is everybody's. Statements that nobody has looked at yet are the moderators'.
	"opinion":    {Organises: "room", Leading: "room", AtBooth: "room", InRoom: "room", OnScreen: "room"},
	"statements": {Organises: "leading", Leading: "leading", AtBooth: "room", InRoom: "room"},
	// Text reaches the interpreters before it reaches the projector.
	"booth": {Organises: "booth", Leading: "booth", AtBooth: "booth"},
	// Names are for the desk and the organiser.
	"desk": {Organises: "desk", AtDesk: "desk"},
}

// Topics lists every topic.
func Topics() []string {
	return []string{"day", "texts", "questions", "groups", "rounds", "turnout", "screen", "desk", "opinion", "statements", "booth", "captions"}
}

// Variant is the form of a topic that a class sees; false when it sees none.
func Variant(topic string, c Class) (string, bool) {
	v, ok := topicRules[topic][c]
	return v, ok
}
